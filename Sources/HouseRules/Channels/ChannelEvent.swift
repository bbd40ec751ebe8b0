/// Facts of channels; frozen once shipped.
public enum ChannelEvent: Codable, Hashable, Sendable {
    /// A channel reported that it brings somebody (OWN-45).
    case reported(FiledReport)
    /// A company or an agent may not bring customers (OWN-50).
    case blocked(ChannelBlock)
    /// It may again.
    case lifted(channel: String, agent: String?)
    /// The consultant will receive whom 空间家 sends (OWN-51).
    case contacted(SlipID, StaffID, at: Moment)
    /// The gate saw them come in (OWN-45).
    case seenAtGate(VisitID, at: Moment)
    /// Said only later that a channel brought them (OWN-48).
    case mentioned(VisitID, at: Moment)
    /// Compared with the reports (OWN-49).
    case judged(ChannelVerdict, mark: CustomerMark, at: Moment)
    /// Management looked at the evidence itself (OWN-46).
    case reviewed(ChannelReview, at: Moment)
    /// The slip that a channel brought them (OWN-52).
    case confirmed(VisitConfirmation, at: Moment)
    /// To be gone into (OWN-52).
    case audited(VisitID, [AuditCause], at: Moment)
    /// Gone into (OWN-52).
    case auditClosed(VisitID, dumpedBy: StaffID?, note: String, at: Moment)
    /// A channel took a consultant's customer (OWN-50).
    case poached(Poaching, [PoachEffect], at: Moment)
    /// Compared with the order (OWN-46).
    case dealJudged(ChannelDeal, at: Moment)
    /// The buyers of a month are to be called; the day is the first after it (OWN-53).
    case surveyDrawn(BusinessDay, [DealID])
    /// A buyer answered (OWN-53).
    case surveyed(ChannelSurvey, at: Moment)
    /// An employee recommended somebody (OWN-44).
    case recommended(StaffReferral)
    /// Something is on record of them (OWN-44).
    case evidenceNoted(PersonID, SlipID, ReferralEvidence, at: Moment)
}
