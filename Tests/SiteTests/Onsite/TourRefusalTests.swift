import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Who goes to the building site` {
    private func depart(
        _ site: ServedSite, helmets: String, customers: String = "3", id: String = "d1"
    ) async throws -> Received {
        try await site.visitor(.anran).post(
            "/tours",
            [
                "id": id, "visit": "v1", "approver": "周工", "approved_at": "09:30",
                "customers": customers, "escorts": "1", "helmets": helmets,
            ])
    }

    private func receive(_ site: ServedSite) async throws {
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
    }

    @Test(arguments: ["0", "3"])
    func `too few helmets stop the tour and the record says why`(helmets: String) async throws {
        try await withServedSite { site in
            try await receive(site)
            let answer = try await depart(site, helmets: helmets)
            #expect(answer.status == 409 && answer.text.contains("每人一顶安全帽"))
            #expect(
                try await site.count("decision_row", where: "refusal = 'TOUR_NOT_CLEARED'") == 1)
            #expect(try await site.count("person") == 0, "a refused tour keeps no name")
            #expect(try await site.book.state.registers.tours.isEmpty)
        }
    }

    @Test func `one helmet each is enough, and the page knows who is out`() async throws {
        try await withServedSite { site in
            try await receive(site)
            #expect(try await depart(site, helmets: "4").status == 303)
            let page = plainWords(try await site.visitor(.desk).page("/onsite"))
            #expect(page.contains("第 1 组 领走安全帽 4 顶，还没回来"))
            let back = try await site.visitor(.desk).follow(
                "/tours/v1/return", ["id": "b1", "helmets": "4"])
            #expect(back.contains("安全帽都还了") && !back.contains("领走安全帽"))
        }
    }

    @Test(arguments: ["-1", "1000", "many", ""])
    func `a number that is none comes back`(helmets: String) async throws {
        try await withServedSite { site in
            try await receive(site)
            let answer = try await depart(site, helmets: helmets)
            #expect(answer.status == 422 && answer.text.contains("安全帽数要在 0 到 999 之间"))
            #expect(answer.text.contains("周工"), "what was typed stays")
        }
    }

    @Test func `a tour that is not out does not come back`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.desk).post(
                "/tours/v9/return", ["id": "b1", "helmets": "1"])
            #expect(answer.status == 409 && answer.text.contains("没有等着办这件事的“v9”"))
        }
    }

    @Test func `without visitors the page has nothing to choose`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).page("/onsite")
            #expect(page.contains("今天还没有来访") && page.contains("没有登记领导到访"))
            #expect(page.contains("登记到访"))
        }
    }

    @Test func `consultants read of leaders and announce none`() async throws {
        try await withServedSite { site in
            let anran = try await site.visitor(.anran)
            #expect(try await !anran.page("/onsite").contains("登记到访"))
            let answer = try await anran.post(
                "/leaders", ["leader_day": "2025-06-02", "leader_time": "14:00"])
            #expect(answer.status == 403)
            #expect(try await site.book.state.registers.leaders.isEmpty)
        }
    }

    @Test(arguments: [ServedSite.Person.auditor, .admin])
    func `is not for those who guide nobody`(person: ServedSite.Person) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            #expect(try await visitor.get("/onsite").status == 403)
            for path in ["/tours", "/tours/v1/return", "/leaders", "/stages"] {
                #expect(try await visitor.post(path, [:]).status == 403, "\(path)")
            }
        }
    }
}
