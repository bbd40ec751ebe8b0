import HouseRules

/// The keyed hash chain of one journal: without the key nobody can change an entry, leave one out
/// or put one in so that it does not show.
struct Chain: Sendable {
    private let key: HMACKey
    /// What the first entry links to.
    let genesis: String

    init(key: HMACKey, site: SiteID) {
        self.key = key
        genesis = hex(key.sign(ChainBytes("anchang journal", site.rawValue).bytes))
    }

    /// The end of an empty journal.
    var start: JournalHead {
        JournalHead(seq: 0, hash: genesis, at: Moment(milliseconds: .min))
    }

    /// The hash of an entry over everything but its own hash.
    func hash(of entry: StoredEntry) -> String {
        hash(of: entry, after: entry.previousHash)
    }

    /// The hash an entry would have after another one.
    func hash(of entry: StoredEntry, after previous: String) -> String {
        var bytes = ChainBytes()
        bytes.add(Int64(entry.seq))
        bytes.add(entry.id)
        bytes.add(entry.at)
        bytes.add(entry.actor)
        bytes.add(entry.role)
        bytes.add(Int64(entry.policyRevision))
        bytes.add(entry.command)
        bytes.add(entry.outcome)
        bytes.add(entry.reasons)
        bytes.add(entry.events)
        bytes.add(previous)
        return hex(key.sign(bytes.bytes))
    }

    /// The keyed hash of some fields, for what is kept beside the journal.
    func seal(_ fields: String...) -> String {
        var bytes = ChainBytes()
        for field in fields { bytes.add(field) }
        return hex(key.sign(bytes.bytes))
    }
}

/// Fields with their lengths before them, so that no two lists of fields give the same bytes.
private struct ChainBytes {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    init(_ fields: String...) {
        for field in fields { add(field) }
    }

    mutating func add(_ text: String?) {
        guard let text else { return add(Int64(-1)) }
        add(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
