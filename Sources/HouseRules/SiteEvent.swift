/// The journal's vocabulary: what became true on the site.
///
/// The large ones lie apart, for every event is as large as the largest, and is copied often.
public enum SiteEvent: Hashable, Sendable {
    /// Turn order.
    case reception(ReceptionEvent)
    /// Who is where.
    case presence(PresenceEvent)
    /// Call turns.
    case calls(CallEvent)
    /// Order on the floor.
    case duty(DutyEvent)
    /// Whose customer it is.
    case claims(ClaimEvent)
    /// Registers, texts, promises and checks.
    case registers(RegisterEvent)
    /// About ownership.
    case ownership(OwnershipEvent)
    /// About deals and quarrels.
    indirect case adjudication(AdjudicationEvent)
    /// About channels.
    indirect case channels(ChannelEvent)
    /// About units, orders and money.
    indirect case sales(SalesEvent)
    /// About selection days.
    indirect case selection(SelectionEvent)
    /// About pay.
    case commission(CommissionEvent)
}

extension SiteEvent: Codable {
    private enum Topic: String, CodingKey {
        case reception, presence, calls, duty, claims, registers, ownership, adjudication, channels,
            sales
        case selection, commission
    }

    /// Reads `{"topic": {…}}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Topic.self)
        switch container.allKeys.first {
        case .reception:
            self = .reception(try container.decode(ReceptionEvent.self, forKey: .reception))
        case .presence:
            self = .presence(try container.decode(PresenceEvent.self, forKey: .presence))
        case .calls:
            self = .calls(try container.decode(CallEvent.self, forKey: .calls))
        case .duty:
            self = .duty(try container.decode(DutyEvent.self, forKey: .duty))
        case .claims:
            self = .claims(try container.decode(ClaimEvent.self, forKey: .claims))
        case .registers:
            self = .registers(try container.decode(RegisterEvent.self, forKey: .registers))
        case .ownership:
            self = .ownership(try container.decode(OwnershipEvent.self, forKey: .ownership))
        case .adjudication:
            self = .adjudication(
                try container.decode(AdjudicationEvent.self, forKey: .adjudication))
        case .channels:
            self = .channels(try container.decode(ChannelEvent.self, forKey: .channels))
        case .sales:
            self = .sales(try container.decode(SalesEvent.self, forKey: .sales))
        case .selection:
            self = .selection(try container.decode(SelectionEvent.self, forKey: .selection))
        case .commission:
            self = .commission(try container.decode(CommissionEvent.self, forKey: .commission))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown topic of event"))
        }
    }

    /// Writes `{"topic": {…}}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Topic.self)
        switch self {
        case .reception(let event): try container.encode(event, forKey: .reception)
        case .presence(let event): try container.encode(event, forKey: .presence)
        case .calls(let event): try container.encode(event, forKey: .calls)
        case .duty(let event): try container.encode(event, forKey: .duty)
        case .claims(let event): try container.encode(event, forKey: .claims)
        case .registers(let event): try container.encode(event, forKey: .registers)
        case .ownership(let event): try container.encode(event, forKey: .ownership)
        case .adjudication(let event): try container.encode(event, forKey: .adjudication)
        case .channels(let event): try container.encode(event, forKey: .channels)
        case .sales(let event): try container.encode(event, forKey: .sales)
        case .selection(let event): try container.encode(event, forKey: .selection)
        case .commission(let event): try container.encode(event, forKey: .commission)
        }
    }
}
