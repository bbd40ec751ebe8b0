import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Matters that are settled by a form` {
    private static let phone = "13800000001"

    /// A site with a customer who bought from 安然 today.
    private func withMatters(
        _ body: (CaseWorld, PersonID) async throws -> Void
    ) async throws {
        try await withServedSite { site in
            let world = CaseWorld(site: site)
            try await body(world, try await world.deal())
        }
    }

    private func code(_ world: CaseWorld, _ answer: Received) async throws -> String? {
        let decision = try #require(answer.decision, "\(answer.status) \(answer.words)")
        return try await world.site.visitor(.manager).page("/decisions/\(decision)")
    }

    @Test func `have names of their own and clauses of the handbook`() {
        #expect(Set(Matter.all.map(\.name)).count == Matter.all.count)
        for matter in Matter.all {
            let topic = matter.group == .sales ? "SAL-" : "OWN-"
            #expect(matter.clause.hasPrefix(topic) || matter.clause == "REC-36", "\(matter.name)")
            #expect(
                matter.access != .tendCustomers || matter.isAboutCustomer
                    || matter.name == "leave-list")
        }
    }

    @Test func `stand under their headings for whoever may settle them`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager).page("/matters")
            for matter in Matter.all { #expect(manager.contains(matter.title), "\(matter.name)") }
            let consultant = try await site.visitor(.baiyu).page("/matters")
            for matter in Matter.all {
                let may = Role.consultant.permissions.contains(matter.access)
                #expect(consultant.contains(matter.title) == may, "\(matter.name)")
            }
        }
    }

    @Test(arguments: Matter.all.map(\.name))
    func `have a form with the clause and every question`(name: String) async throws {
        try await withServedSite { site in
            let matter = try #require(Matter.named(name))
            let page = try await site.visitor(.manager).page("/matters/\(name)")
            #expect(page.contains(matter.title) && page.contains("/clauses/\(matter.clause)"))
            #expect(page.contains("name=\"phone\"") == matter.isAboutCustomer)
        }
    }

    @Test(arguments: Matter.all.filter { $0.access == .giveRulings }.map(\.name))
    func `of management are closed to consultants`(name: String) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(.baiyu)
            #expect(try await visitor.get("/matters/\(name)").status == 403)
            let before = try await site.count("journal")
            #expect(try await visitor.post("/matters/\(name)", [:]).status == 403)
            #expect(try await site.count("journal") == before)
        }
    }

    @Test func `that there are not lead nowhere`() async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(.manager)
            #expect(try await visitor.get("/matters/nothing").status == 404)
            #expect(try await visitor.post("/matters/nothing", [:]).status == 404)
        }
    }

    @Test(
        arguments: [
            ("kin", [:], "请填客户的电话"),
            ("kin", ["phone": "13800000001"], "请填另一位客户的电话"),
            ("kin", ["phone": "13899999999"], "没有登记过 138****9999 这个号码"),
            ("kin", ["phone": "12"], "位数字"),
            ("sick-leave", [:], "请填日期"),
            ("sick-leave", ["from": "2025-06-03", "to": "2025-06-02"], "最后一天不能早于第一天"),
            ("sick-leave", ["from": "2025-06-03", "to": "2029-06-02"], "最多一千天"),
            ("departure", ["staff": "yunqi-baiyu", "kind": "x"], "请选怎么离开的"),
            ("change", ["phone": "13800000001", "staff": "yunqi-anran"], "请选改哪一项"),
            ("change", ["phone": "13800000001", "staff": "yunqi-anran", "field": "name"], "请写清楚"),
            ("change-signature", [:], "请选给哪一张申请签字"),
            ("introduction", ["phone": "13800000001", "at": "昨天"], "要写成日期和时刻"),
            ("pay-out", [:], "请填成交单编号"),
            ("public-quarrel", ["people": "yunqi-baiyu"], "请写清楚"),
        ] as [(String, [String: String], String)])
    func `say what is lacking and keep nothing`(
        name: String, fields: [String: String], sentence: String
    ) async throws {
        try await withMatters { world, _ in
            let visitor = try await world.site.visitor(.manager)
            let before = try await world.site.count("journal")
            let all = fields.map { ($0.key, $0.value) } + [("_csrf", visitor.token ?? "")]
            let answer = try await visitor.send(
                .post, "/matters/\(name)",
                body: all.map { "\(percentEncode($0))=\(percentEncode($1))" }
                    .joined(separator: "&"), type: "application/x-www-form-urlencoded")
            #expect(answer.status == 422 && answer.words.contains(sentence), "\(answer.words)")
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `sick leave is known to the rules`() async throws {
        try await withMatters { world, _ in
            try await world.done(
                "/matters/sick-leave",
                [
                    "staff": "yunqi-anran", "from": "2025-06-03", "to": "2025-06-05",
                    "successor": "yunqi-baiyu",
                ], by: .clerk)
            let day = ServedSite.day.adding(days: 2)
            let leave = try await world.site.book.state.adjudication.leave(
                of: "yunqi-anran", on: day)
            #expect(leave?.successor == "yunqi-baiyu" && leave?.days == 3)
        }
    }

    @Test func `a change waits for its signature`() async throws {
        try await withMatters { world, _ in
            try await world.done(
                "/matters/change",
                [
                    "id": "c1", "phone": Self.phone, "staff": "yunqi-anran", "field": "phone",
                    "note": "换了号码",
                ], by: .anran)
            let page = try await world.site.visitor(.manager).page("/matters/change-signature")
            #expect(page.contains("换了号码") && page.contains("value=\"c1\""))
            try await world.done(
                "/matters/change-signature", ["change": "c1"], by: .manager)
            #expect(try await world.site.book.state.ownership.changes.isEmpty)
        }
    }

    @Test func `days on which clocks stand still are only added`() async throws {
        try await withServedSite { site in
            let world = CaseWorld(site: site)
            for (from, to) in [("2025-10-01", "2025-10-07"), ("2025-09-01", "2025-09-02")] {
                try await world.done(
                    "/matters/standstill", ["from": from, "to": to], by: .manager)
            }
            #expect(
                try await site.book.state.ownership.stops.map(\.first.text) == [
                    "2025-09-01", "2025-10-01",
                ])
            let again = try await world.post(
                "/matters/standstill", ["from": "2025-10-07", "to": "2025-10-09"], by: .manager)
            #expect(again.status == 422 && again.words.contains("已经有停钟的日子"))
        }
    }

    @Test func `two numbers become one customer and two again`() async throws {
        try await withMatters { world, person in
            let other = try await world.deal("D-2", phone: "13800000002")
            try await world.done(
                "/matters/same-person",
                ["phone": "13800000002", "other": Self.phone, "note": "同一个身份证"],
                by: .manager)
            #expect(try await world.site.book.state.ownership.merged[other] == person)
            try await world.done(
                "/matters/two-persons", ["phone": "13800000002", "note": "是父子"], by: .manager)
            #expect(try await world.site.book.state.ownership.merged[other] == nil)
        }
    }

    @Test func `poaching and quarrels before customers propose penalties`() async throws {
        try await withMatters { world, _ in
            try await world.done(
                "/matters/poaching",
                [
                    "phone": Self.phone, "staff": "yunqi-baiyu", "from": "yunqi-anran",
                    "act": "intruded", "measure": "fine", "note": "监控看到",
                ], by: .manager)
            try await world.done(
                "/matters/public-quarrel",
                ["people": "yunqi-baiyu", "people": "yunqi-anran", "note": "前台争吵"],
                by: .manager)
            #expect(try await world.site.count("penalty_row") >= 3)
        }
    }

    @Test func `the rules refuse what a form may not do`() async throws {
        try await withMatters { world, _ in
            let answer = try await world.post(
                "/matters/approach",
                ["phone": Self.phone, "staff": "yunqi-dingyi", "approach": "call"], by: .baiyu)
            #expect(try await code(world, answer)?.contains("NOT_PERMITTED") == true)
            let unknown = try await world.post("/matters/pay-out", ["deal": "D-9"], by: .clerk)
            let page = try await world.site.visitor(.clerk).page(try #require(unknown.location))
            #expect(page.contains("notice tone-stop"))
        }
    }

    @Test func `a customer's page leads to forms about that customer`() async throws {
        try await withMatters { world, person in
            let manager = try await world.site.visitor(.manager)
            let list = try await manager.page("/matters?customer=\(person)")
            #expect(list.contains("/matters/kin?customer=\(person)"))
            let form = try await manager.page("/matters/case-told?customer=\(person)")
            #expect(form.contains("138****0001") && !form.contains(Self.phone))
            let stranger = try await world.site.visitor(.dingyi)
                .page("/matters/case-told?customer=\(person)")
            #expect(!stranger.contains("138****0001") && stranger.contains("name=\"phone\""))
        }
    }
}
