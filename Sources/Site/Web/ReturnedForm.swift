import HTTPTypes

/// A form that comes back on its page: as it was typed, with the sentence at the field.
///
/// The page is written as it always is; its form is then found by where it goes and filled with
/// what was sent. So a page need not know which of its forms came back, and none forgets a field.
struct ReturnedForm: Sendable {
    /// Where the form goes.
    let action: String
    /// What was typed.
    let typed: FormFields
    /// What is wrong with it.
    let problem: Problem

    /// The page with its form filled; a page without the form tells what is wrong at its head.
    func filled(_ page: HTML) -> HTML {
        let text = page.string
        guard let form = place(in: text) else { return told + page }
        var filler = FormFiller(text[form], typed: typed, faults: problem.fields)
        filler.run()
        var left = filler.untold(beside: problem)
        if left == nil, filler.faulted.isEmpty { left = problem.detail }
        let head = left.map { notice(.stop, title: problem.title, text: $0).string } ?? ""
        let before = opened(text[..<form.lowerBound])
        let (start, rest) = filler.parts
        return HTML(rewritten: before + start + head + rest + text[form.upperBound...])
    }

    private var told: HTML { notice(.stop, title: problem.title, text: problem.detail) }

    /// The form that was sent: of several that go there, the one with the same hidden fields.
    private func place(in text: String) -> Range<String.Index>? {
        let forms = text.ranges(of: "<form ").compactMap { opening -> Range<String.Index>? in
            let end = text[opening.upperBound...].firstRange(of: "</form>")
            return end.map { opening.lowerBound..<$0.upperBound }
        }.filter { range in
            let tag = MarkupTag(text[range].prefix { $0 != ">" })
            return tag["method"] == "post" && tag["action"] == action
        }
        return forms.first { hasSameMarks(text[$0]) } ?? forms.first
    }

    private func hasSameMarks(_ form: Substring) -> Bool {
        form.ranges(of: "<input ").allSatisfy { range in
            let tag = MarkupTag(form[range.lowerBound...].prefix { $0 != ">" })
            guard tag["type"] == "hidden", let name = tag["name"], name != "id", name != "_csrf"
            else { return true }
            return typed.all(name).contains(tag["value"] ?? "")
        }
    }

    /// A fold that hides the form is open.
    private func opened(_ text: Substring) -> String {
        guard let last = text.ranges(of: "<details").last,
            !text[last.upperBound...].contains("</details>"),
            !text[last.upperBound...].prefix(while: { $0 != ">" }).hasSuffix(" open")
        else { return String(text) }
        return text[..<last.upperBound] + " open" + text[last.upperBound...]
    }
}

/// The attributes of one tag, which our own pages always write in double quotes.
struct MarkupTag {
    private let text: Substring

    init(_ text: Substring) { self.text = text }

    /// A value as it was before it was escaped; nil: there is no such attribute.
    subscript(_ name: String) -> String? {
        guard let start = text.firstRange(of: " \(name)=\"") else { return nil }
        let value = text[start.upperBound...].prefix { $0 != "\"" }
        return String(value).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&#96;", with: "`").replacing("&amp;", with: "&")
    }
}
