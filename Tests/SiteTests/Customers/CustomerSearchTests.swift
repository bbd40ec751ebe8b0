import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Looking for a customer` {
    /// 安然 received 张小三 and 白榆 曾女士; both are theirs.
    private func received(_ body: (Morning) async throws -> Void) async throws {
        try await withMorning { morning in
            for (visit, name, phone) in [
                ("v1", "张小三", "13812340001"), ("v2", "曾女士", "13912340001"),
            ] {
                let fields: KeyValuePairs = [
                    "id": visit, "class": "new_first", "name": name, "phone": phone,
                ]
                #expect(try await morning.desk.post("/visits", fields).status == 303)
                try await morning.leaves(visit)
            }
            try await body(morning)
        }
    }

    private func found(
        _ text: String, _ morning: Morning, by person: ServedSite.Person = .anran
    ) async throws -> [String] {
        let answer = try await morning.site.visitor(person)
            .post("/customers/searches", ["q": text])
        #expect(answer.status == 200, "\(answer.words)")
        return answer.text.matches(of: /href="\/customers\/(p-[^"]+)"/).map { String($0.output.1) }
    }

    @Test(arguments: [
        "张小三", "小三", "张", "三", "zxs", "zx", "ZXS", "z", "zhang", "zhangxiaosan", "0001", "40001",
        "13812340001", "138 1234 0001",
    ])
    func `by a part of the name, its sound or the end of the number finds them`(text: String)
        async throws
    {
        try await received { morning in
            let persons = try await found(text, morning)
            #expect(persons == ["p-v1"])
        }
    }

    @Test(arguments: ["李", "小张", "xs", "san", "9999", "50001"])
    func `by something else finds nobody and says where to ask`(text: String) async throws {
        try await received { morning in
            let answer = try await morning.site.visitor(.anran)
                .post("/customers/searches", ["q": text])
            #expect(answer.status == 200 && answer.text.contains("您名下没有这样的客户"))
            #expect(answer.text.contains("首问"))
        }
    }

    @Test func `consultants look through their own, management through all`() async throws {
        try await received { morning in
            for text in ["曾", "zxs", "zeng", "0001"] {
                let theirs = try await found(text, morning, by: .baiyu)
                #expect(theirs == (text == "zxs" ? [] : ["p-v2"]), "\(text)")
            }
            #expect(try await found("曾", morning).isEmpty)
            #expect(try await found("0001", morning, by: .manager) == ["p-v2", "p-v1"])
            let page = try await morning.site.visitor(.manager)
                .post("/customers/searches", ["q": "z"])
            #expect(page.words.contains("安然") && page.words.contains("白榆"))
            let none = try await morning.site.visitor(.manager)
                .post("/customers/searches", ["q": "没有人"])
            #expect(none.text.contains("全案场都找过了"))
            let desk = try await morning.desk.post("/customers/searches", ["q": "z"])
            #expect(desk.status == 403)
        }
    }

    @Test func `shows masked numbers, and looking for a number is on record`() async throws {
        try await received { morning in
            let answer = try await morning.site.visitor(.anran)
                .post("/customers/searches", ["q": "张"])
            #expect(answer.text.contains("138****0001") && !answer.text.contains("13812340001"))
            #expect(try await morning.site.count("reveal_log") == 0)
            _ = try await found("0001", morning)
            let trace: SQL = "staff = 'yunqi-anran' AND person = 'p-v1' AND purpose LIKE '%尾号%'"
            #expect(try await morning.site.count("reveal_log", where: trace) == 1)
            #expect(try await morning.site.count("reveal_log") == 1, "only what was shown")
        }
    }

    @Test func `ends when the customer does, for their consultant and for everybody`()
        async throws
    {
        try await received { morning in
            morning.wait(11 * 86_400)
            #expect(try await found("张", morning).isEmpty, "no longer theirs")
            #expect(try await found("张", morning, by: .manager) == ["p-v1"])
            let people = People(site: ServedSite.site, key: ServedSite.keys.person)
            try await morning.site.server.database.write {
                try people.erase("p-v1", at: ServedSite.now, in: $0)
            }
            #expect(try await found("张", morning, by: .manager).isEmpty)
            #expect(try await morning.site.count("person_search", where: "person = 'p-v1'") == 0)
        }
    }

    @Test func `says what to write, and the page has the box`() async throws {
        try await received { morning in
            let visitor = try await morning.site.visitor(.anran)
            for (text, sentence) in [("", "请填姓名"), ("12", "至少填最后四位")] {
                let answer = try await visitor.post("/customers/searches", ["q": text])
                #expect(answer.status == 422 && answer.text.contains(sentence))
            }
            let list = try await visitor.page("/customers")
            #expect(list.contains("data-slash") && list.contains("type=\"search\""))
        }
    }

    @Test func `goes on page by page`() async throws {
        try await withMorning { morning in
            try await morning.site.server.database.write { transaction in
                let people = People(site: ServedSite.site, key: ServedSite.keys.person)
                for number in 100..<160 {
                    let person = PersonID("p-\(number)")
                    let details = PersonDetails(name: "张客\(number)")
                    try transaction.execute(
                        batch: people.insertions(person, details, at: ServedSite.now))
                    try transaction.execute(
                        """
                        INSERT INTO stretch_row (site, person, staff, began, owns, until,
                            valid_until, is_lapsed) VALUES (\(ServedSite.site), \(person), 's',
                            0, 1, 99999, 99999, 0)
                        """)
                }
            }
            let first = try await found("张客", morning, by: .manager)
            #expect(first.count == 50 && first.first == "p-159")
            let rest = try await morning.site.visitor(.manager)
                .post("/customers/searches", ["q": "张客", "page": "2"])
            #expect(rest.text.contains("/customers/p-100") && !rest.text.contains("p-110\""))
            let end = try await morning.site.visitor(.manager)
                .post("/customers/searches", ["q": "张客", "page": "9"])
            #expect(end.text.contains("没有更多了"))
        }
    }

    @Test(arguments: BookBackend.available)
    func `follows a name that changes, and an erased person is never found again`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let people = People(
                site: BookWorld.site, key: try PersonKey(Array(repeating: 9, count: 32)))
            let now = BookWorld.morning
            try await world.database.write { transaction in
                try transaction.execute(
                    batch: people.insertions("p1", PersonDetails(name: "张三"), at: now))
                try transaction.execute(
                    batch: people.updates("p1", PersonDetails(name: "李四", phone: "13800000001")))
            }
            let zhang = people.key.searchToken("n:张", site: BookWorld.site)
            let li = people.key.searchToken("s:ls", site: BookWorld.site)
            #expect(try await world.count("person_search WHERE token = \(zhang)") == 0)
            #expect(try await world.count("person_search WHERE token = \(li)") == 1)
            try await world.database.write { transaction in
                try people.erase("p1", at: now, in: transaction)
                try transaction.execute(
                    batch: people.updates("p1", PersonDetails(name: "李四")))
            }
            #expect(try await world.count("person_search") == 0)
        }
    }
}
