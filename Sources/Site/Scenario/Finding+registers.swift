import HouseRules

extension Finding {
    /// What the registers and the line look like.
    func registerSeen(_ key: ExpectKey) -> Seen {
        let registers = state.registers
        switch key {
        case .texts:
            return .pairs(
                registers.texts.sorted { $0.key < $1.key }
                    .map { pair($0.key.rawValue, $0.value.status.rawValue) })
        case .kitMissing: return people(state.kitReminders)
        case .tablesLeft: return .words(registers.tablesLeft.map(\.rawValue))
        case .callbacks:
            let waiting = registers.callbacksOverdue + registers.callbacks.map(\.call)
            return .words(waiting.map(\.rawValue))
        case .slips:
            let open =
                Array(registers.messages.keys) + Array(registers.promises.keys)
                + Array(registers.inspections.keys) + Array(registers.leaders.keys)
            return .words(open.map(\.rawValue).sorted())
        default: return adjudicationSeen(key)
        }
    }

    /// `A F17 50`: for whom, by which article, how many yuan.
    var penalties: [String] {
        (ruling?.events ?? []).compactMap { event in
            guard case .registers(.penaltyDrafted(let draft, _)) = event else { return nil }
            return "\(draft.staff) \(draft.article) \(yuan(draft.amount))"
        }
    }

    /// Passed of those that count; 0 where a serious item failed.
    var score: String? {
        for case .registers(.scored(_, _, let passed, let counted, let vetoed)) in ruling?.reasons
            ?? []
        {
            return vetoed ? "0" : "\(passed)/\(counted)"
        }
        return nil
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: RegisterCommand, in state: SiteState) -> Actor {
        let registers = state.registers
        switch command {
        case .proposePenalty: return .clock
        case .enterVisit(let visit, _), .markStep(let visit, _):
            let staff =
                registers.visits[visit]?.staff
                ?? state.rotation.visits[visit]?.receptionist
            return staff.map { Actor($0, .consultant) } ?? role(.frontDeskSecretary)
        case .checkKit(let staff, _, _): return Actor(staff, .consultant)
        case .enterCall(let entry): return answerer(of: entry.call, in: state)
        case .sendText(let call, _), .declineText(let call): return answerer(of: call, in: state)
        case .endEvening, .reviewText: return role(.salesManager)
        case .collect: return role(.clericalStaff)
        case .inspect, .recheck: return role(.dutyOfficer)
        default: return role(.frontDeskSecretary)
        }
    }

    private func answerer(of call: CallID, in state: SiteState) -> Actor {
        let registers = state.registers
        let staff =
            registers.texts[call]?.staff ?? registers.calls[call]?.line.staff
            ?? registers.finished[call]?.staff ?? state.calls.open[call]?.answerer
        return staff.map { Actor($0, .consultant) } ?? role(.frontDeskSecretary)
    }
}
