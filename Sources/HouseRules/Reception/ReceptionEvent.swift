/// The order of a day as it was published.
public struct SheetFact: Codable, Hashable, Sendable {
    /// The day.
    public var day: BusinessDay
    /// The mechanism for the whole day.
    public var mechanism: Mechanism
    /// The order, first to receive first.
    public var order: [StaffID]
    /// Turns still owed from before.
    public var kept: [Makeup]
    /// Turns owed too long.
    public var expired: [Makeup]
    /// Advances wiped with the old day.
    public var clearedAdvances: [AdvanceFact]
}

/// Advances of one person.
public struct AdvanceFact: Codable, Hashable, Sendable {
    /// Whose.
    public var staff: StaffID
    /// How many.
    public var count: Int
}

/// How a visit came to its receptionist.
public enum AssignmentWay: String, Codable, Sendable {
    /// By the pointer or the tally.
    case turn
    /// By a turn owed.
    case makeup
    /// Named by the visitor or the house's table.
    case named
    /// In place of the named consultant (REC-39).
    case assist
    /// The last in the queue.
    case last
    /// Handed over by management to the one it was locked for (REC-13).
    case handover
    /// Received by the current turn without counting.
    case uncounted
}

/// A group given to a consultant.
public struct AssignmentFact: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// The receptionist.
    public var staff: StaffID
    /// Whose customer it is, when the receptionist stands in for them.
    public var onBehalfOf: StaffID?
    /// The effect on the turn of the receptionist (for `advance`: of whoever owns the customer).
    public var effect: TurnEffect
    /// How it came about.
    public var way: AssignmentWay
    /// What a turn missed meanwhile becomes.
    public var missed: MissedTurn
    /// When.
    public var at: Moment
}

/// Facts of the turn order; frozen once shipped.
public enum ReceptionEvent: Codable, Hashable, Sendable {
    /// A consultant joins the tail of the ring (REC-01).
    case memberEnrolled(StaffID, at: Moment)
    /// A consultant leaves the ring (REC-01).
    case memberReleased(StaffID)
    /// The order of the day (REC-01).
    case sheetPublished(SheetFact)
    /// Confirmed by the publisher: locked for the day (REC-01).
    case sheetConfirmed(BusinessDay)
    /// Somebody joins the day's order late (REC-14): before whom, or last.
    case sheetJoined(StaffID, before: StaffID?, ticks: Int)
    /// The day is over; `head` is due next (REC-01).
    case dayClosed(BusinessDay, head: StaffID?, automatic: Bool)
    /// A group came in.
    case visitRegistered(OpenVisit)
    /// A turn passed its owner by (REC-03, REC-04).
    case turnPassed(StaffID, visit: VisitID, effect: TurnEffect, why: PassReason)
    /// The pointer steps over somebody off duty, without a trace in the ledger (REC-03).
    case pointerMoved(after: StaffID)
    /// A group was given to a consultant.
    case visitAssigned(AssignmentFact)
    /// A visit is something else, somebody else's or with somebody else (REC-31, REC-32).
    case visitReassigned(ReassignmentFact)
    /// Management receives for the time being (REC-13).
    case coverTaken(VisitID, lockedFor: StaffID?, recallUntil: Moment?)
    /// The visit was entered in the register; `ticks` are added (REC-04).
    case visitLogged(VisitID, StaffID, ticks: Int, at: Moment)
    /// The group left.
    case receptionFinished(VisitID, StaffID, at: Moment)
    /// The visit never took place: entered by mistake, and void (REC-15).
    case visitVoided(VoidFact)
    /// Ticks raised on the way back to the stand (REC-04) or by a waiver (REC-08).
    case ticksSet(StaffID, to: Int)
    /// Turns given up by a waiver on a ring site (REC-08).
    case advanceTaken(StaffID, count: Int)
    /// Turns owed and advances lapse with leave or suspension (REC-06).
    case owedCleared(StaffID, makeups: Int, advances: Int)
    /// Management gives back or grants a turn, with its reason (REC-15).
    case turnAdjusted(StaffID, effect: TurnEffect, note: String)
    /// Who should now come to the front (REC-09).
    case standbyCalled([StaffID])
    /// The front is short of people since then (REC-09); nil: no longer.
    case standbyShort(since: Moment?)
    /// The shortage was reported (REC-09).
    case standbyAlerted(at: Moment)
}

/// Why a turn passed its owner by.
public enum PassReason: String, Codable, Sendable, CaseIterable {
    /// 预支已抵.
    case advance
    /// 公干.
    case official
    /// 规定时段内就餐.
    case mealInWindow = "meal_in_window"
    /// 不计轮的公务接待, 参观团, 义务接待.
    case uncountedReception = "uncounted_reception"
    /// 正在接计轮客户.
    case busyWithTurn = "busy_with_turn"
    /// 正在接自己的老客户.
    case receivingExisting = "receiving_existing"
    /// 因私离开.
    case awayPersonal = "away_personal"
    /// 主动放弃.
    case selfWaived = "self_waived"
    /// 未知会离台.
    case leftWithoutNotice = "left_without_notice"
    /// 事后补计的一轮 (REC-32, REC-34).
    case chargedLater = "charged_later"
    /// 正在通话 (call turns only).
    case onTheLine = "on_the_line"
}
