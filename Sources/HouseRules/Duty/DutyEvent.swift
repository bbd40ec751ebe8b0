/// Facts of the order on the floor; frozen once shipped.
public enum DutyEvent: Codable, Hashable, Sendable {
    /// The place at the front was handed on and the message read (REC-11).
    case frontHanded(StaffID, to: StaffID, at: Moment)
    /// The first left the front empty (REC-11).
    case frontLeft(StaffID, at: Moment)
    /// The front stayed empty too long; who has to answer for it (REC-11).
    case frontVacant(responsible: StaffID, since: Moment, at: Moment)
    /// Somebody left and told so (REC-10).
    case noticeGiven(StaffID, Told, at: Moment)
    /// Somebody is not there and told nobody (REC-10).
    case foundAbsent(StaffID, at: Moment)
    /// The one sent has until then to answer (REC-10).
    case answerAwaited(VisitID, StaffID, way: AssignmentWay, until: Moment)
    /// They answered (REC-10).
    case answered(VisitID, StaffID, at: Moment)
    /// A group is taken back from whom it was given to: the turn becomes that (REC-10, REC-13).
    case takenBack(VisitID, StaffID, effect: TurnEffect, why: PassReason, at: Moment)
    /// Somebody leaves in the middle of a reception; the group waits for another (REC-14).
    case receptionLeft(VisitID, StaffID, MidLeave, at: Moment)
    /// A breach of the rules that people decide on (REC-10, REC-14).
    case violationNoted(StaffID, Violation, about: String, at: Moment)
    /// The planned rest days of a person (REC-12, REC-14).
    case restDaysSet(StaffID, [BusinessDay])
    /// Works a rest day, the whole of it (REC-14).
    case restDayJoined(StaffID, BusinessDay)
    /// Suspended on these days (REC-12).
    case suspended(Suspension)
    /// A lost turn is disputed (REC-15).
    case disputeFiled(Dispute)
    /// Ruled; unless dismissed, the lost turn counts as corrected (REC-15).
    case disputeRuled(Dispute, DisputeRuling, note: String, by: StaffID, at: Moment)
    /// Management was told that visitors wait (REC-16).
    case peakAlerted(waiting: Int, seconds: Int, at: Moment)
    /// The rush is over (REC-16).
    case peakOver
    /// Somebody was called back (REC-16).
    case calledBack(StaffID, at: Moment)
    /// Sent on an errand until then, what for and by whom (REC-06).
    case errandOrdered(StaffID, until: Moment, note: String, by: StaffID, at: Moment)
    /// The pointer for those who come outside the hours goes on (REC-19).
    case offHoursMoved(OffHours)
    /// A tour group without an order was given to the current turn (REC-23).
    case tourUnproved(VisitID, StaffID, BusinessDay)
    /// Its order was handed in (REC-23).
    case tourProved(VisitID, StaffID, TourOrder)
}

/// Breaches that are recorded for people to decide on.
public enum Violation: String, Codable, Sendable, CaseIterable {
    /// 拒接客户 (REC-10).
    case refusedCustomer = "refused_customer"
    /// 拒绝义务接待 (REC-17).
    case refusedAssist = "refused_assist"
    /// 未知会离台 (REC-10).
    case leftWithoutNotice = "left_without_notice"
    /// 轮休日加入后提前退出 (REC-14).
    case restDayLeftEarly = "rest_day_left_early"
}
