import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `What is done about a unit` {
    private func hold(
        _ world: SaleWorld, _ id: String, by person: ServedSite.Person = .anran,
        of unit: String = "1-101"
    ) async throws {
        try await world.granted(
            "/units/\(unit)/hold",
            ["id": id, "phone": SaleWorld.phone, "staff": person.staff.rawValue], by: person)
    }

    private func confirm(_ world: SaleWorld, _ id: SalesRequestID) async throws {
        let record = try await world.site.ask(.sales(.confirmHold(id, VerifyItem.allCases)))
        #expect(record.refusal == nil)
    }

    @Test func `is asked for once however often the form is sent`() async throws {
        try await withSales { world in
            let anran = try await world.site.visitor(.anran)
            let form: KeyValuePairs = [
                "id": "h-1", "phone": SaleWorld.phone, "staff": "yunqi-anran",
            ]
            let first = try await anran.post("/units/1-101/hold", form)
            #expect(try await anran.post("/units/1-101/hold", form).location == first.location)
            #expect(try await anran.post("/units/1-102/hold", form).status == 409)
            #expect(try await world.site.book.state.sales.requests == ["h-1": "1-101"])
        }
    }

    @Test func `queues those who ask, and sends the rest back once one has it`() async throws {
        try await withSales { world in
            try await hold(world, "h-1")
            try await hold(world, "h-2", by: .baiyu)
            let page = try await world.site.visitor(.manager).page("/units/1-101")
            let words = plainWords(page)
            #expect(words.contains("10:00 安然为赵") && words.contains("10:00 白榆为赵"))
            let other = plainWords(try await world.site.visitor(.censhan).page("/units/1-101"))
            #expect(other.contains("安然为别人的客户申请") && !other.contains("赵"))
            try await confirm(world, "h-1")
            try await world.refused(
                "/units/1-101/confirm", ["request": "h-2", "item": "area"], by: .manager)
            try await world.refused("/units/1-101/reject", ["request": "h-2"], by: .manager)
            try await world.refused(
                "/units/1-101/hold",
                ["id": "h-3", "phone": SaleWorld.phone, "staff": "yunqi-baiyu"], by: .baiyu)
            #expect(try await world.site.book.state.sales.queues.isEmpty)
        }
    }

    @Test func `sends a request back to who asked`() async throws {
        try await withSales { world in
            try await hold(world, "h-1")
            try await world.refused("/units/1-101/reject", ["request": "h-1"], by: .clerk)
            try await world.granted("/units/1-101/reject", ["request": "h-1"], by: .manager)
            #expect(try await world.site.book.state.sales.requests.isEmpty)
            #expect(try await world.status() == .available)
        }
    }

    @Test func `is handed in by a consultant for nobody but themselves`() async throws {
        try await withSales { world in
            let fields: KeyValuePairs = [
                "id": "h-9", "phone": SaleWorld.phone, "staff": "yunqi-baiyu",
            ]
            let answer = try await world.site.visitor(.anran).post("/units/1-101/hold", fields)
            #expect(answer.status == 400 && answer.words.contains("用自己的名字交"))
            let body = #"{"id":"h-8","staff":"yunqi-baiyu","phone":"\#(SaleWorld.phone)"}"#
            let program = try await world.site.program(.anran)
            let told = try await program.postJSON("/api/v1/units/1-101/holds", body)
            #expect(told.status == 400 && told.text.contains("顾问只能替自己申请"))
            #expect(try await world.site.book.state.sales.requests.isEmpty)
            try await world.granted("/units/1-101/hold", fields, by: .manager)
            #expect(
                try await world.site.book.state.sales.queues["1-101"]?.map(\.staff)
                    == ["yunqi-baiyu"])
        }
    }

    @Test func `is refused for a colleague whom nobody knows, and before the release`()
        async throws
    {
        try await withSales { world in
            try await world.refused(
                "/units/1-101/hold", ["phone": SaleWorld.phone, "staff": "nobody"], by: .anran)
            try await world.refused(
                "/units/1-201/hold", ["phone": SaleWorld.phone, "staff": "yunqi-anran"],
                by: .anran)
            let long = String(repeating: "x", count: 101)
            let answer = try await world.site.visitor(.anran).post(
                "/units/1-101/hold", ["phone": SaleWorld.phone, "staff": long])
            #expect(answer.status == 400)
        }
    }

    @Test(arguments: ["9-9", "%2e%2e", "1-101%00", "1-101'--", "%3Cscript%3E"])
    func `needs a unit of the list`(unit: String) async throws {
        try await withSales { world in
            let anran = try await world.site.visitor(.anran)
            #expect(try await anran.get("/units/\(unit)").status == 404)
            #expect(try await anran.get("/units/\(unit)/quotation").status == 404)
            let before = try await world.site.book.state.sales.requests
            let answer = try await anran.post(
                "/units/\(unit)/hold", ["phone": SaleWorld.phone, "staff": "yunqi-anran"])
            #expect([303, 404].contains(answer.status))
            #expect(try await world.site.book.state.sales.requests == before)
        }
    }

    @Test func `keeps a unit only by the developer's paper, and not one that is held`()
        async throws
    {
        try await withSales { world in
            try await hold(world, "h-1")
            try await confirm(world, "h-1")
            try await world.refused(
                "/units/1-101/reserve", ["document": "K", "signer": "章"], by: .manager)
            try await world.granted(
                "/units/1-102/reserve", ["document": "K<b>1", "signer": "章<i>"], by: .clerk)
            let page = try await world.site.visitor(.anran).page("/units/1-102")
            #expect(plainWords(page).contains("保留依据 K<b>1，章<i>签"))
            #expect(!page.contains("<b>1") && !page.contains("<i>签"))
            #expect(!page.contains("data-act=\"hold\""))
            let consultant = try await world.site.visitor(.anran).post(
                "/units/1-102/unreserve", ["document": "K", "signer": "章"])
            #expect(consultant.status == 403)
        }
    }

    @Test func `lets a hold run out on its last second`() async throws {
        try await withSales { world in
            try await hold(world, "h-1")
            try await confirm(world, "h-1")
            let until = try #require(
                try await world.site.book.state.sales.occupant(of: "1-101")?.until)
            let wait = until.seconds(since: ServedSite.now)
            world.site.clock.advance(by: .seconds(wait))
            let last = plainWords(try await world.site.visitor(.anran).page("/units/1-101"))
            #expect(last.contains("已销控") && last.contains("归谁 安然的客户"))
            world.site.clock.advance(by: .seconds(1))
            try await world.refused("/units/1-101/withdraw", [:], by: .manager)
            #expect(try await world.status() == .available)
            let page = plainWords(try await world.site.visitor(.anran).page("/units/1-101"))
            #expect(!page.contains("归谁"), "\(page)")
        }
    }

    @Test(arguments: [
        (["deposit": "0"], "SAL-"), (["deposit": "1188000.01"], "SAL-"),
        (["discount": "50"], "SAL-15"), (["scheme": "白送"], "SAL-"),
        (["clauses": "送车位"], "SAL-10"), (["staff": "yunqi-baiyu"], "SAL-"),
    ])
    func `writes no order that the rules do not grant`(
        change: [String: String], clause: String
    ) async throws {
        try await withSales { world in
            try await hold(world, "h-1")
            try await confirm(world, "h-1")
            try await world.granted("/units/1-101/reconfirm", [:], by: .manager)
            let person = try #require(
                try await world.site.book.state.sales.occupant(of: "1-101")?.person)
            func field(_ name: String, _ usual: String) -> String { change[name] ?? usual }
            let told = try await world.refused(
                "/units/1-101/order",
                [
                    "buyer": person.rawValue, "number": "O-1", "scheme": field("scheme", "按揭"),
                    "staff": field("staff", "yunqi-anran"), "deposit": field("deposit", "20000"),
                    "discount": field("discount", ""), "clauses": field("clauses", ""),
                ], by: .anran)
            #expect(told.contains(clause), "\(told)")
            #expect(try await world.site.count("order_row") == 0)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Announcements of units` {
    private func numbers(_ world: SaleWorld, _ query: String) async throws -> [String] {
        let page = try await world.site.visitor(.baiyu).page("/bulletins" + query)
        return plainWords(page).matches(of: /第 (\d+) 号/).map { String($0.output.1) }
    }

    @Test func `are read page by page`() async throws {
        try await withSales { world in
            for round in 1...26 {
                for act in ["reserve", "unreserve"] {
                    try await world.granted(
                        "/units/1-101/\(act)", ["document": "K-\(round)", "signer": "章"],
                        by: .clerk)
                }
            }
            let newest = try await numbers(world, "")
            #expect(newest.count == 50 && newest.first == "54" && newest.last == "5")
            let page = try await world.site.visitor(.baiyu).page("/bulletins")
            #expect(page.contains("href=\"/bulletins?before=5\""))
            #expect(try await numbers(world, "?before=5") == ["4", "3", "2", "1"])
            #expect(try await numbers(world, "?before=0").isEmpty)
            #expect(try await numbers(world, "?before=-9223372036854775808").isEmpty)
            #expect(try await numbers(world, "?before=9223372036854775807").count == 50)
            let last = try await world.site.visitor(.baiyu).page("/bulletins?before=5")
            #expect(!last.contains("更早的"))
        }
    }

    @Test func `are none at first`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.anran).page("/bulletins"))
            #expect(page.contains("还没有公布") && page.contains("都看过了"))
        }
    }

    @Test func `are read by those who sell, each for themselves`() async throws {
        try await withSales { world in
            let baiyu = try await world.site.visitor(.baiyu)
            let first = try await baiyu.post("/bulletins/reading", ["id": "b-1"])
            #expect(
                try await baiyu.post("/bulletins/reading", ["id": "b-1"]).location
                    == first.location)
            let sales = try await world.site.book.state.sales
            #expect(sales.unread(by: "yunqi-baiyu") == 0 && sales.unread(by: "yunqi-anran") == 2)
            // Nobody waits for the office to read: it is not in the ring.
            try await world.refused("/bulletins/reading", [:], by: .clerk)
            let desk = try await world.site.visitor(.desk).post("/bulletins/reading", [:])
            #expect(desk.status == 403)
            let own = plainWords(try await baiyu.page("/bulletins"))
            #expect(own.contains("都看过了") && !own.contains("谁看到哪里"))
            let office = plainWords(try await world.site.visitor(.clerk).page("/bulletins"))
            #expect(office.contains("白榆 都看过 ") && office.contains("安然 2 条没看"))
        }
    }
}
