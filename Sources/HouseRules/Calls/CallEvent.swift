/// How a call came to its answerer.
public enum CallWay: String, Codable, Sendable {
    /// By the order of calls.
    case turn
    /// By a call owed.
    case makeup
    /// The caller asked for the person.
    case named
    /// The person keeps the line at this hour.
    case slot
    /// Called back later.
    case callback
}

/// Facts of call turns; frozen once shipped.
public enum CallEvent: Codable, Hashable, Sendable {
    /// The order of calls of the day (REC-54).
    case sheetPublished(BusinessDay, [StaffID])
    /// A late comer joins the end of the order (REC-54).
    case joined(StaffID)
    /// A call turn passed its owner by (REC-54).
    case turnPassed(StaffID, call: CallID, effect: TurnEffect, why: PassReason)
    /// A call was given to a consultant.
    case answered(CallID, StaffID, way: CallWay, at: Moment)
    /// Nobody could answer, or somebody who may not took the line (REC-54, REC-56).
    case callbackOpened(CallID, wanted: StaffID?, at: Moment)
    /// The call ended.
    case ended(CallID, StaffID, at: Moment)
}
