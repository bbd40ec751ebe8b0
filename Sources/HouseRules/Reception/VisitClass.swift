/// What kind of arrival it is (来访类别, reception.md §0).
public enum VisitClass: String, Codable, Sendable, CaseIterable {
    /// 首访.
    case newFirst = "new_first"
    /// 来过但没登记.
    case newUnregistered = "new_unregistered"
    /// 超期老客户及其介绍的人.
    case newExpired = "new_expired"
    /// 来电客户且指名.
    case callNamed = "call_named"
    /// 来电客户未指名.
    case callUnnamed = "call_unnamed"
    /// 有效期内老客户.
    case ownedReturning = "owned_returning"
    /// 忘了是谁接待.
    case forgotConsultant = "forgot_consultant"
    /// 老带新.
    case referral
    /// 置业顾问自身人脉.
    case ownResource = "own_resource"
    /// 关系户.
    case relation
    /// 员工推荐.
    case staffReferral = "staff_referral"
    /// 渠道带访.
    case channel
    /// 同行市调.
    case peer
    /// 找开发公司办事.
    case developerBusiness = "developer_business"
    /// 已购业主.
    case owner
    /// 参观团.
    case tourGroup = "tour_group"
    /// 已成交客户办事或补定.
    case dealFollowup = "deal_followup"
}

/// Who receives a class of visit (接待人, REC-18).
public enum Receiver: String, Codable, Sendable, CaseIterable {
    /// 当轮: whoever the rotation says.
    case currentTurn = "current_turn"
    /// 原置业顾问, 接电话者, 本人 or 指派: the consultant named in the arrival.
    case named
    /// 末位: the last of those on stand.
    case lastInQueue = "last_in_queue"
}

/// What a turn that passes while this reception lasts becomes (REC-05, REC-06).
public enum MissedTurn: String, Codable, Sendable, CaseIterable {
    /// 轮空不补.
    case forfeit
    /// 补轮.
    case makeup
}

/// One row of the house's table of visit classes (REC-18).
public struct TurnRow: Codable, Hashable, Sendable {
    /// Who receives.
    public var receiver: Receiver
    /// What it does to that person's turn.
    public var effect: TurnEffect
    /// What a turn missed meanwhile becomes.
    public var missed: MissedTurn

    /// A row of the table.
    public init(_ receiver: Receiver, _ effect: TurnEffect, missed: MissedTurn = .forfeit) {
        self.receiver = receiver
        self.effect = effect
        self.missed = missed
    }
}

/// What happens to a turn (轮次结果, reception.md §0).
public enum TurnEffect: String, Codable, Sendable, CaseIterable {
    /// 计一轮.
    case counted
    /// 不计.
    case notCounted = "not_counted"
    /// 提前排轮: takes the next turn in advance.
    case advance
    /// 轮空不补.
    case forfeited
    /// 记一个补轮.
    case makeupGranted = "makeup_granted"
    /// 用掉补轮.
    case makeupUsed = "makeup_used"
    /// 用掉退还的轮.
    case returnedUsed = "returned_used"
    /// 预支已抵.
    case advanceSpent = "advance_spent"
    /// 退还本轮.
    case returned
    /// 弃站.
    case waived
}
