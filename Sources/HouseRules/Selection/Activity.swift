/// One activity in progress (SEL-01).
public struct Activity: Codable, Hashable, Sendable {
    /// What it is to be.
    public internal(set) var title: String
    /// Its kind.
    public internal(set) var kind: ActivityKind
    /// When it begins.
    public internal(set) var opensAt: Moment
    /// The rules it goes by to the end.
    public internal(set) var terms: SelectionPolicy
    /// The activity whose order it takes over.
    public internal(set) var follows: ActivityID?
    /// What is to be had.
    public internal(set) var units: [UnitID: ListedUnit] = [:]
    /// What is free, by layout and building.
    var free: [String: [Int: Set<UnitID>]] = [:]
    /// The roster in the order of the posted list.
    public internal(set) var roster: [RosterEntry] = []
    /// The hash of the locked roster.
    public internal(set) var rosterHash: String?
    /// The hash of the seed, and since when it is known.
    public internal(set) var commitment: Commitment?
    /// How the order came about; nil: not drawn.
    public internal(set) var sheet: DrawSheet?
    /// Whether there is an order to call by.
    public internal(set) var isOrdered = false
    /// Everybody on the roster.
    public internal(set) var buyers: [PersonID: Buyer] = [:]
    /// Who is to be called, those who missed at the end.
    var queue: [PersonID] = []
    /// How many of the queue were called.
    var calledCount = 0
    /// What runs.
    var clocks = Clocks()
    /// The clock of a unit that is not paid yet.
    var payments: [UnitID: Int] = [:]
    /// Who does what (SEL-08).
    public internal(set) var staff: [PlanRole: Set<StaffID>] = [:]
    /// What is short (SEL-08).
    public internal(set) var short: [String: Int] = [:]
    /// What is written (SEL-08).
    public internal(set) var papers: Set<PlanPaper> = []
    /// How often it was rehearsed (SEL-08).
    public internal(set) var rehearsals = 0
    /// When the manager approved of it (SEL-08).
    public internal(set) var approvedAt: Moment?
    /// Since when it stands still (SEL-09).
    public internal(set) var pausedAt: Moment?
    /// Who marked what (SEL-06).
    var liked: [PersonID: [HeatKind: Set<UnitID>]] = [:]
    /// The marks of each unit.
    public internal(set) var heat: [UnitID: Heat] = [:]
    /// Objections, the first first.
    public internal(set) var objections: [Objection] = []
    /// Figures so far.
    public internal(set) var figures = ActivityFigures()

    init(_ plan: ActivityPlan, _ terms: SelectionPolicy) {
        title = plan.title
        kind = plan.kind
        opensAt = plan.opensAt
        self.terms = terms
        follows = plan.follows
        for unit in plan.units {
            units[unit.unit] = unit
            free[unit.layout, default: [:]][unit.building, default: []].insert(unit.unit)
            figures.listed[unit.layout, default: 0] += 1
        }
    }

    /// How many units one buyer may have.
    var limit: Int { kind == .allotment ? terms.allotmentPerBuyer : terms.maxUnits }

    /// What is missing for it to be ready (SEL-08).
    public var gaps: [ReadinessGap] {
        terms.planRoles.filter { staff[$0]?.isEmpty ?? true }.map { .role($0) }
            + short.keys.sorted().map { .material($0, short: short[$0] ?? 0) }
            + PlanPaper.allCases.filter { !papers.contains($0) }.map { .paper($0) }
            + (rehearsals < terms.rehearsals
                ? [.rehearsal(terms.rehearsals - rehearsals)] : [])
    }

    /// Up to three free units of the same layout: those of the building first, by how far they are
    /// up or down (the lower first), then those of the other buildings.
    ///
    /// Looks at the free units of one building, and at others only where that has fewer than three.
    public func nearest(to unit: UnitID) -> [UnitID] {
        guard let wanted = units[unit] else { return [] }
        var found = near(wanted, free[wanted.layout]?[wanted.building] ?? [])
        guard found.count < 3 else { return found }
        var others: [UnitID] = []
        for (building, free) in free[wanted.layout] ?? [:] where building != wanted.building {
            others += near(wanted, free)
        }
        found += near(wanted, Set(others)).prefix(3 - found.count)
        return found
    }

