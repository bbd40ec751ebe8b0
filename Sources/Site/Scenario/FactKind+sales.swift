extension FactKind {
    /// What a fact of units, orders and money is called, and the fields it takes besides the usual.
    var salesWords: (label: String, fields: [String])? { Self.salesKinds[self] }

    /// Facts of units, orders and money.
    static let salesKinds: [FactKind: (label: String, fields: [String])] = [
        .units: (
            "编价目、批准、放盘",
            ["building", "floor", "layout", "area", "price", "schemes", "version", "released"]
        ),
        .bought: ("一路办到认购", ["unit", "customer", "person", "reviewer", "discount", "deposit"]),
        .keepUnit: ("开发商保留", ["document", "signer", "issued", "customer"]),
        .freeUnit: ("解除保留", ["document", "signer"]),
        .remark: ("备注", ["person"]),
        .delegate: ("授权确认销控", ["until"]),
        .askHold: ("申请销控", ["unit", "customer", "person"]),
        .confirmHold: ("核实并确认销控", ["checked"]),
        .rejectHold: ("退回销控申请", []),
        .holdChange: ("改销控", ["how"]),
        .readBulletins: ("看公布", []),
        .orderForm: (
            "写订单",
            ["unit", "customer", "person", "scheme", "discount", "deposit", "clauses", "total"]
        ),
        .orderReview: ("复核订单", ["person"]),
        .orderStep: ("办订单", ["step"]),
        .money: ("收款", ["kind", "amount", "received", "earnest", "customer"]),
        .refund: ("退款", []),
        .special: ("特批", ["kind", "customer", "discount", "clauses", "document"]),
        .quote: (
            "报价",
            ["customer", "person", "offers", "version", "scheme", "discount", "told"]
        ),
        .salesPromise: ("承诺", ["customer", "person", "matter", "source"]),
        .offence: ("查到违规", ["what", "person", "of"]),
        .leak: ("查到泄密", ["person", "items", "adverse", "amount"]),
        .cancellation: ("退定退房", ["step", "cause", "miscalculated", "document"]),
        .orderChange: ("申请变更", ["of", "customer", "unit", "to", "person"]),
        .approveChange: ("批准变更", ["document"]),
        .signing: ("约定签约", ["when"]),
        .signingNotice: ("签约告知", ["items", "receipt"]),
        .contractDraft: ("起草合同", ["person", "template", "changes", "approval", "total"]),
        .contractReview: ("复核合同", ["person"]),
        .contractTemplate: ("上传合同范本", ["hash", "since", "retire"]),
        .contractFile: ("生成合同", ["template", "source", "hash"]),
        .dealStage: ("办好一步", ["done", "attachments", "note"]),
        .instalments: ("排应收", ["parts"]),
        .papers: ("合同出入", ["move", "person", "count"]),
        .countPapers: ("清点合同", ["count"]),
        .dealFile: ("建成交档案", ["papers_filed"]),
        .staffPurchase: ("员工或亲属购房", ["person", "declared"]),
        .closePurchase: ("私单稽核完毕", ["guilty"]),
        .priceLists: ("领交价格表", ["count"]),
        .countPriceLists: ("清点价格表", ["count"]),
        .dayReport: (
            "归档日报",
            ["visits", "calls", "subscribed", "contracted", "amount", "collection"]
        ),
    ]
}
