import HouseRules
import Synchronization

/// Follows the books whose units somebody watches. Only cells that changed are sent: a board of two
/// thousand units is never made anew because of one.
final class LiveUnits: Sendable {
    private let hub: LiveHub
    private let surroundings: Surroundings
    private let followed = Mutex<[SiteID: Task<Void, Never>]>([:])
    private let kept = Mutex<[SiteID: Kept]>([:])
    /// Changes that come closer together than this are looked at together.
    private static let pace = Duration.milliseconds(40)

    /// The cells as they were last seen, and since which number of the journal each is so.
    private struct Kept {
        /// Before this number nothing is known.
        let from: Int
        var board: UnitBoard
        var cells: [UnitID: UnitCell]
        var changed: [UnitID: Int] = [:]
    }

    init(hub: LiveHub, surroundings: Surroundings) {
        (self.hub, self.surroundings) = (hub, surroundings)
    }

    /// The topic of a site's units.
    static func topic(_ site: SiteID) -> String { "units/" + site.rawValue }

    /// The board as it is now; from here on changes are kept.
    func board(_ book: SiteBook) async -> UnitBoard {
        let board = await look(at: book)
        absorb(board, book.site)
        follow(book)
        return board
    }

    private func look(at book: SiteBook) async -> UnitBoard {
        let former = kept.withLock { $0[book.site]?.board }
        let present = await book.view(at: Moment(milliseconds: surroundings.now()))
        return UnitBoard(seq: present.seq, state: present.state, after: former)
    }

    /// Sees to it that changes of this book reach the streams.
    private func follow(_ book: SiteBook) {
        followed.withLock { tasks in
            guard tasks[book.site] == nil else { return }
            tasks[book.site] = Task { [weak self] in
                for await _ in await book.subscribe() {
                    guard let self else { return }
                    await self.send(book)
                    try? await Task.sleep(for: Self.pace)
                }
                self?.followed.withLock { $0[book.site] = nil }
            }
        }
    }

    /// What changed after a number of the journal: a cell for each unit, and the totals.
    func events(_ book: SiteBook, after seq: Int) async -> [LiveEvent] {
        let board = await board(book)
        let cells = kept.withLock { kept -> [(UnitCell, Int)] in
            guard let known = kept[book.site] else { return [] }
            if seq < known.from { return known.cells.values.map { ($0, known.board.seq) } }
            return known.changed.filter { $0.value > seq }.compactMap { unit, changed in
                known.cells[unit].map { ($0, changed) }
            }
        }
        guard !cells.isEmpty else { return [] }
        return cells.map { Self.event($0.0, Int64($0.1)) } + [Self.totals(board)]
    }

    private func send(_ book: SiteBook) async {
        let board = await look(at: book)
        let changed = absorb(board, book.site)
        let topic = Self.topic(book.site)
        guard !changed.isEmpty, hub.hasListeners(topic) else { return }
        for cell in changed { hub.publish(Self.event(cell, Int64(board.seq)), to: topic) }
        hub.publish(Self.totals(board), to: topic)
    }

    /// Notes what is new; gives the cells that differ.
    @discardableResult
    private func absorb(_ board: UnitBoard, _ site: SiteID) -> [UnitCell] {
        kept.withLock { kept in
            guard var known = kept[site] else {
                let cells = Dictionary(uniqueKeysWithValues: board.cells.map { ($0.unit, $0) })
                kept[site] = Kept(from: board.seq, board: board, cells: cells)
                return []
            }
            guard board.seq > known.board.seq else { return [] }
            kept[site] = nil
            let isSame = board.isDrawn(as: known.board)
            known.board = board
            guard !isSame else {
                kept[site] = known
                return []
            }
            let changed = board.cells.filter { known.cells[$0.unit] != $0 }
            for cell in changed {
                known.cells[cell.unit] = cell
                known.changed[cell.unit] = board.seq
            }
            kept[site] = known
            return changed
        }
    }

    private static func event(_ cell: UnitCell, _ seq: Int64) -> LiveEvent {
        LiveEvent(name: "unit/" + cell.unit.rawValue, called: "unit", id: seq, html: cell.html)
    }

    private static func totals(_ board: UnitBoard) -> LiveEvent {
        LiveEvent(name: "totals", called: "unit", id: Int64(board.seq), html: board.totalsHTML)
    }

    /// Stops following.
    func stop() {
        let tasks = followed.withLock { tasks in
            defer { tasks = [:] }
            return tasks
        }
        for task in tasks.values { task.cancel() }
    }
}
