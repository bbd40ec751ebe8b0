import Database
import HouseRules

/// What is wrong with a chain.
public enum ChainFault: Sendable, Hashable, CustomStringConvertible {
    /// A column of the entry was changed after it was written.
    case contentChanged(seq: Int)
    /// The entry does not link to the one before it: one was replaced, or two were exchanged.
    case linkBroken(seq: Int)
    /// Entries are missing before this one.
    case gap(expected: Int, found: Int)
    /// The key is not the one with which this journal was written.
    case wrongKey
    /// The journal ends before an end that was noted earlier.
    case tailCut(expected: Int, found: Int)
    /// The entry at a noted end is not the one that was noted.
    case headDiffers(seq: Int)

    /// One English sentence.
    public var description: String {
        switch self {
        case .contentChanged(let seq):
            "Entry \(seq) was changed after it was written."
        case .linkBroken(let seq):
            "Entry \(seq) does not follow from the entry before it."
        case .gap(let expected, let found):
            "Entries are missing: \(expected) should come next, but \(found) does."
        case .wrongKey:
            "The journal was written with another key; check ANCHANG_JOURNAL_KEY."
        case .tailCut(let expected, let found):
            "The journal ends at \(found), but an end at \(expected) was noted."
        case .headDiffers(let seq):
            "Entry \(seq) is not the one whose hash was noted."
        }
    }
}

/// What a check of the chain found.
public struct ChainReport: Sendable, Hashable {
    /// How many entries were found good before the first fault.
    public let checked: Int
    /// The last good entry; nil when there is none.
    public let head: JournalHead?
    /// The first fault; nil: the chain holds.
    public let fault: ChainFault?
}

extension Journal {
    /// Checks the whole chain, a page at a time.
    ///
    /// - Parameter noted: An end noted off the machine, such as on the evening sheet; without it a
    ///   tail that was cut off cannot show.
    /// - Throws: `DatabaseFailure`.
    public func verify(
        in database: any Database, expecting noted: JournalHead? = nil, page: Int = 2000
    ) async throws -> ChainReport {
        var checked = CheckedChain(chain: chain, noted: noted)
        while true {
            let after = checked.head.seq
            let entries = try await database.read { transaction in
                try self.stored(after: after, limit: page, in: transaction)
            }
            for entry in entries {
                if let fault = checked.add(entry) { return checked.report(fault) }
            }
            if entries.count < page { return checked.report(checked.faultAtEnd) }
        }
    }
}

/// A chain checked up to its head.
private struct CheckedChain {
    let chain: Chain
    let noted: JournalHead?
    var head: JournalHead

    init(chain: Chain, noted: JournalHead?) {
        self.chain = chain
        self.noted = noted
        head = chain.start
    }

    mutating func add(_ entry: StoredEntry) -> ChainFault? {
        if entry.seq != head.seq + 1 { return .gap(expected: head.seq + 1, found: entry.seq) }
        let isGenuine = chain.hash(of: entry) == entry.hash
        if entry.previousHash != head.hash {
            let isLinkOnly = chain.hash(of: entry, after: head.hash) == entry.hash
            return isGenuine || isLinkOnly || entry.seq > 1
                ? .linkBroken(seq: entry.seq) : .wrongKey
        }
        guard isGenuine else { return .contentChanged(seq: entry.seq) }
        if let noted, noted.seq == entry.seq, noted.hash != entry.hash {
            return .headDiffers(seq: entry.seq)
        }
        head = entry.head
        return nil
    }

    var faultAtEnd: ChainFault? {
        guard let noted, noted.seq > head.seq else { return nil }
        return .tailCut(expected: noted.seq, found: head.seq)
    }

    func report(_ fault: ChainFault?) -> ChainReport {
        ChainReport(checked: head.seq, head: head.seq == 0 ? nil : head, fault: fault)
    }
}
