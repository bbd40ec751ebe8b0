import Database
import HouseRules

/// A request to erase a customer's data.
struct ErasureRow: Sendable, Hashable {
    let id: String
    let person: PersonID
    let askedBy: StaffID
    let askedAt: Moment
    let reason: String
    let decidedBy: StaffID?
    let decidedAt: Moment?
    let isGranted: Bool?
    let ruling: String?

    init(_ row: Row) throws {
        id = try row.text("id")
        person = PersonID(try row.text("person"))
        askedBy = StaffID(try row.text("asked_by"))
        askedAt = Moment(milliseconds: try row.int("asked_at"))
        reason = try row.text("reason")
        decidedBy = try row.optionalText("decided_by").map { StaffID($0) }
        decidedAt = try row.optionalInt("decided_at").map { Moment(milliseconds: $0) }
        isGranted = try row.optionalInt("is_granted").map { $0 == 1 }
        ruling = try row.optionalText("ruling")
    }

    private static let columns: SQL = """
        SELECT id, person, asked_by, asked_at, reason, decided_by, decided_at, is_granted, ruling \
        FROM erasure
        """

    /// Those that wait, the oldest first, then the last that were answered.
    static func recent(at site: SiteID, in transaction: any Transaction) throws -> [ErasureRow] {
        let open = try transaction.rows(
            """
            \(sql: columns) WHERE site = \(site) AND decided_at IS NULL
            ORDER BY asked_at, id LIMIT 200
            """)
        let done = try transaction.rows(
            """
            \(sql: columns) WHERE site = \(site) AND decided_at IS NOT NULL
            ORDER BY decided_at DESC, id LIMIT 50
            """)
        return try (open + done).map(ErasureRow.init)
    }

    /// The requests about one person, the newest first.
    static func of(
        _ person: PersonID, at site: SiteID, in transaction: any Transaction
    ) throws -> [ErasureRow] {
        try transaction.rows(
            """
            \(sql: columns) WHERE site = \(site) AND person = \(person)
            ORDER BY asked_at DESC, id
            """
        ).map(ErasureRow.init)
    }

    /// One request.
    static func find(
        _ id: String, at site: SiteID, in transaction: any Transaction
    ) throws -> ErasureRow? {
        try transaction.row("\(sql: columns) WHERE site = \(site) AND id = \(id)")
            .map(ErasureRow.init)
    }

    /// How it stands, in a word.
    var state: (word: String, tone: Tone) {
        switch isGranted {
        case nil: ("待批", .warn)
        case true?: ("已删除", .good)
        case false?: ("没有批准", .stop)
        }
    }
}

/// Erasing customers' data, with its record.
struct Erasures: Sendable {
    let people: People
    let staff: StaffID
    let at: Moment
    /// The deals of customers, whose papers go with them.
    let deals: [PersonID: [DealID]]

    private var site: SiteID { people.site }

    /// Keeps a request; the same form again keeps it once.
    func ask(
        _ person: PersonID, id: String, reason: String, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO erasure (site, id, person, asked_by, asked_at, reason)
            VALUES (\(site), \(id), \(person), \(staff), \(at), \(reason))
            ON CONFLICT (site, id) DO NOTHING
            """)
    }

    /// Answers a request; granting it erases the person.
    /// - Returns: The hashes of papers that nothing refers to any more; nil when it was answered.
    func answer(
        _ request: ErasureRow, isGranted: Bool, ruling: String, in transaction: any Transaction
    ) throws -> [String]? {
        let rows = try transaction.execute(
            """
            UPDATE erasure SET decided_by = \(staff), decided_at = \(at),
            is_granted = \(isGranted), ruling = \(ruling)
            WHERE site = \(site) AND id = \(request.id) AND decided_at IS NULL
            """)
        guard rows == 1 else { return nil }
        return isGranted ? try erase(request.person, in: transaction) : []
    }

    /// Erases whoever was not heard of for long, with a line of its own in the record.
    func eraseIdle(
        _ person: PersonID, id: String, ruling: String, in transaction: any Transaction
    ) throws -> [String] {
        try transaction.execute(
            """
            INSERT INTO erasure (site, id, person, asked_by, asked_at, reason, decided_by,
            decided_at, is_granted, ruling) VALUES (\(site), \(id), \(person), \(staff), \(at),
            '保留期届满', \(staff), \(at), 1, \(ruling)) ON CONFLICT (site, id) DO NOTHING
            """)
        return try erase(person, in: transaction)
    }

    private func erase(
        _ person: PersonID, in transaction: any Transaction
    ) throws -> [String] {
        try people.erase(person, at: at, in: transaction)
        let places = try AttachmentRow.places(
            of: person, deals[person] ?? [], at: site, in: transaction)
        return try AttachmentRow.remove(places, at: site, in: transaction)
    }
}
