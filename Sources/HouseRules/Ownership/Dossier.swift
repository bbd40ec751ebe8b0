/// What is known of one customer.
public struct Dossier: Codable, Hashable, Sendable {
    /// Stretches, the earliest first.
    public internal(set) var records: [OwnershipRecord] = []
    /// The day on which the clocks are looked at next.
    var watchedOn: BusinessDay?
    /// What few customers have, apart: a site keeps a dossier for everybody it ever saw, and most
    /// have a stretch and nothing else. At most one.
    private var seldom: [Seldom] = []

    private struct Seldom: Codable, Hashable, Sendable {
        var kin: [PersonID: Kinship] = [:]
        var circles: [StaffID: Moment] = [:]
        var introductions: [WrittenIntroduction] = []
        var notices: [Notice] = []
        var signed: [RecordField] = []
        var renewals: [StaffID: BusinessDay] = [:]
        var cancelledOn: BusinessDay?
        var leftPool: LeftPool?

        static let nothing = Seldom()
    }

    private var others: Seldom {
        get { seldom.first ?? .nothing }
        set { seldom = newValue == .nothing ? [] : [newValue] }
    }

    /// Near kin, as proven (OWN-27).
    public internal(set) var kin: [PersonID: Kinship] {
        get { others.kin }
        set { others.kin = newValue }
    }

    /// Who reported them as their own circle, friend or relative beforehand (REC-26, OWN-41).
    public internal(set) var circles: [StaffID: Moment] {
        get { others.circles }
        set { others.circles = newValue }
    }

    /// Introductions by old customers that were written down when the call came (OWN-16).
    public internal(set) var introductions: [WrittenIntroduction] {
        get { others.introductions }
        set { others.introductions = newValue }
    }

    /// What this customer told a consultant beforehand (OWN-18).
    public internal(set) var notices: [Notice] {
        get { others.notices }
        set { others.notices = newValue }
    }

    /// Fields of the registers that management has signed as changed (OWN-10).
    public internal(set) var signed: [RecordField] {
        get { others.signed }
        set { others.signed = newValue }
    }

    /// Consultants who registered the customer again and wait for the signature (OWN-42).
    public internal(set) var renewals: [StaffID: BusinessDay] {
        get { others.renewals }
        set { others.renewals = newValue }
    }

    /// When a purchase was undone (OWN-20).
    public internal(set) var cancelledOn: BusinessDay? {
        get { others.cancelledOn }
        set { others.cancelledOn = newValue }
    }

    /// The pool that the customer left by a visit (REC-15).
    var leftPool: LeftPool? {
        get { others.leftPool }
        set { others.leftPool = newValue }
    }

    /// Nothing yet.
    public init() {}

    /// The stretch of a consultant that holds on a day and makes the customer theirs, if asked so.
    func running(_ staff: StaffID, owns: Bool, on day: BusinessDay) -> OwnershipRecord? {
        records.last {
            $0.staff == staff && $0.owns == owns && $0.holds(on: day) && !$0.isLapseNoted
        }
    }

    /// Begins a stretch or moves its clock.
    mutating func stretch(_ fact: StretchFact, _ stops: [DayRange]) {
        let index = records.lastIndex {
            $0.staff == fact.staff && $0.owns == fact.owns && $0.ended == nil
                && $0.clock.began == fact.clock.began
        }
        if fact.owns { renewals[fact.staff] = nil }
        if let index {
            records[index].keepClock(before: fact)
            return records[index].follow(fact, stops)
        }
        let place = records.lastIndex { $0.clock.began <= fact.clock.began }
        records.insert(OwnershipRecord(fact, stops), at: place.map { $0 + 1 } ?? 0)
    }

    /// Ends what a consultant has with the customer.
    mutating func end(_ staff: StaffID, _ status: OwnershipStatus, on day: BusinessDay) {
        for index in records.indices
        where records[index].staff == staff && records[index].holds(on: day) {
            records[index].ended = status
            // What was incomplete never held.
            records[index].endedOn = status == .voidIncomplete ? records[index].clock.began : day
        }
    }

    /// The next day after `day` on which one of the clocks has something to say.
    func nextDue(after day: BusinessDay) -> BusinessDay? {
        records.compactMap { $0.nextDue(after: day) }.min()
    }
}

/// How somebody is related to a customer (OWN-27).
public enum Kinship: String, Codable, Sendable, CaseIterable {
    /// 父母.
    case parent
    /// 子女.
    case child
    /// 夫妻.
    case spouse
    /// 兄弟姐妹.
    case sibling
    /// 其他亲戚.
    case relative
    /// 朋友.
    case friend

    /// The same seen from the other side.
    var reversed: Kinship {
        switch self {
        case .parent: .child
        case .child: .parent
        case .spouse, .sibling, .relative, .friend: self
        }
    }
}

/// An old customer told by telephone whom they send (OWN-16).
public struct WrittenIntroduction: Codable, Hashable, Sendable {
    /// Whose customer the new one becomes.
    public var staff: StaffID
    /// Who introduced; nil: as written before dossiers were kept.
    public var introducer: PersonID?
    /// When it was written down.
    public var at: Moment
}

/// A customer told the consultant that they come, and the consultant told management (OWN-18).
public struct Notice: Codable, Hashable, Sendable {
    /// The consultant.
    public var staff: StaffID
    /// When the customer told them.
    public var contacted: Moment
    /// When they told management; nil: they did not.
    public var reported: Moment?

    /// A notice.
    public init(staff: StaffID, contacted: Moment, reported: Moment? = nil) {
        self.staff = staff
        self.contacted = contacted
        self.reported = reported
    }
}

/// What is written in the registers of a customer (tamper.fields).
public enum RecordField: String, Codable, Sendable, CaseIterable {
    /// 姓名.
    case name
    /// 联系方式.
    case phone
    /// 证件号.
    case idNumber = "id_no"
}

/// What three-in-one consists of (three_in_one.required).
public enum ThreeInOne: String, Codable, Sendable, CaseIterable {
    /// 公共来访登记本.
    case paperRegister = "paper_register"
    /// 系统录入.
    case systemRecord = "system_record"
    /// 10 天保鲜.
    case freshness = "freshness_10d"
}
