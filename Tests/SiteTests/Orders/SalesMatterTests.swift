import Database
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Matters of sales` {
    private func settle(
        _ world: SaleWorld, _ name: String, _ fields: KeyValuePairs<String, String>,
        by person: ServedSite.Person = .manager
    ) async throws -> String {
        try await world.granted("/matters/\(name)", fields, by: person)
    }

    @Test func `let a price be told that was approved before`() async throws {
        try await withSales { world in
            let done = try await settle(
                world, "discount", ["phone": SaleWorld.phone, "discount": "96"])
            #expect(done.contains("特批折扣"))
            let approval = try await world.site.book.state.sales.approvals.values.first
            #expect(approval?.discount == 9600)
            let wrong = try await world.site.visitor(.manager).post(
                "/matters/discount", ["phone": SaleWorld.phone, "discount": "九六"])
            #expect(wrong.status == 422)
        }
    }

    @Test func `let a supervisor confirm holds up to an hour`() async throws {
        try await withSales { world in
            let form = try await world.site.visitor(.manager).page("/matters/delegate")
            #expect(form.contains(">顾南乔</option>") && !form.contains(">安然</option>"))
            _ = try await settle(
                world, "delegate",
                ["supervisor": "yunqi-supervisor", "until": "2025-06-02T12:00"])
            let until = try await world.site.book.state.sales.delegates["yunqi-supervisor"]
            #expect(until == ServedSite.day.at(TimeOfDay(12, 0)))
            try await world.granted(
                "/units/1-101/hold",
                ["id": "q1", "phone": SaleWorld.phone, "staff": "yunqi-anran"], by: .anran)
            let record = try await world.site.ask(
                .sales(.confirmHold("q1", VerifyItem.allCases)), by: .supervisor)
            #expect(record.refusal == nil)
        }
    }

    @Test func `keep promises to what the policy or an approval says`() async throws {
        try await withSales { world in
            let promise: KeyValuePairs = [
                "phone": SaleWorld.phone, "staff": "yunqi-anran", "matter": "discount",
            ]
            try await world.refused("/matters/promise-made", promise, by: .anran)
            _ = try await settle(
                world, "promise-made",
                [
                    "phone": SaleWorld.phone, "staff": "yunqi-anran", "matter": "discount",
                    "approval": "政策",
                ], by: .anran)
        }
    }

    @Test func `draft a penalty for an offence, and only a draft`() async throws {
        try await withSales { world in
            let done = try await settle(
                world, "sales-offence",
                ["staff": "yunqi-anran", "offence": "sheet_error", "note": "把 101 填成 102"])
            #expect(done.contains("销控表填错"))
            #expect(try await world.site.count("penalty_row") == 1)
        }
    }

    @Test func `draft a fine for a leak within the range of the house`() async throws {
        try await withSales(pack: "P001") { world in
            let leak: KeyValuePairs = [
                "id": "l1", "staff": "yunqi-anran", "items": "2", "adverse": "1",
                "amount": "3000", "note": "底价表截图",
            ]
            let low = try await world.refused("/matters/leak", leak, by: .manager)
            #expect(low.contains("4,000.00") && low.contains("SAL-34"), "\(low)")
            let done = try await settle(
                world, "leak",
                [
                    "id": "l2", "staff": "yunqi-anran", "items": "2", "adverse": "1",
                    "amount": "5000", "note": "底价表截图",
                ])
            #expect(done.contains("泄密") && done.contains("5,000.00"))
            #expect(try await world.site.count("penalty_row") == 1)
            let clerk = try await world.site.visitor(.clerk).post("/matters/leak", leak)
            #expect(clerk.status == 403)
        }
    }

    @Test func `count price lists, each that is missing a draft`() async throws {
        try await withSales(pack: "P001") { world in
            _ = try await settle(world, "price-lists", ["staff": "yunqi-anran", "count": "3"])
            let done = try await settle(
                world, "price-list-count", ["staff": "yunqi-anran", "count": "1"])
            #expect(done.contains("安然手里有价格表 1 份"))
            #expect(try await world.site.count("penalty_row") == 2)
            try await world.refused(
                "/matters/price-list-count", ["staff": "yunqi-anran", "count": "9"], by: .manager)
        }
    }

    @Test func `end the audit of a purchase that nobody was told of`() async throws {
        try await withSales { world in
            _ = try await settle(
                world, "staff-purchase",
                ["phone": SaleWorld.phone, "staff": "yunqi-baiyu"], by: .clerk)
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            let person = try #require(try await world.site.book.state.sales.listed.first)
            let manager = try await world.site.visitor(.manager)
            let today = try await manager.page("/today")
            let place = "/matters/purchase-audit?customer=\(person)"
            #expect(today.contains("待稽核的员工购房") && today.contains(place))
            #expect(plainWords(try await manager.page(place)).contains("客户： 赵小云"))
            let wrong = try await manager.post(
                "/matters/purchase-audit", ["customer": person.rawValue])
            #expect(wrong.status == 422 && wrong.words.contains("请选查下来怎样"))
            let done = try await world.granted(
                "/matters/purchase-audit",
                ["customer": person.rawValue, "result": "guilty"], by: .manager)
            #expect(done.contains("查实白榆做私单"))
            #expect(!(try await manager.page("/today")).contains("待稽核的员工购房"))
            #expect(try await world.site.book.state.sales.listed.isEmpty)
            try await world.refused(
                "/matters/purchase-audit",
                ["customer": person.rawValue, "result": "clear"], by: .manager)
        }
    }

    @Test func `note purchases of the staff and printed price lists`() async throws {
        try await withSales { world in
            _ = try await settle(
                world, "staff-purchase",
                ["phone": SaleWorld.phone, "staff": "yunqi-anran", "declared": "1"], by: .anran)
            #expect(try await world.site.book.state.sales.ties.count == 1)
            _ = try await settle(
                world, "price-lists", ["staff": "yunqi-anran", "count": "3"])
            _ = try await settle(
                world, "price-lists", ["staff": "yunqi-anran", "count": "2", "back": "1"])
            #expect(try await world.site.book.state.sales.lists["yunqi-anran"] == 1)
            try await world.refused(
                "/matters/price-lists", ["staff": "yunqi-anran", "count": "2", "back": "1"],
                by: .manager)
        }
    }
}
