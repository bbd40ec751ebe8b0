/// What goes into one place.
struct ContractValue: Sendable, Hashable {
    let text: String
    /// Printed in red: it differs from the printed contract (SAL-18).
    var isMarked = false

    init(_ text: String, isMarked: Bool = false) { (self.text, self.isMarked) = (text, isMarked) }
}

/// What goes into a template.
struct ContractValues: Sendable, Hashable {
    /// One value for each name.
    var fields: [String: ContractValue] = [:]
    /// What is repeated, by its name: a row for each time.
    var rows: [String: [[String: ContractValue]]] = [:]
    /// Names that only stand where something is repeated, each with what it belongs to.
    var rowNames: [String: String] = [:]
}

/// Fills places in the text of a Word file, however many runs Word has split them over.
struct WordMerge {
    /// A row of what is repeated, while it is filled in.
    struct Row {
        let name: String
        let values: [String: ContractValue]
    }

    let values: ContractValues
    /// The places that were met, each once, in their order.
    private(set) var found: [String] = []
    /// Names that nothing is known of.
    private(set) var unknown: [String] = []
    /// What else is wrong, in sentences.
    private(set) var faults: [String] = []

    init(_ values: ContractValues) { self.values = values }

    /// The nodes of a part, filled in.
    mutating func filled(_ nodes: [WordNode]) -> [WordNode] { filled(nodes, nil) }

    private mutating func filled(_ nodes: [WordNode], _ row: Row?) -> [WordNode] {
        var result: [WordNode] = []
        var place = 0
        while place < nodes.count {
            guard let element = nodes[place].element else {
                result.append(nodes[place])
                place += 1
                continue
            }
            if row == nil, let begin = opening(of: element) {
                let end = closing(of: begin, in: nodes, from: place)
                if let end { result += repeated(Array(nodes[place...end]), begin) }
                if end == nil {
                    note("{{#\(begin)}} 在同一张表或同一级段落里没有 {{/\(begin)}}。")
                }
                place = (end ?? place) + 1
                continue
            }
            result.append(.element(filled(element, row)))
            place += 1
        }
        return result
    }

    private mutating func filled(_ element: WordElement, _ row: Row?) -> WordElement {
        var element = element
        if element.name == "w:p" { element = paragraph(element, row) }
        element.children = filled(element.children, row)
        if element.name == "w:tbl", !element.children.contains(where: { $0.has("w:tr") }) {
            // A table without rows cannot be opened: a paragraph stands in its place.
            return WordElement(name: "w:p", open: Array("<w:p/>".utf8))
        }
        return element
    }

    // MARK: What is repeated

    /// What begins in a paragraph or a row of a table; rows of tables in it are rows of their own.
    private func opening(of element: WordElement) -> String? {
        places(of: element).first { $0.kind == .begin }?.name
    }

    private func places(of element: WordElement) -> [Placeholder] {
        switch element.name {
        case "w:p": return Placeholder.all(in: Array(element.ownText.unicodeScalars)).found
        case "w:tr":
            return element.paragraphsOfRow.flatMap {
                Placeholder.all(in: Array($0.ownText.unicodeScalars)).found
            }
        default: return []
        }
    }

    private func closing(of name: String, in nodes: [WordNode], from start: Int) -> Int? {
        nodes.indices[start...].first { index in
            nodes[index].element.map(places)?.contains { $0.kind == .end && $0.name == name }
                ?? false
        }
    }

    private mutating func repeated(_ nodes: [WordNode], _ name: String) -> [WordNode] {
        guard let rows = values.rows[name] else {
            note("没有可以重复的“\(name)”。")
            return nodes
        }
        meet("#\(name)")
        // A paragraph that only says where it begins or ends is not printed.
        let printed = nodes.filter { !($0.element?.onlyMarks(name) ?? false) }
        return rows.flatMap { filled(printed, Row(name: name, values: $0)) }
    }

    // MARK: One paragraph

    private mutating func paragraph(_ element: WordElement, _ row: Row?) -> WordElement {
        let pieces = element.ownTexts
        let scalars = Array(pieces.joined().unicodeScalars)
        let (places, stray) = Placeholder.all(in: scalars)
        for words in stray { note("“\(words)”附近的大括号没有配对。") }
        guard !places.isEmpty else { return element }
        var fills: [(range: Range<Int>, value: ContractValue)] = []
        for place in places { fills.append((place.range, value(of: place, row))) }
        var start = 0
        let texts = pieces.map { piece in
            let range = start..<(start + piece.unicodeScalars.count)
            start = range.upperBound
            return Self.text(scalars, range, fills)
        }
        var count = 0
        return element.with(texts, &count)
    }

    /// What becomes of one run's text: a value goes where its place begins, and what later runs
    /// have of the place is taken away. Nil: nothing of a place is in it.
    private static func text(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>,
        _ fills: [(range: Range<Int>, value: ContractValue)]
    ) -> [ContractValue]? {
        let mine = fills.filter { $0.range.overlaps(range) }
        guard !mine.isEmpty else { return nil }
        var result: [ContractValue] = []
        var place = range.lowerBound
        func take(upTo end: Int) {
            guard place < end else { return }
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[place..<end])
            result.append(ContractValue(String(words)))
        }
        for fill in mine {
            take(upTo: fill.range.lowerBound)
            if range.contains(fill.range.lowerBound) { result.append(fill.value) }
            place = min(fill.range.upperBound, range.upperBound)
        }
        take(upTo: range.upperBound)
        return result
    }

    /// What stands in a place; a place that is unknown stays as it is.
    private mutating func value(of place: Placeholder, _ row: Row?) -> ContractValue {
        switch place.kind {
        case .begin, .end:
            if row?.name != place.name { note("\(place.text) 没有配对，或套在别的重复里。") }
            return ContractValue("")
        case .field:
            meet(place.name)
            if let value = row?.values[place.name] ?? values.fields[place.name] { return value }
            if let owner = values.rowNames[place.name] {
                note("\(place.text) 只能写在 {{#\(owner)}} 和 {{/\(owner)}} 之间。")
            } else if !unknown.contains(place.name) {
                unknown.append(place.name)
            }
            return ContractValue(place.text)
        }
    }

    private mutating func meet(_ name: String) {
        if !found.contains(name) { found.append(name) }
    }

    private mutating func note(_ fault: String) {
        if !faults.contains(fault), faults.count < 50 { faults.append(fault) }
    }
}
