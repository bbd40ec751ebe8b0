import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Bad input on pages` {
    /// Sends an arrival that must not become a visit; gives the answer.
    private func arrive(
        _ fields: KeyValuePairs<String, String>, _ check: (Received, ServedSite) throws -> Void
    ) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let entries = try await site.count("journal")
            try check(try await desk.post("/visits", fields), site)
            #expect(try await site.count("visit_row") == 0)
            #expect(try await site.count("person") == 0)
            #expect(try await site.count("journal") == entries, "nothing readable, no decision")
        }
    }

    @Test(arguments: ["", "nonsense", "new_first ​", "<b>", "NEW_FIRST"])
    func `a class that is none is asked for`(text: String) async throws {
        try await arrive(["class": text]) { answer, _ in
            #expect(answer.status == 422)
            #expect(answer.words.contains("请先问完首问，或直接选这组客户是哪一类。"))
            #expect(!answer.text.contains("<b>"))
        }
    }

    @Test(arguments: ["25:00", "12:60", "noon", "1400", "12:00:00:00", "-1:00", "９:00"])
    func `a time that is none is told`(text: String) async throws {
        try await arrive(["class": "new_first", "arrived_at": text]) { answer, _ in
            #expect(answer.status == 422)
            #expect(answer.words.contains("到场时刻要写成 14:05。"))
        }
    }

    @Test(arguments: [
        "123", "abcdefgh", "139 1234 567x", "+", "1391234567890123456789", "１３９１２３４５６７８",
    ])
    func `a telephone number that is none is told`(text: String) async throws {
        try await arrive(["class": "new_first", "phone": text]) { answer, _ in
            #expect(answer.status == 422)
            #expect(answer.words.contains("手机号要 11 位"))
            #expect(answer.text.contains("value=\"\(text)\""), "what was typed is not lost")
        }
    }

    @Test func `a name longer than a name is told`() async throws {
        let name = String(repeating: "长", count: 41)
        try await arrive(["class": "new_first", "name": name]) { answer, _ in
            #expect(answer.status == 422)
            #expect(answer.words.contains("客户称呼最多 40 个字。"))
        }
    }

    @Test func `several faults are told at once`() async throws {
        try await arrive(["class": "", "phone": "x", "arrived_at": "x"]) { answer, _ in
            #expect(answer.words.contains("到场时刻要写成"))
            #expect(answer.words.contains("手机号要"))
            #expect(answer.words.contains("请先问完首问"))
        }
    }

    @Test(arguments: ["a b", "../x", "<x>", "号", String(repeating: "a", count: 65)])
    func `a form's id that no form has is told`(id: String) async throws {
        try await arrive(["class": "new_first", "id": id]) { answer, _ in
            #expect(answer.status == 400)
            #expect(answer.words.contains("表单编号 id 只能由"))
        }
    }

    @Test func `a person's id of a novel's length is told`() async throws {
        let named = String(repeating: "a", count: 100_000)
        try await arrive(["class": "owner", "named": named]) { answer, _ in
            #expect(answer.status == 400)
            #expect(!answer.text.contains(named))
        }
    }

    @Test func `a field of ten megabytes is too large`() async throws {
        let name = String(repeating: "x", count: 10_000_000)
        try await arrive(["class": "new_first", "name": name]) { answer, _ in
            #expect(answer.status == 413)
            #expect(answer.words.contains("提交的内容太大"))
        }
    }

    @Test(arguments: [
        "application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml", nil,
    ])
    func `a form in another format is told so`(type: String?) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let answer = try await desk.send(
                .post, "/visits", body: "class=new_first&_csrf=\(desk.token ?? "")", type: type)
            #expect(answer.status == 415)
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test(arguments: ["%", "a=%F", "class=%FF%FE", "class=%00", "class=new_first&name=%80"])
    func `a form with broken escapes is told so`(body: String) async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let answer = try await desk.send(
                .post, "/visits", body: body, type: "application/x-www-form-urlencoded")
            #expect(answer.status == 400)
            #expect(answer.words.contains("编码不对"))
        }
    }

    @Test(arguments: [("23:59", "IN_THE_FUTURE"), ("24:00", "IN_THE_FUTURE")])
    func `an arrival that has not happened is refused by the rules`(
        time: String, code: String
    ) async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.desk).follow(
                "/visits", ["class": "new_first", "arrived_at": time])
            #expect(page.contains(code))
            #expect(page.contains("还没到。请核对时刻。"))
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `an unknown visit, call, person or decision is told`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let visit = try await desk.follow(
                "/visits/nowhere/finish", ["back": "/reception"])
            #expect(visit.contains("UNKNOWN_VISIT"))
            let call = try await desk.follow("/calls/nowhere/end", [:])
            #expect(call.contains("UNKNOWN_CALL"))
            let person = try await desk.follow("/visits", ["class": "owner", "named": "nobody"])
            #expect(person.contains("UNKNOWN_STAFF"))
            for path in ["/decisions/nowhere", "/clauses/REC-999", "/visits", "/nowhere"] {
                let answer = try await desk.get(path)
                #expect([404, 405].contains(answer.status), "\(path)")
            }
        }
    }

    @Test func `moves that are incomplete are asked for again`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.post("/moves", [:]).status == 400)
            #expect(try await manager.post("/moves", ["staff": "x", "move": "fly"]).status == 400)
            let answer = try await manager.post(
                "/moves", ["staff": "yunqi-anran", "move": "official", "until": "late"])
            #expect(answer.words.contains("要写成 14:05 这样的时刻"))
            let consultant = try await site.visitor(.anran)
            let absence = try await consultant.post(
                "/staff/yunqi-anran/absence", ["reason": "holiday"])
            #expect(absence.status == 422)
        }
    }

    @Test func `nobody signed in is led to the sign-in page and back`() async throws {
        try await withServedSite { site in
            let page = try await site.stranger.get("/reception?page=2")
            #expect(page.status == 303)
            #expect(page.location == "/sign-in?return=%2Freception%3Fpage%3D2")
            let form = try await site.stranger.post("/visits", ["class": "new_first"])
            #expect(form.location == "/sign-in")
            let answer = try await site.stranger.postJSON("/api/v1/visits", "{}")
            #expect(answer.status == 401)
            #expect(answer.headers[.wwwAuthenticate] == "Bearer")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `a form without the session's token changes nothing`() async throws {
        try await withServedSite { site in
            var desk = try await site.visitor(.desk)
            desk.token = nil
            let answer = try await desk.post("/visits", ["class": "new_first"])
            #expect(answer.status == 403)
            #expect(answer.words.contains("这张表单已经过期"))
            #expect(try await site.count("visit_row") == 0)
        }
    }

    @Test func `markup in names and ids is text on every page`() async throws {
        let name = "<img src=x onerror=alert(1)>\"'`&amp;"
        try await withServedSite(configure: { $0.siteName = name }) { site in
            try await site.server.accounts.open(
                Account(
                    site: ServedSite.site, staff: "<script>", login: "eve", displayName: name,
                    role: .consultant),
                password: await PasswordHash.make(of: "x", cost: .cheap))
            try await site.ask(.roster(.enroll("<script>")))
            try await site.ask(.presence(.clockIn("<script>")))
            let desk = try await site.visitor(.desk)
            let card = try await desk.follow(
                "/visits", ["id": "v1", "class": "owner", "named": "<script>", "name": name])
            #expect(card.contains("&lt;img src=x onerror=alert(1)&gt;"))
            _ = try await desk.post("/visits", ["class": "owner", "named": "<b>unknown"])
            _ = try await desk.post("/calls", ["id": "c1", "wanted": "<script>"])
            let pages = [
                "/reception?decision=v1", "/calls?decision=c1", "/board", "/board/wall",
                "/decisions", "/decisions/v1", "/clauses", "/nowhere?%3Cimg",
            ]
            let manager = try await site.visitor(.manager)
            for path in pages {
                let text = try await manager.get(path).text
                #expect(!text.contains("<img src=x"), "\(path)")
                #expect(!text.contains("\"<script>"), "\(path)")
                #expect(!text.contains("<b>unknown"), "\(path)")
            }
        }
    }
}
