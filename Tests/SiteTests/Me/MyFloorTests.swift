import HouseRules
import Testing

@testable import Site

@Suite struct `On the floor with one's phone` {
    @Test func `business needs an order on a ring site, and none on a tally site`() async throws {
        try await withMorning { morning in
            try await morning.refused(
                "OFFICIAL_ORDER_REQUIRED", "REC-06", "/staff/yunqi-anran/absence",
                ["id": "l1", "reason": "official"], by: .anran)
        }
        try await withMorning(pack: "P002A") { morning in
            try await morning.done(
                "/staff/yunqi-anran/absence", ["id": "l1", "reason": "official"], by: .anran)
            let member = try await morning.site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .awayOfficial)
        }
    }

    @Test func `a refusal stands with its code and its clause`() async throws {
        try await withMorning { morning in
            let me = try await morning.site.visitor(.anran)
            let page = try await me.follow(
                "/staff/yunqi-anran/absence", ["id": "l1", "reason": "official"])
            let notice = try #require(
                page.firstMatch(of: /<div class="notice[\s\S]*?<\/div><\/div>/))
            let words = plainWords(String(notice.output))
            #expect(words.contains("OFFICIAL_ORDER_REQUIRED") && words.contains("REC-06"))
            let fine = try await me.follow(
                "/staff/yunqi-anran/absence",
                ["id": "l2", "reason": "personal", "told": "next_in_line"])
            #expect(!fine.contains("OFFICIAL_ORDER_REQUIRED"))
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `meals have their hours`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            let fields: KeyValuePairs = ["reason": "meal", "told": "sales_manager"]
            try await morning.refused(
                "OUTSIDE_MEAL_WINDOW", "REC-06", "/staff/yunqi-anran/absence", fields,
                by: .anran)
            morning.wait(2 * 3600)
            try await morning.done("/staff/yunqi-anran/absence", fields, by: .anran)
            let member = try await morning.site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .awayMeal)
        }
    }

    @Test(arguments: [("next_in_line", "下一位"), ("sales_manager", "经理")])
    func `whom one told stands in the answer`(told: String, word: String) async throws {
        try await withMorning { morning in
            let words = try await morning.done(
                "/staff/yunqi-anran/absence",
                ["id": "l1", "reason": "personal", "told": told], by: .anran)
            #expect(words.contains("知会") && words.contains(word))
        }
    }

    @Test func `the front goes only to somebody who stands there`() async throws {
        try await withMorning { morning in
            try await morning.done(
                "/staff/yunqi-baiyu/absence", ["id": "l1", "reason": "personal"], by: .baiyu)
            try await morning.refused(
                "NOT_ON_STAND", "REC-11", "/staff/yunqi-anran/front",
                ["id": "h1", "to": "yunqi-baiyu"], by: .anran)
            try await morning.refused(
                "NOT_ON_STAND", "REC-11", "/staff/yunqi-anran/front",
                ["id": "h2", "to": "yunqi-anran"], by: .anran)
            try await morning.refused(
                "UNKNOWN_STAFF", "REC-01", "/staff/yunqi-anran/front",
                ["id": "h3", "to": "nobody"], by: .anran)
        }
    }

    @Test(arguments: [
        ("absence", "reason", "personal"), ("front", "to", "yunqi-dingyi"), ("waiver", "x", "y"),
        ("off-duty", "kind", "rest"), ("stand", "move", "come_back"),
    ])
    func `nobody moves a colleague`(path: String, field: String, value: String) async throws {
        try await withMorning(pack: "P002A") { morning in
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", "/staff/yunqi-anran/\(path)",
                ["id": "m1", field: value], by: .baiyu)
            let member = try await morning.site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .onStand)
        }
    }

    @Test func `a waiver is not in use on a ring site`() async throws {
        try await withMorning { morning in
            try await morning.refused(
                "WAIVER_NOT_IN_USE", "REC-08", "/staff/yunqi-anran/waiver", ["id": "w1"],
                by: .anran)
        }
    }

    @Test func `who waived comes back at the half hour, not a second before`() async throws {
        try await withMorning(pack: "P002A") { morning in
            try await morning.done("/staff/yunqi-anran/waiver", ["id": "w1"], by: .anran)
            morning.wait(1799)
            try await morning.refused(
                "WAIVER_MIN_TIME", "REC-08", "/staff/yunqi-anran/stand",
                ["id": "w2", "move": "come_back"], by: .anran)
            morning.wait(1)
            try await morning.done(
                "/staff/yunqi-anran/stand", ["id": "w3", "move": "come_back"], by: .anran)
            let member = try await morning.site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .onStand)
        }
    }

    @Test func `a table is put in order after a group, once`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.refused(
                "NO_SUCH_VISIT_ENTRY", "REC-48", "/visits/v1/table", ["id": "t1"], by: .anran)
            try await morning.leaves("v1")
            try await morning.done("/visits/v1/table", ["id": "t2"], by: .anran)
            try await morning.refused(
                "NO_SUCH_VISIT_ENTRY", "REC-48", "/visits/v1/table", ["id": "t3"], by: .anran)
        }
    }

    @Test func `all steps ticked, nothing is left to tick`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let rules = try await morning.site.book.view(at: ServedSite.now).policy
            let me = try await morning.site.visitor(.anran)
            for step in rules.registers.requiredSteps {
                #expect(try await me.page("/me").contains("value=\"\(step.rawValue)\""))
                try await morning.done(
                    "/visits/v1/steps", ["step": step.rawValue, "back": "/me"], by: .anran)
            }
            #expect(try await me.page("/me").contains("必做的步骤都打过点了。"))
            let odd = try await me.post("/visits/v1/steps", ["id": "s9", "step": "dance"])
            #expect(odd.status == 422 && odd.words.contains("请选做完的是哪一步。"))
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `a lost turn is disputed by whom it concerns, once`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            try await morning.done(
                "/staff/yunqi-anran/absence", ["id": "l1", "reason": "personal"], by: .anran)
            try await morning.comes("v1")
            try await morning.refused(
                "NO_SUCH_LINE", "REC-15", "/visits/v1/dispute",
                ["id": "d1", "note": "也想要"], by: .censhan)
            try await morning.refused(
                "NOT_PERMITTED", "REC-15", "/visits/v1/dispute",
                ["id": "d2", "staff": "yunqi-anran", "note": "替他说"], by: .censhan)
            try await morning.done(
                "/visits/v1/dispute", ["id": "d3", "note": "去取钥匙"], by: .anran)
            try await morning.refused(
                "NO_SUCH_LINE", "REC-15", "/visits/v1/dispute",
                ["id": "d4", "note": "再说一遍"], by: .anran)
            #expect(try await morning.site.book.state.duty.disputes.count == 1)
        }
    }
}

