/// Whose customer it is, over weeks and months (OWN-01 … OWN-21, OWN-27, OWN-32 … OWN-42, OWN-55).
public enum OwnershipCommand: Codable, Hashable, Sendable {
    /// `other` is that to the customer; `proven`: papers or a signature show it (OWN-27).
    case relate(PersonID, other: PersonID, Kinship, proven: Bool)
    /// A contact with a customer (OWN-08).
    case touch(Touch)
    /// The days on which the freshness of visits stands still (OWN-05).
    case setPhases(stops: [DayRange])
    /// One of the three is missing (OWN-09).
    case findLack(PersonID, StaffID, ThreeInOne)
    /// A change of the registers (OWN-10).
    case requestChange(SlipID, RecordChange)
    /// Management signs it (OWN-10).
    case signChange(SlipID)
    /// A change on paper is found (OWN-10).
    case findTampering(PersonID, StaffID, RecordField)
    /// Wants a caller for their own (OWN-11).
    case reserve(PersonID, StaffID)
    /// Many customers are handed out at once (OWN-14).
    case handOut(SlipID, [CustomerAssignment])
    /// A handing-out was wrong (OWN-14).
    case takeBack(SlipID, note: String)
    /// An old customer told whom they send (OWN-16).
    case introduceAhead(PersonID, by: PersonID, occurred: Moment)
    /// An old customer told the consultant that somebody comes (OWN-18).
    case notice(PersonID, Notice)
    /// A purchase is undone (OWN-20).
    case cancelDeal(PersonID)
    /// Management gives a customer to somebody (OWN-32, OWN-33, OWN-37).
    case reassign(Reassignment)
    /// Customers are named before a leave (OWN-36).
    case list(StaffID, HandoverList)
    /// Somebody helps with the customers of a colleague (OWN-36, OWN-37).
    case nameAssistant(StaffID, Assistance)
    /// Somebody leaves (OWN-37).
    case depart(StaffID, DepartureKind)
    /// A friend or relative (OWN-41).
    case claimRelative(VisitID, StaffID)
    /// Registered again (OWN-42).
    case renew(PersonID, StaffID)
    /// A supervisor signs it (OWN-42).
    case signRenewal(PersonID, StaffID)
    /// Two numbers are one customer (OWN-01).
    case merge(PersonID, into: PersonID, note: String)
    /// They are two after all (OWN-01).
    case part(PersonID, note: String)
    /// Somebody in that role looks at the plain data of a customer (OWN-55).
    case peek(PersonID, StaffID, as: Role)
    /// The case of a deal was told (OWN-56).
    case tellCase(PersonID)
}
