import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The report of what is held about a person` {
    private static let path = "/privacy/people/p-v1/report"

    @Test func `shows everything, and is itself a look`() async throws {
        try await withPrivacy { world in
            let fields: KeyValuePairs = [
                "id": "t1", "medium": "phone", "result": "reached", "content": "1",
                "at": "2025-06-02T09:58", "text": "约周六来看三居",
            ]
            try await world.morning.done("/customers/p-v1/contacts", fields, by: .anran)
            _ = try await world.says(true, to: .sms)
            try await world.look(for: "邀约甲")
            let answer = try await world.site.visitor(.manager).post(
                Self.path, ["reason": "本人书面要求"])
            #expect(answer.status == 200)
            for words in [
                "姓名：欧阳青禾", "电话：\(PrivacyWorld.phone)", "证件号：没有留", "安然接待", "安然 电话，接通",
                "约周六来看三居", "短信：同意（当面口头）", "安然：邀约甲（客户页）", "沈砚：个人信息查询：本人书面要求",
                "渠道报备 没有。",
            ] {
                #expect(answer.words.contains(words), "\(words): \(answer.words)")
            }
            let log = try await world.words("/privacy/looks", .auditor)
            #expect(log.contains("沈砚 个人信息查询：本人书面要求 个人信息查询"))
        }
    }

    @Test func `leaves as a file with the same facts`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            let json = try await manager.post(Self.path, ["reason": "本人要求", "form": "json"])
            #expect(json.status == 200 && json.text.contains("\"made_by\":\"沈砚\""))
            #expect(json.text.contains("姓名：欧阳青禾"))
            let file = try await manager.post(Self.path, ["reason": "本人要求", "form": "xlsx"])
            let sheet = try `A workbook`.sheet(of: file.bytes)
            #expect(sheet.contains("姓名：欧阳青禾") && sheet.contains("用途：本人要求"))
            #expect(try await world.site.count("reveal_log", where: "place = 'report'") == 2)
        }
    }

    @Test func `needs a reason, a known form and management`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            #expect(try await manager.post(Self.path, ["reason": " "]).status == 400)
            let odd = try await manager.post(Self.path, ["reason": "要求", "form": "doc"])
            #expect(odd.status == 400)
            for who in [ServedSite.Person.anran, .clerk, .auditor, .desk] {
                let answer = try await world.site.visitor(who).post(Self.path, ["reason": "要求"])
                #expect(answer.status == 403 && !answer.text.contains("欧阳青禾"))
            }
            #expect(try await world.site.count("reveal_log") == 0)
        }
    }

    @Test func `has nothing to show of nobody and of who was erased`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            let nobody = try await manager.post(
                "/privacy/people/p-nobody/report", ["reason": "要求"])
            #expect(nobody.status == 404)
            _ = try await world.erased()
            let gone = try await manager.post(Self.path, ["reason": "要求"])
            #expect(gone.status == 409 && gone.text.contains("已删除的客户"))
            let page = try await world.words("/privacy/people/p-v1", .manager)
            #expect(page.contains("资料已经删除") && !page.contains("看和打印"))
        }
    }

    @Test func `is reached by the customer's number`() async throws {
        try await withPrivacy { world in
            let manager = try await world.site.visitor(.manager)
            let found = try await manager.post("/privacy/find", ["phone": "139 1234 5678"])
            #expect(found.location == "/privacy/people/p-v1")
            #expect(try await world.words("/privacy/people/p-v1", .manager).contains("看和打印"))
            #expect(try await manager.post("/privacy/find", ["phone": ""]).status == 422)
            let other = try await manager.post("/privacy/find", ["phone": "13800009999"])
            #expect(other.status == 404 && !other.text.contains("13800009999"))
        }
    }
}
