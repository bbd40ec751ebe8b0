import Database
import Foundation
import HouseRules

/// An entry as the database holds it: the hash covers exactly these texts.
struct StoredEntry: Sendable, Hashable {
    var seq: Int
    var id: String
    var at: Int64
    var actor: String
    var role: String
    var policyRevision: Int
    var command: String
    var outcome: String?
    var reasons: String
    var events: String
    var previousHash: String
    var hash: String

    static let columns: SQL = """
        seq, id, at, actor, role, policy_revision, command, outcome, reasons, events, \
        previous_hash, hash
        """

    /// Reads a row of ``columns``.
    init(_ row: Row) throws {
        seq = Int(try row.int(0))
        id = try row.text(1)
        at = try row.int(2)
        actor = try row.text(3)
        role = try row.text(4)
        policyRevision = Int(try row.int(5))
        command = try row.text(6)
        outcome = try row.optionalText(7)
        reasons = try row.text(8)
        events = try row.text(9)
        previousHash = try row.text(10)
        hash = try row.text(11)
    }

    /// Writes a ruling down and links it to the entry before.
    init(
        _ ruling: Ruling, of question: Question, at: Moment, revision: Int, after head: JournalHead,
        chain: Chain
    ) throws {
        seq = head.seq + 1
        id = question.id.rawValue
        self.at = at.milliseconds
        actor = question.actor.staff.rawValue
        role = question.actor.role.rawValue
        policyRevision = revision
        command = try JournalText.encode(question.command)
        outcome = try ruling.answer.map { try JournalText.encode($0) }
        reasons = try JournalText.encode(ruling.reasons)
        events = try JournalText.encode(ruling.events)
        previousHash = head.hash
        hash = ""
        hash = chain.hash(of: self)
    }

    var head: JournalHead { JournalHead(seq: seq, hash: hash, at: Moment(milliseconds: at)) }

    /// The entry with everything decoded.
    func entry() throws -> Entry {
        guard let role = Role(rawValue: role) else {
            throw DatabaseFailure.decoding("journal.role of entry \(seq) is unknown")
        }
        return Entry(
            seq: seq, id: DecisionID(id), at: Moment(milliseconds: at),
            actor: Actor(StaffID(actor), role), policyRevision: policyRevision,
            command: try JournalText.decode(Command.self, command),
            outcome: try outcome.map { try JournalText.decode(Outcome.self, $0) },
            reasons: try JournalText.decode([Reason].self, reasons),
            events: try JournalText.decode([SiteEvent].self, events), hash: hash)
    }

    func insertion(site: SiteID) -> SQL {
        """
        INSERT INTO journal (site, seq, id, at, actor, role, policy_revision, command, outcome, \
        reasons, events, previous_hash, hash) VALUES (\(site), \(seq), \(id), \(at), \(actor), \
        \(role), \(policyRevision), \(command), \(outcome), \(reasons), \(events), \
        \(previousHash), \(hash))
        """
    }
}

/// The JSON texts of the journal.
enum JournalText {
    static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try JournalEncoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        if let value = try? JournalDecoder.decode(type, from: Array(text.utf8)) { return value }
        // Foundation's knows the place of what is wrong, and whatever else JSON can look like.
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw DatabaseFailure.decoding("\(type) in the journal: \(error.place)")
        }
    }

    /// Decodes the texts as one, which is several times quicker than one by one.
    static func decode<Value: Decodable>(
        each type: Value.Type, _ texts: some Collection<String>
    ) throws -> [Value] {
        try decode([Value].self, "[" + texts.joined(separator: ",") + "]")
    }
}

extension DecodingError {
    /// Where and what, without the value, which may be a note about a person.
    fileprivate var place: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let at), .valueNotFound(_, let at), .keyNotFound(_, let at),
            .dataCorrupted(let at):
            context = at
        @unknown default:
            return "unreadable"
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}
