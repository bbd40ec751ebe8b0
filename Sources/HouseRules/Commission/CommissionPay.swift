/// What a month comes to by a scheme: the same for the month that is worked out and for a draft of
/// other rates that is only tried (SAT-37, OWN-28, OWN-38).
extension SiteState {
    /// The statements of a month that is not locked, from deals with the shares that the books
    /// know. Nothing is decided by it.
    ///
    /// - Parameters:
    ///   - month: Its first day.
    ///   - deals: All that may count, each as the scheme calls it.
    ///   - scheme: The rates; it need not be adopted.
    ///   - policy: How the score moves the pay.
    ///   - score: In hundredths, for whoever has none yet; nil: they need one.
    /// - Throws: The refusal that working the month out would get.
    public func pay(
        of month: BusinessDay, _ deals: [CommissionDeal], by scheme: CommissionScheme,
        under policy: CommissionPolicy, assuming score: Int? = nil
    ) throws(Refusal) -> [Statement] {
        if let locked = commission.lockedThrough, month <= locked {
            throw .commission(.monthLocked(month))
        }
        let deals = deals.map(attributed)
        let missing = deals.filter { !$0.shares.isWhole }.map(\.deal)
        guard missing.isEmpty else { throw .commission(.sharesMissing(missing.sorted())) }
        var scores = commission.scores[month] ?? [:]
        var result = worked(month, deals, scheme, policy, scores)
        guard result.unrated.isEmpty else { throw .commission(.noRate(result.unrated)) }
        if let score, !result.unscored.isEmpty {
            for staff in result.unscored { scores[staff] = score }
            result = worked(month, deals, scheme, policy, scores)
        }
        guard result.unscored.isEmpty else {
            throw .commission(.scoreNotPublished(result.unscored))
        }
        return result.statements
    }

    private func worked(
        _ month: BusinessDay, _ deals: [CommissionDeal], _ scheme: CommissionScheme,
        _ policy: CommissionPolicy, _ scores: [StaffID: Int]
    ) -> CommissionMonth {
        CommissionMonth(
            month, deals: deals, scheme: scheme, policy: policy, scores: scores,
            paid: deals.flatMap { commission.paid[$0.deal] ?? [] },
            corrections: commission.corrections)
    }

    /// With the shares of the attribution that stands; a deal that is not on file brings its own.
    private func attributed(_ deal: CommissionDeal) -> CommissionDeal {
        guard let shares = adjudication.deals[deal.deal]?.current?.shares else { return deal }
        var deal = deal
        deal.shares = shares
        return deal
    }
}
