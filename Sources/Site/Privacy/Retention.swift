import HouseRules

/// How long customers' data are kept.
public struct RetentionTerms: Sendable, Hashable {
    /// For so many years after a deal nobody's data are erased.
    public var dealYears = 3
    /// After so many months without a visit, call, contact or deal data may be erased.
    public var idleMonths = 24

    /// Three years after a deal, two years without contact.
    public init() {}

    /// What the environment says: `ANCHANG_DEAL_YEARS` and `ANCHANG_IDLE_MONTHS`.
    /// - Throws: ``RetentionProblem`` for what is no such number.
    public init(environment: [String: String]) throws(RetentionProblem) {
        dealYears = try Self.number("ANCHANG_DEAL_YEARS", 0...30, environment) ?? dealYears
        idleMonths = try Self.number("ANCHANG_IDLE_MONTHS", 1...240, environment) ?? idleMonths
    }

    private static func number(
        _ name: String, _ range: ClosedRange<Int>, _ environment: [String: String]
    ) throws(RetentionProblem) -> Int? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw RetentionProblem(name: name, range: range)
        }
        return number
    }

    /// The first day on which a deal of a day no longer holds the data.
    func end(ofDealOn day: BusinessDay) -> BusinessDay {
        day.expire(afterMonths: 12 * dealYears)
    }

    /// Whoever was last heard of before this day may be erased.
    func idleSince(_ today: BusinessDay) -> BusinessDay {
        var (year, month, day) = today.civil
        let months = year * 12 + month - 1 - idleMonths
        (year, month) = (months / 12, months % 12 + 1)
        day = min(day, BusinessDay.length(ofMonth: month, year: year))
        return BusinessDay(year: year, month: month, day: day) ?? today
    }
}

/// A setting of retention that cannot be used.
public struct RetentionProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the setting.
    public let name: String
    /// What it takes.
    public let range: ClosedRange<Int>

    /// One English sentence.
    public var description: String {
        "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound)."
    }
}

/// Why a customer's data may not be erased now.
enum ErasureObstacle: Sendable, Hashable {
    /// A quarrel about the customer or a deal of theirs has not ended.
    case quarrel(SlipID)
    /// It is not decided yet whose a deal of theirs is.
    case openDeal(DealID)
    /// The records of a deal must be kept; the first day on which they need not.
    case retention(DealID, until: BusinessDay)

    /// One sentence with what to do.
    var sentence: String {
        switch self {
        case .quarrel(let slip): "争议 \(slip) 还没有结案，结案以后才能删除。"
        case .openDeal(let deal): "成交 \(deal) 归谁还没有定，定了以后才能删除。"
        case .retention(let deal, let until):
            "成交 \(deal) 的记录依法要保留，\(until.fullWords)起才能删除。"
        }
    }
}

extension SiteState {
    /// What forbids erasing a person on a moment's day; nil when nothing does.
    func obstacle(
        toErasing person: PersonID, at moment: Moment, _ terms: RetentionTerms
    ) -> ErasureObstacle? {
        let deals = (adjudication.dealsOf[person] ?? []).compactMap { adjudication.deals[$0] }
        let quarrel = adjudication.disputes.values.filter { dispute in
            let isTheirs =
                switch dispute.matter {
                case .deal(let deal): deals.contains { $0.deal.deal == deal }
                case .customer(let customer): customer == person
                }
            let appeal = dispute.rulings.last?.appealUntil
            return isTheirs && (dispute.state.isOpen || appeal.map { $0 >= moment } ?? false)
        }.min { $0.slip < $1.slip }
        if let quarrel { return .quarrel(quarrel.slip) }
        let open = deals.first {
            $0.isContested || $0.deal.verifyUntil >= moment || $0.deal.objectUntil >= moment
        }
        if let open { return .openDeal(open.deal.deal) }
        let kept = deals.map { ($0.deal.deal, terms.end(ofDealOn: $0.deal.at.day)) }
            .max { $0.1 < $1.1 }
        if let kept, moment.day < kept.1 { return .retention(kept.0, until: kept.1) }
        return nil
    }
}
