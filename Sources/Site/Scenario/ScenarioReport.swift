import Foundation
import HouseRules

/// An expectation that did not come true.
public struct ScenarioFailure: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The line of the expectation.
    public let line: Int
    /// What was expected of.
    public let key: String
    /// What should be.
    public let expected: String
    /// What is.
    public let got: String

    /// `file:12 person 应为 A,实为 B`.
    public var text: String { "\(file):\(line) \(key) 应为 \(expected)，实为 \(got)" }
}

/// One decision of a scenario: the fields of the table and of the JSON alike.
public struct ScenarioRow: Codable, Hashable, Sendable {
    /// `2025-06-02 10:00`.
    public let moment: String
    /// The kind of fact, such as `arrival`.
    public let fact: String
    /// The visit, person or call.
    public let subject: String
    /// The kind of answer, such as `assigned`.
    public let outcome: OutcomeWord
    /// The refusal's code, if refused.
    public let refused: String?
    /// Who receives or answers.
    public let person: String?
    /// For whom management holds the visit.
    public let locked: String?
    /// The effect on the turn.
    public let effect: String?
    /// Turns that passed their owners by: `D: forfeited(away_personal)`.
    public let passed: [String]
    /// Clause numbers.
    public let clauses: [String]
    /// Stable names of the reasons.
    public let codes: [String]
    /// The reasons in Chinese.
    public let reasons: [String]
    /// Marks, such as `NO_CONSULTANT_ON_DUTY`.
    public let flags: [String]

    init(_ fact: ScenarioFact, _ finding: Finding, _ ruling: Ruling, _ policy: Policy) {
        moment = fact.moment.day.text + " " + fact.moment.clockWords
        self.fact = fact.kind.rawValue
        subject = fact.subject
        outcome = finding.outcome ?? .done
        refused = ruling.refusal?.code
        person = finding.person?.rawValue
        locked = finding.lockedFor?.rawValue
        effect = finding.effect?.rawValue
        passed = finding.passes.map { "\($0.name): \($0.value)" }
        clauses = finding.clauses
        codes = ruling.reasons.map(\.name)
        reasons = ruling.reasons.map { $0.sentence { $0.rawValue } }
        flags = finding.flags
    }

    private enum CodingKeys: String, CodingKey {
        case moment, fact, subject, outcome, refused, person, locked, effect, passed, clauses, codes
        case reasons, flags
    }

    /// Writes every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(moment, forKey: .moment)
        try container.encode(fact, forKey: .fact)
        try container.encode(subject, forKey: .subject)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(refused, forKey: .refused)
        try container.encode(person, forKey: .person)
        try container.encode(locked, forKey: .locked)
        try container.encode(effect, forKey: .effect)
        try container.encode(passed, forKey: .passed)
        try container.encode(clauses, forKey: .clauses)
        try container.encode(codes, forKey: .codes)
        try container.encode(reasons, forKey: .reasons)
        try container.encode(flags, forKey: .flags)
    }

    /// The row for people: one line, then its reasons.
    public var text: String {
        let kind = FactKind(rawValue: fact)?.label ?? fact
        var line = "\(moment)  \(kind)\(subject.isEmpty ? "" : " " + subject)  "
        line += outcome.label
        if let refused { line += " " + refused }
        if let person { line += " " + person }
        if let locked { line += "，等 \(locked)" }
        if let effect, let effect = TurnEffect(rawValue: effect) { line += ",\(effect.label)" }
        line += "  [\(clauses.joined(separator: " "))]"
        return ([line] + reasons.map { "    · " + $0 }).joined(separator: "\n")
    }
}

/// What came of a scenario.
public struct ScenarioReport: Sendable {
    /// Its title.
    public let title: String
    /// The rule that it belongs to.
    public let rule: String?
    /// The file.
    public let file: String
    /// Where it starts.
    public let line: Int
    /// The rule pack.
    public let policy: String
    /// One decision per fact.
    public let rows: [ScenarioRow]
    /// What should have been otherwise; empty when all is well.
    public let failures: [ScenarioFailure]

    /// The table for people, failures at the end.
    public var text: String {
        var parts = ["\(title)（制度包 \(policy)）"] + rows.map(\.text)
        if !failures.isEmpty {
            parts.append("预期没有成立的有 \(failures.count) 处：")
            parts += failures.map { "  " + $0.text }
        }
        return parts.joined(separator: "\n")
    }

    /// An array of the rows as JSON with stable keys in stable order.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rows), as: UTF8.self)
    }
}
