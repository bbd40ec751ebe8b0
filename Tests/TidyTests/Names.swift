import Testing

/// Words that say nothing about what a thing does, wherever they stand in its name.
let emptyWords: Set<String> = [
    "helper", "helpers", "util", "utils", "utility", "utilities", "core", "common",
]

/// Words that say nothing at the end of a name. Before another word they may mean the house's own
/// manager or customer service.
let emptyEndings: Set<String> = ["manager", "managers", "service", "services"]

/// The words of `callTurnBoard`, `HTTPServer`, `call-turn_board`, in lower case.
func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
        let next = index + 1 < letters.count ? letters[index + 1] : " "
        let startsWord = letter.isUppercase && (word.last?.isLowercase == true || next.isLowercase)
        if startsWord || !letter.isLetter {
            words.append(word)
            word = ""
        }
        if letter.isLetter { word.append(letter) }
    }
    return (words + [word]).filter { !$0.isEmpty }.map { $0.lowercased() }
}

private func banned(in name: String) -> String? {
    let words = words(of: name.hasSuffix(".swift") ? String(name.dropLast(6)) : name)
    return words.first(where: emptyWords.contains)
        ?? words.last.flatMap { emptyEndings.contains($0) ? $0 : nil }
}

func bannedPaths(_ path: String) -> [Finding] {
    path.split(separator: "/").compactMap { part in
        banned(in: String(part)).map { word in
            Finding(path: path, line: 1, message: "the name \(part) has the word \(word)")
        }
    }
}

func bannedTypes(_ source: SwiftSource) -> [Finding] {
    let introducers: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    return zip(source.tokens, source.tokens.dropFirst()).compactMap { keyword, name in
        guard introducers.contains(keyword.word), let word = banned(in: name.word) else {
            return nil
        }
        return Finding(
            path: source.file.path, line: name.line,
            message: "the type \(name.word) has the word \(word)")
    }
}

@Suite struct `Names` {
    @Test func `no file or folder of ours has an empty name`() {
        let here = Repository.here
        (here.files(under: "Sources", ending: "swift") + here.files(under: "Tests"))
            .map(\.path).flatMap(bannedPaths).expectNone()
    }

    @Test func `no type of ours has an empty name`() {
        SwiftSource.all.flatMap(bannedTypes).expectNone()
    }

    @Test func `a name falls apart into its words`() {
        #expect(words(of: "callTurnBoard") == ["call", "turn", "board"])
        #expect(words(of: "HTTPServer2") == ["http", "server"])
        #expect(
            words(of: "serviceStarted-at_once.swift") == [
                "service", "started", "at", "once", "swift",
            ])
    }

    @Test(arguments: ["SiteManager", "DateHelpers", "StringUtil", "CallService", "SiteCore"])
    func `an empty type name is found`(name: String) {
        #expect(bannedTypes(SwiftSource("struct \(name) {}")).count == 1)
        #expect(bannedPaths("Sources/Site/\(name).swift").count == 1)
    }

    @Test func `the house's manager may begin a name and not end it`() {
        #expect(bannedTypes(SwiftSource("struct ManagerCover {}")).isEmpty)
        #expect(bannedPaths("Sources/HouseRules/Reception/ManagerCover.swift").isEmpty)
        #expect(bannedTypes(SwiftSource("actor CoverManager {}")).count == 1)
    }

    @Test func `words inside other words, members and text are left alone`() {
        let source = SwiftSource(
            """
            struct Scores { let serviceStartedAt: Int; case sales_manager }
            struct Commonplace {} // class Manager
            let a = "class Manager"
            """)
        #expect(bannedTypes(source).isEmpty)
        #expect(bannedPaths("Sources/Site/Scoreboard.swift").isEmpty)
    }

    @Test func `a folder with an empty name is found`() {
        #expect(bannedPaths("Sources/Site/Common/Board.swift").count == 1)
    }
}
