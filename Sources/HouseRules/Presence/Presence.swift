/// Where a consultant is and whether a visitor can be given to them (在场状态, reception.md §0).
public enum Presence: String, Codable, Sendable, CaseIterable {
    /// 候位.
    case onStand = "on_stand"
    /// 正在接待计轮客户 (a turn taken in advance is one).
    case receivingTurn = "receiving_turn"
    /// 正在接待老客户或不计轮客户.
    case receivingExisting = "receiving_existing"
    /// 公干, or 处理事务 on a tally site.
    case awayOfficial = "away_official"
    /// 批准时段内就餐.
    case awayMeal = "away_meal"
    /// 自身原因离开.
    case awayPersonal = "away_personal"
    /// 弃站中.
    case waived
    /// 停接.
    case suspended
    /// 休假或未到岗.
    case offDuty = "off_duty"

    /// With a customer.
    public var isReceiving: Bool { self == .receivingTurn || self == .receivingExisting }

    /// On the premises' books today: everything but off duty and suspended.
    public var isOnDuty: Bool { self != .offDuty && self != .suspended }
}

/// Why somebody leaves the front desk.
public enum LeaveKind: String, Codable, Sendable, CaseIterable {
    /// 公干 by order; on a tally site also 处理事务.
    case official
    /// 就餐.
    case meal
    /// 自身原因.
    case personal

    /// The presence that goes with it.
    public var presence: Presence {
        switch self {
        case .official: .awayOfficial
        case .meal: .awayMeal
        case .personal: .awayPersonal
        }
    }
}

/// Why somebody is off duty.
public enum OffDutyKind: String, Codable, Sendable, CaseIterable {
    /// 轮休 or the end of the shift: nothing owed is lost.
    case rest
    /// 请假: make-ups and advances lapse (REC-06).
    case leave
}
