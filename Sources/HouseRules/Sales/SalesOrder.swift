/// How far an order is before it is a deal (SAL-10).
public enum OrderStage: String, Codable, Sendable, CaseIterable {
    /// 填好, 未复核.
    case written
    /// 已复核, 未签字.
    case reviewed
    /// 双方签字, 待交款.
    case signed
    /// 已交定金.
    case subscribed
    /// 已签买卖合同.
    case contracted
}

/// An order as a consultant writes it.
public struct OrderDraft: Codable, Hashable, Sendable {
    /// Its number.
    public var order: OrderID
    /// The unit.
    public var unit: UnitID
    /// The buyer.
    public var person: PersonID
    /// Who writes it.
    public var staff: StaffID
    /// The way of paying.
    public var scheme: String
    /// What is paid of the list price, in basis points; nil: as the way of paying says.
    public var discount: Int?
    /// The deposit to be paid.
    public var deposit: Money
    /// Clauses that differ from the printed form (SAL-10).
    public var clauses: [String]
    /// A total that somebody typed; it has to be the computed one (SAL-19).
    public var typedTotal: Money?

    /// An order.
    public init(
        _ order: OrderID, of unit: UnitID, for person: PersonID, by staff: StaffID,
        scheme: String, discount: Int? = nil, deposit: Money, clauses: [String] = [],
        typedTotal: Money? = nil
    ) {
        self.order = order
        self.unit = unit
        self.person = person
        self.staff = staff
        self.scheme = scheme
        self.discount = discount
        self.deposit = deposit
        self.clauses = clauses
        self.typedTotal = typedTotal
    }
}

/// What an order was written for: fixed by the version of that day.
public struct OrderTerms: Codable, Hashable, Sendable {
    /// The version of the price list.
    public var version: PriceVersion
    /// The way of paying.
    public var scheme: String
    /// The discount in basis points.
    public var discount: Int
    /// The computed total (SAL-19).
    public var total: Money
    /// The deposit.
    public var deposit: Money
    /// Approved changes of the printed form.
    public var clauses: [String]
}

/// An order until the keys are handed over.
public struct SalesOrder: Codable, Hashable, Sendable {
    /// Its number.
    public var order: OrderID
    /// The unit.
    public var unit: UnitID
    /// The buyer.
    public var person: PersonID
    /// Who wrote it.
    public var staff: StaffID
    /// What was agreed.
    public var terms: OrderTerms
    /// When it was written.
    public var writtenAt: Moment
    /// How far it is.
    public var stage = OrderStage.written
    /// Who checked it; never who wrote it (SAL-10).
    public var reviewer: StaffID?
    /// When both had signed.
    public var signedAt: Moment?
    /// When they came to the cashier (SAL-05).
    public var checkedInAt: Moment?
    /// Receipts less refunds.
    public var collected = Money(fen: 0)
    /// When finance had the deposit: the moment of the deal.
    public var paidAt: Moment?
    /// The number of that receipt, which decides within a millisecond (SAL-06).
    public var paidBy: Int?
    /// The agreed time of signing the contract (SAL-17, SAL-36).
    public var agreed: Moment?
    /// The notice is complete (SAL-17).
    public var noticedAt: Moment?
    /// When they first sat down to sign, told or not (SAL-17).
    public var signingBeganAt: Moment?
    /// The contract (SAL-18, SAL-19).
    public var contract: ContractPaper?
    /// The file that was last made for it (SAL-18).
    public var produced: ContractFile?
    /// Stages that are done.
    public var stages: [DealStage] = []
    /// What is still to come.
    public var instalments: [Instalment] = []
    /// Its papers (SAL-22).
    public var papers = PaperCount()
    /// Papers that are in the file of the deal (SAL-25).
    public var filed: [DealPaper] = []
    /// The cancellation that is under way (SAL-27).
    public var cancelling: CancelFile?

    /// Freshly written.
    public init(
        _ order: OrderID, of unit: UnitID, for person: PersonID, by staff: StaffID,
        _ terms: OrderTerms, at moment: Moment
    ) {
        self.order = order
        self.unit = unit
        self.person = person
        self.staff = staff
        self.terms = terms
        writtenAt = moment
    }

    /// What is still owed of the total.
    public var outstanding: Money { terms.total - collected }
}

/// A step of an order that needs nothing but its number.
public enum OrderStep: String, Codable, Sendable, CaseIterable {
    /// 双方签字.
    case sign
    /// 客户交款前放弃.
    case giveUp = "give_up"
    /// 财务到窗登记.
    case checkIn = "check_in"
    /// 财务原因没付成.
    case financeDelay = "finance_delay"
    /// 作废订单原件交回.
    case returnOriginal = "return_original"
    /// 开始签约.
    case beginSigning = "begin_signing"
    /// 签了买卖合同.
    case signContract = "sign_contract"
}

/// Why an order is void.
public enum VoidCause: String, Codable, Sendable, CaseIterable {
    /// 未经销控确认 (SAL-02).
    case unauthorized
    /// 没按时交款 (SAL-05).
    case unpaid
    /// 客户交款前放弃.
    case givenUp = "given_up"
    /// 房源被先交定金的取得 (SAL-06).
    case unitTaken = "unit_taken"
    /// 签单前销控已撤销.
    case holdEnded = "hold_ended"
    /// 退定退房 (SAL-27).
    case cancelled
}

/// An order that no longer stands; its paper has to come back (SAL-12).
public struct VoidOrder: Codable, Hashable, Sendable {
    /// The order.
    public var order: OrderID
    /// The unit.
    public var unit: UnitID
    /// The buyer.
    public var person: PersonID
    /// Who has the paper.
    public var staff: StaffID
    /// Why.
    public var cause: VoidCause
    /// When.
    public var at: Moment
    /// When management is reminded of the paper; nil: none is out.
    public var remind: Moment?
}

/// Why somebody takes a unit off the market or gives it back before an order is signed.
public enum HoldChange: String, Codable, Sendable, CaseIterable {
    /// 撤销.
    case withdraw
    /// 续一次.
    case extend
    /// 再确认.
    case reconfirm
}

/// What management checks before a hold (SAL-02).
public enum VerifyItem: String, Codable, Sendable, CaseIterable {
    /// 房号.
    case unitNumber = "unit_no"
    /// 面积.
    case area
    /// 价目版本.
    case priceVersion = "price_version"
    /// 状态.
    case status
    /// 抵押查封.
    case encumbrance
}

/// A request to hold a unit (SAL-02).
public struct HoldRequest: Codable, Hashable, Sendable {
    /// Its number.
    public var request: SalesRequestID
    /// The unit.
    public var unit: UnitID
    /// For whom.
    public var person: PersonID
    /// Who asks.
    public var staff: StaffID
    /// When; set by the decision.
    public var at: Moment

    /// A request.
    public init(
        _ request: SalesRequestID, of unit: UnitID, for person: PersonID, by staff: StaffID,
        at moment: Moment = Moment(milliseconds: 0)
    ) {
        self.request = request
        self.unit = unit
        self.person = person
        self.staff = staff
        at = moment
    }
}

/// What became of a request.
public enum RequestEnd: String, Codable, Sendable, CaseIterable {
    /// 已销控.
    case held
    /// 已核实房号, 不锁房 (P001).
    case verified
    /// 经理退回.
    case rejected
    /// 房源给了别人.
    case unitTaken = "unit_taken"
}
