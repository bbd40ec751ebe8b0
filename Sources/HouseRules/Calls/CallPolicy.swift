/// Whether calls go round one by one or the line is kept by the hour (REC-54).
public enum PhoneMode: String, Codable, Sendable, CaseIterable {
    /// Each call goes to the next in the order.
    case perCall = "per_call"
    /// Each consultant keeps the line for an equal share of the day.
    case timeSlot = "time_slot"
}

/// The order in which calls go round (REC-54).
public enum PhoneOrder: String, Codable, Sendable, CaseIterable {
    /// 当天接待次序倒过来.
    case reverse = "reverse_of_reception_order"
    /// The same as the reception order.
    case same = "same_as_reception_order"
}

/// When the order of calls holds for the day (REC-54).
public enum OrderIssue: String, Codable, Sendable, CaseIterable {
    /// With the mark that the morning meeting is over.
    case afterMeeting = "after_morning_meeting"
    /// With the sheet of the day.
    case withSheet = "with_sheet"
}

/// The knobs of call turns, REC-54 … REC-56.
public struct CallPolicy: Codable, Hashable, Sendable {
    /// phone.order
    public var order = PhoneOrder.reverse
    /// phone.mode
    public var mode = PhoneMode.perCall
    /// phone.shift_start
    public var shiftFrom = TimeOfDay(9, 0)
    /// phone.shift_end
    public var shiftTo = TimeOfDay(18, 0)
    /// phone.makeup: a passed call is owed, not lost
    public var makeup = false
    /// phone.named_call_counts: a call for a certain person uses that person's turn
    public var namedCallCounts = false
    /// phone.publish_by
    public var issue = OrderIssue.afterMeeting
    /// phone.confirm_minutes
    public var confirmMinutes = 10
    /// phone.answerers
    public var answerers = PhoneAnswerers.consultantsOnly
    /// phone.missed_fine; nil: none
    public var missedFine: Money? = .yuan(100)
    /// phone.answer_within_rings
    public var rings = 3
    /// phone.ring_seconds
    public var ringSeconds = 5

    /// The defaults of the catalogue (P001).
    public init() {}
}
