/// Who would get customers who are nobody's: whoever has been given fewest this month first, then
/// in the order of the ring; not whoever lost the customer, unless nobody else is there.
///
/// - Parameters:
///   - people: The customers, in the order in which they are given; nil: the whole pool, those who
///     have waited longest first.
///   - staff: Who takes part; nil: everybody in the ring.
///   - state: What the site knows.
///   - day: The day of the question.
/// - Returns: Whom to whom; empty where nobody takes part.
public func previewRedistribution(
    of people: [PersonID]? = nil, among staff: [StaffID]? = nil, in state: SiteState,
    on day: BusinessDay
) -> [CustomerAssignment] {
    let ownership = state.ownership
    let members = state.rotation.members.filter { !$0.released }.map(\.staff)
        .filter { staff?.contains($0) ?? true && ownership.departed[$0] == nil }
    guard !members.isEmpty else { return [] }
    let (year, month, _) = day.civil
    var given = ownership.givenMonth == year * 12 + month ? ownership.given : [:]
    let waiting =
        people
        ?? ownership.pool.filter {
            ownership.holder(of: $0.key, on: day) == nil
        }.sorted { ($0.value.since, $0.key) < ($1.value.since, $1.key) }.map(\.key)
    return waiting.map { person in
        let last = ownership.pool[person]?.last
        let others = members.filter { $0 != last }
        let candidates = others.isEmpty ? members : others
        var chosen = candidates[0]
        for staff in candidates where given[staff, default: 0] < given[chosen, default: 0] {
            chosen = staff
        }
        given[chosen, default: 0] += 1
        return CustomerAssignment(person, to: chosen)
    }
}

/// Customers who are nobody's are given to somebody (OWN-14, OWN-37).
extension Deliberation {
    /// One slip hands out many: every one of them waits still, or nothing is handed out.
    mutating func handOut(
        _ slip: SlipID, _ assignments: [CustomerAssignment]
    ) throws(Refusal) {
        try allow()
        guard ownership.handings[slip] == nil else { throw .ownership(.slipExists(slip)) }
        guard !assignments.isEmpty else { throw .ownership(.nothingToHandOut) }
        for one in assignments {
            _ = try known(one.staff)
            guard entry(of: one.person) != nil else { throw .ownership(.notInPool(one.person)) }
        }
        guard Set(assignments.map(\.person)).count == assignments.count else {
            throw .ownership(.twice)
        }
        let before = assignments.compactMap { entry(of: $0.person) }
        emit(.handedOut(slip, Handing(assignments: assignments, before: before, day: at.day)))
        for one in assignments {
            because(.handedOut(one.person, to: one.staff))
            transfer(one.person, to: one.staff)
        }
    }

    /// What the pool knows of a customer who is nobody's, or only somebody's who left.
    private func entry(of person: PersonID) -> PoolEntry? {
        if let holder = ownership.holder(of: person, on: at.day) {
            guard let departure = ownership.departed[holder] else { return nil }
            return PoolEntry(last: holder, since: departure.day, why: .active)
        }
        if let entry = ownership.pool[person] { return entry }
        // Lapsed today, before the clock has written it down.
        return ownership.records(of: person).last { $0.owns && $0.until <= at.day }.map {
            PoolEntry(last: $0.staff, since: $0.until, why: $0.status(on: at.day))
        }
    }

    /// A handing-out that was wrong: whoever has not been followed up goes back (GLOSSARY §2.9).
    mutating func takeBack(_ slip: SlipID, _ note: String) throws(Refusal) {
        try allow()
        guard let handing = ownership.handings[slip] else { throw .ownership(.noSuchSlip(slip)) }
        guard !note.isEmpty else { throw .ownership(.noteMissing) }
        emit(.takenBack(slip, note: note))
        for (one, before) in zip(handing.assignments, handing.before) {
            let record = ownership.ruling(of: one.person, on: at.day)
            guard let record, record.staff == one.staff, record.touches == 0,
                record.clock.began == handing.day, record.boughtOn == nil
            else {
                because(.keeps(one.person, one.staff))
                continue
            }
            emit(.ended(one.person, one.staff, .released, on: at.day))
            if ownership.holder(of: one.person, on: at.day) == nil {
                emit(.pooled(one.person, before))
            }
            because(.takenBack(one.person, from: one.staff))
        }
    }

    /// Management gives one customer to somebody, on a slip (OWN-10, OWN-32, OWN-33, OWN-37).
    mutating func reassign(_ reassignment: Reassignment) throws(Refusal) {
        try allow()
        _ = try known(reassignment.to)
        emit(.reassigned(reassignment))
        because(.reassigned(reassignment.to, reassignment.cause, from: at.day))
        transfer(reassignment.person, to: reassignment.to, reassignment.cause.status)
    }
}

/// Why management gives a customer to somebody.
public enum ReassignmentCause: String, Codable, Sendable, CaseIterable {
    /// 场外私接 (OWN-32).
    case offsite
    /// 投诉 (OWN-33).
    case complaint
    /// 涂改作废后分配 (OWN-10).
    case tampering
    /// 离职移交 (OWN-37).
    case departure
    /// 其他.
    case other

    /// How the stretch of whoever had the customer ends.
    var status: OwnershipStatus {
        switch self {
        case .offsite, .complaint: .voidByRuling
        case .tampering, .departure, .other: .released
        }
    }
}

/// A slip by which management gives a customer to somebody.
public struct Reassignment: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// Who gets them.
    public var to: StaffID
    /// Why.
    public var cause: ReassignmentCause
    /// The complaint or the ruling it rests on.
    public var slip: SlipID?
    /// In words.
    public var note: String

    /// A slip.
    public init(
        _ person: PersonID, to staff: StaffID, _ cause: ReassignmentCause, slip: SlipID? = nil,
        note: String = ""
    ) {
        self.person = person
        to = staff
        self.cause = cause
        self.slip = slip
        self.note = note
    }
}
