@testable import HouseRules

/// What can never be true of a site, whatever happened; empty when all is well.
func siteFaults(_ state: SiteState, _ policy: Policy) -> [String] {
    orderFaults(state.rotation) + memberFaults(state) + visitFaults(state.rotation, policy)
        + owedFaults(state.rotation) + callFaults(state) + deadlineFaults(state.registers)
}

/// Every deadline is of something that waits, and is kept in order.
private func deadlineFaults(_ registers: Registers) -> [String] {
    let deadlines = registers.agenda.deadlines
    var faults = deadlines.filter { !waits($0.subject, registers) }
        .map { "nothing waits for \($0.subject)" }
    if deadlines != deadlines.sorted(by: { $0.from < $1.from }) {
        faults.append("deadlines out of order")
    }
    if Set(deadlines.map(\.subject)).count != deadlines.count {
        faults.append("two deadlines for one thing")
    }
    return faults
}

private func waits(_ subject: DeadlineSubject, _ registers: Registers) -> Bool {
    switch subject {
    case .visitEntry(let visit): registers.visits[visit]?.lapsed == false
    case .callEntry(let call): registers.calls[call]?.lapsed == false
    case .textLate(let call), .textMissing(let call): registers.texts[call] != nil
    case .message(let slip): registers.messages[slip] != nil
    case .promiseReminder(let slip), .promise(let slip): registers.promises[slip] != nil
    case .leader(let slip): registers.leaders[slip] != nil
    case .recheck(let slip): registers.inspections[slip] != nil
    case .callOrder: true
    }
}

private func orderFaults(_ rotation: Rotation) -> [String] {
    var faults: [String] = []
    let living = rotation.members.filter { !$0.released }
    if Set(living.map(\.staff)).count != living.count {
        faults.append("somebody is twice a member")
    }
    if !rotation.order.allSatisfy(rotation.members.indices.contains) {
        return faults + ["a place of the order has no member"]
    }
    if Set(rotation.order).count != rotation.order.count { faults.append("twice in the order") }
    if rotation.order.contains(where: { rotation.members[$0].released }) {
        faults.append("somebody who left is in the order")
    }
    let range = 0..<max(1, rotation.order.count)
    if !range.contains(rotation.pointer) { faults.append("the pointer is at \(rotation.pointer)") }
    if let head = rotation.nextHead, rotation.member(head) == nil {
        faults.append("\(head), due next, is no member")
    }
    if rotation.isOpen {
        let queue = Set(rotation.queue)
        let free = rotation.members.indices.filter {
            rotation.members[$0].presence == .onStand && rotation.members[$0].call == nil
        }
        if queue != Set(free) { faults.append("the queue is not who is free at the front") }
        if queue.count != rotation.queue.count { faults.append("twice in the queue") }
    }
    return faults
}

private func memberFaults(_ state: SiteState) -> [String] {
    let rotation = state.rotation
    var faults: [String] = []
    for member in rotation.members {
        let name = member.staff
        if member.ticks < 0 { faults.append("\(name) has \(member.ticks) ticks") }
        if member.advance < 0 { faults.append("\(name) has \(member.advance) advances") }
        if member.presence.isReceiving != (member.visit != nil) {
            faults.append("\(name) is \(member.presence) with \(String(describing: member.visit))")
        }
        if let visit = member.visit, rotation.visits[visit]?.receptionist != name {
            faults.append("\(name) holds \(visit), which does not know it")
        }
        if let call = member.call, state.calls.open[call]?.answerer != name {
            faults.append("\(name) speaks on \(call), which does not know it")
        }
        if member.slot != nil, member.presence != .onStand, !member.released {
            faults.append("\(name) holds a slot and is \(member.presence)")
        }
    }
    return faults
}

