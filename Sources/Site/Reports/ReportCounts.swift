import HouseRules

/// What is counted of the days of a site (SAL-37), and what it means in a line.
struct ReportCounts: Sendable, Hashable {
    /// Arrivals, each group once.
    var visits = 0
    /// Those among them that came after a call.
    var visitsFromCalls = 0
    /// Calls that somebody answered or that were to be called back.
    var calls = 0
    /// Units whose deposit came.
    var subscribed = 0
    /// The totals of those, in fen.
    var amount: Int64 = 0
    /// Contracts that were signed.
    var contracted = 0
    /// Orders that were cancelled after the deposit.
    var cancelled = 0
    /// Receipts, earnest money left out, in fen.
    var received: Int64 = 0
    /// What went back of that, in fen.
    var refunded: Int64 = 0

    /// Receipts less refunds (SAL-37).
    var collection: Int64 { received - refunded }

    static func += (left: inout ReportCounts, right: ReportCounts) {
        left.visits += right.visits
        left.visitsFromCalls += right.visitsFromCalls
        left.calls += right.calls
        left.subscribed += right.subscribed
        left.amount += right.amount
        left.contracted += right.contracted
        left.cancelled += right.cancelled
        left.received += right.received
        left.refunded += right.refunded
    }

    /// The six figures that are kept of a day.
    var figures: SalesFigures {
        var figures = SalesFigures()
        figures.visits = visits
        figures.calls = calls
        figures.subscribed = subscribed
        figures.contracted = contracted
        figures.amount = Money(fen: amount)
        figures.collection = Money(fen: collection)
        return figures
    }
}

/// One figure of a report, with its name and how it is counted.
enum ReportMetric: String, Sendable, CaseIterable {
    case calls, visits, subscribed, amount, contracted, cancelled, received, refunded, collection

    var label: String {
        switch self {
        case .calls: "来电"
        case .visits: "来访"
        case .subscribed: "认购"
        case .amount: "认购金额"
        case .contracted: "签约"
        case .cancelled: "退定退房"
        case .received: "收款"
        case .refunded: "退款"
        case .collection: "回款"
        }
    }

    /// What is counted, and on which day.
    var meaning: String {
        switch self {
        case .calls: "有人接起或转为待回拨的来电，一通一次，记在来电那天、接电话的人名下。"
        case .visits: "导台登记的到访，一组一次，含各种类别，记在到场那天、接待的人名下。"
        case .subscribed: "定金收齐的套数，记在收齐那天、写订单的人名下；以后退了不倒扣，另列退定退房。"
        case .amount: "这些订单现在的总价；批准换房的按新房价。"
        case .contracted: "签了买卖合同的套数，记在签的那天。"
        case .cancelled: "交过定金、批准退掉的订单，记在批准那天。"
        case .received: "开了收据或发票的钱，记在开票那天；诚意金在转成定金时才算。"
        case .refunded: "开过收据、已经退出去的钱，记在退款那天；没开收据就退回的不算。"
        case .collection: "收款减退款。"
        }
    }

    var isMoney: Bool {
        switch self {
        case .amount, .received, .refunded, .collection: true
        case .calls, .visits, .subscribed, .contracted, .cancelled: false
        }
    }

    var unit: String {
        switch self {
        case .calls: "通"
        case .visits: "组"
        case .subscribed, .contracted, .cancelled: "套"
        case .amount, .received, .refunded, .collection: "元"
        }
    }

    /// The number: a count, or an amount in fen.
    func value(_ counts: ReportCounts) -> Int64 {
        switch self {
        case .calls: Int64(counts.calls)
        case .visits: Int64(counts.visits)
        case .subscribed: Int64(counts.subscribed)
        case .amount: counts.amount
        case .contracted: Int64(counts.contracted)
        case .cancelled: Int64(counts.cancelled)
        case .received: counts.received
        case .refunded: counts.refunded
        case .collection: counts.collection
        }
    }

    /// The number as it is shown.
    func words(_ counts: ReportCounts) -> String {
        isMoney ? Money(fen: value(counts)).text : "\(value(counts))"
    }
}

/// `66.7%`, rounded half up; `—` when there is nothing to divide by.
func shareWords(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0 else { return "—" }
    let tenths = (part * 2000 + whole) / (whole * 2)
    return "\(tenths / 10).\(tenths % 10)%"
}
