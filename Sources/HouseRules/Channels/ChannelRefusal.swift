/// Why a command about a channel does not stand.
public enum ChannelRefusal: Codable, Hashable, Sendable {
    /// There is a slip of that number already (OWN-45).
    case slipExists(SlipID)
    /// There is no such report, or it does not count any more (OWN-45).
    case noSuchReport(SlipID)
    /// Only whole numbers can be compared (OWN-46).
    case numberMasked
    /// The desk knows of no such visit (OWN-49).
    case noSuchVisit(VisitID)
    /// Name and number have not been compared yet (OWN-49).
    case notJudged(VisitID)
    /// The reception had begun when a channel was spoken of (OWN-48).
    case mentionTooLate(since: Moment)
    /// May not bring customers (OWN-50).
    case banned(channel: String, agent: String?, until: Moment?)
    /// Nothing stops them (OWN-50).
    case notBlocked
    /// Nothing is to be gone into (OWN-52).
    case noAudit(VisitID)
    /// No such deal is open (OWN-46).
    case noSuchDeal(DealID)
    /// The buyer is on no list (OWN-53).
    case noSurvey(DealID)
    /// The buyer is not asked about these, or the marks are not from 1 to 5 (OWN-53).
    case wrongMarks
    /// There is no such form (OWN-44).
    case noSuchReferral(SlipID)

    /// The stable code.
    public var code: String {
        switch self {
        case .slipExists: "REPORT_EXISTS"
        case .noSuchReport: "REPORT_UNKNOWN"
        case .numberMasked: "CHANNEL_NUMBER_MASKED"
        case .noSuchVisit: "CHANNEL_VISIT_UNKNOWN"
        case .notJudged: "CHANNEL_NOT_JUDGED"
        case .mentionTooLate: "CHANNEL_MENTION_LATE"
        case .banned: "CHANNEL_BANNED"
        case .notBlocked: "CHANNEL_NOT_BLOCKED"
        case .noAudit: "AUDIT_UNKNOWN"
        case .noSuchDeal: "DEAL_UNKNOWN"
        case .noSurvey: "SURVEY_UNKNOWN"
        case .wrongMarks: "SURVEY_MARKS"
        case .noSuchReferral: "REFERRAL_UNKNOWN"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .noSuchReferral: .own(44)
        case .slipExists, .noSuchReport: .own(45)
        case .numberMasked, .noSuchDeal: .own(46)
        case .mentionTooLate: .own(48)
        case .noSuchVisit, .notJudged: .own(49)
        case .banned, .notBlocked: .own(50)
        case .noAudit: .own(52)
        case .noSurvey, .wrongMarks: .own(53)
        }
    }
}
