/// What is entered and checked beside the turns: registers, texts after calls, promises, checks
/// (REC-45 … REC-53, REC-57 … REC-66).
public enum RegisterCommand: Codable, Hashable, Sendable {
    /// Proposes a penalty; people decide on it elsewhere (GLOSSARY §2.12).
    case proposePenalty(PenaltyDraft)
    /// Columns of the visit register are filled (REC-48).
    case enterVisit(VisitID, filled: [VisitColumn])
    /// A step of the reception is ticked (REC-47).
    case markStep(VisitID, ReceptionStep)
    /// The table is as it was (REC-50).
    case resetTable(VisitID)
    /// What a consultant has at hand: the items, and single sheets by type of flat (REC-45).
    case checkKit(StaffID, has: [KitItem], sheets: [String: Int])
    /// A tour of the building site leaves (REC-51).
    case departTour(TourSheet)
    /// It is back with so many helmets (REC-51).
    case returnTour(VisitID, helmets: Int)
    /// Leaders are to come (REC-52).
    case planLeader(SlipID, at: Moment)
    /// A step of signing is done (REC-53).
    case finishStage(VisitID, SigningStage)
    /// The call register (REC-59, REC-63, REC-64).
    case enterCall(CallEntry)
    /// The text after a first call was sent (REC-60).
    case sendText(CallID, with: [TextElement])
    /// The caller wants no texts (REC-60).
    case declineText(CallID)
    /// The evening meeting is over: texts are gone through (REC-61).
    case endEvening
    /// One text of the list is in order, or is not (REC-61).
    case reviewText(CallID, passed: Bool)
    /// Paper against system at the end of a day (REC-62).
    case collect(BusinessDay, visits: Int, calls: Int)
    /// A message for a colleague (REC-58).
    case leaveMessage(SlipID, for: StaffID)
    /// The colleague has dealt with it (REC-58).
    case handleMessage(SlipID)
    /// An answer is promised (REC-65); nil: within the usual time.
    case promise(SlipID, StaffID, department: String, due: Moment?)
    /// The promise is changed, with the reason (REC-65).
    case amendPromise(SlipID, due: Moment, note: String)
    /// The customer has the answer (REC-65).
    case answerPromise(SlipID)
    /// An inspection (GLOSSARY §2.13).
    case inspect(Inspection)
    /// What failed was looked at again (GLOSSARY §2.13).
    case recheck(SlipID, stillFailing: [String])
    /// Somebody signs a paper on the screen (OWN-30, OWN-52, REC-12, REC-15).
    case sign(PaperSignature)
}
