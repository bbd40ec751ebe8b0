import HouseRules

extension PolicyParameter {
    /// Whose customer it is over time, OWN-01 … OWN-42.
    static let ownership: [PolicyParameter] = [
        PolicyParameter(
            "immediate_family", "直系亲属", "OWN-27", \.ownership.immediateFamily, .words()),
    ]
}
