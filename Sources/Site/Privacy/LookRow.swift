import Database
import HouseRules

/// Somebody looked at a customer's personal data.
struct LookRow: Sendable, Hashable {
    let person: PersonID
    let staff: StaffID
    let at: Moment
    let purpose: String
    /// Nil: from before places were noted.
    let place: LookPlace?

    init(_ row: Row) throws {
        person = PersonID(try row.text("person"))
        staff = StaffID(try row.text("staff"))
        at = Moment(milliseconds: try row.int("at"))
        purpose = try row.text("purpose")
        place = try row.optionalText("place").flatMap(LookPlace.init)
    }

    /// Where it was, in words.
    var placeWords: String { place?.label ?? "未记" }

    /// The looks of a filter, the newest first.
    static func page(
        _ filter: LookFilter, at site: SiteID, limit: Int, offset: Int = 0,
        in transaction: any Transaction
    ) throws -> [LookRow] {
        let staff: SQL = filter.staff.map { "AND staff = \($0)" } ?? ""
        let person: SQL = filter.person.map { "AND person = \($0)" } ?? ""
        return try transaction.rows(
            """
            SELECT person, staff, at, purpose, place FROM reveal_log WHERE site = \(site)
            AND at >= \(filter.days.from.start) AND at < \(filter.days.to.adding(days: 1).start)
            \(sql: staff) \(sql: person) ORDER BY at DESC, id DESC LIMIT \(limit) OFFSET \(offset)
            """
        ).map(LookRow.init)
    }

    /// The last looks at one customer, the newest first.
    static func last(
        _ limit: Int, at person: PersonID, of site: SiteID, in transaction: any Transaction
    ) throws -> [LookRow] {
        try transaction.rows(
            """
            SELECT person, staff, at, purpose, place FROM reveal_log WHERE site = \(site)
            AND person = \(person) ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ).map(LookRow.init)
    }
}

/// Days, a colleague and a customer, as the list of looks asks for them.
struct LookFilter: Sendable, Equatable {
    var days: DaySpan
    var staff: StaffID?
    var person: PersonID?

    /// Reads the fields of the address; thirty days where none is given.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        days = try DaySpan(query, today: today, usual: 30)
        staff = try query.text("staff").map { (id) throws(Problem) in try StaffID(sent: id) }
        person = try query.text("person").map { (id) throws(Problem) in try PersonID(sent: id) }
    }

    /// The same as fields of an address.
    var query: String {
        days.query + (staff.map { "&staff=\(percentEncode($0.rawValue))" } ?? "")
            + (person.map { "&person=\(percentEncode($0.rawValue))" } ?? "")
    }

    /// The same for one customer.
    func only(_ person: PersonID) -> LookFilter {
        var filter = self
        filter.person = person
        return filter
    }
}
