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
                // Only groups that have their consultant: a group that waits gets one with a
                // departure, and leaves with the change that this makes.
                let visits = await site.book.state.rotation.visits
                for (visit, open) in visits
                where open.receptionist != nil && leaving.add(visit) {
                    group.addImmediateTask {
                        await finish(visit)
                        leaving.remove(visit)
                    }
                }
            }
        }
        while let visit = await received { guard await finish(visit) else { return } }
    }

    /// A group that has its consultant.
    private var received: VisitID? {
        get async {
            await site.book.state.rotation.visits.first { $0.value.receptionist != nil }?.key
        }
    }

    /// False when the group may not leave.
    @discardableResult private func finish(_ visit: VisitID) async -> Bool {
        let record = try? await site.perform(.visits(.finish(visit, logged: true)))
        return record?.outcome == .done
    }
}

/// The groups that were asked to leave and have not answered.
private final class Leaving: Sendable {
    private let visits = Mutex<Set<VisitID>>([])

    /// False when it was asked already.
    func add(_ visit: VisitID) -> Bool { visits.withLock { $0.insert(visit).inserted } }

    func remove(_ visit: VisitID) { _ = visits.withLock { $0.remove(visit) } }
}
