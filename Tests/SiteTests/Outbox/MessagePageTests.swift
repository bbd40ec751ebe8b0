import Database
import HTTPTypes
import HouseRules
import NIOCore
import Testing

@testable import Site

extension ServedSite {
    /// Enters a message of the site as if it had been given up.
    fileprivate func enterDead(_ id: String = "m1", fault: String = "钥匙不对") async throws {
        let message = NewMessage(
            id: id, channel: .wecom, kind: .visitHeld, facts: MessageFacts(number: 3),
            at: Self.now, firstTry: Self.now, expiresAt: Self.now.adding(seconds: 600))
        let insertion = try #require(NewMessage.insertion([message], site: Self.site))
        try await server.database.write { transaction in
            try transaction.execute(insertion)
            try transaction.execute(
                "UPDATE message SET state = 'dead', tries = 8, fault = \(fault) WHERE id = \(id)")
        }
    }

    /// Enters a notice for 安然's phone.
    fileprivate func enterNotice() async throws {
        let notice = NewMessage(
            id: "n1", channel: .app, kind: .standbyCalled, staff: Person.anran.staff,
            facts: MessageFacts(staff: [Person.anran.staff]), at: Self.now, firstTry: Self.now,
            expiresAt: Self.now.adding(seconds: 300))
        let insertion = try #require(NewMessage.insertion([notice], site: Self.site))
        _ = try await server.database.write { try $0.execute(insertion) }
    }

