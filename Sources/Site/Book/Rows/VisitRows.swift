import Database
import HouseRules

extension ListWriter {
    /// `visit_row`: every arrival with who receives it and how far it is.
    static let visits = ListWriter(
        name: "visit_row",
        clear: { ["DELETE FROM visit_row WHERE site = \($0)"] },
        write: { entry, site in
            var statements: [SQL] = []
            var assigned: VisitID?
            for (index, event) in entry.events.enumerated() {
                guard case .reception(let event) = event else { continue }
                if case .visitRegistered(let visit) = event,
                    let fact = assignment(of: visit.visit, in: entry.events[(index + 1)...])
                {
                    statements.append(received(visit, fact, entry, site))
                    assigned = visit.visit
                } else if case .visitAssigned(let fact) = event, fact.visit == assigned {
                    assigned = nil
                } else if let statement = visitStatement(event, entry, site) {
                    statements.append(statement)
                }
            }
            return statements
        })

    /// The assignment of a visit, when nothing else happens to it before.
    private static func assignment(
        of visit: VisitID, in events: ArraySlice<SiteEvent>
    ) -> AssignmentFact? {
        for case .reception(let event) in events {
            switch event {
            case .visitAssigned(let fact) where fact.visit == visit: return fact
            case .coverTaken(visit, _, _): return nil
            default: continue
            }
        }
        return nil
    }

    /// An arrival that is received at once: one statement instead of two.
    private static func received(
        _ visit: OpenVisit, _ fact: AssignmentFact, _ entry: Entry, _ site: SiteID
    ) -> SQL {
        """
        INSERT INTO visit_row (site, visit, day, number, class, arrived_at, registered_at, \
        person, named, receptionist, on_behalf_of, effect, way, status, assigned_at, decision) \
        VALUES (\(site), \(visit.visit), \(visit.arrivedAt.day), \(visit.number), \
        \(visit.visitClass.rawValue), \(visit.arrivedAt), \(entry.at), \(visit.person), \
        \(visit.named), \(fact.staff), \(fact.onBehalfOf), \(fact.effect.rawValue), \
        \(fact.way.rawValue), 'receiving', \(fact.at), \(entry.id))
        """
    }

    private static func visitStatement(
        _ event: ReceptionEvent, _ entry: Entry, _ site: SiteID
    ) -> SQL? {
        switch event {
        case .visitRegistered(let visit):
            return """
                INSERT INTO visit_row (site, visit, day, number, class, arrived_at, \
                registered_at, person, named, status, decision) VALUES (\(site), \
                \(visit.visit), \(visit.arrivedAt.day), \(visit.number), \
                \(visit.visitClass.rawValue), \(visit.arrivedAt), \(entry.at), \(visit.person), \
                \(visit.named), 'waiting', \(entry.id))
                """
        case .visitAssigned(let fact):
            return """
                UPDATE visit_row SET receptionist = \(fact.staff), \
                on_behalf_of = \(fact.onBehalfOf), effect = \(fact.effect.rawValue), \
                way = \(fact.way.rawValue), status = 'receiving', assigned_at = \(fact.at), \
                decision = \(entry.id) WHERE site = \(site) AND visit = \(fact.visit)
                """
        case .visitReassigned(let fact):
            return """
                UPDATE visit_row SET class = \(fact.visitClass.rawValue), \
                named = \(fact.named), receptionist = \(fact.staff), \
                on_behalf_of = \(fact.onBehalfOf), effect = \(fact.effect?.rawValue), \
                decision = \(entry.id) WHERE site = \(site) AND visit = \(fact.visit)
                """
        case .coverTaken(let visit, _, _):
            return """
                UPDATE visit_row SET status = 'cover' \
                WHERE site = \(site) AND visit = \(visit)
                """
        case .visitLogged(let visit, _, _, let at):
            return """
                UPDATE visit_row SET logged_at = \(at) WHERE site = \(site) AND visit = \(visit)
                """
        case .receptionFinished(let visit, _, let at):
            return """
                UPDATE visit_row SET status = 'finished', finished_at = \(at) \
                WHERE site = \(site) AND visit = \(visit)
                """
        case .visitVoided(let fact):
            return """
                UPDATE visit_row SET status = 'void', voided_by = \(fact.by), \
                void_note = \(fact.note), decision = \(entry.id) \
                WHERE site = \(site) AND visit = \(fact.visit)
                """
        case .memberEnrolled, .memberReleased, .sheetPublished, .sheetConfirmed, .sheetJoined,
            .dayClosed, .turnPassed, .ticksSet, .advanceTaken, .owedCleared, .turnAdjusted,
            .pointerMoved, .standbyCalled, .standbyShort, .standbyAlerted:
            return nil
        }
    }
}

