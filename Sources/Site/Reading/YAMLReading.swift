import HouseRules
import Yams

/// One key of a mapping with its value and its place.
struct YAMLField {
    let key: String
    let keyNode: Node
    let value: Node
}

/// Walks the nodes of one document and collects every fault instead of stopping at the first.
struct YAMLReading {
    let file: String
    let lineOffset: Int
    private(set) var faults: [SourceFault] = []

    init(file: String, lineOffset: Int = 0) {
        self.file = file
        self.lineOffset = lineOffset
    }

    /// Line of a node in the file.
    func line(of node: Node) -> Int { (node.mark?.line ?? 1) + lineOffset }

    mutating func fault(_ node: Node, _ sentence: String) {
        faults.append(
            SourceFault(
                file: file, line: line(of: node), column: node.mark?.column ?? 1, sentence))
    }

    func check() throws(SourceFaults) {
        if !faults.isEmpty { throw SourceFaults(faults) }
    }

    /// The fields of a mapping; unknown keys are faults with the nearest known one.
    mutating func fields(_ node: Node, known: [String], of what: String) -> [YAMLField] {
        openFields(node, of: what).filter { field in
            guard !known.contains(field.key) else { return true }
            unknown(field, known: known, of: what)
            return false
        }
    }

    mutating func unknown(_ field: YAMLField, known: [String], of what: String) {
        let near = nearest(to: field.key, among: known)
        let advice =
            near.map { "您是不是想写“\($0)”？" } ?? "可以写的有：\(known.listed)。"
        fault(field.keyNode, "\(what)里没有“\(field.key)”这一项。\(advice)")
    }

    /// The fields of a mapping whose keys are names.
    mutating func openFields(_ node: Node, of what: String) -> [YAMLField] {
        guard case .mapping(let mapping) = node else {
            fault(node, "\(what)应当写成“键: 值”的样子，这里是\(kind(of: node))。")
            return []
        }
        var fields: [YAMLField] = []
        for (keyNode, value) in mapping {
            guard case .scalar(let scalar) = keyNode else {
                fault(keyNode, "\(what)的键应当是一个词。")
                continue
            }
            fields.append(YAMLField(key: scalar.string, keyNode: keyNode, value: value))
        }
        return fields
    }

    /// The members of a list.
    mutating func list(_ node: Node, of what: String) -> [Node] {
        guard case .sequence(let sequence) = node else {
            fault(node, "\(what)应当写成列表，例如 [A, B]，这里是\(kind(of: node))。")
            return []
        }
        return Array(sequence)
    }

    /// A single word or sentence; nil (with a fault) for lists and mappings and for nothing.
    mutating func text(_ node: Node, of what: String) -> String? {
        guard case .scalar(let scalar) = node, !isNull(node) else {
            fault(node, "\(what)应当写一个值，这里是\(kind(of: node))。")
            return nil
        }
        return scalar.string
    }

    mutating func flag(_ node: Node, of what: String) -> Bool? {
        guard let text = text(node, of: what) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            fault(node, "\(what)只能写 true（是）或 false（否），这里写的是“\(text)”。")
            return nil
        }
    }

    mutating func whole(_ node: Node, _ range: ClosedRange<Int>, of what: String) -> Int? {
        guard let text = text(node, of: what) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            fault(
                node,
                "\(what)应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数，这里写的是“\(text)”。")
            return nil
        }
        return number
    }

    mutating func day(_ node: Node, of what: String) -> BusinessDay? {
        guard let text = text(node, of: what) else { return nil }
        guard let day = BusinessDay(text) else {
            fault(node, "\(what)应当是日历上有的日子，写成 2025-06-02 的样子，这里写的是“\(text)”。")
            return nil
        }
        return day
    }

    mutating func time(_ node: Node, of what: String) -> TimeOfDay? {
        guard let text = text(node, of: what) else { return nil }
        guard let time = TimeOfDay(text) else {
            fault(node, "\(what)应当是时刻，写成 09:05 的样子，这里写的是“\(text)”。")
            return nil
        }
        return time
    }

    mutating func choice<Word: RawRepresentable & CaseIterable & Labelled>(
        _ node: Node, of what: String
    ) -> Word? where Word.RawValue == String {
        guard let text = text(node, of: what) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let near =
            Word.allCases.first { $0.label == text }?.rawValue
            ?? nearest(to: text, among: Word.allCases.map(\.rawValue))
        let advice = near.map { "您是不是想写“\($0)”？" } ?? ""
        let all = Word.allCases.map { "\($0.rawValue)（\($0.label)）" }.listed
        fault(node, "\(what)没有“\(text)”这一种。\(advice)可以写 \(all)。")
        return nil
    }

    /// Whether the node says "nothing".
    func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "null", "~"].contains(scalar.string)
    }

    private func kind(of node: Node) -> String {
        switch node {
        case .mapping: "一组键值"
        case .sequence: "一个列表"
        case .scalar(let scalar): isNull(node) ? "空的" : "“\(scalar.string.prefix(40))”"
        case .alias: "一个别名"
        }
    }
}
