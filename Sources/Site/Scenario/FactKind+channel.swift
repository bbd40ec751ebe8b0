extension FactKind {
    /// What the fact is called in reports.
    var channelLabel: String {
        switch self {
        case .report: "渠道报备"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var channelFields: [String] {
        switch self {
        case .report: ["channel", "agent", "customer_name", "phone", "sent"]
        default: []
        }
    }
}
