/// What the site knows of its customers: whose they were and are, and who is whose kin; never reads
/// a policy.
public struct Ownership: Codable, Hashable, Sendable {
    /// One dossier for each customer that anybody received or telephoned with.
    public internal(set) var dossiers: [PersonID: Dossier] = [:]
    /// Customers who turned out to be another one: under whom they are kept together.
    public internal(set) var merged: [PersonID: PersonID] = [:]
    /// The others who are kept together with a customer.
    public internal(set) var alsoKnownAs: [PersonID: [PersonID]] = [:]
    /// Days on which the freshness of visits stands still, in order (visit.freshness_phase).
    public internal(set) var stops: [DayRange] = []
    /// Customers of whom a clock has something to say on a day; none is left out, some are told
    /// too early and looked at again.
    public internal(set) var due: [BusinessDay: [PersonID]] = [:]
    /// The last day on which the clocks were read.
    public internal(set) var readOn: BusinessDay?
    /// Customers who are nobody's any more and wait to be given to somebody.
    public internal(set) var pool: [PersonID: PoolEntry] = [:]
    /// Customers given out in the month, by consultant.
    public internal(set) var given: [StaffID: Int] = [:]
    /// The month of ``given``: years times twelve and months.
    public internal(set) var givenMonth = 0
    /// Handings-out that can still be taken back.
    public internal(set) var handings: [SlipID: Handing] = [:]
    /// Consultants who help with the customers of a colleague.
    public internal(set) var assistants: [StaffID: Assistance] = [:]
    /// Customers named before a leave, by consultant (OWN-36).
    public internal(set) var lists: [StaffID: HandoverList] = [:]
    /// Consultants who left, with how (OWN-37).
    public internal(set) var departed: [StaffID: Departure] = [:]
    /// Changes of the registers that wait for a signature (OWN-10).
    public internal(set) var changes: [SlipID: RecordChange] = [:]
    /// Cases to be told after a deal (OWN-56).
    public internal(set) var cases: [PersonID: CaseDue] = [:]

    /// No customers.
    public init() {}

    /// Everybody who is the same customer, the one asked for first.
    func everybody(_ person: PersonID) -> [PersonID] {
        [person] + oneCustomer(person).filter { $0 != person }
    }

    /// The same people in an order that does not depend on whom one asks for: under whom they are
    /// kept, then the others as they were found to be the same.
    private func oneCustomer(_ person: PersonID) -> [PersonID] {
        if merged.isEmpty { return [person] }
        let root = merged[person] ?? person
        return [root] + (alsoKnownAs[root] ?? [])
    }

    /// Consultants who have anything with a customer: stretches, or as their own circle.
    func everybody(with person: PersonID) -> Set<StaffID> {
        everybody(person).reduce(into: []) { all, one in
            guard let dossier = dossiers[one] else { return }
            all.formUnion(dossier.records.map(\.staff))
            all.formUnion(dossier.circles.keys)
        }
    }

    /// Every stretch of a customer, the earliest first; of one day, in an order of the numbers that
    /// is the same under each of them.
    public func records(of person: PersonID) -> [OwnershipRecord] {
        let everybody = oneCustomer(person)
        if everybody.count == 1 { return dossiers[person]?.records ?? [] }
        let all = everybody.flatMap { dossiers[$0]?.records ?? [] }
        return all.enumerated().sorted {
            ($0.element.clock.began, $0.offset) < ($1.element.clock.began, $1.offset)
        }.map(\.element)
    }

    /// Near kin of a customer, as proven (OWN-27).
    public func kin(of person: PersonID) -> [PersonID: Kinship] {
        oneCustomer(person).reduce(into: [:]) { kin, one in
            kin.merge(dossiers[one]?.kin ?? [:]) { first, _ in first }
        }
    }

    /// The stretch by which a customer is somebody's on a day: what they bought, else the earliest
    /// that holds. At most one, so at most one consultant.
    public func ruling(of person: PersonID?, on day: BusinessDay) -> OwnershipRecord? {
        guard let person else { return nil }
        var first: OwnershipRecord?
        for record in records(of: person) where record.owns && record.holds(on: day) {
            if record.boughtOn != nil { return record }
            if first == nil { first = record }
        }
        return first
    }

    /// To whom a customer belongs on a day.
    public func holder(of person: PersonID?, on day: BusinessDay) -> StaffID? {
        ruling(of: person, on: day)?.staff
    }

    /// Who sold to a customer.
    func seller(to person: PersonID?) -> StaffID? {
        guard let person else { return nil }
        return records(of: person).first { $0.boughtOn != nil && $0.ended == nil }?.staff
    }

    /// Whether anybody's call with the customer still holds.
    func hasCall(_ person: PersonID?, on day: BusinessDay) -> Bool {
        guard let person else { return false }
        return records(of: person).contains { $0.basis == .call && $0.holds(on: day) }
    }

