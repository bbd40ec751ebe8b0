/// Facts of ownership; frozen once shipped.
public enum OwnershipEvent: Codable, Hashable, Sendable {
    /// `other` is that to the customer, as papers or a signature show (OWN-27).
    case related(PersonID, other: PersonID, Kinship)
    /// A stretch begins, or goes on with its clock moved (OWN-03 … OWN-06).
    case stretched(StretchFact)
    /// What the entry of a visit made holds no longer: the visit is void (REC-15).
    case entryStruck(StruckEntry)
    /// A customer was contacted: what came of it (OWN-08).
    case contacted(Touch, TouchEffect)
    /// What a consultant had with a customer ends by a fact, on that day.
    case ended(PersonID, StaffID, OwnershipStatus, on: BusinessDay)
    /// A clock ran out on that day: the customer is nobody's (OWN-07, OWN-14).
    case lapsed(PersonID, StaffID, OwnershipBasis, OwnershipStatus, on: BusinessDay)
    /// The consultant is reminded before a clock runs out (OWN-14).
    case reminded(PersonID, StaffID, OwnershipBasis, lapsesOn: BusinessDay)
    /// All clocks were read for a day.
    case clocksRead(BusinessDay)
    /// The freshness of visits stands still on these days, and on no others (OWN-05).
    case phasesSet([DayRange], on: BusinessDay)
    /// A consultant's own circle, reported beforehand (REC-26, OWN-41).
    case circleReported(PersonID, StaffID, at: Moment)
    /// An old customer told whom they send (OWN-16).
    case introduced(PersonID, WrittenIntroduction)
    /// A customer told their consultant, who told management or not (OWN-18).
    case noticed(PersonID, Notice)
    /// A purchase was undone (OWN-20).
    case cancelled(PersonID, StaffID, on: BusinessDay)
    /// A change of the registers waits for a signature (OWN-10).
    case changeRequested(SlipID, RecordChange)
    /// Management signed it (OWN-10).
    case changeSigned(SlipID, by: StaffID, at: Moment)
    /// A change on paper that nobody had signed was found (OWN-10).
    case tamperingFound(PersonID, StaffID, RecordField, signed: Bool, at: Moment)
    /// One of the three is missing (OWN-09).
    case lackFound(PersonID, StaffID, ThreeInOne, at: Moment)
    /// Registered again, waiting for the signature (OWN-42).
    case renewalEntered(PersonID, StaffID, on: BusinessDay)
    /// Somebody helps with the customers of a colleague (OWN-36).
    case assistantNamed(StaffID, Assistance)
    /// Customers named before a leave (OWN-36).
    case listed(StaffID, HandoverList)
    /// Somebody left (OWN-37).
    case departed(StaffID, Departure)
    /// A customer is nobody's and waits to be given to somebody (OWN-14, OWN-37).
    case pooled(PersonID, PoolEntry)
    /// Customers are handed out (OWN-14).
    case handedOut(SlipID, Handing)
    /// A handing-out is taken back, with the reason (OWN-14).
    case takenBack(SlipID, note: String)
    /// Given to somebody by management (OWN-32, OWN-33, OWN-37).
    case reassigned(Reassignment)
    /// One customer is another (OWN-01).
    case persons(PersonID, are: PersonID, note: String)
    /// They are two after all (OWN-01).
    case personsApart(PersonID, note: String)
    /// Somebody looked at what is a colleague's (OWN-55).
    case peeked(PersonID, StaffID, at: Moment)
    /// The case of a deal is to be told until before that day (OWN-56).
    case caseExpected(PersonID, StaffID, by: BusinessDay)
    /// It was told (OWN-56).
    case caseTold(PersonID, StaffID, at: Moment)
    /// It is late (OWN-56).
    case caseOverdue(PersonID, StaffID, on: BusinessDay)
}
