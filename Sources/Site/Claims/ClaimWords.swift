import HouseRules

extension ClaimCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .note: "claims.note"
        case .linkCall: "claims.linkCall"
        case .identify: "claims.identify"
        case .claim: "claims.claim"
        case .name: "claims.name"
        case .introduce: "claims.introduce"
        case .reclassify: "claims.reclassify"
        case .prove: "claims.prove"
        case .merge: "claims.merge"
        case .split: "claims.split"
        case .change: "claims.change"
        case .askChange: "claims.askChange"
        case .ruleChange: "claims.ruleChange"
        case .appoint: "claims.appoint"
        case .noteHandover: "claims.noteHandover"
        case .readHandover: "claims.readHandover"
        case .group: "claims.group"
        case .meetOnRestDay: "claims.meetOnRestDay"
        case .offsite: "claims.offsite"
        case .beginPriceTalk: "claims.beginPriceTalk"
        case .hearStaffReferral: "claims.hearStaffReferral"
        case .handOver: "claims.handOver"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .note(let fact): (fact.staff, nil, nil)
        case .linkCall(let call, _): (nil, nil, call)
        case .claim(let claim): (claim.by, claim.visit, nil)
        case .name(let visit, let staff): (staff, visit, nil)
        case .introduce(let introduction): (nil, introduction.visit, nil)
        case .change(let slip): (slip.to, slip.visit, nil)
        case .askChange(let wish): (wish.wants, nil, nil)
        case .ruleChange(_, .granted(let staff), _): (staff, nil, nil)
        case .ruleChange: (nil, nil, nil)
        case .appoint(let appointment): (appointment.staff, nil, nil)
        case .group(let staff, _), .meetOnRestDay(let staff, _, _), .offsite(let staff, _, _, _),
            .handOver(_, let staff, _):
            (staff, nil, nil)
        case .reclassify(let visit, _, let staff), .hearStaffReferral(let visit, _, let staff):
            (staff, visit, nil)
        case .split(_, let arrival): (nil, arrival.visit, nil)
        case .identify(let visit, _), .prove(let visit), .merge(let visit, _),
            .noteHandover(let visit, _), .readHandover(let visit), .beginPriceTalk(let visit):
            (nil, visit, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .note(let fact): "\(fact.kind.label)，记在\(names(fact.staff))名下"
        case .linkCall: "补记来电客户是谁"
        case .identify: "接待中登记号码"
        case .claim(let claim): "\(names(claim.by))认领客户"
        case .name(_, let staff): "客户说要找\(names(staff))"
        case .introduce: "介绍人到场"
        case .reclassify(_, let visitClass, _): "改判为\(visitClass.label)"
        case .prove: "出示有效登记"
        case .merge: "两组合成一组"
        case .split: "一组拆成两组"
        case .change(let slip): "换成\(names(slip.to))"
        case .askChange(let wish):
            "客户要求换人" + (wish.wants.map { "，想要\(names($0))" } ?? "")
        case .ruleChange(_, .granted(let staff), _): "同意换人，换成\(names(staff))"
        case .ruleChange: "不同意换人"
        case .appoint(let appointment):
            "\(names(appointment.staff))约客户 \(appointment.at.words) 来"
        case .noteHandover: "写代接交接"
        case .readHandover: "确认看过代接交接"
        case .group(let staff, let group): "\(names(staff))编入\(group ?? "无")组"
        case .meetOnRestDay(let staff, _, _): "\(names(staff))轮休日会老客户"
        case .offsite(let staff, _, _, _): "\(names(staff))场外接客"
        case .beginPriceTalk: "开始谈价"
        case .hearStaffReferral(_, _, let staff):
            staff.map { "推荐客户的员工指定了\(names($0))" } ?? "推荐客户的员工没有指定顾问"
        case .handOver(_, let staff, _): "把客户交给\(names(staff))"
        }
    }
}

extension CustomerFact.Kind: Labelled {
    /// What kind of line of the register.
    public var label: String {
        switch self {
        case .visit: "来访登记"
        case .call: "来电"
        case .fair: "房交会留电"
        case .touch: "有效跟进"
        case .unreached: "没联系上"
        case .deal: "成交"
        case .ownResource: "自身人脉报备"
        case .introduction: "老客户来电介绍"
        }
    }
}

extension TieKind: Labelled {
    /// What ties a customer to a consultant.
    public var label: String {
        switch self {
        case .visit: "来访"
        case .call: "来电"
        case .deal: "成交"
        case .ownResource: "自身人脉"
        case .introduction: "老客户介绍"
        }
    }
}

extension FirstQuestionField: Labelled {
    /// What the question asks.
    public var label: String {
        switch self {
        case .firstVisit: "是不是第一次来"
        case .knownConsultant: "有没有认识或约好的顾问"
        case .phonedBefore: "打没打过电话"
        case .smsReceived: "收没收到过顾问短信"
        case .referrer: "谁介绍来的"
        case .purpose: "来做什么"
        }
    }
}

extension Referrer: Labelled {
    /// Who sent a visitor.
    public var label: String {
        switch self {
        case .nobody: "没人介绍"
        case .developer: "开发商或部门介绍"
        case .employee: "员工推荐"
        case .channel: "渠道带访"
        }
    }
}

extension VisitPurpose: Labelled {
    /// What a visitor comes for.
    public var label: String {
        switch self {
        case .viewing: "看房"
        case .peer: "同行市调"
        case .developerBusiness: "找开发公司办事"
        case .dealFollowup: "成交办事或补定"
        }
    }
}

extension VerifyKey: Labelled {
    /// What shows that somebody bought before.
    public var label: String {
        switch self {
        case .nameAndUnit: "姓名加房号"
        case .phone: "电话"
        case .contract: "合同号"
        }
    }
}

extension ChangeCause: Labelled {
    /// Why another consultant.
    public var label: String {
        switch self {
        case .complaint: "投诉"
        case .wish: "客户自己的意思"
        }
    }
}

extension QuestionAsker: Labelled {
    /// Who puts the first question.
    public var label: String {
        switch self {
        case .hostOrCurrentTurn: "有咨客由咨客，没有由当轮者"
        case .frontDesk: "只由导台秘书"
        }
    }
}

extension NamedAfterExpiry: Labelled {
    /// What a customer is who names somebody with whom everything lapsed.
    public var label: String {
        switch self {
        case .expiredNew: "按新客户走当轮"
        case .namedNew: "归被点名的人，预支一轮"
        }
    }
}

extension ReferralMoment: Labelled {
    /// By which moment a recommendation is weighed.
    public var label: String {
        switch self {
        case .contact: "客户联系员工的时刻"
        case .reply: "员工答复的时刻"
        }
    }
}

extension OwnResourceProof: Labelled {
    /// What shows an own circle.
    public var label: String {
        switch self {
        case .either: "事先报过或客户当场确认"
        case .report: "须事先报过"
        }
    }
}
