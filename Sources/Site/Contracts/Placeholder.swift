/// A place in a template: `{{买受人}}`, or the beginning and the end of what is repeated.
struct Placeholder: Sendable, Hashable {
    enum Kind: Sendable {
        /// `{{总价}}`
        case field
        /// `{{#分期}}`
        case begin
        /// `{{/分期}}`
        case end
    }

    let kind: Kind
    let name: String
    /// Where it stands, braces included, counted in scalars.
    let range: Range<Int>

    /// As people write it.
    var text: String {
        switch kind {
        case .field: "{{\(name)}}"
        case .begin: "{{#\(name)}}"
        case .end: "{{/\(name)}}"
        }
    }

    /// All of a text, and what begins or ends like one and is none. Full-width braces, as Chinese
    /// keyboards give them, count as well.
    static func all(in text: [Unicode.Scalar]) -> (found: [Placeholder], stray: [String]) {
        var (found, stray): ([Placeholder], [String]) = ([], [])
        var place = 0
        while place + 1 < text.count {
            if isPair(text, place, "{", "｛") {
                guard let end = end(of: place, in: text),
                    let one = Placeholder(text[(place + 2)..<end], place..<(end + 2))
                else {
                    stray.append(excerpt(text, place))
                    place += 2
                    continue
                }
                found.append(one)
                place = end + 2
            } else if isPair(text, place, "}", "｝") {
                stray.append(excerpt(text, max(0, place - 10)))
                place += 2
            } else {
                place += 1
            }
        }
        return (found, stray)
    }

    private static func isPair(
        _ text: [Unicode.Scalar], _ place: Int, _ narrow: Unicode.Scalar, _ wide: Unicode.Scalar
    ) -> Bool {
        place + 1 < text.count
            && [text[place], text[place + 1]].allSatisfy {
                $0 == narrow || $0 == wide
            }
    }

    /// Where its closing braces stand; names are short and have no braces of their own.
    private static func end(of start: Int, in text: [Unicode.Scalar]) -> Int? {
        var place = start + 2
        while place + 1 < text.count, place - start <= 40 {
            if isPair(text, place, "}", "｝") { return place }
            if isPair(text, place, "{", "｛") { return nil }
            place += 1
        }
        return nil
    }

    private static func excerpt(_ text: [Unicode.Scalar], _ start: Int) -> String {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[start...].prefix(16))
        return String(words)
    }

    private init?(_ inner: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: inner.filter { !$0.properties.isWhitespace })
        var name = String(words)
        switch name.first {
        case "#", "＃": kind = .begin
        case "/", "／": kind = .end
        default: kind = .field
        }
        if kind != .field { name.removeFirst() }
        guard !name.isEmpty else { return nil }
        (self.name, self.range) = (name, range)
    }
}
