import Testing

/// What each target may import; the walls that the manifest alone does not build.
let allowedImports: [String: Set<String>] = [
    "HouseRules": [],
    "Database": [
        "CLibpq", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "Synchronization",
    ],
    "Site": [
        "CLibcrypto", "CXlsxWriter", "CZlib", "Database",
        "Dispatch", "Foundation", "FoundationNetworking", "Glibc",
        "HTTPTypes", "HouseRules",
        "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
        "NIOPosix",
        "ServiceLifecycle", "Synchronization", "Yams",
    ],
    "anchang": [
        "ArgumentParser", "Database", "Dispatch", "Foundation", "Glibc", "HouseRules",
        "Hummingbird", "Logging", "ServiceLifecycle", "Site", "Synchronization", "UnixSignals",
        "Yams",
    ],
]

func modules(importedBy source: SwiftSource) -> [SwiftSource.Token] {
    let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
    ]
    let tokens = source.tokens
    return tokens.indices.compactMap { index in
        guard tokens[index].word == "import", index + 1 < tokens.count else { return nil }
        let next = kinds.contains(tokens[index + 1].word) ? index + 2 : index + 1
        return next < tokens.count ? tokens[next] : nil
    }
}

func forbiddenImports(_ source: SwiftSource, allowed: Set<String>) -> [Finding] {
    modules(importedBy: source).filter { !allowed.contains($0.word) }.map {
        Finding(path: source.file.path, line: $0.line, message: "may not import \($0.word)")
    }
}

@Suite struct `Imports` {
    @Test(arguments: allowedImports.keys.sorted())
    func `every target imports only what it may`(target: String) throws {
        let allowed = try #require(allowedImports[target])
        SwiftSource.under("Sources/\(target)")
            .flatMap { forbiddenImports($0, allowed: allowed) }
            .expectNone()
    }

    @Test func `every target with Swift in it has its list`() {
        let targets = Repository.here.files(under: "Sources", ending: "swift")
            .map { String($0.path.split(separator: "/")[1]) }
        #expect(Set(targets) == Set(allowedImports.keys))
    }

    @Test func `the rules know neither Foundation nor the database`() {
        #expect(allowedImports["HouseRules"]?.isEmpty == true)
        #expect(allowedImports["Database"]?.contains("HouseRules") == false)
        #expect(allowedImports["Site"]?.contains("GRDB") == false)
        #expect(allowedImports["Site"]?.contains("ArgumentParser") == false)
    }

    @Test func `a forbidden import is found`() {
        let source = SwiftSource(
            """
            // import A
            public import Foundation
            @testable import struct Site.Board
            import Yams
            """)
        let found = forbiddenImports(source, allowed: ["Yams"]).map(\.message)
        #expect(found == ["may not import Foundation", "may not import Site"])
    }
}
