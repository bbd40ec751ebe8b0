import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Inspections on a phone` {
    /// The station list: the posture and the telephone fail, one item does not apply.
    private let station: KeyValuePairs = [
        "id": "i1", "list": "station", "staff": "yunqi-anran", "verdict-posture": "fail",
        "fact-posture": "靠着沙盘", "verdict-no_leaning": "pass", "verdict-no_fiddling": "pass",
        "verdict-no_lounging": "na", "verdict-no_reading": "pass", "verdict-no_screen": "fail",
        "fact-no_screen": "刷手机",
    ]

    @Test(arguments: Checklist.allCases)
    func `every list asks all its items in words`(list: Checklist) async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.duty).page(
                "/checklists?list=\(list.rawValue)&staff=yunqi-anran")
            for item in list.items {
                #expect(page.contains("name=\"verdict-\(item)\""), "\(item)")
                #expect(page.contains("\(list.label(of: item))"), "\(item)")
            }
        }
    }

    @Test func `give a score, what was seen, and something to look at again`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            let page = plainWords(try await duty.follow("/inspections", station))
            #expect(page.contains("3/5") && page.contains("待复查"))
            #expect(page.contains("靠着沙盘") && page.contains("刷手机"))
            let list = plainWords(try await duty.page("/inspections"))
            #expect(list.contains("等复查") && list.contains("站姿端正：靠着沙盘"))
        }
    }

    @Test func `what still fails when looked at again is drafted`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            _ = try await duty.follow("/inspections", station)
            let page = plainWords(
                try await duty.follow("/inspections/i1/recheck", ["failing": "posture"]))
            #expect(page.contains("复查仍不合格") && page.contains("仍不合格"))
            #expect(try await site.count("penalty_row", where: "article = 'F03'") == 1)
            #expect(try await site.count("inspection_item", where: "still_failing = 1") == 1)
            #expect(try await site.count("inspection_item", where: "still_failing = 0") == 1)
        }
    }

    @Test func `an item without verdict, or a fail without a fact, comes back`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.duty).post(
                "/inspections",
                [
                    "list": "station", "staff": "yunqi-anran", "verdict-posture": "fail",
                    "verdict-no_leaning": "pass",
                ])
            #expect(answer.status == 422)
            #expect(answer.text.contains("不合格要写看到了什么"))
            #expect(answer.text.contains("请选合格、不合格或不适用"))
            #expect(try await site.count("slip_row") == 0)
        }
    }

    @Test func `a serious fail makes the whole nothing`() async throws {
        try await withServedSite { site in
            let results = [
                ItemResult("courtesy", .pass), ItemResult("no_quarrel", .fail, fact: "吵了"),
            ]
            try await site.ask(
                .registers(.inspect(Inspection("i1", .conduct, of: "yunqi-anran", results))))
            let page = plainWords(try await site.visitor(.desk).page("/inspections/i1"))
            #expect(page.contains("0/2"))
        }
    }

    @Test func `nobody inspects without list and person, or what is not there`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            #expect(try await duty.get("/checklists?list=moon&staff=x").status == 400)
            #expect(try await duty.get("/inspections/none").status == 404)
            #expect(try await duty.post("/inspections", ["list": "moon"]).status == 400)
        }
    }

    @Test func `the lists of the floor are the same when written anew`() async throws {
        try await withServedSite(pack: "P002A") { site in
            _ = try await site.visitor(.duty).follow("/inspections", station)
            _ = try await site.visitor(.duty).follow(
                "/inspections/i1/recheck", ["failing": "posture"])
            try await site.ask(
                .duty(.suspend("yunqi-baiyu", .evasion, incident: "一", facts: "走开")))
            let journal = try await site.book.journal
            let check = ListCheck(database: site.server.database, journal: journal)
            #expect(try await check.faults() == [])
        }
    }
}
