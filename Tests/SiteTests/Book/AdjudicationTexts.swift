/// Texts about deals as journals hold them; lines are only ever added (see `FrozenTexts`).
enum AdjudicationTexts {
    static let events = ""
    static let commands = ""
    static let reasons = ""
    static let refusals = ""
}
