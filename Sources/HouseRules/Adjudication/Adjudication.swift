/// Deals whose attribution may still change, and quarrels that wait for a ruling; never reads a
/// policy.
public struct Adjudication: Codable, Hashable, Sendable {
    /// Deals that somebody may still contest.
    public internal(set) var deals: [DealID: DealFact] = [:]

    /// Nothing.
    public init() {}

    /// Makes one fact true.
    mutating func apply(_ event: AdjudicationEvent) {
        switch event {
        case .dealOrdered(let deal): deals[deal.deal] = deal
        }
    }
}

/// A deal: a formal deposit or a contract (GLOSSARY §3).
public struct DealFact: Codable, Hashable, Sendable {
    /// The deal.
    public var deal: DealID
    /// The buyer.
    public var person: PersonID
    /// Who closed it.
    public var staff: StaffID
    /// When it was closed.
    public var at: Moment

    /// A deal.
    public init(_ deal: DealID, of person: PersonID, by staff: StaffID, at: Moment) {
        self.deal = deal
        self.person = person
        self.staff = staff
        self.at = at
    }
}
