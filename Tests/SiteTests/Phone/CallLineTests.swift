import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `A line of the call register` {
    /// A call of 丁一 that lasted so long.
    private func ended(_ site: ServedSite, seconds: Int = 90) async throws -> Visitor {
        let desk = try await site.visitor(.desk)
        _ = try await desk.post("/calls", ["id": "c1"])
        site.clock.advance(by: .seconds(seconds))
        _ = try await desk.post("/calls/c1/end", ["id": "e1"])
        return desk
    }

    @Test func `is complete once every column of the handbook is filled`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let page = try await desk.follow(
                "/calls/c1/entry",
                [
                    "id": "n1", "name": "钱多多", "phone": "13912345678", "needs": "三房",
                    "source_channel": "户外", "expected_visit": "周末", "grade": "B",
                    "invitation": "pending",
                ])
            #expect(page.contains("已填全") && !page.contains("缺 "))
            #expect(try await site.count("entry_row", where: "status = 'complete'") == 1)
        }
    }

    @Test func `a name alone leaves the number missing`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let page = try await desk.follow("/calls/c1/entry", ["id": "n1", "name": "钱多多"])
            #expect(page.contains("缺 联系方式"))
        }
    }

    @Test func `a number that is known brings the name with it`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/visits",
                ["id": "v1", "class": "new_first", "name": "周女士", "phone": "13812340001"])
            let page = try await desk.follow(
                "/calls/c1/entry", ["id": "n1", "phone": "138 1234 0001"])
            #expect(page.contains("已登记客户：周女士"))
            #expect(page.contains("缺 关注点与需求"), "neither name nor number is missing")
            #expect(try await site.count("person") == 1)
        }
    }

    @Test func `a number first and a name later are one person, and the other way round`()
        async throws
    {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post("/calls/c1/entry", ["id": "n1", "phone": "13912345678"])
            let named = try await desk.follow("/calls/c1/entry", ["id": "n2", "name": "钱多多"])
            #expect(named.contains("已登记客户：钱多多，139****5678"))
            #expect(try await site.count("person") == 1)
            _ = try await desk.post("/calls", ["id": "c2"])
            _ = try await desk.post("/calls/c2/entry", ["id": "n3", "name": "孙立"])
            let numbered = try await desk.follow(
                "/calls/c2/entry", ["id": "n4", "phone": "13712345678"])
            #expect(numbered.contains("已登记客户：孙立，137****5678"))
            #expect(try await site.count("person") == 2)
            let again = try await desk.follow("/calls/c2/entry", ["id": "n5", "name": "孙丽"])
            #expect(again.contains("已登记客户：孙丽，137****5678"), "a name is put right")
            #expect(try await site.count("person") == 2)
            let dossiers = try await site.book.state.ownership.dossiers
            #expect(Set(dossiers.keys) == ["p-n1", "p-n3"])
        }
    }

    @Test func `somebody known by number keeps the name, or gets one`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            for (visit, name, phone) in [("v1", "周女士", "13812340001"), ("v2", "", "13812340002")] {
                _ = try await desk.post(
                    "/visits", ["id": visit, "class": "new_first", "name": name, "phone": phone])
            }
            let kept = try await desk.follow(
                "/calls/c1/entry", ["id": "n1", "phone": "13812340001", "name": "周先生"])
            #expect(kept.contains("已登记客户：周女士"))
            _ = try await desk.post("/calls", ["id": "c2"])
            let named = try await desk.follow(
                "/calls/c2/entry", ["id": "n2", "phone": "13812340002", "name": "吴先生"])
            #expect(named.contains("已登记客户：吴先生，138****0002"))
            #expect(try await site.count("person") == 2)
        }
    }

    @Test func `another number on a line is somebody else's`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry", ["id": "n1", "name": "钱多多", "phone": "13912345678"])
            let page = try await desk.follow(
                "/calls/c1/entry", ["id": "n2", "name": "孙立", "phone": "13712345678"])
            #expect(page.contains("已登记客户：孙立，137****5678"))
            #expect(try await site.count("person") == 2)
        }
    }

    @Test func `a number that the caller refuses is no blank`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let page = try await desk.follow(
                "/calls/c1/entry", ["id": "n1", "name": "钱多多", "number_refused": "1"])
            #expect(!page.contains("缺 联系方式") && page.contains("缺 关注点与需求"))
            #expect(page.contains("号码：客户拒留"))
            #expect(page.contains("name=\"number_refused\" value=\"1\" checked"))
        }
    }

    @Test func `a suspect caller is told only what is public, and still somebody's`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let page = try await desk.follow(
                "/calls/c1/entry",
                ["id": "n1", "name": "钱多多", "phone": "13912345678", "suspect": "1"])
            #expect(page.contains("疑似市调，只答公开口径") && page.contains("标记：疑似市调"))
            let dossiers = try await site.book.state.ownership.dossiers
            #expect(dossiers["p-n1"]?.records.map(\.staff) == [ServedSite.Person.dingyi.staff])
        }
    }

    @Test func `nobody is invited into the past`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let answer = try await desk.post(
                "/calls/c1/entry",
                [
                    "id": "n1", "name": "钱多多", "phone": "13912345678", "invitation": "booked",
                    "agreed": "2025-06-02T09:00",
                ])
            #expect(answer.status == 422)
            #expect(plainWords(answer.text).contains("6月2日 周一 09:00 已经过了"))
            #expect(try await site.book.state.customers.appointments.isEmpty)
            #expect(try await site.count("person") == 0, "a refusal keeps nobody")
        }
    }

    @Test func `a colleague may not fill another's line`() async throws {
        try await withServedSite { site in
            _ = try await ended(site)
            let answer = try await site.visitor(.anran).post(
                "/calls/c1/entry", ["id": "n1", "needs": "三房"])
            #expect(answer.status == 422)
            #expect(plainWords(answer.text).contains("置业顾问不能做这一步"))
            #expect(try await site.count("entry_row") == 0)
            #expect(try await site.count("private_note") == 0)
            let own = try await site.visitor(.dingyi).follow(
                "/calls/c1/entry", ["id": "n2", "needs": "三房"])
            #expect(own.contains("第 1 次"))
        }
    }

    @Test func `what is blank at midnight is void, and each blank a draft`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry",
                [
                    "id": "n1", "name": "钱多多", "phone": "13912345678", "needs": "三房",
                    "source_channel": "户外", "grade": "B",
                ])
            site.clock.advance(by: .seconds(50_309))
            try await site.ask(.settleDue)
            let later = try await site.visitor(.desk)
            #expect(try await !later.page("/calls/c1").contains("过时未填全"), "23:59:59")
            site.clock.advance(by: .seconds(1))
            try await site.ask(.settleDue)
            #expect(try await later.page("/calls/c1").contains("过时未填全"))
            #expect(
                try await site.count("penalty_row", where: "article = 'F17' AND fen = 5000") == 2)
            let registers = try await site.visitor(.clerk).page("/registers")
            #expect(registers.contains("漏填已拟扣款 2 笔，共 ¥100"))
        }
    }

    @Test(arguments: [(180, false), (181, true)])
    func `a call beyond three minutes is marked as long`(seconds: Int, isLong: Bool) async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await ended(site, seconds: seconds)
            let page = try await desk.page("/calls/c1")
            #expect(page.contains("3 分 \(seconds - 180) 秒"))
            #expect(page.contains("超时：通话宜在 3 分钟内") == isLong)
        }
    }

    @Test func `a call that goes on says so`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/calls", ["id": "c1"])
            let page = plainWords(try await desk.page("/calls/c1"))
            #expect(page.contains("通话中") && page.contains("未登记") && page.contains("丁一"))
            #expect(!page.contains("登记留痕"))
        }
    }
}
