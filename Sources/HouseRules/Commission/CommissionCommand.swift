/// The pay of a month (SAT-36, SAT-37, OWN-28, OWN-38).
public enum CommissionCommand: Codable, Hashable, Sendable {
    /// A scheme holds from its month on.
    case adopt(CommissionScheme)
    /// The score of somebody for a month, in hundredths (SAT-36).
    case publishScore(StaffID, month: BusinessDay, score: Int)
    /// The statements of a month are worked out, again as often as it is not locked.
    case workOut(month: BusinessDay, [CommissionDeal])
    /// The manager approves of them.
    case approve(month: BusinessDay)
    /// The month is paid out and changes no more.
    case lock(month: BusinessDay)
    /// A locked month was wrong: it counts in the next one that is worked out.
    case correct(CommissionCorrection)
}

/// Facts of pay; frozen once shipped.
public enum CommissionEvent: Codable, Hashable, Sendable {
    /// A scheme holds.
    case adopted(CommissionScheme, at: Moment)
    /// A score.
    case scorePublished(StaffID, month: BusinessDay, score: Int, by: StaffID, at: Moment)
    /// The statements of a month.
    case workedOut(month: BusinessDay, [Statement], at: Moment)
    /// Approved.
    case approved(month: BusinessDay, by: StaffID, at: Moment)
    /// Locked.
    case locked(month: BusinessDay, at: Moment)
    /// A correction waits for the next month.
    case corrected(CommissionCorrection, by: StaffID, at: Moment)
}

/// Why a month is paid as it is.
public enum CommissionReason: Codable, Hashable, Sendable {
    /// From then on.
    case adopted(from: BusinessDay)
    /// A score in hundredths.
    case scored(StaffID, Int)
    /// Somebody's month in a sentence.
    case stated(Statement)
    /// What was not paid enough for the claw-back goes on to the next month.
    case carried(StaffID?, Money)
    /// Approved.
    case approved
    /// Locked.
    case locked
    /// It counts in the next month.
    case corrected(Money)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .scored: .sat(36)
        case .adopted, .stated, .approved, .locked: .sat(37)
        case .carried, .corrected: .own(28)
        }
    }
}

/// Why a command about pay does not stand.
public enum CommissionRefusal: Codable, Hashable, Sendable {
    /// The scheme is not whole.
    case schemeNotWhole
    /// There is a number like that already.
    case numberTaken(SlipID)
    /// Months begin on the first, and a scheme must hold in them.
    case noScheme(BusinessDay)
    /// A score is 0 … 100 with two places.
    case scoreOutOfRange
    /// Nobody may be paid without a score (SAT-37).
    case scoreNotPublished([StaffID])
    /// Sold without a rate.
    case noRate([DealID])
    /// Nobody has a part of it: the deal is not known to the books.
    case sharesMissing([DealID])
    /// The month is locked: only by a correction in a later one.
    case monthLocked(BusinessDay)
    /// It must be worked out first, or approved first.
    case notApproved(BusinessDay)
    /// Only locked months need corrections.
    case monthOpen(BusinessDay)
    /// A reason is missing.
    case noteMissing

    /// The stable code.
    public var code: String {
        switch self {
        case .schemeNotWhole: "SCHEME_NOT_WHOLE"
        case .numberTaken: "COMMISSION_NUMBER_TAKEN"
        case .noScheme: "NO_SCHEME"
        case .scoreOutOfRange: "SCORE_OUT_OF_RANGE"
        case .scoreNotPublished: "SCORE_NOT_PUBLISHED"
        case .noRate: "NO_RATE"
        case .sharesMissing: "SHARES_MISSING"
        case .monthLocked: "MONTH_LOCKED"
        case .notApproved: "MONTH_NOT_APPROVED"
        case .monthOpen: "MONTH_OPEN"
        case .noteMissing: "CORRECTION_NOTE_MISSING"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .scoreOutOfRange: .sat(36)
        case .schemeNotWhole, .numberTaken, .noScheme, .scoreNotPublished, .noRate, .notApproved:
            .sat(37)
        case .sharesMissing: .own(38)
        case .monthLocked, .monthOpen, .noteMissing: .own(28)
        }
    }
}
