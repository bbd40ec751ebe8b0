/// What reception knows of customers: the simple register behind the seam that the ownership topic
/// replaces; never reads a policy.
public struct Customers: Codable, Hashable, Sendable {
    /// Who has what with each customer, in the order in which it began.
    public internal(set) var ties: [PersonID: [Ties]] = [:]
    /// Visits in hand and those finished since the last sheet.
    public internal(set) var traces: [VisitID: VisitTrace] = [:]
    /// Finished visits, the oldest first.
    public internal(set) var finished: [VisitID] = []
    /// Entered visits whose customer may still be claimed, until then (REC-31).
    public internal(set) var entries: [VisitID: Moment] = [:]
    /// Receptions that wait for proof (REC-34).
    public internal(set) var proofs: [VisitID: AwaitedProof] = [:]
    /// Appointments of today and later (REC-38).
    public internal(set) var appointments: [Appointment] = []
    /// Receptions in place of a colleague who has not read of it yet (REC-39).
    public internal(set) var handovers: [VisitID: Handover] = [:]
    /// The group of each consultant, where the site has groups (REC-39).
    public internal(set) var groups: [StaffID: String] = [:]

    /// An empty register.
    public init() {}

    /// How a customer stands with a consultant on a day.
    public func standing(
        of person: PersonID?, with staff: StaffID, on day: BusinessDay
    ) -> CustomerStanding {
        var standing = CustomerStanding()
        guard let person, let ties = ties[person]?.first(where: { $0.staff == staff })
        else { return standing }
        standing.hasBought = ties.deal != nil
        standing.isOwnResource = ties.ownResource != nil
        standing.isIntroduced = ties.introduction != nil
        if let visit = ties.visit {
            if visit.holds(on: day) { standing.visitUntil = visit.lapse }
            else { standing.lapsedOn = visit.lapse }
        }
        if let call = ties.call {
            if call.holds(on: day) { standing.callUntil = call.lapse }
            else { standing.lapsedOn = max(call.lapse, standing.lapsedOn ?? call.lapse) }
        }
        return standing
    }

    /// To whom a customer belongs on a day: who sold to them, else whose visit holds.
    public func holder(of person: PersonID?, on day: BusinessDay) -> StaffID? {
        guard let person, let ties = ties[person] else { return nil }
        return (ties.first { $0.deal != nil }
            ?? ties.first { $0.visit?.holds(on: day) ?? false })?.staff
    }

    /// Whether anybody's call with the customer still holds.
    func hasCall(_ person: PersonID?, on day: BusinessDay) -> Bool {
        guard let person, let ties = ties[person] else { return false }
        return ties.contains { $0.call?.holds(on: day) ?? false }
    }

    mutating func tie(_ fact: TieFact) {
        var all = ties[fact.person] ?? []
        let index = all.firstIndex { $0.staff == fact.staff } ?? all.endIndex
        if index == all.endIndex { all.append(Ties(fact.staff)) }
        switch fact.kind {
        case .visit: all[index].visit = fact.clock
        case .call: all[index].call = fact.clock
        case .deal: all[index].deal = fact.clock.began
        case .ownResource: all[index].ownResource = fact.clock.began
        case .introduction: all[index].introduction = fact.clock.began
        }
        ties[fact.person] = all
    }

    mutating func release(_ person: PersonID, from staff: StaffID) {
        ties[person]?.removeAll { $0.staff == staff }
        if ties[person]?.isEmpty ?? false { ties[person] = nil }
    }
}
