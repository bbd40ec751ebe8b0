import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Erasing a customer` {
    private func isErased(_ world: PrivacyWorld) async throws -> Bool {
        try await world.site.count("person", where: "erased_at IS NOT NULL") == 1
    }

    /// The customer buys; 安然 signed.
    private func buys(_ world: PrivacyWorld) async throws {
        let answer = try await world.site.visitor(.clerk).post(
            "/deals",
            [
                "deal": "D-1", "phone": PrivacyWorld.phone, "staff": "yunqi-anran",
                "price": "2000000", "commission": "1000",
            ])
        #expect(answer.status == 303, "\(answer.words)")
        #expect(try await world.site.book.state.adjudication.dealsOf["p-v1"] == ["D-1"])
    }

    @Test func `is asked for, granted with a reason, and leaves no data`() async throws {
        try await withPrivacy { world in
            let fields: KeyValuePairs = [
                "id": "t1", "medium": "phone", "result": "reached", "content": "1",
                "at": "2025-06-02T09:58", "text": "约周六来看三居",
            ]
            try await world.morning.done("/customers/p-v1/contacts", fields, by: .anran)
            #expect(try await world.site.count("private_note") == 1)
            let asked = try await world.site.visitor(.anran).post(
                "/privacy/people/p-v1/erasures", ["id": "e1", "reason": "本人来电要求"])
            #expect(asked.status == 303)
            #expect(try await world.words("/privacy", .manager).contains("欧*** 139****5678"))
            #expect(try await world.words("/privacy/people/p-v1", .manager).contains("批准删除"))
            let done = try await world.site.visitor(.manager).post(
                "/privacy/erasures/e1", ["verdict": "grant", "ruling": "本人要求"])
            #expect(done.status == 303, "\(done.words)")
            #expect(try await isErased(world))
            #expect(try await world.site.count("private_note") == 0)
            let page = try await world.words("/privacy", .manager)
            #expect(page.contains("已删除的客户") && page.contains("本人要求（沈砚"))
            #expect(try await world.words("/customers", .anran).contains("已删除的客户"))
            #expect(try await world.words("/customers/p-v1", .anran).contains("已删除的客户"))
            #expect(try await world.words("/registers", .manager).contains("已删除的客户"))
        }
    }

    @Test func `leaves the ledger provable and the lists equal to replay`() async throws {
        try await withPrivacy { world in
            _ = try await world.erased()
            #expect(try await isErased(world))
            let check = SiteCheck(
                database: world.site.server.database, keys: ServedSite.keys,
                policies: ServedSite.policies)
            let reports = try await check.run(site: nil, noted: nil, replay: true)
            #expect(reports.count == 1 && reports.allSatisfy(\.holds), "\(reports.map(\.text))")
        }
    }

    @Test func `is not found by the number any more, and cannot be opened`() async throws {
        try await withPrivacy { world in
            _ = try await world.erased()
            let manager = try await world.site.visitor(.manager)
            let found = try await manager.post("/privacy/find", ["phone": PrivacyWorld.phone])
            #expect(found.status == 404)
            let shown = try await manager.post("/customers/p-v1/number", ["purpose": "核对"])
            #expect(shown.status == 400 && shown.words.contains("已经按本人要求删除"))
            #expect(
                try await world.site.count("person", where: "sealed IS NULL AND sealed_key IS NULL")
                    == 1)
        }
    }

    @Test func `is refused with a reason, and the data stay`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            _ = try await manager.post(
                "/privacy/people/p-v1/erasures", ["id": "e1", "reason": "来电要求"])
            let silent = try await manager.post(
                "/privacy/erasures/e1", ["verdict": "refuse", "ruling": " "])
            #expect(silent.status == 400)
            let unsure = try await manager.post("/privacy/erasures/e1", ["ruling": "不是本人"])
            #expect(unsure.status == 400)
            let done = try await manager.post(
                "/privacy/erasures/e1", ["verdict": "refuse", "ruling": "不是本人"])
            #expect(done.status == 303)
            #expect(try await !isErased(world))
            #expect(try await world.words("/privacy", .manager).contains("没有批准"))
            let again = try await manager.post(
                "/privacy/erasures/e1", ["verdict": "grant", "ruling": "改主意"])
            #expect(again.status == 409)
            #expect(try await !isErased(world))
        }
    }

    @Test func `is asked for by whose customer it is, granted by management alone`() async throws {
        try await withPrivacy { world in
            for (who, status) in [(ServedSite.Person.baiyu, 403), (.clerk, 403), (.auditor, 403)] {
                let answer = try await world.site.visitor(who).post(
                    "/privacy/people/p-v1/erasures", ["id": "e0", "reason": "要求"])
                #expect(answer.status == status)
            }
            let own = try await world.site.visitor(.anran)
            _ = try await own.post("/privacy/people/p-v1/erasures", ["id": "e1", "reason": "要求"])
            _ = try await own.post("/privacy/people/p-v1/erasures", ["id": "e2", "reason": "又一次"])
            #expect(try await world.site.count("erasure") == 1, "one request at a time")
            let answer = try await own.post(
                "/privacy/erasures/e1", ["verdict": "grant", "ruling": "要求"])
            #expect(answer.status == 403)
            #expect(try await !isErased(world))
            let nobody = try await world.site.visitor(.manager).post(
                "/privacy/people/p-nobody/erasures", ["id": "e3", "reason": "要求"])
            #expect(nobody.status == 404)
        }
    }

    @Test func `waits while it is open whose a deal is, then for the years of its records`()
        async throws
    {
        try await withPrivacy { world in
            try await buys(world)
            let open = try await world.erased()
            #expect(open.status == 409 && open.words.contains("成交 D-1 归谁还没有定"))
            world.morning.wait(400 * 86_400)
            let manager = try await world.site.visitor(.manager)
            let kept = try await manager.post(
                "/privacy/erasures/e1", ["verdict": "grant", "ruling": "要求"])
            #expect(kept.status == 409 && kept.words.contains("2028年6月2日"), "\(kept.words)")
            #expect(try await world.words("/privacy/people/p-v1", .manager).contains("现在不能删除"))
            #expect(try await !isErased(world))
        }
    }

    @Test func `waits for a quarrel`() async throws {
        try await withPrivacy { world in
            try await buys(world)
            let filed = try await world.site.visitor(.baiyu).post(
                "/adjudications/D-1/contest",
                ["id": "q1", "staff": "yunqi-baiyu", "note": "我也谈过"])
            #expect(filed.status == 303)
            let answer = try await world.erased()
            #expect(answer.status == 409 && answer.words.contains("争议 q1 还没有结案"))
        }
    }

    @Test func `waits for the last day of the records, to the day`() throws {
        var terms = RetentionTerms()
        let day = BusinessDay(year: 2024, month: 2, day: 29)!
        #expect(terms.end(ofDealOn: day) == BusinessDay(year: 2027, month: 3, day: 1))
        terms.dealYears = 4
        #expect(terms.end(ofDealOn: day) == BusinessDay(year: 2028, month: 2, day: 29))
    }
}

@Suite struct `Terms of retention` {
    @Test func `are three years and twenty-four months unless set`() throws {
        #expect(try RetentionTerms(environment: [:]) == RetentionTerms())
        let set = try RetentionTerms(
            environment: ["ANCHANG_DEAL_YEARS": "5", "ANCHANG_IDLE_MONTHS": "6"])
        #expect(set.dealYears == 5 && set.idleMonths == 6)
    }

    @Test(arguments: [
        ("ANCHANG_DEAL_YEARS", "-1"), ("ANCHANG_DEAL_YEARS", "31"), ("ANCHANG_IDLE_MONTHS", "0"),
        ("ANCHANG_IDLE_MONTHS", "zwei"),
    ])
    func `that are no such number are refused by name`(name: String, text: String) {
        let problem = #expect(throws: RetentionProblem.self) {
            try RetentionTerms(environment: [name: text])
        }
        #expect(problem?.description.hasPrefix(name) == true)
    }

    @Test(arguments: [
        ("2025-06-02", 24, "2023-06-02"), ("2025-03-31", 1, "2025-02-28"),
        ("2024-03-31", 1, "2024-02-29"), ("2025-01-15", 1, "2024-12-15"),
        ("2025-12-31", 12, "2024-12-31"),
    ])
    func `count months back from today`(today: String, months: Int, before: String) {
        var terms = RetentionTerms()
        terms.idleMonths = months
        #expect(terms.idleSince(BusinessDay(today)!) == BusinessDay(before))
    }
}
