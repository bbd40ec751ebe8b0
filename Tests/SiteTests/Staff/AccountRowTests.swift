import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Changes of accounts in their list` {
    private func rows(_ site: ServedSite, skipping: Int = 0) async throws -> [AccountRow] {
        try await site.server.database.read { transaction in
            try transaction.rows(
                AccountRow.newest(of: ServedSite.site, skipping: skipping, limit: 1000)
            ).map(AccountRow.init)
        }
    }

    private func change(
        _ site: ServedSite, _ change: AccountChange, by person: ServedSite.Person = .admin
    ) async throws -> DecisionRecord {
        try await site.ask(.roster(.account("yunqi-anran", change)), by: person)
    }

    @Test(arguments: [
        AccountChange.opened(.consultant), .given(.auditor), .newPassword, .closed,
    ])
    func `are read as they were written`(change: AccountChange) {
        #expect(AccountChange(code: change.code, role: change.role) == change)
    }

    @Test(
        arguments: [
            ("opened", nil), ("given", nil), ("closed", .consultant), ("new_password", .auditor),
            ("", nil), ("OPENED", .consultant),
        ] as [(String, Role?)])
    func `are nothing when their parts do not belong together`(code: String, role: Role?) {
        #expect(AccountChange(code: code, role: role) == nil)
    }

    @Test func `are the newest first, with who made them and when`() async throws {
        try await withServedSite { site in
            #expect(try await change(site, .newPassword).refusal == nil)
            site.clock.advance(by: .seconds(60))
            #expect(try await change(site, .given(.auditor), by: .manager).refusal == nil)
            let rows = try await rows(site)
            #expect(rows.map(\.change) == [.given(.auditor), .newPassword])
            #expect(rows.map(\.changedBy) == ["yunqi-manager", "yunqi-admin"])
            #expect(rows.map(\.at) == [ServedSite.now.adding(seconds: 60), ServedSite.now])
            #expect(rows.allSatisfy { $0.staff == "yunqi-anran" })
        }
    }

    @Test func `are none of what the rules refused`() async throws {
        try await withServedSite { site in
            for person in [ServedSite.Person.anran, .clerk, .till, .auditor] {
                let record = try await change(site, .closed, by: person)
                #expect(record.refusal != nil, "\(person)")
            }
            #expect(try await rows(site).isEmpty)
            #expect(try await site.server.accounts.find(login: "anran")?.account.isActive == true)
        }
    }

    @Test func `are the same when written anew from the journal`() async throws {
        try await withServedSite { site in
            let all: [AccountChange] = [
                .opened(.dutyOfficer), .newPassword, .given(.cashier), .closed,
            ]
            for one in all {
                _ = try await change(site, one)
            }
            let before = try await rows(site)
            #expect(before.count == 4)
            try await site.book.journal.rebuild([ListWriter.accounts], in: site.server.database)
            #expect(try await rows(site) == before)
        }
    }

    @Test func `that were damaged are told, not guessed`() async throws {
        try await withServedSite { site in
            _ = try await change(site, .given(.cashier))
            _ = try await site.server.database.write { transaction in
                try transaction.execute("UPDATE account_row SET role = NULL")
            }
            await #expect(throws: DatabaseFailure.self) { try await rows(site) }
        }
    }

    @Test func `are shown thirty to a page`() async throws {
        try await withServedSite { site in
            for _ in 1...31 { _ = try await change(site, .newPassword) }
            let admin = try await site.visitor(.admin)
            func shown(_ query: String) async throws -> Int {
                try await admin.page("/staff" + query).matches(of: />换密码<\/td>/).count
            }
            #expect(try await shown("") == 30)
            #expect(try await shown("?page=2") == 1)
            #expect(try await admin.page("/staff").contains("/staff?page=2"))
            #expect(plainWords(try await admin.page("/staff?page=9")).contains("还没有变动"))
        }
    }
}

@Suite struct `Hostile changes of accounts` {
    @Test func `a name with markup is shown as it was typed`() async throws {
        try await withServedSite { site in
            let admin = try await site.visitor(.admin)
            let name = "<script>alert(1)</script>"
            let made = try await admin.post(
                "/staff", ["name": name, "login": "odd", "role": "consultant"])
            #expect(made.status == 200 && !made.text.contains("<script>alert"))
            for path in ["/staff", "/board", "/units"] {
                let page = try await site.visitor(.manager).page(path)
                #expect(!page.contains("<script>alert"), "\(path)")
            }
            #expect(plainWords(try await admin.page("/staff")).contains(name))
            let typed = try await admin.post(
                "/staff", ["name": "\"><img src=x>", "login": "a b", "role": "consultant"])
            #expect(typed.status == 422 && !typed.text.contains("<img src=x"))
        }
    }

    @Test(arguments: [
        ["step": "role", "role": "clock"], ["step": "role", "role": "root"], ["step": "role"],
        ["step": "delete"], [:],
    ])
    func `that are no button's change nothing`(sent: [String: String]) async throws {
        try await withServedSite { site in
            let before = try await site.count("journal")
            let answer = try await site.visitor(.admin).post(
                "/staff/anran", ["step": sent["step"] ?? "", "role": sent["role"] ?? ""])
            #expect(answer.status == 400)
            #expect(try await site.count("journal") == before)
            let account = try await site.server.accounts.find(login: "anran")?.account
            #expect(account?.role == .consultant)
        }
    }

    @Test func `of an account that is closed or never was are not found`() async throws {
        try await withServedSite { site in
            let admin = try await site.visitor(.admin)
            #expect(try await admin.post("/staff/censhan", ["step": "close"]).status == 303)
            for login in ["censhan", "nobody", "%3Cb%3E", "anran%00"] {
                for step in ["close", "password", "role"] {
                    let answer = try await admin.post(
                        "/staff/\(login)", ["step": step, "role": "consultant"])
                    #expect(answer.status == 404, "\(login) \(step)")
                }
            }
            let taken = try await admin.post(
                "/staff", ["name": "新人", "login": "censhan", "role": "consultant"])
            #expect(taken.status == 422, "A login is never given to another person.")
        }
    }

    @Test func `of a role that is already held leave the ring as it is`() async throws {
        try await withServedSite { site in
            let before = try await site.book.state.rotation.members.map(\.staff)
            let admin = try await site.visitor(.admin)
            let answer = try await admin.post(
                "/staff/anran", ["step": "role", "role": "consultant"])
            #expect(answer.status == 303)
            #expect(try await site.book.state.rotation.members.map(\.staff) == before)
        }
    }
}
