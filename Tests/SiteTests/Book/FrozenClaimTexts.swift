/// Texts about customers as journals hold them; see `FrozenTexts`.
enum FrozenClaimTexts {
    static let events = ""

    static let commands = ""

    static let reasons = ""

    static let refusals = ""
}
