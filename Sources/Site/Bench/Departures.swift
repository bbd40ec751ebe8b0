import HouseRules
import Synchronization

/// Lets every visit leave again at once, so that consultants come back to the stand while arrivals
/// are measured. Its decisions are written like all others, at the expense of the same server, and
/// are not counted.
struct Departures: Sendable {
    let site: BenchSite

    /// Works until the task is cancelled and everybody has left.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            let leaving = Leaving()
            for await _ in await site.book.subscribe() {
                let rotation = await site.book.state.rotation
                // In this order a group that waits has its consultant by the time it is asked to
                // leave: every departure hands over the next one.
                let received = rotation.visits.values.filter { $0.receptionist != nil }
                for visit in received.map(\.visit) + rotation.held
                where leaving.add(visit) {
                    group.addImmediateTask {
                        await finish(visit)
                        leaving.remove(visit)
                    }
                }
            }
        }
        for visit in await site.book.state.rotation.visits.keys { await finish(visit) }
    }

    private func finish(_ visit: VisitID) async {
        // A group that nobody receives yet is refused and asked again with the next change.
        _ = try? await site.perform(.visits(.finish(visit, logged: true)))
    }
}

/// The groups that were asked to leave and have not answered.
private final class Leaving: Sendable {
    private let visits = Mutex<Set<VisitID>>([])

    /// False when it was asked already.
    func add(_ visit: VisitID) -> Bool { visits.withLock { $0.insert(visit).inserted } }

    func remove(_ visit: VisitID) { _ = visits.withLock { $0.remove(visit) } }
}
