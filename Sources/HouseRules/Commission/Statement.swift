/// One line of a statement: a fen that no line explains is not paid.
public struct CommissionLine: Codable, Hashable, Sendable {
    /// About which deal; nil: about none.
    public var deal: DealID?
    /// Why.
    public var kind: LineKind
    /// The part of the price that counts, for lines that have a rate.
    public var base: Money
    /// The rate in parts of a million.
    public var perMillion: Int
    /// The commission before the score, or the whole of an adjustment.
    public var amount: Money
    /// What of it is paid with this month.
    public var paid: Money
    /// What of it stands on the books (SAT-37).
    public var deferred: Money
}

/// Why a line is there.
public enum LineKind: Codable, Hashable, Sendable {
    /// A share of a deal, in basis points (OWN-38).
    case share(points: Int)
    /// A part that does not go by the shares, in basis points.
    case part(points: Int)
    /// The head of the team for the deal of somebody.
    case override(of: StaffID)
    /// Paid in that month, and the deal was cancelled (OWN-28).
    case clawback(of: BusinessDay)
    /// Paid in that month, and somebody else's since: the share is now this (OWN-28).
    case moved(points: Int, of: BusinessDay)
    /// A correction of that month.
    case correction(SlipID, of: BusinessDay)

    /// The clause that explains it.
    public var clause: Clause {
        switch self {
        case .share: .own(38)
        case .part, .override: .sat(37)
        case .clawback, .moved, .correction: .own(28)
        }
    }

    /// Whether the score moves it.
    public var isScored: Bool {
        switch self {
        case .share, .part, .override: true
        case .clawback, .moved, .correction: false
        }
    }

    var rank: Int {
        switch self {
        case .share: 0
        case .part: 1
        case .override: 2
        case .clawback: 3
        case .moved: 4
        case .correction: 5
        }
    }
}

/// What somebody gets for a month; everything follows from the lines (SAT-37).
public struct Statement: Codable, Hashable, Sendable {
    /// Whose; nil: the bonus pool.
    public var staff: StaffID?
    /// The first day of the month.
    public var month: BusinessDay
    /// The lines, by deal.
    public var lines: [CommissionLine]
    /// C: the commission of the month.
    public var gross: Money
    /// F: what no score moves.
    public var fixed: Money
    /// V: what the score moves.
    public var base: Money
    /// The score in hundredths; nil: the pool has none.
    public var score: Int?
    /// V by the score.
    public var variable: Money
    /// What of F stands on the books.
    public var deferred: Money
    /// Claw-backs and corrections.
    public var adjustments: Money
    /// What is paid with the month; never below nothing.
    public var payable: Money
    /// What is taken off the next month; never above nothing.
    public var carried: Money
}

extension Clause {
    /// A clause of satisfaction.
    public static func sat(_ number: Int) -> Clause { Clause("SAT", number) }
}

extension Money {
    /// So many parts of a whole, halves up; exact for any amount.
    func times(_ parts: Int, of whole: Int) -> Money {
        let (quotient, remainder) = Int64(whole).dividingFullWidth(
            abs(fen).multipliedFullWidth(by: Int64(parts)))
        let rounded = quotient + (remainder * 2 >= whole ? 1 : 0)
        return Money(fen: fen < 0 ? -rounded : rounded)
    }
}
