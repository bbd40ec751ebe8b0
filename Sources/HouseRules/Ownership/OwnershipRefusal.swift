/// Why a command about ownership does not stand.
public enum OwnershipRefusal: Codable, Hashable, Sendable {
    /// Neither papers nor a signature show the kinship (OWN-27).
    case kinshipUnproven
    /// No reception shows that the customer was here (OWN-02).
    case noOnSiteEvidence
    /// The sales periods overlap (OWN-05).
    case phasesOverlap
    /// A caller is nobody's own (OWN-11).
    case noCallOwnership
    /// There is a slip of that number already (OWN-10, OWN-14).
    case slipExists(SlipID)
    /// There is no such slip, or it is too old (OWN-10, OWN-14).
    case noSuchSlip(SlipID)
    /// The reason in words is missing (OWN-10, OWN-14).
    case noteMissing
    /// The slip names nobody (OWN-14).
    case nothingToHandOut
    /// The customer is somebody's (OWN-14).
    case notInPool(PersonID)
    /// A customer is named twice (OWN-14).
    case twice
    /// The new customer had come before the old one called (OWN-16).
    case callAfterVisit(Moment)
    /// There is no purchase (OWN-20, OWN-56).
    case nothingBought
    /// Cannot help with those customers (OWN-36).
    case cannotHelp(StaffID)
    /// No contact before and nothing recorded (OWN-41).
    case relativeNotRecorded(StaffID)
    /// The site counts no term (OWN-42).
    case noTerm
    /// The term is not over yet (OWN-42).
    case renewalTooEarly
    /// Nothing was registered again (OWN-42).
    case nothingToSign
    /// Somebody else's by now (OWN-42).
    case heldByAnother(StaffID)
    /// They are one customer already (OWN-01).
    case alreadyOne
    /// They are not one customer (OWN-01).
    case notOne

    /// The stable code.
    public var code: String {
        switch self {
        case .kinshipUnproven: "KINSHIP_UNPROVEN"
        case .noOnSiteEvidence: "NO_ON_SITE_EVIDENCE"
        case .phasesOverlap: "PHASES_OVERLAP"
        case .noCallOwnership: "NO_CALL_OWNERSHIP"
        case .slipExists: "OWNERSHIP_SLIP_EXISTS"
        case .noSuchSlip: "NO_SUCH_OWNERSHIP_SLIP"
        case .noteMissing: "NOTE_MISSING"
        case .nothingToHandOut: "NOTHING_TO_HAND_OUT"
        case .notInPool: "NOT_IN_POOL"
        case .twice: "CUSTOMER_TWICE"
        case .callAfterVisit: "REFERRAL_CALL_AFTER_VISIT"
        case .nothingBought: "NOTHING_BOUGHT"
        case .cannotHelp: "CANNOT_HELP"
        case .relativeNotRecorded: "RELATIVE_NOT_RECORDED"
        case .noTerm: "NO_TERM"
        case .renewalTooEarly: "RENEWAL_TOO_EARLY"
        case .nothingToSign: "NOTHING_TO_SIGN"
        case .heldByAnother: "HELD_BY_ANOTHER"
        case .alreadyOne: "ALREADY_ONE"
        case .notOne: "NOT_ONE"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .kinshipUnproven: .own(27)
        case .noOnSiteEvidence: .own(2)
        case .phasesOverlap: .own(5)
        case .noCallOwnership: .own(11)
        case .slipExists, .noSuchSlip, .noteMissing, .nothingToHandOut, .notInPool, .twice: .own(14)
        case .callAfterVisit: .own(16)
        case .nothingBought: .own(20)
        case .cannotHelp: .own(36)
        case .relativeNotRecorded: .own(41)
        case .noTerm, .renewalTooEarly, .nothingToSign, .heldByAnother: .own(42)
        case .alreadyOne, .notOne: .own(1)
        }
    }
}
