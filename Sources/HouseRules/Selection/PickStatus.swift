/// How far a taken unit is; the words of the sales control.
public enum PickStatus: String, Codable, Sendable, CaseIterable, Comparable {
    /// 已销控.
    case held
    /// 已签订单待交款.
    case orderedUnpaid = "ordered_unpaid"
    /// 已交定金.
    case subscribed
    /// 已签买卖合同.
    case contracted

    /// Earlier is less.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .held: 0
        case .orderedUnpaid: 1
        case .subscribed: 2
        case .contracted: 3
        }
    }
}
