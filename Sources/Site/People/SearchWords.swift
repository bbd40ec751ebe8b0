import Database
import Foundation
import HouseRules

/// The words by which a name is found: its signs, pairs of them, and how it sounds.
enum SearchWords {
    /// Longer names are found by their beginning.
    private static let longest = 40

    /// A name without blanks and marks, wide letters as narrow ones, small letters.
    static func simplified(_ name: String) -> String {
        name.precomposedStringWithCompatibilityMapping.lowercased()
            .filter { $0.isLetter || $0.isNumber }
    }

    /// Everything a name is found by.
    static func all(of name: String) -> Set<String> {
        let signs = simplified(name).prefix(longest)
        let parts = parts(of: String(signs)) + signs.map(part)
        return Set(parts + sounds(of: String(name.prefix(longest))))
    }

    /// What a name with these signs in a row is at least found by.
    static func parts(of signs: String) -> [String] {
        guard signs.count > 1 else { return signs.map(part) }
        return zip(signs, signs.dropFirst()).map { "n:\($0)\($1)" }
    }

    /// What a name that begins with these sounds is found by.
    static func sound(_ letters: String) -> String { "s:" + letters }

    private static func part(_ sign: Character) -> String { "n:\(sign)" }

    /// Initials, and whole syllables, each from the beginning: z, zs, zhang, zhangsan.
    private static func sounds(of name: String) -> [String] {
        let syllables = Pinyin.syllables(of: name.precomposedStringWithCompatibilityMapping)
        return syllables.indices.flatMap { last in
            let head = syllables[...last]
            return [sound(String(head.compactMap(\.first))), sound(head.joined())]
        }
    }
}

extension PersonKey {
    /// The keyed hash of a search word; half of one is enough to tell words apart.
    func searchToken(_ word: String, site: SiteID) -> String {
        String(wordHash(word, as: "search", site: site).prefix(16))
    }
}

extension People {
    /// The statements that keep a new person and what they are found by, to go alongside the
    /// command that names them.
    public func insertions(
        _ person: PersonID, _ details: PersonDetails, at moment: Moment
    ) -> [SQL] {
        let tokens = tokens(of: details)
        guard !tokens.isEmpty else { return [insertSQL(person, details, at: moment)] }
        let values: [SQL] = tokens.map { "(\(site), \($0), \(person))" }
        return [
            insertSQL(person, details, at: moment),
            """
            INSERT INTO person_search (site, token, person) VALUES \(sql: values.joined()) \
            ON CONFLICT (site, token, person) DO NOTHING
            """,
        ]
    }

    /// What many new persons are found by, in the order in which the index keeps it: for taking
    /// over whole ledgers, where rows in the order of the persons would touch every page again and
    /// again. Whoever is not kept yet is not found yet either.
    func insertSearch(
        of persons: some Sequence<(PersonID, PersonDetails)>, in transaction: any Transaction
    ) throws {
        let rows = persons.flatMap { person, details in
            tokens(of: details).map { (token: $0, person: person) }
        }.sorted { ($0.token, $0.person) < ($1.token, $1.person) }
        let size = 250
        for start in stride(from: 0, to: rows.count, by: size) {
            let values: [SQL] = rows[start..<min(start + size, rows.count)].map {
                "(\(site), \($0.token), \($0.person))"
            }
            try transaction.execute(
                """
                INSERT INTO person_search (site, token, person) VALUES \(sql: values.joined()) \
                ON CONFLICT (site, token, person) DO NOTHING
                """)
        }
    }

    /// The statements that write a known person anew; whoever was erased stays erased.
    func updates(_ person: PersonID, _ details: PersonDetails) -> [SQL] {
        let forgetting: SQL = """
            DELETE FROM person_search WHERE site = \(site) AND person = \(person)
            """
        let finding: [SQL] = tokens(of: details).map { token in
            """
            INSERT INTO person_search (site, token, person) SELECT site, \(token), person \
            FROM person WHERE site = \(site) AND person = \(person) AND erased_at IS NULL \
            ON CONFLICT (site, token, person) DO NOTHING
            """
        }
        return [updateSQL(person, details), forgetting] + finding
    }

    private func tokens(of details: PersonDetails) -> [String] {
        SearchWords.all(of: details.name).sorted().map { key.searchToken($0, site: site) }
    }
}
