import HouseRules
import Yams

extension ScenarioReader {
    /// The expectations of a fact, or of the state alone.
    mutating func expected(_ node: Node, stateOnly: Bool) -> [Expected] {
        let keys = ExpectKey.allCases.filter { !stateOnly || $0.isState }
        let what = stateOnly ? "check（查看）" : "expect（预期）"
        let fields = reading.fields(node, known: keys.map(\.rawValue), of: what)
        return fields.compactMap { field in
            guard let key = ExpectKey(rawValue: field.key), let value = value(field, key) else {
                return nil
            }
            return Expected(key: key, value: value, line: reading.line(of: field.keyNode))
        }
    }

    private mutating func value(_ field: YAMLField, _ key: ExpectKey) -> Seen? {
        let what = "预期的 \(field.key)"
        let node = field.value
        switch key.shape {
        case .word(let words): return word(node, words, what)
        case .code:
            if reading.isNull(node) { return .nothing }
            return reading.text(node, of: what).map { .word($0) }
        case .person:
            if reading.isNull(node) { return .nothing }
            return person(node, of: what).map { .word($0.rawValue) }
        case .people: return .words(peopleList(node, of: what).map(\.rawValue))
        case .words: return .words(texts(node, what))
        case .clauses: return clauses(node, what)
        case .counts:
            return .pairs(
                counts(node, of: what).map { Seen.Pair(name: $0.0.rawValue, value: "\($0.1)") })
        case .presences:
            return .pairs(
                presences(node, of: what).map {
                    Seen.Pair(name: $0.0.rawValue, value: $0.1.rawValue)
                })
        case .passes: return passes(node, what)
        case .statuses:
            if reading.isNull(node) { return .pairs([]) }
            return .pairs(
                reading.openFields(node, of: what).compactMap { field in
                    let status: TextStatus? = reading.choice(field.value, of: what)
                    return status.map { Seen.Pair(name: field.key, value: $0.rawValue) }
                })
        case .holders:
            return .pairs(
                reading.openFields(node, of: what).compactMap { field in
                    if reading.isNull(field.value) {
                        return Seen.Pair(name: field.key, value: Seen.nobody)
                    }
                    return person(field.value, of: what).map {
                        Seen.Pair(name: field.key, value: $0.rawValue)
                    }
                })
        case .texts:
            return .pairs(
                reading.openFields(node, of: what).compactMap { field in
                    reading.text(field.value, of: what).map {
                        Seen.Pair(name: field.key, value: $0)
                    }
                })
        case .assignments:
            if reading.isNull(node) { return .pairs([]) }
            return .pairs(
                reading.openFields(node, of: what).compactMap { field in
                    person(field.value, of: what).map {
                        Seen.Pair(name: field.key, value: $0.rawValue)
                    }
                })
        }
    }

    private mutating func word(_ node: Node, _ words: [String], _ what: String) -> Seen? {
        if reading.isNull(node) { return .nothing }
        guard let text = reading.text(node, of: what) else { return nil }
        guard words.contains(text) else {
            let near = nearest(to: text, among: words).map { "您是不是想写“\($0)”？" } ?? ""
            reading.fault(node, "\(what)没有“\(text)”。\(near)可以写 \(words.listed)。")
            return nil
        }
        return .word(text)
    }

    private mutating func texts(_ node: Node, _ what: String) -> [String] {
        if reading.isNull(node) { return [] }
        return reading.list(node, of: what).compactMap { reading.text($0, of: what) }
    }

    private mutating func clauses(_ node: Node, _ what: String) -> Seen {
        let clauses = texts(node, what)
        for clause in clauses where !PolicyPackReader.isRuleID(clause) {
            reading.fault(node, "\(what)里的“\(clause)”不是规则号，规则号写成 REC-03 的样子。")
        }
        return .words(clauses)
    }

    /// `[{D: forfeited}, {A: makeup_granted(official)}]`.
    private mutating func passes(_ node: Node, _ what: String) -> Seen? {
        if reading.isNull(node) { return .pairs([]) }
        var pairs: [Seen.Pair] = []
        for item in reading.list(node, of: what) {
            for field in reading.openFields(item, of: what) {
                guard let staff = person(field.keyNode, of: what),
                    let text = reading.text(field.value, of: what)
                else { continue }
                check(pass: text, field.value, what)
                pairs.append(Seen.Pair(name: staff.rawValue, value: text))
            }
        }
        return .pairs(pairs)
    }

    private mutating func check(pass text: String, _ node: Node, _ what: String) {
        let parts = text.split(separator: "(", maxSplits: 1)
        let effect = parts.first.map(String.init) ?? ""
        if TurnEffect(rawValue: effect) == nil {
            let near = nearest(to: effect, among: TurnEffect.allCases.map(\.rawValue))
            let advice = near.map { "您是不是想写“\($0)”？" } ?? ""
            reading.fault(node, "\(what)里没有“\(effect)”这种轮次结果。\(advice)")
        }
        guard parts.count == 2 else { return }
        let why = String(parts[1].dropLast())
        if PassReason(rawValue: why) == nil || parts[1].last != ")" {
            let near = nearest(to: why, among: PassReason.allCases.map(\.rawValue))
            let advice = near.map { "您是不是想写“\($0)”？" } ?? ""
            reading.fault(node, "\(what)里没有“\(why)”这种原因。\(advice)")
        }
    }
}
