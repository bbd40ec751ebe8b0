import Database
import HouseRules

/// A day, a week or a month of a site in figures, all of them counted from the lists.
struct Report: Sendable {
    /// Counts under a name.
    struct Line: Sendable, Hashable {
        let name: String
        let counts: ReportCounts
    }

    let period: ReportPeriod
    let cells: [ReportCell]
    /// Customers who came, each once.
    let customers: Int
    /// Agreed signings of the month in which the period begins (SAL-36); nil: not to be told.
    var signings: SigningCount?

    /// Reads a period with its chart and the period before.
    static func read(
        _ period: ReportPeriod, of site: SiteID, staff: StaffID? = nil,
        in transaction: any Transaction
    ) throws -> Report {
        let cells = try ReportReader(
            site: site, from: period.readFrom, to: period.to, staff: staff
        ).cells(in: transaction)
        let customers = try ReportReader(
            site: site, from: period.from, to: period.to, staff: staff
        ).customers(in: transaction)
        return Report(period: period, cells: cells, customers: customers)
    }

    /// Everything that was counted in some days.
    func sum(of period: ReportPeriod) -> ReportCounts {
        sum { period.contains($0.day) }
    }

    private func sum(where isCounted: (ReportCell) -> Bool) -> ReportCounts {
        cells.reduce(into: ReportCounts()) { if isCounted($1) { $0 += $1.counts } }
    }

    var total: ReportCounts { sum(of: period) }
    var before: ReportCounts { sum(of: period.previous) }

    /// Column by column, the present one last.
    var steps: [Line] {
        period.steps.map { Line(name: $0.shortWords, counts: sum(of: $0)) }
    }

    /// Week by week, only the days of the period.
    var byWeek: [Line] {
        period.weeks.map { week in
            let counts = sum { period.contains($0.day) && week.contains($0.day) }
            let (from, to) = (max(week.from, period.from), min(week.to, period.to))
            return Line(name: "\(from.text) 至 \(to.text)", counts: counts)
        }
    }

    /// Person by person, in the order in which they sold, received and answered.
    func byStaff(_ name: (StaffID) -> String) -> [Line] {
        grouped { $0.staff }.map { staff, counts in
            Line(name: staff.map(name) ?? "还没有人", counts: counts)
        }
    }

    /// Class by class of visits, and of the first visits of buyers.
    var bySource: [Line] {
        grouped { $0.source }.map { source, counts in
            Line(name: source?.label ?? "没有来访记录", counts: counts)
        }
    }

    /// Layout by layout; only what belongs to a unit.
    var byLayout: [Line] {
        grouped { $0.layout }.compactMap { layout, counts in
            layout.map { Line(name: $0, counts: counts) }
        }
    }

    private func grouped<Key: Hashable>(
        _ key: (ReportCell) -> Key?
    ) -> [(key: Key?, counts: ReportCounts)] {
        var sums: [Key?: ReportCounts] = [:]
        var order: [Key?] = []
        for cell in cells where period.contains(cell.day) {
            let place = key(cell)
            if sums[place] == nil { order.append(place) }
            sums[place, default: ReportCounts()] += cell.counts
        }
        return order.map { ($0, sums[$0] ?? ReportCounts()) }.enumerated().sorted {
            let (left, right) = ($0.element.1, $1.element.1)
            return (left.subscribed, left.visits, left.calls, -$0.offset)
                > (right.subscribed, right.visits, right.calls, -$1.offset)
        }.map { (key: $0.element.0, counts: $0.element.1) }
    }
}
