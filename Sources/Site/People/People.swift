import Database
import Foundation
import HouseRules

/// Personal data of a customer. Never logged, never in the journal.
public struct PersonDetails: Sendable, Hashable, Codable {
    /// Their name.
    public var name: String
    /// Telephone number as it was given.
    public var phone: String?
    /// Number of the identity card.
    public var idNumber: String?

    /// Personal data.
    public init(name: String, phone: String? = nil, idNumber: String? = nil) {
        self.name = name
        self.phone = phone
        self.idNumber = idNumber
    }

    /// The number with its middle hidden: `138****0001`; everything is hidden when it is short.
    public var maskedPhone: String? { phone.map { Self.masked(PersonKey.digits($0)) } }

    /// The last four digits of a number that is long enough to be one.
    var phoneTail: String? {
        phone.map(PersonKey.digits).flatMap { $0.count >= 7 ? String($0.suffix(4)) : nil }
    }

    /// A name and a masked number on one line, whichever of them there are.
    static func line(_ name: String, _ phone: String?) -> String {
        [name, phone ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// First and last of a text with the middle hidden.
    static func masked(_ digits: String) -> String {
        guard digits.count >= 8 else { return String(repeating: "*", count: digits.count) }
        let hidden = String(repeating: "*", count: digits.count - 7)
        return digits.prefix(3) + hidden + digits.suffix(4)
    }
}

/// There is nothing to reveal of this person.
public enum PersonProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// No such person on the site.
    case unknown(PersonID)
    /// The personal data were erased at this moment.
    case erased(PersonID, at: Moment)
    /// The stored text was changed, or the key is another.
    case unreadable(PersonID)
    /// Revealing needs a purpose.
    case purposeMissing

    /// One English sentence.
    public var description: String {
        switch self {
        case .unknown(let person): "There is no person \(person)."
        case .erased(let person, _): "The data of person \(person) were erased."
        case .unreadable(let person):
            "The data of person \(person) cannot be opened; check ANCHANG_PERSON_KEY."
        case .purposeMissing: "Say what the personal data are needed for."
        }
    }
}

/// The customers of a site: sealed each with a key of their own, revealed only with a trace.
public struct People: Sendable {
    let site: SiteID
    let key: PersonKey

    /// The people of a site.
    public init(site: SiteID, key: PersonKey) {
        self.site = site
        self.key = key
    }

    /// The row of a new person, without what they are found by.
    func insertSQL(_ person: PersonID, _ details: PersonDetails, at moment: Moment) -> SQL {
        let sealed = sealed(details, of: person)
        return """
            INSERT INTO person (site, person, phone_hash, tail_hash, sealed_key, sealed, \
            created_at) VALUES (\(site), \(person), \(sealed.phone), \(sealed.tail), \
            \(sealed.key), \(sealed.text), \(moment))
            """
    }

    /// Personal data as they are stored: sealed under a fresh key, with the hashes to find them by.
    func sealed(
        _ details: PersonDetails, of person: PersonID
    ) -> (phone: String?, tail: String?, key: String, text: String) {
        let own = randomBytes(32)
        return (
            details.phone.map { key.phoneHash($0, site: site) },
            details.phoneTail.map { key.tailHash($0, site: site) },
            key.seal(own, for: person, at: site), seal(details, own, person)
        )
    }

    private func seal(_ details: PersonDetails, _ own: [UInt8], _ person: PersonID) -> String {
        guard let sealing = try? SealingKey(own), let plain = try? JSONEncoder().encode(details)
        else { preconditionFailure("three texts always encode, and the key has 32 bytes") }
        return base64url(sealing.seal(Array(plain), context: PersonKey.context(person, site)))
    }

    /// People with this telephone number, the latest first.
    /// - Throws: `DatabaseFailure`.
    public func find(phone: String, in transaction: any Transaction) throws -> [PersonID] {
        try transaction.rows(
            """
            SELECT person FROM person WHERE site = \(site)
            AND phone_hash = \(key.phoneHash(phone, site: site)) ORDER BY created_at DESC, person
            """
        ).map { PersonID(try $0.text("person")) }
    }

