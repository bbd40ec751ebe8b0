import HouseRules
import Synchronization

/// How many are called before each buyer; counted once for every state of the journal, however many
/// phones ask.
final class QueueShelf: Sendable {
    private struct Kept {
        let seq: Int
        let places: [PersonID: Int]
    }

    private struct Key: Hashable {
        let site: SiteID
        let activity: ActivityID
    }

    private let kept = Mutex<[Key: Kept]>([:])

    /// How many are to be called before a buyer; nil: they are not in the line.
    func ahead(of code: OrderCode, _ view: OpeningView) -> Int? {
        guard view.activity.isOrdered else { return nil }
        let key = Key(site: code.site, activity: code.activity)
        if let found = kept.withLock({ $0[key] }), found.seq == view.seq {
            return found.places[code.person]
        }
        let line = view.activity.waitingLine.enumerated().map { ($1, $0) }
        let places = Dictionary(line) { first, _ in first }
        kept.withLock { $0[key] = Kept(seq: view.seq, places: places) }
        return places[code.person]
    }
}
