extension FactKind {
    /// What the fact is called in reports.
    var adjudicationLabel: String {
        switch self {
        case .deal: "成交"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var adjudicationFields: [String] {
        switch self {
        case .deal: ["customer", "person"]
        default: []
        }
    }
}
