/// Everything of a draw, as it is posted: whoever has it recomputes the order (SEL-02).
///
/// The key of the dice is SHA-256 over the seed, a line feed, the public part, a line feed and the
/// 32 bytes of the roster's hash. The roster is shuffled by Fisher and Yates: from the last place
/// down to the second, each place `i` changes with a place from 0 to `i` that the key stream of
/// ChaCha20 (nonce of zeros, blocks from 0) names without a bias.
public struct DrawSheet: Codable, Hashable, Sendable {
    /// The roster as it was locked, in the order of the posted list.
    public var roster: [RosterEntry]
    /// Its hash.
    public var hash: String
    /// The hash of the seed, published before.
    public var commitment: String
    /// When it was published.
    public var committedAt: Moment
    /// When it was drawn.
    public var drawnAt: Moment
    /// The seed that the house wrote down beforehand.
    public var seed: String
    /// What the public added on the day.
    public var publicPart: String
    /// The order: the first is number 1.
    public var order: [PersonID]

    /// A sheet.
    public init(
        roster: [RosterEntry], hash: String, commitment: String, committedAt: Moment,
        drawnAt: Moment, seed: String, publicPart: String, order: [PersonID]
    ) {
        self.roster = roster
        self.hash = hash
        self.commitment = commitment
        self.committedAt = committedAt
        self.drawnAt = drawnAt
        self.seed = seed
        self.publicPart = publicPart
        self.order = order
    }

    /// The hash of a roster: SHA-256 over its lines, number and ticket with a blank between, each
    /// with a line feed.
    public static func hash(of roster: [RosterEntry]) -> String {
        SHA256.hex(of: roster.map { $0.line + "\n" }.joined())
    }

    /// The order that both seeds give to a roster.
    public static func order(
        of roster: [RosterEntry], seed: String, publicPart: String
    ) -> [PersonID] {
        let lines = roster.map { $0.line + "\n" }.joined()
        let key = SHA256.digest(
            Array("\(seed)\n\(publicPart)\n".utf8) + SHA256.digest(lines.utf8))
        var dice = ChaCha20(key: key)
        var order = roster.map(\.person)
        for place in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(place, Int(dice.number(below: UInt32(place) + 1)))
        }
        return order
    }

    /// Everything checked, in the order in which people look at it.
    ///
    /// `needsPublic`: whether the house asks for something from the public.
    public func checks(leadMinutes: Int, needsPublic: Bool = true) -> [DrawCheck] {
        let earliest = committedAt.wholeSecond.adding(seconds: leadMinutes * 60)
        return [
            DrawCheck(step: .roster, holds: Self.hash(of: roster) == hash),
            DrawCheck(step: .commitment, holds: SHA256.hex(of: seed) == commitment),
            DrawCheck(step: .lead, holds: drawnAt.wholeSecond >= earliest),
            DrawCheck(step: .publicPart, holds: !needsPublic || !publicPart.isEmpty),
            DrawCheck(
                step: .order,
                holds: Self.order(of: roster, seed: seed, publicPart: publicPart) == order),
        ]
    }
}

/// One step of checking a draw.
public struct DrawCheck: Hashable, Sendable {
    /// What was looked at.
    public let step: DrawStep
    /// Whether it is as it should be.
    public let holds: Bool
}

/// What is looked at when a draw is checked (SEL-02).
public enum DrawStep: String, Codable, Sendable, CaseIterable {
    /// 名单与哈希.
    case roster
    /// 种子与承诺.
    case commitment
    /// 承诺公布得够早.
    case lead
    /// 公众的第二段.
    case publicPart = "public_part"
    /// 顺序.
    case order
}

/// A buyer of a roster: nothing but a number and a ticket with its middle left out.
public struct RosterEntry: Codable, Hashable, Sendable {
    /// Who.
    public var person: PersonID
    /// The masked number of the ticket.
    public var ticket: String

    /// A buyer.
    public init(_ person: PersonID, ticket: String) {
        self.person = person
        self.ticket = ticket
    }

    /// The line of the posted list.
    public var line: String { "\(person) \(ticket)" }
}

/// A row of a list to be taken over; papers and numbers only as keyed hashes (SEL-01).
public struct RosterRow: Codable, Hashable, Sendable {
    /// Who.
    public var entry: RosterEntry
    /// The hash of the identity paper.
    public var paper: String?
    /// The hash of the telephone number.
    public var phone: String?

    /// A row.
    public init(_ entry: RosterEntry, paper: String? = nil, phone: String? = nil) {
        self.entry = entry
        self.paper = paper
        self.phone = phone
    }
}

/// What two rows of a list share (SEL-01).
public enum RosterField: String, Codable, Sendable, CaseIterable {
    /// 买方.
    case person
    /// 证件.
    case paper
    /// 电话.
    case phone
}

/// A row that is on the list already (SEL-01).
public struct RosterFault: Codable, Hashable, Sendable {
    /// Which row, the first is 1.
    public var line: Int
    /// The row that it repeats; nil: somebody on the roster.
    public var of: Int?
    /// In what.
    public var field: RosterField

    /// Rows that repeat an earlier one, each named once.
    public static func faults(in rows: [RosterRow], onRoster: (PersonID) -> Bool) -> [RosterFault] {
        var first: [String: Int] = [:]
        return rows.enumerated().compactMap { index, row in
            let keys = [
                (RosterField.person, row.entry.person.rawValue as String?), (.paper, row.paper),
                (.phone, row.phone),
            ]
            if onRoster(row.entry.person) {
                return RosterFault(line: index + 1, of: nil, field: .person)
            }
            for (field, value) in keys {
                guard let value, let before = first["\(field.rawValue) \(value)"] else { continue }
                return RosterFault(line: index + 1, of: before, field: field)
            }
            for (field, value) in keys {
                if let value { first["\(field.rawValue) \(value)"] = index + 1 }
            }
            return nil
        }
    }
}
