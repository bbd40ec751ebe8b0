import HouseRules

/// Writes a rule pack that stands on its own: every parameter, every class of visit, every clause.
struct PackText: Sendable {
    let pack: PolicyPack
    let policy: Policy
    let revision: Int
    let effectiveFrom: BusinessDay
    let author: String
    let note: String

    /// The YAML.
    var yaml: String {
        (head + ["parameters:"] + parameters + ["  turn_table:"] + table + ["clauses:"] + clauses)
            .joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        [
            "pack: \(Self.word(pack.name))", "title: \(Self.word(pack.title))", "base: null",
            "revision: \(revision)", "effective_from: \(effectiveFrom.text)",
            "author: \(Self.word(author))", "note: \(Self.word(note))",
        ]
    }

    private var parameters: [String] {
        PolicyParameter.all.filter { $0.put != nil }
            .map { "  \($0.key): \(Self.word($0.text(policy)))" }
    }

    private var table: [String] {
        VisitClass.allCases.map { visitClass in
            guard let row = policy.rotation.turnTable[visitClass] else {
                return "    \(visitClass.rawValue): null"
            }
            return "    \(visitClass.rawValue): {receiver: \(row.receiver.rawValue), "
                + "effect: \(row.effect.rawValue), missed: \(row.missed.rawValue)}"
        }
    }

    private var clauses: [String] {
        pack.clauses.keys.sorted().flatMap { id -> [String] in
            guard let clause = pack.clauses[id] else { return [] }
            return [
                "  \(id):", "    number: \(Self.word(clause.number))",
                "    title: \(Self.word(clause.title))", "    text: \(Self.word(clause.text))",
            ]
        }
    }

    /// A value as it is when nothing in it means something in YAML, quoted otherwise.
    private static func word(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy(isPlainByte)
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
