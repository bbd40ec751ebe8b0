import HouseRules
import Yams

/// The table of visit classes as rows of a pack (REC-18).
enum TurnTableText {
    /// What a kind of visit may do to a turn; everything else is a result, not a rule.
    static let effects: [TurnEffect] = [.counted, .notCounted, .advance]

    /// Canonical text, classes in the order of the catalogue.
    static func text(_ table: [VisitClass: TurnRow]) -> String {
        VisitClass.allCases.map { visitClass in
            guard let row = table[visitClass] else { return "\(visitClass.rawValue)=null" }
            return "\(visitClass.rawValue)=\(row.receiver.rawValue)/\(row.effect.rawValue)/"
                + row.missed.rawValue
        }.joined(separator: " ")
    }

    /// Reads rows into the policy's table; `complete`: every class must have a row or null.
    static func read(
        _ node: Node, into policy: inout Policy, complete: Bool, _ reading: inout YAMLReading
    ) {
        let known = VisitClass.allCases.map(\.rawValue)
        let fields = reading.fields(node, known: known, of: "turn_table（计轮判定表）")
        for field in fields {
            guard let visitClass = VisitClass(rawValue: field.key) else { continue }
            if reading.isNull(field.value) {
                policy.rotation.turnTable[visitClass] = nil
            } else if let row = row(field, visitClass, &reading) {
                policy.rotation.turnTable[visitClass] = row
            }
        }
        guard complete, case .mapping = node else { return }
        for visitClass in VisitClass.allCases
        where !fields.contains(where: { $0.key == visitClass.rawValue }) {
            reading.fault(
                node,
                "turn_table 少了 \(visitClass.rawValue)（\(visitClass.label)）：这类客户来了不知道派给谁。"
                    + "请补一行，不收这一类就写 null。")
        }
    }

    private static func row(
        _ field: YAMLField, _ visitClass: VisitClass, _ reading: inout YAMLReading
    ) -> TurnRow? {
        let what = "\(field.key)（\(visitClass.label)）这一行"
        let parts = reading.fields(
            field.value, known: ["receiver", "effect", "missed"], of: what)
        var receiver: Receiver?
        var effect: TurnEffect?
        var missed: MissedTurn? = .forfeit
        for part in parts {
            switch part.key {
            case "receiver": receiver = reading.choice(part.value, of: "\(what)的 receiver（谁接）")
            case "effect": effect = self.effect(part.value, what, &reading)
            default: missed = reading.choice(part.value, of: "\(what)的 missed（其间错过算什么）")
            }
        }
        guard case .mapping = field.value else { return nil }
        for key in ["receiver", "effect"] where !parts.contains(where: { $0.key == key }) {
            reading.fault(field.keyNode, "\(what)没有写 \(key)，请补上。")
        }
        guard let receiver, let effect, let missed else { return nil }
        return TurnRow(receiver, effect, missed: missed)
    }

    private static func effect(
        _ node: Node, _ what: String, _ reading: inout YAMLReading
    ) -> TurnEffect? {
        guard let effect: TurnEffect = reading.choice(node, of: "\(what)的 effect（轮次结果）") else {
            return nil
        }
        guard effects.contains(effect) else {
            let all = effects.map { "\($0.rawValue)（\($0.label)）" }.listed
            reading.fault(
                node,
                "\(what)的 effect 写成了 \(effect.rawValue)（\(effect.label)），那是派客的结果，不能事先规定。"
                    + "可以写 \(all)。")
            return nil
        }
        return effect
    }
}
