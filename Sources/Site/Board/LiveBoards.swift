import HouseRules
import Logging
import ServiceLifecycle
import Synchronization

/// Follows the books whose boards somebody watches, and sends each change to all of them.
final class LiveBoards: Sendable {
    private let house: House
    private let hub: LiveHub
    private let surroundings: Surroundings
    private let notices: LiveNotices
    private let followed = Mutex<[SiteID: Task<Void, Never>]>([:])
    private let kept = Mutex<[SiteID: Kept]>([:])
    /// Changes that come closer together than this are shown as one.
    private static let pace = Duration.milliseconds(40)

    /// A board as it was shown last, and what it was made of. Rules compare whole seconds, so
    /// within one a board changes only with the journal or the names.
    private struct Kept {
        let second: Int64
        let edition: StaffDirectory.Edition
        let view: BoardView
    }

    init(house: House, hub: LiveHub, surroundings: Surroundings) {
        (self.house, self.hub, self.surroundings) = (house, hub, surroundings)
        notices = LiveNotices(database: house.database, hub: hub, surroundings: surroundings)
    }

    /// The topic of a site's board.
    static func topic(_ site: SiteID) -> String { "board/" + site.rawValue }

    /// Sees to it that changes of this book reach the streams.
    func follow(_ book: SiteBook) {
        followed.withLock { tasks in
            guard tasks[book.site] == nil else { return }
            tasks[book.site] = Task { [weak self] in
                for await _ in await book.subscribe() {
                    guard let self else { return }
                    await self.send(book)
                    await self.notices.send(book.site)
                    try? await Task.sleep(for: Self.pace)
                }
                self?.followed.withLock { $0[book.site] = nil }
            }
        }
    }

    /// The board as it is now.
    func view(_ book: SiteBook) async throws -> BoardView {
        let now = Moment(milliseconds: surroundings.now())
        let directory = try await house.names.directory(book.site)
        let present = await book.view(at: now)
        let second = now.wholeSecond.milliseconds
        if let found = kept.withLock({ $0[book.site] }), found.view.seq == present.seq,
            found.second == second, found.edition === directory.edition
        {
            return found.view
        }
        let view = BoardView(
            seq: present.seq, state: present.state, directory: directory, at: now)
        kept.withLock {
            $0[book.site] = Kept(second: second, edition: directory.edition, view: view)
        }
        return view
    }

    /// The events of the board as it is now: its markup, and a tick for pages that ask themselves.
    func events(_ book: SiteBook) async throws -> [LiveEvent] {
        let view = try await view(book)
        let seq = Int64(view.seq)
        return [
            LiveEvent(name: "board", id: seq, html: BoardFragment(board: view).html),
            LiveEvent(name: "change", id: seq, html: "\(view.seq)"),
        ]
    }

    private func send(_ book: SiteBook) async {
        let topic = Self.topic(book.site)
        guard hub.hasListeners(topic) else { return }
        do {
            for event in try await events(book) { hub.publish(event, to: topic) }
        } catch {
            surroundings.log.warning(
                "the board could not be sent", metadata: ["error": "\(error)"])
        }
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
