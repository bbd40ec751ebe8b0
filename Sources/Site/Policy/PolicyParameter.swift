import HouseRules
import Yams

/// One key of a rule pack: the only place that ties a name of the catalogue to a knob.
public struct PolicyParameter: Sendable {
    /// The catalogue's identifier, such as `rotation.mechanism`.
    public let key: String
    /// What people call it.
    public let label: String
    /// The rule that it tunes, such as `REC-01`.
    public let rule: String
    /// What may be written, as a sentence.
    public let allowed: String
    /// The few words that fit and what people call them; empty when the value is free.
    let options: [ParameterChoice]
    /// What people call the words of a value that is a list.
    let labels: [String: String]
    /// The canonical text of the value in a policy: what the hash is made of.
    public let text: @Sendable (Policy) -> String
    /// Puts a word into a policy; nil when the word does not fit.
    let put: (@Sendable (String, inout Policy) -> Bool)?

    /// The parameter with this key.
    public static func named(_ key: String) -> PolicyParameter? { byKey[key] }

    static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// A parameter that is one word.
    init<Value>(
        _ key: String, _ label: String, _ rule: String,
        _ path: any WritableKeyPath<Policy, Value> & Sendable, _ form: ParameterForm<Value>
    ) {
        self.key = key
        self.label = label
        self.rule = rule
        allowed = form.allowed
        options = form.options.map { ParameterChoice(word: $0.word, label: $0.label) }
        labels = form.labels
        text = { form.text($0[keyPath: path]) }
        put = { word, policy in
            guard let value = form.parse(word) else { return false }
            policy[keyPath: path] = value
            return true
        }
    }

    /// A parameter with rows of its own.
    private init(table key: String, _ label: String, _ rule: String, _ allowed: String) {
        self.key = key
        self.label = label
        self.rule = rule
        self.allowed = allowed
        options = []
        labels = [:]
        text = { TurnTableText.text($0.rotation.turnTable) }
        put = nil
    }

    /// The table of visit classes.
    static let turnTable = PolicyParameter(
        table: "turn_table", "计轮判定表", "REC-18",
        "一类来访一行，写成 new_first: {receiver: 谁接, effect: 轮次结果, missed: 其间错过算什么}；"
            + "不收这一类就写 null")

    /// The value of a policy as people say it.
    func words(_ policy: Policy) -> String {
        let text = text(policy)
        if let label = options.first(where: { $0.word == text })?.label { return label }
        guard text != "null" else { return "不用" }
        guard !labels.isEmpty else { return text }
        let words = text.split(separator: " ").map { labels[String($0)] ?? String($0) }
        return words.isEmpty ? "一样也不要" : words.joined(separator: "、")
    }

    /// Reads a value into a policy; says what is wrong otherwise.
    func read(_ node: Node, into policy: inout Policy, complete: Bool, _ reading: inout YAMLReading)
    {
        guard let put else {
            return TurnTableText.read(node, into: &policy, complete: complete, &reading)
        }
        let name = "“\(key)”（\(label)）"
        guard case .scalar(let scalar) = node else {
            return reading.fault(node, "\(name)只能写一个值，\(allowed)。")
        }
        let word = reading.isNull(node) ? "null" : scalar.string
        if !put(word, &policy) {
            reading.fault(node, "\(name)写成了“\(word)”，\(allowed)。")
        }
    }
}

/// A word that a parameter may have and what people call it.
struct ParameterChoice: Hashable, Sendable {
    let word: String
    let label: String
}
