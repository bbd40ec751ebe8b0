import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Customers on their pages` {
    private static let phone = "13912345678"

    /// 安然 received a customer this morning and entered the visit.
    private func received(_ body: (Morning, String) async throws -> Void) async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: Self.phone)
            try await morning.leaves("v1")
            let rows = try await morning.site.server.database.read { transaction in
                try transaction.rows("SELECT person FROM stretch_row").map { try $0.text("person") }
            }
            try await body(morning, try #require(rows.first))
        }
    }

    @Test func `stand in the list of their consultant, and of nobody else`() async throws {
        try await received { morning, person in
            let own = try await morning.site.visitor(.anran).page("/customers")
            #expect(own.contains("/customers/\(person)") && own.contains("还早"))
            #expect(!own.contains(Self.phone), "numbers are masked")
            let other = try await morning.site.visitor(.baiyu).page("/customers")
            #expect(!other.contains(person) && other.contains("名下还没有客户"))
            let all = plainWords(try await morning.site.visitor(.manager).page("/customers"))
            #expect(all.contains("安然") && all.contains("公共池（0）"))
        }
    }

    @Test func `are shown to their consultant with both clocks`() async throws {
        try await received { morning, person in
            let page = plainWords(
                try await morning.site.visitor(.anran).page("/customers/\(person)"))
            #expect(page.contains("归 安然"))
            #expect(page.contains("保鲜：2025年6月12日") && page.contains("有效期：2025年7月2日"))
            let refused = try await morning.site.visitor(.baiyu).get("/customers/\(person)")
            #expect(refused.status == 403 && refused.text.contains("OWN-55"))
        }
    }

    @Test func `move up as their clock runs out, and leave the list when it has`() async throws {
        try await received { morning, person in
            for (days, danger) in [(8, "明天是最后一天"), (1, "今天是最后一天")] {
                morning.wait(days * 86_400)
                #expect(try await morning.site.visitor(.anran).page("/customers").contains(danger))
            }
            morning.wait(86_400)
            let list = try await morning.site.visitor(.anran).page("/customers")
            #expect(!list.contains(person))
            let refused = try await morning.site.visitor(.anran).get("/customers/\(person)")
            #expect(refused.status == 403, "whoever lost a customer sees them no more")
        }
    }

    @Test func `are followed up, and the clock starts anew`() async throws {
        try await received { morning, person in
            morning.wait(5 * 86_400)
            let fields: KeyValuePairs = [
                "id": "t1", "medium": "phone", "result": "reached", "content": "1",
                "at": "2025-06-07T09:58", "text": "约周六来看三居",
            ]
            try await morning.done("/customers/\(person)/contacts", fields, by: .anran)
            let page = plainWords(
                try await morning.site.visitor(.anran).page("/customers/\(person)"))
            #expect(page.contains("保鲜：2025年6月17日"))
            #expect(page.contains("安然 电话，接通 有效，算 安然 的"))
            #expect(try await morning.site.count("private_note", where: "kind = 'contact'") == 1)
            let bytes = try morning.site.everyByte()
            #expect(bytes.range(of: Data("约周六来看三居".utf8)) == nil, "what was said is sealed")
        }
    }

    @Test func `are told of on the phone of their consultant, in numbers`() async throws {
        try await received { morning, person in
            func mine() async throws -> String {
                plainWords(try await morning.site.visitor(.anran).page("/me"))
            }
            let before = try await mine()
            #expect(!before.contains("快到期"))
            morning.wait(7 * 86_400)
            try await morning.site.ask(.settleDue)
            let page = try await mine()
            #expect(page.contains("快到期 1 位") && page.contains("这几天的 1 位"))
            #expect(page.contains("您有 1 位客户快到期"), "the notice of the day")
            #expect(!page.contains("139****"))
            let other = try await morning.site.visitor(.baiyu).page("/me")
            #expect(!other.contains("快到期"))
            let told: SQL = "kind = 'customers_lapse' AND staff = 'yunqi-anran'"
            #expect(try await morning.site.count("message", where: told) == 1)
            morning.wait(86_400)
            try await morning.site.ask(.settleDue)
            #expect(try await morning.site.count("message", where: told) == 2)
            let next = try await mine()
            #expect(next.contains("明天的 1 位"))
            morning.wait(2 * 86_400)
            let over = try await mine()
            #expect(!over.contains("快到期 1 位"))
        }
    }

    @Test func `are followed up with a sentence of the house and own words, read again`()
        async throws
    {
        try await received { morning, person in
            let owner = try await morning.site.visitor(.anran)
            let page = try await owner.page("/customers/\(person)")
            #expect(page.contains("data-draft=\"contact-\(person)\""), "one draft for each")
            let fields: KeyValuePairs = [
                "id": "t1", "medium": "phone", "result": "reached", "content": "1",
                "at": "2025-06-02T09:58", "template": "visit", "text": "周六上午。",
            ]
            try await morning.done("/customers/\(person)/contacts", fields, by: .anran)
            let after = try await owner.page("/customers/\(person)")
            #expect(plainWords(after).contains("邀请到访，约了时间。周六上午。"))
            let wrong = try await owner.post(
                "/customers/\(person)/contacts",
                [
                    "medium": "phone", "result": "reached", "at": "2025-06-02T09:58",
                    "template": "nonsense",
                ])
            #expect(wrong.status == 422)
        }
    }

    @Test func `are rung with one press, and that is on record too`() async throws {
        try await received { morning, person in
            let owner = try await morning.site.visitor(.anran)
            let page = try await owner.page("/customers/\(person)")
            #expect(page.contains("value=\"电话跟进\"") && !page.contains("tel:"))
            let shown = try await owner.post("/customers/\(person)/number", ["purpose": "短信跟进"])
            #expect(shown.text.contains("sms:\(Self.phone)"))
            #expect(try await morning.site.count("reveal_log", where: "purpose = '短信跟进'") == 1)
        }
    }

    @Test func `stay as they were when nobody was reached`() async throws {
        try await received { morning, person in
            morning.wait(5 * 86_400)
            let fields: KeyValuePairs = [
                "id": "t1", "medium": "phone", "result": "no_answer", "content": "1",
                "at": "2025-06-07T09:58",
            ]
            try await morning.done("/customers/\(person)/contacts", fields, by: .anran)
            let page = plainWords(
                try await morning.site.visitor(.anran).page("/customers/\(person)"))
            #expect(page.contains("保鲜：2025年6月12日") && page.contains("只存档：没有接通"))
        }
    }

    @Test func `show their number for a purpose, and that is on record`() async throws {
        try await received { morning, person in
            let owner = try await morning.site.visitor(.anran)
            let blank = try await owner.post("/customers/\(person)/number", ["purpose": " "])
            #expect(blank.status == 422)
            #expect(try await morning.site.count("reveal_log") == 0)
            let shown = try await owner.post("/customers/\(person)/number", ["purpose": "邀约"])
            #expect(shown.status == 200 && shown.text.contains("tel:\(Self.phone)"))
            #expect(try await morning.site.count("reveal_log", where: "purpose = '邀约'") == 1)
            let other = try await morning.site.visitor(.baiyu)
                .post("/customers/\(person)/number", ["purpose": "邀约"])
            #expect(other.status == 403 && !other.text.contains(Self.phone))
            #expect(try await morning.site.count("reveal_log") == 1)
        }
    }

    @Test func `are given to somebody else by management only`() async throws {
        try await received { morning, person in
            let fields: KeyValuePairs = [
                "id": "r1", "staff": "yunqi-baiyu", "cause": "complaint", "note": "投诉一号",
            ]
            let path = "/customers/\(person)/owner"
            #expect(try await morning.site.visitor(.anran).post(path, fields).status == 403)
            try await morning.done(path, fields, by: .manager)
            let list = try await morning.site.visitor(.baiyu).page("/customers")
            #expect(list.contains(person))
            #expect(!(try await morning.site.visitor(.anran).page("/customers")).contains(person))
        }
    }

    @Test func `nobody follows up wait in the pool, and are handed out as the preview says`()
        async throws
    {
        try await received { morning, person in
            morning.wait(10 * 86_400)
            try await morning.site.ask(.settleDue)
            let manager = try await morning.site.visitor(.manager)
            let page = try await manager.page("/customers/pool")
            #expect(page.contains("保鲜断档") && page.contains(">\(person)") == false)
            let parts = page.components(separatedBy: "name=\"give\" value=\"")
            let give = try #require(parts.dropFirst().first?.components(separatedBy: "\"").first)
                .replacing("&gt;", with: ">")
            #expect(give.hasPrefix(person))
            #expect(!give.hasSuffix("yunqi-anran"), "not to whoever lost them")
            let done = try await manager.post(
                "/customers/pool/handings", ["id": "h1", "give": give])
            #expect(done.status == 303)
            let staff = try #require(give.split(separator: ">").last)
            let state = try await morning.site.book.state
            let day = ServedSite.day.adding(days: 10)
            let holder = state.ownership.holder(of: PersonID(person), on: day)
            #expect(holder?.rawValue == String(staff))
            let back = try await manager.post(
                "/customers/pool/handings/h1/undo", ["id": "h2", "note": "分错了"])
            #expect(back.status == 303)
            let after = try await morning.site.book.state
            #expect(after.ownership.holder(of: PersonID(person), on: day) == nil)
            #expect(after.ownership.pool[PersonID(person)] != nil)
        }
    }
}