    /// Whether anything is known of a customer with any consultant.
    public func knows(_ person: PersonID?) -> Bool {
        guard let person else { return false }
        return everybody(person).contains { dossiers[$0].map(\.isTied) ?? false }
    }

    /// How a customer stands with a consultant on a day.
    public func standing(
        of person: PersonID?, with staff: StaffID, on day: BusinessDay
    ) -> CustomerStanding {
        var standing = CustomerStanding()
        guard let person else { return standing }
        for one in everybody(person) {
            guard let dossier = dossiers[one] else { continue }
            if dossier.circles[staff] != nil { standing.isOwnResource = true }
            if dossier.introductions.contains(where: { $0.staff == staff }) {
                standing.isIntroduced = true
            }
            for record in dossier.records where record.staff == staff {
                standing.add(record, on: day)
            }
        }
        return standing
    }

    /// The introduction of a customer that was written down last (OWN-16).
    func introduction(of person: PersonID?) -> WrittenIntroduction? {
        guard let person else { return nil }
        return oneCustomer(person).compactMap { dossiers[$0]?.introductions.last }
            .max { $0.at < $1.at }
    }

    /// Who helps with the customers of a consultant on a day (OWN-36).
    public func assistant(of staff: StaffID, on day: BusinessDay) -> StaffID? {
        guard let assistance = assistants[staff], assistance.days.first <= day,
            day <= assistance.days.last
        else { return nil }
        return assistance.by
    }
}

extension Dossier {
    var isTied: Bool { !records.isEmpty || !circles.isEmpty || !introductions.isEmpty }
}

extension CustomerStanding {
    mutating func add(_ record: OwnershipRecord, on day: BusinessDay) {
        guard record.holds(on: day) else {
            if day >= record.until { lapsedOn = max(record.until, lapsedOn ?? record.until) }
            return
        }
        if record.boughtOn != nil {
            hasBought = true
        } else if record.owns {
            visitUntil = max(record.until, visitUntil ?? record.until)
        } else {
            callUntil = max(record.until, callUntil ?? record.until)
        }
    }
}

/// A customer who is nobody's any more (release.to = public_pool).
public struct PoolEntry: Codable, Hashable, Sendable {
    /// Whose they were.
    public var last: StaffID
    /// Since when.
    public var since: BusinessDay
    /// Why.
    public var why: OwnershipStatus
}

/// Customers handed out together.
public struct Handing: Codable, Hashable, Sendable {
    /// Whom to whom, in the order of the slip.
    public var assignments: [CustomerAssignment]
    /// What the pool knew of them.
    public var before: [PoolEntry]
    /// When.
    public var day: BusinessDay
}

/// A customer and who gets them.
public struct CustomerAssignment: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID

    /// A customer for a consultant.
    public init(_ person: PersonID, to staff: StaffID) {
        self.person = person
        self.staff = staff
    }
}

/// Somebody helps with the customers of a colleague (OWN-36, OWN-37).
public struct Assistance: Codable, Hashable, Sendable {
    /// Who helps.
    public var by: StaffID
    /// On which days.
    public var days: DayRange

    /// Help on some days.
    public init(by staff: StaffID, on days: DayRange) {
        by = staff
        self.days = days
    }
}

/// Customers that somebody names before a leave (OWN-36).
public struct HandoverList: Codable, Hashable, Sendable {
    /// The days of the leave.
    public var days: DayRange
    /// The customers about to buy.
    public var customers: [PersonID]

    /// A list.
    public init(days: DayRange, customers: [PersonID]) {
        self.days = days
        self.customers = customers
    }
}

/// How somebody left (OWN-37).
public enum DepartureKind: String, Codable, Sendable, CaseIterable {
    /// 自愿离职.
    case resigned
    /// 除名.
    case dismissed
}

/// Somebody left (OWN-37).
public struct Departure: Codable, Hashable, Sendable {
    /// How.
    public var kind: DepartureKind
    /// When.
    public var day: BusinessDay
}

/// A change of what the registers say of a customer; the values are kept elsewhere (OWN-10).
public struct RecordChange: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// Who asks for it.
    public var by: StaffID
    /// What is to be changed.
    public var fields: [RecordField]
    /// Why.
    public var note: String

    /// A change of some fields.
    public init(
        _ person: PersonID, by staff: StaffID, fields: [RecordField], note: String
    ) {
        self.person = person
        by = staff
        self.fields = fields
        self.note = note
    }
}

/// A case to be told after a deal (OWN-56).
public struct CaseDue: Codable, Hashable, Sendable {
    /// Who sold.
    public var staff: StaffID
    /// The day on which it is late.
    public var day: BusinessDay
    /// Reminded already.
    public var isReminded = false
}
