/// Why a customer is whose they are.
public enum OwnershipReason: Codable, Hashable, Sendable {
    /// Written down; whether it counts as near kin (OWN-27).
    case related(Kinship, isNear: Bool)
    /// Whose the customer is, since when and until before which day (OWN-09).
    case theirs(StaffID, since: BusinessDay, until: BusinessDay)
    /// Somebody else has something too, and why it does not decide (OWN-01).
    case runnerUp(StaffID, WhyNot, BusinessDay)
    /// Two numbers are one customer (OWN-01).
    case oneCustomer
    /// What a void visit made of the customer is undone; until: their clock before it (REC-15).
    case entryStruck(StaffID, until: BusinessDay?)
    /// They are two after all (OWN-01).
    case twoCustomers
    /// One of the three is missing: it never held (OWN-02, OWN-09).
    case incomplete(StaffID, ThreeInOne)
    /// It is missing, and the site does without (OWN-09).
    case lackAllowed(ThreeInOne)
    /// A clock ran out (OWN-07).
    case lapsed(PersonID, StaffID, OwnershipStatus, on: BusinessDay)
    /// Follow up before the clock runs out (OWN-14).
    case reminded(PersonID, StaffID, lapsesOn: BusinessDay)
    /// The sales periods are set (OWN-05).
    case phasesSet(count: Int)
    /// A contact counts for the owner (OWN-08).
    case touchFor(StaffID, by: StaffID)
    /// A contact moves nothing, and why (OWN-08).
    case touchWorthless(StaffID, TouchVoid)
    /// A change waits for the signature (OWN-10).
    case changeWaits(StaffID)
    /// It is signed (OWN-10).
    case changeSigned
    /// It was signed before it was found, or the field does not matter (OWN-10).
    case changeStands(StaffID)
    /// Nobody had signed (OWN-10).
    case tampered(StaffID, RecordField)
    /// The customer waits for management (OWN-10, OWN-37).
    case awaitsSomebody(last: StaffID)
    /// Handed out (OWN-14).
    case handedOut(PersonID, to: StaffID)
    /// Taken back (OWN-14).
    case takenBack(PersonID, from: StaffID)
    /// Followed up meanwhile: stays (OWN-14).
    case keeps(PersonID, StaffID)
    /// Written down when the call came (OWN-16).
    case introductionWritten(StaffID)
    /// The customer told them and they told management (OWN-18).
    case noticed(StaffID)
    /// Management was not told (OWN-18).
    case noticeIncomplete(StaffID)
    /// The consultant is away and it was not announced (OWN-18).
    case notAnnounced(StaffID)
    /// A purchase undone counts as a visit (OWN-20).
    case cancelled(StaffID)
    /// Near kin of a customer whose purchase was undone (OWN-20).
    case kinOf(StaffID)
    /// Given by management from that day (OWN-32, OWN-33).
    case reassigned(StaffID, ReassignmentCause, from: BusinessDay)
    /// Customers are named before the leave (OWN-36).
    case listed(StaffID, count: Int)
    /// None is (OWN-36, HANDOVER_MISSING).
    case listMissing(StaffID)
    /// Helps with the customers of a colleague (OWN-36).
    case helps(StaffID, of: StaffID, until: BusinessDay)
    /// Left (OWN-37).
    case departed(StaffID, DepartureKind, DepartedCustomers)
    /// The first contact, telephone included (OWN-39).
    case firstContact(StaffID)
    /// Helped the owner (OWN-39).
    case helpedOwner(StaffID)
    /// A friend or relative, recorded before (OWN-41).
    case relative(StaffID)
    /// Registered again; the signature is missing (OWN-42).
    case renewalWaits(StaffID)
    /// A new term (OWN-42).
    case renewed(StaffID, until: BusinessDay)
    /// May look (OWN-55).
    case mayLook(StaffID)
    /// Not their customer (OWN-55, NOT_YOUR_CUSTOMER).
    case notYours(StaffID)
    /// The case was told (OWN-56).
    case caseTold(StaffID)
    /// It is late (OWN-56).
    case caseOverdue(StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .related: .own(27)
        case .runnerUp, .oneCustomer, .twoCustomers: .own(1)
        case .theirs, .incomplete, .lackAllowed: .own(9)
        case .lapsed: .own(7)
        case .phasesSet: .own(5)
        case .entryStruck: .rec(15)
        case .touchFor, .touchWorthless: .own(8)
        case .changeWaits, .changeSigned, .changeStands, .tampered, .awaitsSomebody: .own(10)
        case .reminded, .handedOut, .takenBack, .keeps: .own(14)
        case .introductionWritten: .own(16)
        case .noticed, .noticeIncomplete, .notAnnounced: .own(18)
        case .cancelled, .kinOf: .own(20)
        case .reassigned(_, .complaint, _): .own(33)
        case .reassigned(_, .offsite, _): .own(32)
        case .reassigned, .departed: .own(37)
        case .listed, .listMissing, .helps: .own(36)
        case .firstContact, .helpedOwner: .own(39)
        case .relative: .own(41)
        case .renewalWaits, .renewed: .own(42)
        case .mayLook, .notYours: .own(55)
        case .caseTold, .caseOverdue: .own(56)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? {
        switch self {
        case .listMissing: "HANDOVER_MISSING"
        case .notYours: "NOT_YOUR_CUSTOMER"
        case .touchWorthless(_, .afterLapse): "TOUCH_AFTER_LAPSE"
        default: nil
        }
    }
}

/// Why what somebody has with a customer does not decide (OWN-01).
public enum WhyNot: String, Codable, Sendable, CaseIterable {
    /// 后开始.
    case later
    /// 同一天里登记在后.
    case sameDay = "same_day"
    /// 只接过电话.
    case onlyCall = "only_call"
    /// 客户没有指名.
    case notNamed = "not_named"
    /// 保鲜断档.
    case notFresh = "not_fresh"
    /// 有效期届满.
    case expired
    /// 三位一体不齐.
    case incomplete
    /// 涂改作废.
    case tampered
    /// 改派.
    case ruled
    /// 已释放或转走.
    case released

    init(_ status: OwnershipStatus) {
        switch status {
        case .active, .closedDeal: self = .later
        case .lapsedFreshness: self = .notFresh
        case .lapsedValidity: self = .expired
        case .voidIncomplete: self = .incomplete
        case .voidTampered: self = .tampered
        case .voidByRuling: self = .ruled
        case .released: self = .released
        }
    }
}
