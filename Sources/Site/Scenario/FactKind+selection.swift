extension FactKind {
    /// What the fact is called in reports.
    var selectionLabel: String {
        switch self {
        case .activity: "建活动"
        case .roster: "导入名单"
        case .lockRoster: "锁定名单"
        case .amendRoster: "增删名单"
        case .commitSeed: "公布承诺"
        case .draw: "摇号"
        case .prepareActivity: "活动准备"
        case .approveActivity: "批准就绪"
        case .callGroup: "叫号"
        case .checkIn: "签到"
        case .seat: "入座"
        case .pick: "点选"
        case .signPick: "选后签单"
        case .payPick: "选后收款"
        case .giveBack: "放开房源"
        case .markUnit: "标记房源"
        case .objection: "现场异议"
        case .resolveObjection: "处理异议"
        case .pauseActivity: "暂停活动"
        case .resumeActivity: "恢复活动"
        case .askUnit: "活动外要房"
        case .tellUnit: "房源进展"
        case .closeActivity: "活动归档"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var selectionFields: [String] {
        switch self {
        case .activity: ["title", "kind", "listing", "opens", "follows"]
        case .roster: ["rows", "trial"]
        case .amendRoster: ["add", "ticket", "remove", "note"]
        case .commitSeed: ["seed", "hash"]
        case .draw: ["seed", "public"]
        case .prepareActivity: ["roles", "materials", "plans", "signed"]
        case .approveActivity: ["note"]
        case .checkIn: ["buyer"]
        case .seat: ["buyer", "desk"]
        case .pick: ["buyer", "unit"]
        case .signPick: ["unit", "reviewer"]
        case .payPick: ["unit"]
        case .giveBack: ["unit"]
        case .markUnit: ["buyer", "unit", "kind", "on"]
        case .objection: ["slip", "buyer", "note"]
        case .resolveObjection: ["slip", "note"]
        case .pauseActivity: ["note"]
        case .tellUnit: ["progress"]
        case .closeActivity: ["clashes", "ledger"]
        default: []
        }
    }
}
