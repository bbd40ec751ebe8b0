import HouseRules

extension PolicyParameter {
    /// Channels and recommendations, OWN-43 … OWN-54.
    static let channels: [PolicyParameter] = [
        PolicyParameter(
            "channel.report_lead_minutes", "报备要早于到访多久", "OWN-45",
            \.channels.leadMinutes, .whole(0...1440, "分钟")),
    ]
}
