/// How commission depends on the score, SAT-37; the rates are a dated document of their own.
public struct CommissionPolicy: Codable, Hashable, Sendable {
    /// sat.pay.variable_ratio, in basis points
    public var variablePoints = 7000
    /// sat.pay.rest_30
    public var rest = FixedPay.payNow
    /// sat.pay.formula
    public var formula = PayFormula.linear

    /// The catalogue's defaults.
    public init() {}
}

/// When the part that no score moves is paid (SAT-37).
public enum FixedPay: String, Codable, Sendable, CaseIterable {
    /// With the month.
    case payNow = "pay_now"
    /// Later; it stands on the books.
    case deferred = "defer"
}

/// How a score becomes money (SAT-37).
public enum PayFormula: String, Codable, Sendable, CaseIterable {
    /// In proportion, without steps.
    case linear
}

/// When a deal counts (SAT-37).
public enum CommissionBasis: String, Codable, Sendable, CaseIterable {
    /// In the month of the contract.
    case signing
    /// In the month in which the money arrived.
    case receipt
}

/// From an amount of a month on, so much of the price.
public struct RateTier: Codable, Hashable, Sendable {
    /// From this amount of the person's own performance in the month.
    public var from: Money
    /// Parts of a million of the price: 2‰ is 2,000.
    public var perMillion: Int

    /// A tier.
    public init(from: Money, perMillion: Int) {
        self.from = from
        self.perMillion = perMillion
    }
}

/// A commission scheme: a document that holds from a month on.
public struct CommissionScheme: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// The first day of the first month.
    public var from: BusinessDay
    /// When a deal counts.
    public var basis: CommissionBasis
    /// The rates of each product, the lowest tier first.
    public var rates: [String: [RateTier]]
    /// What the head of a team has of the prices of the others, in parts of a million.
    public var overridePerMillion: Int
    /// The head of each person.
    public var heads: [StaffID: StaffID]
    /// Parts of every commission in basis points that do not go by the shares of the deal; nil: the
    /// bonus pool.
    public var others: [Share]

    /// A scheme.
    public init(
        _ slip: SlipID, from: BusinessDay, basis: CommissionBasis = .receipt,
        rates: [String: [RateTier]], overridePerMillion: Int = 0,
        heads: [StaffID: StaffID] = [:], others: [Share] = []
    ) {
        self.slip = slip
        self.from = from
        self.basis = basis
        self.rates = rates
        self.overridePerMillion = overridePerMillion
        self.heads = heads
        self.others = others
    }

    /// Whether every product has a lowest tier from nothing, tiers rise, and parts leave something
    /// for the shares.
    public var isWhole: Bool {
        let tiersRise = rates.values.allSatisfy { tiers in
            tiers.first?.from.fen == 0
                && zip(tiers, tiers.dropFirst()).allSatisfy { $0.from < $1.from }
                && tiers.allSatisfy { (0...1_000_000).contains($0.perMillion) }
        }
        let parts = others.map(\.points)
        return tiersRise && !rates.isEmpty && parts.allSatisfy { $0 > 0 }
            && parts.reduce(0, +) < Shares.whole && (0...1_000_000).contains(overridePerMillion)
            && heads.allSatisfy { $0.key != $0.value }
    }

    /// What a person with so much performance has of a product; nil: it has no rate.
    public func perMillion(_ product: String, performance: Money) -> Int? {
        rates[product]?.last { $0.from <= performance }?.perMillion
    }
}

/// A deal as commission sees it.
public struct CommissionDeal: Codable, Hashable, Sendable {
    /// The deal.
    public var deal: DealID
    /// What was sold, as the scheme calls it.
    public var product: String
    /// The price of the contract.
    public var price: Money
    /// Who has which part.
    public var shares: Shares
    /// When it was signed.
    public var signed: BusinessDay
    /// When the money was all there; nil: not yet.
    public var received: BusinessDay?
    /// When the cancellation was approved; nil: it stands.
    public var cancelled: BusinessDay?

    /// A deal.
    public init(
        _ deal: DealID, product: String, price: Money, shares: Shares, signed: BusinessDay,
        received: BusinessDay? = nil, cancelled: BusinessDay? = nil
    ) {
        self.deal = deal
        self.product = product
        self.price = price
        self.shares = shares
        self.signed = signed
        self.received = received
        self.cancelled = cancelled
    }
}

/// What somebody was paid for a deal, for the case that it is cancelled or somebody else's.
public struct PaidCommission: Codable, Hashable, Sendable {
    /// For which deal.
    public var deal: DealID
    /// Whom; nil: the bonus pool.
    public var staff: StaffID?
    /// In which month.
    public var month: BusinessDay
    /// How much of it was paid.
    public var paid: Money
    /// How much stands on the books.
    public var deferred: Money
    /// For which share, in basis points; nil: not for a share.
    public var points: Int?

    /// What was paid.
    public init(
        _ deal: DealID, _ staff: StaffID?, month: BusinessDay, paid: Money,
        deferred: Money = Money(fen: 0), points: Int? = nil
    ) {
        self.deal = deal
        self.staff = staff
        self.month = month
        self.paid = paid
        self.deferred = deferred
        self.points = points
    }
}

/// A correction of a locked month, which counts in a later one.
public struct CommissionCorrection: Codable, Hashable, Sendable {
    /// Its number.
    public var slip: SlipID
    /// Whose; nil: the bonus pool.
    public var staff: StaffID?
    /// About which deal, if about one.
    public var deal: DealID?
    /// The month that was wrong.
    public var of: BusinessDay
    /// What is added; negative: taken off.
    public var amount: Money
    /// In words.
    public var note: String

    /// A correction.
    public init(
        _ slip: SlipID, _ staff: StaffID?, of month: BusinessDay, amount: Money, note: String,
        deal: DealID? = nil
    ) {
        self.slip = slip
        self.staff = staff
        of = month
        self.amount = amount
        self.note = note
        self.deal = deal
    }
}
