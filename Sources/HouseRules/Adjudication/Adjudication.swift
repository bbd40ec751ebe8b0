/// Deals and who has them, quarrels that wait for a ruling, and what a deal that may still come is
/// judged by; never reads a policy.
public struct Adjudication: Codable, Hashable, Sendable {
    /// Every deal with its file.
    public internal(set) var deals: [DealID: DealFile] = [:]
    /// The deals of a customer, the earliest first.
    public internal(set) var dealsOf: [PersonID: [DealID]] = [:]
    /// Deals of the last weeks, the earliest entered first: a sick leave may still reach them.
    public internal(set) var recent: [DealID] = []
    /// The last visit on which a customer had forgotten the name (OWN-23).
    public internal(set) var forgotten: [PersonID: ForgottenVisit] = [:]
    /// Visits of today whose first question was answered that way.
    public internal(set) var forgetting: Set<VisitID> = []
    /// Claims of the day of that visit (OWN-23).
    public internal(set) var claims: [PersonID: [DealSlip]] = [:]
    /// Received first, nothing to show (REC-34).
    public internal(set) var failedProofs: [PersonID: FailedProof] = [:]
    /// First receptions of somebody else's customer, which left no record (OWN-24).
    public internal(set) var beside: [PersonID: [StaffID: BusinessDay]] = [:]
    /// To whom a customer went before a deal (OWN-24, OWN-31).
    public internal(set) var awards: [PersonID: CustomerAward] = [:]
    /// Customers that somebody poached (OWN-22).
    public internal(set) var poached: [PersonID: PoachSlip] = [:]
    /// Customers who got another consultant (OWN-29).
    public internal(set) var changes: [PersonID: ConsultantChange] = [:]
    /// Sick leaves of the last year, joined where they go on without a gap (OWN-35).
    public internal(set) var leaves: [StaffID: [SickLeave]] = [:]
    /// Quarrels (OWN-30).
    public internal(set) var disputes: [SlipID: DisputeFile] = [:]

    /// Nothing.
    public init() {}

    /// So many days back a sick leave may reach a deal.
    static let recentDays = 62
    /// So many days back a sick leave is kept.
    static let leaveDays = 366

    /// Makes one fact true.
    mutating func apply(_ event: AdjudicationEvent) {
        switch event {
        case .dealOrdered(let deal): open(deal)
        case .sameDayClaimed(let person, let slip): claims[person, default: []].append(slip)
        case .recordShown(let deal, let slip): deals[deal]?.proofs.append(slip)
        case .objected(let deal, let slip): deals[deal]?.objections.append(slip)
        case .attributed(let deal, let attribution):
            deals[deal]?.attributions.append(attribution)
        case .awarded(let people, let award): for person in people { awards[person] = award }
        case .poached(let slip, _): poached[slip.person] = slip
        case .sickLeaveTaken(let leave, _): join(leave)
        case .paidOut(let deal, let at): deals[deal]?.paidAt = at
        case .quarrelled: break
        case .disputeFiled(let dispute):
            disputes[dispute.slip] = dispute
            if case .deal(let deal) = dispute.matter { deals[deal]?.dispute = dispute.slip }
        case .disputeStepped(let slip, let step):
            disputes[slip]?.state = step.state
            disputes[slip]?.steps.append(step)
        case .disputeRuled(let slip, let ruling):
            disputes[slip]?.state = .ruled
            disputes[slip]?.rulings.append(ruling)
        }
    }

    private mutating func open(_ deal: DealFact) {
        deals[deal.deal] = DealFile(deal)
        dealsOf[deal.person, default: []].append(deal.deal)
        let oldest = deal.enteredAt.day.adding(days: -Self.recentDays)
        recent.removeAll { id in deals[id].map { $0.deal.enteredAt.day < oldest } ?? true }
        recent.append(deal.deal)
    }

    private mutating func join(_ leave: SickLeave) {
        var joined = leave
        var others: [SickLeave] = []
        for old in leaves[leave.staff] ?? []
        where old.to.number >= leave.from.number - Self.leaveDays {
            guard old.touches(joined) else {
                others.append(old)
                continue
            }
            joined.from = min(joined.from, old.from)
            joined.to = max(joined.to, old.to)
            joined.successor = joined.successor ?? old.successor
        }
        leaves[leave.staff] = (others + [joined]).sorted { $0.from < $1.from }
    }

    /// The leave of a day, as long as it is in all.
    public func leave(of staff: StaffID, on day: BusinessDay) -> SickLeave? {
        leaves[staff]?.first { $0.covers(day) }
    }
}
