/// An identifier that only compares with identifiers of the same kind.
///
/// The text is made outside (never here) and is opaque; ids made by the shell sort by time.
public struct Identifier<Kind>: RawRepresentable, Hashable, Sendable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The opaque text.
    public let rawValue: String

    /// Wraps an existing text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wraps an existing text.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// A literal, for tests and fixtures.
    public init(stringLiteral value: String) { rawValue = value }

    /// The text itself.
    public var description: String { rawValue }

    /// Orders by text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: Codable {
    /// Reads a single string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// Tags that keep the identifiers of different things apart.
public enum IdentifierKind {
    /// A sales site.
    public enum Site {}
    /// A person who works on the site.
    public enum Staff {}
    /// A customer or companion; the journal knows nothing else of them.
    public enum Person {}
    /// One arrival of one group.
    public enum Visit {}
    /// One telephone call.
    public enum Call {}
    /// One decision, minted by whoever asks for it.
    public enum Decision {}
    /// One slip of the registers: a message, a promise, an inspection, a visit of leaders.
    public enum Slip {}
    /// One deal: a formal deposit or a contract.
    public enum Deal {}
    /// One flat, storage room or parking space.
    public enum Unit {}
    /// One order form (认购书).
    public enum Order {}
    /// One request to hold a unit.
    public enum SalesRequest {}
    /// One version of the price list.
    public enum PriceList {}
    /// One selection day, opening online or allotment.
    public enum Activity {}
}

/// A sales site (案场).
public typealias SiteID = Identifier<IdentifierKind.Site>
/// A person who works on the site.
public typealias StaffID = Identifier<IdentifierKind.Staff>
/// A customer; names and telephone numbers are kept elsewhere, encrypted.
public typealias PersonID = Identifier<IdentifierKind.Person>
/// One arrival of one group (来访).
public typealias VisitID = Identifier<IdentifierKind.Visit>
/// One telephone call (来电).
public typealias CallID = Identifier<IdentifierKind.Call>
/// One decision; also the idempotency key of the command that asked for it.
public typealias DecisionID = Identifier<IdentifierKind.Decision>
/// One slip of the registers (留言单, 待答单, 检查单, 领导到访计划).
public typealias SlipID = Identifier<IdentifierKind.Slip>
/// One deal (成交).
public typealias DealID = Identifier<IdentifierKind.Deal>
/// A unit (房源): its number as the site writes it, such as `3-1-502`.
public typealias UnitID = Identifier<IdentifierKind.Unit>
/// An order form (认购书、定购书); also the number of the deal it becomes.
public typealias OrderID = Identifier<IdentifierKind.Order>
/// A request to hold a unit (销控申请).
public typealias SalesRequestID = Identifier<IdentifierKind.SalesRequest>
/// A version of the price list (价目版本).
public typealias PriceVersion = Identifier<IdentifierKind.PriceList>
/// One activity (选房活动).
public typealias ActivityID = Identifier<IdentifierKind.Activity>
