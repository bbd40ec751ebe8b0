/// What a consultant says who claims a customer of somebody else's reception (REC-31).
public struct Claim: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Who claims.
    public var by: StaffID
    /// The customer as the claimer knows them; nil: as the visit is entered.
    public var person: PersonID?
    /// Could say the surname.
    public var saidSurname = true
    /// The customer acknowledged it.
    public var acknowledged = true
    /// The customer wants somebody else.
    public var wantsAnother = false
    /// The customer confirms that the claimer sent for them (REC-26).
    public var confirmsOwnResource = false
    /// The customer points at the claimer among several (REC-31).
    public var pointedAt = false

    /// A claim in which everything is as it should be.
    public init(_ visit: VisitID, by staff: StaffID, person: PersonID? = nil) {
        self.visit = visit
        by = staff
        self.person = person
    }
}

/// An old customer turned up for the new one (REC-31).
public struct Introduction: Codable, Hashable, Sendable {
    /// The visit of the new customer.
    public var visit: VisitID
    /// The old customer.
    public var introducer: PersonID
    /// When they came in.
    public var arrivedAt: Moment

    /// An introduction.
    public init(_ visit: VisitID, by introducer: PersonID, arrivedAt: Moment) {
        self.visit = visit
        self.introducer = introducer
        self.arrivedAt = arrivedAt
    }
}

/// Whose customer a visitor is, as far as reception must know (REC-21 … REC-44).
public enum ClaimCommand: Codable, Hashable, Sendable {
    /// A line of the register that the ownership topic keeps.
    case note(CustomerFact)
    /// The caller of a call is known: it belongs to whoever answered (REC-56).
    case linkCall(CallID, PersonID)
    /// The customer of a visit is known by number now (REC-30).
    case identify(VisitID, PersonID)
    /// Claims a customer (REC-31).
    case claim(Claim)
    /// The customer says a name after all (REC-33).
    case name(VisitID, StaffID)
    /// An old customer turned up (REC-31).
    case introduce(Introduction)
    /// The visit is something else (REC-32).
    case reclassify(VisitID, VisitClass, named: StaffID?)
    /// A valid entry was shown (REC-34).
    case prove(VisitID)
    /// Two visits are one group (REC-35).
    case merge(VisitID, VisitID)
    /// Part of a group is a group of its own (REC-35).
    case split(VisitID, Arrival)
    /// Another consultant (REC-36, REC-37).
    case change(ChangeSlip)
    /// A customer wants another consultant; management decides (REC-36).
    case askChange(ChangeWish)
    /// Management decides on it, with a reason (REC-36).
    case ruleChange(SlipID, ChangeRuling, note: String)
    /// A customer is expected (REC-38).
    case appoint(Appointment)
    /// The note for the colleague (REC-39).
    case noteHandover(VisitID, note: String)
    /// The colleague has read it (REC-39).
    case readHandover(VisitID)
    /// The group of a consultant (REC-39).
    case group(StaffID, String?)
    /// Meets an own customer on a day of rest (REC-40).
    case meetOnRestDay(StaffID, PersonID, inUniform: Bool)
    /// Received outside the site; `to`: who gets the customer (REC-41).
    case offsite(StaffID, PersonID?, to: StaffID?, note: String)
    /// Talking about the price begins (REC-42).
    case beginPriceTalk(VisitID)
    /// The customer asked the employee who recommended the site (REC-42).
    case hearStaffReferral(VisitID, contacted: Moment, designated: StaffID?)
    /// Management gives a customer to somebody (REC-41, REC-44).
    case handOver(PersonID, to: StaffID, note: String)
}
