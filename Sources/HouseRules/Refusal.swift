/// Why a command does not stand (GLOSSARY §4 and our own codes), with the facts that decide it.
public enum Refusal: Error, Codable, Hashable, Sendable {
    /// The station slot is held by somebody else (REC-02).
    case slotOccupied(slot: Int, by: StaffID)
    /// Not on today's sheet, so no station slot (REC-02).
    case notOnSheet(StaffID)
    /// Not the person the house sends (REC-03); `due` is.
    case notYourTurn(due: StaffID?)
    /// The last group is not entered in the visit register yet (REC-04).
    case visitLogMissing(VisitID)
    /// A waiver lasts at least so long (REC-08).
    case waiverMinTime(earliest: Moment)
    /// The site's rules know no waiver (REC-08).
    case waiverNotInUse
    /// Somebody can still receive, so management may not (REC-13).
    case managerCoverNotAllowed(StaffID)
    /// Official leave needs an order from management (REC-06).
    case officialOrderRequired
    /// Meals only within the window (REC-06).
    case outsideMealWindow(from: TimeOfDay, to: TimeOfDay)
    /// Only consultants answer the sales line (REC-56).
    case consultantsOnly
    /// The class of visit needs the name of a consultant (REC-18).
    case namedConsultantMissing(VisitClass)
    /// The site's table has no row for the class (REC-18).
    case classNotInTable(VisitClass)
    /// This person does not work on the site.
    case unknownStaff(StaffID)
    /// The person is already in the ring.
    case alreadyEnrolled(StaffID)
    /// No such visit is open.
    case unknownVisit(VisitID)
    /// No such call is open.
    case unknownCall(CallID)
    /// The visit or call has been entered before.
    case alreadyRegistered
    /// The fact lies ahead of the server's clock.
    case inTheFuture(Moment)
    /// The fact is older than what may be entered (another day, or before the last change).
    case tooOld(Moment)
    /// The person is off duty.
    case offDuty(StaffID)
    /// The person is receiving or telephoning; finish that first.
    case busy(StaffID)
    /// The person is not where the command supposes.
    case wrongPresence(StaffID, Presence)
    /// The day's sheet is closed or not yet published.
    case dayNotOpen
    /// There is a sheet for the day already.
    case sheetExists
    /// The role may not do this.
    case notPermitted(Role)
    /// The visit cannot be declared void (REC-15).
    case void(VoidRefusal)
    /// About order on the floor.
    case duty(DutyRefusal)
    /// About whose customer it is.
    case claims(ClaimRefusal)
    /// About the registers.
    case registers(RegisterRefusal)
    /// About ownership.
    case ownership(OwnershipRefusal)
    /// About deals and quarrels.
    case adjudication(AdjudicationRefusal)
    /// About channels.
    case channels(ChannelRefusal)
    /// About units, orders and money.
    case sales(SalesRefusal)
    /// About selection days.
    case selection(SelectionRefusal)
    /// About pay.
    case commission(CommissionRefusal)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .slotOccupied: "SLOT_OCCUPIED"
        case .notOnSheet: "NOT_ON_SHEET"
        case .notYourTurn: "NOT_YOUR_TURN"
        case .visitLogMissing: "VISIT_LOG_MISSING"
        case .waiverMinTime: "WAIVER_MIN_TIME"
        case .waiverNotInUse: "WAIVER_NOT_IN_USE"
        case .managerCoverNotAllowed: "MANAGER_COVER_NOT_ALLOWED"
        case .officialOrderRequired: "OFFICIAL_ORDER_REQUIRED"
        case .outsideMealWindow: "OUTSIDE_MEAL_WINDOW"
        case .consultantsOnly: "CONSULTANTS_ONLY"
        case .namedConsultantMissing: "NAMED_CONSULTANT_MISSING"
        case .classNotInTable: "CLASS_NOT_IN_TABLE"
        case .unknownStaff: "UNKNOWN_STAFF"
        case .alreadyEnrolled: "ALREADY_ENROLLED"
        case .unknownVisit: "UNKNOWN_VISIT"
        case .unknownCall: "UNKNOWN_CALL"
        case .alreadyRegistered: "ALREADY_REGISTERED"
        case .inTheFuture: "IN_THE_FUTURE"
        case .tooOld: "TOO_OLD"
        case .offDuty: "OFF_DUTY"
        case .busy: "BUSY"
        case .wrongPresence: "WRONG_PRESENCE"
        case .dayNotOpen: "DAY_NOT_OPEN"
        case .sheetExists: "SHEET_EXISTS"
        case .notPermitted: "NOT_PERMITTED"
        case .void(let refusal): refusal.code
        case .duty(let refusal): refusal.code
        case .claims(let refusal): refusal.code
        case .registers(let refusal): refusal.code
        case .channels(let refusal): refusal.code
        case .sales(let refusal): refusal.code
        case .selection(let refusal): refusal.code
        case .commission(let refusal): refusal.code
        case .adjudication(let refusal): refusal.code
        case .ownership(let refusal): refusal.code
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .void(let refusal): refusal.clause
        case .duty(let refusal): refusal.clause
        case .claims(let refusal): refusal.clause
        case .registers(let refusal): refusal.clause
        case .channels(let refusal): refusal.clause
        case .sales(let refusal): refusal.clause
        case .selection(let refusal): refusal.clause
        case .commission(let refusal): refusal.clause
        case .adjudication(let refusal): refusal.clause
        case .ownership(let refusal): refusal.clause
        case .slotOccupied, .notOnSheet: .rec(2)
        case .notYourTurn, .wrongPresence, .offDuty, .busy: .rec(3)
        case .visitLogMissing: .rec(4)
        case .officialOrderRequired, .outsideMealWindow: .rec(6)
        case .waiverMinTime, .waiverNotInUse: .rec(8)
        case .managerCoverNotAllowed: .rec(13)
        case .namedConsultantMissing, .classNotInTable: .rec(18)
        case .consultantsOnly, .unknownCall: .rec(56)
        case .dayNotOpen, .sheetExists, .unknownStaff, .alreadyEnrolled: .rec(1)
        case .unknownVisit, .alreadyRegistered, .inTheFuture, .tooOld, .notPermitted: .rec(15)
        }
    }
}
