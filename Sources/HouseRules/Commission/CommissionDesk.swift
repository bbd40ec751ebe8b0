/// The pay of a month: worked out, approved, locked (SAT-37, OWN-28, OWN-38).
extension Deliberation {
    mutating func carryOut(_ command: CommissionCommand) throws(Refusal) -> Outcome {
        switch command {
        case .adopt(let scheme): try adopt(scheme)
        case .publishScore(let staff, let month, let score):
            try publish(staff, month, score)
        case .workOut(let month, let deals): try workOut(month, deals)
        case .approve(let month): try approve(month)
        case .lock(let month): try lock(month)
        case .correct(let correction): try correct(correction)
        }
        return .done
    }

    private mutating func adopt(_ scheme: CommissionScheme) throws(Refusal) {
        try allowOnly(.salesManager)
        guard scheme.isWhole, scheme.from.civil.day == 1 else {
            throw .commission(.schemeNotWhole)
        }
        guard !commission.schemes.contains(where: { $0.slip == scheme.slip }) else {
            throw .commission(.numberTaken(scheme.slip))
        }
        try unlocked(scheme.from)
        emit(.adopted(scheme, at: at))
        because(.adopted(from: scheme.from))
    }

    private mutating func publish(
        _ staff: StaffID, _ month: BusinessDay, _ score: Int
    ) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try known(staff)
        guard (0...10_000).contains(score) else { throw .commission(.scoreOutOfRange) }
        try unlocked(month)
        emit(.scorePublished(staff, month: month, score: score, by: actor.staff, at: at))
        because(.scored(staff, score))
    }

    private func unlocked(_ month: BusinessDay) throws(Refusal) {
        if let locked = commission.lockedThrough, month <= locked {
            throw .commission(.monthLocked(month))
        }
    }

    /// From the deals with the shares that the books know; the earlier months must be locked, so
    /// that what was paid is known.
    private mutating func workOut(
        _ month: BusinessDay, _ deals: [CommissionDeal]
    ) throws(Refusal) {
        try allow(.clericalStaff)
        guard month.civil.day == 1, let scheme = commission.scheme(of: month) else {
            throw .commission(.noScheme(month))
        }
        try unlocked(month)
        if let earlier = commission.open.keys.filter({ $0 < month }).min() {
            throw .commission(.notApproved(earlier))
        }
        let statements = try state.pay(
            of: month, deals, by: scheme, under: policy.commission)
        emit(.workedOut(month: month, statements, at: at))
        for statement in statements {
            because(.stated(statement))
            if statement.carried.fen < 0 { because(.carried(statement.staff, statement.carried)) }
        }
    }

    private mutating func approve(_ month: BusinessDay) throws(Refusal) {
        try allowOnly(.salesManager)
        try unlocked(month)
        guard commission.open[month] != nil else { throw .commission(.notApproved(month)) }
        emit(.approved(month: month, by: actor.staff, at: at))
        because(.approved)
    }

    private mutating func lock(_ month: BusinessDay) throws(Refusal) {
        try allow(.clericalStaff)
        try unlocked(month)
        guard commission.open[month]?.isApproved ?? false else {
            throw .commission(.notApproved(month))
        }
        emit(.locked(month: month, at: at))
        because(.locked)
    }

    private mutating func correct(_ correction: CommissionCorrection) throws(Refusal) {
        try allowOnly(.salesManager)
        guard let locked = commission.lockedThrough, correction.of <= locked else {
            throw .commission(.monthOpen(correction.of))
        }
        guard !correction.note.isEmpty else { throw .commission(.noteMissing) }
        guard !commission.corrections.contains(where: { $0.slip == correction.slip }) else {
            throw .commission(.numberTaken(correction.slip))
        }
        emit(.corrected(correction, by: actor.staff, at: at))
        because(.corrected(correction.amount))
    }
}
