/// Who answers the phone (REC-54, REC-56).
extension Deliberation {
    mutating func carryOut(_ command: CallCommand) throws(Refusal) -> Outcome {
        lapseRegisters()
        let answer = try goOn(command)
        // Whoever has hung up is free for those who wait.
        handOutHeldVisits()
        return answer
    }

    private mutating func goOn(_ command: CallCommand) throws(Refusal) -> Outcome {
        switch command {
        case .arrive(let call, let wanted):
            try allowAnswering()
            guard calls.open[call] == nil else { throw .alreadyRegistered }
            if let wanted { _ = try known(wanted) }
            try needSheet()
            return ring(call, wanted: wanted)
        case .noteCallback(let call):
            guard calls.open[call] == nil else { throw .alreadyRegistered }
            try needSheet()
            because(.notAConsultant)
            return openCallback(call, wanted: nil)
        case .answer(let call, let staff):
            try allowAnswering()
            return try answer(call, staff)
        case .end(let call):
            try allowAnswering()
            guard let open = calls.open[call], let staff = open.answerer else {
                throw .unknownCall(call)
            }
            emit(.ended(call, staff, at: at))
            because(.ended(staff))
            closeCall(call, staff, since: open.since)
            return .done
        case .rang(let call, let ringing, let staff):
            try allowAnswering()
            return try rang(call, ringing, by: staff)
        case .secondLine(let call, let staff):
            try allowAnswering()
            return try secondLine(call, staff)
        case .handLine, .issueOrder, .confirmOrder: return try keepLine(command)
        }
    }

    /// Only the sales floor enters calls; anybody else may only note that one waits (REC-56).
    private func allowAnswering() throws(Refusal) {
        if policy.calls.answerers == .allStaff { return }
        switch actor.role {
        case .consultant, .dutyOfficer, .frontDeskSecretary, .salesManager, .salesSupervisor,
            .clock:
            return
        case .clericalStaff, .cashier, .titleClerk, .auditor, .administrator:
            throw .consultantsOnly
        }
    }

    /// The order of calls follows the sheet of the day (phone.order).
    mutating func publishCallOrder() {
        let sheet = rotation.order.map { rotation.members[$0].staff }
        let order = policy.calls.order == .reverse ? Array(sheet.reversed()) : sheet
        emit(CallEvent.sheetPublished(at.day, order))
        if !order.isEmpty { because(.order(policy.calls.order, order)) }
        if policy.calls.issue == .withSheet { issueOrder() }
    }

    private mutating func ring(_ call: CallID, wanted: StaffID?) -> Outcome {
        if let wanted, let member = rotation.member(wanted) {
            if member.isFree {
                because(.asked(wanted, counts: policy.calls.namedCallCounts))
                let way: CallWay =
                    policy.calls.namedCallCounts && calls.pointerStaff == wanted
                    ? .turn : .named
                return take(call, wanted, way)
            }
            because(.askedUnavailable(wanted, member.presence(at: at)))
        }
        if policy.calls.mode == .timeSlot { return slotTurn(call, wanted: wanted) }
        if policy.calls.makeup, let owed = calls.owed.first(where: isFree) {
            because(.owedCall(owed))
            return take(call, owed, .makeup)
        }
        return callTurn(call, wanted: wanted)
    }

    /// One lap from the pointer; whoever cannot answer is passed by (phone.makeup).
    private mutating func callTurn(_ call: CallID, wanted: StaffID?) -> Outcome {
        let order = calls.order
        let lap = order.indices.map { order[(calls.pointer + $0) % order.count] }
        guard let index = lap.firstIndex(where: isFree) else { return callBack(call, wanted) }
        for staff in lap[..<index] {
            guard let member = rotation.member(staff),
                let why = cannotAnswer(member)
            else { continue }
            let effect: TurnEffect = policy.calls.makeup ? .makeupGranted : .forfeited
            emit(CallEvent.turnPassed(staff, call: call, effect: effect, why: why))
            because(CallReason.passed(staff, effect, why))
        }
        because(CallReason.pointerAt(lap[index]))
        return take(call, lap[index], .turn)
    }

    /// The line is kept by the hour: the keeper, else on down the order (phone.mode time_slot).
    private mutating func slotTurn(_ call: CallID, wanted: StaffID?) -> Outcome {
        let order = calls.order
        guard
            let (keeper, from, to) = keeperIndex(of: calls.shares > 0 ? calls.shares : order.count)
        else {
            return callBack(call, wanted)
        }
        let lap = order.indices.map { order[(keeper + $0) % order.count] }
        let instead = calls.keeper(for: order[keeper])
        guard let staff = ([instead] + lap).first(where: isFree) else {
            return callBack(call, wanted)
        }
        because(.keepsLine(order[keeper], from: from, to: to))
        if staff == instead, staff != order[keeper] {
            because(.keepsFor(staff, of: order[keeper]))
        }
        return take(call, staff, .slot)
    }

    /// Equal shares in whole minutes; what is left over goes to the last; the first second of a
    /// share belongs to the later keeper.
    func keeperIndex(of count: Int) -> (Int, TimeOfDay, TimeOfDay)? {
        guard count > 0 else { return nil }
        let start = policy.calls.shiftFrom.second
        let share = (policy.calls.shiftTo.second - start) / 60 / count * 60
        guard share > 0 else { return nil }
        let passed = max(0, at.timeOfDay.second - start)
        let index = min(count - 1, passed / share)
        let end = index == count - 1 ? policy.calls.shiftTo.second : start + (index + 1) * share
        return (index, TimeOfDay(second: start + index * share), TimeOfDay(second: end))
    }

    private mutating func callBack(_ call: CallID, _ wanted: StaffID?) -> Outcome {
        because(.nobodyFree)
        return openCallback(call, wanted: wanted)
    }

    /// A colleague picks up, or calls back: the call belongs to whoever really does.
    mutating func answer(_ call: CallID, _ staff: StaffID) throws(Refusal) -> Outcome {
        guard let open = calls.open[call] else { throw .unknownCall(call) }
        guard let member = rotation.member(staff) else { throw .consultantsOnly }
        guard member.call == nil else { throw .busy(staff) }
        if let before = open.answerer { emit(.ended(call, before, at: at)) }
        because(CallReason.belongsTo(staff))
        return take(call, staff, .callback)
    }

    mutating func take(_ call: CallID, _ staff: StaffID, _ way: CallWay) -> Outcome {
        emit(.answered(call, staff, way: way, at: at))
        return .answerer(staff)
    }

    private func isFree(_ staff: StaffID) -> Bool { rotation.member(staff)?.isFree ?? false }

    /// Why a call passes somebody by; nil: off duty, so it does not.
    private func cannotAnswer(_ member: Member) -> PassReason? {
        switch member.presence(at: at) {
        case .offDuty, .suspended: nil
        case .onStand: .onTheLine
        case .awayOfficial: .official
        case .awayMeal: .mealInWindow
        case .receivingTurn: .busyWithTurn
        case .receivingExisting: .receivingExisting
        case .waived: .selfWaived
        case .awayPersonal: .awayPersonal
        }
    }
}