    private func near(_ wanted: ListedUnit, _ free: Set<UnitID>) -> [UnitID] {
        var best: [(Int, Int, Int, UnitID)] = []
        for id in free where id != wanted.unit {
            guard let unit = units[id] else { continue }
            let far = (abs(unit.floor - wanted.floor), unit.floor, unit.building, id)
            best.insert(far, at: best.firstIndex { far < $0 } ?? best.count)
            if best.count > 3 { best.removeLast() }
        }
        return best.map(\.3)
    }
}

/// The published hash of a seed (SEL-02).
public struct Commitment: Codable, Hashable, Sendable {
    /// The hash.
    public var hash: String
    /// Since when it is known.
    public var at: Moment
}

/// A buyer at an activity.
public struct Buyer: Codable, Hashable, Sendable {
    /// The masked number of the ticket.
    public internal(set) var ticket: String
    /// The place in the order, the first is 1; nil: not drawn yet.
    public internal(set) var number: Int?
    /// How far.
    public internal(set) var stage = BuyerStage.waiting
    /// How often they were called and did not come.
    public internal(set) var misses = 0
    /// Whether they ever came.
    public internal(set) var came = false
    /// At which desk.
    public internal(set) var desk: String?
    /// Since when they choose.
    public internal(set) var seatedAt: Moment?
    /// What runs against them.
    var clock: Int?
    /// What they have from this activity.
    public internal(set) var units: [UnitID] = []

    init(ticket: String) { self.ticket = ticket }
}

/// How far a buyer is (SEL-03, SEL-04).
public enum BuyerStage: String, Codable, Sendable, CaseIterable {
    /// Not called yet, or once again.
    case waiting
    /// Called.
    case called
    /// Checked in.
    case present
    /// At a desk.
    case seated
    /// Has a unit.
    case chosen
    /// Gave up, or was passed by for good.
    case out
}

/// Deadlines that run, found by the earliest of each kind.
struct Clocks: Codable, Hashable, Sendable {
    /// One deadline.
    struct Clock: Codable, Hashable, Sendable {
        var kind: ClockKind
        var person: PersonID
        var unit: UnitID?
        /// The last moment; judged by whole seconds.
        var until: Moment
    }

    /// By number.
    private(set) var running: [Int: Clock] = [:]
    /// Numbers in the order of starting, which is the order of running out.
    private var order: [ClockKind: [Int]] = [:]
    /// How many at the front of the order are over.
    private var over: [ClockKind: Int] = [:]
    private var last = 0

    /// The earliest of a kind.
    func first(_ kind: ClockKind) -> Int? {
        guard let order = order[kind] else { return nil }
        let index = over[kind] ?? 0
        return index < order.count ? order[index] : nil
    }

    /// Starts one and tells its number.
    mutating func start(_ clock: Clock) -> Int {
        last += 1
        running[last] = clock
        order[clock.kind, default: []].append(last)
        return last
    }

    /// Over.
    mutating func stop(_ number: Int?) {
        guard let number, let clock = running.removeValue(forKey: number) else { return }
        var index = over[clock.kind] ?? 0
        while let next = order[clock.kind]?[safe: index], running[next] == nil { index += 1 }
        if index > 64, index * 2 > order[clock.kind]?.count ?? 0 {
            order[clock.kind]?.removeFirst(index)
            index = 0
        }
        over[clock.kind] = index
    }

    /// Whatever runs of these kinds runs so much longer (SEL-09).
    mutating func delay(_ kinds: [ClockKind], byMilliseconds milliseconds: Int64) {
        for number in running.keys {
            guard let kind = running[number]?.kind, kinds.contains(kind) else { continue }
            running[number]?.until.milliseconds += milliseconds
        }
    }
}
