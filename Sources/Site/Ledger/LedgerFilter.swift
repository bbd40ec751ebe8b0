import Database
import HouseRules

/// Which lines of the ledger of turns are asked for.
struct LedgerFilter: Sendable, Equatable {
    /// What the lines are about.
    enum Matter: String, Sendable, CaseIterable, Labelled {
        case all, visits, calls

        var label: String {
            switch self {
            case .all: "接待和电话"
            case .visits: "只看接待"
            case .calls: "只看电话"
            }
        }
    }

    var days: DaySpan
    var staff: StaffID?
    var effect: LedgerEffect?
    var matter = Matter.all

    /// Reads the fields of the address; `today` where none is given.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        days = try DaySpan(query, today: today)
        staff = query.text("staff").map { StaffID($0) }
        effect = query.text("effect").flatMap(LedgerEffect.init)
        matter = query.text("matter").flatMap(Matter.init) ?? .all
    }

    /// The same as fields of an address, without the page.
    var query: String {
        var parts = [days.query]
        if let staff { parts.append("staff=\(percentEncode(staff.rawValue))") }
        if let effect { parts.append("effect=\(effect.rawValue)") }
        if matter != .all { parts.append("matter=\(matter.rawValue)") }
        return parts.joined(separator: "&")
    }

    func condition(_ site: SiteID) -> SQL {
        var condition: SQL = "site = \(site) AND day >= \(days.from) AND day <= \(days.to)"
        if let staff { condition = condition + " AND staff = \(staff)" }
        if let effect { condition = condition + " AND effect = \(effect.rawValue)" }
        switch matter {
        case .all: break
        case .visits: condition = condition + " AND call IS NULL"
        case .calls: condition = condition + " AND call IS NOT NULL"
        }
        return condition
    }
}

/// Where a page of the ledger goes on: the line it ended with.
struct LedgerPlace: Sendable, Equatable {
    let seq: Int
    let ordinal: Int

    init(seq: Int, ordinal: Int) { (self.seq, self.ordinal) = (seq, ordinal) }

    /// `12-0`, or nil.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        self.init(seq: parts[0], ordinal: parts[1])
    }

    var text: String { "\(seq)-\(ordinal)" }
}

extension LedgerRow {
    /// Lines of a filter, newest first, before a place.
    static func page(
        _ filter: LedgerFilter, before place: LedgerPlace?, at site: SiteID, limit: Int
    ) -> SQL {
        var condition = filter.condition(site)
        if let place {
            condition =
                condition
                + " AND (seq < \(place.seq) OR (seq = \(place.seq) AND ordinal < \(place.ordinal)))"
        }
        return """
            SELECT \(sql: columns) FROM turn_ledger WHERE \(sql: condition)
            ORDER BY seq DESC, ordinal DESC LIMIT \(limit)
            """
    }
}

/// What became of everybody's turns within a filter: one line per person.
struct LedgerSum: Sendable, Equatable {
    let staff: StaffID
    /// Turns of the telephone; else of the floor, an order of its own.
    let isCall: Bool
    let effects: [LedgerEffect: Int]

    static func query(_ filter: LedgerFilter, at site: SiteID) -> SQL {
        """
        SELECT staff, CASE WHEN call IS NULL THEN 0 ELSE 1 END AS is_call, effect,
            CAST(sum(amount) AS BIGINT) AS total FROM turn_ledger
        WHERE \(sql: filter.condition(site))
        GROUP BY staff, CASE WHEN call IS NULL THEN 0 ELSE 1 END, effect
        ORDER BY is_call, staff, effect
        """
    }

    static func read(_ rows: [Row]) throws -> [LedgerSum] {
        var sums: [LedgerSum] = []
        for row in rows {
            let staff = StaffID(try row.text("staff"))
            let isCall = try row.int("is_call") == 1
            let effects: [LedgerEffect: Int] = [
                try row.code("effect"): Int(try row.int("total"))
            ]
            guard let last = sums.last, last.staff == staff, last.isCall == isCall else {
                sums.append(LedgerSum(staff: staff, isCall: isCall, effects: effects))
                continue
            }
            let both = last.effects.merging(effects) { $0 + $1 }
            sums[sums.count - 1] = LedgerSum(staff: staff, isCall: isCall, effects: both)
        }
        return sums
    }
}
