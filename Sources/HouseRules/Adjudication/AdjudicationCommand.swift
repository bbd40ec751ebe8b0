/// Who gets the performance and the commission of a deal, and quarrels about it (OWN-22 … OWN-26,
/// OWN-28 … OWN-31, OWN-34, OWN-35, OWN-38).
public enum AdjudicationCommand: Codable, Hashable, Sendable {
    /// A customer bought.
    case order(DealOrder)
    /// "That was my customer", on the day of a visit with a forgotten name (OWN-23).
    case claimSameDay(SlipID, PersonID, StaffID, note: String)
    /// An older record is shown within the days for it; `designated`: whom the customer names in
    /// writing when the oldest records are of one day (OWN-25, OWN-26).
    case verify(SlipID, DealID, StaffID, designated: StaffID?, note: String)
    /// Several consultants have records of a customer or near kin, nothing is bought yet (OWN-24).
    case settleCross(SlipID, PersonID, designated: StaffID?, note: String)
    /// Management has established poaching (OWN-22).
    case poach(PoachSlip)
    /// Wants to get in touch with a customer; `invited`: the colleague asked for help (OWN-22).
    case approach(StaffID, PersonID, Approach, invited: Bool)
    /// A changed consultant objects to the split (OWN-29).
    case object(SlipID, DealID, StaffID, note: String)
    /// A sick leave, or its extension (OWN-35).
    case takeSickLeave(SickLeave)
    /// The commission is paid out (OWN-28).
    case payOut(DealID)
    /// They quarrelled in the sales hall or before a customer (OWN-30).
    case quarrel(SlipID, [StaffID], note: String)
    /// Brings a quarrel before management (OWN-30).
    case contest(SlipID, DisputeMatter, StaffID, against: [StaffID], note: String)
    /// Management talks it over (OWN-30).
    case negotiate(SlipID, note: String)
    /// They agree (OWN-30).
    case agree(SlipID, Shares, note: String)
    /// They do not agree: to the director (OWN-30).
    case escalate(SlipID, note: String)
    /// It is ruled (OWN-30, OWN-31).
    case award(SlipID, Shares, inapplicable: String, why: String)
    /// A party appeals (OWN-30).
    case appeal(SlipID, StaffID, note: String)
}
