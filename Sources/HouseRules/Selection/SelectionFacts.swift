/// The kind of an activity (SEL-01).
public enum ActivityKind: String, Codable, Sendable, CaseIterable {
    /// 选房.
    case unitSelection = "unit_selection"
    /// 储藏室或车位分配.
    case allotment
    /// 线上开盘.
    case onlineOpening = "online_opening"
}

/// A unit on the list of an activity (SEL-01).
public struct ListedUnit: Codable, Hashable, Sendable {
    /// Which.
    public var unit: UnitID
    /// 户型.
    public var layout: String
    /// 楼栋.
    public var building: Int
    /// 楼层.
    public var floor: Int

    /// A unit.
    public init(_ unit: UnitID, layout: String, building: Int, floor: Int) {
        self.unit = unit
        self.layout = layout
        self.building = building
        self.floor = floor
    }
}

/// What an activity is to be (SEL-01).
public struct ActivityPlan: Codable, Hashable, Sendable {
    /// Its number.
    public var activity: ActivityID
    /// What it is called.
    public var title: String
    /// Its kind.
    public var kind: ActivityKind
    /// What is to be had.
    public var units: [ListedUnit]
    /// When it begins; online nobody may choose before (SEL-05).
    public var opensAt: Moment
    /// The activity whose buyers and whose order it takes over (SEL-07).
    public var follows: ActivityID?

    /// A plan.
    public init(
        _ activity: ActivityID, title: String, kind: ActivityKind, units: [ListedUnit],
        opensAt: Moment, follows: ActivityID? = nil
    ) {
        self.activity = activity
        self.title = title
        self.kind = kind
        self.units = units
        self.opensAt = opensAt
        self.follows = follows
    }
}

/// A change of a locked roster (SEL-01).
public enum RosterChange: Codable, Hashable, Sendable {
    /// Somebody more.
    case add(RosterEntry)
    /// Somebody less.
    case remove(PersonID)
}

/// Something that is prepared (SEL-08).
public enum Preparation: Codable, Hashable, Sendable {
    /// Who does what.
    case role(PlanRole, StaffID)
    /// So many of something, and how many of them are there.
    case material(String, needed: Int, there: Int)
    /// A part of the written plan.
    case paper(PlanPaper)
    /// The whole course was rehearsed; every item of the list signed by somebody.
    case rehearsal(signed: [String: StaffID])
}

/// The parts of a written plan (SEL-08).
public enum PlanPaper: String, Codable, Sendable, CaseIterable {
    /// 动线.
    case route
    /// 应急预案.
    case contingency
    /// 时间表.
    case timetable
}

/// What is missing for an activity to be ready (SEL-08).
public enum ReadinessGap: Codable, Hashable, Sendable {
    /// Nobody does it.
    case role(PlanRole)
    /// So many are short.
    case material(String, short: Int)
    /// The paper is not written.
    case paper(PlanPaper)
    /// So many rehearsals are missing.
    case rehearsal(Int)
}

/// A pick at a desk or online (SEL-04, SEL-05).
public struct Pick: Codable, Hashable, Sendable {
    /// Who.
    public var person: PersonID
    /// What.
    public var unit: UnitID
    /// What is given back for it in the same moment.
    public var former: UnitID?
    /// The last second to pay; nil: nothing runs yet.
    public var until: Moment?
    /// When.
    public var at: Moment
}

/// A mark of interest (SEL-06).
public enum HeatKind: String, Codable, Sendable, CaseIterable {
    /// 收藏.
    case favourite
    /// 公测点选.
    case rehearsalPick = "rehearsal_pick"
    /// 到访意向.
    case visitIntent = "visit_intent"
}

/// The marks of a unit (SEL-06).
public struct Heat: Codable, Hashable, Sendable {
    /// How many people left each mark.
    public internal(set) var marks: [HeatKind: Int] = [:]

