import Database
import HouseRules

@testable import Site

/// Lists of a few lines, written by hand, whose sums anybody can add up.
struct SmallLedger {
    let site: ServedSite
    private static let id = ServedSite.site

    func run(_ sql: SQL) async throws {
        try await site.server.database.write { try $0.execute(sql) }
    }

    func day(_ text: String) -> BusinessDay { BusinessDay(text)! }

    func moment(_ text: String, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
        day(text).at(TimeOfDay(hour, minute, second))
    }

    /// A group that came in.
    func visit(
        _ name: String, on text: String, _ visitClass: VisitClass = .newFirst,
        person: String? = nil, by staff: String? = "yunqi-anran"
    ) async throws {
        let at = moment(text, 9, 30)
        try await run(
            """
            INSERT INTO visit_row (site, visit, day, number, class, arrived_at, registered_at, \
            person, receptionist, status, decision) VALUES (\(Self.id), \(name), \(day(text)), 1, \
            \(visitClass.rawValue), \(at), \(at), \(person.sqlValue), \(staff.sqlValue), \
            'finished', 'd')
            """)
    }

    /// A call; nobody: it waits to be called back.
    func call(_ name: String, on text: String, by staff: String? = "yunqi-anran") async throws {
        try await run(
            """
            INSERT INTO call_row (site, call, day, at, answerer, status, decision) VALUES \
            (\(Self.id), \(name), \(day(text)), \(moment(text, 11, 0)), \
            \(staff.sqlValue), 'ended', 'd')
            """)
    }

    /// A unit as it stands.
    func unit(
        _ name: String, _ status: UnitStatus, building: String = "1 号楼", layout: String = "A",
        area: Int = 10_000, price: Int64 = 1_200_000, order: String? = nil
    ) async throws {
        try await run(
            """
            INSERT INTO unit_row (site, unit, building, floor, layout, area, price, version, \
            status, orders, at) VALUES (\(Self.id), \(name), \(building), 1, \(layout), \(area), \
            \(price), 'v', \(status.rawValue), \(order.sqlValue), 0)
            """)
    }

    /// An order, in yuan, with the days of what became of it.
    func order(
        _ name: String, of unit: String, _ yuan: Int64, person: String = "p",
        by staff: String = "yunqi-anran", collected: Int64 = 0, signed: Moment? = nil,
        cancelled: Moment? = nil
    ) async throws {
        let void = cancelled.map { _ in VoidCause.cancelled.rawValue }
        try await run(
            """
            INSERT INTO order_row (site, orders, unit, person, staff, stage, void, total, \
            deposit, collected, written_at, signed_at, cancelled_at) VALUES (\(Self.id), \(name), \
            \(unit), \(person), \(staff), 'subscribed', \(void.sqlValue), \(yuan * 100), 2000000, \
            \(collected * 100), 0, \(signed.sqlValue), \(cancelled.sqlValue))
            """)
    }

    /// A step of a unit; the deposit of an order, unless it is told otherwise.
    func move(
        _ number: Int, _ order: String, at moment: Moment, to status: UnitStatus = .subscribed,
        _ cause: MoveCause = .paid
    ) async throws {
        try await run(
            """
            INSERT INTO unit_move (site, number, unit, from_status, to_status, cause, document, \
            staff, decision, at) VALUES (\(Self.id), \(number), 'u', 'ordered_unpaid', \
            \(status.rawValue), \(cause.rawValue), \(order), 's', 'd', \(moment))
            """)
    }

    /// A receipt, in yuan.
    func receipt(
        _ number: Int, _ order: String?, _ yuan: Int64, at moment: Moment,
        _ kind: ReceiptKind = .deposit
    ) async throws {
        try await run(
            """
            INSERT INTO receipt_row (site, kind, number, orders, person, amount, received_at, \
            staff, at) VALUES (\(Self.id), \(kind.rawValue), \(number), \(order.sqlValue), 'p', \
            \(yuan * 100), \(moment), 's', \(moment))
            """)
    }

    /// Money that went back, in yuan.
    func refund(
        _ number: Int, _ order: String, _ yuan: Int64, at moment: Moment, isReceipted: Bool = true
    ) async throws {
        try await run(
            """
            INSERT INTO refund_row (site, number, orders, cause, amount, is_receipted, at) VALUES \
            (\(Self.id), \(number), \(order), 'cancelled', \(yuan * 100), \
            \(isReceipted ? 1 : 0), \(moment))
            """)
    }

    /// A part of the price: what should be there by a day, and before it, in yuan.
    func part(
        _ order: String, _ position: Int, due text: String, from earlier: Int64, to total: Int64
    ) async throws {
        try await run(
            """
            INSERT INTO instalment_row (site, orders, position, due, earlier, total) VALUES \
            (\(Self.id), \(order), \(position), \(day(text)), \(earlier * 100), \(total * 100))
            """)
    }

    func report(
        _ kind: ReportPeriod.Kind, _ text: String, staff: StaffID? = nil
    ) async throws -> Report {
        let period = ReportPeriod(kind, of: day(text))
        return try await site.server.database.read {
            try Report.read(period, of: Self.id, staff: staff, in: $0)
        }
    }

    func calendar(_ text: String, today: String) async throws -> CashCalendar {
        let month = ReportPeriod(.month, of: day(text))
        let today = day(today)
        return try await site.server.database.read {
            try CashCalendar.read(month, today: today, of: Self.id, in: $0)
        }
    }
}

/// A site without a past, and lists to be filled by hand.
func withSmallLedger(_ body: (SmallLedger) async throws -> Void) async throws {
    try await withServedSite(.before) { try await body(SmallLedger(site: $0)) }
}
