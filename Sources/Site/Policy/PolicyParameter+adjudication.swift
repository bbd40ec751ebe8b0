import HouseRules

extension PolicyParameter {
    /// Whose deal it is, OWN-22 … OWN-38.
    static let adjudication: [PolicyParameter] = [
        PolicyParameter(
            "cross.verify_days", "下定后几天内可查实（含当天）", "OWN-25",
            \.adjudication.verifyDays, .whole(0...30, "天")),
    ]
}
