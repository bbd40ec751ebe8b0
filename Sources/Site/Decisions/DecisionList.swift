import Database
import HouseRules

/// Which decisions a list shows.
struct DecisionFilter: Sendable, Equatable {
    var refusedOnly = false
    var day: BusinessDay?
}

/// The decisions of a site, page by page.
enum DecisionList {
    static let pageSize = 50

    /// One page, newest first, and whether there are more behind it.
    ///
    /// Pages go on by the journal's numbers and count nothing, so that the first page of a long
    /// history costs no more than that of a short one.
    static func page(
        before seq: Int, of site: SiteID, _ filter: DecisionFilter, in transaction: any Transaction
    ) throws -> (rows: [DecisionRow], hasMore: Bool) {
        var condition: SQL = "site = \(site) AND seq < \(seq)"
        if filter.refusedOnly { condition = condition + " AND refusal IS NOT NULL" }
        if let day = filter.day { condition = condition + " AND day = \(day)" }
        let rows = try transaction.rows(
            """
            SELECT \(sql: DecisionRow.columns) FROM decision_row WHERE \(sql: condition)
            ORDER BY seq DESC LIMIT \(pageSize + 1)
            """)
        return (try rows.prefix(pageSize).map(DecisionRow.init), rows.count > pageSize)
    }
}

/// What was asked, in words for lists.
func words(kind: String) -> String {
    kindWords[kind] ?? kind
}

/// What came of it, in words for lists.
func words(outcome: String) -> String {
    outcomeWords[outcome] ?? outcome
}

private let kindWords = [
    "roster.enroll": "进入轮次", "roster.release": "退出轮次", "roster.adjust": "调整轮次",
    "sheet.publish": "出轮次表", "sheet.confirm": "确认轮次表", "sheet.close": "收工",
    "presence.clockIn": "到岗", "presence.leave": "离台", "presence.comeBack": "回位",
    "presence.waive": "弃站", "presence.goOff": "下班或请假", "presence.takeSlot": "站位",
    "visits.register": "来客", "visits.take": "要求接待", "visits.log": "登记来访",
    "visits.finish": "送客", "calls.arrive": "来电", "calls.noteCallback": "待回拨",
    "calls.answer": "接起或回拨", "calls.end": "通话结束", "settleDue": "到时自动处理",
]

private let outcomeWords = [
    "assigned": "派客", "cover": "管理人员先接", "answered": "接听", "callback": "待回拨",
    "sheet": "次序", "done": "已办", "refused": "没有办成",
]
