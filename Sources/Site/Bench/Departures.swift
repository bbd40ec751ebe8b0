import HouseRules

/// Lets every visit leave again as soon as somebody receives it, so that consultants come back to
/// the stand while arrivals are measured. Its decisions are written like all others, at the expense
/// of the same server, and are not counted.
struct Departures: Sendable {
    let site: BenchSite

    /// Works until the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            var leaving: Set<VisitID> = []
            for await _ in await site.book.subscribe() {
                let open = await site.book.state.rotation.visits
                leaving.formIntersection(open.keys)
                for visit in open.values where visit.receptionist != nil {
                    guard leaving.insert(visit.visit).inserted else { continue }
                    let id = visit.visit
                    group.addTask { await finish(id) }
                }
            }
        }
    }

    private func finish(_ visit: VisitID) async {
        _ = try? await site.perform(.visits(.finish(visit, logged: true)))
    }
}
