import HouseRules

extension ClaimRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .firstQuestionMissing(let fields):
            "首问还没问完：\(fields.map(\.label).listed)。请问完再派客。"
        case .surname: "认领的人说不出客户的姓氏。请由能说出姓氏的顾问认领。"
        case .notAcknowledged: "客户没有回应。请当面确认以后再认领。"
        case .notOwned(let staff, let lapsed):
            (lapsed.map { "\(names(staff))的归属在 \($0.fullWords) 已经失效，客户留在当轮。" }
                ?? "登记簿上没有\(names(staff))与这位客户的有效记录，客户留在当轮。")
                + "另有证据的，请销售经理或主管在这一组的办理页“换顾问”或“改判类别”里裁定。"
        case .designated(let staff):
            staff.map { "客户点名要\(names($0))。要换人请经理批换人单。" } ?? "客户想换别人。请经理批换人单。"
        case .windowClosed(let until): "认领只到 \(until.clockWords)，已经过了。有异议请找销售经理改判。"
        case .alreadyClaimed(let staff): "\(names(staff))已经先认领。同一秒认领的请客户指认。"
        case .introducedTooLate(let until):
            "介绍人要在首问做完（\(until.clockWords)）之前到场，晚到的不算老带新。"
        case .introducerNotValid: "介绍人自己的归属已经失效，介绍来的人也按新客户。"
        case .firstVisitStands(let staff): "客户先由\(names(staff))接过且仍有效，不能再算老带新。"
        case .reclassWindowClosed(let until): "自己改类别只到 \(until.clockWords)，已经过了。请销售经理改判。"
        case .namingWindowClosed(let until): "指名只到 \(until.clockWords)，已经过了。请顾问本人在认领窗口内认领。"
        case .changeReasonMissing: "请写清客户为什么要换，或为什么不换。"
        case .changeWaits(let since): "这位客户的换人申请 \(since.words) 已经提过，等经理裁决，不用再提。"
        case .nobodysCustomer: "这位客户现在不归任何人，来了按轮次接，不用申请换人。"
        case .alreadyTheirs(let staff): "客户本来就归\(names(staff))。要换请选另一位。"
        case .noSuchChange: "没有这张换人申请，或已经裁决过。请刷新“换人申请”再看。"
        case .nothingOpen: "这组客户没有等着办的这件事。"
        case .substituteRequired(let staff): "\(names(staff))那天不在，请先填接替人。"
        case .notYourCustomer(let staff): "这位客户不归\(names(staff))，不能按老客户会面。"
        case .uniformRequired: "轮休日会客要着工装、戴工牌。请确认着装后再登记。"
        case .priceTalkBegan(let at): "\(at.clockWords) 已经开始谈价，之后才联系员工，单归接访者。"
        }
    }
}
