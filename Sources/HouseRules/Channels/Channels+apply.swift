extension Channels {
    /// Makes one fact true.
    mutating func apply(_ event: ChannelEvent) {
        switch event {
        case .reported(let filed): enter(filed)
        case .blocked(let block):
            blocks.removeAll { $0.channel == block.channel && $0.agent == block.agent }
            blocks.append(block)
        case .lifted(let channel, let agent):
            blocks.removeAll { $0.channel == channel && $0.agent == agent }
        case .contacted(let slip, let staff, let at):
            contacts[slip] = ArrangedContact(staff: staff, at: at)
        case .seenAtGate(let visit, let at): visits[visit]?.gateAt = at
        case .mentioned(let visit, let at): visits[visit]?.mentionedAt = at
        case .judged(let verdict, let mark, _): judge(verdict, mark)
        case .reviewed(let review, _):
            visits[review.visit]?.review = review
            visits[review.visit]?.winner = review.report
        case .poached(let poaching, let effects, _): poach(poaching, effects)
        case .recommended(let referral):
            recommendations[referral.person, default: []].append(referral)
        case .evidenceNoted(let person, let slip, let evidence, let at):
            note(evidence, of: person, slip, at)
        case .confirmed, .audited, .auditClosed, .dealJudged, .surveyDrawn, .surveyed:
            applyLater(event)
        }
    }

    private mutating func applyLater(_ event: ChannelEvent) {
        switch event {
        case .audited(let visit, let causes, let at):
            var item = audits[visit] ?? AuditItem(causes: [], since: at)
            item.causes += causes.filter { !item.causes.contains($0) }
            audits[visit] = item
        case .auditClosed(let visit, let dumpedBy, _, _):
            audits[visit] = nil
            guard dumpedBy != nil else { break }
            visits[visit]?.isForfeited = true
            forfeit { $0.visit == visit }
        case .dealJudged(let deal, _):
            deals.removeAll { $0.deal == deal.deal }
            if deal.report != nil { deals.append(deal) }
            recommendations[deal.person] = nil
        case .surveyDrawn(_, let drawn):
            for index in deals.indices where drawn.contains(deals[index].deal) {
                deals[index].isListed = true
            }
        case .surveyed(let survey, _): deals.removeAll { $0.deal == survey.deal }
        default: break
        }
    }

    private mutating func enter(_ filed: FiledReport) {
        drop(before: filed.enteredAt.day)
        self.filed = filed.number
        reports[filed.report.slip] = filed
        for key in filed.report.customer.keys { index[key, default: []].append(filed.report.slip) }
    }

    /// Once a day: what does not count any more and nobody waits for.
    private mutating func drop(before day: BusinessDay) {
        guard sweptOn != day else { return }
        sweptOn = day
        for (slip, filed) in reports {
            guard let lapses = filed.lapses, lapses <= day else { continue }
            reports[slip] = nil
            contacts[slip] = nil
            for key in filed.report.customer.keys {
                index[key]?.removeAll { $0 == slip }
                if index[key]?.isEmpty ?? false { index[key] = nil }
            }
        }
    }

    private mutating func judge(_ verdict: ChannelVerdict, _ mark: CustomerMark) {
        let found = verdict.findings.map(\.report)
        visits[verdict.visit]?.mark = mark
        visits[verdict.visit]?.candidates = found.compactMap { reports[$0] }
        visits[verdict.visit]?.barred = verdict.findings.filter(\.isBarred).map(\.report)
        visits[verdict.visit]?.winner = verdict.winner
        remember(verdict.visit)
    }

    /// The first visit to which a channel brought somebody is the one that counts at the deal.
    mutating func remember(_ visit: VisitID) {
        guard let known = visits[visit], let person = known.person, !known.candidates.isEmpty
        else { return }
        if let before = brought[person].flatMap({ visits[$0] }), before.winner != nil { return }
        brought[person] = visit
    }

    private mutating func poach(_ poaching: Poaching, _ effects: [PoachEffect]) {
        if effects.contains(.ban) {
            let ban = ChannelBlock(
                channel: poaching.channel, agent: poaching.agent, note: poaching.note)
            apply(.blocked(ban))
        }
        guard effects.contains(.forfeit) else { return }
        if let visit = brought[poaching.person] {
            visits[visit]?.isForfeited = true
            visits[visit]?.heldBy = poaching.staff
            visits[visit]?.winner = nil
        }
        forfeit { $0.person == poaching.person }
    }

    private mutating func forfeit(where isMeant: (ChannelDeal) -> Bool) {
        for index in deals.indices where isMeant(deals[index]) {
            deals[index].commission = .forfeited
        }
    }

    private mutating func note(
        _ evidence: ReferralEvidence, of person: PersonID, _ slip: SlipID, _ at: Moment
    ) {
        let index = recommendations[person]?.firstIndex { $0.slip == slip }
        guard let index, recommendations[person]?[index].evidence[evidence] == nil else { return }
        recommendations[person]?[index].evidence[evidence] = at
    }
}

extension CustomerMark {
    /// Under what a report is found.
    var keys: [String] { ["tail " + tail, "name " + name] }
}
