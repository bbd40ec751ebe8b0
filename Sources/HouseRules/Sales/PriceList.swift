/// One unit in a version of the price list (一房一价).
public struct PriceRow: Codable, Hashable, Sendable {
    /// The unit.
    public var unit: UnitID
    /// The building.
    public var building: String
    /// The floor; below the ground it is negative.
    public var floor: Int
    /// The layout, such as `A1`.
    public var layout: String
    /// The area in hundredths of a square metre; 100 for what is sold by the piece.
    public var area: Int
    /// The price of a square metre.
    public var unitPrice: Money

    /// A row.
    public init(
        _ unit: UnitID, building: String, floor: Int, layout: String, area: Int, unitPrice: Money
    ) {
        self.unit = unit
        self.building = building
        self.floor = floor
        self.layout = layout
        self.area = area
        self.unitPrice = unitPrice
    }

    /// The total under a discount: area × price × discount, never typed (SAL-19).
    public func total(discount: Int, _ rounding: PriceRounding) -> Money {
        let parts = Int64(area) * unitPrice.fen * Int64(discount)
        let whole =
            rounding == .fen
            ? parts.rounded(by: 1_000_000, up: true)
            : parts.rounded(by: 100_000_000, up: rounding == .yuan) * 100
        return Money(fen: whole)
    }

    /// Within what the arithmetic can carry: at most 10,000 m² and a million yuan each.
    var isSound: Bool {
        (1...1_000_000).contains(area) && (0...100_000_000).contains(unitPrice.fen)
    }
}

extension Int64 {
    /// Divided; `up`: half and more is one more, otherwise cut off.
    fileprivate func rounded(by divisor: Int64, up: Bool) -> Int64 {
        up ? (self + divisor / 2) / divisor : self / divisor
    }
}

/// How a total is rounded (SAL-19).
public enum PriceRounding: String, Codable, Sendable, CaseIterable {
    /// 四舍五入到分.
    case fen
    /// 四舍五入到元.
    case yuan
    /// 舍去元以下.
    case yuanDown = "yuan_down"
}

/// A way of paying with its discount for everybody (SAL-15).
public struct PaymentScheme: Codable, Hashable, Sendable {
    /// Its name, such as `按揭`.
    public var name: String
    /// What is paid of the list price, in basis points: 9,800 for 98 折.
    public var discount: Int

    /// A way of paying.
    public init(_ name: String, discount: Int) {
        self.name = name
        self.discount = discount
    }
}

/// A version of the price list.
public struct PriceList: Codable, Hashable, Sendable {
    /// Its number.
    public var version: PriceVersion
    /// The ways of paying.
    public var schemes: [PaymentScheme]
    /// The units that it prices; others keep what they have.
    public var rows: [PriceRow]

    /// A version.
    public init(_ version: PriceVersion, schemes: [PaymentScheme], rows: [PriceRow]) {
        self.version = version
        self.schemes = schemes
        self.rows = rows
    }
}
