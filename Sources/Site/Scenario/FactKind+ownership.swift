extension FactKind {
    /// What the fact is called in reports.
    var ownershipLabel: String {
        switch self {
        case .relate: "亲属关系"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var ownershipFields: [String] {
        switch self {
        case .relate: ["to", "kinship", "proven"]
        default: []
        }
    }
}
