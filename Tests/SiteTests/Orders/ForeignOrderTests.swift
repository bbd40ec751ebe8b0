import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Somebody else's order` {
    private func stage(_ world: SaleWorld) async throws -> OrderStage? {
        try await world.site.book.state.sales.orders["O-1"]?.stage
    }

    private func status(
        _ world: SaleWorld, _ person: ServedSite.Person, _ path: String,
        _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> Int {
        try await world.site.visitor(person).post("/sales/O-1/\(path)", fields).status
    }

    @Test func `that waits to be checked is shown to colleagues with nothing but the check`()
        async throws
    {
        try await withSales { world in
            try await world.write()
            for (person, offered) in [
                (ServedSite.Person.baiyu, ["review"]), (.anran, ["review", "sign", "give-up"]),
                (.clerk, ["review", "sign", "give-up"]),
            ] {
                let page = try await world.site.visitor(person).page("/sales/O-1")
                let found = page.matches(of: /data-act="([^"]+)"/).map { String($0.output.1) }
                #expect(found == offered, "\(person)")
            }
            let page = try await world.site.visitor(.baiyu).page("/sales/O-1")
            #expect(plainWords(page).contains("买房人 别人的客户") && !page.contains("赵"))
        }
    }

    @Test func `is neither given up nor signed by a colleague`() async throws {
        try await withSales { world in
            try await world.write()
            let before = try await world.site.count("journal")
            #expect(try await status(world, .censhan, "give-up") == 403)
            #expect(try await status(world, .censhan, "sign") == 403)
            #expect(try await world.site.count("journal") == before)
            #expect(try await stage(world) == .written)
        }
    }

    @Test func `is checked by each consultant in their own name only`() async throws {
        try await withSales { world in
            try await world.write()
            let own = try await world.refused(
                "/sales/O-1/review", ["staff": "yunqi-anran"], by: .anran)
            #expect(own.contains("自己填的单不能自己复核"))
            #expect(try await status(world, .anran, "review", ["staff": "yunqi-baiyu"]) == 400)
            #expect(try await stage(world) == .written)
            try await world.granted("/sales/O-1/review", ["staff": "yunqi-baiyu"], by: .clerk)
            #expect(try await stage(world) == .reviewed)
        }
    }

    @Test func `stays its writer's after the check`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            let before = try await world.site.count("journal")
            let page = try await world.site.visitor(.baiyu).page("/sales/O-1")
            #expect(!page.contains("data-act"))
            for (act, fields) in [
                ("signing", ["at": "2025-06-05T10:00"]), ("cancel", [:]),
                ("swap", ["unit": "1-102", "staff": "yunqi-baiyu"]),
                ("hand-on", ["next": "yunqi-baiyu", "staff": "yunqi-baiyu"]),
                ("rename", ["phone": SaleWorld.phone, "staff": "yunqi-baiyu"]),
                ("contract", ["template": "2025", "staff": "yunqi-baiyu"]),
                ("instalments", ["parts": "2025-07-01 5"]), ("file", ["paper": "order"]),
                ("stage", ["stage": "settled", "attachments": "1"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                #expect(try await status(world, .baiyu, act, fields) == 403, "\(act)")
                #expect(try await status(world, .censhan, act, fields) == 403, "\(act)")
            }
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `that is void is touched by nobody but its writer and the office`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            let before = try await world.site.count("journal")
            #expect(try await status(world, .censhan, "give-up") == 403)
            #expect(try await world.site.count("journal") == before)
            try await world.refused("/sales/O-1/give-up", [:], by: .anran)
            #expect(try await status(world, .anran, "original") == 403)
            try await world.granted("/sales/O-1/original", [:], by: .clerk)
        }
    }

    @Test func `is told to no program but its writer's`() async throws {
        try await withSales { world in
            try await world.order()
            for (person, status) in [
                (ServedSite.Person.anran, 200), (.till, 200), (.censhan, 404), (.baiyu, 404),
            ] {
                let answer = try await world.site.program(person).get("/api/v1/sales/O-1")
                #expect(answer.status == status, "\(person)")
            }
            let pay = #"{"id":"r","kind":"deposit_receipt","amount":-1}"#
            let till = try await world.site.program(.till)
            #expect(try await till.postJSON("/api/v1/sales/O-1/receipts", pay).status == 400)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The number of an order` {
    @Test func `stays that order's, even when the rules have long forgotten it`() async throws {
        try await withSales { world in
            try await world.order("O-1")
            try await world.order("O-2", of: "1-102")
            try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            try await world.granted("/sales/O-1/original", [:], by: .clerk)
            world.site.clock.advance(by: .seconds(70 * 86_400))
            try await world.site.ask(.sales(.release(["1-201"])))
            #expect(try await world.site.book.state.sales.voids["O-1"] == nil)
            try await world.granted(
                "/units/1-102/hold",
                ["id": "q", "phone": SaleWorld.phone, "staff": "yunqi-anran"], by: .anran)
            try await world.site.ask(.sales(.confirmHold("q", VerifyItem.allCases)))
            let person = try #require(
                try await world.site.book.state.sales.occupant(of: "1-102")?.person)
            let answer = try await world.site.visitor(.anran).post(
                "/units/1-102/order",
                [
                    "buyer": person.rawValue, "number": "O-1", "staff": "yunqi-anran",
                    "scheme": "按揭", "deposit": "20000",
                ])
            #expect(answer.status == 400 && answer.words.contains("订单编号 O-1 用过了"))
        }
    }

    @Test func `is written once however often the form is sent`() async throws {
        try await withSales { world in
            try await world.write()
            let anran = try await world.site.visitor(.anran)
            let person = try #require(try await world.site.book.state.sales.orders["O-1"]?.person)
            let again = try await anran.post(
                "/units/1-101/order",
                [
                    "id": "w-O-1", "buyer": person.rawValue, "number": "O-1",
                    "staff": "yunqi-anran", "scheme": "按揭", "deposit": "20000",
                ])
            #expect(again.location == "/sales/O-1?decision=w-O-1")
            #expect(try await world.site.count("order_row") == 1)
            let other = try await anran.post(
                "/units/1-101/order",
                [
                    "id": "w-O-1", "buyer": person.rawValue, "number": "O-1",
                    "staff": "yunqi-anran", "scheme": "按揭", "deposit": "30000",
                ])
            #expect(other.status == 409 && other.words.contains("这张表单已经交过"))
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a/b c?d#e", "订单%2F一", "'; DROP TABLE order_row",
    ])
    func `may be anything, and brings nothing onto the page`(number: String) async throws {
        try await withSales { world in
            try await world.write()
            let person = try #require(try await world.site.book.state.sales.orders["O-1"]?.person)
            try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            try await world.granted(
                "/units/1-102/hold",
                ["id": "q", "phone": SaleWorld.phone, "staff": "yunqi-anran"], by: .anran)
            try await world.site.ask(.sales(.confirmHold("q", VerifyItem.allCases)))
            try await world.granted("/units/1-102/reconfirm", [:], by: .manager)
            let anran = try await world.site.visitor(.anran)
            let page = try await anran.follow(
                "/units/1-102/order",
                [
                    "buyer": person.rawValue, "number": number, "staff": "yunqi-anran",
                    "scheme": "按揭", "deposit": "20000",
                ])
            #expect(plainWords(page).contains("订单 \(number)"))
            for path in ["/sales", "/units/1-102", orderPath(OrderID(number)) + "/print"] {
                let html = try await anran.page(path)
                #expect(!html.contains("<script>alert"), "\(path)")
                #expect(!html.contains("href=\"/sales/a/b c"), "\(path)")
            }
            let found = try await anran.page("/sales?text=" + percentEncode(number))
            #expect(plainWords(found).contains(number))
        }
    }
}
