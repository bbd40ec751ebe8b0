import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The desk registers who comes` {
    @Test func `a walk-in goes to the first in turn, with the clause, in one entry`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let before = try await site.count("journal")
            let answer = try await desk.post("/visits", ["id": "visit-1", "class": "new_first"])
            #expect(answer.status == 303)
            #expect(answer.location == "/reception?decision=visit-1")
            let page = try await desk.page("/reception?decision=visit-1")
            let card = try #require(page.firstMatch(of: /<article[\s\S]*?<\/article>/)).output
            #expect(card.contains("<span class=\"decision-person\">安然</span>"))
            #expect(card.contains("计轮"))
            #expect(card.contains("href=\"/clauses/REC-03\""))
            #expect(plainWords(String(card)).contains("白榆 次序在后，此后的第 1 位"))
            #expect(try await site.count("journal") == before + 1)
            #expect(try await site.count("decision_row", where: "id = 'visit-1'") == 1)
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-anran'") == 1)
            #expect(try await site.count("turn_ledger", where: "decision = 'visit-1'") == 1)
        }
    }

    @Test func `three groups go to three people in the order of the sheet`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            for (number, name) in ["安然", "白榆", "岑山"].enumerated() {
                let page = try await desk.follow(
                    "/visits", ["id": "v\(number)", "class": "new_first"])
                #expect(page.contains("<span class=\"decision-person\">\(name)</span>"))
            }
            let board = try await site.visitor(.auditor).page("/board")
            let rows = board.matches(of: /data-staff="([^"]+)"/).map { String($0.output.1) }
            #expect(rows == ["yunqi-dingyi", "yunqi-anran", "yunqi-baiyu", "yunqi-censhan"])
        }
    }

    @Test func `the same form twice is one visit and one answer`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let form: KeyValuePairs = [
                "id": "twice", "class": "new_first", "name": "欧阳青禾", "phone": "13912345678",
            ]
            let first = try await desk.post("/visits", form)
            let entries = try await site.count("journal")
            let second = try await desk.post("/visits", form)
            #expect(second.status == 303)
            #expect(second.location == first.location)
            #expect(try await site.count("journal") == entries)
            #expect(try await site.count("visit_row") == 1)
            #expect(try await site.count("person") == 1)
        }
    }

    @Test func `twenty clicks at once are one visit`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let places = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await desk.post("/visits", ["id": "click", "class": "new_first"])
                            .location
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(places == ["/reception?decision=click"])
            #expect(try await site.count("visit_row") == 1)
        }
    }

    @Test func `a used form with other content is told so and changes nothing`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "used", "class": "new_first"])
            let entries = try await site.count("journal")
            let answer = try await desk.post("/visits", ["id": "used", "class": "peer"])
            #expect(answer.status == 409)
            #expect(answer.words.contains("同一张表单先交过别的内容，这次没有保存。"))
            #expect(try await site.count("journal") == entries)
        }
    }

    @Test func `two forms without an id are two visits`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let answers = [
                try await desk.post("/visits", ["id": "", "class": "new_first", "name": "甲"]),
                try await desk.post("/visits", ["id": "", "class": "new_first", "name": "乙"]),
            ]
            #expect(answers.map(\.status) == [303, 303])
            #expect(answers[0].decision != answers[1].decision)
            #expect(try await site.count("visit_row", where: "status = 'receiving'") == 2)
            #expect(try await site.count("person") == 2)
        }
    }

    @Test func `a refusal shows its code, its sentence and its clause`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow("/visits", ["id": "no", "class": "owned_returning"])
            let article = try #require(page.firstMatch(of: /<article[\s\S]*?<\/article>/))
            let card = String(article.output)
            #expect(card.contains("is-refusal"))
            #expect(card.contains("NAMED_CONSULTANT_MISSING"))
            #expect(card.contains("要填客户找的是哪位顾问"))
            #expect(card.contains("/clauses/REC-18"))
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `a refused arrival leaves no personal data behind`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.follow(
                "/visits",
                ["id": "no", "class": "owned_returning", "name": "欧阳青禾", "phone": "13912345678"])
            #expect(try await site.count("person") == 0)
        }
    }

    @Test func `the desk sends a group off from its list`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow("/visits", ["id": "v1", "class": "new_first"])
            #expect(page.contains("action=\"/visits/v1/finish\""))
            let after = try await desk.follow(
                "/visits/v1/finish", ["id": "f1", "logged": "1", "back": "/reception"])
            #expect(after.contains("已送客"))
            #expect(try await site.count("visit_row", where: "status = 'finished'") == 1)
        }
    }

    @Test func `a consultant ends their own reception and nobody else's`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            let other = try await site.visitor(.baiyu).follow("/visits/v1/finish", ["id": "f1"])
            #expect(plainWords(other).contains("置业顾问不能做这一步"))
            #expect(try await site.count("visit_row", where: "status = 'receiving'") == 1)
            let own = try await site.visitor(.anran).follow("/visits/v1/finish", ["id": "f2"])
            #expect(own.contains("已记下"))
            #expect(try await site.count("visit_row", where: "status = 'finished'") == 1)
        }
    }

    @Test func `a consultant moves themselves and nobody else`() async throws {
        try await withServedSite { site in
            let consultant = try await site.visitor(.anran)
            let refused = try await consultant.follow(
                "/staff/yunqi-baiyu/absence", ["id": "m1", "reason": "personal"])
            #expect(plainWords(refused).contains("置业顾问不能做这一步"))
            let moved = try await consultant.follow(
                "/staff/yunqi-anran/absence", ["id": "m2", "reason": "personal"])
            #expect(moved.contains("因私离开"))
            let state = try await site.book.state.rotation
            #expect(state.member("yunqi-baiyu")?.presence == .onStand)
            #expect(state.member("yunqi-anran")?.presence == .awayPersonal)
        }
    }

    @Test func `a call goes to the consultant whose call turn it is`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow("/calls", ["id": "call-1"])
            #expect(page.contains("<span class=\"decision-person\">丁一</span>"))
            let after = try await desk.follow("/calls/call-1/end", ["id": "end-1"])
            #expect(after.contains("现在没有通话"))
            #expect(try await site.count("call_row", where: "ended_at IS NOT NULL") == 1)
        }
    }

    @Test func `a list of many visits ends at its last page`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            for number in 1...31 {
                _ = try await desk.post("/visits", ["id": "v\(number)", "class": "channel"])
            }
            #expect(try await desk.page("/reception?page=1").contains("第 1 页，共 2 页"))
            for beyond in ["2", "3", "9223372036854775807"] {
                let page = try await desk.page("/reception?page=\(beyond)")
                #expect(page.contains("第 2 页，共 2 页"), "page \(beyond)")
            }
            for nonsense in ["0", "-1", "x", "-9223372036854775808", "99999999999999999999"] {
                let page = try await desk.page("/reception?page=\(nonsense)")
                #expect(page.contains("第 1 页，共 2 页"), "page \(nonsense)")
            }
        }
    }
}
