/// Texts as journals hold them. Lines are only ever added: a line that no longer decodes means
/// that somebody's journal can no longer be read.
enum FrozenTexts {
    static let events = ""
    static let commands = ""
    static let outcomes = ""
    static let reasons = ""
}
