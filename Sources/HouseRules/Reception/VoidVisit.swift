/// A visit that was entered by a slip of the hand, or twice, and is void from now on (REC-15).
public struct VoidFact: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Who received them; nil: nobody did yet.
    public var staff: StaffID?
    /// The customer, as far as known.
    public var person: PersonID?
    /// Turns that others lost because of it; they have them back.
    public var struck: [LostTurn]
    /// Whether it was in the visit register.
    public var logged: Bool
    /// Why, in words.
    public var note: String
    /// Who says so.
    public var by: StaffID
    /// When.
    public var at: Moment
}

/// What hangs on a visit and cannot be taken back with it.
public enum VisitBond: Codable, Hashable, Sendable {
    /// It was put together with another one (REC-35).
    case merged(into: VisitID)
    /// Part of it is a group of its own (REC-35).
    case split(VisitID)
    /// A slip gave the customer to somebody else (REC-36).
    case slip(StaffID)
    /// Somebody left in the middle of it (REC-14).
    case left(StaffID)
    /// Nothing was shown in time, and the customer and the turn went to somebody (REC-34).
    case unproven(StaffID)
}

/// Why a visit cannot be declared void any more (REC-15).
public enum VoidRefusal: Codable, Hashable, Sendable {
    /// Nobody says why.
    case reasonMissing
    /// It is void already.
    case alreadyVoid
    /// It came on another day; only the same day can be put right.
    case otherDay(BusinessDay)
    /// Something else was decided on it.
    case bound(VisitBond)
    /// The same customer was entered once more afterwards.
    case laterVisit(VisitID, at: Moment)
    /// The group is on the building site.
    case onSiteTour
    /// Meanwhile a unit is asked for or kept for the customer.
    case unitHeld(UnitID)
    /// Meanwhile the customer has an order.
    case ordered(OrderID)
    /// Meanwhile the customer paid earnest money, by the number of its slip.
    case paid(Int)
    /// Meanwhile the customer bought.
    case dealt(DealID)
    /// The customer was taken from whoever received them; nil: nobody has them now.
    case movedOn(to: StaffID?)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .reasonMissing: "VOID_REASON_MISSING"
        case .alreadyVoid: "VOID_ALREADY"
        case .otherDay: "VOID_OTHER_DAY"
        case .bound: "VOID_DECIDED_ON"
        case .laterVisit: "VOID_LATER_VISIT"
        case .onSiteTour: "VOID_ON_TOUR"
        case .unitHeld, .ordered, .paid, .dealt: "VOID_SOLD"
        case .movedOn: "VOID_MOVED_ON"
        }
    }

    /// The clause that refuses.
    public var clause: Clause { .rec(15) }
}
