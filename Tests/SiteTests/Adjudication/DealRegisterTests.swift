import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The register of deals` {
    private static let whole: [(String, String)] = [
        ("deal", "D-9"), ("phone", "13900000009"), ("staff", "yunqi-anran"),
    ]

    private func send(
        _ site: ServedSite, _ person: ServedSite.Person = .clerk,
        changing changes: [String: String]
    ) async throws -> Received {
        let visitor = try await site.visitor(person)
        var fields = Dictionary(uniqueKeysWithValues: Self.whole)
        fields.merge(changes) { _, new in new }
        fields["_csrf"] = visitor.token
        let body = fields.map { "\(percentEncode($0))=\(percentEncode($1))" }
        return try await visitor.send(
            .post, "/deals", body: body.joined(separator: "&"),
            type: "application/x-www-form-urlencoded")
    }

    @Test func `is empty at first and says what will stand there`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.clerk).page("/deals"))
            #expect(page.contains("近两个月没有成交") && page.contains("登记一单"))
        }
    }

    @Test(arguments: [
        (["deal": ""], "请填成交单编号"), (["deal": String(repeating: "d", count: 41)], "最多 40"),
        (["deal": String(repeating: "案", count: 31)], "30 个汉字"),
        (["phone": ""], "请填买房人电话"), (["phone": "abc"], "手机号要 11 位"),
        (["phone": "1234"], "手机号要 11 位"), (["staff": ""], "请选是谁"),
        (["signed": "昨天"], "签约时刻要写成日期和时刻"), (["price": "两百万"], "金额写成元"),
        (["price": "-1"], "金额写成元"), (["commission": "1.005"], "金额写成元"),
        (["owner": String(repeating: "x", count: 101)], "编号最长 100"),
        (["id": "a b"], "表单编号"),
    ])
    func `says what is wrong with a form and keeps nothing of it`(
        changes: [String: String], sentence: String
    ) async throws {
        try await withServedSite { site in
            let before = try await site.count("journal")
            let answer = try await send(site, changing: changes)
            // What nobody can type into a field has none to come back to.
            let isForged = ["编号最长 100", "表单编号"].contains(sentence)
            #expect(answer.status == (isForged ? 400 : 422))
            #expect(answer.words.contains(sentence), "\(answer.words)")
            #expect(try await site.count("journal") == before)
            #expect(try await site.count("person") == 0)
        }
    }

    @Test(arguments: ["D-1", "2025_06.02~甲", "A/1 号", "甲？乙&丙=丁", String(repeating: "案", count: 30)])
    func `takes a number as it is, and its file can be reached`(deal: String) async throws {
        try await withServedSite { site in
            #expect(try await send(site, changing: ["deal": deal]).status == 303)
            let clerk = try await site.visitor(.clerk)
            let path = "/adjudications/\(percentEncode(deal))"
            #expect(try await clerk.page("/deals").contains("href=\"\(path)\""))
            #expect(plainWords(try await clerk.page(path)).contains("判客单 \(deal)"))
            let manager = try await site.visitor(.manager)
            let sent = try await manager.post(
                path + "/contest", ["id": "q1", "staff": "yunqi-baiyu", "note": "也谈过"])
            #expect(sent.location == path + "?decision=q1")
            let page = try await manager.page(path)
            #expect(page.contains("name=\"back\" value=\"\(path)\""))
        }
    }

    @Test func `takes a number that is known to nobody once`() async throws {
        try await withCase { world, person in
            #expect(try await send(world.site, changing: ["deal": "D-1"]).status == 303)
            try await world.refused(
                "DEAL_EXISTS", "OWN-38", "/deals",
                ["deal": "D-1", "phone": "13900000009", "staff": "yunqi-baiyu"], by: .clerk)
            #expect(try await world.file()?.deal.person == person)
            #expect(try await world.file()?.deal.staff == ServedSite.Person.anran.staff)
            #expect(try await world.site.count("person") == 1, "nobody is kept for a refused deal")
        }
    }

    @Test func `knows a buyer by the number, however it is typed`() async throws {
        try await withCase { world, person in
            let same = try await world.deal("D-2", phone: "138-0000 0001")
            let other = try await world.deal("D-3", phone: "13800000002")
            let persons = try await world.site.count("person")
            #expect(same == person)
            #expect(other != person)
            #expect(persons == 2)
        }
    }

    @Test func `sent twice keeps one deal, and another under the same mark none`() async throws {
        try await withServedSite { site in
            let first = try await send(site, changing: ["id": "form-1"])
            let entries = try await site.count("journal")
            let again = try await send(site, changing: ["id": "form-1"])
            #expect(first.location == "/deals?decision=form-1" && again.location == first.location)
            #expect(try await site.count("journal") == entries)
            let other = try await send(site, changing: ["id": "form-1", "deal": "D-10"])
            #expect(other.status == 409 && other.words.contains("这张表单已经交过"))
            #expect(try await site.book.state.adjudication.deals["D-10"] == nil)
        }
    }

    @Test(arguments: [("2025-06-01T09:00", true), ("2025-06-02T10:00", true)])
    func `takes the moment of signing as it was`(signed: String, stands: Bool) async throws {
        try await withServedSite { site in
            _ = try await send(site, changing: ["signed": signed])
            let fact = try #require(try await site.book.state.adjudication.deals["D-9"]?.deal)
            #expect(fact.at == Moment(local: signed) && fact.enteredAt == ServedSite.now)
        }
    }

    @Test func `takes no moment that is still to come`() async throws {
        try await withServedSite { site in
            let answer = try await send(site, changing: ["signed": "2025-06-02T10:01"])
            #expect(answer.status == 303)
            #expect(try await site.book.state.adjudication.deals["D-9"] == nil)
            let clerk = try await site.visitor(.clerk)
            #expect(try await clerk.page(try #require(answer.location)).contains("tone-stop"))
        }
    }

    @Test func `gives a deal that somebody stood in for to the owner`() async throws {
        try await withServedSite { site in
            _ = try await send(site, changing: ["owner": "yunqi-baiyu"])
            let page = plainWords(try await site.visitor(.clerk).page("/deals"))
            #expect(page.contains("白榆 100%") && !page.contains("安然 100%"))
            let file = plainWords(try await site.visitor(.clerk).page("/adjudications/D-9"))
            #expect(file.contains("替谁接") && file.contains("安然没有分到：只是代接，协助不分"))
        }
    }

    @Test func `refuses staff nobody knows`() async throws {
        try await withServedSite { site in
            for field in ["staff", "owner"] {
                let answer = try await send(site, changing: [field: "nobody"])
                let decision = try #require(answer.decision)
                let told = try await site.visitor(.clerk).page("/decisions/\(decision)")
                #expect(told.contains("UNKNOWN_STAFF"))
            }
            #expect(try await site.book.state.adjudication.deals.isEmpty)
            #expect(try await site.count("person") == 0)
        }
    }

    @Test func `tells what is paid out and what waits`() async throws {
        try await withCase { world, _ in
            try await world.deal("D-2")
            try await world.site.ask(.adjudication(.payOut("D-1")), by: .clerk)
            let page = plainWords(try await world.site.visitor(.clerk).page("/deals"))
            let (newer, older) = (page.range(of: "D-2"), page.range(of: "D-1"))
            #expect(try #require(newer).lowerBound < #require(older).lowerBound, "the newest first")
            #expect(page.contains("已发放") && page.contains("未发放"))
            let file = plainWords(try await world.site.visitor(.clerk).page("/adjudications/D-1"))
            #expect(file.contains("提成发放。"))
        }
    }

    @Test func `is kept by consultants, clerks and management only, with their own token`()
        async throws
    {
        try await withServedSite { site in
            for person in [ServedSite.Person.duty, .desk, .auditor, .admin] {
                #expect(try await site.visitor(person).get("/deals").status == 403)
                #expect(try await send(site, person, changing: [:]).status == 403)
            }
            #expect(try await site.stranger.get("/deals").status != 200)
            var forger = try await site.visitor(.clerk)
            forger.token = "guessed"
            let forged = try await forger.post(
                "/deals", ["deal": "D-9", "phone": "13900000009", "staff": "yunqi-anran"])
            #expect(forged.status == 403)
            #expect(try await site.book.state.adjudication.deals.isEmpty)
            #expect(try await send(site, .dingyi, changing: [:]).status == 303)
        }
    }

    @Test func `never writes a buyer's name or number in plain`() async throws {
        try await withCase { world, _ in
            let page = try await world.site.visitor(.clerk).page("/deals")
            #expect(!page.contains("赵小云") && !page.contains("13800000001"))
            let bytes = try world.site.everyByte()
            for secret in ["赵小云", "13800000001"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
            }
        }
    }
}
