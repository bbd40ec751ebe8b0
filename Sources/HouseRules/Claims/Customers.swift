/// What reception knows of customers: the simple register behind the seam that the ownership topic
/// replaces; never reads a policy.
public struct Customers: Codable, Hashable, Sendable {
    /// The lines of each customer, in the order in which they were entered.
    public internal(set) var facts: [PersonID: [CustomerFact]] = [:]

    /// An empty register.
    public init() {}

    /// Makes one fact true.
    mutating func apply(_ event: ClaimEvent) {
        switch event {
        case .noted(let fact):
            facts[fact.person, default: []].append(fact)
        }
    }
}
