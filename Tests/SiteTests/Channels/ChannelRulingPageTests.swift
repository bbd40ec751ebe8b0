import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Rulings about channels` {
    /// A report under another name: the comparison finds it and does not let it stand.
    private func mismatched(
        _ body: (ChannelWorld) async throws -> Void
    ) async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report("张先生")
            site.clock.advance(by: .seconds(1800))
            try await site.ask(.visits(.register(Arrival("v1", .channel))), by: .desk)
            _ = try await site.visitor(.desk).follow(
                "/channels/desk/match", ["visit": "v1", "name": "张三", "phone": "13800001111"])
            try await body(world)
        }
    }

    private func choice(_ world: ChannelWorld, _ pattern: Regex<(Substring, Substring)>)
        async throws -> String
    {
        let page = try await world.manager.page("/channels/rulings")
        return String(try #require(page.firstMatch(of: pattern)?.output.1))
    }

    @Test func `have nothing to review before anybody was compared`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let page = try await site.visitor(.manager).page("/channels/rulings")
            #expect(page.contains("没有可复核的") && page.contains("查实撬单"))
        }
    }

    @Test func `are given by management only, with their own token`() async throws {
        try await mismatched { world in
            let fields: KeyValuePairs = ["target": "v1", "note": "看过监控"]
            for person in [ServedSite.Person.desk, .duty, .clerk, .anran, .auditor, .admin] {
                let visitor = try await world.site.visitor(person)
                #expect(try await visitor.get("/channels/rulings").status == 403)
                for path in ["/channels/reviews", "/channels/poaching"] {
                    #expect(try await visitor.post(path, fields).status == 403, "\(person)")
                }
            }
            var forger = world.manager
            forger.token = "guessed"
            #expect(try await forger.post("/channels/reviews", fields).status == 403)
            #expect(try await world.site.book.state.channels.visits["v1"]?.review == nil)
            let supervisor = try await world.site.visitor(.supervisor)
            #expect(try await supervisor.post("/channels/reviews", fields).status == 303)
        }
    }

    @Test(arguments: [
        ("", "有证据", "请选哪次到访"), ("v1 r1 x", "有证据", "请选哪次到访"), ("v1", "", "请写凭什么证据"),
        ("v1", String(repeating: "字", count: 501), "最多写 500 个字"),
    ])
    func `say what is wrong with a review`(
        target: String, note: String, sentence: String
    ) async throws {
        try await mismatched { world in
            let answer = try await world.manager.post(
                "/channels/reviews", ["target": target, "note": note])
            #expect(answer.status == 422 && answer.words.contains(sentence))
        }
    }

    @Test(arguments: [
        ("v9", "CHANNEL_VISIT_UNKNOWN"), ("v2", "CHANNEL_NOT_JUDGED"),
        ("v1 no-report", "REPORT_UNKNOWN"),
    ])
    func `refuse a review of what is not there`(target: String, code: String) async throws {
        try await mismatched { world in
            try await world.site.ask(.visits(.register(Arrival("v2", .newFirst))), by: .desk)
            let page = try await world.manager.follow(
                "/channels/reviews", ["target": target, "note": "有证据"])
            #expect(page.contains(code), "\(plainWords(page))")
        }
    }

    @Test func `let a report stand, and let it fall again`() async throws {
        try await mismatched { world in
            let report = try await choice(world, /value="(v1 [^"]+)"/)
            _ = try await world.manager.follow(
                "/channels/reviews", ["target": report, "note": "名片写错"])
            #expect(try await world.site.book.state.channels.visits["v1"]?.winner != nil)
            _ = try await world.manager.follow(
                "/channels/reviews", ["target": "v1", "note": "名片是假的"])
            #expect(try await world.site.book.state.channels.visits["v1"]?.winner == nil)
        }
    }

    @Test func `about poaching need a known number, an agent, staff and evidence`() async throws {
        try await mismatched { world in
            let agent = try await choice(world, /value="(co-[^" ]+ ag-[^"]+)"/)
            let before = try await world.site.count("journal")
            for (phone, agent, staff, note, sentence) in [
                ("", agent, "yunqi-anran", "有", "请填客户手机"),
                ("12", agent, "yunqi-anran", "有", "手机号要"),
                ("13911111111", agent, "yunqi-anran", "有", "登记里没有这个号码"),
                ("13800001111", "", "yunqi-anran", "有", "请选是哪位渠道人员"),
                ("13800001111", agent, "", "有", "请选是哪位置业顾问"),
                ("13800001111", agent, "yunqi-anran", "", "请写证据"),
            ] {
                let answer = try await world.manager.post(
                    "/channels/poaching",
                    ["phone": phone, "agent": agent, "staff": staff, "note": note])
                #expect(answer.status == 422, "\(sentence)")
                #expect(answer.words.contains(sentence), "\(answer.words)")
            }
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `about poaching count once, and bar the agent`() async throws {
        try await mismatched { world in
            let fields: KeyValuePairs = [
                "id": "p1", "phone": "138 0000 1111", "note": "来访登记在先", "staff": "yunqi-anran",
                "agent": try await choice(world, /value="(co-[^" ]+ ag-[^"]+)"/),
            ]
            #expect(try await world.report("李四", "13800002222").status == 303)
            for _ in 1...2 {
                let sent = try await world.manager.post("/channels/poaching", fields)
                #expect(sent.location == "/channels/rulings?decision=p1")
            }
            #expect(try await world.report("王五", "13800003333").status == 422)
            let blocks = try await world.site.book.state.channels.blocks
            #expect(blocks.count == 1)
        }
    }
}
