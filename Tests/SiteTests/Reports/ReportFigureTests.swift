import Database
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The figures of a report` {
    @Test func `count visits and calls on their day, whoever had them`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.visit("v1", on: "2025-06-02")
            try await ledger.visit("v2", on: "2025-06-02", .callNamed, by: "yunqi-baiyu")
            try await ledger.visit("v3", on: "2025-06-02", .callUnnamed, by: nil)
            try await ledger.visit("v4", on: "2025-06-01")
            try await ledger.visit("v5", on: "2025-06-03")
            try await ledger.call("c1", on: "2025-06-02")
            try await ledger.call("c2", on: "2025-06-02", by: nil)
            try await ledger.call("c3", on: "2025-06-01")
            let report = try await ledger.report(.day, "2025-06-02")
            #expect(report.total.visits == 3 && report.total.calls == 2)
            #expect(report.total.visitsFromCalls == 2)
            #expect(report.before.visits == 1 && report.before.calls == 1)
            let people = report.byStaff { $0.rawValue }
            #expect(people.map(\.name) == ["yunqi-anran", "还没有人", "yunqi-baiyu"])
            #expect(people.map(\.counts.visits) == [1, 1, 1])
            #expect(people.map(\.counts.calls) == [1, 1, 0])
            #expect(report.steps.map(\.counts.visits) == Array(repeating: 0, count: 12) + [1, 3])
        }
    }

    @Test func `count a customer once in the period, and strangers not at all`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.visit("v1", on: "2025-06-02", person: "p1")
            try await ledger.visit("v2", on: "2025-06-03", .ownedReturning, person: "p1")
            try await ledger.visit("v3", on: "2025-06-03", person: "p2")
            try await ledger.visit("v4", on: "2025-06-03")
            try await ledger.visit("v5", on: "2025-06-03")
            for (index, kind) in ReportReader.strangers.enumerated() {
                try await ledger.visit("s\(index)", on: "2025-06-03", kind, person: "q\(index)")
            }
            try await ledger.visit("v6", on: "2025-06-09", person: "p3")
            let week = try await ledger.report(.week, "2025-06-04")
            #expect(week.customers == 4)
            #expect(week.total.visits == 10)
            #expect(try await ledger.report(.day, "2025-06-02").customers == 1)
            #expect(try await ledger.report(.month, "2025-06-04").customers == 5)
        }
    }

    @Test func `count a deal at the second of its deposit, by whose it is`() async throws {
        try await withSmallLedger { ledger in
            for (name, layout) in [("u1", "A"), ("u2", "B"), ("u3", "A")] {
                try await ledger.unit(name, .subscribed, layout: layout)
            }
            try await ledger.visit("v0", on: "2025-05-20", .channel, person: "p1")
            try await ledger.visit("v1", on: "2025-05-28", .ownedReturning, person: "p1")
            try await ledger.order("o1", of: "u1", 1_000_000, person: "p1")
            try await ledger.order("o2", of: "u2", 800_000, person: "p2", by: "yunqi-baiyu")
            try await ledger.order("o3", of: "u3", 500_000, person: "p3")
            try await ledger.move(1, "o1", at: ledger.moment("2025-06-02", 0, 0))
            try await ledger.move(2, "o2", at: ledger.moment("2025-06-02", 23, 59, 59))
            try await ledger.move(3, "o3", at: ledger.moment("2025-06-03", 0, 0))
            try await ledger.move(
                4, "o1", at: ledger.moment("2025-06-02", 12, 0), to: .held, .confirmed)
            try await ledger.move(
                5, "o2", at: ledger.moment("2025-06-02", 12, 0), to: .subscribed, .kept)
            let report = try await ledger.report(.day, "2025-06-02")
            #expect(report.total.subscribed == 2 && report.total.amount == 180_000_000)
            #expect(report.byLayout.map(\.name) == ["A", "B"])
            #expect(report.byLayout.map(\.counts.amount) == [100_000_000, 80_000_000])
            let sources = report.bySource.map { "\($0.name) \($0.counts.subscribed)" }
            #expect(sources == ["\(VisitClass.channel.label) 1", "没有来访记录 1"])
            let people = report.byStaff { $0.rawValue }
            #expect(people.map(\.name) == ["yunqi-anran", "yunqi-baiyu"])
            #expect(try await ledger.report(.week, "2025-06-02").total.subscribed == 3)
        }
    }

    @Test func `count contracts, cancellations and money on their own days`() async throws {
        try await withSmallLedger { ledger in
            let noon = ledger.moment("2025-06-02", 12, 0)
            try await ledger.order("o1", of: "u1", 1_000_000, signed: noon)
            try await ledger.order(
                "o2", of: "u2", 800_000, signed: ledger.moment("2025-05-30", 9, 0),
                cancelled: noon)
            try await ledger.receipt(1, "o1", 20_000, at: noon)
            try await ledger.receipt(1, "o1", 300_000, at: noon, .payment)
            try await ledger.receipt(1, nil, 5000, at: noon, .earnest)
            try await ledger.receipt(2, "o1", 7, at: ledger.moment("2025-06-03", 0, 0))
            try await ledger.refund(1, "o2", 20_000, at: noon)
            try await ledger.refund(2, "o2", 900, at: noon, isReceipted: false)
            let total = try await ledger.report(.day, "2025-06-02").total
            #expect(total.contracted == 1 && total.cancelled == 1)
            #expect(total.received == 32_000_000 && total.refunded == 2_000_000)
            #expect(total.collection == 30_000_000)
            #expect(total.figures.collection == .yuan(300_000))
            let june = try await ledger.report(.month, "2025-06-02")
            #expect(june.total.contracted == 1 && june.total.received == 32_000_700)
            #expect(june.before.contracted == 1)
            #expect(june.byWeek.map(\.counts.received) == [0, 32_000_700, 0, 0, 0, 0])
            #expect(june.byWeek.first?.name == "2025-06-01 至 2025-06-01")
            #expect(june.byWeek.last?.name == "2025-06-30 至 2025-06-30")
        }
    }

    @Test func `keep to one person where only theirs are asked for`() async throws {
        try await withSmallLedger { ledger in
            let noon = ledger.moment("2025-06-02", 12, 0)
            for staff in ["yunqi-anran", "yunqi-baiyu"] {
                try await ledger.visit("v-\(staff)", on: "2025-06-02", by: staff)
                try await ledger.call("c-\(staff)", on: "2025-06-02", by: staff)
                try await ledger.order(
                    "o-\(staff)", of: "u", 100, by: staff, signed: noon, cancelled: noon)
            }
            for (number, staff) in ["yunqi-anran", "yunqi-baiyu"].enumerated() {
                try await ledger.move(number + 1, "o-\(staff)", at: noon)
                try await ledger.receipt(number + 1, "o-\(staff)", 50, at: noon)
                try await ledger.refund(number + 1, "o-\(staff)", 20, at: noon)
            }
            let own = try await ledger.report(.day, "2025-06-02", staff: "yunqi-baiyu")
            #expect(own.customers == 1)
            #expect(own.byStaff { $0.rawValue }.map(\.name) == ["yunqi-baiyu"])
            for metric in ReportMetric.allCases where !metric.isMoney {
                #expect(metric.value(own.total) == 1, "\(metric)")
            }
            #expect(own.total.received == 5000 && own.total.refunded == 2000)
            let all = try await ledger.report(.day, "2025-06-02")
            for metric in ReportMetric.allCases {
                #expect(metric.value(all.total) == 2 * metric.value(own.total), "\(metric)")
            }
        }
    }

    @Test func `stay within their site`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.run(
                """
                INSERT INTO call_row (site, call, day, at, status, decision) VALUES \
                ('other', 'c', \(ServedSite.day), \(ServedSite.now), 'ended', 'd')
                """)
            #expect(try await ledger.report(.day, "2025-06-02").cells.isEmpty)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Sell-through` {
    private func found(_ ledger: SmallLedger) async throws -> SellThrough {
        try await ledger.site.server.database.read {
            try SellThrough.read(of: ServedSite.site, in: $0)
        }
    }

    @Test func `is what is sold of what was released, by units, area and money`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.unit("a", .unreleased)
            try await ledger.unit("b", .reserved)
            try await ledger.unit("of a selection day alone", .available, area: 0, price: 0)
            try await ledger.unit("c", .available)
            try await ledger.unit("d", .held)
            try await ledger.unit("e", .orderedUnpaid, layout: "B", order: "o5")
            try await ledger.unit(
                "f", .subscribed, building: "10 号楼", layout: "B", area: 8955, price: 1_250_050,
                order: "o6")
            try await ledger.unit("g", .cancelling, building: "2 号楼", order: "o7")
            try await ledger.order("o5", of: "e", 999)
            try await ledger.order("o6", of: "f", 1_100_000)
            try await ledger.order("o7", of: "g", 1_188_000)
            let found = try await found(ledger)
            #expect(found.total.listed.units == 5 && found.total.sold.units == 2)
            #expect(found.total.unitShare == "40.0%")
            // 89.55 ㎡ at ¥12,500.50 are ¥1,119,419.775, rounded half up.
            #expect(found.total.sold.list == 111_941_978 + 120_000_000)
            #expect(found.total.listed.list == 111_941_978 + 480_000_000)
            #expect(found.total.sold.area == 18_955 && found.total.listed.area == 48_955)
            #expect(found.total.turnover == 228_800_000)
            #expect(found.byBuilding.map(\.name) == ["1 号楼", "2 号楼", "10 号楼"])
            #expect(found.byBuilding.map(\.sold.units) == [0, 1, 1])
            #expect(found.byLayout.map(\.name) == ["A", "B"])
            #expect(found.byLayout.map(\.listed.units) == [3, 2])
            #expect(found.byLayout.map(\.turnover) == [118_800_000, 110_000_000])
        }
    }

    @Test func `of nothing is nothing`() async throws {
        try await withSmallLedger { ledger in
            try await ledger.unit("a", .unreleased)
            let found = try await found(ledger)
            #expect(found.total.listed.units == 0 && found.total.unitShare == "—")
            #expect(found.byBuilding.isEmpty && found.byLayout.isEmpty)
        }
    }
}
