/// Why the performance and the commission of a deal go where they go.
public enum AdjudicationReason: Codable, Hashable, Sendable {
    /// A step of the attribution.
    case step(AttributionStep)
    /// How it is split (OWN-38).
    case split(Shares)
    /// Nothing to change (OWN-38).
    case unchanged
    /// The former consultant may claim until then (OWN-23).
    case mayClaim(StaffID, until: Moment)
    /// Older records can be shown until then (OWN-25).
    case mayShow(until: Moment)
    /// Claimed on the same day (OWN-23).
    case claimed(StaffID, since: BusinessDay)
    /// The oldest record, and the day on which it had to hold (OWN-24).
    case earliest(StaffID, began: BusinessDay, until: BusinessDay, decisive: BusinessDay)
    /// The oldest records are of one day (OWN-26).
    case sameDay([StaffID])
    /// The customer names whom they want in writing (OWN-26).
    case designated(StaffID)
    /// Customer, performance and commission go back (OWN-28).
    case returned(to: StaffID)
    /// Paid already: taken off later (OWN-28).
    case clawback(StaffID?, Money, month: BusinessDay)
    /// Somebody with a record got nothing.
    case lost(RunnerUp)
    /// Poaching of that level (OWN-22).
    case poaching(StaffID, level: Int)
    /// Nothing stands against it (OWN-22).
    case mayApproach(StaffID)
    /// Both had a part in it: objected in time (OWN-29).
    case objected(StaffID)
    /// A sick leave of so many days in all (OWN-35).
    case sickLeave(StaffID, days: Int)
    /// Too long: the customers are handed over together (OWN-35).
    case handOverAll(StaffID)
    /// How far a quarrel is (OWN-30).
    case dispute(DisputeState)
    /// An appeal is possible until then (OWN-30).
    case mayAppeal(until: Moment)
    /// Final (OWN-30).
    case final
    /// Quarrelled before others (OWN-30).
    case quarrelled([StaffID])
    /// Paid out (OWN-28).
    case paid

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .step(let step): step.clause
        case .split, .unchanged: .own(38)
        case .mayClaim, .claimed: .own(23)
        case .mayShow: .own(25)
        case .earliest: .own(24)
        case .sameDay, .designated: .own(26)
        case .returned, .clawback, .paid: .own(28)
        case .lost(let loser): loser.why.clause
        case .poaching, .mayApproach: .own(22)
        case .objected: .own(29)
        case .sickLeave, .handOverAll: .own(35)
        case .dispute, .mayAppeal, .final, .quarrelled: .own(30)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? { nil }
}
