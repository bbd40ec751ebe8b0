/// Received on the word of a consultant, proven afterwards (REC-34), and the note of whoever stood
/// in for a colleague (REC-39).
extension Deliberation {
    /// A reception is over: the proof has its minutes, the colleague is owed a note.
    mutating func closeClaims(of visit: VisitID) {
        guard let trace = customers.traces[visit] else { return }
        if customers.entries[visit] != nil { settleEntry(of: visit) }
        if let proof = customers.proofs[visit] {
            let until = at.wholeSecond.adding(seconds: claimKnobs.proofMinutes * 60)
            emit(.proofDue(visit, until: until))
            because(.proofUntil(proof.by, until))
        }
        guard let staff = trace.receptionist, let owner = trace.owner, owner != staff,
            rotation.member(owner) != nil
        else { return }
        let end = at.day.adding(days: claimKnobs.handoverDays + 1).start.adding(seconds: -1)
        emit(.handoverOwed(visit, Handover(by: staff, owner: owner, until: end)))
        because(.handoverOwed(staff, owner: owner, until: end))
    }

    /// Management has seen a valid entry in time.
    mutating func prove(_ visit: VisitID) throws(Refusal) {
        try allow(.dutyOfficer)
        guard let proof = customers.proofs[visit] else { throw .claims(.nothingOpen(visit)) }
        emit(.proven(visit))
        because(.proven(proof.by))
        registerCustomer(of: visit)
    }

    /// Not proven in time: the customer and the turn are whoever's was due (REC-34). Judged before
    /// anything else, so that a proof a second too late is too late without the clock; and so is a
    /// claim (REC-31).
    mutating func lapseProofs() {
        for visit in overdueProofs(customers, at) {
            guard let proof = customers.proofs[visit] else { continue }
            let trace = customers.traces[visit]
            emit(.proofMissing(visit, to: proof.turn))
            because(.proofMissing(proof.by, to: proof.turn))
            if let person = trace?.person {
                transfer(person, to: proof.turn)
                for deal in adjudication.dealsOf[person] ?? [] { attribute(deal, quietly: true) }
            }
            if trace != nil { charge(proof.turn, for: visit) }
        }
        for visit in overdueEntries(customers, at) { settleEntry(of: visit) }
    }

    mutating func noteHandover(_ visit: VisitID, _ note: String) throws(Refusal) {
        guard let handover = customers.handovers[visit] else {
            throw .claims(.nothingOpen(visit))
        }
        try allowMove(of: handover.by)
        emit(.handoverNoted(visit, note: note))
        because(.recorded)
    }

    mutating func readHandover(_ visit: VisitID) throws(Refusal) {
        guard let handover = customers.handovers[visit] else {
            throw .claims(.nothingOpen(visit))
        }
        try allowMove(of: handover.owner)
        emit(.handoverRead(visit, at: at))
        because(.recorded)
    }

    /// Notes that nobody read until the end of the next day, and appointments that come up.
    mutating func settleClaims() {
        for visit in overdueHandovers(customers, at) {
            guard let handover = customers.handovers[visit] else { continue }
            emit(.handoverOverdue(visit))
            because(.handoverOverdue(handover.owner))
        }
        for appointment in dueReminders(customers, policy, at) {
            emit(.appointmentReminded(appointment.person, at: appointment.at))
            because(.reminded(appointment.staff, at: appointment.at))
        }
    }
}

/// Whether anything about customers is due by itself.
func isClaimDue(_ customers: Customers, _ policy: Policy, _ at: Moment) -> Bool {
    !overdueProofs(customers, at).isEmpty || !overdueHandovers(customers, at).isEmpty
        || !dueReminders(customers, policy, at).isEmpty || !overdueEntries(customers, at).isEmpty
}

private func overdueEntries(_ customers: Customers, _ at: Moment) -> [VisitID] {
    customers.entries.lazy.filter { at.wholeSecond > $0.value }.map(\.key).sorted()
}

private func overdueProofs(_ customers: Customers, _ at: Moment) -> [VisitID] {
    customers.proofs.lazy.filter { $0.value.until.map { at.wholeSecond > $0 } ?? false }
        .map(\.key).sorted()
}

private func overdueHandovers(_ customers: Customers, _ at: Moment) -> [VisitID] {
    customers.handovers.lazy.filter { at.wholeSecond > $0.value.until }.map(\.key).sorted()
}

private func dueReminders(
    _ customers: Customers, _ policy: Policy, _ at: Moment
) -> [Appointment] {
    customers.appointments.filter {
        let ahead = $0.at.wholeSecond.adding(seconds: -policy.claims.remindMinutes * 60)
        return !$0.reminded && at.wholeSecond >= ahead && at.wholeSecond <= $0.at.wholeSecond
    }
}
