import Database
import HouseRules

/// A message on its way into the outbox.
struct NewMessage: Sendable, Hashable {
    /// Made from the entry it follows from, so that the same message is never entered twice.
    var id: String
    var channel: MessageChannelName
    var kind: MessageKind
    /// Whose phone page shows it.
    var staff: StaffID?
    var facts = MessageFacts()
    /// Personal data, sealed.
    var sealed: String?
    var decision: DecisionID?
    var at: Moment
    /// When it is tried first: a little later, so that several become one.
    var firstTry: Moment
    var expiresAt: Moment

    /// What phone pages show is sent by being there.
    private var state: MessageState { channel == .app ? .sent : .waiting }

    private func values(_ site: SiteID) -> SQL {
        let sentAt = channel == .app ? at : nil
        let sentBy = channel == .app ? channel.rawValue : nil
        return """
            (\(site), \(id), \(channel.rawValue), \(kind.rawValue), \(staff), \(facts.text), \
            \(sealed), \(kind.isUrgent), \(decision), \(at), \(expiresAt), \
            \(state.rawValue), \(firstTry), \(sentAt), \(sentBy))
            """
    }

    /// One statement that enters them all; those that are there already stay as they are.
    static func insertion(_ messages: [NewMessage], site: SiteID) -> SQL? {
        guard !messages.isEmpty else { return nil }
        return """
            INSERT INTO message (site, id, channel, kind, staff, facts, sealed, urgent, decision, \
            created_at, expires_at, state, next_try, sent_at, sent_by) VALUES \
            \(sql: messages.map { $0.values(site) }.joined()) ON CONFLICT (site, id) DO NOTHING
            """
    }
}

extension MessageFacts {
    /// The facts as they are stored.
    var text: String {
        guard let text = try? JournalText.encode(self) else {
            preconditionFailure("ids and numbers always encode")
        }
        return text
    }
}
