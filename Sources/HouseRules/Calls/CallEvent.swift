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
    /// The line was handed on, or back (REC-55).
    case lineHanded(StaffID, to: StaffID, at: Moment)
    /// Nobody answered in time; `accountable` kept the line (REC-55).
    case rangOut(CallID, rings: Int, accountable: StaffID?, at: Moment)
    /// The order of calls holds for the day; it is to be confirmed by then (REC-54).
    case orderIssued(BusinessDay, confirmBy: Moment, at: Moment)
    /// The duty officer confirmed it (REC-54).
    case orderConfirmed(BusinessDay, at: Moment)
}
