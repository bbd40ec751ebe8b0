import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Who plans rest days, and for when` {
    @Test(arguments: [ServedSite.Person.anran, .desk, .auditor, .admin])
    func `those who may not plan change nothing`(person: ServedSite.Person) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            #expect(try await visitor.get("/roster/yunqi-baiyu").status == 403)
            for path in ["rest-days", "group"] {
                let answer = try await visitor.post(
                    "/roster/yunqi-baiyu/\(path)", ["day": "2025-06-04", "group": "甲"])
                #expect(answer.status == 403, "\(path)")
            }
            #expect(try await site.book.state.duty.restDays["yunqi-baiyu"] == nil)
        }
    }

    @Test(arguments: [ServedSite.Person.duty, .clerk])
    func `the duty officer and the clerk plan rest, but form no groups`(
        person: ServedSite.Person
    ) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            let page = try await visitor.page("/roster/yunqi-baiyu")
            #expect(page.contains("保存轮休") && !page.contains("保存分组"))
            let planned = plainWords(
                try await visitor.follow("/roster/yunqi-baiyu/rest-days", ["day": "2025-06-04"]))
            #expect(planned.contains(person.name) && planned.contains("6月4日 周三"))
            let group = try await visitor.post("/roster/yunqi-baiyu/group", ["group": "甲"])
            #expect(group.status == 403)
        }
    }

    @Test(arguments: ["2025-06-31", "2025-6-4", "6月4日", "2025-13-01"])
    func `a date that is none leaves the plan as it was`(day: String) async throws {
        try await withServedSite { site in
            let kept = ServedSite.day.adding(days: 2)
            try await site.ask(.duty(.setRestDays("yunqi-baiyu", [kept])))
            let answer = try await site.visitor(.clerk).post(
                "/roster/yunqi-baiyu/rest-days", ["day": "2025-06-05", "day": day])
            #expect(answer.status == 422 && answer.text.contains("日期要写成"))
            #expect(try await site.book.state.duty.restDays["yunqi-baiyu"] == [kept])
        }
    }

    @Test func `a chosen day is ticked when the page is opened again`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let before = try await manager.page("/roster/yunqi-baiyu")
            #expect(!before.contains("value=\"2025-06-04\" checked"))
            #expect(before.contains("value=\"2025-06-29\"") && !before.contains("2025-06-30"))
            _ = try await manager.post("/roster/yunqi-baiyu/rest-days", ["day": "2025-06-04"])
            let after = try await manager.page("/roster/yunqi-baiyu")
            #expect(after.contains("value=\"2025-06-04\" checked"))
        }
    }

    @Test func `a group's name has an end`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/roster/yunqi-baiyu/group", ["group": String(repeating: "甲", count: 21)])
            #expect(answer.status == 422 && answer.text.contains("组名最多 20 个字"))
            #expect(try await site.book.state.customers.groups.isEmpty)
        }
    }

    @Test func `other weeks are a tap away, and a week that is none is this one`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.page("/roster")
            #expect(page.contains("6月2日 周一起的一周") && page.contains("还没有改动"))
            #expect(page.contains("week=2025-05-26") && page.contains("week=2025-06-09"))
            #expect(
                try await desk.page("/roster?week=2025-06-11").contains("6月9日 周一起的一周"))
            #expect(try await desk.page("/roster?week=soon").contains("6月2日 周一起的一周"))
        }
    }

    @Test func `before anybody is in the turn the page says how they come there`() async throws {
        try await withServedSite(.before) { site in
            let page = try await site.visitor(.desk).page("/roster")
            #expect(page.contains("轮次里还没有人"))
        }
    }
}
