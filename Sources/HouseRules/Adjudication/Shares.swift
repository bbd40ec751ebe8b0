/// A part of one account of a deal.
public struct Share: Codable, Hashable, Sendable {
    /// Whose; nil: the house's bonus pool.
    public var staff: StaffID?
    /// How much, in basis points of the whole.
    public var points: Int

    /// A part.
    public init(_ staff: StaffID?, _ points: Int) {
        self.staff = staff
        self.points = points
    }
}

/// Both accounts of a deal, each of which sums to 10,000 basis points (OWN-38).
public struct Shares: Codable, Hashable, Sendable {
    /// 业绩; the original consultant first, then by the time on the site.
    public var performance: [Share]
    /// 提成, in the same order.
    public var commission: [Share]

    /// The whole in basis points.
    public static let whole = 10_000

    /// Both accounts.
    public init(performance: [Share], commission: [Share]) {
        self.performance = performance
        self.commission = commission
    }

    /// Everything to one.
    public init(all staff: StaffID) {
        self.init(performance: [Share(staff, Self.whole)], commission: [Share(staff, Self.whole)])
    }

    /// Both accounts alike, such as 70 to 30.
    public init(both shares: [Share]) { self.init(performance: shares, commission: shares) }

    /// Whether each account sums to the whole, nobody twice and nobody with nothing.
    public var isWhole: Bool {
        [performance, commission].allSatisfy { side in
            side.reduce(0) { $0 + $1.points } == Self.whole
                && side.allSatisfy { $0.points > 0 }
                && Set(side.map(\.staff)).count == side.count
        }
    }

    /// Everybody with a part of either account, each once.
    public var people: [StaffID] {
        var seen: Set<StaffID> = []
        return (performance + commission).compactMap(\.staff).filter { seen.insert($0).inserted }
    }

    /// One account.
    public func side(_ side: DealSide) -> [Share] {
        side == .performance ? performance : commission
    }

    /// An amount in parts that sum to it: largest remainder, the earlier share first (OWN-38).
    public func amounts(_ side: DealSide, of total: Money) -> [(staff: StaffID?, amount: Money)] {
        let shares = self.side(side)
        let parts = total.split(weights: shares.map { Int64($0.points) })
        return zip(shares, parts).map { ($0.staff, $1) }
    }

    /// Who looks after the customer from now on: the largest performance, on a tie this one.
    public func keeper(preferring staff: StaffID) -> StaffID? {
        let best = performance.map(\.points).max()
        let heads = performance.filter { $0.points == best }.compactMap(\.staff)
        return heads.contains(staff) ? staff : heads.first
    }
}

/// Why somebody with a record got nothing.
public enum LossReason: Codable, Hashable, Sendable {
    /// The record had lapsed (OWN-09).
    case lapsed(on: BusinessDay)
    /// Somebody's record is older; nil: the older one was shown or the customer named it (OWN-24).
    case later(began: BusinessDay?)
    /// The visit was one with a forgotten name: own records count on the same day only (OWN-23).
    case onlySameDay
    /// The record is of somebody who is no near kin (OWN-27).
    case notNearKin(Kinship)
    /// The customer pointed at somebody else (OWN-26).
    case notDesignated
    /// Nobody has shown it yet (OWN-25).
    case notShown(until: Moment)
    /// Received in place of a colleague (OWN-34).
    case assisted
    /// Intruded (OWN-22).
    case intruded
    /// Received first and had nothing to show (REC-34).
    case proofFailed
    /// Away sick for too long (OWN-35).
    case sickTooLong(days: Int)
    /// Ruled otherwise (OWN-31).
    case ruled

    /// The clause by which it is lost.
    public var clause: Clause {
        switch self {
        case .lapsed: .own(9)
        case .later: .own(24)
        case .onlySameDay: .own(23)
        case .notNearKin: .own(27)
        case .notDesignated: .own(26)
        case .notShown: .own(25)
        case .assisted: .own(34)
        case .intruded: .own(22)
        case .proofFailed: .rec(34)
        case .sickTooLong: .own(35)
        case .ruled: .own(31)
        }
    }
}

/// Somebody who got nothing, and why.
public struct RunnerUp: Codable, Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// Since when they had a record; nil: they had none.
    public var began: BusinessDay?
    /// Why.
    public var why: LossReason
}

/// A line of the books when an attribution changes: taken from one, given to another (OWN-28).
public struct Booking: Codable, Hashable, Sendable {
    /// Whose; nil: the house's bonus pool.
    public var staff: StaffID?
    /// Which account.
    public var side: DealSide
    /// How much; negative: taken back.
    public var amount: Money
    /// The month it counts in, as its first day.
    public var month: BusinessDay
}

/// Who has a deal as judged at one moment; a later one is added and never overwrites (OWN-30).
public struct Attribution: Codable, Hashable, Sendable {
    /// Both accounts.
    public var shares: Shares
    /// Two results with evidence, or nobody left: people decide (OWN-30).
    public var isContested: Bool
    /// What led to it, in order.
    public var path: [AttributionStep]
    /// Who got nothing, and why.
    public var runnersUp: [RunnerUp]
    /// What the books change; empty for the first.
    public var bookings: [Booking]
    /// The dispute in which it was ruled; nil: by the rules.
    public var ruling: SlipID?
    /// When.
    public var at: Moment
}

/// One step of an attribution.
public enum AttributionStep: Codable, Hashable, Sendable {
    /// Closed by whoever has it as long as nobody shows an older right (OWN-01).
    case closedBy(StaffID)
    /// Closed in place of the consultant whose customer it is (OWN-34).
    case assisted(StaffID, by: StaffID)
    /// Received first without an entry: the deal is whose turn it was (REC-34).
    case proofFailed(StaffID, to: StaffID)
    /// Poached: back to whose it was (OWN-22).
    case poached(by: StaffID, from: StaffID)
    /// The name was forgotten, and the former consultant claimed on the same day (OWN-23).
    case sameDayClaim(StaffID, points: Int)
    /// The oldest valid record (OWN-24, OWN-25).
    case earliestRecord(StaffID)
    /// On sick leave for so many days (OWN-35).
    case sickLeave(StaffID, days: Int, SickEffect)
    /// Changed consultant: the former shares (OWN-29).
    case changed(from: StaffID, to: StaffID, points: Int)
    /// Two results, each with evidence (OWN-30).
    case conflict([StaffID])
    /// Nobody is left who could have it (OWN-35).
    case nobodyLeft
    /// Ruled or agreed (OWN-30, OWN-31).
    case ruled(SlipID)

    /// The clause of the step.
    public var clause: Clause {
        switch self {
        case .closedBy: .own(1)
        case .assisted: .own(34)
        case .proofFailed: .rec(34)
        case .poached: .own(22)
        case .sameDayClaim: .own(23)
        case .earliestRecord: .own(25)
        case .sickLeave, .nobodyLeft: .own(35)
        case .changed: .own(29)
        case .conflict: .own(30)
        case .ruled: .own(31)
        }
    }
}

/// What a sick leave does to a deal of its days (OWN-35).
public enum SickEffect: String, Codable, Sendable, CaseIterable {
    /// Nothing.
    case full
    /// The commission is cut.
    case half
    /// Nothing is left.
    case none
}
