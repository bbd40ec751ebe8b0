import HTTPTypes
import HouseRules

extension APIBody {
    /// Figures under a name; money in fen.
    struct FigureLine: Encodable, Sendable {
        let name: String
        let calls: Int
        let visits: Int
        let visitsFromCalls: Int
        let subscribed: Int
        let amount: Int64
        let contracted: Int
        let cancelled: Int
        let received: Int64
        let refunded: Int64

        init(_ line: Report.Line) {
            name = line.name
            let counts = line.counts
            (calls, visits, visitsFromCalls) = (counts.calls, counts.visits, counts.visitsFromCalls)
            (subscribed, amount, contracted) = (counts.subscribed, counts.amount, counts.contracted)
            (cancelled, received, refunded) = (counts.cancelled, counts.received, counts.refunded)
        }
    }

    /// A day, a week or a month in figures.
    struct FigureReport: Encodable, Sendable {
        let period: String
        let from: String
        let to: String
        let customers: Int
        /// Agreed signings of the month that were due, and in time; nil: not to be told.
        let signingsDue: Int?
        let signingsOnTime: Int?
        let total: FigureLine
        let before: FigureLine
        let steps: [FigureLine]
        let byStaff: [FigureLine]
        let bySource: [FigureLine]
        let byLayout: [FigureLine]
        let byWeek: [FigureLine]
    }

    /// What is on sale and sold under a name; areas in hundredths of a square metre, money in fen.
    struct SellThroughLine: Encodable, Sendable {
        let name: String
        let listedUnits: Int
        let soldUnits: Int
        let listedArea: Int64
        let soldArea: Int64
        let listedValue: Int64
        let soldValue: Int64
        let turnover: Int64

        init(_ line: SellThrough.Line) {
            (name, turnover) = (line.name, line.turnover)
            (listedUnits, soldUnits) = (line.listed.units, line.sold.units)
            (listedArea, soldArea) = (line.listed.area, line.sold.area)
            (listedValue, soldValue) = (line.listed.list, line.sold.list)
        }
    }

    /// Sell-through of a site.
    struct SellThroughView: Encodable, Sendable {
        let total: SellThroughLine
        let byBuilding: [SellThroughLine]
        let byLayout: [SellThroughLine]
    }

    /// The money of a day or a month, in fen.
    struct CashLine: Encodable, Sendable {
        let name: String
        let received: Int64
        let refunded: Int64
        let due: Int64
        let overdue: Int64

        init(_ name: String, _ sums: CashCalendar.Sums) {
            self.name = name
            (received, refunded) = (sums.received, sums.refunded)
            (due, overdue) = (sums.due, sums.overdue)
        }
    }

    /// The money of a month by its days.
    struct CashView: Encodable, Sendable {
        let month: String
        let total: CashLine
        let days: [CashLine]
        let months: [CashLine]
    }
}

/// Figures of the JSON interface.
struct ReportAPI: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/reports/figures", access: .permission(.seeFigures), kind: .api,
                summary: "日报、周报、月报的数", handler: figures),
            Route(
                .get, "/api/v1/reports/units", access: .permission(.seeAllFigures), kind: .api,
                summary: "去化", handler: units),
            Route(
                .get, "/api/v1/reports/cash", access: .permission(.seeAllFigures), kind: .api,
                summary: "回款日历", handler: cash),
        ]
    }

    @Sendable private func figures(_ call: Call) async throws -> Answer {
        let period = try ReportPeriod(try call.query(), today: house.now(call).day)
        let report = try await house.report(period, call)
        let names = try await house.names.directory(try house.account(call).site)
        return try .json(
            APIBody.FigureReport(
                period: period.kind.rawValue, from: period.from.text, to: period.to.text,
                customers: report.customers, signingsDue: report.signings?.due,
                signingsOnTime: report.signings?.onTime,
                total: .init(.init(name: period.words, counts: report.total)),
                before: .init(.init(name: period.previous.words, counts: report.before)),
                steps: report.steps.map { .init($0) },
                byStaff: report.byStaff(names.name).map { .init($0) },
                bySource: report.bySource.map { .init($0) },
                byLayout: report.byLayout.map { .init($0) },
                byWeek: report.byWeek.map { .init($0) }))
    }

    @Sendable private func units(_ call: Call) async throws -> Answer {
        let found = try await house.sellThrough(call)
        return try .json(
            APIBody.SellThroughView(
                total: .init(found.total), byBuilding: found.byBuilding.map { .init($0) },
                byLayout: found.byLayout.map { .init($0) }))
    }

    @Sendable private func cash(_ call: Call) async throws -> Answer {
        let calendar = try await house.cashCalendar(call)
        return try .json(
            APIBody.CashView(
                month: calendar.month.from.monthText, total: .init("合计", calendar.total),
                days: calendar.days.map { .init($0.day.text, $0.sums) },
                months: calendar.months.map { .init($0.name, $0.sums) }))
    }
}
