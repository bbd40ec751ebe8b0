import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Consents of customers` {
    @Test func `stand on the customer's page, each purpose for itself`() async throws {
        try await withPrivacy { world in
            #expect(try await world.words("/customers/p-v1", .anran).contains("短信 没有问过"))
            #expect(try await world.says(true, to: .sms).status == 303)
            let page = try await world.words("/customers/p-v1", .anran)
            #expect(page.contains("短信 同意 2025年6月2日 周一，当面口头，安然 登记"))
            #expect(page.contains("推销信息 没有问过"))
        }
    }

    @Test func `are taken back, and both changes stay`() async throws {
        try await withPrivacy { world in
            _ = try await world.says(true, to: .marketing)
            world.morning.wait(60)
            #expect(try await world.says(false, to: .marketing, by: .manager).status == 303)
            let page = try await world.words("/customers/p-v1", .anran)
            #expect(page.contains("推销信息 已撤回"))
            #expect(try await world.site.count("consent_change") == 2)
            let hash = try await world.hash(.marketing)
            #expect(
                try await world.site.count(
                    "consent_change", where: "is_given = 1 AND text_hash = \(hash)") == 1)
            #expect(
                try await world.site.count("consent_text", where: "hash = \(hash)") == 1,
                "what was shown is kept")
        }
    }

    @Test func `are nobody else's to record`() async throws {
        try await withPrivacy { world in
            for who in [ServedSite.Person.baiyu, .desk] {
                let answer = try await world.says(true, to: .sms, by: who)
                #expect(answer.status == 403)
            }
            #expect(try await world.site.count("consent_change") == 0)
        }
    }

    @Test(arguments: [
        ["purpose": "sms", "given": "1"], ["purpose": "spam", "given": "1", "how": "desk"],
        ["purpose": "sms", "given": "2", "how": "desk"], ["given": "1", "how": "desk"],
    ])
    func `that say too little are refused`(fields: [String: String]) async throws {
        try await withPrivacy { world in
            let body = fields.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            let visitor = try await world.site.visitor(.anran)
            let answer = try await visitor.send(
                .post, "/customers/p-v1/consents",
                body: (body + ["_csrf=\(visitor.token!)"]).joined(separator: "&"),
                type: "application/x-www-form-urlencoded")
            #expect(answer.status == 400)
            #expect(try await world.site.count("consent_change") == 0)
        }
    }

    @Test func `to words that changed meanwhile are refused`() async throws {
        try await withPrivacy { world in
            let old = try await world.hash(.sms)
            let manager = try await world.site.visitor(.manager)
            let changed = try await manager.post(
                "/privacy/texts/sms", ["text": "我同意收短信，随时可以撤回。"])
            #expect(changed.status == 303)
            let answer = try await world.site.visitor(.anran).post(
                "/customers/p-v1/consents",
                ["purpose": "sms", "given": "1", "how": "qr", "text-sms": old])
            #expect(answer.status == 409 && answer.text.contains("文本刚刚改过"))
            #expect(try await world.says(true, to: .sms).status == 303)
            #expect(try await world.words("/customers/p-v1", .anran).contains("我同意收短信"))
        }
    }

    @Test func `have words that management alone changes`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            #expect(try await manager.page("/privacy/texts").contains("通用文本"))
            _ = try await manager.post("/privacy/texts/calls", ["text": "第一版。"])
            _ = try await manager.post("/privacy/texts/calls", ["text": "第一版。"])
            #expect(try await world.site.count("consent_text") == 1, "same words, no version")
            for text in ["", String(repeating: "长", count: 501)] {
                let answer = try await manager.post("/privacy/texts/calls", ["text": text])
                #expect(answer.status == 400)
            }
            #expect(try await manager.post("/privacy/texts/spam", ["text": "甲"]).status == 404)
            let own = try await world.site.visitor(.anran)
            #expect(try await own.post("/privacy/texts/calls", ["text": "乙"]).status == 403)
        }
    }

    @Test(arguments: [ConsentPurpose.sms, .marketing])
    func `taken back stop text messages, whatever name the number has`(
        purpose: ConsentPurpose
    ) async throws {
        try await withPrivacy { world in
            let people = world.people
            let twin = PersonDetails(name: "欧阳", phone: PrivacyWorld.phone)
            let insertion = people.insertSQL("twin", twin, at: ServedSite.now)
            try await world.site.server.database.write { _ = try $0.execute(insertion) }
            let consents = Consents(site: ServedSite.site)
            func forbids(_ person: PersonID) async throws -> ConsentPurpose? {
                try await world.site.server.database.read {
                    try consents.forbidsTexts(to: person, in: $0)?.purpose
                }
            }
            #expect(try await forbids("twin") == nil)
            _ = try await world.says(false, to: purpose)
            #expect(try await forbids("twin") == purpose)
            #expect(try await forbids("p-v1") == purpose)
            world.morning.wait(1)
            _ = try await world.says(true, to: purpose)
            #expect(try await forbids("twin") == nil, "the last word counts")
        }
    }

    @Test func `are asked for by the number without looking at everybody`() async throws {
        try await withPrivacy { world in
            let query = Consents(site: ServedSite.site).withNumber(of: "p-v1")
            let steps = try await world.site.server.database.read { transaction in
                try transaction.rows("EXPLAIN QUERY PLAN \(sql: query)")
                    .map { try $0.text("detail") }
            }
            #expect(steps.count == 2 && steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
        }
    }

    @Test func `to calls and sharing stop no text message`() async throws {
        try await withPrivacy { world in
            _ = try await world.says(false, to: .calls)
            _ = try await world.says(false, to: .sharing)
            let shown = try await world.site.visitor(.anran).post(
                "/customers/p-v1/number", ["purpose": "邀约"])
            #expect(shown.text.contains("sms:"))
            _ = try await world.says(false, to: .sms)
            let silent = try await world.site.visitor(.anran).post(
                "/customers/p-v1/number", ["purpose": "邀约"])
            #expect(!silent.text.contains("sms:") && silent.text.contains("不能发短信"))
            #expect(silent.text.contains("tel:"))
        }
    }

    @Test func `taken back keep the text after a call from leaving the house`() async throws {
        try await withPrivacy { world in
            _ = try await world.says(false, to: .sms)
            let desk = try await world.site.visitor(.desk)
            _ = try await desk.post("/calls", ["id": "c1"])
            _ = try await desk.post("/calls/c1/end", ["id": "e1"])
            _ = try await desk.post(
                "/calls/c1/entry",
                ["id": "n1", "name": "欧阳青禾", "phone": PrivacyWorld.phone, "first": "1"])
            let fields: KeyValuePairs = [
                "id": "t1", "address": "云栖路 1 号", "route": "地铁 3 号线",
            ]
            let refused = try await desk.post("/calls/c1/text", fields)
            #expect(refused.status == 409 && refused.words.contains("撤回了“短信”的同意"))
            #expect(try await world.site.count("message", where: "channel = 'sms'") == 0)
            #expect(try await world.site.count("reveal_log") == 0, "nobody saw the number")
            world.morning.wait(1)
            _ = try await world.says(true, to: .sms)
            #expect(try await desk.post("/calls/c1/text", fields).status == 303)
            #expect(try await world.site.count("message", where: "channel = 'sms'") == 1)
        }
    }
}
