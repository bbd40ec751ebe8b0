import HouseRules

/// A written course of events with what should come of it.
public struct Scenario: Sendable {
    /// What it shows.
    public let title: String
    /// The rule it belongs to, such as `REC-03`; the section's own unless the case names another.
    public let rule: String?
    /// The file as faults and failures name it.
    public let file: String
    /// Where it starts.
    public let line: Int
    /// The rule pack.
    public let policyName: String
    /// The rules from each day on, the earliest first.
    let policies: [DatedPolicy]
    /// How things stand before the first fact.
    let standing: Standing
    /// When things stand so.
    let start: Moment
    /// What happens.
    let facts: [ScenarioFact]

    /// The rules of a day.
    func policy(at day: BusinessDay) -> Policy {
        (policies.last { $0.from <= day } ?? policies[0]).policy
    }
}

/// Rules that hold from a day on.
struct DatedPolicy: Sendable {
    let from: BusinessDay
    let policy: Policy
}

/// One fact and what it should lead to.
struct ScenarioFact: Sendable {
    let kind: FactKind
    /// The visit, person or call it is about.
    let subject: String
    /// nil: nothing happens, only the state is looked at.
    let command: Command?
    let moment: Moment
    /// Who says so; nil: whoever usually does.
    let actor: Actor?
    let expected: [Expected]
    let line: Int
}
