import HouseRules
import Testing

@testable import Site

@Suite struct `The number of a page` {
    private static let greatest = "9223372036854775807"

    @Test(
        arguments: [
            ("5", 5), ("1", 1), ("0", 1), ("-3", 1), ("", 1), ("x", 1), ("100000", 100_000),
            ("100001", 100_000), (greatest, 100_000), (greatest + "0", 1),
            ("-9223372036854775808", 1),
        ])
    func `is read between the first and a last one`(text: String, page: Int) throws {
        #expect(try FormFields(urlencoded: Array("page=\(text)".utf8)).page == page)
    }

    @Test(
        arguments: ["/reception", "/texts", "/registers", "/registers?kind=calls"],
        [greatest, "-1", "0"])
    func `may be any number without harm`(path: String, number: String) async throws {
        try await withServedSite { site in
            let place = path + (path.contains("?") ? "&" : "?") + "page=\(number)"
            let person: ServedSite.Person = path.hasPrefix("/registers") ? .manager : .desk
            #expect(try await site.visitor(person).get(place).status == 200)
            let program = try await site.program(.desk)
            #expect(try await program.get("/api/v1/visits?page=\(number)").status == 200)
        }
    }

    @Test func `may be any number on a what-if, too`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/whatif", ["rules": "pack:P001", "from": "2025-06-02", "to": "2025-06-02"])
            let path = try #require(answer.location)
            for _ in 0..<200 where try await manager.page(path).contains("正在重裁") {
                try await Task.sleep(for: .milliseconds(20))
            }
            let page = try await manager.get("\(path)?list=differences&page=\(Self.greatest)")
            #expect(page.status == 200)
        }
    }
}
