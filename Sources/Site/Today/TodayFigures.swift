import Database
import HouseRules

/// The figures of a day.
struct TodayFigures: Sendable, Equatable {
    /// Visits of one class.
    struct ClassCount: Sendable, Equatable {
        let visitClass: VisitClass
        let count: Int
    }

    /// Visits by class, the most frequent first.
    let classes: [ClassCount]
    let counted: Int
    let calls: Int
    let answered: Int
    /// How long groups waited for their receptionist on average, in whole seconds; nil: nobody was
    /// given to anybody yet.
    let meanWait: Int?

    /// The figures as they are shown.
    var tiles: [(name: String, value: String)] {
        [
            ("来访", "\(classes.reduce(0) { $0 + $1.count }) 组"), ("计轮", "\(counted) 轮"),
            ("来电", "\(calls) 通"), ("接起", "\(answered) 通"), ("平均等候", meanWait.map(waitWords) ?? "—"),
        ]
    }

    /// Reads the figures of a day.
    static func read(
        _ day: BusinessDay, of site: SiteID, in transaction: any Transaction
    ) throws -> TodayFigures {
        let classes = try transaction.rows(
            """
            SELECT class, count(*) AS total FROM visit_row WHERE site = \(site) AND day = \(day)
            AND status <> 'void' GROUP BY class ORDER BY total DESC, class
            """
        ).map { row in
            ClassCount(visitClass: try row.code("class"), count: Int(try row.int("total")))
        }
        let turns = try transaction.row(
            """
            SELECT count(*) AS total FROM turn_ledger t WHERE t.site = \(site) AND t.day = \(day)
            AND t.effect = 'counted' AND t.call IS NULL AND NOT EXISTS (SELECT 1 FROM visit_row v
            WHERE v.site = t.site AND v.visit = t.visit AND v.status = 'void')
            """)
        let calls = try transaction.row(
            """
            SELECT count(*) AS total, count(answerer) AS answered FROM call_row
            WHERE site = \(site) AND day = \(day)
            """)
        let wait = try transaction.row(
            """
            SELECT count(*) AS total,
            CAST(coalesce(sum(assigned_at - arrived_at), 0) AS BIGINT) AS waited FROM visit_row
            WHERE site = \(site) AND day = \(day) AND assigned_at IS NOT NULL
            AND status <> 'void'
            """)
        let groups = try wait?.int("total") ?? 0
        return TodayFigures(
            classes: classes, counted: Int(try turns?.int("total") ?? 0),
            calls: Int(try calls?.int("total") ?? 0),
            answered: Int(try calls?.int("answered") ?? 0),
            meanWait: groups == 0
                ? nil : Int((try wait?.int("waited") ?? 0) / groups / 1000))
    }
}

/// `3 分 20 秒`, or `40 秒`.
func waitWords(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) 秒" : "\(seconds / 60) 分 \(seconds % 60) 秒"
}
