import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `What cries on today, and what management does about it` {
    private func today(_ site: ServedSite) async throws -> String {
        plainWords(try await site.visitor(.manager).page("/today"))
    }

    private func receive(_ count: Int, _ site: ServedSite) async throws {
        for number in 1...count {
            try await site.ask(
                .visits(.register(Arrival(VisitID("v\(number)"), .newFirst))), by: .desk)
        }
    }

    @Test func `cries when the first place stands empty longer than a minute`() async throws {
        try await withServedSite(pack: "P002A") { site in
            try await site.ask(.presence(.takeSlot("yunqi-anran", 1)))
            try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
            site.clock.advance(by: .seconds(60))
            try await site.ask(.settleDue)
            #expect(try await !today(site).contains("首位空着"))
            site.clock.advance(by: .seconds(1))
            try await site.ask(.settleDue)
            #expect(try await today(site).contains("首位空着"))
        }
    }

    @Test func `cries when the front is short longer than a minute`() async throws {
        try await withServedSite { site in
            for person in [ServedSite.Person.anran, .baiyu] {
                try await site.ask(.presence(.leave(person.staff, .personal, until: nil)))
            }
            site.clock.advance(by: .seconds(60))
            try await site.ask(.settleDue)
            #expect(try await !today(site).contains("前台候位不足"))
            site.clock.advance(by: .seconds(1))
            try await site.ask(.settleDue)
            #expect(try await today(site).contains("前台候位不足"))
            try await site.ask(.presence(.comeBack("yunqi-anran")))
            #expect(try await !today(site).contains("前台候位不足"))
        }
    }

    @Test func `is quiet again once nobody waits`() async throws {
        try await withServedSite { site in
            try await receive(5, site)
            #expect(try await today(site).contains("1 组客户在等"))
            try await site.ask(.visits(.finish("v1", logged: true)), by: .desk)
            #expect(try await !today(site).contains("组客户在等"))
        }
    }

    @Test func `a group that nobody can receive is covered with one press`() async throws {
        try await withServedSite { site in
            try await receive(5, site)
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/today").contains("我先接住"))
            let page = try await manager.follow("/orders/cover", ["id": "t1", "visit": "v5"])
            #expect(plainWords(page).contains("第一个正在接待的是安然，这一组等他接完交给他"))
            #expect(try await site.count("decision_row", where: "kind = 'visits.take'") == 1)
            #expect(try await site.visitor(.desk).post("/orders/cover", [:]).status == 403)
        }
    }

    @Test func `a suspension that the handbook does not have is refused`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/orders/suspension",
                [
                    "staff": "yunqi-baiyu", "misconduct": "evasion", "incident": "上午",
                    "facts": "轮到他时走开",
                ])
            #expect(answer.status == 409 && answer.text.contains("轮到他时走开"))
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/suspensions").contains("这几天没有停接单"))
        }
    }

    @Test func `one incident is judged once by the same person`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let manager = try await site.visitor(.manager)
            let form: KeyValuePairs = [
                "staff": "yunqi-baiyu", "misconduct": "evasion", "incident": "上午",
                "facts": "轮到他时走开",
            ]
            #expect(try await manager.post("/orders/suspension", form).status == 303)
            #expect(try await manager.post("/orders/suspension", form).status == 409)
            #expect(try await site.count("suspension_row") == 1)
        }
    }

    @Test func `an errand ends at its time, and the one sent is away for private reasons`()
        async throws
    {
        try await withServedSite { site in
            _ = try await site.visitor(.supervisor).follow(
                "/orders/errand",
                ["id": "e1", "staff": "yunqi-anran", "until": "11:00", "note": "去银行"])
            let board = plainWords(try await site.visitor(.desk).page("/roster"))
            #expect(board.contains("公干"))
            site.clock.advance(by: .seconds(3601))
            try await site.ask(.settleDue)
            let member = try await site.book.state.rotation.member("yunqi-anran")
            let now = Moment(milliseconds: site.clock.milliseconds)
            #expect(member?.presence(at: now) == .awayPersonal)
        }
    }

    @Test func `a tour group's order comes on the day or not at all`() async throws {
        try await withServedSite { site in
            try await site.ask(.visits(.register(Arrival("t1", .tourGroup))), by: .desk)
            let form: KeyValuePairs = [
                "visit": "t1", "assigner": "王总", "group": "某协会", "size": "20",
            ]
            site.clock.advance(by: .seconds(86_400))
            let late = try await site.visitor(.manager).post("/orders/tour-order", form)
            #expect(late.status == 409)
            #expect(try await site.count("turn_ledger", where: "effect = 'returned'") == 0)
            #expect(try await site.count("person") == 0, "a refused order keeps no name")
        }
    }

    @Test func `a dispute that is rejected changes no turn`() async throws {
        try await withServedSite { site in
            try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
            try await receive(1, site)
            try await site.ask(
                .duty(.fileDispute("d1", "yunqi-anran", visit: "v1", note: "有派单")), by: .anran)
            let lines = try await site.count("turn_ledger")
            let page = plainWords(
                try await site.visitor(.supervisor).follow(
                    "/disputes/d1/ruling", ["ruling": "dismissed", "note": "没有派单"]))
            #expect(page.contains("已裁定：维持") && !page.contains("已更正"))
            #expect(page.contains("顾南乔") && page.contains("没有派单"))
            #expect(try await site.count("turn_ledger") == lines)
            #expect(try await site.book.state.rotation.owed(to: "yunqi-anran") == 0)
        }
    }

    @Test(arguments: [ServedSite.Person.desk, .duty, .anran, .clerk, .auditor, .admin])
    func `is for management only`(person: ServedSite.Person) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            for path in ["/today", "/today/live", "/orders/errand"] {
                #expect(try await visitor.get(path).status == 403, "\(path)")
            }
            for path in ["/evening-meeting", "/text-reviews/c1", "/orders/errand"] {
                #expect(try await visitor.post(path, [:]).status == 403, "\(path)")
            }
        }
    }
}
