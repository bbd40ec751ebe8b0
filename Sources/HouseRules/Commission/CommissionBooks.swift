/// Schemes, scores and the months that are not locked; of locked ones what was paid for each deal.
/// Never reads a policy.
public struct CommissionBooks: Codable, Hashable, Sendable {
    /// Schemes, the earliest first.
    public internal(set) var schemes: [CommissionScheme] = []
    /// Scores in hundredths, of months that are not locked.
    public internal(set) var scores: [BusinessDay: [StaffID: Int]] = [:]
    /// Months that are worked out and not locked.
    public internal(set) var open: [BusinessDay: CommissionBook] = [:]
    /// The last month that was locked.
    public internal(set) var lockedThrough: BusinessDay?
    /// What was paid for deals, in case they are cancelled.
    public internal(set) var paid: [DealID: [PaidCommission]] = [:]
    /// Corrections that wait for the next month.
    public internal(set) var corrections: [CommissionCorrection] = []

    /// Nothing.
    public init() {}

    /// The scheme of a month.
    public func scheme(of month: BusinessDay) -> CommissionScheme? {
        schemes.last { $0.from <= month }
    }

    /// Makes one fact true.
    mutating func apply(_ event: CommissionEvent) {
        switch event {
        case .adopted(let scheme, _):
            schemes.append(scheme)
            schemes.sort { ($0.from, $0.slip) < ($1.from, $1.slip) }
        case .scorePublished(let staff, let month, let score, _, _):
            scores[month, default: [:]][staff] = score
        case .workedOut(let month, let statements, _):
            open[month] = CommissionBook(statements: statements, isApproved: false)
        case .approved(let month, _, _): open[month]?.isApproved = true
        case .locked(let month, _): lock(month)
        case .corrected(let correction, _, _): corrections.append(correction)
        }
    }

    private mutating func lock(_ month: BusinessDay) {
        guard let book = open.removeValue(forKey: month) else { return }
        lockedThrough = month
        scores[month] = nil
        var waiting: [CommissionCorrection] = []
        for statement in book.statements {
            for part in statement.paidParts { paid[part.deal, default: []].append(part) }
            for line in statement.lines { remember(line, of: statement.staff) }
            if statement.carried.fen < 0 {
                let name = statement.staff?.rawValue ?? ""
                waiting.append(
                    CommissionCorrection(
                        SlipID("\(month.text) \(name)"), statement.staff, of: month,
                        amount: statement.carried, note: ""))
            }
        }
        let used = Set(book.statements.flatMap(\.lines).compactMap(\.correction))
        corrections = corrections.filter { !used.contains($0.slip) } + waiting
    }
}

extension CommissionBooks {
    /// What was taken back is forgotten; what moved is remembered as it is now (OWN-28).
    private mutating func remember(_ line: CommissionLine, of staff: StaffID?) {
        guard let deal = line.deal else { return }
        switch line.kind {
        case .clawback: paid[deal] = nil
        case .moved(let points, let month):
            let place = paid[deal]?.firstIndex { $0.points != nil && $0.staff == staff }
            var part = PaidCommission(deal, staff, month: month, paid: line.paid, points: points)
            part.deferred = line.deferred
            if let place, let before = paid[deal]?.remove(at: place) {
                part.paid = part.paid + before.paid
                part.deferred = part.deferred + before.deferred
            }
            if points > 0 { paid[deal, default: []].append(part) }
        case .share, .part, .override, .correction: break
        }
    }
}

/// A month that is worked out.
public struct CommissionBook: Codable, Hashable, Sendable {
    /// One for everybody.
    public var statements: [Statement]
    /// Whether the manager approved of them.
    public var isApproved: Bool
}

extension CommissionLine {
    /// The correction that it is.
    fileprivate var correction: SlipID? {
        guard case .correction(let slip, _) = kind else { return nil }
        return slip
    }
}
