/// Quarrels: brought up, talked over, agreed or handed up, ruled, appealed once (OWN-30, OWN-31).
extension Deliberation {
    mutating func contest(
        _ slip: SlipID, _ matter: DisputeMatter, _ staff: StaffID, _ against: [StaffID],
        _ note: String
    ) throws(Refusal) {
        try allowMove(of: staff)
        for one in [staff] + against { _ = try known(one) }
        guard !note.isEmpty else { throw .adjudication(.groundsMissing) }
        guard adjudication.disputes[slip] == nil else { throw .adjudication(.slipExists(slip)) }
        var people = [staff] + against
        switch matter {
        case .deal(let deal):
            let file = try file(deal)
            try notFinal(for: staff, [deal])
            if let open = file.dispute, adjudication.disputes[open]?.state.isOpen ?? false {
                throw .adjudication(.disputeOpen(open))
            }
            people += file.current?.shares.people ?? []
        case .customer(let person):
            try notFinal(person)
            if let holder = ownership.holder(of: person, on: at.day) { people.append(holder) }
        }
        emit(
            .disputeFiled(
                DisputeFile(
                    slip: slip, matter: matter, parties: inOrder(people), by: staff, note: note,
                    at: at, state: .filed)))
        because(.dispute(.filed))
    }

    /// A party of a matter that was ruled for good says nothing more (OWN-30).
    func notFinal(for staff: StaffID, _ deals: [DealID]) throws(Refusal) {
        guard adjudicationKnobs.disputeFinal else { return }
        for deal in deals {
            guard let slip = adjudication.deals[deal]?.dispute,
                let dispute = adjudication.disputes[slip], dispute.state == .ruled,
                dispute.parties.contains(staff)
            else { continue }
            throw .adjudication(.disputeFinal(slip))
        }
    }

    /// A customer of whom it was ruled for good (OWN-30).
    func notFinal(_ person: PersonID) throws(Refusal) {
        guard adjudicationKnobs.disputeFinal, let award = adjudication.awards[person],
            adjudication.disputes[award.slip]?.state == .ruled
        else { return }
        throw .adjudication(.disputeFinal(award.slip))
    }

    private func dispute(
        _ slip: SlipID, in states: DisputeState...
    ) throws(Refusal) -> DisputeFile {
        guard let dispute = adjudication.disputes[slip] else {
            throw .adjudication(.unknownDispute(slip))
        }
        guard states.contains(dispute.state) else { throw .adjudication(.wrongStep(dispute.state)) }
        return dispute
    }

    mutating func step(_ slip: SlipID, _ state: DisputeState, _ note: String) {
        emit(.disputeStepped(slip, DisputeStep(state: state, by: actor.staff, at: at, note: note)))
        because(.dispute(state))
    }

    mutating func negotiate(_ slip: SlipID, _ note: String) throws(Refusal) {
        try allow()
        _ = try dispute(slip, in: .filed)
        step(slip, .negotiating, note)
    }

    /// They agree before management.
    mutating func agree(_ slip: SlipID, _ shares: Shares, _ note: String) throws(Refusal) {
        try allow()
        let dispute = try dispute(slip, in: .filed, .negotiating)
        try whole(shares)
        step(slip, .settled, note)
        settle(dispute, shares)
    }

    mutating func escalate(_ slip: SlipID, _ note: String) throws(Refusal) {
        try allow()
        _ = try dispute(slip, in: .filed, .negotiating)
        step(slip, .escalated, note)
    }

    /// The director (on the site, the sales manager) rules, with written grounds (OWN-31).
    mutating func award(
        _ slip: SlipID, _ shares: Shares, _ inapplicable: String, _ why: String
    ) throws(Refusal) {
        guard actor.role == .salesManager else { throw .notPermitted(actor.role) }
        let dispute = try dispute(slip, in: .escalated, .appealed)
        guard !inapplicable.isEmpty, !why.isEmpty else { throw .adjudication(.groundsMissing) }
        try whole(shares)
        let mayAppeal = dispute.appeals == 0 && adjudicationKnobs.appealDays > 0
        let until = mayAppeal ? lastSecond(at.day, days: adjudicationKnobs.appealDays) : nil
        emit(
            .disputeRuled(
                slip,
                RulingSlip(
                    shares: shares, inapplicable: inapplicable, why: why, by: actor.staff, at: at,
                    appealUntil: until)))
        settle(dispute, shares)
        if let until { because(.mayAppeal(until: until)) } else { because(.final) }
    }

    private mutating func settle(_ dispute: DisputeFile, _ shares: Shares) {
        switch dispute.matter {
        case .deal(let deal):
            guard let file = adjudication.deals[deal] else { return }
            settle(file, shares, [.ruled(dispute.slip)], ruling: dispute.slip)
        case .customer(let person):
            give(
                person,
                CustomerAward(slip: dispute.slip, shares: shares, isDecided: true, at: at))
        }
    }

    private func whole(_ shares: Shares) throws(Refusal) {
        guard shares.isWhole else { throw .adjudication(.sharesNotWhole) }
        for staff in shares.people { _ = try known(staff) }
    }

    /// Once, by a party, within the days for it.
    mutating func appeal(_ slip: SlipID, _ staff: StaffID, _ note: String) throws(Refusal) {
        try allowMove(of: staff)
        let dispute = try dispute(slip, in: .ruled)
        guard dispute.parties.contains(staff) else { throw .adjudication(.notAParty(staff)) }
        guard !note.isEmpty else { throw .adjudication(.groundsMissing) }
        guard let until = dispute.rulings.last?.appealUntil else {
            throw .adjudication(.disputeFinal(slip))
        }
        guard at.wholeSecond <= until else { throw .adjudication(.appealClosed(until: until)) }
        step(slip, .appealed, note)
    }
}
