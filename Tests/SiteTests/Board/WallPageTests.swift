import HouseRules
import Testing

@testable import Site

@Suite struct `The big screen through a morning` {
    private func wall(_ morning: Morning) async throws -> String {
        plainWords(try await morning.desk.page("/board/wall/state"))
    }

    @Test(arguments: ["P001", "P002A"])
    func `shows a group from its arrival to its leaving`(pack: String) async throws {
        try await withMorning(pack: pack) { morning in
            #expect(try await !wall(morning).contains("正在接待"))
            try await morning.comes("v1")
            #expect(try await wall(morning).contains("正在接待 安然 第 1 组"))
            try await morning.leaves("v1")
            #expect(try await !wall(morning).contains("正在接待"))
        }
    }

    @Test func `says for whom somebody stands in`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            try await morning.done(
                "/visits/v1/departure", ["id": "d1", "reason": "illness"], by: .anran)
            #expect(try await wall(morning).contains("丁一 （代 安然） 第 1 组"))
        }
    }

    @Test func `takes a claim off once somebody claimed`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.leaves("v1")
            try await morning.comes("v2", phone: "13912345678")
            #expect(try await wall(morning).contains("还能认领 第 2 组 至 10:05:00"))
            try await morning.done(
                "/visits/v2/claim", ["id": "c1", "surname": "1", "acknowledged": "1"],
                by: .anran)
            let words = try await wall(morning)
            #expect(words.contains("安然 第 2 组") && !words.contains("还能认领"))
        }
    }

    @Test func `shows nothing of a customer, and nothing to strangers`() async throws {
        try await withMorning { morning in
            _ = try await morning.desk.post(
                "/visits",
                ["id": "v1", "class": "new_first", "phone": "13912345678", "name": "欧阳青禾"])
            let words = try await wall(morning)
            #expect(!words.contains("欧阳") && !words.contains("5678"))
            let stranger = try await morning.site.stranger.get("/board/wall/state")
            #expect(stranger.status >= 300 && !stranger.text.contains("安然"))
        }
    }
}
