/// The step that found whose customer a visitor is (ownership.resolution_order).
public enum ResolutionStep: String, Codable, Sendable, CaseIterable {
    /// 首问指名.
    case named
    /// 三位一体有效的既有归属.
    case threeInOne = "three_in_one"
    /// 认领.
    case claimWindow = "claim_window"
    /// 当轮.
    case rotation
}

/// A line of evidence: what a consultant has or had with the customer, with the three lights.
public struct OwnershipEvidence: Hashable, Sendable {
    /// The stretch.
    public let record: OwnershipRecord
    /// How it stands at the moment of the question.
    public let status: OwnershipStatus
    /// Which of the three are there (OWN-09).
    public let lights: [ThreeInOne]
    /// Why it does not decide; nil: it does.
    public let whyNot: WhyNot?
}

/// Whose customer a visitor is, why, and why nobody else (OWN-01).
public struct Resolution: Hashable, Sendable {
    /// What the visit is.
    public let visitClass: VisitClass
    /// Who receives; nil: the current turn.
    public let staff: StaffID?
    /// To whom the customer belongs before the visit.
    public let holder: StaffID?
    /// The step that found it.
    public let step: ResolutionStep
    /// The steps of the reasoning, each with its clause.
    public let reasons: [Reason]
    /// Everything there is, the earliest first.
    public let evidence: [OwnershipEvidence]
    /// When it was asked.
    public let at: Moment

    /// The clauses in the order in which they were applied, each once.
    public var path: [Clause] {
        var seen: Set<Clause> = []
        return reasons.map(\.clause).filter { seen.insert($0).inserted }
    }

    /// Those who have something too, and why it does not decide.
    public var runnersUp: [OwnershipEvidence] { evidence.filter { $0.whyNot != nil } }
}

/// Whose customer a visitor is: what reception would decide, with everything it rests on (OWN-01).
///
/// - Parameters:
///   - person: The customer, as far as known.
///   - answers: The first question; nil: not put, so only the register speaks.
///   - state: What the site knows.
///   - policy: The rules in force.
///   - at: The moment of the question.
/// - Throws: What the first question lacks.
public func resolve(
    _ person: PersonID?, _ answers: FirstQuestion? = nil, in state: SiteState,
    under policy: Policy, at: Moment
) throws(Refusal) -> Resolution {
    var copy = state
    return try deliberate(on: &copy, under: policy, actor: .clock, at: at) {
        (deliberation) throws(Refusal) in try deliberation.resolution(of: person, answers)
    }
}

extension Deliberation {
    func resolution(
        of person: PersonID?, _ answers: FirstQuestion?
    ) throws(Refusal) -> Resolution {
        let found = try identify(
            Arrival("", .newFirst, person: person, answers: answers))
        let ruling = ownership.ruling(of: person, on: at.day)
        let staff = answers == nil ? ruling?.staff : found.arrival.named
        let visitClass = answers == nil && staff != nil ? .ownedReturning : found.arrival.visitClass
        let evidence = evidence(of: person, decided: staff, ruling)
        return Resolution(
            visitClass: visitClass, staff: staff, holder: ruling?.staff,
            step: step(visitClass, staff, ruling, answers),
            reasons: found.reasons.map { .claims($0) }
                + (found.notes + told(evidence, ruling)).map { .ownership($0) },
            evidence: evidence, at: at)
    }

    private func step(
        _ visitClass: VisitClass, _ staff: StaffID?, _ ruling: OwnershipRecord?,
        _ answers: FirstQuestion?
    ) -> ResolutionStep {
        guard let staff else { return .rotation }
        if ruling?.staff == staff { return .threeInOne }
        return answers?.recognisedBy == staff && visitClass == .ownedReturning
            ? .claimWindow : .named
    }

    /// Every stretch with its lights, and why those that do not decide do not.
    private func evidence(
        of person: PersonID?, decided staff: StaffID?, _ ruling: OwnershipRecord?
    ) -> [OwnershipEvidence] {
        guard let person else { return [] }
        return ownership.records(of: person).map { record in
            let status = record.status(on: at.day)
            let decides = record.staff == staff && record.holds(on: at.day)
            return OwnershipEvidence(
                record: record, status: status, lights: lights(record, status),
                whyNot: decides ? nil : whyNot(record, status, staff, ruling))
        }
    }

    private func whyNot(
        _ record: OwnershipRecord, _ status: OwnershipStatus, _ staff: StaffID?,
        _ ruling: OwnershipRecord?
    ) -> WhyNot {
        guard status == .active || status == .closedDeal else { return WhyNot(status) }
        if !record.owns { return staff == nil ? .notNamed : .onlyCall }
        return record == ruling ? .notNamed : .later
    }

    private func lights(_ record: OwnershipRecord, _ status: OwnershipStatus) -> [ThreeInOne] {
        switch status {
        case .voidIncomplete: []
        case .lapsedFreshness, .lapsedValidity: [.paperRegister, .systemRecord]
        default: ThreeInOne.allCases
        }
    }

    /// Who has it since when and until when, and why each of the others has not.
    func told(
        _ evidence: [OwnershipEvidence], _ ruling: OwnershipRecord?
    ) -> [OwnershipReason] {
        var told: [OwnershipReason] = []
        if let ruling {
            told.append(.theirs(ruling.staff, since: ruling.clock.began, until: ruling.until))
        }
        for line in evidence {
            guard let whyNot = line.whyNot, line.record.staff != ruling?.staff else { continue }
            told.append(.runnerUp(line.record.staff, whyNot, line.record.until))
        }
        return told
    }

    /// What the register has of a customer who comes, told with the decision: the last few lines
    /// are enough for the desk.
    mutating func tellEvidence(of person: PersonID?) {
        guard let person, ownership.knows(person) else { return }
        let ruling = ownership.ruling(of: person, on: at.day)
        for reason in told(evidence(of: person, decided: ruling?.staff, ruling), ruling).suffix(5) {
            because(reason)
        }
    }
}
