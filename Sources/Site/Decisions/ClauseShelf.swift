import HouseRules
import Synchronization

/// The words of the clauses in force, by site: from the pack that was published last.
final class ClauseShelf: Sendable {
    /// Reads the text of a pack; throws `SourceFaults`.
    let read: @Sendable (String) throws -> PolicyPack
    private let packs = Mutex<[SiteID: (revision: Int, pack: PolicyPack?)]>([:])

    init(read: @escaping @Sendable (String) throws -> PolicyPack) { self.read = read }

    /// The pack whose clauses a site shows; nil before its first revision.
    func pack(of book: SiteBook) async -> PolicyPack? {
        let newest = await book.policyRevisions.last
        guard let newest else { return nil }
        if let found = packs.withLock({ $0[book.site] }), found.revision == newest.revision {
            return found.pack
        }
        let pack = try? read(newest.body)
        packs.withLock { $0[book.site] = (newest.revision, pack) }
        return pack
    }
}
