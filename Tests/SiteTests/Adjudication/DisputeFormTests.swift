import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `A quarrel about a deal, step by step` {
    private static let steps = ["negotiate", "agree", "escalate", "award", "appeal"]

    private func send(
        _ world: CaseWorld, _ name: String, by person: ServedSite.Person = .manager
    ) async throws -> Received {
        try await world.step(
            name,
            [
                "note": "说明", "inapplicable": "都没有登记", "staff": "yunqi-baiyu",
                "share-yunqi-anran": "60", "share-yunqi-baiyu": "40",
            ], by: person)
    }

    private func code(_ world: CaseWorld, _ answer: Received) async throws -> String {
        let decision = try #require(answer.decision, "\(answer.words)")
        let page = try await world.site.visitor(.manager).page("/decisions/\(decision)")
        let codes = ["WRONG_STEP", "NOT_PERMITTED", "UNKNOWN_DISPUTE", "SHARES_NOT_WHOLE"]
        return codes.first { page.contains($0) } ?? ""
    }

    @Test(arguments: steps) func `cannot go on before it began`(step: String) async throws {
        try await withCase { world, _ in
            let answer = try await send(world, step)
            #expect(try await code(world, answer) == "UNKNOWN_DISPUTE")
            #expect(answer.location?.hasPrefix("/adjudications?decision=") == true)
        }
    }

    /// Steps taken before, and those that then are none.
    @Test(arguments: [
        ([], ["award", "appeal"]), (["negotiate"], ["negotiate", "award", "appeal"]),
        (["escalate"], ["negotiate", "agree", "escalate", "appeal"]),
        (["agree"], steps), (["negotiate", "agree"], steps),
        (["escalate", "award"], ["negotiate", "agree", "escalate", "award"]),
        (["escalate", "award", "appeal"], ["negotiate", "agree", "escalate", "appeal"]),
    ])
    func `takes its steps in order`(taken: [String], wrong: [String]) async throws {
        try await withCase { world, _ in
            try await world.contest()
            for step in taken {
                #expect(try await code(world, try await send(world, step)) == "", "\(step)")
            }
            let before = try await world.dispute()
            for step in wrong {
                let answer = try await send(world, step)
                #expect(try await code(world, answer) == "WRONG_STEP", "\(step)")
            }
            #expect(try await world.dispute() == before)
        }
    }

    @Test(arguments: steps) func `is led by management, appealed by those concerned`(
        step: String
    ) async throws {
        try await withCase { world, _ in
            try await world.contest()
            let entries = try await world.site.count("journal")
            for person in [ServedSite.Person.desk, .duty, .auditor, .admin] {
                #expect(try await send(world, step, by: person).status == 403)
            }
            for person in [ServedSite.Person.baiyu, .clerk] where step != "appeal" {
                #expect(try await send(world, step, by: person).status == 403)
            }
            var forger = try await world.site.visitor(.manager)
            forger.token = "guessed"
            let forged = try await forger.post(
                "/adjudications/disputes/q1/\(step)", ["note": "说明"])
            #expect(forged.status == 403)
            #expect(try await world.site.count("journal") == entries)
        }
    }

    @Test func `is ruled by the manager alone, not by the supervisor`() async throws {
        try await withCase { world, _ in
            try await world.contest()
            for step in ["negotiate", "escalate"] {
                let answer = try await send(world, step, by: .supervisor)
                #expect(try await code(world, answer) == "", "\(step)")
            }
            let answer = try await send(world, "award", by: .supervisor)
            #expect(try await code(world, answer) == "NOT_PERMITTED")
            #expect(try await world.dispute()?.state == .escalated)
        }
    }

    @Test(
        arguments: [
            ([("anran", "60"), ("baiyu", "30")], "SHARES_NOT_WHOLE"), ([], "SHARES_NOT_WHOLE"),
            ([("anran", "100"), ("baiyu", "0")], "SHARES_NOT_WHOLE"),
            ([("anran", "60"), ("baiyu", "40.01")], "SHARES_NOT_WHOLE"),
            ([("anran", "100.01")], "400"), ([("anran", "60"), ("baiyu", "40.001")], "400"),
            ([("anran", "一半")], "400"), ([("anran", "-1"), ("baiyu", "101")], "400"),
            ([("anran", "33.33"), ("baiyu", "66.67")], ""), ([("baiyu", "100")], ""),
        ] as [([(String, String)], String)])
    func `shares out the whole and not a hundredth more or less`(
        shares: [(String, String)], result: String
    ) async throws {
        try await withCase { world, _ in
            try await world.contest()
            let manager = try await world.site.visitor(.manager)
            let fields =
                shares.map { ("share-yunqi-" + $0.0, $0.1) }
                + [("note", "各退一步"), ("_csrf", manager.token ?? "")]
            let answer = try await manager.send(
                .post, "/adjudications/disputes/q1/agree",
                body: fields.map { "\(percentEncode($0))=\(percentEncode($1))" }
                    .joined(separator: "&"), type: "application/x-www-form-urlencoded")
            if result == "400" {
                #expect(answer.status == 422 && answer.words.contains("份额写成 0 到 100 的数"))
            } else {
                #expect(try await code(world, answer) == result)
            }
            let isSettled = try await world.dispute()?.state == .settled
            #expect(isSettled == result.isEmpty)
            let now = try await world.file()?.current?.shares
            #expect((now == Shares(all: "yunqi-anran")) != isSettled)
        }
    }

    @Test(arguments: ["note", "inapplicable"])
    func `is ruled with grounds`(missing: String) async throws {
        try await withCase { world, _ in
            try await world.contest()
            _ = try await world.step("escalate", ["note": "谈不拢"])
            let other = missing == "note" ? "inapplicable" : "note"
            for blank in ["", "  ", String(repeating: "字", count: 501)] {
                let answer = try await world.step(
                    "award", [other: "理由", missing: blank, "share-yunqi-anran": "100"])
                #expect(answer.status == 422, "\(blank.count)")
            }
            #expect(try await world.dispute()?.state == .escalated)
        }
    }

    @Test(arguments: [
        ("/adjudications", "/adjudications"), ("/adjudications/D-1", "/adjudications/D-1"),
        ("https://evil.example/", "/adjudications"), ("//evil.example", "/adjudications"),
        ("/adjudications?list=x", "/adjudications"), ("", "/adjudications"),
        ("/me", "/adjudications"),
    ])
    func `leads back where it was asked, and nowhere else`(
        back: String, place: String
    ) async throws {
        try await withCase { world, _ in
            try await world.contest()
            let answer = try await world.step(
                "negotiate", ["id": "n1", "note": "先谈", "back": back])
            #expect(answer.location == place + "?decision=n1")
        }
    }

    @Test func `is one at a time, whoever brings it`() async throws {
        try await withCase { world, _ in
            try await world.contest()
            try await world.refused(
                "DISPUTE_OPEN", "OWN-30", "/adjudications/D-1/contest",
                ["id": "q2", "staff": "yunqi-dingyi", "note": "还有我"], by: .dingyi)
            #expect(try await world.site.book.state.adjudication.disputes.count == 1)
            _ = try await world.step(
                "agree", ["note": "谈好了", "share-yunqi-anran": "100"])
            try await world.contest("q3", by: .dingyi)
            #expect(try await world.dispute("q3")?.state == .filed)
        }
    }

    @Test func `is brought and appealed in one's own name`() async throws {
        try await withCase { world, _ in
            let fields: KeyValuePairs = ["staff": "yunqi-baiyu", "note": "替他说"]
            let answer = try await world.post("/adjudications/D-1/contest", fields, by: .dingyi)
            #expect(try await code(world, answer) == "NOT_PERMITTED")
            try await world.ruled()
            let appeal = try await world.step("appeal", fields, by: .dingyi)
            #expect(try await code(world, appeal) == "NOT_PERMITTED")
            try await world.refused(
                "NOT_A_PARTY", "OWN-30", "/adjudications/disputes/q1/appeal",
                ["staff": "yunqi-dingyi", "note": "我也要"], by: .dingyi)
        }
    }

    @Test(arguments: [(223_199, true), (223_200, false)])
    func `is appealed until the third day is over and no second longer`(
        seconds: Int, stands: Bool
    ) async throws {
        try await withCase { world, _ in
            try await world.ruled()
            world.wait(seconds)
            let path = "/adjudications/disputes/q1/appeal"
            let fields: KeyValuePairs = ["staff": "yunqi-baiyu", "note": "新证人"]
            let inbox = plainWords(try await world.site.visitor(.manager).page("/adjudications"))
            #expect(inbox.contains("没有等着裁的争议") != stands)
            if stands {
                try await world.done(path, fields, by: .baiyu)
                #expect(try await world.dispute()?.state == .appealed)
            } else {
                try await world.refused("APPEAL_CLOSED", "OWN-30", path, fields, by: .baiyu)
            }
        }
    }

    @Test func `is over after one appeal, for those concerned`() async throws {
        try await withCase { world, _ in
            try await world.ruled()
            let appeal: KeyValuePairs = ["staff": "yunqi-baiyu", "note": "新证人"]
            _ = try await world.step("appeal", appeal, by: .baiyu)
            _ = try await world.step(
                "award",
                ["note": "证人可信", "inapplicable": "没有登记", "share-yunqi-baiyu": "100"])
            #expect(try await world.file()?.current?.shares == Shares(all: "yunqi-baiyu"))
            try await world.refused(
                "DISPUTE_FINAL", "OWN-30", "/adjudications/disputes/q1/appeal", appeal, by: .baiyu)
            try await world.refused(
                "DISPUTE_FINAL", "OWN-30", "/adjudications/D-1/contest", appeal, by: .baiyu)
            let page = try await world.site.visitor(.manager).page("/adjudications/D-1")
            #expect(!page.contains("申诉截止") && plainWords(page).contains("白榆 100%"))
        }
    }

    @Test func `takes each step once, however often the form is sent`() async throws {
        try await withCase { world, _ in
            try await world.contest()
            for _ in 1...2 {
                let answer = try await world.step("negotiate", ["id": "n1", "note": "先谈"])
                #expect(try await code(world, answer) == "")
            }
            #expect(try await world.dispute()?.steps.count == 1)
            #expect(try await world.step("negotiate", ["id": "n1", "note": "再谈"]).status == 409)
        }
    }
}
