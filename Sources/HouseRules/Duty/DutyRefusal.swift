/// Why a command about order on the floor does not stand.
public enum DutyRefusal: Codable, Hashable, Sendable {
    /// Only somebody on stand can take the front over (REC-11).
    case notOnStand(StaffID)
    /// Stations are numbered from one (REC-02).
    case noSuchSlot(Int)
    /// Whoever leaves on business tells somebody first (REC-10).
    case noticeRequired
    /// Nobody receives in place of the one who was sent (REC-10).
    case proxyForbidden(due: StaffID)
    /// No answer is awaited from this person (REC-10).
    case nothingToAnswer(VisitID)
    /// Nobody is on stand who could take over (REC-14).
    case nobodyToTakeOver
    /// A rest day is worked whole or not at all (REC-14).
    case restDayPartialJoin(until: TimeOfDay)
    /// The house's rules know no such suspension (REC-12).
    case suspensionNotInUse
    /// The same incident was judged by somebody as high or higher (REC-12).
    case incidentJudged(String)
    /// The facts are missing (REC-12, REC-15).
    case factsMissing
    /// No such lost turn is on the books of the day, or it is corrected already (REC-15).
    case noSuchLine
    /// No such dispute is open (REC-15).
    case noSuchDispute(String)
    /// An errand ends later the same day (REC-06).
    case errandEnd(Moment)
    /// No tour group waits for an order under this name (REC-23).
    case nothingToProve(VisitID)
    /// The order came after the day was over (REC-23).
    case proofTooLate

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .notOnStand: "NOT_ON_STAND"
        case .noSuchSlot: "NO_SUCH_SLOT"
        case .noticeRequired: "NOTICE_REQUIRED"
        case .proxyForbidden: "PROXY_FORBIDDEN"
        case .nothingToAnswer: "NOTHING_TO_ANSWER"
        case .nobodyToTakeOver: "NOBODY_TO_TAKE_OVER"
        case .restDayPartialJoin: "REST_DAY_PARTIAL_JOIN"
        case .suspensionNotInUse: "SUSPENSION_NOT_IN_USE"
        case .incidentJudged: "INCIDENT_JUDGED"
        case .factsMissing: "FACTS_MISSING"
        case .noSuchLine: "NO_SUCH_LINE"
        case .noSuchDispute: "NO_SUCH_DISPUTE"
        case .errandEnd: "ERRAND_END"
        case .nothingToProve: "NOTHING_TO_PROVE"
        case .proofTooLate: "PROOF_TOO_LATE"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .notOnStand: .rec(11)
        case .noSuchSlot: .rec(2)
        case .noticeRequired, .proxyForbidden, .nothingToAnswer: .rec(10)
        case .nobodyToTakeOver, .restDayPartialJoin: .rec(14)
        case .suspensionNotInUse, .incidentJudged: .rec(12)
        case .factsMissing, .noSuchLine, .noSuchDispute: .rec(15)
        case .errandEnd: .rec(6)
        case .nothingToProve, .proofTooLate: .rec(23)
        }
    }
}
