/// Why a claim, or a change of what a visit is, does not stand.
public enum ClaimRefusal: Codable, Hashable, Sendable {
    /// Questions that must be answered first (REC-28).
    case firstQuestionMissing([FirstQuestionField])
    /// Could not say the surname (REC-31).
    case surname
    /// The customer did not acknowledge it (REC-31).
    case notAcknowledged
    /// Nothing that holds ties the customer to the claimer (REC-31).
    case notOwned(StaffID, lapsedOn: BusinessDay?)
    /// The customer wants somebody else (REC-31).
    case designated(StaffID?)
    /// The window is closed since then (REC-31).
    case windowClosed(until: Moment)
    /// Somebody claimed first (REC-31).
    case alreadyClaimed(StaffID)
    /// The old customer came after the first question was done (REC-31).
    case introducedTooLate(until: Moment)
    /// The introducer's own tie has lapsed (REC-27).
    case introducerNotValid
    /// The customer was received before and still belongs to somebody (REC-31).
    case firstVisitStands(StaffID)
    /// Changes of class by oneself ended then (REC-32).
    case reclassWindowClosed(until: Moment)
    /// Names count until then (REC-33).
    case namingWindowClosed(until: Moment)
    /// Why the customer wants another consultant, or why not, is missing (REC-36).
    case changeReasonMissing
    /// The same wish waits for management since then (REC-36).
    case changeWaits(since: Moment)
    /// The customer is nobody's, so whoever is due receives them (REC-36).
    case nobodysCustomer
    /// The customer is that consultant's already (REC-36).
    case alreadyTheirs(StaffID)
    /// No such wish waits (REC-36).
    case noSuchChange(SlipID)
    /// Nothing waits for this (REC-34, REC-39).
    case nothingOpen(VisitID)
    /// The consultant will not be there and nobody is put in their place (REC-38).
    case substituteRequired(StaffID)
    /// Not that consultant's customer (REC-40).
    case notYourCustomer(StaffID)
    /// Only in uniform (REC-40).
    case uniformRequired
    /// Talking about the price had begun then (REC-42).
    case priceTalkBegan(Moment)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .firstQuestionMissing: "FIRST_QUESTION_MISSING"
        case .surname: "CLAIM_SURNAME"
        case .notAcknowledged: "CLAIM_NOT_ACK"
        case .notOwned: "CLAIM_EXPIRED_OWNERSHIP"
        case .designated: "CLAIM_DESIGNATED"
        case .windowClosed: "CLAIM_WINDOW_CLOSED"
        case .alreadyClaimed: "CLAIM_TAKEN"
        case .introducedTooLate: "REFERRAL_TOO_LATE"
        case .introducerNotValid: "INTRODUCER_NOT_VALID"
        case .firstVisitStands: "REFERRAL_AFTER_FIRST_VISIT"
        case .reclassWindowClosed: "RECLASS_WINDOW_CLOSED"
        case .namingWindowClosed: "NAMING_WINDOW_CLOSED"
        case .changeReasonMissing: "CHANGE_REASON_MISSING"
        case .changeWaits: "CHANGE_WAITS"
        case .nobodysCustomer: "NOBODYS_CUSTOMER"
        case .alreadyTheirs: "ALREADY_THEIRS"
        case .noSuchChange: "NO_SUCH_CHANGE"
        case .nothingOpen: "NOTHING_OPEN"
        case .substituteRequired: "SUBSTITUTE_REQUIRED"
        case .notYourCustomer: "NOT_YOUR_CUSTOMER"
        case .uniformRequired: "UNIFORM_REQUIRED"
        case .priceTalkBegan: "STAFF_REFERRAL_TOO_LATE"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .firstQuestionMissing: .rec(28)
        case .surname, .notAcknowledged, .notOwned, .designated, .windowClosed, .alreadyClaimed,
            .introducedTooLate, .firstVisitStands:
            .rec(31)
        case .introducerNotValid: .rec(27)
        case .reclassWindowClosed: .rec(32)
        case .namingWindowClosed: .rec(33)
        case .changeReasonMissing, .changeWaits, .nobodysCustomer, .alreadyTheirs, .noSuchChange:
            .rec(36)
        case .nothingOpen: .rec(34)
        case .substituteRequired: .rec(38)
        case .notYourCustomer, .uniformRequired: .rec(40)
        case .priceTalkBegan: .rec(42)
        }
    }
}
