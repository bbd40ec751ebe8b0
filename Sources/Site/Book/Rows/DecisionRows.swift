import Database
import HouseRules

extension ListWriter {
    /// The lists of reception: visits, turns, calls, sheets and the search list of decisions.
    public static let reception: [ListWriter] =
        [
            decisions, visits, turnLedger, calls, sheets, stretches, contacts, accounts,
            statements, changes,
        ] + registers + floor + sales

    /// `decision_row`: every decision by day, person, visit and refusal.
    static let decisions = ListWriter(
        name: "decision_row",
        clear: { ["DELETE FROM decision_row WHERE site = \($0)"] },
        write: { entry, site in
            let subject = entry.command.subject
            return [
                """
                INSERT INTO decision_row (site, seq, id, at, day, actor, role, kind, outcome, \
                staff, refusal, visit, call) VALUES (\(site), \(entry.seq), \(entry.id), \
                \(entry.at), \(entry.at.day), \(entry.actor.staff), \(entry.actor.role.rawValue), \
                \(entry.command.kind), \(entry.outcome?.code ?? "refused"), \
                \(entry.outcome?.staff ?? subject.staff), \(entry.refusal?.code), \
                \(subject.visit), \(subject.call))
                """
            ]
        })
}

/// One row of the search list of decisions.
public struct DecisionRow: Sendable, Hashable {
    /// Number in the journal.
    public let seq: Int
    /// The decision.
    public let id: DecisionID
    /// When.
    public let at: Moment
    /// Who asked.
    public let actor: StaffID
    /// In which role.
    public let role: Role
    /// What was asked, such as `visits.register`.
    public let kind: String
    /// `assigned`, `cover`, `answered`, `callback`, `sheet`, `done` or `refused`.
    public let outcome: String
    /// The consultant it is about, or who was chosen.
    public let staff: StaffID?
    /// The code of the refusal.
    public let refusal: String?
    /// The visit it is about.
    public let visit: VisitID?
    /// The call it is about.
    public let call: CallID?

    static let columns: SQL = """
        seq, id, at, actor, role, kind, outcome, staff, refusal, visit, call
        """

    /// The decisions of a day before a number of the journal, newest first.
    public static func ofDay(
        _ day: BusinessDay, at site: SiteID, before seq: Int = .max, limit: Int = 100
    ) -> SQL {
        """
        SELECT \(sql: columns) FROM decision_row WHERE site = \(site) AND day = \(day)
        AND seq < \(seq) ORDER BY seq DESC LIMIT \(limit)
        """
    }

    /// The decisions about a visit, oldest first.
    public static func about(_ visit: VisitID, at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM decision_row WHERE site = \(site) AND visit = \(visit)
        ORDER BY seq
        """
    }

    /// Reads a row of the queries above.
    public init(_ row: Row) throws {
        seq = Int(try row.int("seq"))
        id = DecisionID(try row.text("id"))
        at = Moment(milliseconds: try row.int("at"))
        actor = StaffID(try row.text("actor"))
        role = try row.code("role")
        kind = try row.text("kind")
        outcome = try row.text("outcome")
        staff = try row.optionalText("staff").map { StaffID($0) }
        refusal = try row.optionalText("refusal")
        visit = try row.optionalText("visit").map { VisitID($0) }
        call = try row.optionalText("call").map { CallID($0) }
    }
}

extension Row {
    /// A text that is one of the codes of `Code`.
    func code<Code: RawRepresentable>(_ column: String) throws -> Code
    where Code.RawValue == String {
        guard let code = Code(rawValue: try text(column)) else {
            throw DatabaseFailure.decoding("column \(column): unknown code")
        }
        return code
    }

    /// A text that is one of the codes of `Code`, or NULL.
    func optionalCode<Code: RawRepresentable>(_ column: String) throws -> Code?
    where Code.RawValue == String {
        try isNull(column) ? nil : code(column)
    }

    /// Milliseconds UTC, or NULL.
    func optionalMoment(_ column: String) throws -> Moment? {
        try optionalInt(column).map { Moment(milliseconds: $0) }
    }
}

extension Outcome {
    /// The stable code of lists and of the command line.
    public var code: String {
        switch self {
        case .receptionist: "assigned"
        case .cover: "cover"
        case .answerer: "answered"
        case .callback: "callback"
        case .sheet: "sheet"
        case .done: "done"
        }
    }

    /// The consultant it names.
    public var staff: StaffID? {
        switch self {
        case .receptionist(let staff, _), .answerer(let staff): staff
        case .cover(let staff), .callback(let staff): staff
        case .sheet, .done: nil
        }
    }
}
