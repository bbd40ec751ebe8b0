/// Why order on the floor is kept as it is.
public enum DutyReason: Codable, Hashable, Sendable {
    /// The place at the front was handed on (REC-11).
    case frontHanded(StaffID, to: StaffID)
    /// The front stayed empty; the last who was told and told nobody answers for it (REC-11).
    case frontVacant(StaffID, seconds: Int)
    /// Told before leaving (REC-10).
    case noticeGiven(StaffID, Told)
    /// Not there and told nobody (REC-10).
    case foundAbsent(StaffID)
    /// Has until then to answer (REC-10).
    case answerAwaited(StaffID, until: Moment)
    /// Answered in time (REC-10).
    case answered(StaffID)
    /// Did not answer in time, or went away: the turn becomes that (REC-10, REC-13).
    case takenBack(StaffID, TurnEffect, PassReason)
    /// A refusal is recorded (REC-10).
    case refusedCustomer(StaffID)
    /// Refusing to help out is recorded (REC-17).
    case refusedAssist(StaffID)
    /// Leaves in the middle for work or illness: the last takes over, the turn stays (REC-14).
    case turnStays(StaffID, takenOverBy: StaffID)
    /// Leaves in the middle for private reasons: turn spent, customer gone (REC-14).
    case customerLost(StaffID)
    /// Joins on a rest day for the whole of it (REC-14).
    case restDayJoined(StaffID)
    /// Left a rest day early: reported (REC-14).
    case restDayLeftEarly(StaffID)
    /// Suspended on these days; found by (REC-12).
    case suspended(StaffID, days: [BusinessDay], by: Role)
    /// The graver finding of the same incident replaces the other (REC-12).
    case replacesLighter(StaffID)
    /// Is suspended today, so neither visits nor calls (REC-12).
    case suspendedToday(StaffID, until: BusinessDay)
    /// The rest days are recorded (REC-12).
    case restDays(StaffID, [BusinessDay])
    /// A dispute is open (REC-15).
    case disputeFiled(StaffID, VisitID)
    /// A dispute is ruled (REC-15).
    case disputeRuled(StaffID, VisitID, DisputeRuling)
    /// The ticks of that day are gone: the correction is recorded and moves none today (REC-15).
    case tallyOver(StaffID, BusinessDay)
    /// Visitors wait and nobody is on stand (REC-16).
    case peak(waiting: Int, seconds: Int)
    /// Called back; turns owed stay owed (REC-16).
    case calledBack(StaffID)
    /// Came outside the hours: by the pointer of those hours, not counted (REC-19).
    case offHours(StaffID)
    /// Nobody ordered the tour group, so it goes to the current turn and counts (REC-23).
    case tourAssignerRequired
    /// The order was handed in: not counted, the turn is given back (REC-23).
    case tourProved(StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .frontHanded, .frontVacant: .rec(11)
        case .noticeGiven, .foundAbsent, .answerAwaited, .answered, .takenBack, .refusedCustomer:
            .rec(10)
        case .suspended, .replacesLighter, .suspendedToday, .restDays: .rec(12)
        case .turnStays, .customerLost, .restDayJoined, .restDayLeftEarly: .rec(14)
        case .disputeFiled, .disputeRuled, .tallyOver: .rec(15)
        case .peak, .calledBack: .rec(16)
        case .refusedAssist: .rec(17)
        case .offHours: .rec(19)
        case .tourAssignerRequired, .tourProved: .rec(23)
        }
    }
}
