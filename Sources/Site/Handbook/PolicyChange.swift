import HouseRules
import Yams

/// A change of the rules as a form brings it: the fields, what is wrong with them, and what they
/// would change.
struct PolicyChange: Sendable {
    /// One difference.
    struct Difference: Sendable, Equatable {
        let rule: String
        let label: String
        let before: String
        let after: String
    }

    /// The rule whose parameters are edited.
    let rule: String
    let policy: Policy
    let effectiveFrom: BusinessDay
    let note: String
    let faults: [Problem.Field]
    let differences: [Difference]

    /// Reads the form on top of the rules in force on the chosen day.
    ///
    /// - Parameter base: The rules in force on a day.
    init(_ form: FormFields, rule: String, today: BusinessDay, base: (BusinessDay) -> Policy) {
        self.rule = rule
        var faults: [Problem.Field] = []
        let day = form.text("effective_from").flatMap { BusinessDay($0) }
        if day == nil { faults.append(.init(name: "effective_from", sentence: "请填从哪天起生效。")) }
        if let day, day < today {
            faults.append(.init(name: "effective_from", sentence: "不能从过去的日子起生效：改规矩只管以后。"))
        }
        effectiveFrom = max(day ?? today, today)
        note = form.text("note") ?? ""
        if note.isEmpty { faults.append(.init(name: "note", sentence: "请写为什么改，以后查得到。")) }
        let before = base(effectiveFrom)
        var after = before
        for parameter in Self.parameters(of: rule) where parameter.put != nil {
            guard let word = form.text(parameter.key) else { continue }
            if parameter.put?(word, &after) != true {
                faults.append(.init(name: parameter.key, sentence: parameter.allowed + "。"))
            }
        }
        if Self.hasTable(rule) { faults += Self.readTable(form, into: &after) }
        policy = after
        differences = Self.differences(before, after)
        if faults.isEmpty && differences.isEmpty {
            faults.append(.init(name: "note", sentence: "和现在的规矩一样，没有要改的。"))
        }
        self.faults = faults
    }

    /// Whether only the day and the reason are missing, which trying it out does not need.
    var parametersAreRight: Bool {
        faults.allSatisfy { ["note", "effective_from"].contains($0.name) }
    }

    static func parameters(of rule: String) -> [PolicyParameter] {
        PolicyParameter.all.filter { $0.rule == rule }
    }

    static func hasTable(_ rule: String) -> Bool {
        parameters(of: rule).contains { $0.put == nil }
    }

    /// What differs between two sets of rules, in the order of the catalogue.
    static func differences(_ before: Policy, _ after: Policy) -> [Difference] {
        PolicyParameter.all.flatMap { parameter -> [Difference] in
            guard parameter.text(before) != parameter.text(after) else { return [] }
            guard parameter.put == nil else {
                return [
                    Difference(
                        rule: parameter.rule, label: parameter.label,
                        before: parameter.words(before), after: parameter.words(after))
                ]
            }
            return VisitClass.allCases.compactMap { visitClass in
                let (old, new) = (
                    before.rotation.turnTable[visitClass], after.rotation.turnTable[visitClass]
                )
                guard old != new else { return nil }
                return Difference(
                    rule: parameter.rule, label: visitClass.label, before: TurnRow.words(old),
                    after: TurnRow.words(new))
            }
        }
    }

    private static func readTable(
        _ form: FormFields, into policy: inout Policy
    ) -> [Problem.Field] {
        VisitClass.allCases.compactMap { visitClass in
            let name = "class." + visitClass.rawValue
            guard let word = form.text(name) else { return nil }
            guard word != "null" else {
                policy.rotation.turnTable[visitClass] = nil
                return nil
            }
            guard let row = TurnRow(word: word) else {
                return Problem.Field(name: name, sentence: "请从列出的办法里选一种。")
            }
            policy.rotation.turnTable[visitClass] = row
            return nil
        }
    }
}

extension TurnRow {
    /// `current_turn/counted/forfeit`.
    var word: String { "\(receiver.rawValue)/\(effect.rawValue)/\(missed.rawValue)" }

    init?(word: String) {
        let parts = word.split(separator: "/").map(String.init)
        guard parts.count == 3, let receiver = Receiver(rawValue: parts[0]),
            let effect = TurnEffect(rawValue: parts[1]), TurnTableText.effects.contains(effect),
            let missed = MissedTurn(rawValue: parts[2])
        else { return nil }
        self.init(receiver, effect, missed: missed)
    }

    /// The row as people say it; nil: the house does not receive the class.
    static func words(_ row: TurnRow?) -> String {
        guard let row else { return "不收这一类" }
        return "\(row.receiver.label)接，\(row.effect.label)"
            + (row.missed == .makeup ? "，其间错过的补" : "")
    }

    /// Every row that can be chosen.
    static let choices: [TurnRow] = Receiver.allCases.flatMap { receiver in
        TurnTableText.effects.flatMap { effect in
            MissedTurn.allCases.map { TurnRow(receiver, effect, missed: $0) }
        }
    }
}
