/// Who has which unit: the one place that selection asks and tells, to be joined with sales.
public struct Occupancy: Codable, Hashable, Sendable {
    /// Units that somebody has.
    public private(set) var holds: [UnitID: Hold] = [:]
    /// The units of a buyer.
    private var units: [PersonID: [UnitID]] = [:]

    /// Nothing is taken.
    public init() {}

    /// Who has it; nil: nobody.
    public func holder(of unit: UnitID) -> PersonID? { holds[unit]?.person }

    /// What a buyer has, the earliest first.
    public func units(of person: PersonID) -> [UnitID] { units[person] ?? [] }

    /// Whether it is the buyer's at least that far (SEL-07).
    func has(_ person: PersonID, _ status: PickStatus, apartFrom activity: ActivityID) -> Bool {
        units(of: person).contains { unit in
            holds[unit].map { $0.activity != activity && $0.status >= status } ?? false
        }
    }

    /// Takes it; whoever had it must have let go before.
    mutating func hold(_ unit: UnitID, for person: PersonID, in activity: ActivityID, at: Moment) {
        holds[unit] = Hold(person: person, activity: activity, status: .held, since: at)
        units[person, default: []].append(unit)
    }

    /// Nobody's any more.
    mutating func release(_ unit: UnitID) {
        guard let hold = holds.removeValue(forKey: unit) else { return }
        units[hold.person]?.removeAll { $0 == unit }
        if units[hold.person]?.isEmpty ?? false { units[hold.person] = nil }
    }

    /// One step on.
    mutating func set(_ unit: UnitID, _ status: PickStatus) { holds[unit]?.status = status }
}

/// A unit that somebody has.
public struct Hold: Codable, Hashable, Sendable {
    /// Whose.
    public var person: PersonID
    /// In which activity it was taken.
    public var activity: ActivityID
    /// How far it is.
    public var status: PickStatus
    /// Since when.
    public var since: Moment
}

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
