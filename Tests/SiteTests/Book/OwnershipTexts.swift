/// Texts of ownership as journals hold them; lines are only ever added (see `FrozenTexts`).
enum OwnershipTexts {
    static let events = ""
    static let commands = ""
    static let reasons = ""
}
