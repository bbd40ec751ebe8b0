import Database
import HouseRules

/// What a line of the ledger of turns says.
public enum LedgerEffect: String, Sendable, CaseIterable {
    /// 计一轮: received as a turn.
    case counted
    /// 不计: received without a turn.
    case notCounted = "not_counted"
    /// 提前排轮: received, and the next turn is taken in advance.
    case advance
    /// 轮空不补.
    case forfeited
    /// 记一个补轮.
    case makeupGranted = "makeup_granted"
    /// 用掉补轮.
    case makeupUsed = "makeup_used"
    /// 退还本轮.
    case returned
    /// 用掉退还的轮.
    case returnedUsed = "returned_used"
    /// Turns taken in advance; the amount tells how many.
    case advanceTaken = "advance_taken"
    /// 预支已抵.
    case advanceSpent = "advance_spent"
    /// Advances wiped with the day or by leave.
    case advanceCleared = "advance_cleared"
    /// A turn owed too long lapsed.
    case makeupExpired = "makeup_expired"
    /// Turns owed lapsed with leave or suspension.
    case makeupCleared = "makeup_cleared"
    /// 弃站.
    case waived
    /// Ticks added when a reception was entered (tally).
    case ticked
    /// An earlier line of the same person and visit no longer holds (REC-15).
    case corrected
    /// Ticks raised to a number (tally).
    case ticksRaised = "ticks_raised"

    init(_ effect: TurnEffect) {
        switch effect {
        case .counted: self = .counted
        case .notCounted: self = .notCounted
        case .advance: self = .advance
        case .forfeited: self = .forfeited
        case .makeupGranted: self = .makeupGranted
        case .makeupUsed: self = .makeupUsed
        case .returnedUsed: self = .returnedUsed
        case .advanceSpent: self = .advanceSpent
        case .returned: self = .returned
        case .waived: self = .waived
        }
    }
}

/// One line of the ledger before it has a place in it.
struct LedgerLine: Sendable, Hashable {
    var staff: StaffID
    var effect: LedgerEffect
    var amount = 1
    var why: String?
    var visit: VisitID?
    var call: CallID?
    var note: String?
}

extension ListWriter {
    /// `turn_ledger`: everything that happened to anybody's turns, of visits and of calls.
    static let turnLedger = ListWriter(
        name: "turn_ledger",
        clear: { ["DELETE FROM turn_ledger WHERE site = \($0)"] },
        write: { entry, site in
            let lines = entry.events.flatMap(ledgerLines)
            return lines.enumerated().map { ordinal, line in
                """
                INSERT INTO turn_ledger (site, seq, ordinal, day, at, staff, effect, amount, why, \
                visit, call, decision, note) VALUES (\(site), \(entry.seq), \(ordinal), \
                \(entry.at.day), \(entry.at), \(line.staff), \(line.effect.rawValue), \
                \(line.amount), \(line.why), \(line.visit), \(line.call), \(entry.id), \
                \(line.note))
                """
            }
        })

    static func ledgerLines(_ event: SiteEvent) -> [LedgerLine] {
        switch event {
        case .reception(let event): receptionLines(event)
        case .calls(let event): callLines(event)
        case .presence(.moved(let staff, to: .waived, _, _)):
            [LedgerLine(staff: staff, effect: .waived)]
        case .duty(let event): dutyLines(event)
        case .presence, .claims, .registers, .ownership, .adjudication, .channels, .sales,
            .selection, .commission:
            []
        }
    }

    /// A group taken back and a dispute ruled refer to the line that they correct.
    private static func dutyLines(_ event: DutyEvent) -> [LedgerLine] {
        switch event {
        case .takenBack(let visit, let staff, let effect, let why, _):
            [
                LedgerLine(
                    staff: staff, effect: .corrected, why: why.rawValue, visit: visit),
                LedgerLine(
                    staff: staff, effect: LedgerEffect(effect), why: why.rawValue, visit: visit),
            ]
        case .disputeRuled(let dispute, let ruling, let note, _, _):
            ruling == .dismissed
                ? []
                : [
                    LedgerLine(
                        staff: dispute.turn.staff, effect: .corrected,
                        why: dispute.turn.why.rawValue, visit: dispute.turn.visit, note: note)
                ]
        case .tourProved(let visit, let staff, let order):
            [LedgerLine(staff: staff, effect: .corrected, visit: visit, note: order.group)]
        default: []
        }
    }

