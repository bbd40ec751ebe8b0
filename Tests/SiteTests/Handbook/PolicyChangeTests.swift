import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The handbook` {
    private static let fields: KeyValuePairs<String, String> = [
        "seen": "1", "step": "publish", "standby.front_count": "2",
        "standby.alert_seconds": "60", "effective_from": "2025-06-03", "note": "人少",
    ]

    private func revision(_ site: ServedSite) async throws -> PolicyRevision {
        try #require(try await site.book.policyRevisions.last)
    }

    @Test func `shows each clause with its parameters and since when`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.anran).page("/clauses"))
            #expect(page.contains("REC-09"))
            #expect(page.contains("前台候轮人数 3 2025-"))
            #expect(!page.contains("修改"), "a consultant changes nothing")
        }
    }

    @Test(arguments: ["P001", "P002A"])
    func `says lists in words, and no machine word`(pack: String) async throws {
        try await withServedSite(pack: pack) { site in
            let page = plainWords(try await site.visitor(.anran).page("/clauses"))
            #expect(page.contains("抢客、忘名当日、交叉接待、病假"))
            for word in ["forgot_same_day", "advance_2", "consultant_phone", "visit_time"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test(arguments: [("P001", "指名"), ("P002A", "不计轮")])
    func `tells what becomes of the introduced by the table in force`(
        pack: String, words: String
    ) async throws {
        try await withServedSite(pack: pack) { site in
            let me = try await site.visitor(.anran)
            let page = try await me.page("/clauses")
            let parts = page.components(separatedBy: "<section")
            let rule = try #require(parts.first { $0.contains("id=\"REC-20\"") })
            let isAhead = pack == "P001"
            #expect(plainWords(rule).contains("预支一轮") == isAhead)
            #expect(plainWords(rule).contains(words) || isAhead)
            let table = try #require(parts.first { $0.contains("id=\"REC-18\"") })
            #expect(plainWords(table).contains("预支") == isAhead)
        }
    }

    @Test func `changes a parameter from a day on, as a new revision`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let before = try await revision(site)
            #expect(try await manager.post("/policy/REC-09", Self.fields).location == "/clauses")
            let after = try await revision(site)
            #expect(after.revision == before.revision + 1)
            #expect(after.author == "沈砚" && after.note == "人少")
            let book = try await site.book
            let today = await book.policyInForce(at: ServedSite.now)
            let tomorrow = await book.policyInForce(at: ServedSite.day.adding(days: 1).start)
            #expect(today.rotation.standbyCount == 3)
            #expect(tomorrow.rotation.standbyCount == 2)
            var same = tomorrow
            same.rotation.standbyCount = 3
            #expect(same == today, "nothing else changed")
        }
    }

    @Test func `previews without publishing`() async throws {
        try await withServedSite { site in
            let before = try await revision(site)
            let answer = try await site.visitor(.manager).post(
                "/policy/REC-09",
                [
                    "seen": "1", "step": "preview", "standby.front_count": "2",
                    "effective_from": "2025-06-03", "note": "人少",
                ])
            #expect(answer.status == 200)
            #expect(plainWords(answer.text).contains("REC-09 前台候轮人数 3 2"))
            #expect(try await revision(site) == before)
        }
    }

    @Test func `is published once, however often the button is pressed`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            for _ in 0..<2 {
                #expect(try await manager.post("/policy/REC-09", Self.fields).status == 303)
            }
            #expect(try await revision(site).revision == 2)
        }
    }

    @Test func `does not write over what somebody else published meanwhile`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            _ = try await manager.post("/policy/REC-09", Self.fields)
            let answer = try await manager.post(
                "/policy/REC-09",
                [
                    "seen": "1", "step": "publish", "standby.front_count": "4",
                    "effective_from": "2025-06-03", "note": "人多",
                ])
            #expect(answer.status == 409)
            #expect(try await revision(site).revision == 2)
        }
    }

    @Test(arguments: [
        ["standby.front_count": "many", "effective_from": "2025-06-03", "note": "x"],
        ["standby.front_count": "2", "effective_from": "2025-06-01", "note": "x"],
        ["standby.front_count": "2", "effective_from": "2025-06-03", "note": ""],
        ["standby.front_count": "2", "effective_from": "", "note": "x"],
        ["standby.front_count": "3", "effective_from": "2025-06-03", "note": "x"],
    ])
    func `refuses what cannot be, and says where`(fields: [String: String]) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/policy/REC-09",
                [
                    "seen": "1", "step": "publish",
                    "standby.front_count": fields["standby.front_count"]!,
                    "effective_from": fields["effective_from"]!, "note": fields["note"]!,
                ])
            #expect(answer.status == 422)
            #expect(answer.text.contains("class=\"fault\""))
            #expect(try await revision(site).revision == 1)
        }
    }

    @Test func `changes a row of the table of visits`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/policy/REC-18",
                [
                    "seen": "1", "step": "publish",
                    "class.peer": "last_in_queue/not_counted/forfeit",
                    "class.channel": "null", "effective_from": "2025-06-03", "note": "同行归末位",
                ])
            #expect(answer.status == 303)
            let rules = await (try site.book).policyInForce(
                at: ServedSite.day.adding(days: 1).start)
            #expect(rules.rotation.turnTable[.peer] == TurnRow(.lastInQueue, .notCounted))
            #expect(rules.rotation.turnTable[.channel] == nil)
            #expect(rules.rotation.turnTable[.owner] == Policy().rotation.turnTable[.owner])
        }
    }

    @Test func `refuses rules that are impossible together`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/policy/REC-02",
                [
                    "seen": "1", "step": "publish", "station.start": "08:30",
                    "station.end": "17:30",
                    "effective_from": "2025-06-03", "note": "x",
                ])
            #expect(answer.status == 422)
            #expect(answer.text.contains("没有站位"))
        }
    }

    @Test func `is changed by nobody but the manager`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.supervisor).post("/policy/REC-09", Self.fields)
            #expect(answer.status == 403)
        }
    }
}

@Suite struct `A pack written out` {
    @Test(arguments: ["P001", "P002A"])
    func `reads back as it was`(name: String) throws {
        let pack = try PolicyFolder(ServedSite.policies).pack(name)
        let policy = pack.revisions[0].policy
        let text = PackText(
            pack: pack, policy: policy, revision: 7, effectiveFrom: ServedSite.day,
            author: "沈 \"砚\"", note: "一: 二 # 三\n四")
        let again = try PolicyPack.read(text: text.yaml, file: "test")
        #expect(again.revisions.count == 1)
        #expect(again.revisions[0].policy == policy)
        #expect(again.revisions[0].number == 7)
        #expect(again.revisions[0].author == "沈 \"砚\"")
        #expect(again.revisions[0].note == "一: 二 # 三\n四")
        #expect(again.clauses == pack.clauses)
    }
}
