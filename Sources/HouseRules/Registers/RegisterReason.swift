/// Why an entry, a check or a deadline came out as it did.
public enum RegisterReason: Codable, Hashable, Sendable {
    /// A rule proposes a penalty (REC-59).
    case penaltyDrafted(PenaltyDraft)
    /// The entry of a visit is complete (REC-48).
    case visitEntered(VisitID)
    /// Columns are empty; until `closes` they can be filled (REC-48).
    case visitIncomplete(VisitID, [VisitColumn], closes: Moment)
    /// The deadline has passed: kept as history, without ownership (REC-48).
    case visitTooLate(VisitID, [VisitColumn])
    /// Steps that a reception must have and has not yet (REC-47).
    case stepsMissing(VisitID, [ReceptionStep])
    /// All of them are there (REC-47).
    case stepsComplete(VisitID)
    /// The table is as it was (REC-50).
    case tableReset(VisitID)
    /// It was not within the time: the next patrol sees it (REC-50).
    case tableLeft(VisitID, StaffID)
    /// All is at hand (REC-45).
    case kitReady(StaffID)
    /// Something is missing (REC-45).
    case kitShort(StaffID, [String])
    /// Everything for the tour is there (REC-51).
    case tourCleared(people: Int, helmets: Int)
    /// The tour is back; helmets are missing (REC-51).
    case tourBack(short: Int)
    /// Leaders come at that moment (REC-52).
    case leaderComing(SlipID, at: Moment)
    /// Tell the customer that the step is done, and where the next one is (REC-53).
    case stageDone(SigningStage)
    /// The line of the call register is complete (REC-59).
    case callEntered(CallID)
    /// Blanks; until `closes` they can be filled (REC-59).
    case callIncomplete(CallID, [CallColumn], closes: Moment)
    /// Blanks at the deadline (REC-59).
    case callBlanks(CallID, StaffID, [CallColumn])
    /// The entry comes after its day (REC-59).
    case enteredLate(CallID)
    /// Only what is public, ask for the number first, ask them to come (REC-63).
    case suspect(CallID)
    /// They agreed to come then (REC-64).
    case appointment(Moment)
    /// The call took longer than it should (REC-64).
    case overlong(StaffID, seconds: Int, limit: Int)
    /// Call back by then (REC-57).
    case callBackBy(Moment)
    /// Nobody called back in time (REC-57).
    case callbackOverdue(CallID)
    /// The day is over and nobody has called back (REC-57).
    case callbackMissed(CallID)
    /// A text is due by then (REC-60).
    case textDue(StaffID, by: Moment)
    /// Sent in time, or late (REC-60).
    case textSent(StaffID, late: Bool)
    /// The caller wants none (REC-60).
    case textDeclined(StaffID)
    /// Late and not sent yet (REC-60).
    case textLate(CallID, StaffID)
    /// The day is over without it (REC-60).
    case textMissing(CallID, StaffID)
    /// The list of today's texts (REC-61).
    case textList(count: Int, late: Int)
    /// A line of it is in order, or counts against somebody (REC-61).
    case textReviewed(StaffID, passed: Bool)
    /// Paper and system agree (REC-62).
    case collected(BusinessDay)
    /// Nobody has collected the registers of the day (REC-62).
    case notCollected(BusinessDay)
    /// Nobody has confirmed the order of calls (REC-54).
    case orderUnconfirmed(BusinessDay)
    /// A message for somebody; the reminder comes then (REC-58).
    case messageLeft(StaffID, remind: Moment)
    /// It is not dealt with yet (REC-58).
    case messageOpen(SlipID, StaffID)
    /// It is (REC-58).
    case messageHandled(StaffID)
    /// An answer is owed by then (REC-65).
    case promised(StaffID, due: Moment)
    /// It is due soon (REC-65).
    case promiseSoon(SlipID, StaffID, due: Moment)
    /// It is overdue (REC-65).
    case promiseOverdue(SlipID, StaffID)
    /// The customer has it (REC-65).
    case promiseAnswered(StaffID, late: Bool)
    /// The score of an inspection (GLOSSARY §2.13).
    case scored(Checklist, StaffID, passed: Int, counted: Int, vetoed: Bool)
    /// What failed is to be looked at again before then (GLOSSARY §2.13).
    case recheckBefore(Checklist, Moment)
    /// Looked at again (GLOSSARY §2.13).
    case rechecked(Checklist, stillFailing: [String])
    /// Nobody looked again: it counts against the inspector (GLOSSARY §2.13).
    case recheckOverdue(Checklist, StaffID)
    /// Somebody signed a paper, with somebody's account (OWN-30, OWN-52).
    case signed(PaperSignature, by: StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .visitEntered, .visitIncomplete, .visitTooLate: .rec(48)
        case .stepsMissing, .stepsComplete: .rec(47)
        case .tableReset, .tableLeft: .rec(50)
        case .kitReady, .kitShort: .rec(45)
        case .tourCleared, .tourBack: .rec(51)
        case .leaderComing: .rec(52)
        case .stageDone: .rec(53)
        case .penaltyDrafted(let draft): draft.clause
        case .callEntered, .callIncomplete, .callBlanks, .enteredLate: .rec(59)
        case .suspect: .rec(63)
        case .appointment, .overlong: .rec(64)
        case .callBackBy, .callbackOverdue, .callbackMissed: .rec(57)
        case .textDue, .textSent, .textDeclined, .textLate, .textMissing: .rec(60)
        case .textList, .textReviewed: .rec(61)
        case .collected, .notCollected: .rec(62)
        case .orderUnconfirmed: .rec(54)
        case .messageLeft, .messageOpen, .messageHandled: .rec(58)
        case .promised, .promiseSoon, .promiseOverdue, .promiseAnswered: .rec(65)
        case .scored(let list, _, _, _, _), .recheckBefore(let list, _), .rechecked(let list, _),
            .recheckOverdue(let list, _):
            list.clause
        case .signed(let signature, _): signature.paper.clause
        }
    }

    /// The mark that stands beside the decision; nil: none.
    public var flag: String? {
        switch self {
        case .textLate, .textSent(_, late: true): "SMS_LATE"
        case .textMissing: "SMS_MISSING"
        case .visitTooLate: "VISIT_ENTRY_VOID"
        case .callBlanks: "CALL_BLANKS"
        case .overlong: "CALL_OVERLONG"
        case .callbackOverdue: "CALLBACK_OVERDUE"
        case .callbackMissed: "CALLBACK_MISSED"
        case .notCollected: "REGISTERS_NOT_COLLECTED"
        case .orderUnconfirmed: "CALL_ORDER_UNCONFIRMED"
        case .messageOpen: "MESSAGE_OPEN"
        case .promiseSoon: "PROMISE_DUE_SOON"
        case .promiseOverdue, .promiseAnswered(_, late: true): "PROMISE_OVERDUE"
        case .tableLeft: "TABLE_LEFT"
        case .kitShort: "KIT_SHORT"
        case .leaderComing: nil
        case .recheckOverdue: "RECHECK_OVERDUE"
        case .stepsMissing: "RECEPTION_INCOMPLETE"
        default: nil
        }
    }
}