/// How far a visit is.
public enum VisitStatus: String, Sendable, CaseIterable {
    /// Registered, nobody receives yet.
    case waiting
    /// Management receives for the time being.
    case cover
    /// A consultant receives.
    case receiving
    /// The group left.
    case finished
    /// Entered by mistake: kept, and counted nowhere (REC-15).
    case void
}

/// One arrival as lists show it.
public struct VisitRow: Sendable, Hashable {
    /// The visit.
    public let visit: VisitID
    /// The day it came.
    public let day: BusinessDay
    /// Its number in the day's register.
    public let number: Int
    /// Its class.
    public let visitClass: VisitClass
    /// When the group came in.
    public let arrivedAt: Moment
    /// The customer, if known.
    public let person: PersonID?
    /// The consultant named by the arrival.
    public let named: StaffID?
    /// Who receives or received.
    public let receptionist: StaffID?
    /// Whose customer it is, when the receptionist stands in.
    public let onBehalfOf: StaffID?
    /// The effect on the turn.
    public let effect: TurnEffect?
    /// How far it is.
    public let status: VisitStatus
    /// When the register entry was made.
    public let loggedAt: Moment?
    /// When the group left.
    public let finishedAt: Moment?
    /// Who declared it void.
    public let voidedBy: StaffID?
    /// Why it is void.
    public let voidNote: String?
    /// The decision that gave it to the receptionist, registered it, or declared it void.
    public let decision: DecisionID

    static let columns: SQL = """
        visit, day, number, class, arrived_at, person, named, receptionist, on_behalf_of, effect, \
        status, logged_at, finished_at, voided_by, void_note, decision
        """

    /// The arrivals of a day, newest first.
    public static func ofDay(_ day: BusinessDay, at site: SiteID, limit: Int = 200) -> SQL {
        """
        SELECT \(sql: columns) FROM visit_row WHERE site = \(site) AND day = \(day)
        ORDER BY number DESC LIMIT \(limit)
        """
    }

    /// What a consultant received on a day, oldest first.
    public static func receivedBy(
        _ staff: StaffID, on day: BusinessDay, at site: SiteID
    ) -> SQL {
        """
        SELECT \(sql: columns) FROM visit_row WHERE site = \(site) AND receptionist = \(staff)
        AND day = \(day) ORDER BY number
        """
    }

    /// The visits of a customer, newest first.
    public static func of(_ person: PersonID, at site: SiteID, limit: Int = 100) -> SQL {
        """
        SELECT \(sql: columns) FROM visit_row WHERE site = \(site) AND person = \(person)
        ORDER BY day DESC, number DESC LIMIT \(limit)
        """
    }

    /// One visit.
    public static func one(_ visit: VisitID, at site: SiteID) -> SQL {
        "SELECT \(sql: columns) FROM visit_row WHERE site = \(site) AND visit = \(visit)"
    }

    /// Reads a row of the queries above.
    public init(_ row: Row) throws {
        visit = VisitID(try row.text("visit"))
        day = BusinessDay(number: Int(try row.int("day")))
        number = Int(try row.int("number"))
        visitClass = try row.code("class")
        arrivedAt = Moment(milliseconds: try row.int("arrived_at"))
        person = try row.optionalText("person").map { PersonID($0) }
        named = try row.optionalText("named").map { StaffID($0) }
        receptionist = try row.optionalText("receptionist").map { StaffID($0) }
        onBehalfOf = try row.optionalText("on_behalf_of").map { StaffID($0) }
        effect = try row.optionalCode("effect")
        status = try row.code("status")
        loggedAt = try row.optionalMoment("logged_at")
        finishedAt = try row.optionalMoment("finished_at")
        voidedBy = try row.optionalText("voided_by").map { StaffID($0) }
        voidNote = try row.optionalText("void_note")
        decision = DecisionID(try row.text("decision"))
    }
}
