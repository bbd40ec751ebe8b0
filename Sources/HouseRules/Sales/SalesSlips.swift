/// What management approves beforehand.
public enum ApprovalKind: String, Codable, Sendable, CaseIterable {
    /// 特批折扣 (SAL-15).
    case discount
    /// 订单条款改动 (SAL-10).
    case clauses
    /// 合同条款改动 (SAL-18).
    case template
    /// 统一口径之外的承诺 (SAL-16).
    case promise
}

/// An approval (特批单): what, for whom, by whom.
public struct SalesApproval: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// What.
    public var kind: ApprovalKind
    /// For which customer.
    public var person: PersonID
    /// The lowest discount, in basis points.
    public var discount: Int?
    /// The clauses, word for word as they may be added.
    public var clauses: [String]
    /// The developer's paper, where the developer has to agree (SAL-18).
    public var document: String
    /// When; set by the decision.
    public var at: Moment

    /// An approval.
    public init(
        _ slip: SlipID, _ kind: ApprovalKind, for person: PersonID, discount: Int? = nil,
        clauses: [String] = [], document: String = "", at moment: Moment = Moment(milliseconds: 0)
    ) {
        self.slip = slip
        self.kind = kind
        self.person = person
        self.discount = discount
        self.clauses = clauses
        self.document = document
        at = moment
    }
}

/// A price told to a customer (置业计划).
public struct QuoteDraft: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// To whom.
    public var person: PersonID
    /// Who tells it.
    public var staff: StaffID
    /// The units on it.
    public var units: [UnitID]
    /// The version it was made by.
    public var version: PriceVersion
    /// The way of paying.
    public var scheme: String
    /// The discount in basis points; nil: as the way of paying says.
    public var discount: Int?
    /// When it was told already; nil: now.
    public var toldAt: Moment?

    /// A quotation.
    public init(
        _ slip: SlipID, to person: PersonID, by staff: StaffID, of units: [UnitID],
        version: PriceVersion, scheme: String, discount: Int? = nil, toldAt: Moment? = nil
    ) {
        self.slip = slip
        self.person = person
        self.staff = staff
        self.units = units
        self.version = version
        self.scheme = scheme
        self.discount = discount
        self.toldAt = toldAt
    }
}

/// A quotation with its totals.
public struct Quotation: Codable, Hashable, Sendable {
    /// What was asked.
    public var draft: QuoteDraft
    /// The discount that applies.
    public var discount: Int
    /// The totals in the order of the units.
    public var totals: [Money]
    /// When.
    public var at: Moment
}

/// What consultants must not promise by themselves (SAL-16).
public enum PromiseMatter: String, Codable, Sendable, CaseIterable {
    /// 折扣.
    case discount
    /// 延期付款.
    case deferredPayment = "deferred_payment"
    /// 代办或拖延按揭.
    case loanTiming = "loan_timing"
    /// 改名.
    case rename
    /// 合同外条款.
    case nonContractTerms = "non_contract_terms"
}

/// On what a promise rests (SAL-16).
public enum PromiseSource: Codable, Hashable, Sendable {
    /// The published policy.
    case policy
    /// An approval.
    case approval(SlipID)
}

/// A promise to a customer (SAL-16).
public struct SalesPromise: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// To whom.
    public var person: PersonID
    /// By whom.
    public var staff: StaffID
    /// What about.
    public var matter: PromiseMatter
    /// On what it rests; nil cannot be kept.
    public var source: PromiseSource?

    /// A promise.
    public init(
        _ slip: SlipID, to person: PersonID, by staff: StaffID, _ matter: PromiseMatter,
        source: PromiseSource?
    ) {
        self.slip = slip
        self.person = person
        self.staff = staff
        self.matter = matter
        self.source = source
    }
}

/// An offence against the rules of sales that somebody found (SAL-07 … SAL-34).
public enum SalesOffence: String, Codable, Sendable, CaseIterable {
    /// 绕开销售流程占房放房 (SAL-07).
    case earlyLock = "early_lock"
    /// 私自推荐已销控房源 (SAL-08, F33).
    case recommendedHeld = "recommended_held"
    /// 卖出已销控房源 (SAL-08, F33).
    case soldHeld = "sold_held"
    /// 销控表填错 (SAL-09, F29).
    case sheetError = "sheet_error"
    /// 流程或房号没按程序确认 (SAL-09, F30).
    case process
    /// 私收客户款项 (SAL-13, F39).
    case privateCollect = "private_collect"
    /// 越权承诺 (SAL-16, F38).
    case overpromise
    /// 签约没按流程 (SAL-18, F31).
    case contractProcess = "contract_process"
    /// 合同出错 (SAL-19, F32).
    case contractError = "contract_error"
    /// 未批准先答应退 (SAL-27).
    case cancelPromise = "cancel_promise"
    /// 私自对接开发商 (SAL-34, F42).
    case developerContact = "developer_contact"
}

/// An offence with who is answerable.
public struct OffenceSlip: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// What.
    public var offence: SalesOffence
    /// By whom.
    public var staff: StaffID
    /// The order it is about: its reviewer answers too where the rule says so.
    public var order: OrderID?
    /// What happened, in words.
    public var note: String

    /// An offence.
    public init(
        _ slip: SlipID, _ offence: SalesOffence, by staff: StaffID, order: OrderID? = nil,
        note: String
    ) {
        self.slip = slip
        self.offence = offence
        self.staff = staff
        self.order = order
        self.note = note
    }
}

/// Something secret that got out (SAL-34).
public struct LeakSlip: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// By whom.
    public var staff: StaffID
    /// How many things got out.
    public var items: Int
    /// Whether it harmed the sale.
    public var isAdverse: Bool
    /// What management sets; nil: the lowest amount of the range.
    public var amount: Money?
    /// The evidence, in words.
    public var evidence: String

    /// A leak.
    public init(
        _ slip: SlipID, by staff: StaffID, items: Int, isAdverse: Bool, amount: Money? = nil,
        evidence: String
    ) {
        self.slip = slip
        self.staff = staff
        self.items = items
        self.isAdverse = isAdverse
        self.amount = amount
        self.evidence = evidence
    }
}