private func visitFaults(_ rotation: Rotation, _ policy: Policy) -> [String] {
    var faults: [String] = []
    let waiting = rotation.visits.values.filter { $0.receptionist == nil }.map(\.visit)
    if Set(waiting) != Set(rotation.held) || rotation.held.count != waiting.count {
        faults.append("held \(rotation.held), without receptionist \(waiting.sorted())")
    }
    for (id, visit) in rotation.visits {
        if let staff = visit.receptionist, rotation.member(staff)?.visit != id {
            faults.append("\(id) is received by \(staff), who does not know it")
        }
        if let staff = visit.lockedFor, let member = rotation.member(staff),
            !member.presence.isReceiving && member.call == nil
        {
            faults.append("\(id) is locked for \(staff), who is not receiving")
        }
        if visit.receptionist != nil, visit.lockedFor != nil { faults.append("\(id): both") }
        if visit.lockedFor != nil, visit.recallUntil != nil { faults.append("\(id): two waits") }
    }
    let inForce = policy.rotation.draftEffectiveUnconfirmed || rotation.isConfirmed
    let unlocked = rotation.held.contains { rotation.visits[$0]?.lockedFor == nil }
    if rotation.isOpen, inForce, unlocked, !rotation.queue.isEmpty {
        faults.append("somebody waits for visitors and visitors wait for somebody")
    }
    return faults
}

private func owedFaults(_ rotation: Rotation) -> [String] {
    var faults: [String] = []
    for makeup in rotation.makeups where rotation.member(makeup.staff) == nil {
        faults.append("\(makeup.staff) left and is owed a turn")
    }
    if rotation.makeups.drop(while: \.returned).contains(where: \.returned) {
        faults.append("a turn given back stands behind a make-up")
    }
    if rotation.mechanism == .tally, !rotation.makeups.isEmpty {
        faults.append("turns are owed on a tally site")
    }
    return faults
}

private func callFaults(_ state: SiteState) -> [String] {
    var faults: [String] = []
    let calls = state.calls
    if Set(calls.order).count != calls.order.count { faults.append("twice in the call order") }
    if !(0..<max(1, calls.order.count)).contains(calls.pointer) {
        faults.append("the call pointer is at \(calls.pointer)")
    }
    let speaking = state.rotation.members.compactMap(\.call)
    if Set(speaking).count != speaking.count { faults.append("two people speak on one call") }
    return faults
}

/// Where the fold of all events differs from the state that rules kept.
func replayFaults(_ replayed: SiteState, _ state: SiteState) -> [String] {
    guard replayed != state else { return [] }
    let topics = [
        "rotation": replayed.rotation == state.rotation, "calls": replayed.calls == state.calls,
        "duty": replayed.duty == state.duty, "customers": replayed.customers == state.customers,
        "registers": replayed.registers == state.registers,
        "ownership": replayed.ownership == state.ownership,
        "adjudication": replayed.adjudication == state.adjudication,
        "channels": replayed.channels == state.channels,
        "sales": replayed.sales == state.sales,
        "selection": replayed.selection == state.selection,
        "commission": replayed.commission == state.commission,
    ]
    let wrong = topics.filter { !$0.value }.keys.sorted()
    return ["memory is not what replay gives: \(wrong)"]
}

/// What is due is written down at once and once, and what is not due is not.
func dueFaults(_ before: SiteState, _ policy: Policy, _ now: Moment) -> [String] {
    var state = before
    let wasDue = isDue(state, under: policy, at: now)
    let first = state.rule(on: .settleDue, by: .clock, under: policy, at: now)
    let second = state.rule(on: .settleDue, by: .clock, under: policy, at: now)
    var faults: [String] = []
    if wasDue, first.events.isEmpty { faults.append("due, but nothing happened") }
    if !wasDue, !first.events.isEmpty {
        faults.append("not due, but this happened: \(first.events)")
    }
    if isDue(state, under: policy, at: now) { faults.append("due for ever") }
    if !second.events.isEmpty { faults.append("settled twice: \(second.events)") }
    return faults + siteFaults(state, policy)
}
