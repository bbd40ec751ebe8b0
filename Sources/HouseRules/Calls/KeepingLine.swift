/// Whoever keeps the line answers for it (REC-54, REC-55, REC-57).
extension Deliberation {
    mutating func keepLine(_ command: CallCommand) throws(Refusal) -> Outcome {
        switch command {
        case .handLine(let from, let to):
            try allowMove(of: from)
            _ = try known(from)
            guard from != to, try known(to).isFree else { throw .registers(.cannotKeepLine(to)) }
            emit(.lineHanded(from, to: to, at: at))
            because(.lineHanded(from, to: to))
        case .issueOrder:
            try allow(.dutyOfficer, .frontDeskSecretary)
            try needSheet()
            guard !calls.isIssued else { throw .registers(.orderIssued) }
            issueOrder()
        case .confirmOrder:
            try allow(.dutyOfficer)
            guard rotation.isOpen, let day = calls.day else { throw .dayNotOpen }
            guard calls.isIssued else { throw .registers(.orderNotIssued) }
            if !calls.isConfirmed { emit(.orderConfirmed(day, at: at)) }
            because(CallReason.confirmed)
        default: break
        }
        return .done
    }

    /// From the end of the morning meeting the draft is the order of the day (phone.publish_by).
    mutating func issueOrder() {
        guard let day = calls.day else { return }
        let by = at.wholeSecond.adding(seconds: policy.calls.confirmMinutes * 60)
        emit(.orderIssued(day, confirmBy: by, at: at))
        because(.issued(confirmBy: by))
    }

    /// What the exchange recorded: in time up to the last ring allowed, whoever picks up (REC-55).
    mutating func rang(
        _ call: CallID, _ ringing: Ringing, by staff: StaffID?
    ) throws(Refusal) -> Outcome {
        let open = calls.open[call]
        if open == nil { try needSheet() }
        let rings = rings(ringing)
        let isLate = rings > policy.calls.rings
        let accountable = open?.answerer.map { calls.keeper(for: $0) } ?? lineKeeper
        let answer = try staff.map { staff throws(Refusal) in
            try pickUp(call, staff, open)
        }
        if isLate {
            emit(.rangOut(call, rings: rings, accountable: accountable, at: at))
            because(.missed(accountable, rings: rings, limit: policy.calls.rings))
            if let accountable, let fine = policy.calls.missedFine {
                propose(PenaltyDraft(accountable, "F23", fine, about: call.rawValue))
            }
        } else if let staff {
            because(.inTime(staff, rings: rings))
        } else {
            because(.gaveUp(rings: rings))
        }
        if let answer { return answer }
        if let before = open?.answerer { emit(.ended(call, before, at: at)) }
        if open != nil, open?.answerer == nil { return .callback(open?.wanted) }
        return openCallback(call, wanted: open?.wanted)
    }

    private mutating func pickUp(
        _ call: CallID, _ staff: StaffID, _ open: OpenCall?
    ) throws(Refusal) -> Outcome {
        if open?.answerer == staff { return .answerer(staff) }
        if open != nil { return try answer(call, staff) }
        guard let member = rotation.member(staff) else { throw .consultantsOnly }
        guard member.call == nil else { throw .busy(staff) }
        because(CallReason.belongsTo(staff))
        return take(call, staff, policy.calls.mode == .perCall ? .turn : .slot)
    }

    /// A ring takes `phone.ring_seconds`; a ring that has begun counts.
    private func rings(_ ringing: Ringing) -> Int {
        switch ringing {
        case .rings(let count): count
        case .seconds(let seconds):
            max(1, (seconds + policy.calls.ringSeconds - 1) / max(1, policy.calls.ringSeconds))
        }
    }

    /// Who answers for the line now: the keeper of the hour, or the first in the order who is not
    /// excused by work; whoever it was handed to, in their place.
    private var lineKeeper: StaffID? {
        let order = calls.order
        guard !order.isEmpty else { return nil }
        if policy.calls.mode == .timeSlot {
            let index = keeperIndex(of: calls.shares > 0 ? calls.shares : order.count)?.0
            return index.map { calls.keeper(for: order[$0]) }
        }
        let lap = order.indices.map { order[(calls.pointer + $0) % order.count] }
        let due = lap.first { calls.handed[$0] != nil || !isExcused($0) }
        return due.map { calls.keeper(for: $0) }
    }

    private func isExcused(_ staff: StaffID) -> Bool {
        guard let member = rotation.member(staff), member.call == nil else { return true }
        switch member.presence(at: at) {
        case .onStand, .awayPersonal, .waived: return false
        case .receivingTurn, .receivingExisting, .awayOfficial, .awayMeal, .suspended, .offDuty:
            return true
        }
    }

    /// The first caller waits; the second is called back (REC-57).
    mutating func secondLine(_ call: CallID, _ staff: StaffID) throws(Refusal) -> Outcome {
        guard calls.open[call] == nil else { throw .alreadyRegistered }
        guard try known(staff).call != nil else { throw .registers(.notOnTheLine(staff)) }
        because(.secondLine(staff))
        return openCallback(call, wanted: staff)
    }

    /// A slip that says by when to call back (callback.minutes).
    mutating func openCallback(_ call: CallID, wanted: StaffID?) -> Outcome {
        emit(.callbackOpened(call, wanted: wanted, at: at))
        because(
            .callBackBy(at.wholeSecond.adding(seconds: policy.registers.callbackMinutes * 60)))
        return .callback(wanted)
    }
}
