/// The draw, and how an activity becomes ready (SEL-02, SEL-08).
extension Deliberation {
    mutating func commit(_ id: ActivityID, _ hash: String) throws(Refusal) {
        try allow()
        let activity = try activity(id)
        guard !activity.isOrdered else { throw .selection(.alreadyDrawn) }
        let isHash =
            hash.utf8.count == 64
            && hash.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isHash else { throw .selection(.seedIncomplete) }
        emit(.committed(id, Commitment(hash: hash, at: at)))
        because(.drawFrom(at.wholeSecond.adding(seconds: activity.terms.commitMinutes * 60)))
    }

    /// Once and for good; objections go another way (SEL-02, SEL-09).
    mutating func draw(_ id: ActivityID, _ seed: String, _ publicPart: String) throws(Refusal) {
        try allow()
        try running(id)
        let activity = try activity(id)
        let commitment = try check(activity, seed, publicPart)
        if activity.rosterHash == nil {
            let hash = DrawSheet.hash(of: activity.roster)
            emit(.locked(id, hash: hash, at: at))
            because(.locked(hash: hash, count: activity.roster.count))
        }
        let sheet = DrawSheet(
            roster: activity.roster, hash: DrawSheet.hash(of: activity.roster),
            commitment: commitment.hash, committedAt: commitment.at, drawnAt: at, seed: seed,
            publicPart: publicPart,
            order: DrawSheet.order(of: activity.roster, seed: seed, publicPart: publicPart))
        emit(.drawn(id, sheet))
        if let first = sheet.order.first { because(.drawn(first: first)) }
    }

    private func check(
        _ activity: Activity, _ seed: String, _ publicPart: String
    ) throws(Refusal) -> Commitment {
        guard !activity.isOrdered else { throw .selection(.alreadyDrawn) }
        let isLocked = activity.rosterHash != nil || activity.terms.rosterLock == .atDraw
        guard isLocked, !activity.roster.isEmpty else { throw .selection(.rosterOpen) }
        guard let commitment = activity.commitment else { throw .selection(.commitmentMissing) }
        let from = commitment.at.wholeSecond.adding(seconds: activity.terms.commitMinutes * 60)
        guard at.wholeSecond >= from else { throw .selection(.commitmentTooLate(from: from)) }
        let isPublic = !publicPart.isEmpty || !activity.terms.publicPart
        let areLines = !(seed + publicPart).utf8.contains(10)
        guard isPublic, areLines, !seed.isEmpty else { throw .selection(.seedIncomplete) }
        guard SHA256.hex(of: seed) == commitment.hash else { throw .selection(.seedMismatch) }
        return commitment
    }

    mutating func prepare(_ id: ActivityID, _ preparation: Preparation) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try activity(id)
        if case .rehearsal(let signed) = preparation, signed.isEmpty {
            throw .selection(.noteMissing)
        }
        emit(.prepared(id, preparation, at: at))
        let gaps = try activity(id).gaps
        because(gaps.isEmpty ? .ready : .missing(gaps))
    }

    /// The manager's word, which stands for confirming every unit of the list (SEL-04, SEL-08).
    mutating func approve(_ id: ActivityID, _ note: String) throws(Refusal) {
        guard actor.role == .salesManager else { throw .selection(.approverRequired) }
        let activity = try activity(id)
        guard activity.rosterHash != nil else { throw .selection(.rosterOpen) }
        let gaps = activity.gaps
        guard gaps.isEmpty || !note.isEmpty else { throw .selection(.notReady(gaps)) }
        let units = activity.units.keys.sorted()
        emit(.approved(id, gaps, note: note, at: at))
        because(gaps.isEmpty ? .ready : .letThrough(gaps))
        for unit in units where sales.units[unit]?.status == .unreleased {
            move(unit, to: .available, in: id)
        }
    }
}
