/// What has to be there for a customer to be a channel's (OWN-49).
public enum ChannelLight: String, Codable, Sendable, CaseIterable {
    /// 报备够早.
    case leadTime = "lead_time"
    /// 信息一致.
    case match
    /// 首问提到渠道.
    case mentioned
    /// 没有更早的有效报备.
    case earliest
}

/// How one report stands against one visit.
public struct ReportFinding: Codable, Hashable, Sendable {
    /// The report.
    public var report: SlipID
    /// The company.
    public var channel: String
    /// Its agent.
    public var agent: String
    /// The moment by which it counts.
    public var countsAt: Moment
    /// Whole seconds from the report to the arrival; negative: it came after.
    public var lead: Int
    /// In time: early enough and not too old.
    public var isTimely: Bool
    /// In what it differs.
    public var differs: [MatchField]
    /// Whoever reported may not bring customers.
    public var isBarred: Bool

    /// Whether it takes part in the comparison (OWN-47).
    public var isValid: Bool { isTimely && differs.isEmpty && !isBarred }
}

/// Whose customer a visitor is as far as channels go, with all that decides it (OWN-49).
public struct ChannelVerdict: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Where it was compared.
    public var checkpoint: MatchCheckpoint
    /// When the group came in.
    public var arrivedAt: Moment
    /// What shows it.
    public var arrivedBy: ArrivalSource
    /// Every report that could be meant, the earliest first.
    public var findings: [ReportFinding]
    /// The report that it goes by; nil: a natural visit.
    public var winner: SlipID?
    /// What is there, of the winner or of the report that comes nearest.
    public var lights: [ChannelLight]
    /// When a channel was first spoken of.
    public var mentionedAt: Moment?
    /// From when on it was too late for that.
    public var cutoff: Moment?
    /// Whose natural visitor they were before.
    public var heldBy: StaffID?
}

/// Judges a visit: pure, at the arrival and again at the deal.
///
/// - Parameters:
///   - visit: What is known of the visit, with the reports that could be meant.
///   - deal: Name and number of the order; nil: at the arrival.
///   - barred: Reports of those who might not bring customers when the group came in.
public func channelVerdict(
    on visit: ChannelVisit, deal: CustomerMark?, required: [ReceptionStep],
    under knobs: ChannelPolicy
) -> ChannelVerdict {
    let (arrivedAt, source) = visit.arrival(by: knobs.arrivalSources)
    let findings = visit.candidates.map {
        finding($0, on: visit, arrivedAt, deal: deal, knobs)
    }
    let cutoff = visit.cutoff(knobs.mentionCutoff, required: required)
    let isMentioned = !knobs.mentionRequired || visit.isMentioned(before: cutoff)
    let focus =
        findings.first { $0.isValid }
        ?? findings.max { closeness($0) < closeness($1) }
    let isFree = visit.heldBy == nil || knobs.existingOwner == .allows
    var winner = focus.flatMap { $0.isValid && isMentioned && isFree ? $0.report : nil }
    if let review = visit.review { winner = review.report }
    if visit.isForfeited { winner = nil }
    let lights = ChannelLight.allCases.filter { light in
        switch light {
        case .leadTime: focus?.isTimely ?? false
        case .match: focus?.differs.isEmpty ?? false
        case .mentioned: isMentioned
        case .earliest: focus.map { !$0.isBarred } ?? false
        }
    }
    return ChannelVerdict(
        visit: visit.visit, checkpoint: deal == nil ? .arrival : .deal, arrivedAt: arrivedAt,
        arrivedBy: source, findings: findings, winner: winner, lights: lights,
        mentionedAt: visit.mentionedAt, cutoff: cutoff, heldBy: visit.heldBy)
}

private func finding(
    _ filed: FiledReport, on visit: ChannelVisit, _ arrivedAt: Moment, deal: CustomerMark?,
    _ knobs: ChannelPolicy
) -> ReportFinding {
    var differs: [MatchField] = []
    if knobs.checkpoints.contains(.arrival), let mark = visit.mark {
        differs += filed.report.customer.differs(
            from: mark, in: knobs.matchFields, maskAllowed: knobs.maskAllowed)
    }
    if knobs.checkpoints.contains(.deal), let deal {
        differs += filed.report.customer.differs(
            from: deal, in: knobs.matchFields, maskAllowed: knobs.maskAllowed)
    }
    let isFresh = filed.lapses.map { arrivedAt.day < $0 } ?? true
    return ReportFinding(
        report: filed.report.slip, channel: filed.report.channel, agent: filed.report.agent,
        countsAt: filed.countsAt, lead: arrivedAt.seconds(since: filed.countsAt),
        isTimely: arrivedAt.wholeSecond >= filed.opens && isFresh,
        differs: MatchField.allCases.filter(differs.contains),
        isBarred: visit.barred.contains(filed.report.slip))
}

/// How many of the conditions a report meets by itself.
private func closeness(_ finding: ReportFinding) -> Int {
    (finding.isTimely ? 1 : 0) + (finding.differs.isEmpty ? 1 : 0) + (finding.isBarred ? 0 : 1)
}
