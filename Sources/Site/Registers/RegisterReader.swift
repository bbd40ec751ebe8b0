import Database
import HouseRules

/// Which register a list shows.
enum RegisterKind: String, Sendable, CaseIterable, Labelled {
    case visits, calls

    var label: String {
        switch self {
        case .visits: "来访登记"
        case .calls: "来电登记"
        }
    }
}

/// One line of a register in words, the number masked.
struct RegisterLine: Sendable {
    let id: String
    let day: String
    let time: String
    let customer: String
    let phone: String
    let staff: String
    let what: String
    let state: String
    let tone: Tone

    var cells: [String] { [day, time, customer, phone, staff, what, state] }
}

/// A day whose registers are not collected yet.
struct OpenClosing: Sendable {
    let day: BusinessDay
    let visits: Int
    let calls: Int
    let reminded: Bool
    /// Entries that are missing or have blanks, by consultant.
    let missing: [(person: String, visits: Int, calls: Int)]
    /// Penalties that the day's blanks have proposed: how many, and together in fen.
    let drafts: (count: Int, fen: Int)
}

/// Reads the registers.
struct RegisterReader: Sendable {
    let site: SiteID
    let filter: RegisterFilter
    let kind: RegisterKind
    let house: House

    func lines(limit: Int, offset: Int) async throws -> [RegisterLine] {
        let directory = try await house.names.directory(site)
        let people = People(site: site, key: house.personKey)
        let query = query(limit: limit, offset: offset)
        return try await house.database.read { transaction in
            try transaction.rows(query).map { row in
                let person = try row.optionalText("person").flatMap {
                    try people.listed(PersonID($0), in: transaction)
                }
                return try line(row, person, directory)
            }
        }
    }

    private func query(limit: Int, offset: Int) -> SQL {
        switch kind {
        case .visits:
            let who: SQL = filter.staff.map { "AND v.receptionist = \($0)" } ?? ""
            return """
                SELECT v.visit AS id, v.arrived_at AS at, v.person, v.receptionist AS staff, \
                v.class AS what, v.logged_at, v.status, v.voided_by, v.void_note, \
                e.status AS entry, e.missing FROM visit_row v
                LEFT JOIN entry_row e ON e.site = v.site AND e.kind = 'visit' AND e.about = v.visit
                WHERE v.site = \(site)
                AND v.day >= \(filter.days.from) AND v.day <= \(filter.days.to)
                \(sql: who) ORDER BY v.day DESC, v.number DESC LIMIT \(limit) OFFSET \(offset)
                """
        case .calls:
            let who: SQL = filter.staff.map { "AND c.answerer = \($0)" } ?? ""
            return """
                SELECT c.call AS id, c.at, n.person, c.answerer AS staff, c.way AS what, \
                NULL AS logged_at, c.status, NULL AS voided_by, NULL AS void_note, \
                e.status AS entry, e.missing FROM call_row c
                LEFT JOIN entry_row e ON e.site = c.site AND e.kind = 'call' AND e.about = c.call
                LEFT JOIN private_note n ON n.site = c.site AND n.kind = 'call' \
                AND n.about = c.call AND n.version = (SELECT max(m.version) FROM private_note m \
                WHERE m.site = c.site AND m.kind = 'call' AND m.about = c.call)
                WHERE c.site = \(site)
                AND c.day >= \(filter.days.from) AND c.day <= \(filter.days.to)
                \(sql: who) ORDER BY c.at DESC, c.call LIMIT \(limit) OFFSET \(offset)
                """
        }
    }

    private func line(
        _ row: Row, _ person: (name: String, phone: String?)?, _ names: StaffDirectory
    ) throws -> RegisterLine {
        let at = Moment(milliseconds: try row.int("at"))
        let code = try row.optionalText("what") ?? ""
        let (state, tone) = try state(row, names)
        return RegisterLine(
            id: try row.text("id"), day: at.day.text, time: at.clockWords,
            customer: person?.name ?? "—", phone: person?.phone ?? "—",
            staff: try row.optionalText("staff").map { names.name(StaffID($0)) } ?? "—",
            what: VisitClass(rawValue: code)?.label ?? CallWay(rawValue: code)?.label ?? "待回拨",
            state: state, tone: tone)
    }

    private func state(_ row: Row, _ names: StaffDirectory) throws -> (String, Tone) {
        if let staff = try row.optionalText("voided_by") {
            let note = try row.optionalText("void_note") ?? ""
            return ("已作废：\(note)（\(names.name(StaffID(staff)))）", .off)
        }
        let missing = try row.optionalText("missing") ?? ""
        switch (try row.optionalText("entry"), try row.optionalInt("logged_at")) {
        case (_, .some), ("complete", _): return ("已登记", .good)
        case ("open", _): return ("缺 \(missing.split(separator: " ").count) 栏", .warn)
        case ("void", _): return ("过时未填全", .stop)
        default:
            let isOver = ["finished", "ended"].contains(try row.text("status"))
            return isOver ? ("未登记", .stop) : ("进行中", .busy)
        }
    }

    /// The days that wait for their closing, with what is missing in them.
    func closings(
        _ days: [(BusinessDay, DayCount)], _ names: StaffDirectory
    ) async throws -> [OpenClosing] {
        let site = site
        return try await house.database.read { transaction in
            try days.map { day, count in
                var missing: [StaffID: (Int, Int)] = [:]
                for row in try transaction.rows(Self.unlogged(day, site)) {
                    missing[StaffID(try row.text("staff")), default: (0, 0)].0 += 1
                }
                for row in try transaction.rows(Self.unentered(day, site)) {
                    missing[StaffID(try row.text("staff")), default: (0, 0)].1 += 1
                }
                let drafts = try transaction.row(
                    """
                    SELECT count(*) AS n, CAST(coalesce(sum(fen), 0) AS BIGINT) AS fen
                    FROM penalty_row WHERE site = \(site) AND article = 'F17'
                    AND day = \(day.adding(days: 1))
                    """)
                return OpenClosing(
                    day: day, visits: count.visits, calls: count.calls, reminded: count.reminded,
                    missing: missing.sorted { $0.key < $1.key }.map {
                        (names.name($0.key), $0.value.0, $0.value.1)
                    },
                    drafts: (
                        Int(try drafts?.int("n") ?? 0), Int(try drafts?.int("fen") ?? 0)
                    ))
            }
        }
    }

    private static func unlogged(_ day: BusinessDay, _ site: SiteID) -> SQL {
        """
        SELECT receptionist AS staff FROM visit_row WHERE site = \(site) AND day = \(day)
        AND status = 'finished' AND logged_at IS NULL AND receptionist IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry_row e WHERE e.site = visit_row.site
        AND e.kind = 'visit' AND e.about = visit_row.visit AND e.status = 'complete')
        """
    }

    private static func unentered(_ day: BusinessDay, _ site: SiteID) -> SQL {
        """
        SELECT answerer AS staff FROM call_row WHERE site = \(site) AND day = \(day)
        AND status = 'ended' AND answerer IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry_row e WHERE e.site = call_row.site
        AND e.kind = 'call' AND e.about = call_row.call AND e.status = 'complete')
        """
    }
}
