import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The people of a site` {
    private func account(_ login: String, _ site: ServedSite) async throws -> Account? {
        try await site.server.accounts.find(login: login)?.account
    }

    @Test func `a new consultant gets a password once and joins the ring's tail`() async throws {
        try await withServedSite { site in
            let admin = try await site.visitor(.admin)
            let answer = try await admin.post(
                "/staff", ["name": "新人", "login": "xinren", "role": "consultant"])
            #expect(answer.status == 200)
            #expect(answer.text.contains("登录名 xinren，密码"))
            #expect(try await admin.page("/staff").contains("xinren"))
            #expect(try await !admin.page("/staff").contains("密码只显示"))
            let members = try await site.book.state.rotation.members
            #expect(members.last?.staff == "yunqi-xinren")
        }
    }

    @Test func `every change of an account is in the journal, with who made it`() async throws {
        try await withServedSite { site in
            let admin = try await site.visitor(.admin)
            #expect(try await admin.page("/staff").contains("还没有变动"))
            _ = try await admin.post(
                "/staff", ["name": "新人", "login": "xinren", "role": "duty_officer"])
            for step in ["password", "role", "close"] {
                _ = try await admin.post("/staff/xinren", ["step": step, "role": "consultant"])
            }
            let page = try await admin.page("/staff")
            let text = page[try #require(page.range(of: "账号变动")).lowerBound...]
            let told = ["停用账号", "改角色为置业顾问", "换密码", "开账号（值班人员）"]
            let places = told.map { text.range(of: $0)?.lowerBound }
            #expect(places.compactMap(\.self).count == told.count)
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            let journal = try await site.book.journal
            let changes = try await site.server.database.read {
                try journal.tail(after: 0, limit: 1000, in: $0)
            }.compactMap { entry -> AccountChange? in
                guard case .roster(.account("yunqi-xinren", let change)) = entry.command
                else { return nil }
                return change
            }
            #expect(changes == [.opened(.dutyOfficer), .newPassword, .given(.consultant), .closed])
        }
    }

    @Test func `a login that is taken is refused with what was typed`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.admin).post(
                "/staff", ["name": "新人甲", "login": "anran", "role": "consultant"])
            #expect(answer.status == 422)
            #expect(answer.text.contains("有人用了") && answer.text.contains("新人甲"))
        }
    }

    @Test(arguments: [("", "a"), ("名", ""), ("名", "a b"), ("名", "老王"), ("名", "a.b")])
    func `a form with holes is refused`(name: String, login: String) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.admin).post(
                "/staff", ["name": name, "login": login, "role": "consultant"])
            #expect(answer.status == 422)
            #expect(try await account("a", site) == nil)
        }
    }

    @Test func `who is closed leaves the ring and is signed out at once`() async throws {
        try await withServedSite { site in
            let dingyi = try await site.visitor(.dingyi)
            #expect(try await dingyi.get("/me").status == 200)
            let answer = try await site.visitor(.manager).post(
                "/staff/dingyi", ["step": "close", "role": "consultant"])
            #expect(answer.status == 303)
            #expect(try await dingyi.get("/me").status != 200)
            #expect(try await site.book.state.rotation.place(of: "yunqi-dingyi") == nil)
        }
    }

    @Test func `who is receiving stays until the group has left`() async throws {
        try await withServedSite { site in
            _ = try await site.visitor(.desk).post("/visits", ["id": "v1", "class": "new_first"])
            let answer = try await site.visitor(.manager).post(
                "/staff/anran", ["step": "close", "role": "consultant"])
            #expect(answer.text.contains("没有办成"))
            #expect(try await account("anran", site)?.isActive == true)
        }
    }

    @Test func `a role is changed and old sessions end`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/staff/duty", ["step": "role", "role": "consultant"])
            #expect(answer.status == 303)
            #expect(try await account("duty", site)?.role == .consultant)
            #expect(try await site.book.state.rotation.place(of: "yunqi-duty") != nil)
            #expect(try await duty.get("/board").status != 200)
        }
    }

    @Test func `a manager touches neither auditors nor themselves`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            for login in ["auditor", "admin", "manager"] {
                let answer = try await manager.post(
                    "/staff/\(login)", ["step": "password", "role": "consultant"])
                #expect(answer.status == 403)
            }
            let made = try await manager.post(
                "/staff", ["name": "名", "login": "boss", "role": "administrator"])
            #expect(made.status == 422)
            #expect(
                try await manager.post("/staff/nobody", ["step": "close", "role": "x"]).status
                    == 404)
            #expect(
                try await site.visitor(.anran).post("/staff/baiyu", ["step": "close"]).status
                    == 403)
        }
    }
}
