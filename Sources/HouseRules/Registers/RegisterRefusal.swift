/// Why an entry does not stand.
public enum RegisterRefusal: Codable, Hashable, Sendable {
    /// Fields that must be filled are empty (REC-59).
    case fieldsMissing([String])
    /// No such visit waits for an entry, a table or a tour (REC-48).
    case noSuchVisit(VisitID)
    /// No such call waits for an entry or a text (REC-59).
    case noSuchCall(CallID)
    /// No such slip is open (REC-58).
    case noSuchSlip(SlipID)
    /// The slip is there already (REC-58).
    case slipExists(SlipID)
    /// What keeps the tour from leaving (REC-51).
    case tourNotCleared([TourLack], helmetsNeeded: Int)
    /// The text lacks what it must contain (REC-60).
    case textIncomplete([TextElement])
    /// The list is gone through after the evening meeting (REC-61).
    case eveningNotOver
    /// Paper and system differ (REC-62).
    case countsDiffer(visits: Int, calls: Int)
    /// Somebody who is on the phone takes the second line (REC-57).
    case notOnTheLine(StaffID)
    /// Nobody inspects themselves (GLOSSARY §2.13).
    case inspectsSelf(StaffID)
    /// A fail needs what was seen (GLOSSARY §2.13).
    case factMissing([String])
    /// No such item in the list (GLOSSARY §2.13).
    case unknownItem(String)
    /// An appointment needs its time (REC-64).
    case appointmentMissing
    /// A deadline lies ahead (REC-65).
    case notAhead(Moment)
    /// The morning meeting is over already (REC-54).
    case orderIssued
    /// The morning meeting is not over yet (REC-54).
    case orderNotIssued
    /// Nobody can take the line over who is not at the front (REC-55).
    case cannotKeepLine(StaffID)
    /// This place is signed (OWN-30, OWN-52).
    case alreadySigned(SignedPaper, SigningPlace)
    /// The paper has no such place (OWN-30).
    case noSuchPlace(SignedPaper, SigningPlace)
    /// Management signs for itself, with its own account (OWN-30).
    case signsForAnother(SignedPaper, SigningPlace)
    /// There is a later result to sign (OWN-30).
    case paperChanged(SignedPaper)
    /// There is no result to sign yet (OWN-30).
    case paperUndecided(SignedPaper)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .fieldsMissing: "FIELDS_MISSING"
        case .noSuchVisit: "NO_SUCH_VISIT_ENTRY"
        case .noSuchCall: "NO_SUCH_CALL_ENTRY"
        case .noSuchSlip: "NO_SUCH_SLIP"
        case .slipExists: "SLIP_EXISTS"
        case .tourNotCleared: "TOUR_NOT_CLEARED"
        case .textIncomplete: "TEXT_INCOMPLETE"
        case .eveningNotOver: "EVENING_NOT_OVER"
        case .countsDiffer: "REGISTER_COUNT_DIFFERS"
        case .notOnTheLine: "NOT_ON_THE_LINE"
        case .inspectsSelf: "INSPECTS_SELF"
        case .factMissing: "FACT_MISSING"
        case .unknownItem: "UNKNOWN_ITEM"
        case .appointmentMissing: "APPOINTMENT_MISSING"
        case .notAhead: "NOT_AHEAD"
        case .orderIssued: "ORDER_ISSUED"
        case .orderNotIssued: "ORDER_NOT_ISSUED"
        case .cannotKeepLine: "CANNOT_KEEP_LINE"
        case .alreadySigned: "ALREADY_SIGNED"
        case .noSuchPlace: "NO_SUCH_PLACE"
        case .signsForAnother: "SIGNS_FOR_ANOTHER"
        case .paperChanged: "PAPER_CHANGED"
        case .paperUndecided: "PAPER_UNDECIDED"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .fieldsMissing, .noSuchCall: .rec(59)
        case .noSuchVisit: .rec(48)
        case .noSuchSlip, .slipExists: .rec(58)
        case .tourNotCleared: .rec(51)
        case .textIncomplete: .rec(60)
        case .eveningNotOver: .rec(61)
        case .countsDiffer: .rec(62)
        case .notOnTheLine: .rec(57)
        case .inspectsSelf, .factMissing, .unknownItem: .rec(46)
        case .appointmentMissing: .rec(64)
        case .notAhead: .rec(65)
        case .orderIssued, .orderNotIssued: .rec(54)
        case .cannotKeepLine: .rec(55)
        case .alreadySigned(let paper, _), .noSuchPlace(let paper, _),
            .signsForAnother(let paper, _), .paperChanged(let paper), .paperUndecided(let paper):
            paper.clause
        }
    }
}
