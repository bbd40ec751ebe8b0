/// Facts of deals and quarrels; frozen once shipped.
public enum AdjudicationEvent: Codable, Hashable, Sendable {
    /// A customer bought (OWN-01).
    case dealOrdered(DealFact)
    /// Claimed on the same day (OWN-23).
    case sameDayClaimed(PersonID, DealSlip)
    /// An older record was shown in time (OWN-25).
    case recordShown(DealID, DealSlip)
    /// A changed consultant objected in time (OWN-29).
    case objected(DealID, DealSlip)
    /// Who has it from now on (OWN-38).
    case attributed(DealID, Attribution)
    /// To whom a customer and their near kin went before a deal (OWN-24, OWN-31).
    case awarded([PersonID], CustomerAward)
    /// Poached (OWN-22).
    case poached(PoachSlip, at: Moment)
    /// A sick leave (OWN-35).
    case sickLeaveTaken(SickLeave, at: Moment)
    /// The commission was paid out (OWN-28).
    case paidOut(DealID, at: Moment)
    /// They quarrelled before others (OWN-30).
    case quarrelled(SlipID, [StaffID], note: String, at: Moment)
    /// A quarrel came up (OWN-30).
    case disputeFiled(DisputeFile)
    /// A step of it (OWN-30).
    case disputeStepped(SlipID, DisputeStep)
    /// It is ruled (OWN-30, OWN-31).
    case disputeRuled(SlipID, RulingSlip)
}
