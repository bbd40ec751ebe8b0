import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `What the pages of a quarrel show` {
    private static let path = "/adjudications/D-1"
    private static let readers: [ServedSite.Person] = [
        .manager, .supervisor, .duty, .desk, .clerk, .auditor, .anran, .baiyu,
    ]

    @Test func `the buyer's name, to whoever is concerned and nobody else`() async throws {
        try await withCase { world, _ in
            for person in Self.readers {
                let mayKnow = [.manager, .supervisor, .clerk, .anran].contains(person)
                for path in [Self.path, Self.path + "/print"] {
                    let page = try await world.site.visitor(person).page(path)
                    #expect(page.contains("赵小云") == mayKnow, "\(person) \(path)")
                    #expect(!page.contains("13800000001"), "\(person)")
                    #expect(page.contains("D-1") && page.contains("安然"), "\(person)")
                }
            }
        }
    }

    @Test func `the buyer's name, to a party from when they become one`() async throws {
        try await withCase { world, _ in
            func sees(_ person: ServedSite.Person) async throws -> Bool {
                try await world.site.visitor(person).page(Self.path).contains("赵小云")
            }
            #expect(try await sees(.baiyu) == false)
            try await world.contest()
            #expect(try await sees(.baiyu) == true)
            #expect(try await sees(.dingyi) == false)
            for person in Self.readers {
                let inbox = try await world.site.visitor(person).page("/adjudications")
                #expect(!inbox.contains("赵小云"), "\(person)")
            }
        }
    }

    @Test func `nothing to an administrator or a stranger`() async throws {
        try await withCase { world, _ in
            for path in ["/adjudications", Self.path, Self.path + "/print"] {
                #expect(try await world.site.visitor(.admin).get(path).status == 403)
                let away = try await world.site.stranger.get(path)
                #expect(away.status != 200 && !away.text.contains("赵小云"))
            }
        }
    }

    @Test func `no file of a deal nobody entered, on the screen or on paper`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            for id in ["none", "D%2F1", "%00", String(repeating: "x", count: 101)] {
                #expect(try await manager.get("/adjudications/\(id)").status == 404, "\(id)")
                #expect(try await manager.get("/adjudications/\(id)/print").status == 404, "\(id)")
            }
        }
    }

    @Test func `an empty inbox, then what waits, the oldest first`() async throws {
        try await withCase { world, _ in
            let manager = try await world.site.visitor(.manager)
            #expect(try await manager.page("/adjudications").contains("没有等着裁的争议"))
            try await world.contest()
            try await world.deal("D-2", phone: "13800000002")
            world.wait(60)
            try await world.done(
                "/adjudications/D-2/contest",
                ["id": "q0", "staff": "yunqi-dingyi", "note": "另一单"], by: .dingyi)
            let page = plainWords(try await manager.page("/adjudications"))
            let first = try #require(page.range(of: "争议 q1"))
            let second = try #require(page.range(of: "争议 q0"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(page.contains("当事人：安然、白榆。") && page.contains("当事人：安然、丁一。"))
            let today = plainWords(try await manager.page("/today"))
            #expect(today.contains("安然、白榆") && today.contains("已提出"))
        }
    }

    @Test func `each step to whoever may take it`() async throws {
        try await withCase { world, _ in
            func forms(_ person: ServedSite.Person) async throws -> Set<String> {
                let page = try await world.site.visitor(person).page("/adjudications")
                return Set(
                    page.matches(of: /action="\/adjudications\/disputes\/q1\/([a-z]+)"/)
                        .map { String($0.output.1) })
            }
            try await world.contest()
            #expect(try await forms(.manager) == ["negotiate", "agree", "escalate"])
            #expect(try await forms(.baiyu) == [])
            _ = try await world.step("negotiate", ["note": "先谈"])
            #expect(try await forms(.manager) == ["agree", "escalate"])
            _ = try await world.step("escalate", ["note": "谈不拢"])
            #expect(try await forms(.manager) == ["award"])
            _ = try await world.step("award", CaseWorld.award)
            #expect(try await forms(.baiyu) == ["appeal"])
            _ = try await world.step(
                "appeal", ["staff": "yunqi-baiyu", "note": "新证人"], by: .baiyu)
            #expect(try await forms(.manager) == ["award"])
            #expect(try await forms(.baiyu) == [])
        }
    }

    @Test func `every form with a mark of its own`() async throws {
        try await withCase { world, _ in
            try await world.contest()
            let manager = try await world.site.visitor(.manager)
            for path in ["/adjudications", Self.path] {
                let page = try await manager.page(path)
                let marks = page.matches(of: /name="id" value="([^"]+)"/).map { $0.output.1 }
                #expect(marks.count >= 3 && Set(marks).count == marks.count, "\(path)")
                let ids = page.matches(of: /\sid="([^"]+)"/).map { $0.output.1 }
                #expect(Set(ids).count == ids.count, "\(path) has an id twice")
            }
        }
    }

    @Test func `the whole story on paper, with a line for everybody who signs`() async throws {
        try await withCase { world, person in
            try await world.received(person, .censhan, days: 3)
            _ = try await world.post(
                Self.path + "/verify",
                ["staff": "yunqi-censhan", "note": "台账第三页"], by: .censhan)
            let page = try await world.site.visitor(.manager).page(Self.path + "/print")
            let words = plainWords(page)
            for text in [
                "云栖府", "赵小云", "岑山的来访登记开始", "安然签单。", "台账第三页", "安然没有分到", "OWN-25",
                "岑山：", "安然：", "经理：",
            ] { #expect(words.contains(text), "\(text)") }
            #expect(page.components(separatedBy: "sign-line").count - 1 == 6)
            #expect(!page.contains("action=\"/adjudications"), "paper has no forms")
        }
    }

    @Test func `the decision that a form led to, and no other's`() async throws {
        try await withCase { world, _ in
            try await world.contest()
            let manager = try await world.site.visitor(.manager)
            let told = try await manager.page(Self.path + "?decision=q1")
            #expect(told.contains("白榆提出争议") && told.contains("/decisions/q1"))
            let unknown = try await manager.page(Self.path + "?decision=nobody")
            #expect(!unknown.contains("notice tone"))
        }
    }
}