@Suite struct `Where the house waits for an answer` {
    /// From 10:01 on whoever is sent has to answer within a minute.
    private func asked(_ body: (Morning) async throws -> Void) async throws {
        try await withMorning { morning in
            let text = try SourceText.read(path: "\(ServedSite.policies)/P001.yaml")
            let rules = text.replacing(
                "dispatch.answer_required: false", with: "dispatch.answer_required: true")
            try await morning.site.book.publish(
                PolicyDraft(
                    body: rules, effectiveFrom: ServedSite.now.adding(seconds: 60),
                    author: "admin", note: "要应答"))
            morning.wait(60)
            try await morning.comes("v1")
            try await body(morning)
        }
    }

    @Test func `the phone asks for it, and one answer is enough`() async throws {
        try await asked { morning in
            let me = try await morning.site.visitor(.anran)
            #expect(try await plainWords(me.page("/me")).contains("请在 10:02:00 前应答"))
            morning.wait(60)
            try await morning.done("/visits/v1/answer", ["id": "a1", "back": "/me"], by: .anran)
            #expect(try await !me.page("/me").contains("/visits/v1/answer"))
            try await morning.refused(
                "NOTHING_TO_ANSWER", "REC-10", "/visits/v1/answer", ["id": "a2"], by: .anran)
        }
    }

    @Test func `nobody answers in another's place`() async throws {
        try await asked { morning in
            try await morning.refused(
                "PROXY_FORBIDDEN", "REC-10", "/visits/v1/answer", ["id": "a1"], by: .baiyu)
            #expect(try await morning.receives("v1") == "yunqi-anran")
        }
    }

    @Test func `a second too late it is the next one's`() async throws {
        try await asked { morning in
            morning.wait(61)
            try await morning.refused(
                "PROXY_FORBIDDEN", "REC-10", "/visits/v1/answer", ["id": "a1"], by: .anran)
            #expect(try await morning.receives("v1") == "yunqi-baiyu")
            let next = try await morning.site.visitor(.baiyu)
            #expect(try await next.page("/me").contains("action=\"/visits/v1/answer\""))
        }
    }
}
