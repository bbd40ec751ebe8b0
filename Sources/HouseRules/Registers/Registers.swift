/// What the registers need to remember until a deadline; never reads a policy.
public struct Registers: Codable, Hashable, Sendable {
    /// What lapses by itself.
    var agenda = Agenda()
    /// Visits that wait for a complete entry (REC-48).
    public internal(set) var visits: [VisitID: WaitingVisit] = [:]
    /// Steps of the receptions of the day (REC-47).
    public internal(set) var steps: [VisitID: MarkedSteps] = [:]
    /// Tables to be put in order, the first left first (REC-50).
    public internal(set) var tables: [WaitingTable] = []
    /// Tables that the next patrol looks at (REC-50).
    public internal(set) var tablesLeft: [VisitID] = []
    /// Who has looked at their things since the last reception, and what they lack (REC-45).
    public internal(set) var kits: [StaffID: [String]] = [:]
    /// Tours of the building site that are under way, with their helmets (REC-51).
    public internal(set) var tours: [VisitID: Int] = [:]
    /// Leaders who are to come, and when (REC-52).
    public internal(set) var leaders: [SlipID: Moment] = [:]
    /// Calls that ended and have no complete entry yet (REC-59).
    public internal(set) var finished: [CallID: FinishedCall] = [:]
    /// Entries with blanks (REC-59).
    public internal(set) var calls: [CallID: WaitingCall] = [:]
    /// First calls entered while they are still going on: their text is due from the end (REC-60).
    var firstCalls: Set<CallID> = []
    /// Calls with a complete entry while they are still going on.
    var enteredEarly: Set<CallID> = []
    /// Calls to be called back, the oldest first (REC-57).
    public internal(set) var callbacks: [WaitingCallback] = []
    /// Calls of the day that should have been called back (REC-57).
    public internal(set) var callbacksOverdue: [CallID] = []
    /// Texts after first calls (REC-60).
    public internal(set) var texts: [CallID: WaitingText] = [:]
    /// The last day whose evening meeting is over (REC-61).
    public internal(set) var evening: BusinessDay?
    /// Lines of the registers by day, until they are collected (REC-62).
    public internal(set) var counts: [BusinessDay: DayCount] = [:]
    /// Messages that are not dealt with (REC-58).
    public internal(set) var messages: [SlipID: StaffID] = [:]
    /// Answers owed to customers (REC-65).
    public internal(set) var promises: [SlipID: OpenPromise] = [:]
    /// Inspections with something to look at again (GLOSSARY §2.13).
    public internal(set) var inspections: [SlipID: OpenInspection] = [:]
    /// Signatures given on the screen, by the key of their paper (OWN-30, OWN-52).
    var signatures: [String: [GivenSignature]] = [:]

    /// Nothing entered yet.
    public init() {}
}

/// A visit that waits for a complete entry (REC-48).
public struct WaitingVisit: Codable, Hashable, Sendable {
    /// Who received.
    public var staff: StaffID
    /// Columns that are filled.
    public var filled: [VisitColumn] = []
    /// The first second that is too late.
    public var closes: Moment
    /// It is too late already.
    public var lapsed = false
    /// The group was still there when the day was closed.
    public var isGoing = false
}

/// Steps that were ticked (REC-47).
public struct MarkedSteps: Codable, Hashable, Sendable {
    /// The day of the reception.
    public var day: BusinessDay
    /// The steps in the order of ticking.
    public var steps: [ReceptionStep] = []
}

/// A table to be put in order (REC-50).
public struct WaitingTable: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Who received.
    public var staff: StaffID
    /// When the group left.
    public var since: Moment
}

/// A call that ended (REC-59).
public struct FinishedCall: Codable, Hashable, Sendable {
    /// Who answered.
    public var staff: StaffID
    /// When it ended.
    public var endedAt: Moment
}

/// A line of the call register with blanks (REC-59).
public struct WaitingCall: Codable, Hashable, Sendable {
    /// What was entered so far.
    public var line: CallLine
    /// The first second that is too late.
    public var closes: Moment
    /// It is too late already.
    public var lapsed = false
}

/// A call to be called back (REC-57).
public struct WaitingCallback: Codable, Hashable, Sendable {
    /// The call.
    public var call: CallID
    /// Since when.
    public var since: Moment
}

/// The text after a first call (REC-60).
public struct WaitingText: Codable, Hashable, Sendable {
    /// Whose call it was.
    public var staff: StaffID
    /// The day of the call.
    public var day: BusinessDay
    /// The last moment in time; nil: only the day counts.
    public var by: Moment?
    /// The first second of the next day.
    public var closes: Moment
    /// How far it is.
    public var status = TextStatus.pending
    /// What management found; nil: not gone through.
    public var passed: Bool?
}

/// Lines of the registers of a day (REC-62).
public struct DayCount: Codable, Hashable, Sendable {
    /// Visits entered.
    public var visits = 0
    /// Calls entered.
    public var calls = 0
    /// Management was reminded.
    public var reminded = false
}

/// An answer owed to a customer (REC-65).
public struct OpenPromise: Codable, Hashable, Sendable {
    /// What was promised.
    public var fact: PromiseFact
    /// It is overdue.
    public var isOverdue = false
}

/// An inspection with something to look at again (GLOSSARY §2.13).
public struct OpenInspection: Codable, Hashable, Sendable {
    /// By which list.
    public var list: Checklist
    /// Who was inspected.
    public var staff: StaffID
    /// Who inspected.
    public var inspector: StaffID
    /// What failed.
    public var failed: [String]
    /// What it is about.
    public var about: String?
}