    /// So many marks in all; below three nothing is shown, so that nobody can be told from it.
    public var people: Int { marks.values.reduce(0, +) }

    /// The number to be shown; nil: too few.
    public func shown(by weights: HeatWeights) -> Int? {
        guard people >= Self.shownFrom else { return nil }
        return (marks[.favourite] ?? 0) * weights.favourite
            + (marks[.rehearsalPick] ?? 0) * weights.rehearsalPick
            + (marks[.visitIntent] ?? 0) * weights.visitIntent
    }

    /// From so many marks on.
    public static let shownFrom = 3
}

/// An objection on the day (SEL-09).
public struct Objection: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// Whose; nil: somebody in the hall.
    public var person: PersonID?
    /// In words.
    public var note: String
    /// When.
    public var at: Moment
    /// What was decided; nil: still open.
    public var answer: String?
}

/// Why a unit is free again.
public enum ReleaseCause: String, Codable, Sendable, CaseIterable {
    /// Not paid in time (SEL-04, SEL-05).
    case unpaid
    /// Given back on the spot.
    case givenUp = "given_up"
    /// A cancellation was approved.
    case cancelled
    /// It belonged to a unit that was cancelled (SEL-07).
    case boundCancelled = "bound_cancelled"
}

/// What sales tell of a unit (SEL-07).
public enum UnitProgress: String, Codable, Sendable, CaseIterable {
    /// 已签买卖合同.
    case contracted
    /// 退房批准.
    case cancelled
}

/// What the shell counted beside an activity (SEL-10).
public struct ClosingCount: Codable, Hashable, Sendable {
    /// How often somebody wanted a unit that was taken: refusals leave no fact behind.
    public var clashes: Int
    /// How every listed unit stands in the ledger of sales; a free one is nil or left out.
    public var ledger: [UnitID: PickStatus]

    /// A count.
    public init(clashes: Int, ledger: [UnitID: PickStatus]) {
        self.clashes = clashes
        self.ledger = ledger
    }
}

/// A unit of which the two sides say different things (SEL-10).
public struct LedgerDifference: Codable, Hashable, Sendable {
    /// Which.
    public var unit: UnitID
    /// Here; nil: free.
    public var here: PickStatus?
    /// In the ledger; nil: free.
    public var ledger: PickStatus?
}

/// The figures of an activity (SEL-10).
public struct ActivityFigures: Codable, Hashable, Sendable {
    /// Buyers on the roster.
    public var invited = 0
    /// Of them came.
    public var came = 0
    /// Of them gave up or were passed by for good.
    public var gaveUp = 0
    /// Choices at desks.
    public var choices = 0
    /// How long they took in all, in milliseconds.
    public var choosingTime: Int64 = 0
    /// Units on the list, by layout.
    public var listed: [String: Int] = [:]
    /// Of them sold.
    public var sold: [String: Int] = [:]
    /// How often somebody wanted a unit that was taken.
    public var clashes = 0
    /// Holds that ran out.
    public var lapsed = 0
    /// Objections and what was decided.
    public var objections: [Objection] = []

    /// 到场率 in basis points, halves up; nil: nobody was invited.
    public var attendance: Int? { Self.ratio(came, invited) }
    /// 去化率 in basis points.
    public var sellThrough: Int? {
        Self.ratio(sold.values.reduce(0, +), listed.values.reduce(0, +))
    }
    /// 平均选房时长 in whole seconds, halves up; nil: nobody chose at a desk.
    public var averageSeconds: Int? {
        choices == 0 ? nil : Int((choosingTime * 2 / 1000 / Int64(choices) + 1) / 2)
    }

    /// 去化率 of a layout in basis points.
    public func sellThrough(of layout: String) -> Int? {
        Self.ratio(sold[layout] ?? 0, listed[layout] ?? 0)
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Int? {
        whole == 0 ? nil : (part * 20_000 / whole + 1) / 2
    }
}

extension HeatKind: CodingKeyRepresentable {}
