/// A row of stages that a deal goes through.
public enum StageTrack: String, Codable, Sendable, CaseIterable {
    /// 按揭 (SAL-20).
    case loan
    /// 网签备案与权证 (SAL-21).
    case filing
    /// 交房 (SAL-24).
    case delivery
}

/// One stage of a deal after the contract.
public enum DealStage: String, Codable, Sendable, CaseIterable {
    /// 申请贷款.
    case loanApplied = "apply"
    /// 报件.
    case loanSubmitted = "submit_docs"
    /// 银行审核.
    case loanReviewed = "bank_review"
    /// 批贷.
    case loanApproved = "approved"
    /// 放款.
    case loanDisbursed = "disbursed"
    /// 抵押登记.
    case loanMortgaged = "mortgage_registered"
    /// 网签审核.
    case netsignReviewed = "netsign_reviewed"
    /// 报件资料备齐.
    case docsReady = "docs_ready"
    /// 预售合同备案.
    case presaleFiled = "presale_filed"
    /// 资金监管.
    case fundSupervised = "fund_supervised"
    /// 维修基金与契税申报.
    case taxDeclared = "tax_declared"
    /// 抵押合同备案.
    case mortgageFiled = "mortgage_filed"
    /// 产权办理.
    case titleIssued = "title_issued"
    /// 结清.
    case settled
    /// 通知交房.
    case notified
    /// 验房.
    case inspected
    /// 交钥匙.
    case keysHanded = "keys_handed"
    /// 归档.
    case archived

    /// Its row.
    public var track: StageTrack {
        switch self {
        case .loanApplied, .loanSubmitted, .loanReviewed, .loanApproved, .loanDisbursed,
            .loanMortgaged:
            .loan
        case .netsignReviewed, .docsReady, .presaleFiled, .fundSupervised, .taxDeclared,
            .mortgageFiled, .titleIssued:
            .filing
        case .settled, .notified, .inspected, .keysHanded, .archived: .delivery
        }
    }

    /// The stages of a row in order.
    public static func all(of track: StageTrack) -> [DealStage] {
        allCases.filter { $0.track == track }
    }

    /// The stage that comes before it in its row; nil: it is the first.
    public var previous: DealStage? {
        let row = Self.all(of: track)
        return row.firstIndex(of: self).flatMap { $0 > 0 ? row[$0 - 1] : nil }
    }

    /// The last one of its row.
    public var isLast: Bool { Self.all(of: track).last == self }

    /// The rule of its row.
    public var clause: Clause {
        switch track {
        case .loan: .sal(20)
        case .filing: .sal(21)
        case .delivery: .sal(24)
        }
    }
}
