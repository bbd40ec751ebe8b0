/// Facts of the registers; frozen once shipped.
public enum RegisterEvent: Codable, Hashable, Sendable {
    /// A rule proposes a penalty.
    case penaltyDrafted(PenaltyDraft, at: Moment)
    /// Columns of the visit register; `closes` is the first second that is too late (REC-48).
    case visitEntered(VisitEntry, closes: Moment, late: Bool, at: Moment)
    /// A group left that was still there when the day was closed (REC-48).
    case visitSeenOff(VisitID, StaffID, closes: Moment, at: Moment)
    /// Incomplete at the deadline: no ownership comes of it (REC-48).
    case visitEntryLapsed(VisitID, StaffID, missing: [VisitColumn], at: Moment)
    /// A step of a reception (REC-47).
    case stepMarked(VisitID, ReceptionStep, at: Moment)
    /// A table is as it was (REC-50).
    case tableReset(VisitID, at: Moment)
    /// It was not: the next patrol looks at it (REC-50).
    case tableLeft(VisitID, StaffID, at: Moment)
    /// What a consultant lacks before standing first (REC-45).
    case kitChecked(StaffID, short: [String], at: Moment)
    /// A tour of the building site left (REC-51).
    case tourDeparted(TourSheet, at: Moment)
    /// And is back; `short`: helmets that are missing (REC-51).
    case tourReturned(VisitID, short: Int, at: Moment)
    /// Leaders are to come; the board tells from `notice` on (REC-52).
    case leaderPlanned(SlipID, visit: Moment, notice: Moment)
    /// The front was told (REC-52).
    case leaderAnnounced(SlipID, at: Moment)
    /// A step of signing (REC-53).
    case stageFinished(VisitID, SigningStage, at: Moment)
    /// A line of the call register; `closes` is the first second too late (REC-59).
    case callEntered(CallLine, closes: Moment, late: Bool, at: Moment)
    /// Blanks that were left at the deadline (REC-59).
    case callEntryLapsed(CallID, StaffID, missing: [CallColumn], at: Moment)
    /// Nobody called back in time (REC-57).
    case callbackOverdue(CallID, at: Moment)
    /// The day was closed and nobody had (REC-57).
    case callbackMissed(CallID, at: Moment)
    /// A text is due: in time up to `by`, at all before `closes` (REC-60).
    case textDue(CallID, StaffID, by: Moment?, closes: Moment)
    /// It went out (REC-60).
    case textSent(CallID, StaffID, late: Bool, at: Moment)
    /// The caller wants none (REC-60).
    case textDeclined(CallID, StaffID, at: Moment)
    /// It is late and not sent yet (REC-60).
    case textLate(CallID, StaffID, at: Moment)
    /// The day is over without it (REC-60).
    case textMissing(CallID, StaffID, at: Moment)
    /// The list of texts is there to be gone through (REC-61).
    case eveningEnded(BusinessDay, at: Moment)
    /// A line of it (REC-61).
    case textReviewed(CallID, StaffID, passed: Bool, at: Moment)
    /// Paper and system agree (REC-62).
    case registersCollected(BusinessDay, visits: Int, calls: Int, at: Moment)
    /// Nobody has collected them (REC-62).
    case collectionReminded(BusinessDay, at: Moment)
    /// Nobody has confirmed the order of calls (REC-54).
    case confirmationReminded(BusinessDay, at: Moment)
    /// A message for a colleague (REC-58).
    case messageLeft(SlipID, StaffID, remind: Moment, at: Moment)
    /// Not dealt with yet (REC-58).
    case messageReminded(SlipID, StaffID, at: Moment)
    /// Dealt with (REC-58).
    case messageHandled(SlipID, StaffID, at: Moment)
    /// An answer is promised (REC-65).
    case promised(PromiseFact, at: Moment)
    /// The promise was changed (REC-65).
    case promiseAmended(PromiseFact, note: String, at: Moment)
    /// It is due soon (REC-65).
    case promiseReminded(SlipID, StaffID, at: Moment)
    /// It was not kept in time (REC-65).
    case promiseOverdue(SlipID, StaffID, at: Moment)
    /// The customer has the answer (REC-65).
    case promiseAnswered(SlipID, StaffID, late: Bool, at: Moment)
    /// An inspection; `closes`: until then what failed is looked at again (GLOSSARY §2.13).
    case inspected(Inspection, by: StaffID, closes: Moment, at: Moment)
    /// Looked at again (GLOSSARY §2.13).
    case rechecked(SlipID, stillFailing: [String], by: StaffID, at: Moment)
    /// Nobody looked again in time: the inspector's omission (GLOSSARY §2.13).
    case recheckOverdue(SlipID, by: StaffID, at: Moment)
    /// Somebody signed a paper on the screen; `by`: with whose account (OWN-30, OWN-52).
    case signed(PaperSignature, by: StaffID, at: Moment)
}
