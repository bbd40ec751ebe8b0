import Database
import HouseRules

/// How much of what was put on sale is sold (去化): units, area and money.
struct SellThrough: Sendable {
    /// Units, area in hundredths of a square metre, list prices in fen.
    struct Amount: Sendable, Hashable {
        var units = 0
        var area: Int64 = 0
        var list: Int64 = 0

        static func += (left: inout Amount, right: Amount) {
            left.units += right.units
            left.area += right.area
            left.list += right.list
        }
    }

    /// What is on sale and sold under one name.
    struct Line: Sendable, Hashable {
        let name: String
        /// Released at a price, sold ones included.
        var listed = Amount()
        /// With a deposit at least.
        var sold = Amount()
        /// The totals of their orders, in fen.
        var turnover: Int64 = 0

        static func += (left: inout Line, right: Line) {
            left.listed += right.listed
            left.sold += right.sold
            left.turnover += right.turnover
        }
    }

    let byBuilding: [Line]
    let byLayout: [Line]
    let total: Line

    /// What counts as sold: whoever asks to give a unit back has it until that is granted.
    static let sold: [UnitStatus] = [.subscribed, .contracted, .filed, .delivered, .cancelling]
    /// What is not on sale.
    static let unlisted: [UnitStatus] = [.unreleased, .reserved]

    /// Adds up a few groups of units; all work is proportional to the units of the site.
    static func read(of site: SiteID, in transaction: any Transaction) throws -> SellThrough {
        let rows = try transaction.rows(
            """
            SELECT u.building, u.layout, u.status, count(*) AS units,
            CAST(sum(u.area) AS BIGINT) AS area,
            CAST(sum((u.price * u.area + 50) / 100) AS BIGINT) AS list,
            CAST(coalesce(sum(o.total), 0) AS BIGINT) AS turnover
            FROM unit_row u LEFT JOIN order_row o ON o.site = u.site AND o.orders = u.orders
            WHERE u.site = \(site) AND u.price > 0
            AND u.status NOT IN \(sql: SQL.list(unlisted.map(\.rawValue)))
            GROUP BY u.building, u.layout, u.status ORDER BY u.building, u.layout, u.status
            """)
        var (buildings, layouts): ([String: Line], [String: Line]) = ([:], [:])
        var total = Line(name: "合计")
        for row in rows {
            let (building, layout) = (try row.text("building"), try row.text("layout"))
            let line = try line(row)
            buildings[building, default: Line(name: building)] += line
            layouts[layout, default: Line(name: layout)] += line
            total += line
        }
        func inOrder(_ lines: [String: Line]) -> [Line] {
            lines.values.sorted { naturallyBefore($0.name, $1.name) }
        }
        return SellThrough(
            byBuilding: inOrder(buildings), byLayout: inOrder(layouts), total: total)
    }

    private static func line(_ row: Row) throws -> Line {
        let amount = Amount(
            units: Int(try row.int("units")), area: try row.int("area"),
            list: try row.int("list"))
        let status: UnitStatus = try row.code("status")
        guard sold.contains(status) else { return Line(name: "", listed: amount) }
        return Line(name: "", listed: amount, sold: amount, turnover: try row.int("turnover"))
    }
}
