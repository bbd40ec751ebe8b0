/// Why a customer counts as a channel's or as having come by themselves.
public enum ChannelReason: Codable, Hashable, Sendable {
    /// Written down; the customer may come from then on, before that day (OWN-45).
    case reported(from: Moment, until: BusinessDay?)
    /// The group came in then, as the earliest of the records shows (OWN-45).
    case arrived(Moment, by: ArrivalSource)
    /// How a report stands against the visit (OWN-45, OWN-46, OWN-50).
    case weighed(ReportFinding)
    /// Reported too shortly before: met at the sales office (OWN-45, CHANNEL_INTERCEPT).
    case intercepted(SlipID, lead: Int)
    /// Name or number differ (OWN-46, CHANNEL_MISMATCH).
    case mismatched(SlipID, [MatchField], MatchCheckpoint)
    /// A valid report that came earlier (OWN-47).
    case outranked(SlipID, by: SlipID)
    /// The customer spoke of a channel in time (OWN-48).
    case mentioned(Moment)
    /// The customer did not, or too late (OWN-48).
    case notMentioned(cutoff: Moment?)
    /// Nobody reported the customer (OWN-49).
    case noReport
    /// They were a consultant's natural visitor already (OWN-49).
    case heldBefore(by: StaffID, blocks: Bool)
    /// A channel's (OWN-49).
    case brought(channel: String, agent: String, SlipID)
    /// A natural visit, for what is missing (OWN-49).
    case natural(missing: [ChannelLight])
    /// Management looked at the evidence itself (OWN-46).
    case reviewed(SlipID?)
    /// What the channel gets (OWN-49, OWN-50).
    case commission(Commission)
    /// May not bring customers (OWN-50).
    case blocked(channel: String, agent: String?, until: Moment?)
    /// May again (OWN-50).
    case lifted(channel: String, agent: String?)
    /// Took a consultant's customer (OWN-50).
    case poached(from: StaffID, [PoachEffect])
    /// A consultant will receive whom 空间家 sends (OWN-51).
    case contacted(StaffID)
    /// Both were there before the arrival (OWN-51).
    case spaceHome(StaffID)
    /// Something was not there before the arrival (OWN-51).
    case spaceHomeLacks([SpaceHomeNeed])
    /// The three records agree (OWN-52).
    case confirmed(SlipID)
    /// To be gone into (OWN-52, CHANNEL_AUDIT).
    case audited([AuditCause])
    /// Gone into, and nothing wrong (OWN-52).
    case cleared
    /// Handed a natural visitor to a channel (OWN-52).
    case dumped(StaffID, DumpAction)
    /// The buyers of a period are to be called (OWN-53).
    case surveyDrawn(Int)
    /// A buyer answered (OWN-53).
    case surveyed(isBrought: Bool)
    /// An employee recommended somebody to the consultant (OWN-44).
    case recommendation(StaffID)
    /// Something is on record of them (OWN-44).
    case evidence(ReferralEvidence, Moment)
    /// Something is not on record in time (OWN-44).
    case evidenceMissing(StaffID, [ReferralEvidence])
    /// The recommended consultant's after all (OWN-44).
    case recommendedOwns(StaffID)
    /// Written down (OWN-45).
    case gateNoted

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .recommendation, .evidence, .evidenceMissing, .recommendedOwns: .own(44)
        case .reported, .arrived, .intercepted, .gateNoted: .own(45)
        case .weighed(let finding): finding.clause
        case .mismatched, .reviewed: .own(46)
        case .outranked: .own(47)
        case .mentioned, .notMentioned: .own(48)
        case .noReport, .heldBefore, .brought, .natural: .own(49)
        case .commission(let commission): commission == .forfeited ? .own(50) : .own(49)
        case .blocked, .lifted, .poached: .own(50)
        case .contacted, .spaceHome, .spaceHomeLacks: .own(51)
        case .confirmed, .audited, .cleared, .dumped: .own(52)
        case .surveyDrawn, .surveyed: .own(53)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? {
        switch self {
        case .intercepted: "CHANNEL_INTERCEPT"
        case .mismatched: "CHANNEL_MISMATCH"
        case .audited: "CHANNEL_AUDIT"
        default: nil
        }
    }
}

extension ReportFinding {
    /// The clause by which the report stands or falls.
    var clause: Clause {
        if isBarred { return .own(50) }
        return isTimely && !differs.isEmpty ? .own(46) : .own(45)
    }
}
