import HouseRules

extension RosterLock: Labelled {
    /// When the roster must be locked.
    public var label: String {
        switch self {
        case .beforeDraw: "摇号之前"
        case .atDraw: "摇号时一并锁定"
        }
    }
}

extension DrawAlgorithm: Labelled {
    /// How an order is drawn.
    public var label: String {
        switch self {
        case .fisherYatesChaCha20: "费雪－耶茨洗牌，ChaCha20 取数"
        }
    }
}

extension MissPolicy: Labelled {
    /// What becomes of somebody who did not come.
    public var label: String {
        switch self {
        case .endOfRoundOnce: "排到本轮末尾一次，再过号算放弃"
        case .giveUp: "一过号就算放弃"
        }
    }
}

extension ChooseStart: Labelled {
    /// From when the time to choose runs.
    public var label: String {
        switch self {
        case .seated: "选房台入座"
        case .checkedIn: "签到"
        }
    }
}

extension PickConfirm: Labelled {
    /// Whose word a pick needs.
    public var label: String {
        switch self {
        case .buyerAndOfficer: "买方与台上工作人员"
        case .buyer: "买方自己"
        }
    }
}

extension PickReviewer: Labelled {
    /// Who confirms once more.
    public var label: String {
        switch self {
        case .authorized: "经理授权的复核人"
        case .manager: "销售经理"
        }
    }
}

extension ChangeUntil: Labelled {
    /// Until when a buyer may change.
    public var label: String {
        switch self {
        case .orderSigned: "签单之前"
        case .paid: "交定金之前"
        }
    }
}

extension OnlineStart: Labelled {
    /// From when the time to pay runs.
    public var label: String {
        switch self {
        case .held: "占用之时"
        case .opened: "开盘之时"
        }
    }
}

extension AllotmentOrder: Labelled {
    /// In what order storage and parking are chosen.
    public var label: String {
        switch self {
        case .sameAsUnits: "与选房同序"
        case .ownDraw: "单独摇号"
        }
    }
}

extension PickStatus: Labelled {
    /// How far a unit is.
    public var label: String {
        switch self {
        case .held: "已销控"
        case .orderedUnpaid: "已签单待交款"
        case .subscribed: "已交定金"
        case .contracted: "已签合同"
        }
    }
}

extension PlanRole: Labelled {
    /// Who works at an activity.
    public var label: String {
        switch self {
        case .checkin: "签到"
        case .guide: "引导"
        case .desk: "选房台"
        case .review: "复核"
        case .cashier: "财务"
        case .service: "客服"
        case .security: "保安"
        case .standby: "备用"
        }
    }
}

extension ClockKind: Labelled {
    /// What runs against a buyer.
    public var label: String {
        switch self {
        case .checkin: "签到"
        case .choose: "选房"
        case .payment: "付款"
        }
    }
}

extension Reconcile: Labelled {
    /// What is compared.
    public var label: String {
        switch self {
        case .everyUnit: "逐套核对"
        }
    }
}

extension ActivityKind: Labelled {
    /// The kind of an activity.
    public var label: String {
        switch self {
        case .unitSelection: "选房"
        case .allotment: "储藏室、车位分配"
        case .onlineOpening: "线上开盘"
        }
    }
}

extension HeatKind: Labelled {
    /// A mark of interest.
    public var label: String {
        switch self {
        case .favourite: "收藏"
        case .rehearsalPick: "公测点选"
        case .visitIntent: "到访意向"
        }
    }
}

extension PlanPaper: Labelled {
    /// A part of the written plan.
    public var label: String {
        switch self {
        case .route: "动线"
        case .contingency: "应急预案"
        case .timetable: "时间表"
        }
    }
}

extension RosterField: Labelled {
    /// What two rows share.
    public var label: String {
        switch self {
        case .person: "买方"
        case .paper: "证件"
        case .phone: "电话"
        }
    }
}

extension BuyerStage: Labelled {
    /// How far a buyer is.
    public var label: String {
        switch self {
        case .waiting: "待叫号"
        case .called: "正在叫"
        case .present: "已签到"
        case .seated: "正在选"
        case .chosen: "已选定"
        case .out: "已放弃"
        }
    }
}

extension ReleaseCause: Labelled {
    /// Why a unit is free again.
    public var label: String {
        switch self {
        case .unpaid: "逾时未付"
        case .givenUp: "买方放弃"
        case .cancelled: "退房批准"
        case .boundCancelled: "主房源退房，一并退"
        }
    }
}

extension UnitProgress: Labelled {
    /// What sales tell of a unit.
    public var label: String {
        switch self {
        case .contracted: "已签合同"
        case .cancelled: "退房批准"
        }
    }
}

extension DrawStep: Labelled {
    /// What is looked at when a draw is checked.
    public var label: String {
        switch self {
        case .roster: "名单哈希"
        case .commitment: "种子与承诺"
        case .lead: "承诺提前量"
        case .publicPart: "公众段"
        case .order: "顺序"
        }
    }
}
