/// Reports of channels that may still count, and who may not bring customers any more; never reads
/// a policy.
public struct Channels: Codable, Hashable, Sendable {
    /// Reports that may still count.
    public internal(set) var reports: [SlipID: FiledReport] = [:]
    /// Reports by each of the marks of the customer.
    var index: [String: [SlipID]] = [:]
    /// How many reports there were.
    var filed = 0
    /// The last day on which reports that do not count any more were dropped.
    var sweptOn: BusinessDay?
    /// Who may not bring customers.
    public internal(set) var blocks: [ChannelBlock] = []
    /// Consultants who agreed to receive whom 空间家 sends, and when (OWN-51).
    public internal(set) var contacts: [SlipID: ArrangedContact] = [:]
    /// Visits of the day, and later those that a report could be meant for.
    public internal(set) var visits: [VisitID: ChannelVisit] = [:]
    /// The visit to which a channel brought a customer.
    public internal(set) var brought: [PersonID: VisitID] = [:]
    /// Visits to be gone into (OWN-52).
    public internal(set) var audits: [VisitID: AuditItem] = [:]
    /// Deals of channels whose buyers have not answered yet (OWN-53).
    public internal(set) var deals: [ChannelDeal] = []
    /// Recommendations of employees, the first first (OWN-44).
    public internal(set) var recommendations: [PersonID: [StaffReferral]] = [:]

    /// Nothing.
    public init() {}

    /// Reports of a customer with these marks, the earliest first; by the name alone only where a
    /// channel was spoken of.
    func candidates(
        _ mark: CustomerMark, shown: SlipID?, byName: Bool
    ) -> [FiledReport] {
        var slips: Set<SlipID> = Set(index["tail " + mark.tail] ?? [])
        if byName { slips.formUnion(index["name " + mark.name] ?? []) }
        if let shown { slips.insert(shown) }
        return slips.compactMap { reports[$0] }
            .filter { filed in
                filed.report.kind == .channel
                    && (byName || filed.report.slip == shown || filed.report.customer.phone == nil
                        || filed.report.customer.phone == mark.phone)
            }
            .sorted { $0.comes(before: $1) }
    }

    /// What stops an agent at a moment; nil: nothing.
    public func block(_ channel: String, _ agent: String, at moment: Moment) -> ChannelBlock? {
        blocks.first { $0.stops(channel, agent, at: moment) }
    }
}

/// A consultant agreed to receive somebody (OWN-51).
public struct ArrangedContact: Codable, Hashable, Sendable {
    /// The consultant.
    public var staff: StaffID
    /// When.
    public var at: Moment
}
