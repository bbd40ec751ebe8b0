import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Names for lists` {
    private let key = try! PersonKey(Array(repeating: 9, count: 32))
    private var people: People { People(site: BookWorld.site, key: key) }

    @Test(arguments: BookBackend.available)
    func `follow a change and an erasure at once, although they are kept`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let (people, shelf) = (people, LabelShelf())
            let persons: [PersonID] = ["p1", "p2", "unknown"]
            func labels() async throws -> [PersonID: String] {
                try await world.database.read { transaction in
                    try people.labels(persons, from: shelf, in: transaction)
                }
            }
            try await world.database.write { transaction in
                for person in persons.prefix(2) {
                    let details = PersonDetails(name: "张\(person)", phone: "13800000001")
                    try transaction.execute(
                        batch: people.insertions(person, details, at: BookWorld.morning))
                }
            }
            #expect(
                try await labels() == ["p1": "张p1 138****0001", "p2": "张p2 138****0001"])
            try await world.database.write { transaction in
                try people.erase("p1", at: BookWorld.morning, in: transaction)
                try transaction.execute(
                    batch: people.updates(
                        "p2", PersonDetails(name: "李二", phone: "13900000002")))
            }
            #expect(try await labels() == ["p1": "已删除的客户", "p2": "李二 139****0002"])
        }
    }

    @Test func `are opened once, and again after the shelf was full`() {
        let shelf = LabelShelf(limit: 2)
        var opened: [String] = []
        func ask(_ sealed: String) -> String {
            shelf.label(of: sealed) {
                opened.append(sealed)
                return "名\(sealed)"
            }
        }
        #expect(["a", "a", "b", "c", "a"].map(ask) == ["名a", "名a", "名b", "名c", "名a"])
        #expect(opened == ["a", "b", "c", "a"])
    }

    @Test func `of somebody without a text are never kept`() {
        let shelf = LabelShelf()
        #expect(shelf.label(of: "") { "已删除的客户" } == "已删除的客户")
        #expect(shelf.label(of: "") { "已登记的客户" } == "已登记的客户")
    }
}
