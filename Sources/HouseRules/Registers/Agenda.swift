/// What lapses or is called to mind by itself.
public enum DeadlineSubject: Codable, Hashable, Sendable {
    /// A line of the visit register (REC-48).
    case visitEntry(VisitID)
    /// A line of the call register (REC-59).
    case callEntry(CallID)
    /// A text that should have gone out minutes after the call (REC-60).
    case textLate(CallID)
    /// A text that should have gone out the same day (REC-60).
    case textMissing(CallID)
    /// A message for a colleague (REC-58).
    case message(SlipID)
    /// The reminder of a promise (REC-65).
    case promiseReminder(SlipID)
    /// A promise (REC-65).
    case promise(SlipID)
    /// The order of calls waits for its confirmation (REC-54).
    case callOrder(BusinessDay)
    /// Leaders come soon (REC-52).
    case leader(SlipID)
    /// What failed is looked at again (GLOSSARY §2.13).
    case recheck(SlipID)
}

/// One thing with the first whole second at which it takes effect.
public struct Deadline: Codable, Hashable, Sendable {
    /// What.
    public var subject: DeadlineSubject
    /// From when on.
    public var from: Moment
}

/// Deadlines, the earliest first; equal ones in the order in which they were set.
public struct Agenda: Codable, Hashable, Sendable {
    private(set) var deadlines: [Deadline] = []

    /// The earliest.
    var first: Deadline? { deadlines.first }

    func has(_ subject: DeadlineSubject) -> Bool { deadlines.contains { $0.subject == subject } }

    /// Sets the deadline of a subject, in place of an earlier one.
    mutating func set(_ subject: DeadlineSubject, from: Moment) {
        drop(subject)
        let index = deadlines.lastIndex { $0.from <= from }.map { $0 + 1 } ?? 0
        deadlines.insert(Deadline(subject: subject, from: from), at: index)
    }

    /// Nothing more is due of it.
    mutating func drop(_ subject: DeadlineSubject) {
        deadlines.removeAll { $0.subject == subject }
    }
}
