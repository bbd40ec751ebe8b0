extension FactKind {
    /// Fields that any fact takes.
    public static let commonFields = ["at", "by", "expect"]
    /// Keys of a scenario as a whole.
    public static let scenarioKeys = [
        "title", "case", "rule", "policy", "parameters", "revisions", "date", "staff", "sheet",
        "given", "facts",
    ]
    /// Keys of what is given beforehand.
    public static let givenKeys = [
        "at", "order", "pointer", "makeup", "returned", "advance", "ticks", "presence",
    ]
}