    private static func receptionLines(_ event: ReceptionEvent) -> [LedgerLine] {
        switch event {
        case .visitAssigned(let fact):
            let owner = fact.effect == .advance ? fact.onBehalfOf ?? fact.staff : fact.staff
            return [
                LedgerLine(
                    staff: owner, effect: LedgerEffect(fact.effect), why: fact.way.rawValue,
                    visit: fact.visit)
            ]
        case .turnPassed(let staff, let visit, let effect, let why):
            return [
                LedgerLine(
                    staff: staff, effect: LedgerEffect(effect), why: why.rawValue, visit: visit)
            ]
        case .turnAdjusted(let staff, let effect, let note):
            return [LedgerLine(staff: staff, effect: LedgerEffect(effect), note: note)]
        case .sheetPublished(let sheet):
            return sheet.expired.map { LedgerLine(staff: $0.staff, effect: .makeupExpired) }
                + sheet.clearedAdvances.map {
                    LedgerLine(staff: $0.staff, effect: .advanceCleared, amount: $0.count)
                }
        case .owedCleared(let staff, let makeups, let advances):
            return [
                LedgerLine(staff: staff, effect: .makeupCleared, amount: makeups),
                LedgerLine(staff: staff, effect: .advanceCleared, amount: advances),
            ].filter { $0.amount != 0 }
        case .advanceTaken(let staff, let count):
            return [LedgerLine(staff: staff, effect: .advanceTaken, amount: count)]
        case .ticksSet(let staff, let ticks):
            return [LedgerLine(staff: staff, effect: .ticksRaised, amount: ticks)]
        case .visitLogged(let visit, let staff, let ticks, _):
            guard ticks != 0 else { return [] }
            return [LedgerLine(staff: staff, effect: .ticked, amount: ticks, visit: visit)]
        case .visitVoided(let fact): return voidLines(fact)
        case .memberEnrolled, .memberReleased, .sheetConfirmed, .sheetJoined, .dayClosed,
            .visitRegistered, .visitReassigned, .coverTaken,
            .receptionFinished, .standbyCalled, .standbyShort,
            .pointerMoved, .standbyAlerted:
            return []
        }
    }

    /// Every line that the visit left refers to nothing any more (REC-15).
    private static func voidLines(_ fact: VoidFact) -> [LedgerLine] {
        let lost = fact.struck.map {
            LedgerLine(
                staff: $0.staff, effect: .corrected, why: $0.why.rawValue, visit: fact.visit,
                note: fact.note)
        }
        guard let staff = fact.staff else { return lost }
        return lost + [
            LedgerLine(staff: staff, effect: .corrected, visit: fact.visit, note: fact.note)
        ]
    }

    private static func callLines(_ event: CallEvent) -> [LedgerLine] {
        switch event {
        case .turnPassed(let staff, let call, let effect, let why):
            return [
                LedgerLine(
                    staff: staff, effect: LedgerEffect(effect), why: why.rawValue, call: call)
            ]
        case .answered(let call, let staff, let way, _):
            let effect: LedgerEffect =
                switch way {
                case .turn: .counted
                case .makeup: .makeupUsed
                case .named, .slot, .callback: .notCounted
                }
            return [LedgerLine(staff: staff, effect: effect, why: way.rawValue, call: call)]
        case .sheetPublished, .joined, .callbackOpened, .ended, .lineHanded, .rangOut,
            .orderIssued, .orderConfirmed:
            return []
        }
    }
}

/// One line of the ledger of turns.
public struct LedgerRow: Sendable, Hashable {
    /// Number of the decision in the journal.
    public let seq: Int
    /// Its place among the lines of that decision, from 0.
    public let ordinal: Int
    /// When.
    public let at: Moment
    /// Whose turn.
    public let staff: StaffID
    /// What happened to it.
    public let effect: LedgerEffect
    /// How many turns or ticks.
    public let amount: Int
    /// Why it passed, or how the group came to the person.
    public let why: String?
    /// The visit that brought it about.
    public let visit: VisitID?
    /// The call that brought it about.
    public let call: CallID?
    /// The decision.
    public let decision: DecisionID
    /// The reason management gave.
    public let note: String?

    static let columns: SQL = """
        seq, ordinal, at, staff, effect, amount, why, visit, call, decision, note
        """

    /// The turns of a consultant on a day, oldest first.
    public static func of(_ staff: StaffID, on day: BusinessDay, at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM turn_ledger WHERE site = \(site) AND staff = \(staff)
        AND day = \(day) ORDER BY seq, ordinal
        """
    }

    /// The turns of everybody on a day, oldest first.
    public static func ofDay(_ day: BusinessDay, at site: SiteID, limit: Int = 1000) -> SQL {
        """
        SELECT \(sql: columns) FROM turn_ledger WHERE site = \(site) AND day = \(day)
        ORDER BY seq, ordinal LIMIT \(limit)
        """
    }

    /// Reads a row of the queries above.
    public init(_ row: Row) throws {
        seq = Int(try row.int("seq"))
        ordinal = Int(try row.int("ordinal"))
        at = Moment(milliseconds: try row.int("at"))
        staff = StaffID(try row.text("staff"))
        effect = try row.code("effect")
        amount = Int(try row.int("amount"))
        why = try row.optionalText("why")
        visit = try row.optionalText("visit").map { VisitID($0) }
        call = try row.optionalText("call").map { CallID($0) }
        decision = DecisionID(try row.text("decision"))
        note = try row.optionalText("note")
    }
}
