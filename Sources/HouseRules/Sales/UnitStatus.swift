/// How a unit stands (SAL-01).
public enum UnitStatus: String, Codable, Sendable, CaseIterable {
    /// 未放盘.
    case unreleased
    /// 开发商保留.
    case reserved
    /// 可售.
    case available
    /// 已销控: confirmed by management, locked.
    case held
    /// 已签订单待交款.
    case orderedUnpaid = "ordered_unpaid"
    /// 已交定金.
    case subscribed
    /// 已签买卖合同.
    case contracted
    /// 已备案.
    case filed
    /// 已交房.
    case delivered
    /// 退定退房审批中.
    case cancelling

    /// The only statuses that may follow; everything else is `ILLEGAL_UNIT_TRANSITION` (SAL-01).
    public var next: [UnitStatus] {
        switch self {
        case .unreleased, .reserved: [.available]
        case .available: [.reserved, .held, .subscribed]
        case .held: [.orderedUnpaid, .available]
        case .orderedUnpaid: [.subscribed, .available]
        case .subscribed: [.contracted, .cancelling]
        case .contracted: [.filed, .cancelling]
        case .filed: [.delivered, .cancelling]
        case .delivered: []
        case .cancelling: [.available, .subscribed, .contracted, .filed]
        }
    }

    /// Whether somebody has the unit: at most one at any moment (SAL-01).
    public var isOccupied: Bool {
        switch self {
        case .unreleased, .reserved, .available: false
        case .held, .orderedUnpaid, .subscribed, .contracted, .filed, .delivered, .cancelling:
            true
        }
    }

    /// Whether it may be told to customers as for sale (SAL-08).
    public var isOffered: Bool { self == .available }
}

/// Why a unit changed its status.
public enum MoveCause: String, Codable, Sendable, CaseIterable {
    /// 放盘.
    case released
    /// 开发商保留.
    case reserved
    /// 解除保留.
    case unreserved
    /// 经理确认销控.
    case confirmed
    /// 撤销销控.
    case withdrawn
    /// 到时没签单或没交款.
    case lapsed
    /// 双方签了订单.
    case signed
    /// 交款前放弃.
    case givenUp = "given_up"
    /// 定金到账.
    case paid
    /// 签了买卖合同.
    case contracted
    /// 预售登记备案.
    case filed
    /// 交了钥匙.
    case delivered
    /// 退定退房.
    case cancelling
    /// 退定退房没获批.
    case kept
    /// 退定退房办完.
    case cancelled
    /// 另一笔定金更早到账, 或开发商指示在先.
    case outranked
    /// 换房.
    case swapped
    /// 选房活动.
    case event
}

/// Who has a unit, and until when.
public struct Holding: Codable, Hashable, Sendable {
    /// For whom.
    public var person: PersonID
    /// Whose customer it is.
    public var staff: StaffID
    /// The order, once it is signed.
    public var order: OrderID?
    /// Since when.
    public var since: Moment
    /// The last second at which the hold or the payment is in time; nil: no clock runs.
    public var until: Moment?
    /// How often the hold was extended (SAL-02).
    public var extensions = 0
    /// The last second of the confirmation before the order (SAL-04).
    public var reconfirmedUntil: Moment?
    /// The status to which a cancellation that fails goes back (SAL-27).
    public var before: UnitStatus?
    /// The activity in which it was chosen; its clocks run in place of those of sales (SEL-04).
    public var activity: ActivityID?

    /// Somebody has it.
    public init(
        _ person: PersonID, _ staff: StaffID, since: Moment, until: Moment? = nil,
        order: OrderID? = nil, activity: ActivityID? = nil
    ) {
        self.person = person
        self.staff = staff
        self.since = since
        self.until = until
        self.order = order
        self.activity = activity
    }
}

/// One step of a unit: the line of its log (SAL-01).
public struct UnitMove: Codable, Hashable, Sendable {
    /// The unit.
    public var unit: UnitID
    /// From.
    public var from: UnitStatus
    /// To.
    public var to: UnitStatus
    /// By whom.
    public var by: StaffID
    /// Why.
    public var cause: MoveCause
    /// The number of the paper it rests on: a request, an order, an instruction.
    public var document: String
    /// When.
    public var at: Moment
    /// Who has it from now on; nil: nobody.
    public var holding: Holding?
    /// The developer's paper, when it is kept (SAL-33).
    public var instruction: Instruction?
}

/// A written instruction of the developer (SAL-33).
public struct Instruction: Codable, Hashable, Sendable {
    /// Its number.
    public var number: String
    /// Who signed it.
    public var signer: String
    /// When it was signed; nil: at the moment of the entry.
    public var issuedAt: Moment?
    /// For whom, when it names somebody.
    public var person: PersonID?

    /// An instruction.
    public init(
        _ number: String, signer: String, issuedAt: Moment? = nil, person: PersonID? = nil
    ) {
        self.number = number
        self.signer = signer
        self.issuedAt = issuedAt
        self.person = person
    }
}

/// One unit as the rules know it.
public struct SalesUnit: Codable, Hashable, Sendable {
    /// Its row of the price list.
    public internal(set) var row: PriceRow
    /// The version the row is of.
    public internal(set) var version: PriceVersion
    /// How it stands.
    public internal(set) var status = UnitStatus.unreleased
    /// Who has it.
    public internal(set) var holding: Holding?
    /// The developer's instruction while it is reserved (SAL-33).
    public internal(set) var reservation: Instruction?
    /// Whose hold ran out last; they must be confirmed anew (SAL-04).
    public internal(set) var lapsedFor: PersonID?
}
