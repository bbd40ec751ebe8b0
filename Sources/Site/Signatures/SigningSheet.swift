import HouseRules

/// A paper as people sign it: its words, the places, and what stands there already.
struct SigningSheet: Sendable {
    /// What is signed.
    let paper: SignedPaper
    /// The heading, with the site.
    let title: String
    let siteName: String
    let rows: [(name: String, value: String)]
    /// What follows the facts, such as the clauses.
    let lines: [String]
    let places: [SigningPlace]
    /// Where its signatures are kept.
    let shelf: AttachmentPlace
    /// The page of the paper.
    let page: String
    /// The address below which it is signed.
    let base: String

    /// The very words that are signed; their hash stands in the journal.
    var text: String {
        ([title, siteName] + rows.map { "\($0.name)：\($0.value)" } + lines)
            .joined(separator: "\n")
    }

    /// SHA-256 of the words, in hexadecimal.
    var textHash: String { hex(sha256(text)) }

    /// The place that a form or an address means; nil: the paper has none.
    func place(_ key: String?) -> SigningPlace? { places.first { $0.key == key } }

    /// Where somebody signs in a place.
    func address(_ place: SigningPlace) -> String {
        "\(base)/sign?place=\(percentEncode(place.key))"
    }

    /// The words on a page.
    var html: HTML {
        let more: [HTML] = lines.map { "<p>\($0)</p>" }
        return """
            <article class="card slip"><h2>\(title)</h2><p class="muted">\(siteName)</p>
            \(facts(rows))\(more)</article>
            """
    }
}

/// A signature with the file that is kept of it.
struct KeptSignature: Sendable {
    let signature: PaperSignature
    let attachment: Attachment
    let note: String

    init(
        _ mark: SignatureMark, on sheet: SigningSheet, at place: SigningPlace, _ names: Names
    ) throws {
        let words = place.words(names)
        attachment = try Attachment(
            SignatureFile(mark, on: sheet.title, as: words, text: sheet.text))
        signature = PaperSignature(
            sheet.paper, place, mark.way, text: sheet.textHash, content: attachment.hash)
        note = "\(words)签字"
    }
}
