import Testing

/// Gaps, doubles and unreadable names in a folder of migrations.
func misnumbered(_ names: [String]) -> [Finding] {
    var findings: [Finding] = []
    var dialects: [Int: [String]] = [:]
    for name in names {
        guard let match = name.wholeMatch(of: /([0-9]{4})-[a-z0-9-]+(\.sqlite|\.postgres)?\.sql/),
            let number = Int(match.output.1)
        else {
            findings.append(Finding(path: name, line: 1, message: "is not named NNNN-name.sql"))
            continue
        }
        dialects[number, default: []].append(match.output.2.map(String.init) ?? "both")
    }
    for (number, found) in dialects.sorted(by: { $0.key < $1.key }) {
        let name = names.first { Int($0.prefix(4)) == number } ?? ""
        if found.sorted() != ["both"], found.sorted() != [".postgres", ".sqlite"] {
            findings.append(
                Finding(path: name, line: 1, message: "\(number) needs one file for both"))
        }
        if number > 1, dialects[number - 1] == nil {
            findings.append(Finding(path: name, line: 1, message: "there is no \(number - 1)"))
        }
    }
    return findings
}

/// Words only one of the two databases understands, in a file that both read.
func dialectWords(_ file: TextFile) -> [Finding] {
    guard !file.name.hasSuffix(".sqlite.sql"), !file.name.hasSuffix(".postgres.sql") else {
        return []
    }
    let words = /\b(?:AUTOINCREMENT\b|(?:BIG|SMALL)?SERIAL\b|JSONB?\b|ILIKE\b|BYTEA\b|NOW\s*\()/
        .ignoresCase()
    return file.lines.enumerated().compactMap { index, line in
        let statement = line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
        return statement.firstMatch(of: words).map {
            Finding(path: file.path, line: index + 1, message: "\($0.output) is one dialect")
        }
    }
}

@Suite struct `Migrations` {
    private static let shipped = Repository.here
        .files(under: "Sources/Site/Resources/migrations", ending: "sql")

    private func sample(_ text: String, name: String = "0001-a.sql") -> [Int] {
        dialectWords(TextFile(path: name, text: text)).map(\.line)
    }

    @Test func `are numbered without a gap`() {
        misnumbered(Self.shipped.map(\.name)).expectNone()
    }

    @Test func `speak what both databases understand`() {
        Self.shipped.flatMap(dialectWords).expectNone()
    }

    @Test func `with a gap, a double or a loose name are found`() {
        #expect(misnumbered(["0001-a.sql", "0003-b.sql"]).count == 1)
        #expect(misnumbered(["0001-a.sql", "0001-b.sql"]).count == 1)
        #expect(misnumbered(["0001-a.sqlite.sql"]).count == 1)
        #expect(misnumbered(["1-a.sql"]).count == 1)
    }

    @Test func `in a row, and one per dialect, pass`() {
        let names = ["0001-a.sql", "0002-b.postgres.sql", "0002-b.sqlite.sql", "0003-c.sql"]
        #expect(misnumbered(names).isEmpty)
    }

    @Test(arguments: [
        "id INTEGER PRIMARY KEY AUTOINCREMENT", "id bigserial", "a JSONB", "WHERE a ILIKE 'b'",
        "DEFAULT now()",
    ])
    func `with a word of one dialect are found`(statement: String) {
        #expect(sample("-- a\n\(statement)") == [2])
    }

    @Test func `may say such a word in a remark or in the file of one dialect`() {
        #expect(sample("a TEXT -- not JSONB").isEmpty)
        #expect(sample("a JSONB", name: "0001-a.postgres.sql").isEmpty)
        #expect(sample("known TEXT, serial_number TEXT, jsonic TEXT").isEmpty)
    }
}
