import HouseRules

extension UnitStatus: Labelled {
    /// How a unit stands (SAL-01).
    public var label: String {
        switch self {
        case .unreleased: "未放盘"
        case .reserved: "开发商保留"
        case .available: "可售"
        case .held: "已销控"
        case .orderedUnpaid: "已签订单待交款"
        case .subscribed: "已交定金"
        case .contracted: "已签买卖合同"
        case .filed: "已备案"
        case .delivered: "已交房"
        case .cancelling: "退定退房审批中"
        }
    }
}

extension MoveCause: Labelled {
    /// Why a unit changed its status.
    public var label: String {
        switch self {
        case .released: "放盘"
        case .reserved: "开发商保留"
        case .unreserved: "解除保留"
        case .confirmed: "经理确认销控"
        case .withdrawn: "撤销销控"
        case .lapsed: "到时没签单或没交款"
        case .signed: "双方签了订单"
        case .givenUp: "交款前放弃"
        case .paid: "定金到账"
        case .contracted: "签了买卖合同"
        case .filed: "预售登记备案"
        case .delivered: "交了钥匙"
        case .cancelling: "退定退房"
        case .kept: "退定退房没获批"
        case .cancelled: "退定退房办完"
        case .outranked: "另一笔定金更早到账、或开发商指示在先"
        case .swapped: "换房"
        case .event: "选房活动"
        }
    }
}

extension OrderStage: Labelled {
    /// How far an order is before it is a deal (SAL-10).
    public var label: String {
        switch self {
        case .written: "填好、未复核"
        case .reviewed: "已复核、未签字"
        case .signed: "双方签字、待交款"
        case .subscribed: "已交定金"
        case .contracted: "已签买卖合同"
        }
    }
}

extension OrderStep: Labelled {
    /// A step of an order that needs nothing but its number.
    public var label: String {
        switch self {
        case .sign: "双方签字"
        case .giveUp: "客户交款前放弃"
        case .checkIn: "财务到窗登记"
        case .financeDelay: "财务原因没付成"
        case .returnOriginal: "作废订单原件交回"
        case .beginSigning: "开始签约"
        case .signContract: "签了买卖合同"
        }
    }
}

extension VoidCause: Labelled {
    /// Why an order is void.
    public var label: String {
        switch self {
        case .unauthorized: "未经销控确认"
        case .unpaid: "没按时交款"
        case .givenUp: "客户交款前放弃"
        case .unitTaken: "房源被先交定金的取得"
        case .holdEnded: "签单前销控已撤销"
        case .cancelled: "退定退房"
        }
    }
}

extension HoldChange: Labelled {
    /// Why somebody takes a unit off the market or gives it back before an order is signed.
    public var label: String {
        switch self {
        case .withdraw: "撤销"
        case .extend: "续一次"
        case .reconfirm: "再确认"
        }
    }
}

extension VerifyItem: Labelled {
    /// What management checks before a hold (SAL-02).
    public var label: String {
        switch self {
        case .unitNumber: "房号"
        case .area: "面积"
        case .priceVersion: "价目版本"
        case .status: "状态"
        case .encumbrance: "抵押查封"
        }
    }
}

extension ReceiptKind: Labelled {
    /// What a receipt is (SAL-14); each kind has numbers of its own, without gaps.
    public var label: String {
        switch self {
        case .deposit: "定金收据"
        case .payment: "房款收据"
        case .invoicePayment: "房款发票"
        case .invoiceLoan: "贷款发票"
        case .earnest: "诚意金缴纳单"
        }
    }
}

extension RefundCause: Labelled {
    /// Why money goes back.
    public var label: String {
        switch self {
        case .late: "超时之后到的钱"
        case .unitTaken: "房源已被先交定金的取得"
        case .voided: "没交足就作废"
        case .cancelled: "退定退房"
        case .overpaid: "换房后多收的钱"
        }
    }
}

extension ApprovalKind: Labelled {
    /// What management approves beforehand.
    public var label: String {
        switch self {
        case .discount: "特批折扣"
        case .clauses: "订单条款改动"
        case .template: "合同条款改动"
        case .promise: "统一口径之外的承诺"
        }
    }
}

extension PromiseMatter: Labelled {
    /// What consultants must not promise by themselves (SAL-16).
    public var label: String {
        switch self {
        case .discount: "折扣"
        case .deferredPayment: "延期付款"
        case .loanTiming: "代办或拖延按揭"
        case .rename: "改名"
        case .nonContractTerms: "合同外条款"
        }
    }
}

extension SalesOffence: Labelled {
    /// An offence against the rules of sales that somebody found (SAL-07 … SAL-34).
    public var label: String {
        switch self {
        case .earlyLock: "绕开销售流程占房放房"
        case .recommendedHeld: "私自推荐已销控房源"
        case .soldHeld: "卖出已销控房源"
        case .sheetError: "销控表填错"
        case .process: "流程或房号没按程序确认"
        case .privateCollect: "私收客户款项"
        case .overpromise: "越权承诺"
        case .contractProcess: "签约没按流程"
        case .contractError: "合同出错"
        case .cancelPromise: "未批准先答应退"
        case .developerContact: "私自对接开发商"
        }
    }
}

extension NoticeItem: Labelled {
    /// What a notice of the signing tells (SAL-17).
    public var label: String {
        switch self {
        case .time: "时间"
        case .place: "地点"
        case .documents: "所需资料"
        case .relatedMatters: "有关事项"
        }
    }
}
