/// What somebody wants to happen; the answer is a ``Ruling``.
public enum Command: Codable, Hashable, Sendable {
    /// The ring of consultants (REC-01).
    case roster(RosterCommand)
    /// The order of the day (REC-01).
    case sheet(SheetCommand)
    /// Who is where (REC-02, REC-05 … REC-08).
    case presence(PresenceCommand)
    /// Arrivals and receptions (REC-03, REC-04, REC-18).
    case visits(VisitCommand)
    /// Call turns (REC-54 … REC-56).
    case calls(CallCommand)
    /// Order on the floor (REC-10 … REC-17).
    case duty(DutyCommand)
    /// Whose customer it is (REC-21 … REC-44).
    case claims(ClaimCommand)
    /// Registers, texts, promises and checks (REC-45 … REC-66).
    case registers(RegisterCommand)
    /// Whose customer it is over time (OWN-01 … OWN-42).
    case ownership(OwnershipCommand)
    /// Whose deal it is (OWN-22 … OWN-38).
    case adjudication(AdjudicationCommand)
    /// Channels and recommendations (OWN-43 … OWN-54).
    case channels(ChannelCommand)
    /// Units, orders and money (SAL-01 … SAL-37).
    case sales(SalesCommand)
    /// Selection days, openings and allotments (SEL-01 … SEL-10).
    case selection(SelectionCommand)
    /// The pay of a month (SAT-37).
    case commission(CommissionCommand)
    /// Whatever is due by now; harmless when nothing is.
    case settleDue
}

/// Changes of the ring.
public enum RosterCommand: Codable, Hashable, Sendable {
    /// A consultant starts on the site: tail of the ring.
    case enroll(StaffID)
    /// A consultant leaves the site.
    case release(StaffID)
    /// Management grants (`makeupGranted`) or gives back (`returned`) a turn, with the reason.
    case adjust(StaffID, TurnEffect, note: String)
    /// The account of somebody was opened, changed or closed; nothing follows from it by the rules.
    case account(StaffID, AccountChange)
}

/// What happened to an account.
public enum AccountChange: Codable, Hashable, Sendable {
    /// It was opened in this role.
    case opened(Role)
    /// Its role is another one now.
    case given(Role)
    /// It has a new password.
    case newPassword
    /// It was closed.
    case closed
}

/// The order of the day.
public enum SheetCommand: Codable, Hashable, Sendable {
    /// Draft the sheet of the day of the decision.
    case publish
    /// Confirm it.
    case confirm
    /// Close the day.
    case close
}

/// Moves of a consultant.
public enum PresenceCommand: Codable, Hashable, Sendable {
    /// Clock in: on stand.
    case clockIn(StaffID)
    /// Leave the front desk; `until` bounds an official absence.
    case leave(StaffID, LeaveKind, until: Moment?)
    /// Back on stand.
    case comeBack(StaffID)
    /// Give up the stand for a while (REC-08).
    case waive(StaffID)
    /// Off duty.
    case goOff(StaffID, OffDutyKind)
    /// Take a station slot, 1 = first (REC-02).
    case takeSlot(StaffID, Int)
}

/// An arrival as the desk enters it.
public struct Arrival: Codable, Hashable, Sendable {
    /// The visit, named by the form.
    public var visit: VisitID
    /// Its class after the first question.
    public var visitClass: VisitClass
    /// When the group came in; nil: at the moment of the decision.
    public var arrivedAt: Moment?
    /// The consultant the visitor or the assignment names.
    public var named: StaffID?
    /// The customer, if known.
    public var person: PersonID?
    /// The answers of the first question, which find the class; nil: the class is as given.
    public var answers: FirstQuestion?

    /// An arrival of a class.
    public init(
        _ visit: VisitID, _ visitClass: VisitClass, arrivedAt: Moment? = nil,
        named: StaffID? = nil, person: PersonID? = nil, answers: FirstQuestion? = nil
    ) {
        self.visit = visit
        self.visitClass = visitClass
        self.arrivedAt = arrivedAt
        self.named = named
        self.person = person
        self.answers = answers
    }
}

/// Arrivals and receptions.
public enum VisitCommand: Codable, Hashable, Sendable {
    /// A group came in.
    case register(Arrival)
    /// "I take this one": stands only for whom the house sends.
    case take(VisitID, StaffID)
    /// Entered in the visit register.
    case log(VisitID)
    /// The group left; `logged`: and is entered in the register.
    case finish(VisitID, logged: Bool)
    /// Entered by a slip of the hand, or twice: it never took place (REC-15).
    case void(VisitID, note: String)
}

/// Call turns.
public enum CallCommand: Codable, Hashable, Sendable {
    /// The phone rings; `wanted`: the caller asks for somebody.
    case arrive(CallID, wanted: StaffID?)
    /// Somebody who may not answer took the line (REC-56).
    case noteCallback(CallID)
    /// A consultant picks up in place of the one due, or calls back (REC-56).
    case answer(CallID, StaffID)
    /// The call ended.
    case end(CallID)
    /// The phone rang so long; `by` picked it up in the end, nil: nobody did (REC-55).
    case rang(CallID, Ringing, by: StaffID?)
    /// A second line rings while somebody is on the phone: its number is noted (REC-57).
    case secondLine(CallID, StaffID)
    /// Whoever keeps the line hands it on before leaving (REC-55).
    case handLine(StaffID, to: StaffID)
    /// The morning meeting is over: the draft is the order of the day (REC-54).
    case issueOrder
    /// The duty officer confirms the order (REC-54).
    case confirmOrder
}

/// How long a phone rang, as the exchange recorded it (REC-55).
public enum Ringing: Codable, Hashable, Sendable {
    /// So many rings.
    case rings(Int)
    /// So many seconds.
    case seconds(Int)
}
