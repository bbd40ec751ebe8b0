/// The commission of a month: a function of deals, scheme and scores, the same in whatever order
/// they come.
public struct CommissionMonth: Sendable {
    /// One for everybody with a line, by their number, the bonus pool last.
    public private(set) var statements: [Statement] = []
    /// Whose score is missing: their statements are not final (SAT-37).
    public private(set) var unscored: [StaffID] = []
    /// Deals of products without a rate.
    public private(set) var unrated: [DealID] = []

    /// 业绩: what each person sold in the month, by the shares of performance (OWN-38).
    public private(set) var performance: [StaffID: Money] = [:]

    private let month: BusinessDay
    private let next: BusinessDay
    private let scheme: CommissionScheme
    private var lines: [StaffID?: [CommissionLine]] = [:]

    /// - Parameters:
    ///   - month: Its first day.
    ///   - deals: All that may count; those of other months are passed over.
    ///   - scheme: What holds in the month.
    ///   - policy: How the score moves it.
    ///   - scores: In hundredths, 0 … 10,000.
    ///   - paid: What was paid for deals before; taken back once they are cancelled.
    ///   - corrections: Of locked months, to count in this one.
    public init(
        _ month: BusinessDay, deals: [CommissionDeal], scheme: CommissionScheme,
        policy: CommissionPolicy = CommissionPolicy(), scores: [StaffID: Int],
        paid: [PaidCommission] = [], corrections: [CommissionCorrection] = []
    ) {
        self.month = month
        next = month.expire(afterMonths: 1)
        self.scheme = scheme
        let deals = deals.sorted { $0.deal < $1.deal }
        let counted = deals.filter(counts)
        performance = performance(counted)
        for deal in counted { add(deal) }
        takeBack(deals, paid)
        move(deals, paid)
        for correction in corrections.sorted(by: { $0.slip < $1.slip }) { add(correction) }
        for (staff, lines) in lines { add(staff, lines, policy, scores) }
        statements.sort { $0.comes(before: $1) }
        unscored.sort()
    }

    /// In the month by the scheme's basis, and not cancelled by its end.
    private func counts(_ deal: CommissionDeal) -> Bool {
        let day = scheme.basis == .signing ? deal.signed : deal.received
        guard let day, day >= month, day < next else { return false }
        return deal.cancelled.map { $0 >= next } ?? true
    }

    /// What each person sold in the month: the tier goes by it.
    private func performance(_ deals: [CommissionDeal]) -> [StaffID: Money] {
        var sums: [StaffID: Money] = [:]
        for deal in deals {
            for (staff, amount) in deal.shares.amounts(.performance, of: deal.price) {
                guard let staff else { continue }
                sums[staff, default: Money(fen: 0)] = (sums[staff] ?? Money(fen: 0)) + amount
            }
        }
        return sums
    }

    private mutating func add(_ deal: CommissionDeal) {
        guard let lowest = scheme.perMillion(deal.product, performance: Money(fen: 0)) else {
            unrated.append(deal.deal)
            return
        }
        let rest = Shares.whole - scheme.others.reduce(0) { $0 + $1.points }
        let shares = deal.shares.commission
        let weights =
            shares.map { Int64($0.points * rest) }
            + scheme.others.map { Int64($0.points * Shares.whole) }
        let bases = deal.price.split(weights: weights)
        for (index, share) in (shares + scheme.others).enumerated() {
            let own = share.staff.map { performance[$0] ?? Money(fen: 0) }
            let isShare = index < shares.count
            let rate =
                isShare
                ? own.flatMap { scheme.perMillion(deal.product, performance: $0) } ?? lowest
                : lowest
            // The whole commission at this rate, split: equal rates sum to the fen.
            let amount = deal.price.times(rate, of: 1_000_000).split(weights: weights)[index]
            let kind: LineKind =
                isShare ? .share(points: share.points) : .part(points: share.points)
            put(share.staff, deal.deal, kind, bases[index], rate, amount)
        }
        addOverrides(deal)
    }

    /// The head of a team has a part of what the others sold.
    private mutating func addOverrides(_ deal: CommissionDeal) {
        guard scheme.overridePerMillion > 0 else { return }
        for (staff, base) in deal.shares.amounts(.performance, of: deal.price) {
            guard let staff, let head = scheme.heads[staff] else { continue }
            put(
                head, deal.deal, .override(of: staff), base, scheme.overridePerMillion,
                base.times(scheme.overridePerMillion, of: 1_000_000))
        }
    }

    private mutating func put(
        _ staff: StaffID?, _ deal: DealID?, _ kind: LineKind, _ base: Money, _ rate: Int,
        _ amount: Money
    ) {
        lines[staff, default: []].append(
            CommissionLine(
                deal: deal, kind: kind, base: base, perMillion: rate, amount: amount,
                paid: kind.isScored ? Money(fen: 0) : amount, deferred: Money(fen: 0)))
    }

    /// Cancelled in this month and paid before: what was really paid goes back, whatever the score
    /// of this month is.
    private mutating func takeBack(_ deals: [CommissionDeal], _ paid: [PaidCommission]) {
        let cancelled = Set(
            deals.filter { $0.cancelled.map { $0 >= month && $0 < next } ?? false }.map(\.deal))
        for part in paid where cancelled.contains(part.deal) && part.month < month {
            lines[part.staff, default: []].append(
                CommissionLine(
                    deal: part.deal, kind: .clawback(of: part.month), base: Money(fen: 0),
                    perMillion: 0, amount: Money(fen: -part.paid.fen),
                    paid: Money(fen: -part.paid.fen), deferred: Money(fen: -part.deferred.fen)))
        }
    }

