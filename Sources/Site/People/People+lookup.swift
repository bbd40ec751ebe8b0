import Database
import HouseRules

/// Somebody found by the end of their number, as the desk may see them.
struct PhoneMatch: Sendable, Equatable {
    let person: PersonID
    /// The surname; the rest is hidden.
    let name: String
    /// The number with its middle hidden.
    let phone: String
}

extension PersonDetails {
    /// The first sign of the name, which is the surname; the rest is hidden.
    var maskedName: String {
        guard let surname = name.first else { return "没留称呼" }
        return "\(surname)" + String(repeating: "*", count: name.count - 1)
    }
}

extension People {
    /// At most so many are shown; more say nothing about who stands at the desk.
    static let matchLimit = 10

    /// People whose number ends with four digits, the latest first; each who is shown is in the log
    /// of who saw whose data what for.
    /// - Throws: `DatabaseFailure`.
    func lookUp(
        tail: String, by staff: StaffID, logID: String, at moment: Moment,
        in transaction: any Transaction
    ) throws -> [PhoneMatch] {
        let rows = try transaction.rows(
            """
            SELECT person FROM person WHERE site = \(site)
            AND tail_hash = \(key.tailHash(tail, site: site))
            ORDER BY created_at DESC, person LIMIT \(Self.matchLimit)
            """)
        return try rows.enumerated().compactMap { index, row in
            let person = PersonID(try row.text("person"))
            do {
                let details = try reveal(
                    person, to: staff, for: "来客按手机后四位查找", on: .lookUp,
                    logID: "\(logID)-\(index)", at: moment, in: transaction)
                return PhoneMatch(
                    person: person, name: details.maskedName, phone: details.maskedPhone ?? "")
            } catch is PersonProblem {
                return nil
            }
        }
    }

    /// What an entry adds to somebody who is known: a name or a number that was missing, and, where
    /// it may be `renamed`, another name.
    /// - Returns: Nil when it adds nothing.
    /// - Throws: ``PersonProblem``, `DatabaseFailure`.
    func completed(
        _ person: PersonID, name: String?, phone: String?, renamed: Bool,
        in transaction: any Transaction
    ) throws -> PersonDetails? {
        let before = try open(person, in: transaction)
        var details = before
        if let name, renamed || before.name.isEmpty { details.name = name }
        if details.phone == nil { details.phone = phone }
        return details == before ? nil : details
    }

    /// The row of a known person anew, without what they are found by.
    func updateSQL(_ person: PersonID, _ details: PersonDetails) -> SQL {
        let sealed = sealed(details, of: person)
        return """
            UPDATE person SET phone_hash = \(sealed.phone), tail_hash = \(sealed.tail), \
            sealed_key = \(sealed.key), sealed = \(sealed.text) \
            WHERE site = \(site) AND person = \(person) AND erased_at IS NULL
            """
    }
}
