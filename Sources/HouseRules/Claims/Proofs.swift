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
        for visit in overdueProofs(customers.proofs, at) {
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
        for visit in overdueEntries(customers.entries, at) { settleEntry(of: visit) }
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
        for visit in overdueHandovers(customers.handovers, at) {
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
    !overdueProofs(customers.proofs, at).isEmpty
        || !overdueHandovers(customers.handovers, at).isEmpty
        || !overdueEntries(customers.entries, at).isEmpty
        || !dueReminders(customers, policy, at).isEmpty
}

private func overdueEntries(_ entries: [VisitID: Moment], _ at: Moment) -> [VisitID] {
    overdue(entries) { at.wholeSecond > $0 }
}

private func overdueProofs(_ proofs: [VisitID: AwaitedProof], _ at: Moment) -> [VisitID] {
    overdue(proofs) { proof in proof.until.map { at.wholeSecond > $0 } ?? false }
}

private func overdueHandovers(_ handovers: [VisitID: Handover], _ at: Moment) -> [VisitID] {
    overdue(handovers) { at.wholeSecond > $0.until }
}

/// What fell due, in the order of the visits. Every decision asks, and mostly for nothing.
private func overdue<Open>(_ open: [VisitID: Open], _ isDue: (Open) -> Bool) -> [VisitID] {
    var due: [VisitID] = []
    for (visit, one) in open where isDue(one) { due.append(visit) }
    return due.count > 1 ? due.sorted() : due
}

private func dueReminders(
    _ customers: Customers, _ policy: Policy, _ at: Moment
) -> [Appointment] {
    customers.appointments.filter {
        let ahead = $0.at.wholeSecond.adding(seconds: -policy.claims.remindMinutes * 60)
        return !$0.reminded && at.wholeSecond >= ahead && at.wholeSecond <= $0.at.wholeSecond
    }
}
