import HouseRules

extension DealPaper: Labelled {
    /// A paper in the file of a deal (SAL-25).
    public var label: String {
        switch self {
        case .customerProfile: "客户资料"
        case .order: "订单"
        case .receipt: "收据"
        case .contract: "合同"
        case .loanDocs: "贷款资料"
        case .correspondence: "往来文书"
        }
    }
}

extension PaperMove: Labelled {
    /// What happens to the papers of an order (SAL-22).
    public var label: String {
        switch self {
        case .print: "打印"
        case .borrow: "借走"
        case .giveBack: "还回"
        }
    }
}

extension CancelStep: Labelled {
    /// A step of a cancellation (SAL-27).
    public var label: String {
        switch self {
        case .reported: "顾问呈报"
        case .managerReviewed: "经理审核并填申请书"
        case .submitted: "递交开发商"
        case .approved: "批准"
        case .executed: "办完退款"
        case .rejected: "没批准"
        }
    }
}

extension CancelCause: Labelled {
    /// Why a customer leaves (SAL-29).
    public var label: String {
        switch self {
        case .consultantFault: "顾问原因"
        case .customerFault: "客户原因"
        case .product: "产品原因"
        case .loanRejected: "贷款没批"
        case .other: "其他"
        }
    }
}

extension DealStage: Labelled {
    /// One stage of a deal after the contract.
    public var label: String {
        switch self {
        case .loanApplied: "申请贷款"
        case .loanSubmitted: "报件"
        case .loanReviewed: "银行审核"
        case .loanApproved: "批贷"
        case .loanDisbursed: "放款"
        case .loanMortgaged: "抵押登记"
        case .netsignReviewed: "网签审核"
        case .docsReady: "报件资料备齐"
        case .presaleFiled: "预售合同备案"
        case .fundSupervised: "资金监管"
        case .taxDeclared: "维修基金与契税申报"
        case .mortgageFiled: "抵押合同备案"
        case .titleIssued: "产权办理"
        case .settled: "结清"
        case .notified: "通知交房"
        case .inspected: "验房"
        case .keysHanded: "交钥匙"
        case .archived: "归档"
        }
    }
}

extension Consent: Labelled {
    /// Whose consent something needs (SAL-18, SAL-27).
    public var label: String {
        switch self {
        case .salesManager: "销售经理"
        case .developer: "开发商"
        }
    }
}

extension PaymentEvent: Labelled {
    /// What stops the clock of an order (SAL-05).
    public var label: String {
        switch self {
        case .checkIn: "到财务窗口登记"
        case .receipt: "开出收据"
        }
    }
}

extension DepositOrder: Labelled {
    /// By what it is decided who was first with the deposit (SAL-06).
    public var label: String {
        switch self {
        case .received: "财务收到的时刻"
        case .entered: "录进系统的先后"
        }
    }
}

extension LeakAction: Labelled {
    /// What is proposed for a leak (SAL-34).
    public var label: String {
        switch self {
        case .fine: "罚款"
        case .dismiss: "辞退"
        }
    }
}

extension PriceRounding: Labelled {
    /// How a total is rounded (SAL-19).
    public var label: String {
        switch self {
        case .fen: "四舍五入到分"
        case .yuan: "四舍五入到元"
        case .yuanDown: "舍去元以下"
        }
    }
}

extension ContractFormat: Labelled {
    /// What a contract was handed out as.
    public var label: String { self == .docx ? "Word" : "PDF" }
}
