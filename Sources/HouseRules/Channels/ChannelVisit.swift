/// What channels need to know of a visit.
public struct ChannelVisit: Codable, Hashable, Sendable {
    /// The visit.
    public let visit: VisitID
    /// The customer, as far as known.
    public internal(set) var person: PersonID?
    /// When the desk says that the group came in.
    public internal(set) var arrivedAt: Moment
    /// When the first question was done.
    public internal(set) var answeredAt: Moment?
    /// When the gate saw them.
    public internal(set) var gateAt: Moment?
    /// When a channel was first spoken of.
    public internal(set) var mentionedAt: Moment?
    /// When each step of the reception was first ticked.
    public internal(set) var steps: [ReceptionStep: Moment] = [:]
    /// When the group left.
    public internal(set) var finishedAt: Moment?
    /// Name and number of the register.
    public internal(set) var mark: CustomerMark?
    /// Reports that could be meant, the earliest first.
    public internal(set) var candidates: [FiledReport] = []
    /// Those of people who might not bring customers when the group came in.
    public internal(set) var barred: [SlipID] = []
    /// Whose natural visitor they were before.
    public internal(set) var heldBy: StaffID?
    /// The report that they go by.
    public internal(set) var winner: SlipID?
    /// Management looked at the evidence itself.
    public internal(set) var review: ChannelReview?
    /// A channel took them from a consultant, or somebody handed them to a channel.
    public internal(set) var isForfeited = false

    init(_ visit: VisitID, arrivedAt: Moment, person: PersonID?) {
        self.visit = visit
        self.arrivedAt = arrivedAt
        self.person = person
    }

    /// The earliest of what shows when they came in (OWN-45).
    func arrival(by sources: [ArrivalSource]) -> (Moment, ArrivalSource) {
        let known = ArrivalSource.allCases.filter(sources.contains).compactMap { source in
            moment(of: source).map { ($0, source) }
        }
        return known.min { $0.0 < $1.0 } ?? (arrivedAt, .registration)
    }

    private func moment(of source: ArrivalSource) -> Moment? {
        switch source {
        case .gate: gateAt
        case .firstQuestion: answeredAt
        case .registration: arrivedAt
        }
    }

    /// From when on it is too late to speak of a channel; nil: not yet (OWN-48).
    func cutoff(_ cutoff: MentionCutoff, required: [ReceptionStep]) -> Moment? {
        switch cutoff {
        case .introStarted: return steps[.intro]
        case .requiredStepsDone:
            let done = required.compactMap { steps[$0] }
            return done.count == required.count ? done.max() : nil
        }
    }

    func isMentioned(before cutoff: Moment?) -> Bool {
        guard let mentionedAt else { return false }
        return cutoff.map { mentionedAt.wholeSecond < $0.wholeSecond } ?? true
    }
}
