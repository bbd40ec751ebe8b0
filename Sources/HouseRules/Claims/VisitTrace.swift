/// What claims, changes of class and proofs need to know of a visit, during it and for the rest of
/// the day.
public struct VisitTrace: Codable, Hashable, Sendable {
    /// Number of the arrival in the day's register.
    public var number: Int
    /// What it is.
    public var visitClass: VisitClass
    /// When the group came in.
    public var arrivedAt: Moment
    /// The customer, as far as known by now.
    public var person: PersonID?
    /// Whom they named.
    public var named: StaffID?
    /// The old customer who came along (OWN-40).
    public var introducer: PersonID?
    /// When somebody began to receive them.
    public var startedAt: Moment?
    /// Who receives or received.
    public var receptionist: StaffID?
    /// Whose customer it is, when the receptionist stands in.
    public var owner: StaffID?
    /// What it did to the turn of the receptionist.
    public var effect: TurnEffect?
    /// How it came to its receptionist; nil: by a change.
    public var way: AssignmentWay?
    /// Ticks that its entry in the register brought.
    public var ticks = 0
    /// Entered in the register.
    public var logged = false
    /// When the first question was done.
    public var answeredAt: Moment?
    /// Named this consultant, with whom everything has lapsed (REC-37).
    public var lapsedWith: StaffID?
    /// When it was claimed (REC-31).
    public var claimedAt: Moment?
    /// When talking about the price began (REC-42).
    public var priceAt: Moment?
    /// When the group left.
    public var finishedAt: Moment?
    /// What was decided on it and cannot be taken back with it (REC-15).
    public var bond: VisitBond?
    /// The appointment that they kept (REC-38).
    public var kept: Appointment?

    init(_ visit: OpenVisit) {
        number = visit.number
        visitClass = visit.visitClass
        arrivedAt = visit.arrivedAt
        person = visit.person
        named = visit.named
    }
}

extension Customers {
    /// Finished visits that are remembered until the next sheet.
    static let rememberedVisits = 100

    /// Follows what happens to visits.
    mutating func follow(_ event: ReceptionEvent) {
        switch event {
        case .visitRegistered(let visit):
            traces[visit.visit] = VisitTrace(visit)
        case .visitAssigned(let fact):
            traces.change(fact.visit) {
                $0.startedAt = fact.at
                $0.receptionist = fact.staff
                $0.owner = fact.onBehalfOf
                $0.effect = fact.effect
                $0.way = fact.way
            }
        case .visitReassigned(let fact):
            traces.change(fact.visit) {
                // Ticks that went back with the change are nobody's any more.
                if $0.receptionist != fact.staff { $0.ticks = 0 }
                $0.visitClass = fact.visitClass
                $0.named = fact.named
                $0.receptionist = fact.staff
                $0.owner = fact.onBehalfOf
                $0.effect = fact.effect
                $0.way = nil
            }
        case .visitLogged(let visit, _, let ticks, _):
            traces.change(visit) {
                $0.logged = true
                $0.ticks = ticks
            }
        case .receptionFinished(let visit, _, let at):
            traces.change(visit) { $0.finishedAt = at }
            finished.append(visit)
            if finished.count > Self.rememberedVisits { forget(finished.removeFirst()) }
        case .visitVoided(let fact):
            void(fact.visit)
        case .dayClosed(let day, _, _):
            close(day)
        case .sheetPublished(let sheet):
            startDay(sheet.day)
        default:
            break
        }
    }

    /// Follows what order on the floor does to visits.
    mutating func follow(_ event: DutyEvent) {
        switch event {
        case .receptionLeft(let visit, let staff, let kind, _):
            forgetReception(of: visit)
            traces[visit]?.bond = .left(staff)
            if kind == .personal {
                traces[visit]?.logged = false
                traces[visit]?.ticks = 0
                entries[visit] = nil
            }
        case .takenBack(let visit, _, _, _, _): forgetReception(of: visit)
        case .tourProved(let visit, let staff, _):
            if traces[visit]?.receptionist == staff { traces[visit]?.effect = .notCounted }
        default: break
        }
    }

    /// Follows the entries of visits that are over.
    mutating func follow(_ event: RegisterEvent) {
        switch event {
        case .visitSeenOff(let visit, _, _, let at):
            traces[visit]?.finishedAt = at
            unlogged[visit]?.finishedAt = at
        case .visitEntered(let entry, _, late: false, _) where entry.missing.isEmpty:
            traces[entry.visit]?.logged = true
            unlogged[entry.visit]?.logged = true
        default: break
        }
    }

    /// What is known of a visit that is or was entered in the register.
    func entryTrace(_ visit: VisitID) -> VisitTrace? { traces[visit] ?? unlogged[visit] }

    /// The trace of a visit whose customer is known: most come without a name, and to copy the
    /// trace of each took longer than to look.
    func personal(_ visit: VisitID) -> VisitTrace? {
        traces[visit]?.person == nil ? nil : traces[visit]
    }

    /// The visit that came last of those asked for.
    func lastTrace(where isMeant: (VisitTrace) -> Bool) -> VisitTrace? {
        traces.filter { isMeant($0.value) }.max {
            ($0.value.arrivedAt, $0.value.number, $0.key)
                < ($1.value.arrivedAt, $1.value.number, $1.key)
        }?.value
    }

    private mutating func forget(_ visit: VisitID) {
        guard let trace = traces.removeValue(forKey: visit), !trace.logged else { return }
        unlogged[visit] = trace
    }

    /// Nothing more is asked of a visit that never took place.
    private mutating func void(_ visit: VisitID) {
        traces[visit] = nil
        unlogged[visit] = nil
        entries[visit] = nil
        proofs[visit] = nil
        handovers[visit] = nil
        finished.removeAll { $0 == visit }
        for other in traces.keys where traces[other]?.bond == .split(visit) {
            traces[other]?.bond = nil
        }
        voided.append(visit)
    }

    private mutating func forgetReception(of visit: VisitID) {
        traces[visit]?.startedAt = nil
        traces[visit]?.receptionist = nil
        traces[visit]?.owner = nil
        traces[visit]?.effect = nil
    }

    /// Whoever is still with a visitor at the close has finished with the day.
    private mutating func close(_ day: BusinessDay) {
        for (visit, trace) in traces where trace.receptionist != nil && trace.finishedAt == nil {
            traces[visit]?.finishedAt = day.adding(days: 1).start
            if proofs[visit] != nil { proofs[visit]?.until = day.adding(days: 1).start }
        }
    }

    /// Those who came before the hours are still there when the day begins (REC-19); entries are
    /// taken for one more day (REC-48).
    private mutating func startDay(_ day: BusinessDay) {
        for (visit, trace) in traces where trace.finishedAt != nil { forget(visit) }
        let yesterday = day.adding(days: -1)
        unlogged = unlogged.filter { ($0.value.finishedAt?.day ?? yesterday) >= yesterday }
        finished = []
        voided = []
        appointments.removeAll { $0.at.day < day }
    }
}
