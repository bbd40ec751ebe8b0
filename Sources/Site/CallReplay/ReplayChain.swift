import Foundation
import HouseRules

/// The journal's hash chain over the decisions of a replay, kept in memory.
final class ReplayChain {
    private let chain: Chain
    private(set) var entries: [StoredEntry] = []
    private var head: JournalHead

    init(key: HMACKey) {
        chain = Chain(key: key, site: "replay")
        head = chain.start
    }

    /// Links a decision to the one before it.
    func add(_ decision: ReplayedDecision) throws {
        let entry = StoredEntry(
            seq: head.seq + 1, decision, command: try decision.command.brief(),
            outcome: try decision.ruling.answer.map { try $0.brief() },
            reasons: try decision.ruling.reasons.map { try $0.brief() }.joined(separator: ";"),
            events: try decision.ruling.events.map { try $0.brief() }.joined(separator: ";"),
            after: head, chain: chain)
        entries.append(entry)
        head = entry.head
    }

    /// The number of the first decision that does not fit; nil: the chain holds.
    func firstFault() -> Int? { firstFault(of: entries) }

    /// The same of entries that somebody may have changed.
    func firstFault(of entries: [StoredEntry]) -> Int? {
        var previous = chain.start.hash
        for (index, entry) in entries.enumerated() {
            guard entry.seq == index + 1, entry.previousHash == previous,
                chain.hash(of: entry) == entry.hash
            else { return index + 1 }
            previous = entry.hash
        }
        return nil
    }
}

extension StoredEntry {
    /// A decision of a replay in texts, linked to the entry before.
    init(
        seq: Int, _ decision: ReplayedDecision, command: String, outcome: String?,
        reasons: String, events: String, after head: JournalHead, chain: Chain
    ) {
        self.seq = seq
        id = decision.id.rawValue
        at = decision.at.milliseconds
        actor = decision.actor.staff.rawValue
        role = decision.actor.role.rawValue
        policyRevision = 0
        self.command = command
        self.outcome = outcome
        self.reasons = reasons
        self.events = events
        previousHash = head.hash
        hash = ""
        hash = chain.hash(of: self)
    }
}

/// JSON with sorted keys, so that the same replay gives the same chain.
private func sortedText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Short texts for what comes by the ten thousand; JSON for the rest.
extension Command {
    fileprivate func brief() throws -> String {
        switch self {
        case .calls(.arrive(let call, wanted: nil)): "arrive \(call.rawValue)"
        case .calls(.end(let call)): "end \(call.rawValue)"
        default: try sortedText(self)
        }
    }
}

extension Outcome {
    fileprivate func brief() throws -> String {
        switch self {
        case .answerer(let staff): "answerer \(staff.rawValue)"
        case .callback(nil): "callback"
        case .done: "done"
        default: try sortedText(self)
        }
    }
}

extension Reason {
    fileprivate func brief() throws -> String {
        switch self {
        case .calls(.pointerAt(let staff)):
            "pointer \(staff.rawValue)"
        case .calls(.passed(let staff, let effect, let why)):
            "passed \(staff.rawValue) \(effect.rawValue) \(why.rawValue)"
        case .calls(.owedCall(let staff)):
            "owed \(staff.rawValue)"
        case .calls(.nobodyFree):
            "nobody free"
        case .calls(.ended(let staff)):
            "ended \(staff.rawValue)"
        default:
            try sortedText(self)
        }
    }
}

extension SiteEvent {
    fileprivate func brief() throws -> String {
        switch self {
        case .calls(.turnPassed(let staff, let call, let effect, let why)):
            "passed \(staff.rawValue) \(call.rawValue) \(effect.rawValue) \(why.rawValue)"
        case .calls(.answered(let call, let staff, let way, let at)):
            "answered \(call.rawValue) \(staff.rawValue) \(way.rawValue) \(at.milliseconds)"
        case .calls(.callbackOpened(let call, wanted: nil, let at)):
            "callback \(call.rawValue) \(at.milliseconds)"
        case .calls(.ended(let call, let staff, let at)):
            "ended \(call.rawValue) \(staff.rawValue) \(at.milliseconds)"
        default:
            try sortedText(self)
        }
    }
}
