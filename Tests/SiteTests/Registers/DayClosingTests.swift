import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Closing the registers of a day` {
    private func lines(_ site: ServedSite) async throws {
        let desk = try await site.visitor(.desk)
        _ = try await desk.post(
            "/visits", ["id": "v1", "class": "new_first", "name": "周女士", "phone": "13812340001"])
        _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
        _ = try await desk.post("/calls", ["id": "c1"])
        _ = try await desk.post("/calls/c1/end", ["id": "e1"])
        _ = try await desk.post(
            "/calls/c1/entry", ["id": "n1", "name": "吴先生", "phone": "13912340002"])
    }

    @Test(arguments: [(1, 0, "来访差 1，来电差 0"), (0, 2, "来访差 0，来电差 2")])
    func `says by how much paper and system differ, and stays open`(
        visits: Int, calls: Int, word: String
    ) async throws {
        try await withServedSite { site in
            try await lines(site)
            let counts = try #require(
                try await site.book.state.registers.counts[ServedSite.day])
            let page = try await site.visitor(.clerk).follow(
                "/registers/closing",
                [
                    "id": "x1", "day": ServedSite.day.text, "visits": "\(counts.visits + visits)",
                    "calls": "\(counts.calls + calls)",
                ])
            #expect(page.contains(word) && page.contains("日结：纸质与系统核对"))
            #expect(try await site.book.state.registers.counts[ServedSite.day] != nil)
        }
    }

    @Test(arguments: [("-1", "0"), ("0", "10000"), ("", "0"), ("one", "0")])
    func `takes no number that paper cannot have`(visits: String, calls: String) async throws {
        try await withServedSite { site in
            try await lines(site)
            let answer = try await site.visitor(.clerk).post(
                "/registers/closing",
                ["day": ServedSite.day.text, "visits": visits, "calls": calls])
            #expect(answer.status == 422 && answer.text.contains("份数"))
        }
    }

    @Test func `yesterday's waits on the first page of management until it is closed`()
        async throws
    {
        try await withServedSite { site in
            try await lines(site)
            site.clock.advance(by: .seconds(86_400))
            try await site.ask(.settleDue)
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/today").contains("6月2日 周一的登记表还没收存"))
            let clerk = try await site.visitor(.clerk)
            #expect(try await clerk.page("/registers").contains("过了时限，已提醒经理"))
            let counts = try #require(
                try await site.book.state.registers.counts[ServedSite.day])
            _ = try await clerk.follow(
                "/registers/closing",
                [
                    "id": "x1", "day": ServedSite.day.text, "visits": "\(counts.visits)",
                    "calls": "\(counts.calls)",
                ])
            #expect(try await !manager.page("/today").contains("的登记表还没收存"))
        }
    }

    @Test(arguments: [("visits", "来访登记"), ("calls", "来电登记")])
    func `without lines each register says so`(kind: String, label: String) async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.clerk).page("/registers?kind=\(kind)")
            #expect(page.contains("没有等着日结的登记表") && page.contains("这几天没有\(label)"))
        }
    }

    @Test(arguments: ["visits", "calls"])
    func `the file holds every cell that the page shows`(kind: String) async throws {
        try await withServedSite { site in
            try await lines(site)
            let clerk = try await site.visitor(.clerk)
            let page = try await clerk.page("/registers?kind=\(kind)")
            let answer = try await clerk.get("/registers.xlsx?kind=\(kind)")
            let sheet = try `A workbook`.sheet(of: answer.bytes)
            let cells = page.matches(of: /<td[^>]*>(.*?)<\/td>/.dotMatchesNewlines()).map {
                plainWords(String($0.output.1)).trimmingPrefix(" ")
            }
            #expect(cells.count == RegisterPage.columns.count)
            for cell in cells {
                let text = cell.hasSuffix(" ") ? cell.dropLast() : cell
                #expect(sheet.contains(text), "\(text)")
            }
        }
    }

    @Test(arguments: [
        ServedSite.Person.anran, .desk, .duty, .auditor, .admin,
    ])
    func `is not for those who may not see all customers`(
        person: ServedSite.Person
    ) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            #expect(try await visitor.get("/registers").status == 403)
            #expect(try await visitor.get("/registers.xlsx").status == 403)
            #expect(try await visitor.post("/registers/closing", [:]).status == 403)
        }
    }
}
