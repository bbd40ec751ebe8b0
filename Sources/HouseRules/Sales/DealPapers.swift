/// A contract as it is prepared (SAL-18, SAL-19).
public struct ContractDraft: Codable, Hashable, Sendable {
    /// Of which order.
    public var order: OrderID
    /// The version of the printed contract.
    public var template: String
    /// Clauses that differ from it.
    public var changes: [String]
    /// The approval of the changes.
    public var approval: SlipID?
    /// Who prepares it.
    public var staff: StaffID
    /// A total that somebody typed; it has to be the computed one.
    public var typedTotal: Money?

    /// A contract.
    public init(
        _ order: OrderID, template: String, changes: [String] = [], approval: SlipID? = nil,
        by staff: StaffID, typedTotal: Money? = nil
    ) {
        self.order = order
        self.template = template
        self.changes = changes
        self.approval = approval
        self.staff = staff
        self.typedTotal = typedTotal
    }
}

/// A contract of an order.
public struct ContractPaper: Codable, Hashable, Sendable {
    /// The version of the printed contract.
    public var template: String
    /// Approved changes of it, to be marked.
    public var changes: [String]
    /// Who prepared it.
    public var preparer: StaffID
    /// Who checked it.
    public var reviewer: StaffID?
    /// When it was signed.
    public var signedAt: Moment?
}

/// What a notice of the signing tells (SAL-17).
public enum NoticeItem: String, Codable, Sendable, CaseIterable {
    /// 时间.
    case time
    /// 地点.
    case place
    /// 所需资料.
    case documents
    /// 有关事项.
    case relatedMatters = "related_matters"
}

/// A paper in the file of a deal (SAL-25).
public enum DealPaper: String, Codable, Sendable, CaseIterable {
    /// 客户资料.
    case customerProfile = "customer_profile"
    /// 订单.
    case order
    /// 收据.
    case receipt
    /// 合同.
    case contract
    /// 贷款资料.
    case loanDocs = "loan_docs"
    /// 往来文书.
    case correspondence

    /// Whether it can be there on the day of the deposit.
    var isThereAtOnce: Bool { self == .customerProfile || self == .order || self == .receipt }
}

/// What happens to the papers of an order (SAL-22).
public enum PaperMove: String, Codable, Sendable, CaseIterable {
    /// 打印.
    case print
    /// 借走.
    case borrow
    /// 还回.
    case giveBack = "return"
}

/// Papers of an order: printed, and with whom they are.
public struct PaperCount: Codable, Hashable, Sendable {
    /// Printed.
    public var printed = 0
    /// Lent to whom.
    public var lent: [StaffID: Int] = [:]

    /// How many should be in the drawer.
    public var inHand: Int { printed - lent.values.reduce(0, +) }

    /// None yet.
    public init() {}
}

/// A step of a cancellation (SAL-27).
public enum CancelStep: String, Codable, Sendable, CaseIterable {
    /// 顾问呈报.
    case reported
    /// 经理审核并填申请书.
    case managerReviewed = "manager_reviewed"
    /// 递交开发商.
    case submitted = "submitted_to_developer"
    /// 批准.
    case approved
    /// 办完退款.
    case executed
    /// 没批准.
    case rejected
}

/// Why a customer leaves (SAL-29).
public enum CancelCause: String, Codable, Sendable, CaseIterable {
    /// 顾问原因.
    case consultantFault = "consultant_fault"
    /// 客户原因.
    case customerFault = "customer_fault"
    /// 产品原因.
    case product
    /// 贷款没批.
    case loanRejected = "loan_rejected"
    /// 其他.
    case other
}

/// A step of a cancellation as it is asked for.
public struct CancelRequest: Codable, Hashable, Sendable {
    /// The order.
    public var order: OrderID
    /// The step.
    public var step: CancelStep
    /// Why, told with the application.
    public var cause: CancelCause?
    /// The price was computed wrongly as well (SAL-19, F32).
    public var isMiscalculated: Bool
    /// The paper of the step: the developer's approval.
    public var document: String

    /// A step.
    public init(
        _ order: OrderID, _ step: CancelStep, cause: CancelCause? = nil,
        isMiscalculated: Bool = false, document: String = ""
    ) {
        self.order = order
        self.step = step
        self.cause = cause
        self.isMiscalculated = isMiscalculated
        self.document = document
    }
}

/// A cancellation that is under way.
public struct CancelFile: Codable, Hashable, Sendable {
    /// How far it is.
    public var step: CancelStep
    /// Why.
    public var cause: CancelCause?
    /// The price was computed wrongly as well.
    public var isMiscalculated = false
    /// The developer's approval.
    public var document = ""
    /// When it was reported.
    public var reportedAt: Moment
}

/// What is changed of an order that stands.
public enum ChangeKind: Codable, Hashable, Sendable {
    /// 改名: another buyer.
    case rename(PersonID)
    /// 换房: another unit.
    case swap(UnitID)
    /// 换顾问: another consultant looks after it.
    case handOn(StaffID)
}

/// A change of an order, from the request to the approval.
public struct OrderChange: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// Of which order.
    public var order: OrderID
    /// What.
    public var kind: ChangeKind
    /// Who asks.
    public var staff: StaffID

    /// A change.
    public init(_ slip: SlipID, of order: OrderID, _ kind: ChangeKind, by staff: StaffID) {
        self.slip = slip
        self.order = order
        self.kind = kind
        self.staff = staff
    }
}

/// A stage as it is reported.
public struct StageSlip: Codable, Hashable, Sendable {
    /// Of which order.
    public var order: OrderID
    /// Which stage is done.
    public var stage: DealStage
    /// How many papers go with it.
    public var attachments: Int
    /// Why a stage before it is left out; empty: none is.
    public var skipping: String

    /// A stage.
    public init(_ order: OrderID, _ stage: DealStage, attachments: Int, skipping: String = "") {
        self.order = order
        self.stage = stage
        self.attachments = attachments
        self.skipping = skipping
    }
}

/// Somebody of the staff, or near kin of theirs, buys here (SAL-31).
public struct StaffTie: Codable, Hashable, Sendable {
    /// The buyer.
    public var person: PersonID
    /// Of the staff.
    public var staff: StaffID
    /// Told by themselves; false: found by others.
    public var isDeclared: Bool
    /// When; set by the decision.
    public var at: Moment

    /// A tie.
    public init(
        _ person: PersonID, of staff: StaffID, isDeclared: Bool,
        at moment: Moment = Moment(milliseconds: 0)
    ) {
        self.person = person
        self.staff = staff
        self.isDeclared = isDeclared
        at = moment
    }
}

/// The figures of a day (SAL-37).
public struct SalesFigures: Codable, Hashable, Sendable {
    /// 来访.
    public var visits = 0
    /// 来电.
    public var calls = 0
    /// 认购套数.
    public var subscribed = 0
    /// 签约套数.
    public var contracted = 0
    /// 认购金额.
    public var amount = Money(fen: 0)
    /// 回款.
    public var collection = Money(fen: 0)

    /// A day on which nothing happened.
    public init() {}
}
