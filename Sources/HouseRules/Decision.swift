/// A ruling as a value: an answer or none, the ordered reasons, and the facts it creates.
///
/// A refusal is a decision without an answer, never an error; its last reason is `.refused`.
public struct Decision<Answer: Sendable>: Sendable {
    /// The answer; nil when refused.
    public let answer: Answer?
    /// Why, in the order in which it was settled; each reason names its clause.
    public let reasons: [Reason]
    /// What became true; when refused, at most what fell due by itself.
    public let events: [SiteEvent]

    /// An answer with its reasons and events.
    public init(answer: Answer?, reasons: [Reason], events: [SiteEvent]) {
        self.answer = answer
        self.reasons = reasons
        self.events = events
    }

    /// The refusal, if this is one.
    public var refusal: Refusal? {
        guard answer == nil, case .refused(let refusal) = reasons.last else { return nil }
        return refusal
    }
}

/// The answer of a command.
public enum Outcome: Codable, Hashable, Sendable {
    /// A consultant receives the group, with this effect on the turn.
    case receptionist(StaffID, TurnEffect)
    /// Management receives until the person it is locked for (or the first to return) is free.
    case cover(lockedFor: StaffID?)
    /// A consultant answers the call.
    case answerer(StaffID)
    /// Nobody can answer: a call-back slip is open.
    case callback(StaffID?)
    /// The order of the day.
    case sheet([StaffID])
    /// Done; nothing to choose.
    case done
}

/// The kind of decision every command leads to.
public typealias Ruling = Decision<Outcome>
