/// Units, open orders and what waits about them; never reads a policy.
public struct Sales: Codable, Hashable, Sendable {
    /// Every unit of the approved price lists.
    public internal(set) var units: [UnitID: SalesUnit] = [:]
    /// What each buyer has, the earliest first.
    var had: [PersonID: [UnitID]] = [:]
    /// The version that holds, with its ways of paying (SAL-26).
    public internal(set) var prices: PriceVersion?
    /// The ways of paying of that version.
    public internal(set) var schemes: [PaymentScheme] = []
    /// Versions that wait for the manager (SAL-19).
    public internal(set) var drafts: [PriceVersion: PriceList] = [:]
    /// Requests for a hold, by unit, the first asked first (SAL-02).
    public internal(set) var queues: [UnitID: [HoldRequest]] = [:]
    /// The unit of each open request.
    public internal(set) var requests: [SalesRequestID: UnitID] = [:]
    /// Checked and not locked, where only money locks (SAL-06).
    public internal(set) var verified: [UnitID: [HoldRequest]] = [:]
    /// Orders until the keys are handed over.
    public internal(set) var orders: [OrderID: SalesOrder] = [:]
    /// Void orders of the last weeks, and those whose paper is out (SAL-12).
    public internal(set) var voids: [OrderID: VoidOrder] = [:]
    /// The last number of each kind of receipt; none is left out (SAL-14).
    public internal(set) var receipts: [ReceiptKind: Int] = [:]
    /// Earnest money that is not written off, by its number (SAL-11).
    public internal(set) var earnest: [Int: Receipt] = [:]
    /// The last number of a refund.
    public internal(set) var lastRefund = 0
    /// Money that waits to go back.
    public internal(set) var refunds: [Int: RefundSlip] = [:]
    /// Approvals by number; one of a customer who bought is over (SAL-15).
    public internal(set) var approvals: [SlipID: SalesApproval] = [:]
    /// The lowest discount told to each customer who has not bought (SAL-15).
    public internal(set) var told: [PersonID: Int] = [:]
    /// Supervisors who may confirm holds, up to a second (SAL-02).
    public internal(set) var delegates: [StaffID: Moment] = [:]
    /// How many changes were announced (SAL-03).
    public internal(set) var bulletin = 0
    /// Up to which announcement each of the staff has read (SAL-03).
    public internal(set) var read: [StaffID: Int] = [:]
    /// Changes of orders that wait for approval.
    public internal(set) var changes: [SlipID: OrderChange] = [:]
    /// Buyers who are of the staff or near kin (SAL-31).
    public internal(set) var ties: [PersonID: StaffTie] = [:]
    /// Those on the list of the audit (SAL-31).
    public internal(set) var listed: Set<PersonID> = []
    /// Printed price lists, by who has them (SAL-30).
    public internal(set) var lists: [StaffID: Int] = [:]
    /// Templates of the printed contract, by their version (SAL-18).
    public internal(set) var templates: [String: ContractTemplate] = [:]
    /// Figures of the days of the last weeks (SAL-37).
    public internal(set) var figures: [BusinessDay: SalesFigures] = [:]
    /// Agreed signings that are settled, by the first day of their month (SAL-36).
    public internal(set) var signings: [BusinessDay: SigningCount] = [:]
    /// What falls due by itself.
    public internal(set) var agenda = SalesAgenda()

    /// Nothing to sell yet.
    public init() {}

    /// So many days a void order and the figures of a day are kept.
    static let recentDays = 62
}

/// Agreed signings of a month: how many were due, and how many came in time (SAL-36).
public struct SigningCount: Codable, Hashable, Sendable {
    /// Due in the month.
    public var due = 0
    /// In time, the agreed day included.
    public var onTime = 0

    /// The rate in basis points, rounded half up; nil: none was due.
    public var rate: Int? { due == 0 ? nil : (onTime * 20_000 + due) / (due * 2) }
}

extension Sales {
    /// The signings of a month as they stand on a day: the settled ones, and those that are
    /// overdue (SAL-36).
    public func timelySigning(month: BusinessDay, on day: BusinessDay) -> SigningCount {
        let first = month.firstOfMonth
        var count = signings[first] ?? SigningCount()
        for order in orders.values where order.contract?.signedAt == nil {
            guard let agreed = order.agreed?.day, agreed.firstOfMonth == first, agreed < day
            else { continue }
            count.due += 1
        }
        return count
    }

    /// Who has a unit; nil: nobody, or there is no such unit.
    public func occupant(of unit: UnitID) -> Holding? { units[unit]?.holding }

    /// What a buyer has, the earliest first.
    public func units(of person: PersonID) -> [UnitID] { had[person] ?? [] }

    /// How many announcements somebody has not read (SAL-03).
    public func unread(by staff: StaffID) -> Int { bulletin - (read[staff] ?? 0) }

    /// The number of the next receipt of a kind (SAL-14).
    func nextNumber(of kind: ReceiptKind) -> ReceiptNumber {
        ReceiptNumber(kind, (receipts[kind] ?? 0) + 1)
    }
}

extension BusinessDay {
    /// The first day of its month.
    public var firstOfMonth: BusinessDay { adding(days: 1 - civil.day) }
}
