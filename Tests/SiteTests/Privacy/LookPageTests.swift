import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Who looked at whose data` {
    @Test func `is a list with who, whose, what for and where`() async throws {
        try await withPrivacy { world in
            try await world.look()
            for reader in [ServedSite.Person.manager, .supervisor, .auditor] {
                let page = try await world.words("/privacy/looks", reader)
                #expect(page.contains("欧*** 139****5678"), "\(page)")
                #expect(page.contains("安然 邀约 客户页") && page.contains("2025年6月2日"))
                #expect(!page.contains("欧阳青禾") && !page.contains(PrivacyWorld.phone))
            }
        }
    }

    @Test func `names the desk's search as another place`() async throws {
        try await withPrivacy { world in
            _ = try await world.morning.desk.post("/reception/lookup", ["tail": "5678"])
            let page = try await world.words("/privacy/looks", .manager)
            #expect(page.contains("林小满 来客按手机后四位查找 来客查找"))
        }
    }

    @Test func `is kept from everybody else`() async throws {
        try await withPrivacy { world in
            for who in [ServedSite.Person.anran, .desk, .clerk, .duty, .admin] {
                for path in ["/privacy/looks", "/privacy/looks.xlsx"] {
                    let answer = try await world.site.visitor(who).get(path)
                    #expect(answer.status == 403)
                }
            }
        }
    }

    @Test func `is empty before anybody looked`() async throws {
        try await withPrivacy { world in
            let list = try await world.words("/privacy/looks", .auditor)
            #expect(list.contains("这几天没有人看过"))
            let own = try await world.words("/customers/p-v1", .anran)
            #expect(own.contains("还没有人看过号码"))
        }
    }

    @Test func `is narrowed by colleague, customer and days`() async throws {
        try await withPrivacy { world in
            try await world.look(.anran, for: "邀约甲")
            try await world.look(.manager, for: "核对乙")
            func page(_ query: String) async throws -> String {
                try await world.words("/privacy/looks?\(query)", .auditor)
            }
            let own = try await page("staff=yunqi-anran")
            #expect(own.contains("邀约甲") && !own.contains("核对乙"))
            let other = try await page("person=p-other")
            #expect(!other.contains("邀约甲") && other.contains("这几天没有人看过"))
            let both = try await page("person=p-v1")
            #expect(both.contains("邀约甲") && both.contains("核对乙") && both.contains("只看 欧***"))
            let before = try await page("from=2025-06-01&to=2025-06-01")
            #expect(!before.contains("邀约甲"))
            #expect(try await page("from=2025-06-02&to=2025-06-02").contains("邀约甲"))
        }
    }

    @Test(arguments: ["from=2025-06-03&to=2025-06-02", "from=x", "from=2020-01-01"])
    func `says what is wrong with its days`(query: String) async throws {
        try await withPrivacy { world in
            let answer = try await world.site.visitor(.auditor).get("/privacy/looks?\(query)")
            #expect(answer.status == 400)
        }
    }

    @Test func `turns pages, the newest first`() async throws {
        try await withPrivacy { world in
            let people = world.people
            for index in 0..<51 {
                _ = try await world.site.server.database.write { transaction in
                    try people.reveal(
                        "p-v1", to: "yunqi-anran", for: "第\(index)次。", logID: "look-\(index)",
                        at: ServedSite.now.adding(seconds: index), in: transaction)
                }
            }
            let first = try await world.words("/privacy/looks", .auditor)
            #expect(first.contains("第50次。") && !first.contains("第0次。"))
            #expect(first.contains("下一页") && first.contains("未记"))
            let second = try await world.words("/privacy/looks?page=2", .auditor)
            #expect(second.contains("第0次。") && !second.contains("第1次。"))
            #expect(try await world.words("/privacy/looks?page=3", .auditor).contains("没有更多了"))
        }
    }

    @Test func `leaves as a file with the same cells`() async throws {
        try await withPrivacy { world in
            try await world.look()
            let answer = try await world.site.visitor(.auditor).get("/privacy/looks.xlsx")
            #expect(answer.status == 200)
            let sheet = try `A workbook`.sheet(of: answer.bytes)
            #expect(sheet.contains("欧*** 139****5678") && sheet.contains("邀约"))
            #expect(!sheet.contains(PrivacyWorld.phone))
        }
    }

    @Test func `stands in short on the customer's page`() async throws {
        try await withPrivacy { world in
            for index in 1...6 { try await world.look(for: "第\(index)次。") }
            let own = try await world.site.visitor(.anran).page("/customers/p-v1")
            #expect(own.contains("第6次。") && own.contains("第2次。"))
            #expect(!own.contains("第1次。"), "the last five")
            #expect(!own.contains("/privacy/looks"), "consultants cannot read the whole list")
            let manager = try await world.site.visitor(.manager).page("/customers/p-v1")
            #expect(manager.contains("/privacy/looks?person=p-v1"))
        }
    }
}
