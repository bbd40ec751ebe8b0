import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct `Static assets` {
    @Test func `they are kept for ever under an address that names their content`() async throws {
        let url = try #require(AssetShelf.url("css/app.css"))
        #expect(url.contains(/^\/assets\/css\/app\.[0-9a-f]{12}\.css$/))
        let stranger = try await WebFixture().stranger
        let answer = try await stranger.get(url)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(answer.text.hasPrefix("@layer reset, tokens, base, layout, components"))
        let tag = try #require(answer.headers[.eTag])
        let again = try await stranger.get(url, headers: [.ifNoneMatch: tag])
        #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == tag)
        let changed = try await stranger.get(url, headers: [.ifNoneMatch: "\"other\""])
        #expect(changed.status == 200)
        let head = try await stranger.send(.head, url)
        #expect(head.headers[.contentLength] == String(answer.text.utf8.count))
    }

    @Test(arguments: [
        "/assets/css/app.css", "/assets/css/app.000000000000.css", "/assets/../migrations",
        "/assets/..%2f..%2fmigrations%2f0001-accounts.sql", "/assets/%2e%2e/x",
        "/assets//etc/passwd",
        "/assets/css/tokens.css", "/assets/css/", "/assets/.keep",
    ])
    func `nothing else is given out`(path: String) async throws {
        #expect(try await WebFixture().stranger.get(path).status == 404)
    }

    @Test func `other content has another address, and unknown types are left out`() throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        try Data("a".utf8).write(to: folder.appendingPathComponent("a.js"))
        try Data("x".utf8).write(to: folder.appendingPathComponent("a.sql"))
        let before = AssetShelf(directory: folder)
        try Data("b".utf8).write(to: folder.appendingPathComponent("a.js"))
        let after = AssetShelf(directory: folder)
        #expect(before.url("a.js") != nil && before.url("a.js") != after.url("a.js"))
        #expect(before.url("a.sql") == nil)
    }

    @Test func `a shelf without a folder is empty`() {
        let shelf = AssetShelf(directory: URL(fileURLWithPath: "/nowhere/at/all"))
        #expect(shelf.url("css/app.css") == nil)
    }

    /// The colours are pairs: a text and what it stands on. AA asks for 4.5, for lines 3.
    @Test func `every pair of colours can be read`() throws {
        let folder = AssetShelf.resources.appendingPathComponent("Resources/public/css/tokens.css")
        let sheet = try String(contentsOf: folder, encoding: .utf8)
        let blocks = sheet.matches(of: /--ground:[^}]*/).map { String($0.output) }
        #expect(blocks.count == 3)
        let pairs = [
            ("ink", "ground"), ("ink", "surface"), ("ink", "sunken"), ("ink-soft", "ground"),
            ("ink-soft", "surface"), ("ink-soft", "sunken"), ("accent-strong", "surface"),
            ("accent-strong", "accent-soft"), ("on-accent", "accent"), ("good", "good-soft"),
            ("busy", "busy-soft"), ("warn", "warn-soft"), ("stop", "stop-soft"),
            ("stop", "surface"), ("off", "off-soft"),
        ]
        for block in blocks {
            for (text, ground) in pairs {
                let ratio = try contrast(colour(text, in: block), colour(ground, in: block))
                #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
            }
            let line = try contrast(colour("line-strong", in: block), colour("surface", in: block))
            #expect(line >= 3)
        }
    }

    private func colour(_ name: String, in block: String) throws -> [UInt8] {
        let pattern = try Regex("--\(name): #([0-9a-f]{6})", as: (Substring, Substring).self)
        let match = try #require(block.firstMatch(of: pattern), "no colour \(name)")
        return try bytes(hex: String(match.output.1))
    }

    private func contrast(_ one: [UInt8], _ other: [UInt8]) -> Double {
        let (one, other) = (luminance(one), luminance(other))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private func luminance(_ colour: [UInt8]) -> Double {
        let parts = colour.map { part in
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
