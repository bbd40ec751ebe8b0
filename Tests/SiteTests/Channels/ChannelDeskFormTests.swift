import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The desk for channels` {
    private static let match: KeyValuePairs = [
        "visit": "v1", "name": "张三", "phone": "13800001111",
    ]

    /// One company, one agent, one report that is good, and a group at the desk.
    private func arrived(
        pack: String = "P002B", _ body: (ChannelWorld, Visitor) async throws -> Void
    ) async throws {
        try await withServedSite(pack: pack) { site in
            let world = try await ChannelWorld(site)
            #expect(try await world.report().status == 303)
            site.clock.advance(by: .seconds(1800))
            try await site.ask(.visits(.register(Arrival("v1", .channel))), by: .desk)
            try await body(world, try await site.visitor(.desk))
        }
    }

    private func agent(_ visitor: Visitor) async throws -> String {
        let page = try await visitor.page("/channels/desk")
        return String(
            try #require(page.firstMatch(of: /value="(co-[^" ]+ ag-[^"]+)"/)?.output.1))
    }

    @Test(
        arguments: [
            ("match", ["name": "张三", "phone": "13800001111"], "请选是哪一组客户"),
            ("match", ["visit": "v1", "phone": "13800001111"], "请写登记的姓名"),
            ("match", ["visit": "v1", "name": "张三"], "请写登记的电话"),
            (
                "match", ["visit": "v1", "name": "张三", "phone": "13800001111", "code": "ZZZZ9999"],
                "没有这个到访凭证"
            ),
            ("mention", [:], "请选是哪一组客户"), ("gate", ["visit": "v1"], "请填进场的时刻"),
            ("gate", ["visit": "v1", "time": "25:00"], "时刻要写成"),
            ("confirmation", ["visit": "v1"], "请选是哪位渠道人员"),
            ("confirmation", ["visit": "v1", "agent": "co"], "请选是哪位渠道人员"),
        ] as [(String, [String: String], String)])
    func `says what is wrong with a form and keeps nothing of it`(
        action: String, fields: [String: String], sentence: String
    ) async throws {
        try await arrived { world, desk in
            let before = try await world.site.count("journal")
            let all = fields.map { ($0.key, $0.value) } + [("_csrf", desk.token ?? "")]
            let answer = try await desk.send(
                .post, "/channels/desk/\(action)",
                body: all.map { "\(percentEncode($0))=\(percentEncode($1))" }
                    .joined(separator: "&"), type: "application/x-www-form-urlencoded")
            #expect(answer.status == 422 && answer.words.contains(sentence), "\(answer.words)")
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test(arguments: [
        ("match", "CHANNEL_VISIT_UNKNOWN"), ("mention", "CHANNEL_VISIT_UNKNOWN"),
        ("gate", "CHANNEL_VISIT_UNKNOWN"),
    ])
    func `refuses a group nobody registered`(action: String, code: String) async throws {
        try await arrived { _, desk in
            let page = try await desk.follow(
                "/channels/desk/\(action)",
                [
                    "visit": "v9", "name": "张三", "phone": "13800001111", "time": "10:20",
                    "agent": try await agent(desk),
                ])
            #expect(page.contains(code) && page.contains("没有这次到访"), "\(plainWords(page))")
        }
    }

    @Test(arguments: [("10:30", true), ("10:31", false)])
    func `takes the guard's word about what has been, not about what will be`(
        time: String, stands: Bool
    ) async throws {
        try await arrived { world, desk in
            let page = try await desk.follow(
                "/channels/desk/gate", ["visit": "v1", "time": time])
            #expect(page.contains("tone-stop") != stands, "\(plainWords(page))")
            #expect(page.contains("IN_THE_FUTURE") != stands)
        }
    }

    @Test func `shows four lights once somebody was compared, and none before`() async throws {
        try await arrived { _, desk in
            #expect(try await desk.page("/channels/desk").contains("还没比对"))
            let page = plainWords(try await desk.follow("/channels/desk/match", Self.match))
            #expect(!page.contains("还没比对") && page.contains("渠道 云客 周明"))
            for light in ChannelLight.allCases { #expect(page.contains(light.label)) }
        }
    }

    @Test func `shows the groups of today only`() async throws {
        try await arrived { world, _ in
            world.site.clock.advance(by: .seconds(86_400))
            let page = try await world.site.visitor(.desk).page("/channels/desk")
            #expect(page.contains("今天还没有到访"))
        }
    }

    @Test func `is for the desk and those above it, with their own token`() async throws {
        try await arrived { world, desk in
            for person in [ServedSite.Person.anran, .clerk, .auditor, .admin] {
                let visitor = try await world.site.visitor(person)
                #expect(try await visitor.get("/channels/desk").status == 403)
                let sent = try await visitor.post("/channels/desk/match", Self.match)
                #expect(sent.status == 403, "\(person)")
            }
            var forger = desk
            forger.token = "guessed"
            #expect(try await forger.post("/channels/desk/match", Self.match).status == 403)
            #expect(try await world.site.book.state.channels.visits["v1"]?.mark == nil)
        }
    }

    @Test(arguments: [("1", "已当面签字"), ("", "没有签字")])
    func `puts a confirmation on paper as it was made`(signed: String, words: String) async throws {
        try await arrived { world, desk in
            let fields: KeyValuePairs = [
                "id": "c1", "visit": "v1", "signed": signed, "agent": try await agent(desk),
            ]
            for _ in 1...2 {
                let sent = try await desk.post("/channels/desk/confirmation", fields)
                #expect(sent.location == "/channels/desk?decision=c1&slip=c1")
            }
            let paper = plainWords(try await desk.page("/channels/confirmations/c1"))
            for text in ["带访确认单", "云客", "周明", "林小满：", words, "见证人"] {
                #expect(paper.contains(text), "\(text)")
            }
            #expect(!paper.contains("张三") && !paper.contains("13800001111"))
        }
    }

    @Test func `puts nothing else on paper`() async throws {
        try await arrived { world, desk in
            _ = try await desk.post(
                "/channels/desk/gate", ["id": "g1", "visit": "v1", "time": "10:20"])
            for id in ["g1", "none", "%00"] {
                #expect(try await desk.get("/channels/confirmations/\(id)").status == 404, "\(id)")
            }
            let consultant = try await world.site.visitor(.anran)
            #expect(try await consultant.get("/channels/confirmations/g1").status == 403)
        }
    }
}
