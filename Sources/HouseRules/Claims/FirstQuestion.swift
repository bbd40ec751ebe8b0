/// Whom a visitor knows here (REC-28).
public enum Acquaintance: Codable, Hashable, Sendable {
    /// Nobody.
    case nobody
    /// Has been here; by whom they were received is forgotten (REC-30).
    case forgotten
    /// Says a name, or features that fit these people (REC-29).
    case named([StaffID])
}

/// Who sent a visitor (REC-25, REC-42).
public enum Referrer: String, Codable, Sendable, CaseIterable {
    /// Nobody.
    case nobody
    /// 开发商、相关部门及其员工介绍.
    case developer
    /// 员工推荐给某顾问 (P002B).
    case employee
    /// 渠道带访.
    case channel
}

/// What a visitor comes for (REC-22).
public enum VisitPurpose: String, Codable, Sendable, CaseIterable {
    /// 看房.
    case viewing
    /// 同行市调.
    case peer
    /// 找开发公司办事.
    case developerBusiness = "developer_business"
    /// 已成交办事或补定.
    case dealFollowup = "deal_followup"
}

/// What shows that somebody has bought before (REC-44).
public enum VerifyKey: String, Codable, Sendable, CaseIterable {
    /// 姓名加房号.
    case nameAndUnit = "name_unit"
    /// 电话.
    case phone
    /// 合同号.
    case contract = "contract_no"
}

/// A question that may have to be answered before a visitor is given to anybody (REC-28).
public enum FirstQuestionField: String, Codable, Sendable, CaseIterable, Comparable {
    /// 是不是第一次来.
    case firstVisit = "first_visit"
    /// 有没有认识或约好的顾问.
    case knownConsultant = "known_consultant"
    /// 打没打过电话.
    case phonedBefore = "phoned_before"
    /// 收没收到过顾问的短信.
    case smsReceived = "sms_received"
    /// 谁介绍来的.
    case referrer = "staff_or_channel_referrer"
    /// 来做什么.
    case purpose

    /// Orders by word.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The answers of the first question; kept as evidence with the moment (REC-28).
public struct FirstQuestion: Codable, Hashable, Sendable {
    /// Whether it is their first visit.
    public var firstVisit: Bool?
    /// Whom they know.
    public var known: Acquaintance?
    /// Whether they phoned before.
    public var phonedBefore: Bool?
    /// Whether they got a text of a consultant.
    public var smsReceived: Bool?
    /// Whose text they showed (REC-43).
    public var textFrom: StaffID?
    /// Who sent them.
    public var referrer: Referrer?
    /// What they come for.
    public var purpose: VisitPurpose?
    /// The old customer who came along before the question was done (REC-31).
    public var introducer: PersonID?
    /// A consultant who recognises them before they are given to anybody (REC-34).
    public var recognisedBy: StaffID?
    /// What showed that they bought before (REC-44).
    public var verified: [VerifyKey] = []
    /// How many came (REC-35).
    public var partySize: Int?
    /// When they said a name; nil: when the arrival is entered (REC-33).
    public var namedAt: Moment?
    /// When the question was done; nil: when the arrival is entered.
    public var answeredAt: Moment?

    /// Nothing answered yet.
    public init() {}

    /// Whether a question is answered; whoever was recognised need not name anybody.
    func answers(_ field: FirstQuestionField) -> Bool {
        switch field {
        case .firstVisit: firstVisit != nil
        case .knownConsultant: known != nil || textFrom != nil || recognisedBy != nil
        case .phonedBefore: phonedBefore != nil
        case .smsReceived: smsReceived != nil || textFrom != nil
        case .referrer: referrer != nil
        case .purpose: purpose != nil
        }
    }
}
