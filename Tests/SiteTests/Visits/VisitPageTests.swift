import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The page of a visit` {
    /// 安然's customer of this morning comes again and is given to 白榆.
    private func returning(_ body: (ServedSite, Visitor) async throws -> Void) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/visits", ["id": "v1", "class": "new_first", "phone": "13912345678"])
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            _ = try await desk.post(
                "/visits", ["id": "v2", "class": "new_first", "phone": "139 1234-5678"])
            try await body(site, desk)
        }
    }

    @Test func `somebody with a number the house knows is the same customer`() async throws {
        try await returning { site, _ in
            let people = try await site.count("person")
            #expect(people == 1)
            #expect(try await site.count("visit_row", where: "person = 'p-v1'") == 2)
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-baiyu'") == 1)
        }
    }

    @Test func `tells facts, windows to the second, and every decision`() async throws {
        try await returning { _, desk in
            let page = plainWords(try await desk.page("/visits/v2"))
            #expect(page.contains("第 2 组") && page.contains("接待中"))
            #expect(page.contains("认领 至 10:05:00") && page.contains("REC-31"))
            #expect(page.contains("说出接电话的顾问 至 10:03:00"))
            #expect(page.contains("自己改判类别 至 10:05:00"))
            #expect(page.contains("139****5678") && !page.contains("13912345678"))
            #expect(page.contains("来客 · 派客 · 白榆"))
        }
    }

    @Test func `the card after an arrival shows the same windows and leads here`() async throws {
        try await returning { _, desk in
            let page = try await desk.page("/reception?decision=v2")
            #expect(page.contains("href=\"/visits/v2\""))
            #expect(plainWords(page).contains("认领 至 10:05:00"))
            let later = try await desk.page("/reception?decision=v1")
            #expect(!plainWords(later).contains("还能办的时间"))
        }
    }

    @Test func `a claim within the window takes the customer and returns the turn`() async throws {
        try await returning { site, desk in
            site.clock.advance(by: .seconds(300))
            let me = try await site.visitor(.anran)
            let page = try await me.follow(
                "/visits/v2/claim", ["id": "c1", "surname": "1", "acknowledged": "1"])
            let words = plainWords(page)
            #expect(words.contains("安然认领客户") && words.contains("REC-31"))
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-anran'") == 2)
            #expect(try await site.count("turn_ledger", where: "effect = 'returned'") == 1)
            #expect(try await !desk.page("/visits/v2").contains("认领 至"))
        }
    }

    @Test func `a second too late is refused with its code and changes nothing`() async throws {
        try await returning { site, _ in
            site.clock.advance(by: .seconds(301))
            let page = try await site.visitor(.anran).follow(
                "/visits/v2/claim", ["id": "c1", "surname": "1", "acknowledged": "1"])
            #expect(page.contains("CLAIM_WINDOW_CLOSED") && page.contains("/clauses/REC-31"))
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-anran'") == 1)
        }
    }

    @Test(arguments: [
        ("1", "", "", "CLAIM_NOT_ACK"), ("", "1", "", "CLAIM_SURNAME"),
        ("1", "1", "1", "CLAIM_DESIGNATED"),
    ])
    func `each condition that is not met has its own refusal`(
        surname: String, acknowledged: String, another: String, code: String
    ) async throws {
        try await returning { site, _ in
            let page = try await site.visitor(.anran).follow(
                "/visits/v2/claim",
                [
                    "id": "c1", "surname": surname, "acknowledged": acknowledged,
                    "wants_another": another,
                ])
            #expect(page.contains(code))
        }
    }

    @Test func `a consultant claims for nobody else`() async throws {
        try await returning { site, _ in
            let page = try await site.visitor(.censhan).follow(
                "/visits/v2/claim",
                ["id": "c1", "staff": "yunqi-anran", "surname": "1", "acknowledged": "1"])
            #expect(page.contains("NOT_PERMITTED"))
        }
    }

    @Test func `management sees what only management may do`() async throws {
        try await returning { site, _ in
            let rulings = ["change", "split", "customer"]
            let manager = try await site.visitor(.manager).page("/visits/v2")
            let consultant = try await site.visitor(.baiyu).page("/visits/v2")
            for ruling in rulings {
                #expect(manager.contains("action=\"/visits/v2/\(ruling)\""))
                #expect(!consultant.contains("action=\"/visits/v2/\(ruling)\""))
            }
            #expect(consultant.contains("action=\"/visits/v2/steps\""))
            let auditor = try await site.visitor(.auditor).page("/visits/v2")
            #expect(!auditor.contains("action=\"/visits"))
        }
    }

    @Test func `a visit that there is not is no page`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            #expect(try await desk.get("/visits/nothing").status == 404)
        }
    }
}

@Suite struct `What is done about a visit` {
    private func received(_ body: (ServedSite, Visitor) async throws -> Void) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            _ = try await desk.post("/visits", ["id": "v2", "class": "new_first"])
            try await body(site, desk)
        }
    }

    /// The words of the card, after a form whose decision must not be refused.
    private func done(
        _ path: String, _ fields: KeyValuePairs<String, String>, by visitor: Visitor
    ) async throws -> String {
        let page = try await visitor.follow(path, fields)
        #expect(!page.contains("is-refusal"), "\(path)")
        return plainWords(page)
    }

    @Test func `it turns out to be a competitor, and the turn stays used`() async throws {
        try await received { site, desk in
            let words = try await done(
                "/visits/v1/reclassify", ["id": "r1", "class": "peer"], by: desk)
            #expect(words.contains("改判为同行市调"))
            #expect(try await site.count("visit_row", where: "class = 'peer'") == 1)
        }
    }

    @Test func `after the window only management may say what it is`() async throws {
        try await received { site, desk in
            site.clock.advance(by: .seconds(301))
            let refused = try await desk.follow(
                "/visits/v1/reclassify", ["id": "r1", "class": "peer"])
            #expect(refused.contains("RECLASS_WINDOW_CLOSED"))
            _ = try await done(
                "/visits/v1/reclassify", ["id": "r2", "class": "peer"],
                by: try await site.visitor(.manager))
        }
    }

    @Test func `steps are ticked, and what is left is asked for`() async throws {
        try await received { site, _ in
            let me = try await site.visitor(.anran)
            let words = try await done(
                "/visits/v1/steps", ["id": "s1", "step": "greet", "back": "/me"], by: me)
            #expect(words.contains("还有 6 步") && words.contains("讲沙盘和项目"))
            #expect(try await !me.page("/me/state").contains("迎宾并报项目和姓名"))
        }
    }

    @Test func `the number entered later names the customer without showing it`() async throws {
        try await received { site, desk in
            let page = try await desk.follow(
                "/visits/v1/person", ["id": "n1", "phone": "13700001111", "name": "欧阳青禾"])
            #expect(page.contains("欧阳青禾 137****1111") && !page.contains("13700001111"))
            #expect(try await site.count("person") == 1)
            #expect(try site.everyByte().range(of: Data("欧阳青禾".utf8)) == nil)
        }
    }

    @Test func `another consultant, two groups into one, one into two`() async throws {
        try await received { site, _ in
            let manager = try await site.visitor(.manager)
            _ = try await done(
                "/visits/v1/change",
                ["id": "x1", "staff": "yunqi-dingyi", "cause": "wish", "note": "谈不来"],
                by: manager)
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-dingyi'") == 1)
            _ = try await done(
                "/visits/v1/split", ["id": "v9", "class": "new_first"], by: manager)
            #expect(try await site.count("visit_row") == 3)
            _ = try await done("/visits/v1/merge", ["id": "x2", "other": "v2"], by: manager)
            #expect(try await site.count("visit_row", where: "status = 'finished'") == 1)
        }
    }

    @Test func `talking about the price closes the employee's recommendation`() async throws {
        try await received { _, desk in
            _ = try await done("/visits/v1/price-talk", ["id": "p1"], by: desk)
            let page = try await desk.page("/visits/v1")
            #expect(plainWords(page).contains("开始谈价 10:00:00"))
        }
    }

    @Test func `somebody who goes in the middle is stood in for and owes a note`() async throws {
        try await received { site, desk in
            let me = try await site.visitor(.anran)
            _ = try await done(
                "/visits/v1/departure", ["id": "d1", "reason": "illness"], by: me)
            #expect(try await site.count("visit_row", where: "receptionist = 'yunqi-dingyi'") == 1)
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            let helper = try await site.visitor(.dingyi)
            #expect(try await plainWords(helper.page("/me")).contains("第 1 组是 安然 的客户"))
            _ = try await done(
                "/visits/v1/handover-note", ["id": "h1", "note": "看了两居"], by: helper)
            let mine = plainWords(try await me.page("/me"))
            #expect(mine.contains("丁一 替您接了第 1 组") && mine.contains("看了两居"))
            #expect(mine.contains("已阅"))
            #expect(try await plainWords(me.page("/me/state")).contains("看了两居"))
            #expect(try await !plainWords(helper.page("/me")).contains("看了两居"))
            #expect(try site.everyByte().range(of: Data("看了两居".utf8)) == nil, "sealed")
            _ = try await done("/visits/v1/handover-reading", ["id": "h2"], by: me)
            #expect(try await !plainWords(me.page("/me")).contains("交接要看"))
        }
    }

    @Test func `the register is filled column by column`() async throws {
        try await received { site, desk in
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "0"])
            let me = try await site.visitor(.anran)
            #expect(try await plainWords(me.page("/me")).contains("第 1 组还缺 到访时间"))
            _ = try await done(
                "/visits/v1/entry", ["id": "e1", "filled": "visit_time", "filled": "name"], by: me)
            #expect(try await plainWords(me.page("/me")).contains("第 1 组还缺 联系方式"))
        }
    }

    @Test(arguments: [
        "steps", "entry", "name", "reclassify", "departure", "merge", "change", "person",
        "introduction", "handover-note", "refusal", "dispute", "split", "customer",
    ])
    func `a form without what it needs says so and writes nothing`(path: String) async throws {
        try await received { site, _ in
            let entries = try await site.count("journal")
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post("/visits/v1/\(path)", ["id": "m1"])
            #expect(answer.status == 422, "\(path): \(answer.text)")
            #expect(answer.words.contains("请") || answer.words.contains("写明"))
            #expect(try await site.count("journal") == entries)
        }
    }

    @Test(arguments: [
        ("person", "phone", "abc", "手机号要 11 位"),
        ("introduction", "introducer_phone", "abc", "手机号要 11 位"),
        ("claim", "phone", "12", "手机号要 11 位"),
    ])
    func `what was mistyped comes back in its form with a sentence`(
        path: String, field: String, typed: String, sentence: String
    ) async throws {
        try await received { site, _ in
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/visits/v1/\(path)", ["id": "m1", "\(field)": typed, "name": "郑女士"])
            #expect(answer.status == 422)
            let parts = answer.text.components(separatedBy: "<details")
            let form = try #require(parts.first { $0.contains("id=\"\(path)\"") })
            #expect(form.hasPrefix(" class=\"more\" id=\"\(path)\" open"))
            #expect(form.contains("value=\"\(typed)\"") && form.contains(sentence))
            #expect(form.contains("aria-invalid"))
            for other in parts where !other.contains("id=\"\(path)\"") {
                #expect(!other.contains("value=\"\(typed)\""), "only the form that came back")
            }
        }
    }

    @Test func `the answer calls a visit by its number, not by its id`() async throws {
        try await received { site, desk in
            let page = try await done(
                "/visits/v1/entry", ["id": "e1", "filled": "name"], by: desk)
            #expect(!page.contains("“v1”"))
            #expect(plainWords(page).contains("6月2日 周一第 1 组"))
            let kept = QuotedIDs.quoted("“v1”和“”，“没完")
            #expect(kept == ["v1"])
        }
    }

    @Test func `every address of a visit names a clause and one who may try`() {
        let paths = Set(VisitAction.allCases.map(\.rawValue))
        #expect(paths.count == VisitAction.allCases.count && !paths.contains("finish"))
        for action in VisitAction.allCases {
            #expect(!action.label.isEmpty && action.clause.id.hasPrefix("REC-"))
            #expect(Role.salesManager.permissions.contains(action.permission))
        }
    }
}
