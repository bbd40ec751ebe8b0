/// The knobs of order on the floor, REC-10 … REC-23.
public struct DutyPolicy: Codable, Hashable, Sendable {
    /// vacancy.grace_seconds; nil: an empty front is nobody's fault
    public var vacancySeconds: Int? = 60
    /// dispatch.answer_required
    public var answerRequired = false
    /// leave_front.notify_required
    public var noticeRequired = false
    /// suspension.by_supervisor_days; nil: a supervisor suspends nobody
    public var supervisorDays: Int? = 1
    /// suspension.by_manager_days; nil: a manager suspends nobody
    public var managerDays: Int? = 3
    /// suspension.refuse_customer_days; nil: refusing is no ground
    public var refusalDays: Int? = 1
    /// rotation.rest_day_join
    public var restDayJoin = RestDayJoin.fullDayOnly
    /// rest_day.join_until (inclusive)
    public var restDayJoinUntil = TimeOfDay(9, 0)
    /// peak.waiting_groups; nil: nobody is told
    public var peakGroups: Int?
    /// assist.blocks_turn
    public var assistBlocks = MissedTurn.makeup
    /// assist.refusal_fine
    public var assistFine = Money.yuan(50)
    /// offhours.definition, start of the hours; nil: every visit is within them
    public var hoursFrom: TimeOfDay?
    /// offhours.definition, end of the hours
    public var hoursTo: TimeOfDay?
    /// offhours.blocks_turn
    public var offHoursBlocks = MissedTurn.makeup

    /// The defaults of the catalogue.
    public init() {}
}

/// Whether somebody may join the turns on a rest day (rotation.rest_day_join).
public enum RestDayJoin: String, Codable, Sendable, CaseIterable {
    /// Only for the whole day.
    case fullDayOnly = "full_day_only"
    /// At any time.
    case anytime
}
