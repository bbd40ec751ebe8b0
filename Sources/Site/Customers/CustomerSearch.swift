import Database
import HTTPTypes
import HouseRules

/// What somebody types to find a customer.
enum CustomerQuery: Sendable, Equatable {
    /// The end of a telephone number, four digits or more.
    case tail(String)
    /// Part of a name.
    case name(String)
    /// How a name begins to sound: initials, or whole syllables.
    case sound(String)

    /// Longer texts are nobody's name.
    static let longest = 40

    /// Reads what was typed.
    init(_ text: String) throws(Problem) {
        guard text.count <= Self.longest else {
            throw .search("最多 \(Self.longest) 个字。")
        }
        let isNumber = text.allSatisfy { $0.isNumber || " -+".contains($0) }
        let digits = PersonKey.digits(text)
        if isNumber, !digits.isEmpty {
            guard digits.count >= 4 else { throw .search("按号码找，请至少填最后四位。") }
            self = .tail(digits)
            return
        }
        let name = SearchWords.simplified(text)
        guard !name.isEmpty else { throw .search("请填姓名、拼音首字母或手机后四位。") }
        let isSound = name.utf8.allSatisfy { (97...122).contains($0) }
        self = isSound ? .sound(name) : .name(name)
    }

    /// The words that all have to be found.
    var words: [String] {
        switch self {
        case .tail: []
        case .name(let signs): SearchWords.parts(of: signs)
        case .sound(let letters): [SearchWords.sound(letters)]
        }
    }

    /// Whether somebody is meant: pairs of signs may stand apart, and ends of numbers go on.
    func means(_ details: PersonDetails) -> Bool {
        switch self {
        case .tail(let digits): details.phone.map(PersonKey.digits)?.hasSuffix(digits) ?? false
        case .name(let signs): SearchWords.simplified(details.name).contains(signs)
        case .sound: true
        }
    }
}

extension Problem {
    /// What was typed finds nobody.
    static func search(_ sentence: String) -> Problem {
        Problem(
            status: .unprocessableContent, title: "没法查找", detail: sentence,
            fields: [.init(name: "q", sentence: sentence)])
    }
}

/// Finds customers among those that whoever asks may see: consultants their own, management all.
struct CustomerSearch: Sendable {
    /// Somebody found.
    struct Found: Sendable, Equatable {
        let person: PersonID
        /// Name and masked number.
        let words: String
    }

    let people: People
    /// Whose customers are looked through; nil: everybody's.
    let staff: StaffID?
    let day: BusinessDay

    /// The ids behind the words, the newest first. A word that hides in another is looked at again
    /// by ``open(_:for:by:logID:at:in:)``.
    func persons(
        _ query: CustomerQuery, limit: Int, offset: Int, in transaction: any Transaction
    ) throws -> [PersonID] {
        try transaction.rows(statement(query, limit: limit, offset: offset))
            .map { PersonID(try $0.text("person")) }
    }

    /// The statement, which goes by indexes only.
    func statement(_ query: CustomerQuery, limit: Int, offset: Int) -> SQL {
        """
        \(sql: source(query)) AND EXISTS (SELECT 1 FROM stretch_row r \
        WHERE r.site = p.site AND r.person = p.person \(sql: whose)) \
        ORDER BY p.person DESC LIMIT \(limit) OFFSET \(offset)
        """
    }

    private var whose: SQL {
        guard let staff else { return "" }
        return """
            AND r.staff = \(staff) AND r.owns = 1 AND r.ended_on IS NULL AND r.is_lapsed = 0 \
            AND r.valid_until > \(day)
            """
    }

    private func source(_ query: CustomerQuery) -> SQL {
        let site = people.site
        if case .tail(let digits) = query {
            let hash = people.key.tailHash(String(digits.suffix(4)), site: site)
            return "SELECT p.person FROM person p WHERE p.site = \(site) AND p.tail_hash = \(hash)"
        }
        let tokens = query.words.map { people.key.searchToken($0, site: site) }
        var source: SQL = """
            SELECT p.person FROM person_search p WHERE p.site = \(site) AND p.token = \(tokens[0])
            """
        for token in tokens.dropFirst() {
            source += """
                 AND EXISTS (SELECT 1 FROM person_search o WHERE o.site = p.site \
                AND o.token = \(token) AND o.person = p.person)
                """
        }
        return source
    }

    /// Who they are, masked. Looking for a number is on record like the look-up at the desk.
    func open(
        _ persons: [PersonID], for query: CustomerQuery, by viewer: StaffID, logID: String,
        at moment: Moment, in transaction: any Transaction
    ) throws -> [Found] {
        try persons.enumerated().compactMap { index, person in
            do {
                let details = try people.open(person, in: transaction)
                guard query.means(details) else { return nil }
                if case .tail = query {
                    _ = try people.reveal(
                        person, to: viewer, for: "按手机尾号查客户", logID: "\(logID)-\(index)",
                        at: moment, in: transaction)
                }
                let words = PersonDetails.line(details.name, details.maskedPhone)
                return Found(person: person, words: words)
            } catch is PersonProblem {
                return nil
            }
        }
    }
}
