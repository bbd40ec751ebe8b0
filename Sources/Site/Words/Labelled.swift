import HouseRules

/// Something with a short Chinese name as people on the site say it.
public protocol Labelled {
    /// The name shown on screens and in files.
    var label: String { get }
}

extension Mechanism: Labelled {
    /// 轮次机制.
    public var label: String {
        switch self {
        case .ring: "环形指针"
        case .tally: "∨ 台账"
        }
    }
}

extension BusyTurn: Labelled {
    /// What becomes of a turn that finds its owner with a counted customer.
    public var label: String {
        switch self {
        case .forfeit: "轮空不补"
        case .returnToPosition: "接完回来排首位"
        }
    }
}

extension WaiverTime: Labelled {
    /// To what the shortest time of a waiver applies.
    public var label: String {
        switch self {
        case .absence: "弃站至少这么久"
        case .standBefore: "站满这么久才能弃"
        }
    }
}

extension MakeupCarry: Labelled {
    /// How long a turn stays owed.
    public var label: String {
        switch self {
        case .nextDutyDay: "带到本人下一个出勤日"
        case .none: "当天作废"
        }
    }
}

extension LateJoiner: Labelled {
    /// Where a late comer joins.
    public var label: String {
        switch self {
        case .tail: "此刻次序的最后"
        case .endOfSheet: "当日表末尾"
        }
    }
}

extension PhoneMode: Labelled {
    /// How the line is kept.
    public var label: String {
        switch self {
        case .perCall: "按通轮流"
        case .timeSlot: "按时段当班"
        }
    }
}

extension PhoneOrder: Labelled {
    /// The order of calls.
    public var label: String {
        switch self {
        case .reverse: "接待次序倒过来"
        case .same: "与接待次序相同"
        }
    }
}

extension Role: Labelled {
    /// The role as the site calls it.
    public var label: String {
        switch self {
        case .salesManager: "销售经理"
        case .salesSupervisor: "销售主管"
        case .dutyOfficer: "值班人员"
        case .frontDeskSecretary: "导台"
        case .consultant: "置业顾问"
        case .clericalStaff: "内业"
        case .cashier: "出纳"
        case .titleClerk: "权证专员"
        case .auditor: "集团稽核"
        case .administrator: "系统管理员"
        case .clock: "系统"
        }
    }
}

extension Substitute: Labelled {
    /// Who stands in for a consultant who cannot come.
    public var label: String {
        switch self {
        case .tailOfQueue: "候位的末位"
        case .lastReceived: "最近登记完来访的人"
        case .sameGroup: "同组候位的末位"
        }
    }
}