    fileprivate func state(_ id: String) async throws -> MessageState? {
        try await server.database.read {
            try MessageList.one(id, of: Self.site, in: $0)?.state
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The page of messages` {
    @Test func `shows what was sent, newest first, in words`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let page = plainWords(try await manager.page("/messages"))
            #expect(page.contains("到前台候客"))
            #expect(page.contains("待寄"))
            let none = try await manager.page("/messages?state=dead")
            #expect(none.contains("没有符合条件的消息"))
        }
    }

    @Test func `alarms when messages were given up, and shows why`() async throws {
        try await withServedSite { site in
            try await site.enterDead()
            let manager = try await site.visitor(.manager)
            #expect(plainWords(try await manager.page("/messages")).contains("有 1 条消息寄不出"))
            let one = plainWords(try await manager.page("/messages/m1"))
            #expect(one.contains("钥匙不对") && one.contains("再寄一次") && one.contains("作废"))
            let auditor = try await site.visitor(.auditor)
            let read = plainWords(try await auditor.page("/messages/m1"))
            #expect(!read.contains("再寄一次"))
        }
    }

    @Test func `puts a message back, and only one that is stuck`() async throws {
        try await withServedSite { site in
            try await site.enterDead()
            let manager = try await site.visitor(.manager)
            let page = try await manager.follow("/messages/m1/retry", [:])
            #expect(plainWords(page).contains("待寄"))
            #expect(try await site.state("m1") == .waiting)
            let again = try await manager.post("/messages/m1/retry", [:])
            #expect(again.status == 409)
        }
    }

    @Test func `withdraws with a reason, and asks for one`() async throws {
        try await withServedSite { site in
            try await site.enterDead()
            let manager = try await site.visitor(.manager)
            let asked = try await manager.post("/messages/m1/void", ["note": "   "])
            #expect(asked.status == 422 && asked.text.contains("请写作废的原因"))
            #expect(try await site.state("m1") == .dead)
            let page = plainWords(try await manager.follow("/messages/m1/void", ["note": "群已解散"]))
            #expect(page.contains("已作废") && page.contains("群已解散") && page.contains("沈砚"))
            #expect(try await site.state("m1") == .void)
            #expect(try await manager.post("/messages/m1/void", ["note": "再"]).status == 409)
        }
    }

    @Test func `goes on from page to page without losing or repeating one`() async throws {
        try await withServedSite(.before) { site in
            for number in 0..<120 { try await site.enterDead("m\(number)") }
            let manager = try await site.program(.manager)
            var seen: [String] = []
            var address: String? = "/api/v1/messages"
            while let next = address {
                let page = try await manager.get(next).json(JSONValue.self)
                seen += page["messages"]?.items.compactMap { $0["id"]?.string } ?? []
                address = page["next"]?.string.map { "/api/v1/messages?after=\($0)" }
            }
            #expect(seen.count == 120 && Set(seen).count == 120)
        }
    }

    @Test(arguments: ["state=lost", "channel=fax", "day=June", "after=x", "after=-1-a"])
    func `refuses a filter it does not know`(query: String) async throws {
        try await withServedSite(.before) { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.get("/messages?\(query)").status == 400)
        }
    }

    @Test func `shows nothing of another site`() async throws {
        try await withServedSite(.before) { site in
            try await site.server.database.write {
                try $0.execute(
                    """
                    INSERT INTO message (site, id, channel, kind, facts, urgent, created_at,
                        expires_at, state, next_try)
                    VALUES ('other', 'm9', 'log', 'sms', '{"staff":[]}', 0, 0, 0, 'dead', 0)
                    """)
            }
            let manager = try await site.visitor(.manager)
            #expect(try await manager.get("/messages/m9").status == 404)
            #expect(try await manager.post("/messages/m9/retry", [:]).status == 404)
        }
    }

    @Test func `answers programs as it is described`() async throws {
        try await withServedSite { site in
            try await site.enterDead()
            let description = try APIDescription.shipped()
            let program = try await site.program(.manager)
            let list = try await program.get("/api/v1/messages")
            #expect(try description.faults(of: list, to: "GET /api/v1/messages") == [])
            let retry = "/api/v1/messages/{id}/retry"
            let path = "/api/v1/messages/m1"
            let wrong = try await program.postJSON(path + "/void", #"{"note":""}"#)
            #expect(wrong.status == 422)
            let put = try await program.postJSON(path + "/retry", "{}")
            #expect(put.status == 200)
            #expect(try description.faults(of: put, to: "POST \(retry)") == [])
            let second = try await program.postJSON(path + "/retry", "{}")
            #expect(second.status == 409)
            #expect(try description.faults(of: second, to: "POST \(retry)") == [])
            let void = try await program.postJSON(path + "/void", #"{"note":"不用了"}"#)
            #expect(
                try description.faults(of: void, to: "POST /api/v1/messages/{id}/void") == [])
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A notice on the phone` {
    @Test func `is shown to whom it is for until they know`() async throws {
        try await withServedSite { site in
            try await site.enterNotice()
            let (anran, baiyu) = (try await site.visitor(.anran), try await site.visitor(.baiyu))
            let page = try await anran.page("/me/notices")
            #expect(page.contains("请安然"))
            let id = try #require(
                page.firstMatch(of: /\/notices\/([^\/]+)\/seen/).map { String($0.output.1) })
            #expect(try await baiyu.post("/notices/\(id)/seen", [:]).status == 404)
            #expect(try await anran.get("/me").text.contains("/notices/\(id)/seen"))
            #expect(try await anran.post("/notices/\(id)/seen", [:]).location == "/me")
            #expect(try await !anran.page("/me/notices").contains("/notices/\(id)/seen"))
        }
    }

    @Test func `goes when it is out of date`() async throws {
        try await withServedSite { site in
            try await site.enterNotice()
            let anran = try await site.visitor(.anran)
            #expect(try await anran.page("/me/notices").contains("data-vibrate"))
            site.clock.advance(by: .seconds(3600))
            #expect(try await !anran.page("/me/notices").contains("data-vibrate"))
        }
    }

    @Test func `is told to the phone that listens, and to no other`() async throws {
        try await withServedSite { site in
            try await site.enterNotice()
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let notices = LiveNotices(
                database: site.server.database, hub: hub, surroundings: site.server.surroundings)
            let anran = hub.enter([
                LiveNotices.topic(ServedSite.Person.anran.staff, of: ServedSite.site)
            ])
            let stranger = hub.enter([LiveNotices.topic("somebody", of: ServedSite.site)])
            await notices.send(ServedSite.site)
            let frames = await anran.next() ?? []
            #expect(frames.map { String(buffer: $0) }.joined().contains("event: notices"))
            stranger.close()
            #expect(await stranger.next() == nil)
        }
    }
}
