/// Deals of channels, poaching, dumped deals and surveys (OWN-46, OWN-50, OWN-52, OWN-53).
extension Deliberation {
    /// Name and number once more, and what a recommendation has to show for itself.
    mutating func checkDeal(_ id: DealID, _ mark: CustomerMark?) throws(Refusal) {
        try allow(.clericalStaff)
        guard let fact = adjudication.deals[id]?.deal else { throw .channels(.noSuchDeal(id)) }
        var deal = ChannelDeal(
            deal: id, person: fact.person, day: fact.at.day, commission: .none)
        if let visit = channels.brought[fact.person].flatMap({ channels.visits[$0] }) {
            weigh(&deal, visit, mark)
        } else {
            because(.noReport)
        }
        if deal.earner == nil { deal.earner = recommended(fact) }
        emit(.dealJudged(deal, at: at))
        because(.commission(deal.commission))
    }

    private mutating func weigh(
        _ deal: inout ChannelDeal, _ visit: ChannelVisit, _ mark: CustomerMark?
    ) {
        let verdict = channelVerdict(
            on: visit, deal: mark, required: registerKnobs.requiredSteps, under: channelKnobs)
        explain(verdict, visit)
        deal.visit = visit.visit
        if let winner = verdict.findings.first(where: { $0.report == verdict.winner }) {
            deal.report = winner.report
            deal.channel = winner.channel
            deal.agent = winner.agent
            deal.commission = .payable
        }
        if visit.isForfeited { deal.commission = .forfeited }
        if let heldBy = visit.heldBy, verdict.winner == nil {
            because(.heldBefore(by: heldBy, blocks: true))
            deal.earner = heldBy
        }
    }

    /// Established, or shown by the consultant (OWN-50).
    mutating func prove(_ poaching: Poaching) throws(Refusal) {
        try allow()
        _ = try known(poaching.staff)
        emit(.poached(poaching, channelKnobs.poachEffects, at: at))
        because(.poached(from: poaching.staff, channelKnobs.poachEffects))
        if channelKnobs.poachEffects.contains(.ban) {
            because(.blocked(channel: poaching.channel, agent: poaching.agent, until: nil))
        }
        if channelKnobs.poachEffects.contains(.forfeit) { because(.commission(.forfeited)) }
    }

    /// The signature, the first question and the report must agree (OWN-52).
    mutating func confirm(_ slip: VisitConfirmation) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff, .consultant)
        let signatures = try slip.signaturesToEnter()
        for signature in signatures { try checkSignature(signature) }
        let isSigned = slip.isSigned || signatures.contains { $0.place.role == .customer }
        var causes: [AuditCause] = []
        if let visit = channels.visits[slip.visit] {
            if visit.mentionedAt == nil { causes.append(.notMentioned) }
            let isReported = visit.candidates.contains {
                $0.report.channel == slip.channel && $0.report.agent == slip.agent
            }
            if !isReported { causes.append(.noReport) }
        } else {
            causes.append(.unknownVisit)
        }
        if !isSigned { causes.append(.unsigned) }
        emit(.confirmed(slip, at: at))
        for signature in signatures { enter(signature) }
        if causes.isEmpty { because(.confirmed(slip.slip)) } else { audit(slip.visit, causes) }
    }

    mutating func closeAudit(
        _ visit: VisitID, _ staff: StaffID?, _ note: String
    ) throws(Refusal) {
        try allow()
        guard channels.audits[visit] != nil else { throw .channels(.noAudit(visit)) }
        if let staff { _ = try known(staff) }
        emit(.auditClosed(visit, dumpedBy: staff, note: note, at: at))
        guard let staff else { return because(.cleared) }
        because(.dumped(staff, channelKnobs.dumpAction))
        because(.commission(.forfeited))
    }

    mutating func answer(_ survey: ChannelSurvey) throws(Refusal) {
        try allow(.clericalStaff)
        guard let deal = channels.deals.first(where: { $0.deal == survey.deal && $0.isListed })
        else { throw .channels(.noSurvey(survey.deal)) }
        guard survey.marks.allSatisfy({ (1...5).contains($0.value) }),
            Set(survey.marks.keys).isSubset(of: channelKnobs.surveyTargets)
        else { throw .channels(.wrongMarks) }
        emit(.surveyed(survey, at: at))
        because(.surveyed(isBrought: survey.isBrought))
        if !survey.isBrought, let visit = deal.visit { audit(visit, [.buyerDenies]) }
    }

    /// The list of the period before, on the first day after it (OWN-53).
    mutating func drawSurveys() {
        while let end = dueSurvey(channels, policy, at) {
            let drawn = channels.deals.filter { !$0.isListed && $0.day < end }.map(\.deal).sorted()
            emit(.surveyDrawn(end, drawn))
            because(.surveyDrawn(drawn.count))
        }
    }
}

extension VisitConfirmation {
    /// What was signed with it: this paper, each place once.
    fileprivate func signaturesToEnter() throws(Refusal) -> [PaperSignature] {
        var places: Set<SigningPlace> = []
        for signature in signatures ?? [] {
            guard signature.paper == paper, places.insert(signature.place).inserted else {
                throw .registers(.noSuchPlace(paper, signature.place))
            }
        }
        return signatures ?? []
    }
}

/// Whether something about channels falls due by itself.
func isChannelDue(_ channels: Channels, _ policy: Policy, _ at: Moment) -> Bool {
    dueSurvey(channels, policy, at) != nil
}

/// The first day after the period of the earliest deal that is on no list, once it is there.
private func dueSurvey(_ channels: Channels, _ policy: Policy, _ at: Moment) -> BusinessDay? {
    guard let cycle = policy.channels.surveyCycle,
        let first = channels.deals.lazy.filter({ !$0.isListed }).map(\.day).min()
    else { return nil }
    let end = cycle.end(of: first)
    return at.day >= end ? end : nil
}

extension SurveyCycle {
    /// The first day after the period of a day.
    func end(of day: BusinessDay) -> BusinessDay {
        let (_, month, number) = day.civil
        let first = day.adding(days: 1 - number)
        return switch self {
        case .monthly: first.expire(afterMonths: 1)
        case .quarterly: first.expire(afterMonths: 3 - (month - 1) % 3)
        }
    }
}
