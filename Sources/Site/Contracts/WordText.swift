/// The text of a paragraph, and putting another one in its place.
extension WordElement {
    /// The texts of its runs, one for each `w:t`; paragraphs in it, as in a text box, have their
    /// own.
    var ownTexts: [String] {
        children.compactMap(\.element).flatMap { child -> [String] in
            switch child.name {
            case "w:p": []
            case "w:t": [child.text]
            default: child.ownTexts
            }
        }
    }

    /// The text of the whole paragraph.
    var ownText: String { ownTexts.joined() }

    /// The paragraphs of a row of a table, without those of tables in it.
    var paragraphsOfRow: [WordElement] {
        children.compactMap(\.element).flatMap { child -> [WordElement] in
            switch child.name {
            case "w:tbl": []
            case "w:p": [child]
            default: child.paragraphsOfRow
            }
        }
    }

    /// Whether it is a paragraph that only says where something repeated begins or ends.
    func onlyMarks(_ name: String) -> Bool {
        guard self.name == "w:p" else { return false }
        let scalars = Array(ownText.unicodeScalars)
        let (found, stray) = Placeholder.all(in: scalars)
        guard stray.isEmpty, found.count == 1, let mark = found.first, mark.kind != .field,
            mark.name == name
        else { return false }
        let around = scalars[..<mark.range.lowerBound] + scalars[mark.range.upperBound...]
        return around.allSatisfy(\.properties.isWhitespace)
    }

    /// The same with other texts in the order of ``ownTexts``; nil leaves a text as it is.
    func with(_ texts: [[ContractValue]?], _ count: inout Int) -> WordElement {
        var element = self
        element.children = []
        for node in children {
            guard let child = node.element else {
                element.children.append(node)
                continue
            }
            switch child.name {
            case "w:p": element.children.append(node)
            case "w:r": element.children += child.runs(texts, &count)
            case "w:t":
                element.children += Self.plain(texts[count]) ?? [node]
                count += 1
            default: element.children.append(.element(child.with(texts, &count)))
            }
        }
        return element
    }

    /// A run with other texts; what is marked gets a run of its own, in red.
    private func runs(_ texts: [[ContractValue]?], _ count: inout Int) -> [WordNode] {
        let look = children.first { $0.element?.name == "w:rPr" }?.element
        var result: [WordNode] = []
        var run = bare(look)
        var isEmpty = true
        for node in children where node.element?.name != "w:rPr" {
            guard let child = node.element, child.name == "w:t" else {
                run.children.append(node.element.map { .element($0.with(texts, &count)) } ?? node)
                isEmpty = false
                continue
            }
            let values = texts[count]
            count += 1
            guard let values else {
                run.children.append(node)
                isEmpty = false
                continue
            }
            for value in values where !value.text.isEmpty {
                if value.isMarked {
                    if !isEmpty { result.append(.element(run)) }
                    var red = bare((look ?? Self.plainLook).reddened)
                    red.children += Self.text(value.text)
                    result.append(.element(red))
                    (run, isEmpty) = (bare(look), true)
                } else {
                    run.children += Self.text(value.text)
                    isEmpty = false
                }
            }
        }
        return isEmpty ? result : result + [.element(run)]
    }

    /// The run without its text, looking as `look` says.
    private func bare(_ look: WordElement?) -> WordElement {
        var run = self
        run.children = look.map { [.element($0)] } ?? []
        if run.close.isEmpty {
            (run.open, run.close) = (Array("<w:r>".utf8), Array("</w:r>".utf8))
        }
        return run
    }

    private static let plainLook = WordElement(
        name: "w:rPr", open: Array("<w:rPr>".utf8), close: Array("</w:rPr>".utf8))

    /// What stands behind the colour in the look of a run, as the format orders it.
    private static let behindColour: Set<String> = Set(
        [
            "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
            "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
            "specVanish", "oMath", "rPrChange",
        ].map { "w:" + $0 })

    private var reddened: WordElement {
        var look = close.isEmpty ? Self.plainLook : self
        look.children.removeAll { $0.element?.name == "w:color" }
        let place = look.children.firstIndex {
            $0.element.map { Self.behindColour.contains($0.name) } ?? false
        }
        let red = WordElement(name: "w:color", open: Array("<w:color w:val=\"FF0000\"/>".utf8))
        look.children.insert(.element(red), at: place ?? look.children.count)
        return look
    }

    private static func plain(_ values: [ContractValue]?) -> [WordNode]? {
        values.map { text($0.map(\.text).joined()) }
    }

    /// Text with its line breaks, escaped; what XML cannot hold is left out.
    private static func text(_ text: String) -> [WordNode] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, line -> [WordNode] in
                let piece = WordElement(
                    name: "w:t", open: Array("<w:t xml:space=\"preserve\">".utf8),
                    children: [.raw(escaped(line))], close: Array("</w:t>".utf8))
                let feed = WordElement(name: "w:br", open: Array("<w:br/>".utf8))
                return index == 0 ? [.element(piece)] : [.element(feed), .element(piece)]
            }
    }

    static func escaped(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                bytes += String(scalar).utf8
            default: break
            }
        }
        return bytes
    }
}

extension WordNode {
    /// Whether an element of this name is here or deeper in it.
    func has(_ name: String) -> Bool {
        guard let element else { return false }
        return element.name == name || element.children.contains { $0.has(name) }
    }
}
