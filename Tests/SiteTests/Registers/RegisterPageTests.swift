import HouseRules
import Testing

@testable import Site

@Suite struct `The registers of a day` {
    /// A visit that was logged, and a call whose line has blanks.
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

    @Test func `lists show visits and calls with masked numbers`() async throws {
        try await withServedSite { site in
            try await lines(site)
            let clerk = try await site.visitor(.clerk)
            let visits = try await clerk.page("/registers")
            #expect(visits.contains("周女士") && visits.contains("138****0001"))
            #expect(!visits.contains("13812340001"))
            let calls = try await clerk.page("/registers?kind=calls")
            #expect(calls.contains("吴先生") && calls.contains("139****0002"))
            #expect(try await clerk.page("/registers?staff=yunqi-censhan").contains("换个日期"))
        }
    }

    @Test func `the day closes when paper and system agree`() async throws {
        try await withServedSite { site in
            try await lines(site)
            let clerk = try await site.visitor(.clerk)
            let page = try await clerk.page("/registers")
            #expect(page.contains("有缺登") && page.contains("丁一：来访缺 0，来电缺 1"))
            let counts = try await site.book.state.registers.counts[ServedSite.day]
            let (visits, calls) = (counts?.visits ?? 0, counts?.calls ?? 0)
            let day = ServedSite.day.text
            let wrong = try await clerk.follow(
                "/registers/closing",
                ["id": "x1", "day": day, "visits": "\(visits + 1)", "calls": "\(calls)"])
            #expect(wrong.contains("来访差 1"))
            let closed = try await clerk.follow(
                "/registers/closing",
                ["id": "x2", "day": day, "visits": "\(visits)", "calls": "\(calls)"])
            #expect(closed.contains("没有等着日结的登记表"))
            #expect(
                try await clerk.post("/registers/closing", ["day": day]).status == 422)
        }
    }

    @Test func `they go out as a workbook without numbers in plain`() async throws {
        try await withServedSite { site in
            try await lines(site)
            let clerk = try await site.visitor(.clerk)
            for (kind, masked) in [("visits", "138****0001"), ("calls", "139****0002")] {
                let answer = try await clerk.get("/registers.xlsx?kind=\(kind)")
                #expect(answer.status == 200)
                let sheet = try `A workbook`.sheet(of: answer.bytes)
                #expect(sheet.contains(masked) && sheet.contains("号码已遮盖"))
                #expect(!sheet.contains("13812340001") && !sheet.contains("13912340002"))
            }
        }
    }

    @Test(arguments: ["from=2025-06-03&to=2025-06-02", "from=x", "from=2020-01-01"])
    func `says what is wrong with its dates`(query: String) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.clerk).get("/registers?\(query)")
            #expect(answer.status == 400)
        }
    }
}
