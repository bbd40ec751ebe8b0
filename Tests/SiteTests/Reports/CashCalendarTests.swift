import Database
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The cash calendar` {
    @Test func `holds what came, went, is due and is overdue on each day`() async throws {
        try await withSmallLedger { ledger in
            // 300,000 in all, of which 120,000 are there: the first part is covered, the second by
            // half, the third not at all.
            try await ledger.order("o1", of: "u1", 300_000, collected: 120_000)
            try await ledger.part("o1", 0, due: "2025-06-05", from: 0, to: 80_000)
            try await ledger.part("o1", 1, due: "2025-06-10", from: 80_000, to: 160_000)
            try await ledger.part("o1", 2, due: "2025-06-20", from: 160_000, to: 300_000)
            try await ledger.order(
                "o2", of: "u2", 100_000, cancelled: ledger.moment("2025-06-02", 9, 0))
            try await ledger.part("o2", 0, due: "2025-06-05", from: 0, to: 100_000)
            try await ledger.receipt(1, "o1", 120_000, at: ledger.moment("2025-06-05", 9, 0))
            try await ledger.refund(1, "o2", 20_000, at: ledger.moment("2025-06-06", 9, 0))
            let calendar = try await ledger.calendar("2025-06-01", today: "2025-06-20")
            let lines = calendar.days.map { day in
                "\(day.day.text) \(day.sums.cells.joined(separator: " "))"
            }
            #expect(
                lines == [
                    "2025-06-05 ¥120,000.00 ¥0.00 ¥80,000.00 ¥0.00",
                    "2025-06-06 ¥0.00 ¥20,000.00 ¥0.00 ¥0.00",
                    "2025-06-10 ¥0.00 ¥0.00 ¥80,000.00 ¥40,000.00",
                    "2025-06-20 ¥0.00 ¥0.00 ¥140,000.00 ¥0.00",
                ])
            #expect(calendar.parts.map(\.unpaid) == [0, 4_000_000, 14_000_000])
            #expect(calendar.total.received == 12_000_000 && calendar.total.refunded == 2_000_000)
            #expect(calendar.total.due == 30_000_000 && calendar.total.overdue == 4_000_000)
        }
    }

    @Test(arguments: [("2025-06-10", 0), ("2025-06-11", 4_000_000)] as [(String, Int64)])
    func `calls nothing overdue on its own day`(today: String, overdue: Int64) async throws {
        try await withSmallLedger { ledger in
            try await ledger.order("o1", of: "u1", 300_000, collected: 120_000)
            try await ledger.part("o1", 0, due: "2025-06-10", from: 80_000, to: 160_000)
            let calendar = try await ledger.calendar("2025-06-30", today: today)
            #expect(calendar.total.overdue == overdue)
        }
    }

    @Test func `sums twelve months, each to its last second`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.order("o1", of: "u1", 300_000)
            try await ledger.receipt(1, "o1", 1, at: ledger.moment("2025-05-31", 23, 59, 59))
            try await ledger.receipt(2, "o1", 2, at: ledger.moment("2025-06-01", 0, 0))
            try await ledger.receipt(1, nil, 4, at: ledger.moment("2025-06-01", 0, 0), .earnest)
            try await ledger.refund(1, "o1", 1, at: ledger.moment("2025-06-30", 23, 59, 59))
            try await ledger.refund(2, "o1", 8, at: ledger.moment("2025-07-01", 0, 0))
            try await ledger.part("o1", 0, due: "2025-07-31", from: 0, to: 50)
            let months = try await ledger.calendar("2025-06-15", today: "2025-06-15").months
            #expect(months.count == 12)
            #expect(months.first?.name == "2024 年 10 月" && months.last?.name == "2025 年 9 月")
            #expect(months[7].sums.received == 100 && months[7].sums.refunded == 0)
            #expect(months[8].sums.received == 200 && months[8].sums.refunded == 100)
            #expect(months[9].sums.refunded == 800 && months[9].sums.due == 5000)
            #expect(months[9].sums.overdue == 0)
        }
    }

    @Test func `and its lists follow the deals, and are the same when written anew`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await world.granted(
                "/sales/O-1/instalments",
                ["parts": "2025-06-01 100000\n2025-06-09 1188000"], by: .anran)
            let ledger = SmallLedger(site: world.site)
            let calendar = try await ledger.calendar("2025-06-02", today: "2025-06-02")
            #expect(calendar.total.received == 2_000_000)
            #expect(calendar.parts.map(\.amount) == [10_000_000, 108_800_000])
            #expect(calendar.total.overdue == 8_000_000)
            let sales = try await world.site.book.state.sales
            let arrears = sales.arrears(on: ServedSite.day)
            #expect(arrears.orders == 1 && arrears.amount == calendar.total.overdue)
            #expect(sales.arrears(on: BusinessDay("2025-06-01")!).orders == 0)
            let check = ListCheck(
                database: world.site.server.database,
                journal: try await world.site.book.journal)
            #expect(try await check.faults().isEmpty)
            try await ledger.run("DELETE FROM instalment_row")
            #expect(try await check.faults() == ["instalment_row"])
        }
    }

    @Test func `knows the day on which money went back`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "500"], by: .till)
            try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            let ledger = SmallLedger(site: world.site)
            #expect(try await ledger.report(.day, "2025-06-02").total.refunded == 0)
            try await world.granted("/cash/refunds/1", [:], by: .till)
            let total = try await ledger.report(.day, "2025-06-02").total
            #expect(total.received == 50_000 && total.refunded == 50_000)
            #expect(total.collection == 0 && total.subscribed == 0)
        }
    }
}
