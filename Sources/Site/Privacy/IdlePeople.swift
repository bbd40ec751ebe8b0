import Database
import HouseRules

/// Somebody nobody has heard of for long.
struct IdlePerson: Sendable, Hashable {
    let person: PersonID
    let words: String
    let since: BusinessDay
    /// Why they stay; nil when they may be erased.
    let obstacle: ErasureObstacle?
}

/// The retention clock: whose data are kept without a visit, call, contact or report for too long.
struct IdlePeople: Sendable {
    let people: People
    /// Before this day.
    let before: BusinessDay

    /// At most so many at once.
    static let batch = 50

    /// Persons with nothing since the day, the longest kept first, beginning behind one of them.
    func find(
        among asked: [PersonID]? = nil, limit: Int, in transaction: any Transaction
    ) throws -> [(person: PersonID, created: Moment)] {
        let (site, start) = (people.site, before.start)
        let some: SQL = asked.map { "AND p.person IN \(sql: .list($0))" } ?? ""
        return try transaction.rows(
            """
            SELECT p.person, p.created_at FROM person p WHERE p.site = \(site)
            AND p.erased_at IS NULL AND p.created_at < \(start) \(sql: some)
            AND NOT EXISTS (SELECT 1 FROM visit_row v WHERE v.site = p.site
            AND v.person = p.person AND v.day >= \(before))
            AND NOT EXISTS (SELECT 1 FROM contact_row c WHERE c.site = p.site
            AND c.person = p.person AND c.at >= \(start))
            AND NOT EXISTS (SELECT 1 FROM private_note n WHERE n.site = p.site
            AND n.person = p.person AND n.at >= \(start))
            AND NOT EXISTS (SELECT 1 FROM stretch_row s WHERE s.site = p.site
            AND s.person = p.person AND s.began >= \(before))
            AND NOT EXISTS (SELECT 1 FROM channel_report r WHERE r.site = p.site
            AND r.person = p.person AND r.sent_at >= \(start))
            ORDER BY p.created_at, p.person LIMIT \(limit)
            """
        ).map { (PersonID(try $0.text("person")), Moment(milliseconds: try $0.int("created_at"))) }
    }
}
