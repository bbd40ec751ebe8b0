/// One entry of the call register: only which columns are filled, never what is in them (REC-59).
public struct CallEntry: Codable, Hashable, Sendable {
    /// The call.
    public var call: CallID
    /// The columns that are filled.
    public var filled: [CallColumn]
    /// The caller would not leave a number, which is no blank.
    public var numberRefused: Bool
    /// The caller never rang before, so a text is due (REC-60).
    public var isFirst: Bool
    /// Perhaps a competitor (REC-63).
    public var isSuspect: Bool
    /// What the invitation came to (REC-64); nil: not said yet.
    public var invitation: Invitation?
    /// When they agreed to come.
    public var appointment: Moment?
    /// The caller, if known.
    public var person: PersonID?

    /// An entry.
    public init(
        _ call: CallID, filled: [CallColumn] = [], numberRefused: Bool = false,
        isFirst: Bool = false, isSuspect: Bool = false, invitation: Invitation? = nil,
        appointment: Moment? = nil, person: PersonID? = nil
    ) {
        self.call = call
        self.filled = filled
        self.numberRefused = numberRefused
        self.isFirst = isFirst
        self.isSuspect = isSuspect
        self.invitation = invitation
        self.appointment = appointment
        self.person = person
    }
}

/// A line of the call register as it stands.
public struct CallLine: Codable, Hashable, Sendable {
    /// What was entered.
    public var entry: CallEntry
    /// Whose call it is.
    public var staff: StaffID
    /// Columns that must be filled and are not.
    public var missing: [CallColumn]
}

/// A line of the visit register as it stands: only which columns are filled (REC-48).
public struct VisitEntry: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Who received.
    public var staff: StaffID
    /// Columns that are filled.
    public var filled: [VisitColumn]
    /// Columns that must be filled and are not.
    public var missing: [VisitColumn]
}

/// The sheet of a tour of the building site (REC-51).
public struct TourSheet: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Who of the developer agreed, as an opaque reference.
    public var approval: String?
    /// When the developer agreed.
    public var approvedAt: Moment?
    /// How many customers go.
    public var customers: Int
    /// How many go with them.
    public var escorts: Int
    /// Helmets taken.
    public var helmets: Int

    /// A sheet.
    public init(
        _ visit: VisitID, approval: String?, approvedAt: Moment?, customers: Int, escorts: Int,
        helmets: Int
    ) {
        self.visit = visit
        self.approval = approval
        self.approvedAt = approvedAt
        self.customers = customers
        self.escorts = escorts
        self.helmets = helmets
    }
}

/// An answer that somebody owes a customer (REC-65).
public struct PromiseFact: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// Who promised.
    public var staff: StaffID
    /// The department that knows.
    public var department: String
    /// Until when.
    public var due: Moment
    /// When to remind.
    public var remind: Moment
}

/// How one item of a checklist came out (GLOSSARY §2.13).
public enum Verdict: String, Codable, Sendable, CaseIterable {
    case pass, fail
    /// Does not apply: not in the denominator.
    case na
}

/// One item of an inspection.
public struct ItemResult: Codable, Hashable, Sendable {
    /// The item's stable name.
    public var item: String
    /// How it came out.
    public var verdict: Verdict
    /// What was seen; a fail needs it.
    public var fact: String

    /// A result.
    public init(_ item: String, _ verdict: Verdict, fact: String = "") {
        self.item = item
        self.verdict = verdict
        self.fact = fact
    }
}

/// One inspection by a checklist (GLOSSARY §2.13).
public struct Inspection: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// By which list.
    public var list: Checklist
    /// Who is inspected.
    public var staff: StaffID
    /// The visit or call it is about.
    public var about: String?
    /// Item by item.
    public var results: [ItemResult]

    /// An inspection.
    public init(
        _ slip: SlipID, _ list: Checklist, of staff: StaffID, about: String? = nil,
        _ results: [ItemResult]
    ) {
        self.slip = slip
        self.list = list
        self.staff = staff
        self.about = about
        self.results = results
    }

    /// Items that passed.
    public var passed: Int { results.count { $0.verdict == .pass } }
    /// Items that count: passed or failed.
    public var counted: Int { results.count { $0.verdict != .na } }
    /// The items that failed.
    public var failed: [String] { results.filter { $0.verdict == .fail }.map(\.item) }
    /// One serious item that fails, fails the whole (REC-49).
    public var isVetoed: Bool { failed.contains(where: list.serious.contains) }
}
