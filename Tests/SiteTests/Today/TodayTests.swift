import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Today, the first page of management` {
    private func today(_ site: ServedSite) async throws -> String {
        plainWords(try await site.visitor(.manager).page("/today"))
    }

    private func receive(_ count: Int, _ site: ServedSite) async throws {
        for number in 1...count {
            try await site.ask(
                .visits(.register(Arrival(VisitID("v\(number)"), .newFirst))), by: .desk)
        }
    }

    @Test func `is where a manager and a supervisor start, and nobody else`() async throws {
        try await withServedSite { site in
            for person in [ServedSite.Person.manager, .supervisor] {
                let visitor = try await site.visitor(person)
                #expect(try await visitor.get("/").location == "/today")
            }
            #expect(try await site.visitor(.duty).get("/").location == "/board")
        }
    }

    @Test func `says so when nothing waits`() async throws {
        try await withServedSite { site in
            let page = try await today(site)
            #expect(page.contains("现在没有等您处理的事"))
        }
    }

    @Test func `shows groups that wait, since when and for whom`() async throws {
        try await withServedSite { site in
            try await receive(5, site)
            site.clock.advance(by: .seconds(125))
            let page = try await today(site)
            #expect(page.contains("1 组客户在等"))
            #expect(page.contains("最久的等了 2 分 5 秒（10:00 到）"))
            #expect(page.contains("第 5 组 · 首访"))
            #expect(page.contains("等安然接完，马上交给他"))
        }
    }

    @Test func `cries when nobody is on duty`() async throws {
        try await withServedSite { site in
            for person in ServedSite.Person.consultants {
                try await site.ask(.presence(.goOff(person.staff, .rest)))
            }
            #expect(try await today(site).contains("没有人在岗"))
        }
    }

    @Test func `shows a claim window up to its last second, and not beyond`() async throws {
        try await withServedSite { site in
            try await receive(1, site)
            site.clock.advance(by: .seconds(300))
            #expect(try await today(site).contains("别的顾问这会儿还能认领"))
            site.clock.advance(by: .seconds(1))
            #expect(try await !today(site).contains("别的顾问这会儿还能认领"))
        }
    }

    @Test func `counts the day`() async throws {
        try await withServedSite { site in
            try await receive(2, site)
            try await site.ask(
                .visits(.register(Arrival("o1", .ownedReturning, named: "yunqi-dingyi"))),
                by: .desk)
            try await site.ask(.calls(.arrive("c1", wanted: nil)), by: .desk)
            let figures = try await site.server.database.read {
                try TodayFigures.read(ServedSite.day, of: ServedSite.site, in: $0)
            }
            #expect(
                figures.classes == [
                    .init(visitClass: .newFirst, count: 2),
                    .init(visitClass: .ownedReturning, count: 1),
                ])
            #expect(figures.counted == 2 && figures.calls == 1 && figures.answered == 1)
            #expect(figures.meanWait == 0)
            #expect(try await today(site).contains("首访 2，有效期内老客户 1"))
        }
    }

    @Test func `lists registers that nobody collected, from the next day on`() async throws {
        try await withServedSite { site in
            try await receive(1, site)
            try await site.ask(.visits(.finish("v1", logged: true)), by: .desk)
            #expect(try await !today(site).contains("没收存的登记表"))
            site.clock.advance(by: .seconds(86_400))
            #expect(try await today(site).contains("系统里来访 1 条、来电 0 条"))
        }
    }

    @Test func `lists promises once they are late`() async throws {
        try await withServedSite { site in
            let due = ServedSite.now.adding(seconds: 3600)
            try await site.ask(
                .registers(.promise("p1", "yunqi-anran", department: "工程部", due: due)))
            #expect(try await !today(site).contains("逾期的答复"))
            site.clock.advance(by: .seconds(3601))
            #expect(try await today(site).contains("要问工程部"))
        }
    }

    @Test func `lists callers whom nobody called back in time, the next day, too`() async throws {
        try await withServedSite { site in
            try await site.ask(.calls(.noteCallback("c1")), by: .desk)
            #expect(try await !today(site).contains("没有回拨的来电"))
            site.clock.advance(by: .seconds(1800))
            #expect(try await !today(site).contains("没有回拨的来电"))
            site.clock.advance(by: .seconds(1))
            #expect(try await today(site).contains("逾时未回拨"))
            site.clock.advance(by: .seconds(86_400))
            #expect(try await today(site).contains("当天没有回拨"))
            let phone = try await site.visitor(.manager).get("/calls").text
            #expect(phone.contains("当天未回拨"))
        }
    }

    @Test func `lists penalties as drafts only`() async throws {
        try await withServedSite { site in
            let results = [ItemResult("no_quarrel", .fail, fact: "和客户争了起来")]
            try await site.ask(
                .registers(.inspect(Inspection("i1", .conduct, of: "yunqi-anran", results))))
            let page = try await today(site)
            #expect(page.contains("安然 · F37 · ¥1,000.00") && page.contains("只是草稿"))
        }
    }

    @Test func `texts are gone through after the evening meeting, one by one`() async throws {
        try await withServedSite { site in
            try await site.ask(.calls(.arrive("c1", wanted: nil)), by: .desk)
            try await site.ask(.calls(.end("c1")), by: .desk)
            try await site.ask(.registers(.enterCall(CallEntry("c1", isFirst: true))))
            try await site.ask(.registers(.sendText("c1", with: TextElement.allCases)))
            let manager = try await site.visitor(.manager)
            #expect(try await !manager.page("/today").contains("/text-reviews/c1"))
            let early = try await manager.follow("/text-reviews/c1", ["passed": "1"])
            #expect(early.contains("notice tone-stop"))
            let page = try await manager.follow("/evening-meeting", [:])
            #expect(page.contains("action=\"/text-reviews/c1\""))
            let after = try await manager.follow("/text-reviews/c1", ["passed": "0"])
            #expect(!after.contains("action=\"/text-reviews/c1\""))
            #expect(try await site.count("text_row", where: "passed = 0") == 1)
        }
    }

    @Test func `its live part alone is what follows the board`() async throws {
        try await withServedSite { site in
            try await receive(5, site)
            let part = try await site.visitor(.supervisor).page("/today/live")
            #expect(part.contains("1 组客户在等") && !part.contains("<html"))
        }
    }
}
