@testable import HouseRules

extension Dictionary {
    /// The same dictionary that tells its entries in another order.
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        var other: [Key: Value] = [:]
        other.reserveCapacity(count + random.pick([40, 200, 900]))
        for (key, value) in self.shuffled(using: &random) { other[key] = value }
        self = other
    }
}

extension SiteState {
    /// An equal state whose dictionaries were built otherwise: no answer may depend on that.
    func stirred(_ random: inout SeededNumbers) -> SiteState {
        var state = self
        state.customers.traces.stir(&random)
        state.customers.entries.stir(&random)
        state.customers.proofs.stir(&random)
        state.customers.handovers.stir(&random)
        state.customers.requests.stir(&random)
        state.customers.unlogged.stir(&random)
        state.customers.groups.stir(&random)
        state.rotation.visits.stir(&random)
        state.calls.open.stir(&random)
        state.calls.handed.stir(&random)
        state.duty.stir(&random)
        state.registers.stir(&random)
        state.ownership.stir(&random)
        state.adjudication.stir(&random)
        state.channels.stir(&random)
        return state
    }
}

extension DutyDesk {
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        awaited.stir(&random)
        restDays.stir(&random)
        disputes.stir(&random)
        tours.stir(&random)
    }
}

extension Registers {
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        visits.stir(&random)
        steps.stir(&random)
        kits.stir(&random)
        tours.stir(&random)
        leaders.stir(&random)
        finished.stir(&random)
        calls.stir(&random)
        texts.stir(&random)
        counts.stir(&random)
        messages.stir(&random)
        promises.stir(&random)
        inspections.stir(&random)
    }
}

extension Ownership {
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        for person in dossiers.keys.sorted() {
            dossiers[person]?.kin.stir(&random)
            dossiers[person]?.circles.stir(&random)
            dossiers[person]?.renewals.stir(&random)
        }
        dossiers.stir(&random)
        merged.stir(&random)
        alsoKnownAs.stir(&random)
        due.stir(&random)
        pool.stir(&random)
        given.stir(&random)
        handings.stir(&random)
        assistants.stir(&random)
        lists.stir(&random)
        departed.stir(&random)
        changes.stir(&random)
        cases.stir(&random)
    }
}

extension Adjudication {
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        deals.stir(&random)
        dealsOf.stir(&random)
        forgotten.stir(&random)
        claims.stir(&random)
        failedProofs.stir(&random)
        for person in beside.keys.sorted() { beside[person]?.stir(&random) }
        beside.stir(&random)
        awards.stir(&random)
        poached.stir(&random)
        changes.stir(&random)
        leaves.stir(&random)
        disputes.stir(&random)
    }
}

extension Channels {
    fileprivate mutating func stir(_ random: inout SeededNumbers) {
        reports.stir(&random)
        index.stir(&random)
        contacts.stir(&random)
        for visit in visits.keys.sorted() { visits[visit]?.steps.stir(&random) }
        visits.stir(&random)
        brought.stir(&random)
        audits.stir(&random)
        recommendations.stir(&random)
    }
}
