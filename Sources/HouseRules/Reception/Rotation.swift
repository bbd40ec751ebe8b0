/// The live turn order of a site; never reads a policy.
public struct Rotation: Codable, Hashable, Sendable {
    /// All members in the order of joining (环).
    public internal(set) var members: [Member] = []
    /// The day of the current sheet.
    public internal(set) var day: BusinessDay?
    /// Whether that day is still running.
    public internal(set) var isOpen = false
    /// Confirmed by its publisher.
    public internal(set) var isConfirmed = false
    /// The mechanism of the day.
    public internal(set) var mechanism = Mechanism.ring
    /// The day's order, as places in ``members``.
    public internal(set) var order: [Int] = []
    /// The place in ``order`` that is due next (ring).
    public internal(set) var pointer = 0
    /// Who is due first on the next sheet, since the last close.
    public internal(set) var nextHead: StaffID?
    /// Turns owed, in the order of use.
    public internal(set) var makeups: [Makeup] = []
    /// Visits that are not finished.
    public internal(set) var visits: [VisitID: OpenVisit] = [:]
    /// Visits held by management, in order of arrival.
    public internal(set) var held: [VisitID] = []
    /// Number of the last arrival of the day.
    public internal(set) var arrivals = 0
    /// Since when the front is short of people (REC-09).
    public internal(set) var shortSince: Moment?
    /// Whether that shortage was reported.
    public internal(set) var shortAlerted = false

    /// An empty rotation.
    public init() {}

    /// The place of a consultant in ``members``; nil when unknown or released.
    public func place(of staff: StaffID) -> Int? {
        // Indices and single fields, so that no member is copied: this is asked constantly.
        for index in members.indices
        where members[index].staff == staff && !members[index].released {
            return index
        }
        return nil
    }

    /// ``Member/isFree`` of the member at a place.
    func isFree(_ place: Int) -> Bool {
        members[place].presence == .onStand && members[place].call == nil
    }

    private var hasAdvances: Bool { members.indices.contains { members[$0].advance > 0 } }

    /// The presence rules go by, of the member at a place (see ``Member/presence(at:)``).
    func presence(_ place: Int, at moment: Moment) -> Presence {
        let presence = members[place].presence
        guard presence == .awayMeal || presence == .awayOfficial else { return presence }
        return members[place].presence(at: moment)
    }

    /// The consultant as the rotation sees them now.
    public func member(_ staff: StaffID) -> Member? {
        place(of: staff).map { members[$0] }
    }

    /// The consultant the pointer stands at (ring).
    public var pointerStaff: StaffID? {
        order.indices.contains(pointer) ? members[order[pointer]].staff : nil
    }

    /// How many turns are owed to a consultant.
    public func owed(to staff: StaffID) -> Int {
        makeups.reduce(0) { $0 + ($1.staff == staff ? 1 : 0) }
    }

    /// Places on stand in the order in which they would receive: what the turn board shows.
    ///
    /// Turns owed come first; on a ring somebody with advances comes so many laps later (REC-03).
    public var queue: [Int] {
        let places = mechanism == .ring ? lapsOrder : tallyOrder
        let waiting = places.filter { isFree($0) }
        guard mechanism == .ring, !makeups.isEmpty else { return waiting }
        var first: [Int] = []
        for makeup in makeups {
            guard let place = place(of: makeup.staff), waiting.contains(place),
                !first.contains(place)
            else { continue }
            first.append(place)
        }
        return first + waiting.filter { !first.contains($0) }
    }

    /// The first place of ``queue``: who receives next.
    var firstPlace: Int? {
        guard isSimple else { return queue.first }
        return mechanism == .ring ? placeFromPointer : placeOfFewest
    }

    private var placeFromPointer: Int? {
        for step in order.indices {
            let index = pointer + step
            let place = order[index < order.count ? index : index - order.count]
            if isFree(place) { return place }
        }
        return nil
    }

    private var placeOfFewest: Int? {
        var first: Int?
        for place in order where isFree(place) {
            if let best = first, members[best].ticks <= members[place].ticks { continue }
            first = place
        }
        return first
    }

    /// Whether nobody is owed a turn and nobody took one in advance.
    private var isSimple: Bool { mechanism == .tally || makeups.isEmpty && !hasAdvances }

    /// The first few places of ``queue``, without building the rest: rules ask for it often.
    func waiting(_ limit: Int) -> [Int] {
        guard limit > 0 else { return [] }
        guard isSimple else { return Array(queue.prefix(limit)) }
        return mechanism == .ring ? firstFromPointer(limit) : fewestTicks(limit)
    }

    /// Who would receive the next visits, at most so many.
    func firstWaiting(_ limit: Int) -> [StaffID] {
        waiting(limit).map { members[$0].staff }
    }

    private func firstFromPointer(_ limit: Int) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(limit)
        var index = pointer
        for _ in order.indices {
            if isFree(order[index]) { places.append(order[index]) }
            if places.count == limit { break }
            index = index + 1 == order.count ? 0 : index + 1
        }
        return places
    }

    private func fewestTicks(_ limit: Int) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(limit + 1)
        for place in order where isFree(place) {
            let ticks = members[place].ticks
            if places.count == limit, members[places[limit - 1]].ticks <= ticks { continue }
            let index = places.firstIndex { members[$0].ticks > ticks } ?? places.count
            places.insert(place, at: index)
            if places.count > limit { places.removeLast() }
        }
        return places
    }

    /// Places of the day's order from the pointer on.
    var ringOrder: [Int] {
        guard !order.isEmpty else { return [] }
        return Array(order[pointer...] + order[..<pointer])
    }

    /// Places in the order in which the pointer comes to a turn of theirs that is not spent.
    private var lapsOrder: [Int] {
        let ring = ringOrder
        guard hasAdvances else { return ring }
        return ring.indices.sorted {
            (members[ring[$0]].advance, $0) < (members[ring[$1]].advance, $1)
        }.map { ring[$0] }
    }

    /// Places of the day's order, fewest ticks first.
    var tallyOrder: [Int] {
        order.indices.sorted {
            let left = members[order[$0]].ticks
            let right = members[order[$1]].ticks
            return left == right ? $0 < $1 : left < right
        }.map { order[$0] }
    }
}
