/// Reports of channels and recommendations of employees (OWN-43 … OWN-54).
public enum ChannelCommand: Codable, Hashable, Sendable {
    /// A channel reports that it brings somebody (OWN-45).
    case report(ChannelReport)
    /// A company or an agent may not bring customers (OWN-50).
    case block(ChannelBlock)
    /// It may again.
    case lift(channel: String, agent: String?)
    /// The consultant is told of whom 空间家 sends and will receive them (OWN-51).
    case contact(SlipID, StaffID)
    /// The gate saw the group come in (OWN-45).
    case passGate(VisitID, Moment)
    /// The customer says only now that a channel brought them (OWN-48).
    case mention(VisitID)
    /// Name and number of the register against the reports; `shown`: the report of a visit proof.
    case judge(VisitID, CustomerMark, shown: SlipID?)
    /// Management looked at the evidence itself (OWN-46).
    case review(ChannelReview)
    /// Somebody sent by 空间家 arrives (OWN-51).
    case meet(Arrival, SlipID)
    /// The slip that a channel brought them (OWN-52).
    case confirm(VisitConfirmation)
    /// The visit was gone into; `dumpedBy`: who handed a natural visitor to a channel (OWN-52).
    case closeAudit(VisitID, dumpedBy: StaffID?, note: String)
    /// A channel took a consultant's customer (OWN-50).
    case provePoaching(Poaching)
    /// Name and number of the order against the report, and what an employee's recommendation has
    /// to show for itself (OWN-44, OWN-46).
    case checkDeal(DealID, CustomerMark?)
    /// What a buyer says afterwards (OWN-53).
    case answerSurvey(ChannelSurvey)
    /// The form of an employee's recommendation (OWN-44).
    case recommend(SlipID, PersonID, StaffID)
    /// A call or a follow-up of the recommended customer (OWN-44).
    case noteContact(PersonID, SlipID, ReferralEvidence)
}