    /// Somebody else's since it was paid: what was paid for the shares is split anew, and nothing
    /// is added to it (OWN-28).
    private mutating func move(_ deals: [CommissionDeal], _ paid: [PaidCommission]) {
        let parts = Dictionary(
            grouping: paid.filter { $0.points != nil && $0.month < month }, by: \.deal)
        for deal in deals where deal.cancelled.map({ $0 >= next }) ?? true {
            guard let parts = parts[deal.deal], let first = parts.first else { continue }
            let old = Set(parts.map { Share($0.staff, $0.points ?? 0) })
            let shares = deal.shares.commission
            guard old != Set(shares) else { continue }
            let weights = shares.map { Int64($0.points) }
            let pays = sum(parts.map(\.paid)).split(weights: weights)
            let debts = sum(parts.map(\.deferred)).split(weights: weights)
            for (index, share) in shares.enumerated() {
                change(deal.deal, share, of: first.month, by: pays[index], debts[index])
            }
            for part in parts {
                let now = shares.first { $0.staff == part.staff }?.points ?? 0
                change(
                    deal.deal, Share(part.staff, now), of: part.month,
                    by: Money(fen: -part.paid.fen), Money(fen: -part.deferred.fen))
            }
        }
    }

    /// One line for each person and deal.
    private mutating func change(
        _ deal: DealID, _ share: Share, of month: BusinessDay, by paid: Money, _ deferred: Money
    ) {
        let kind = LineKind.moved(points: share.points, of: month)
        let place = lines[share.staff]?.firstIndex { $0.deal == deal && $0.kind == kind }
        if place == nil { put(share.staff, deal, kind, Money(fen: 0), 0, Money(fen: 0)) }
        guard let place = place ?? lines[share.staff]?.indices.last,
            var line = lines[share.staff]?[place]
        else { return }
        line.amount = line.amount + paid
        line.paid = line.paid + paid
        line.deferred = line.deferred + deferred
        lines[share.staff]?[place] = line
    }

    private mutating func add(_ correction: CommissionCorrection) {
        put(
            correction.staff, correction.deal, .correction(correction.slip, of: correction.of),
            Money(fen: 0), 0, correction.amount)
    }

    private mutating func add(
        _ staff: StaffID?, _ lines: [CommissionLine], _ policy: CommissionPolicy,
        _ scores: [StaffID: Int]
    ) {
        var lines = lines.sorted { $0.comes(before: $1) }
        let gross = sum(lines.filter(\.kind.isScored).map(\.amount))
        let score = staff.flatMap { scores[$0] }
        if let staff, score == nil, gross.fen != 0 { unscored.append(staff) }
        let fixed = gross.times(Shares.whole - policy.variablePoints, of: Shares.whole)
        let base = gross - fixed
        let variable = staff == nil ? base : base.times(score ?? 0, of: Shares.whole)
        let isDeferred = policy.rest == .deferred && staff != nil
        spread(isDeferred ? variable : fixed + variable, isDeferred ? fixed : nil, over: &lines)
        let adjustments = sum(lines.filter { !$0.kind.isScored }.map(\.amount))
        let net = sum(lines.map(\.paid)).fen
        statements.append(
            Statement(
                staff: staff, month: month, lines: lines, gross: gross, fixed: fixed, base: base,
                score: score, variable: variable, deferred: sum(lines.map(\.deferred)),
                adjustments: adjustments, payable: Money(fen: max(0, net)),
                carried: Money(fen: min(0, net))))
    }

    /// Every line gets its part of what is paid, so that a cancelled deal can give it back.
    private func spread(
        _ paid: Money, _ deferred: Money?, over lines: inout [CommissionLine]
    ) {
        let scored = lines.indices.filter { lines[$0].kind.isScored }
        let weights = scored.map { lines[$0].amount.fen }
        for (index, part) in zip(scored, paid.split(weights: weights)) { lines[index].paid = part }
        guard let deferred else { return }
        for (index, part) in zip(scored, deferred.split(weights: weights)) {
            lines[index].deferred = part
        }
    }

    private func sum(_ amounts: [Money]) -> Money { amounts.reduce(Money(fen: 0), +) }
}

extension Statement {
    /// What to remember for deals that are cancelled or somebody else's later.
    public var paidParts: [PaidCommission] {
        lines.compactMap { line in
            guard line.kind.isScored, let deal = line.deal else { return nil }
            var part = PaidCommission(
                deal, staff, month: month, paid: line.paid, deferred: line.deferred)
            if case .share(let points) = line.kind { part.points = points }
            return part
        }
    }

    /// By the number of the person, the pool last.
    func comes(before other: Statement) -> Bool {
        guard let staff else { return false }
        guard let next = other.staff else { return true }
        return staff < next
    }
}

extension CommissionLine {
    /// By deal, then by what it is for.
    func comes(before other: CommissionLine) -> Bool {
        key < other.key
    }

    private var key: (String, Int, String, Int64) {
        let detail: String =
            switch kind {
            case .override(let staff): staff.rawValue
            case .correction(let slip, _): slip.rawValue
            case .clawback(let month): month.text
            case .share, .part, .moved: ""
            }
        return (deal?.rawValue ?? "", kind.rank, detail, amount.fen)
    }
}
