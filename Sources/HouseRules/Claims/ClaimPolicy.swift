/// Who may put the first question (REC-28).
public enum QuestionAsker: String, Codable, Sendable, CaseIterable {
    /// 有客服咨客由客服,没有由当轮者.
    case hostOrCurrentTurn = "reception_host_if_any_else_current_turn"
    /// 只由导台秘书.
    case frontDesk = "front_desk_secretary"
}

/// What a customer is who names somebody with whom everything has lapsed (REC-37).
public enum NamedAfterExpiry: String, Codable, Sendable, CaseIterable {
    /// 按新客户走当轮.
    case expiredNew = "treat_as_expired_new"
    /// 归被点名者,预支一轮.
    case namedNew = "treat_as_named_new"
}

/// By which moment an employee's recommendation is weighed against the talk of the price (REC-42).
public enum ReferralMoment: String, Codable, Sendable, CaseIterable {
    /// When the customer asked.
    case contact = "contact_time"
    /// When the employee answered.
    case reply = "reply_time"
}

/// Which proof makes a customer somebody's own circle (REC-26).
public enum OwnResourceProof: String, Codable, Sendable, CaseIterable {
    /// A report beforehand, or the customer's word.
    case either = "prior_report_or_customer"
    /// Only a report beforehand.
    case report = "prior_report"
}

/// The knobs of recognising customers, REC-21 … REC-44.
public struct ClaimPolicy: Codable, Hashable, Sendable {
    /// first_question.asker
    public var asker = QuestionAsker.hostOrCurrentTurn
    /// first_question.fields
    public var questionFields: Set<FirstQuestionField> = [.firstVisit, .knownConsultant]
    /// claim.window_seconds
    public var windowSeconds = 300
    /// claim.return_turn_to_current
    public var returnsTurn = true
    /// call_named.window_seconds
    public var namingSeconds = 180
    /// call_discover.window_seconds
    public var discoverSeconds = 300
    /// reclass.self_service_seconds
    public var reclassSeconds = 300
    /// proof.grace_minutes
    public var proofMinutes = 10
    /// arrival.lookup_by_phone
    public var looksUpByPhone = false
    /// relation.designation_allowed
    public var relationMayDesignate = false
    /// peer.discovered_after_effect
    public var peerFoundAfter = TurnEffect.counted
    /// named_after_expiry.policy
    public var namedAfterExpiry = NamedAfterExpiry.expiredNew
    /// own_resource.evidence
    public var ownResourceProof = OwnResourceProof.either
    /// change_consultant.decide_hours
    public var changeHours = 24
    /// appointment.requires_substitute_if_absent
    public var appointmentNeedsSubstitute = true
    /// appointment.remind_minutes
    public var remindMinutes = 30
    /// rest_day.uniform
    public var restDayUniform = true
    /// substitute.ack_days: the note is read until the end of so many days later
    public var handoverDays = 1
    /// staff_referral.compare
    public var referralMoment = ReferralMoment.contact
    /// staff_referral.return_turn
    public var referralReturnsTurn = true
    /// call.freshness_days
    public var callDays = 7
    /// call.to_visit_days
    public var callCapDays = 10
    /// visit.freshness_days
    public var visitDays = 10
    /// visit.validity_months
    public var visitMonths = 1
    /// touch.same_day_entry
    public var sameDayEntry = true

    /// The defaults of the catalogue (P001).
    public init() {}
}
