import HouseRules

extension LedgerEffect: Labelled {
    /// The word in lists and files.
    public var label: String {
        switch self {
        case .counted: "计一轮"
        case .notCounted: "不计轮"
        case .advance: "预支接待"
        case .forfeited: "轮空不补"
        case .makeupGranted: "记补轮"
        case .makeupUsed: "用补轮"
        case .returned: "退还一轮"
        case .returnedUsed: "用退还的轮"
        case .advanceTaken: "记预支"
        case .advanceSpent: "预支已抵"
        case .advanceCleared: "预支清零"
        case .makeupExpired: "补轮过期"
        case .makeupCleared: "补轮清掉"
        case .waived: "弃站"
        case .ticked: "记 ∨"
        case .ticksRaised: "∨ 补到"
        case .corrected: "已更正"
        }
    }
}

extension LedgerRow {
    /// Whether it is about a turn of the floor or of the telephone.
    var matter: String { call == nil ? "接待" : "电话" }

    /// Why, in words: the reason the turn passed, the way the group came, or management's note.
    var reason: String {
        if let note, !note.isEmpty { return note }
        guard let why else { return "" }
        return PassReason(rawValue: why)?.label ?? AssignmentWay(rawValue: why)?.label
            ?? CallWay(rawValue: why)?.label ?? why
    }
}

extension AssignmentWay: Labelled {
    /// How a group came to its receptionist.
    public var label: String {
        switch self {
        case .turn: "轮到"
        case .makeup: "补轮"
        case .named: "客户找他"
        case .assist: "替同事接"
        case .last: "末位"
        case .handover: "经理交接"
        case .uncounted: "当轮，不计"
        }
    }
}

extension CallWay: Labelled {
    /// How a call came to its answerer.
    public var label: String {
        switch self {
        case .turn: "电话轮到"
        case .makeup: "补一通"
        case .named: "点名来电"
        case .slot: "当班时段"
        case .callback: "接起或回拨"
        }
    }
}
