/// The number of a rule of the house catalogue, such as `REC-03`.
///
/// A clause's own words and the site's own numbering live in the rule pack, by this number.
public struct Clause: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Topic letters, such as `REC`.
    public let topic: StaticString
    /// Number within the topic.
    public let number: Int

    /// A clause by topic and number.
    public init(_ topic: StaticString, _ number: Int) {
        self.topic = topic
        self.number = number
    }

    /// A reception clause.
    public static func rec(_ number: Int) -> Clause { Clause("REC", number) }

    /// A clause of ownership.
    public static func own(_ number: Int) -> Clause { Clause("OWN", number) }

    /// A clause of sales.
    public static func sal(_ number: Int) -> Clause { Clause("SAL", number) }
    /// A clause of selection days.
    public static func sel(_ number: Int) -> Clause { Clause("SEL", number) }

    /// `REC-03`.
    public var id: String { topic.description + "-" + twoDigits(number) }

    /// `REC-03`.
    public var description: String { id }

    /// Same topic and number.
    public static func == (left: Clause, right: Clause) -> Bool {
        left.number == right.number && left.topic.description == right.topic.description
    }

    /// Hashes the number; topics share buckets harmlessly.
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// Orders by topic, then number.
    public static func < (left: Clause, right: Clause) -> Bool {
        left.id < right.id
    }
}