    /// Personal data in plain, and a line in the log of who saw them what for.
    /// - Throws: ``PersonProblem``, `DatabaseFailure`.
    public func reveal(
        _ person: PersonID, to staff: StaffID, for purpose: String, on place: LookPlace? = nil,
        logID: String, at moment: Moment, in transaction: any Transaction
    ) throws -> PersonDetails {
        guard purpose.contains(where: { !$0.isWhitespace }) else {
            throw PersonProblem.purposeMissing
        }
        let details = try open(person, in: transaction)
        try transaction.execute(
            """
            INSERT INTO reveal_log (site, id, person, staff, at, purpose, place)
            VALUES (\(site), \(logID), \(person), \(staff), \(moment), \(purpose), \
            \(place?.rawValue))
            """)
        return details
    }

    /// Name and masked number for lists; leaves no trace, for it shows no number.
    /// - Throws: ``PersonProblem``, `DatabaseFailure`.
    public func masked(
        _ person: PersonID, in transaction: any Transaction
    ) throws -> (name: String, phone: String?) {
        let details = try open(person, in: transaction)
        return (details.name, details.maskedPhone)
    }

    /// Forgets a person for good: without the key the data cannot be opened by anybody. The journal
    /// knows ids only and still verifies. Erasing again changes nothing.
    /// - Throws: ``PersonProblem/unknown(_:)``, `DatabaseFailure`.
    public func erase(
        _ person: PersonID, at moment: Moment, in transaction: any Transaction
    ) throws {
        let rows = try transaction.execute(
            """
            UPDATE person SET phone_hash = NULL, tail_hash = NULL, sealed_key = NULL,
                sealed = NULL, erased_at = coalesce(erased_at, \(moment))
            WHERE site = \(site) AND person = \(person)
            """)
        guard rows == 1 else { throw PersonProblem.unknown(person) }
        try transaction.execute(
            "DELETE FROM person_search WHERE site = \(site) AND person = \(person)")
        try transaction.execute(
            "DELETE FROM private_note WHERE site = \(site) AND person = \(person)")
    }

    /// The data in plain, for the people's own use.
    func open(
        _ person: PersonID, in transaction: any Transaction
    ) throws -> PersonDetails {
        let row = try transaction.row(
            """
            SELECT person, sealed_key, sealed, erased_at FROM person
            WHERE site = \(site) AND person = \(person)
            """)
        guard let row else { throw PersonProblem.unknown(person) }
        return try open(row)
    }

    private func open(_ row: Row) throws -> PersonDetails {
        let person = PersonID(try row.text("person"))
        guard let sealedKey = try row.optionalText("sealed_key"),
            let sealed = try row.optionalText("sealed")
        else {
            let erasedAt = try row.optionalMoment("erased_at") ?? .zero
            throw PersonProblem.erased(person, at: erasedAt)
        }
        do {
            let own = try key.open(sealedKey, for: person, at: site)
            let plain = try own.open(
                try bytes(base64url: sealed), context: PersonKey.context(person, site))
            return try JSONDecoder().decode(PersonDetails.self, from: Data(plain))
        } catch {
            throw PersonProblem.unreadable(person)
        }
    }

    /// Name and masked number of each for a list; who is unknown is left out. What was opened
    /// before is taken from the shelf, and only the rest is asked for its keys.
    /// - Throws: `DatabaseFailure`.
    func labels(
        _ persons: [PersonID], from shelf: LabelShelf, in transaction: any Transaction
    ) throws -> [PersonID: String] {
        guard !persons.isEmpty else { return [:] }
        let rows = try transaction.rows(
            """
            SELECT person, sealed FROM person
            WHERE site = \(site) AND person IN \(sql: SQL.list(persons))
            """)
        return try rows.reduce(into: [:]) { labels, row in
            let person = PersonID(try row.text("person"))
            let sealed = try row.optionalText("sealed") ?? ""
            labels[person] = try shelf.label(of: sealed) { try label(person, in: transaction) }
        }
    }
}

extension Moment {
    /// The Unix epoch.
    fileprivate static let zero = Moment(milliseconds: 0)
}
