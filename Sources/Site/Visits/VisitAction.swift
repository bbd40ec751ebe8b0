import HouseRules

/// What can be done about a visit once it is there: one address each.
enum VisitAction: String, CaseIterable, Sendable {
    case answer, claim, name, reclassify, person, introduction, proof, refusal, departure
    case price = "price-talk"
    case referral = "staff-referral"
    case step = "steps"
    case entry, table
    case note = "handover-note"
    case read = "handover-reading"
    case dispute
    case customer, merge, split, change, void
    case wish = "change-wish"

    /// Where its form goes.
    func path(_ visit: String) -> String { "/visits/\(visit)/\(rawValue)" }

    /// Who may try; the rules say who may.
    var permission: Permission {
        switch self {
        case .introduction, .void: .receiveVisitors
        case .proof: .arrangeTurns
        case .customer, .merge, .split, .change: .giveRulings
        default: .endReceptions
        }
    }

    /// What it is called on buttons and in the list of addresses.
    var label: String {
        switch self {
        case .answer: "应答"
        case .claim: "认领客户"
        case .name: "客户说出要找谁"
        case .reclassify: "改判类别"
        case .person: "登记客户号码"
        case .introduction: "介绍人到场"
        case .proof: "已出示有效登记"
        case .refusal: "不接这组"
        case .departure: "接到一半离开"
        case .price: "开始谈价"
        case .referral: "推荐员工的答复"
        case .step: "接待步骤打点"
        case .entry: "填来访登记"
        case .table: "谈判桌已归位"
        case .note: "写代接交接"
        case .read: "已阅代接交接"
        case .dispute: "对轮次有异议"
        case .customer: "把客户交给别人"
        case .merge: "两组合成一组"
        case .split: "拆出一组"
        case .change: "换顾问"
        case .wish: "客户想换顾问"
        case .void: "撤销误派"
        }
    }

    /// The clause it stands on.
    var clause: Clause {
        switch self {
        case .answer, .refusal: .rec(10)
        case .claim, .introduction: .rec(31)
        case .name: .rec(33)
        case .reclassify: .rec(32)
        case .person: .rec(30)
        case .proof: .rec(34)
        case .departure: .rec(14)
        case .price, .referral: .rec(42)
        case .step: .rec(47)
        case .entry: .rec(48)
        case .table: .rec(50)
        case .note, .read: .rec(39)
        case .dispute, .void: .rec(15)
        case .customer: .rec(44)
        case .merge, .split: .rec(35)
        case .change, .wish: .rec(36)
        }
    }
}
