import Database
import Foundation
import HouseRules

/// What somebody wrote down about a customer, in words.
struct PrivateText: Codable, Hashable, Sendable {
    /// What the customer is interested in.
    var needs: String?
    /// How they heard of the site.
    var sourceChannel: String?
    /// When they mean to come.
    var expectedVisit: String?
    /// How promising they are: A, B or C.
    var grade: String?
    /// What became of the call.
    var result: String?
    /// A message, or the question of a promise.
    var text: String?
    /// Why it was changed.
    var note: String?
    /// The caller would not leave a number.
    var isRefused: Bool?
    /// Perhaps a competitor (REC-63).
    var isSuspect: Bool?
}

/// One version of what was written down.
struct PrivateNote: Sendable {
    let about: String
    let version: Int
    let person: PersonID?
    let staff: StaffID
    let at: Moment
    /// Nil when it cannot be opened: the key is another, or the text was changed.
    let text: PrivateText?
}

/// Words about customers, sealed; the journal knows only that there are some.
struct PrivateNotes: Sendable {
    /// What the words belong to.
    enum Kind: String, Sendable {
        /// A line of the call register (REC-59).
        case call
        /// A message for a colleague (REC-58).
        case message
        /// A contact with a customer (OWN-08).
        case contact
        /// A promised answer (REC-65).
        case promise
        /// What a stand-in leaves for the consultant of a customer (REC-39).
        case handover
        /// What somebody put into their last text, to begin the next one with (REC-60).
        case sender
        /// A text as it was sent to a customer (REC-60).
        case text
    }

    let site: SiteID
    let key: PersonKey

    /// The statement that keeps a further version, to go alongside the command it belongs to.
    func keep(
        _ text: PrivateText, of kind: Kind, _ about: String, person: PersonID? = nil,
        by staff: StaffID, at moment: Moment
    ) -> SQL {
        guard let plain = try? JSONEncoder().encode(text) else {
            preconditionFailure("texts always encode")
        }
        let sealed = key.seal(Array(plain), as: context(kind, about))
        return """
            INSERT INTO private_note (site, kind, about, version, person, staff, at, sealed) \
            VALUES (\(site), \(kind.rawValue), \(about), (SELECT coalesce(max(version), 0) + 1 \
            FROM private_note WHERE site = \(site) AND kind = \(kind.rawValue) \
            AND about = \(about)), \(person), \(staff), \(moment), \(sealed))
            """
    }

    /// All versions about one thing, the oldest first.
    /// - Throws: `DatabaseFailure`.
    func versions(
        of kind: Kind, _ about: String, in transaction: any Transaction
    ) throws -> [PrivateNote] {
        try transaction.rows(
            """
            SELECT about, version, person, staff, at, sealed FROM private_note
            WHERE site = \(site) AND kind = \(kind.rawValue) AND about = \(about)
            ORDER BY version
            """
        ).map { try note($0, kind) }
    }

    /// The last version of everything of a kind that is about some customers, by what it is about.
    /// - Throws: `DatabaseFailure`.
    func latest(
        of kind: Kind, about people: [PersonID], in transaction: any Transaction
    ) throws -> [String: PrivateNote] {
        // By person alone: asked for the kind and an order, a database may walk through all notes
        // of the kind instead of the few of a person.
        let rows = try transaction.rows(
            """
            SELECT about, version, person, staff, at, sealed, kind FROM private_note
            WHERE site = \(site) AND person IN \(sql: SQL.list(people))
            """)
        var last: [String: (version: Int64, row: Row)] = [:]
        for row in rows where try row.text("kind") == kind.rawValue {
            let (about, version) = (try row.text("about"), try row.int("version"))
            if let other = last[about], other.version > version { continue }
            last[about] = (version, row)
        }
        return try last.mapValues { try note($0.row, kind) }
    }

    func note(_ row: Row, _ kind: Kind) throws -> PrivateNote {
        let about = try row.text("about")
        let plain = try? key.open(try row.text("sealed"), as: context(kind, about))
        return PrivateNote(
            about: about, version: Int(try row.int("version")),
            person: try row.optionalText("person").map { PersonID($0) },
            staff: StaffID(try row.text("staff")), at: Moment(milliseconds: try row.int("at")),
            text: plain.flatMap { try? JournalDecoder.decode(PrivateText.self, from: $0) })
    }

    private func context(_ kind: Kind, _ about: String) -> String {
        "note\u{0}\(site)\u{0}\(kind.rawValue)\u{0}\(about)"
    }
}
