import HouseRules

extension SignerRole: Labelled {
    /// As what somebody signs.
    public var label: String {
        switch self {
        case .customer: "客户"
        case .agent: "渠道人员"
        case .witness: "见证人"
        case .party: "当事人"
        case .manager: "经理"
        case .complainant: "提出人"
        case .ruler: "裁定人"
        case .finder: "发现人"
        case .formerConsultant: "原顾问"
        case .newConsultant: "新顾问"
        case .approver: "审批人"
        case .developer: "开发商经办人"
        case .receptionist: "接待人"
        case .escort: "陪同人"
        }
    }
}

extension SlipKind: Labelled {
    /// What the slip is called.
    public var label: String {
        switch self {
        case .dispute: "轮次争议单"
        case .suspension: "停接单"
        case .change: "更换顾问单"
        case .tourGroup: "参观团指派单"
        case .siteTour: "工地参观单"
        case .confirmation: "带访确认单"
        }
    }
}

extension SigningWay: Labelled {
    /// How somebody signed.
    public var label: String {
        switch self {
        case .drawn: "手写"
        case .typed: "输入姓名"
        }
    }
}

extension SignedPaper {
    /// What is signed, in words.
    var words: String {
        switch self {
        case .caseFile(let deal, let edition): "判客单 \(deal)（第 \(edition) 次结论）"
        case .slip(_, let kind): kind.label
        }
    }
}

extension SigningPlace {
    /// As what, and who if it is known.
    func words(_ names: Names) -> String {
        staff.map { "\(role.label) \(names($0))" } ?? role.label
    }

    /// Where on a form: `party.yunqi-anran`.
    var key: String { role.rawValue + (staff.map { "." + $0.rawValue } ?? "") }
}

extension PaperSignature {
    /// That it was given.
    func sentence(by staff: StaffID, _ names: Names) -> String {
        let screen = place.staff == staff ? "" : "，在\(names(staff))的屏幕上"
        return "\(place.words(names))在\(paper.words)上\(way.label)签字\(screen)。"
            + "原文校验值 \(text.prefix(16))…，签名校验值 \(content.prefix(16))…。"
    }
}

extension RegisterRefusal {
    /// What keeps somebody from signing.
    func signingSentence(_ names: Names) -> String {
        switch self {
        case .alreadySigned(let paper, let place):
            "\(place.words(names))在\(paper.words)上已经签过，不能再签一次。原来的签字有效。"
        case .noSuchPlace(let paper, let place):
            "\(paper.words)上没有\(place.words(names))签字的地方。请从单据上的按钮进入。"
        case .signsForAnother(_, let place):
            place.role.isManagement
                ? "\(place.words(names))要用本人的账号签。请换本人登录再签。"
                : "\(place.words(names))不在您的屏幕上签。请由本人登录，或到导台、内业、经理处签。"
        case .paperChanged(let paper): "\(paper.words)之后又有新的结论，请打开新的再签。"
        case .paperUndecided: "这一单的争议还没有裁定，裁定以后再签字。"
        default: ""
        }
    }
}
