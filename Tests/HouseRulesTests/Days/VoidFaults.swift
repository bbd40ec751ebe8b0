@testable import HouseRules

/// A group that comes in and is declared void at once leaves everybody where they stood: whoever is
/// next is next in the same order, and nothing is remembered of the visit (REC-15).
func undoneFaults(
    _ arrival: Arrival, _ before: SiteState, _ policy: Policy, at now: Moment
) -> [String] {
    let boss = Actor("boss", .salesManager)
    var state = before
    _ = state.rule(on: .settleDue, by: .clock, under: policy, at: now)
    guard state.rotation.isOpen, state.rotation.visits[arrival.visit] == nil,
        state.customers.traces[arrival.visit] == nil
    else { return [] }
    let stood = state.rotation.queue.map { state.rotation.members[$0].staff }
    let ruling = state.rule(
        on: .visits(.register(arrival)), by: boss, under: policy, at: now)
    guard ruling.answer != nil, state.customers.traces[arrival.visit]?.arrivedAt.day == now.day
    else { return [] }
    let undone = state.rule(
        on: .visits(.void(arrival.visit, note: "n")), by: boss, under: policy, at: now)
    guard undone.answer != nil else {
        return ["what has just come in cannot be undone: \(undone.reasons)"]
    }
    let stand = state.rotation.queue.map { state.rotation.members[$0].staff }
    return stand == stood ? [] : ["stood \(stood), and after an arrival undone \(stand)"]
}

/// What a void visit must come to: nothing goes on about it, whoever received is free, and every
/// turn that was used or lost for it goes back once.
func voidFaults(
    _ ruling: Ruling, _ visit: VisitID, _ before: SiteState, _ after: SiteState, at now: Moment
) -> [String] {
    guard ruling.answer != nil else { return [] }
    var faults: [String] = []
    if isKnown(visit, to: after) { faults.append("\(visit) is void and something waits for it") }
    if let staff = before.rotation.visits[visit]?.receptionist,
        after.rotation.member(staff)?.visit == visit
    {
        faults.append("\(staff) still receives \(visit)")
    }
    let isLate = before.duty.awaited.values.contains { now.wholeSecond > $0.until }
    guard !isLate, let trace = before.customers.traces[visit], before.rotation.isOpen,
        before.rotation.mechanism == .ring, trace.way != .named, trace.way != .assist
    else { return faults }
    var expected = before.duty.lost.filter { $0.visit == visit }.map(\.staff)
    expected += [before.rotation.visits[visit]?.lockedFor].compactMap { $0 }
    if let staff = trace.receptionist, let effect = trace.effect,
        [.counted, .makeupUsed, .returnedUsed].contains(effect)
    {
        expected.append(staff)
    }
    let members = Set(before.rotation.members.filter { !$0.released }.map(\.staff))
    let returned = ruling.events.compactMap { event -> StaffID? in
        guard case .reception(.turnAdjusted(let staff, .returned, _)) = event else { return nil }
        return staff
    }
    if returned.sorted() != expected.filter(members.contains).sorted() {
        faults.append("\(visit) gives back to \(returned), not to \(expected)")
    }
    return faults
}

private func isKnown(_ visit: VisitID, to state: SiteState) -> Bool {
    let customers = state.customers
    let registers = state.registers
    return state.rotation.visits[visit] != nil || state.rotation.held.contains(visit)
        || customers.entryTrace(visit) != nil || customers.entries[visit] != nil
        || customers.proofs[visit] != nil || customers.handovers[visit] != nil
        || registers.visits[visit] != nil || registers.agenda.has(.visitEntry(visit))
        || registers.tables.contains { $0.visit == visit } || state.duty.awaited[visit] != nil
        || state.duty.tours[visit] != nil || state.duty.lost.contains { $0.visit == visit }
        || state.channels.visits[visit] != nil
}
