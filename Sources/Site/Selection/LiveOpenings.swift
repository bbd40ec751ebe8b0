import HouseRules
import Logging
import Synchronization

/// Follows the books whose activities somebody watches, and sends each change to all of them.
final class LiveOpenings: Sendable {
    private let hub: LiveHub
    private let surroundings: Surroundings
    private let followed = Mutex<[SiteID: Task<Void, Never>]>([:])
    /// Changes that come closer together than this are shown as one: in a rush there are hundreds
    /// a second.
    private static let pace = Duration.milliseconds(250)

    init(hub: LiveHub, surroundings: Surroundings) {
        (self.hub, self.surroundings) = (hub, surroundings)
    }

    /// What the topics of a site's activities begin with.
    private static func prefix(_ site: SiteID) -> String { "opening/\(site)/" }

    /// The topic of an activity.
    static func topic(_ site: SiteID, _ id: ActivityID) -> String { prefix(site) + id.rawValue }

    /// Sees to it that changes of this book reach the streams.
    func follow(_ book: SiteBook) {
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

    /// The events of an activity as it is now: the big screen's part, and a tick for pages that ask
    /// themselves.
    func events(_ id: ActivityID, _ book: SiteBook) async -> [LiveEvent] {
        let now = Moment(milliseconds: surroundings.now())
        let present = await book.view(at: now)
        let view = OpeningView(id, present.state, seq: present.seq, at: now)
        guard let view else { return [] }
        let seq = Int64(present.seq)
        return [
            LiveEvent(name: "opening", id: seq, html: OpeningWall(view: view).html),
            LiveEvent(name: "change", id: seq, html: "\(present.seq)"),
        ]
    }

    private func send(_ book: SiteBook) async {
        let prefix = Self.prefix(book.site)
        for topic in hub.topics(startingWith: prefix) {
            let id = ActivityID(String(topic.dropFirst(prefix.count)))
            for event in await events(id, book) { hub.publish(event, to: topic) }
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
