import Database
import HouseRules

/// What a text message says and who gets it, as far as whoever looks may know.
struct SentText: Sendable, Equatable {
    let recipient: String
    let words: String
    /// Whether name and number stand there in full.
    let isPlain: Bool

    init(_ details: PersonDetails, words: String, isPlain: Bool) {
        let hidden = details.maskedName
        let name = isPlain && !details.name.isEmpty ? details.name : hidden
        let phone = isPlain ? details.phone : details.maskedPhone
        recipient = name + (phone.map { "，\($0)" } ?? "，没有号码")
        let isNamed = !details.name.isEmpty && !isPlain
        self.words = isNamed ? words.replacing(details.name, with: hidden) : words
        self.isPlain = isPlain
    }
}

/// Reads what became of a text message; the words are kept sealed beside the customer and go with
/// them when they are erased (OWN-55).
struct SentTexts: Sendable {
    let notes: PrivateNotes
    let people: People

    /// Name and number hidden; nil when nothing is kept of the message any more.
    /// - Throws: `DatabaseFailure`.
    func masked(_ message: String, in transaction: any Transaction) throws -> SentText? {
        guard let (person, words) = try kept(message, in: transaction),
            let details = try? people.open(person, in: transaction)
        else { return nil }
        return SentText(details, words: words, isPlain: false)
    }

    /// In full, with a line in the log of looks.
    /// - Throws: ``PersonProblem``, `DatabaseFailure`.
    func plain(
        _ message: String, to staff: StaffID, for purpose: String, logID: String, at now: Moment,
        in transaction: any Transaction
    ) throws -> SentText? {
        guard let (person, words) = try kept(message, in: transaction) else { return nil }
        let details = try people.reveal(
            person, to: staff, for: purpose, on: .message, logID: logID, at: now, in: transaction)
        return SentText(details, words: words, isPlain: true)
    }

    private func kept(
        _ message: String, in transaction: any Transaction
    ) throws -> (PersonID, String)? {
        let note = try notes.versions(of: .text, message, in: transaction).last
        guard let person = note?.person, let words = note?.text?.text else { return nil }
        return (person, words)
    }
}
