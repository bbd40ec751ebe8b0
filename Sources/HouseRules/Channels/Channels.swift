/// Reports of channels that may still count, and who may not bring customers any more; never reads
/// a policy.
public struct Channels: Codable, Hashable, Sendable {
    /// Reports in the order in which they came.
    public internal(set) var reports: [ChannelReport] = []

    /// Nothing.
    public init() {}

    /// Makes one fact true.
    mutating func apply(_ event: ChannelEvent) {
        switch event {
        case .reported(let report): reports.append(report)
        }
    }
}

/// A channel told the site that it brings somebody (报备, OWN-45).
public struct ChannelReport: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// The company.
    public var channel: String
    /// Its agent.
    public var agent: String
    /// The customer by a keyed hash of what the report says (OWN-46); the journal holds no names.
    public var customer: CustomerMark
    /// When the message was sent.
    public var sentAt: Moment

    /// A report.
    public init(
        _ slip: SlipID, channel: String, agent: String, customer: CustomerMark, sentAt: Moment
    ) {
        self.slip = slip
        self.channel = channel
        self.agent = agent
        self.customer = customer
        self.sentAt = sentAt
    }
}

/// Name and phone number as somebody wrote them, normalised and hashed by the shell (OWN-46): equal
/// exactly when both are equal.
public struct CustomerMark: Codable, Hashable, Sendable {
    /// Of the name.
    public var name: String
    /// Of the number.
    public var phone: String

    /// Two marks.
    public init(name: String, phone: String) {
        self.name = name
        self.phone = phone
    }
}
