import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Lists of sales` {
    private static let finance = Actor("till", .cashier)
    private static let list = PriceList(
        "v1", schemes: [PaymentScheme("一次性", discount: 9800)],
        rows: ["1", "2"].map {
            PriceRow(
                UnitID($0), building: "3", floor: 5, layout: "A", area: 10_520,
                unitPrice: .yuan(12_000))
        })

    /// Two units on sale, and one of them asked for.
    private func open(_ world: BookWorld) async throws -> SiteBook {
        let book = try await world.book()
        try await book.openDay()
        try await book.ask(.sales(.draftPrices(Self.list)), "draft")
        try await book.ask(.sales(.approvePrices("v1")), "approve")
        try await book.ask(.sales(.release(["1", "2"])), "release")
        try await book.ask(
            .sales(.askHold(HoldRequest("q", of: "1", for: "p", by: "A"))), "ask")
        return book
    }

    /// From the check to the signed order.
    private func order(_ book: SiteBook) async throws {
        try await book.ask(.sales(.confirmHold("q", VerifyItem.allCases)), "confirm")
        let draft = OrderDraft(
            "o", of: "1", for: "p", by: "A", scheme: "一次性", deposit: .yuan(20_000))
        try await book.ask(.sales(.writeOrder(draft)), "write")
        try await book.ask(.sales(.reviewOrder("o", "B")), "review")
        try await book.ask(.sales(.step("o", .sign)), "sign")
    }

    /// The deposit, which locks the unit where nothing locks before it.
    private func pay(_ book: SiteBook) async throws -> DecisionRecord {
        let money = MoneyIn(.deposit, .yuan(20_000), order: "o")
        return try await book.ask(.sales(.takeMoney(money)), "pay", by: Self.finance)
    }

    private func buy(_ book: SiteBook) async throws {
        try await order(book)
        #expect(try await pay(book).outcome == .done)
    }

    private func rows(_ world: BookWorld, _ table: String) async throws -> [[SQLValue]] {
        try await world.database.read { transaction in
            try transaction.rows(SQL(literal: "SELECT * FROM \(table) ORDER BY 1, 2, 3"))
                .map(\.values)
        }
    }

    @Test(arguments: BookBackend.available)
    func `tell who has a unit, how far an order is and what was paid`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            try await buy(try await open(world))
            let (units, orders) = try await world.database.read { transaction in
                (
                    try transaction.rows(UnitRow.all(at: BookWorld.site)).map(UnitRow.init),
                    try transaction.rows(
                        OrderRow.before(
                            BookWorld.morning.adding(seconds: 60), containing: "o",
                            at: BookWorld.site)
                    ).map(OrderRow.init)
                )
            }
            #expect(units.map(\.status) == [.subscribed, .available])
            #expect(units.map(\.person) == ["p", nil])
            #expect(units[0].order == "o")
            #expect(units[0].row == Self.list.rows[0])
            #expect(orders.map(\.stage) == [.subscribed])
            #expect(orders.map(\.collected) == [.yuan(20_000)])
            #expect(orders.map(\.total) == [Money(fen: 123_715_200)])
            #expect(try await rows(world, "receipt_row").count == 1)
            #expect(try await rows(world, "unit_occupancy").count == 1)
        }
    }

    @Test(arguments: BookBackend.available)
    func `written anew from the journal are the same`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await buy(try await open(world))
            let tables = ["unit_row", "unit_price", "unit_occupancy", "order_row", "receipt_row"]
            for table in tables {
                let before = try await rows(world, table)
                try await world.run(SQL(literal: "DELETE FROM \(table)"))
                try await world.journal.rebuild(ListWriter.reception, in: world.database, page: 3)
                #expect(try await rows(world, table) == before)
            }
        }
    }

    @Test(arguments: BookBackend.available)
    func `stop a second sale that the decision did not see`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await open(world)
            try await order(book)
            // Somebody else has it, and this house does not know: only the key stands in the way.
            try await world.run(
                """
                INSERT INTO unit_occupancy (site, unit, person, staff, since, decision) \
                VALUES (\(BookWorld.site), '1', 'other', 'B', 0, 'd-other')
                """)
            await #expect(throws: (any Error).self) { try await pay(book) }
            #expect(try await rows(world, "unit_occupancy").count == 1)
            // The canary: without the row of the fence the same command sells it.
            try await world.run("DELETE FROM unit_occupancy")
            #expect(try await pay(book).outcome == .done)
            #expect(try await rows(world, "unit_occupancy").count == 1)
        }
    }
}
