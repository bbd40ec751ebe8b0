/// How the rotation is kept (轮次机制, reception.md §0).
public enum Mechanism: String, Codable, Sendable, CaseIterable {
    /// 环形指针 with make-ups and advances (P001).
    case ring
    /// ∨ 台账: fewest ticks first (P002A).
    case tally
}

/// What a turn becomes that finds its owner busy with a counted customer (REC-03).
public enum BusyTurn: String, Codable, Sendable, CaseIterable {
    /// 轮空.
    case forfeit
    /// 接完回来排首位: as if it were a make-up.
    case returnToPosition = "return_to_position"
}

/// To what the minimum time of a waiver applies (REC-08).
public enum WaiverTime: String, Codable, Sendable, CaseIterable {
    /// A waiver lasts at least so long.
    case absence
    /// One must have stood at least so long before waiving.
    case standBefore = "stand_before"
}

/// How long a make-up that was not redeemed stays owed (REC-06).
public enum MakeupCarry: String, Codable, Sendable, CaseIterable {
    /// Until the close of the owner's next day on duty.
    case nextDutyDay = "next_duty_day"
    /// It lapses with the day.
    case none
}

/// Where somebody who starts late joins the day's order (REC-14).
public enum LateJoiner: String, Codable, Sendable, CaseIterable {
    /// Last from this moment on: just before the pointer.
    case tail
    /// At the very end of the written sheet.
    case endOfSheet = "end_of_sheet"
}

/// Who stands in for a consultant who cannot come (REC-39).
public enum Substitute: String, Codable, Sendable, CaseIterable {
    /// The last of those on stand.
    case tailOfQueue = "tail_of_queue"
    /// Whoever on stand entered a visit last.
    case lastReceived = "last_received"
    /// The last of those on stand of the same group.
    case sameGroup = "same_group"
}

/// The knobs of the turn order, REC-01 … REC-13; one field per parameter of the catalogue.
public struct RotationPolicy: Codable, Hashable, Sendable {
    /// rotation.mechanism
    public var mechanism = Mechanism.ring
    /// rotation.publish_time
    public var publishTime = TimeOfDay(9, 0)
    /// rotation.publisher
    public var publisher = Role.dutyOfficer
    /// rotation.auto_close_at
    public var autoCloseAt = TimeOfDay(24, 0)
    /// rotation.draft_effective_unconfirmed
    public var draftEffectiveUnconfirmed = true
    /// rotation.busy_with_turn_policy
    public var busyWithTurn = BusyTurn.forfeit
    /// What a turn becomes that finds its owner on the house's phone (rotation.busy_on_phone).
    public var busyOnPhone = MissedTurn.makeup
    /// rotation.late_joiner_position
    public var lateJoiner = LateJoiner.tail
    /// rotation.catch_up_limit
    public var catchUpLimit = 1
    /// tally.tick_per_reception
    public var tickPerReception = 1
    /// station.absent_tick
    public var absentTick = 1
    /// makeup.accumulates
    public var makeupAccumulates = true
    /// makeup.carry_over
    public var makeupCarry = MakeupCarry.nextDutyDay
    /// advance.per_group
    public var advancePerGroup = 1
    /// advance.carry_over_next_day
    public var advanceCarriesOver = false
    /// official.order_required
    public var officialOrderRequired = true
    /// meal.window, start
    public var mealFrom = TimeOfDay(12, 0)
    /// meal.window, end (inclusive)
    public var mealTo = TimeOfDay(13, 0)
    /// waiver.min_minutes
    public var waiverMinutes = 30
    /// waiver.min_minutes_applies_to
    public var waiverTime = WaiverTime.absence
    /// waiver.tick_cost
    public var waiverTicks = 2
    /// waiver.ring_effect; nil: a ring site knows no waiver
    public var waiverRingAdvances: Int?
    /// station.persons_per_slot
    public var personsPerSlot = 1
    /// station.start
    public var stationFrom: TimeOfDay?
    /// station.end
    public var stationTo: TimeOfDay?
    /// standby.front_count; nil: nobody is called to the front
    public var standbyCount: Int? = 3
    /// standby.alert_seconds
    public var standbySeconds = 60
    /// substitute.selector
    public var substitute = Substitute.tailOfQueue
    /// dispatch.answer_seconds
    public var answerSeconds = 60
    /// turn_table
    public var turnTable: [VisitClass: TurnRow] = RotationPolicy.defaultTurnTable

    /// The defaults of the catalogue (P001).
    public init() {}
}
