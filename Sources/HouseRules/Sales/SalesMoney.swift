/// What a receipt is (SAL-14); each kind has numbers of its own, without gaps.
public enum ReceiptKind: String, Codable, Sendable, CaseIterable {
    /// 定金收据.
    case deposit = "deposit_receipt"
    /// 房款收据.
    case payment = "payment_receipt"
    /// 房款发票.
    case invoicePayment = "invoice_payment"
    /// 贷款发票.
    case invoiceLoan = "invoice_loan"
    /// 诚意金缴纳单 (SAL-11).
    case earnest
}

/// The number of a receipt within its kind: 1, 2, 3, …
public struct ReceiptNumber: Codable, Hashable, Sendable, Comparable {
    /// The kind.
    public var kind: ReceiptKind
    /// The number.
    public var number: Int

    /// A number of a kind.
    public init(_ kind: ReceiptKind, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    /// By kind, then by number.
    public static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.number) < (right.kind.rawValue, right.number)
    }
}

/// Money as the cashier enters it (SAL-13).
public struct MoneyIn: Codable, Hashable, Sendable {
    /// For which order; nil only for earnest money.
    public var order: OrderID?
    /// From whom, for earnest money.
    public var person: PersonID?
    /// What it is.
    public var kind: ReceiptKind
    /// How much; of earnest money that is turned into a deposit only what is added to it.
    public var amount: Money
    /// When finance had it; nil: at the moment of the entry.
    public var receivedAt: Moment?
    /// The slip of earnest money that is written off with it (SAL-11).
    public var earnest: Int?

    /// Money.
    public init(
        _ kind: ReceiptKind, _ amount: Money, order: OrderID? = nil, person: PersonID? = nil,
        receivedAt: Moment? = nil, earnest: Int? = nil
    ) {
        self.kind = kind
        self.amount = amount
        self.order = order
        self.person = person
        self.receivedAt = receivedAt
        self.earnest = earnest
    }
}

/// A receipt.
public struct Receipt: Codable, Hashable, Sendable {
    /// Its number.
    public var number: ReceiptNumber
    /// For which order.
    public var order: OrderID?
    /// From whom.
    public var person: PersonID
    /// How much, what was written off included.
    public var amount: Money
    /// How much of it was earnest money before (SAL-11).
    public var converted: Money
    /// Which slip of earnest money it writes off.
    public var earnest: Int?
    /// When finance had it.
    public var receivedAt: Moment
    /// Who took it.
    public var by: StaffID
    /// When it was entered.
    public var at: Moment
}

/// Why money goes back.
public enum RefundCause: String, Codable, Sendable, CaseIterable {
    /// 超时之后到的钱 (SAL-05).
    case late
    /// 房源已被先交定金的取得 (SAL-06).
    case unitTaken = "unit_taken"
    /// 没交足就作废.
    case voided
    /// 退定退房 (SAL-27).
    case cancelled
    /// 换到便宜的房，多收的部分 (SAL-16).
    case overpaid
}

/// Money to be given back.
public struct RefundSlip: Codable, Hashable, Sendable {
    /// Its number: 1, 2, 3, …
    public var number: Int
    /// Of which order.
    public var order: OrderID
    /// To whom.
    public var person: PersonID
    /// How much.
    public var amount: Money
    /// Why.
    public var cause: RefundCause
    /// Whether receipts stand for it; false: it came too late and got none.
    public var isReceipted: Bool
    /// When it was written.
    public var at: Moment
}

/// A part of the price with its day (SAL-23).
public struct Instalment: Codable, Hashable, Sendable {
    /// The last day in time.
    public var due: BusinessDay
    /// How much in all should be there by then, the deposit included.
    public var total: Money

    /// A part.
    public init(due: BusinessDay, total: Money) {
        self.due = due
        self.total = total
    }
}

extension SalesOrder {
    /// Parts of the price whose day is over and that are not all there (SAL-23).
    public func overdue(on day: BusinessDay) -> [Instalment] {
        instalments.filter { $0.due < day && collected < $0.total }
    }
}
