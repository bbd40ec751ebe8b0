/// The visit against the reports (OWN-45 … OWN-49).
extension Deliberation {
    mutating func passGate(_ visit: VisitID, _ moment: Moment) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff)
        let known = try channelVisit(visit)
        guard moment.wholeSecond <= at.wholeSecond else { throw .inTheFuture(moment) }
        guard moment.day == known.arrivedAt.day else { throw .tooOld(moment) }
        emit(.seenAtGate(visit, at: moment))
        because(.gateNoted)
    }

    /// Asked once more before the reception is under way (OWN-48).
    mutating func mention(_ visit: VisitID) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer)
        let known = try channelVisit(visit)
        let cutoff = [
            known.cutoff(channelKnobs.mentionCutoff, required: registerKnobs.requiredSteps),
            known.finishedAt,
        ].compactMap { $0 }.min()
        if let cutoff, at.wholeSecond >= cutoff.wholeSecond {
            throw .channels(.mentionTooLate(since: cutoff))
        }
        if known.mentionedAt == nil { emit(.mentioned(visit, at: at)) }
        because(.mentioned(known.mentionedAt ?? at))
        if let mark = known.mark { try judge(visit, mark, nil) }
    }

    /// Name and number of the register against every report that could be meant.
    mutating func judge(_ id: VisitID, _ mark: CustomerMark, _ shown: SlipID?) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff)
        var visit = try channelVisit(id)
        if let shown { _ = try filed(shown) }
        visit.mark = mark
        visit.candidates = channels.candidates(
            mark, shown: shown, byName: visit.mentionedAt != nil)
        let (arrivedAt, _) = visit.arrival(by: channelKnobs.arrivalSources)
        visit.barred = visit.candidates.map(\.report).filter {
            channels.block($0.channel, $0.agent, at: arrivedAt) != nil
        }.map(\.slip)
        let verdict = channelVerdict(
            on: visit, deal: nil, required: registerKnobs.requiredSteps, under: channelKnobs)
        emit(.judged(verdict, mark: mark, at: at))
        explain(verdict, visit)
        if let heldBy = visit.heldBy, channelKnobs.existingOwner == .blocks,
            verdict.lights == ChannelLight.allCases, visit.review == nil
        {
            audit(id, [.existingOwner])
            because(.heldBefore(by: heldBy, blocks: true))
        }
    }

    /// Everything that was weighed, what decided it, and why the others lost.
    mutating func explain(_ verdict: ChannelVerdict, _ visit: ChannelVisit) {
        because(.arrived(verdict.arrivedAt, by: verdict.arrivedBy))
        for finding in verdict.findings { because(.weighed(finding)) }
        if verdict.lights.contains(.mentioned), let moment = verdict.mentionedAt {
            because(.mentioned(moment))
        }
        if let review = visit.review { because(.reviewed(review.report)) }
        guard let winner = verdict.findings.first(where: { $0.report == verdict.winner }) else {
            return explainNatural(verdict)
        }
        for other in verdict.findings where other.isValid && other.report != winner.report {
            because(.outranked(other.report, by: winner.report))
        }
        because(.brought(channel: winner.channel, agent: winner.agent, winner.report))
    }

    private mutating func explainNatural(_ verdict: ChannelVerdict) {
        if verdict.findings.isEmpty { because(.noReport) }
        for finding in verdict.findings where !finding.isBarred {
            if !finding.isTimely {
                because(.intercepted(finding.report, lead: finding.lead))
            } else if !finding.differs.isEmpty {
                because(.mismatched(finding.report, finding.differs, verdict.checkpoint))
            }
        }
        if !verdict.lights.contains(.mentioned) { because(.notMentioned(cutoff: verdict.cutoff)) }
        because(
            .natural(missing: ChannelLight.allCases.filter { !verdict.lights.contains($0) }))
    }

    /// By evidence that the comparison cannot see (OWN-46).
    mutating func review(_ review: ChannelReview) throws(Refusal) {
        try allow()
        let visit = try channelVisit(review.visit)
        guard visit.mark != nil else { throw .channels(.notJudged(review.visit)) }
        if let report = review.report,
            !visit.candidates.contains(where: { $0.report.slip == report })
        {
            throw .channels(.noSuchReport(report))
        }
        emit(.reviewed(review, at: at))
        because(.reviewed(review.report))
    }

    mutating func audit(_ visit: VisitID, _ causes: [AuditCause]) {
        emit(.audited(visit, causes, at: at))
        because(.audited(causes))
    }
}
