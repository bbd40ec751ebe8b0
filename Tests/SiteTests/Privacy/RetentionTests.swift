import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The retention clock` {
    /// So many days later, with everybody's sessions begun anew.
    private func later(_ days: Int, _ world: PrivacyWorld) { world.morning.wait(days * 86_400) }

    @Test func `shows nobody before the months are over, and everybody after them`() async throws {
        try await withPrivacy { world in
            #expect(try await world.words("/privacy/retention", .manager).contains("没有届满的客户"))
            later(730, world)
            #expect(try await world.words("/privacy/retention", .manager).contains("没有届满的客户"))
            later(1, world)
            let page = try await world.words("/privacy/retention", .manager)
            #expect(page.contains("欧*** 139****5678") && page.contains("可以"))
        }
    }

    @Test func `begins anew with a contact`() async throws {
        try await withPrivacy { world in
            later(5, world)
            try await world.morning.done(
                "/customers/p-v1/contacts",
                [
                    "id": "t1", "medium": "phone", "result": "reached", "content": "1",
                    "at": "2025-06-07T09:58",
                ], by: .anran)
            later(728, world)
            #expect(try await world.words("/privacy/retention", .manager).contains("没有届满的客户"))
            later(5, world)
            #expect(try await world.words("/privacy/retention", .manager).contains("欧***"))
        }
    }

    @Test func `erases by management's press alone, and only who is due`() async throws {
        try await withPrivacy { world in
            let early = try await world.site.visitor(.manager).post(
                "/privacy/retention/erasures",
                ["id": "b0", "person": "p-v1", "ruling": "清理"])
            #expect(early.location == "/privacy/retention?erased=0")
            later(731, world)
            let own = try await world.site.visitor(.anran).post(
                "/privacy/retention/erasures", ["id": "b1", "person": "p-v1", "ruling": "清理"])
            #expect(own.status == 403)
            let manager = try await world.site.visitor(.manager)
            for fields: KeyValuePairs in [
                ["id": "b2", "ruling": "清理"], ["id": "b2", "person": "p-v1", "ruling": ""],
            ] {
                let answer = try await manager.post("/privacy/retention/erasures", fields)
                #expect(answer.status == 400)
            }
            #expect(try await world.site.count("person", where: "erased_at IS NOT NULL") == 0)
            let page = try await manager.follow(
                "/privacy/retention/erasures", ["id": "b3", "person": "p-v1", "ruling": "季度清理"])
            #expect(page.contains("删除了 1 位"))
            #expect(try await world.site.count("person", where: "erased_at IS NOT NULL") == 1)
            #expect(try await world.words("/privacy", .manager).contains("保留期届满"))
        }
    }
}
