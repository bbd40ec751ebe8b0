/// Texts about channels as journals hold them. Lines are only ever added.
enum FrozenChannelTexts {
    static let events = ""
    static let commands = ""
    static let reasons = ""
    static let refusals = ""
}
