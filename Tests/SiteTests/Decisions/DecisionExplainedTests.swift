import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `A decision explained on the command line` {
    private func explained(_ site: ServedSite) -> DecisionExplained {
        DecisionExplained(database: site.server.database, keys: ServedSite.keys)
    }

    private func arrive(_ site: ServedSite) async throws -> DecisionRecord {
        try await site.book.perform(
            .visits(.register(Arrival("v1", .newFirst))), id: "d-visit",
            by: Actor(ServedSite.Person.desk.staff, .frontDeskSecretary))
    }

    @Test func `is found by its id and by its number`() async throws {
        try await withServedSite { (site) async throws in
            let record = try await arrive(site)
            let byID = try await explained(site).text(of: "d-visit", site: nil, json: false)
            let byNumber = try await explained(site).text(
                of: "\(record.seq)", site: ServedSite.site, json: false)
            #expect(byID != nil && byID == byNumber)
        }
    }

    @Test func `says what was asked, what came of it, and why, step by step`() async throws {
        try await withServedSite { (site) async throws in
            let record = try await arrive(site)
            let text = try #require(
                try await explained(site).text(of: "d-visit", site: nil, json: false))
            let lines = text.split(separator: "\n").map(String.init)
            #expect(
                lines[0] == "第 \(record.seq) 条  6月2日 周一 10:00  林小满（导台）  制度第 1 版")
            #expect(lines[1] == "事项：来客 · 首访")
            #expect(lines[2] == "结果：请 安然 接待。（计轮）")
            #expect(lines[3] == "  REC-18  首访：由当轮接，计轮。")
            #expect(lines[4] == "  REC-03  轮到安然，正在候位，由他接。")
            #expect(lines.count == 3 + record.reasons.count)
        }
    }

    @Test func `a refusal is explained, too`() async throws {
        try await withServedSite { (site) async throws in
            let record = try await site.ask(.sheet(.publish))
            let text = try #require(
                try await explained(site).text(of: record.id.rawValue, site: nil, json: false))
            #expect(text.contains("结果：今天的轮次表已经出过。"))
            #expect(text.contains("  REC-01  今天的轮次表已经出过。"))
        }
    }

    @Test func `as JSON it can be read by programs`() async throws {
        struct Told: Decodable {
            struct Step: Decodable {
                let clause: String
                let name: String
            }
            let seq: Int
            let outcome: String
            let personID: String
            let steps: [Step]
        }
        try await withServedSite { (site) async throws in
            let record = try await arrive(site)
            let text = try #require(
                try await explained(site).text(of: "d-visit", site: nil, json: true))
            let told = try JSONDecoder().decode(Told.self, from: Data(text.utf8))
            #expect(told.seq == record.seq && told.outcome == "accepted")
            #expect(told.personID == "yunqi-anran")
            #expect(told.steps.map(\.clause) == record.reasons.map(\.clause.id))
            #expect(told.steps.first?.name == "classified")
        }
    }

    @Test(arguments: ["nothing", "0", "-1", "99999", "", "1.0"])
    func `what is not there gives nothing`(id: String) async throws {
        try await withServedSite { (site) async throws in
            #expect(try await explained(site).text(of: id, site: nil, json: false) == nil)
        }
    }

    @Test func `another site's decisions are not found under this one`() async throws {
        try await withServedSite { (site) async throws in
            try await site.server.shelf.create("other", name: "别处")
            _ = try await arrive(site)
            let explained = explained(site)
            #expect(try await explained.text(of: "d-visit", site: "other", json: false) == nil)
            #expect(try await explained.text(of: "d-visit", site: nil, json: false) != nil)
        }
    }
}
