import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Inspections and looking again` {
    /// The posture fails, the rest passes.
    private func inspect(_ site: ServedSite, staff: StaffID = "yunqi-anran") async throws {
        let results = Checklist.station.items.map {
            $0 == "posture" ? ItemResult($0, .fail, fact: "靠着沙盘") : ItemResult($0, .pass)
        }
        try await site.ask(
            .registers(.inspect(Inspection("i1", .station, of: staff, results))), by: .duty)
    }

    @Test(arguments: ["", "   "])
    func `a fail without a fact is refused, what was chosen stays`(fact: String) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.duty).post(
                "/inspections",
                [
                    "list": "station", "staff": "yunqi-anran", "verdict-posture": "fail",
                    "fact-posture": fact, "verdict-no_leaning": "pass",
                    "verdict-no_fiddling": "pass", "verdict-no_lounging": "pass",
                    "verdict-no_reading": "pass", "verdict-no_screen": "pass",
                ])
            #expect(answer.status == 422 && answer.text.contains("不合格要写看到了什么"))
            #expect(answer.text.contains("name=\"verdict-posture\" value=\"fail\" checked"))
            #expect(!answer.text.contains("请选合格、不合格或不适用"))
            #expect(try await site.count("slip_row") == 0)
        }
    }

    @Test func `a fact has an end`() throws {
        let fact = String(repeating: "x", count: 201)
        let fields = try FormFields(
            urlencoded: Array("verdict-posture=fail&fact-posture=\(fact)".utf8))
        let (_, faults) = InspectionRoutes.results(of: ["posture"], fields)
        #expect(faults.map(\.sentence) == ["最多 200 个字。"])
    }

    @Test func `when all is put right nothing is drafted`() async throws {
        try await withServedSite { site in
            try await inspect(site)
            let page = plainWords(
                try await site.visitor(.duty).follow("/inspections/i1/recheck", ["id": "r1"]))
            #expect(page.contains("复查全部合格") && page.contains("复查合格"))
            #expect(try await site.count("penalty_row") == 0)
            #expect(!page.contains("交复查"), "there is nothing to look at again")
        }
    }

    @Test func `is looked at again once`() async throws {
        try await withServedSite { site in
            try await inspect(site)
            let duty = try await site.visitor(.duty)
            _ = try await duty.follow("/inspections/i1/recheck", ["id": "r1"])
            let again = try await duty.post(
                "/inspections/i1/recheck", ["id": "r2", "failing": "posture"])
            #expect(again.status == 409 && again.text.contains("没有办着的“i1”这张单"))
            #expect(try await site.count("penalty_row") == 0)
        }
    }

    @Test func `that nobody looks at again is the inspector's`() async throws {
        try await withServedSite { site in
            try await inspect(site)
            site.clock.advance(by: .seconds(50_399))
            try await site.ask(.settleDue)
            let duty = try await site.visitor(.duty)
            #expect(try await duty.page("/inspections").contains("等复查"))
            site.clock.advance(by: .seconds(1))
            try await site.ask(.settleDue)
            #expect(try await duty.page("/inspections/i1").contains("没按时复查"))
            #expect(try await !duty.page("/inspections").contains("等复查"))
        }
    }

    @Test func `without any the page says how to begin`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.duty).page("/inspections")
            #expect(page.contains("这几天没有查过") && !page.contains("等复查"))
            #expect(!page.contains("/inspections.xlsx"), "a duty officer takes no list out")
        }
    }

    @Test(arguments: [ServedSite.Person.anran, .auditor, .admin])
    func `is not for those who do not inspect`(person: ServedSite.Person) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            for path in ["/inspections", "/checklists?list=kit&staff=x", "/inspections/i1"] {
                #expect(try await visitor.get(path).status == 403, "\(path)")
            }
            #expect(try await visitor.post("/inspections/i1/recheck", [:]).status == 403)
        }
    }

    @Test(arguments: [ServedSite.Person.manager, .supervisor, .clerk])
    func `goes out with what the page shows`(person: ServedSite.Person) async throws {
        try await withServedSite { site in
            try await inspect(site)
            let visitor = try await site.visitor(person)
            let page = try await visitor.page("/inspections")
            let sheet = try `A workbook`.sheet(
                of: try await visitor.get("/inspections.xlsx").bytes)
            for text in ["安然", "站位行为", "5/6", "待复查", "站姿端正：靠着沙盘", "6月2日 周一 10:00"] {
                #expect(page.contains(text) && sheet.contains(text), "\(text)")
            }
        }
    }
}
