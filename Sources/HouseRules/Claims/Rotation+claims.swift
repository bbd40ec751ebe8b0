/// A visit that is something else, somebody else's or with somebody else from now on (REC-31 …).
public struct ReassignmentFact: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// What it is.
    public var visitClass: VisitClass
    /// Whom it is for.
    public var named: StaffID?
    /// Who receives; nil: management still holds it.
    public var staff: StaffID?
    /// Whose customer it is, when the receptionist stands in.
    public var onBehalfOf: StaffID?
    /// What it does to the turn of the receptionist.
    public var effect: TurnEffect?
    /// What a turn missed meanwhile becomes.
    public var missed: MissedTurn
    /// When.
    public var at: Moment
}

extension Rotation {
    /// Makes a reassignment true: whoever received is free again unless they go on.
    mutating func reassign(_ fact: ReassignmentFact) {
        guard let before = visits[fact.visit] else { return }
        visits.change(fact.visit) {
            $0.visitClass = fact.visitClass
            $0.named = fact.named
            $0.receptionist = fact.staff
            $0.effect = fact.effect
            $0.lockedFor = nil
            $0.recallUntil = nil
        }
        guard let staff = fact.staff else { return }
        if let from = before.receptionist, from != staff {
            update(from) { member in
                guard member.visit == fact.visit else { return }
                member.visit = nil
                member.presence = .onStand
                member.since = fact.at
            }
        }
        let hasTurn = fact.effect != .notCounted
        update(staff) { member in
            member.presence = hasTurn ? .receivingTurn : .receivingExisting
            if member.visit != fact.visit { member.since = fact.at }
            member.until = nil
            member.visit = fact.visit
            member.missed = fact.missed
            member.slot = nil
        }
    }
}
