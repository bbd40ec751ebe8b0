import HouseRules
import Testing

@testable import Site

@Suite struct `A file of a deal on the screen` {
    /// 岑山 received the customer three days ago; 苏禾 enters a deal that 安然 closed today.
    private func deal(_ site: ServedSite) async throws {
        let before = ServedSite.day.adding(days: -3).at(TimeOfDay(10, 0))
        let clerk = try await site.visitor(.clerk)
        let entered = try await clerk.post(
            "/deals",
            [
                "deal": "D-1", "phone": "13800000001", "name": "赵", "staff": "yunqi-anran",
                "price": "2000000", "commission": "1001.01",
            ])
        #expect(entered.status == 303)
        let person = try #require(
            try await site.book.state.adjudication.deals["D-1"]?.deal.person)
        try await site.ask(
            .claims(
                .note(
                    CustomerFact(
                        person, "yunqi-censhan", .visit, occurred: before, entered: before))))
    }

    @Test func `is entered by the clerk and stands in the list`() async throws {
        try await withServedSite { site in
            try await deal(site)
            let page = plainWords(try await site.visitor(.clerk).page("/deals"))
            for text in ["D-1", "安然 100%", "未发放"] { #expect(page.contains(text), "\(text)") }
            let fact = try #require(try await site.book.state.adjudication.deals["D-1"]?.deal)
            #expect(fact.commission == Money(fen: 100_101) && fact.price == .yuan(2_000_000))
        }
    }

    @Test func `tells whose it is, and takes an older record`() async throws {
        try await withServedSite { site in
            try await deal(site)
            let censhan = try await site.visitor(.censhan)
            let sent = try await censhan.post(
                "/adjudications/D-1/verify",
                ["staff": "yunqi-censhan", "note": "三天前接过"])
            #expect(sent.status == 303)
            let page = plainWords(try await censhan.page("/adjudications/D-1"))
            for text in ["岑山 100%", "查实截止", "三天前接过", "公共登记齐"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test func `goes from a quarrel over a ruling to an appeal, and onto paper`() async throws {
        try await withServedSite { site in
            try await deal(site)
            let baiyu = try await site.visitor(.baiyu)
            let manager = try await site.visitor(.manager)
            _ = try await baiyu.post(
                "/adjudications/D-1/contest",
                ["id": "q1", "staff": "yunqi-baiyu", "note": "我也谈过"])
            #expect(plainWords(try await manager.page("/adjudications")).contains("我也谈过"))
            #expect(try await manager.page("/today").contains("归属争议"))
            let steps = "/adjudications/disputes/q1/"
            _ = try await manager.post(steps + "escalate", ["note": "谈不拢"])
            let award: KeyValuePairs = [
                "note": "都谈过", "inapplicable": "都没有登记", "share-yunqi-anran": "70",
                "share-yunqi-baiyu": "30", "back": "/adjudications/D-1",
            ]
            #expect(try await baiyu.post(steps + "award", award).status == 403)
            #expect(try await manager.post(steps + "award", award).status == 303)
            let page = plainWords(try await manager.page("/adjudications/D-1"))
            for text in ["安然 70%、白榆 30%", "已裁定", "都没有登记", "申诉截止"] {
                #expect(page.contains(text), "\(text)")
            }
            _ = try await baiyu.post(
                steps + "appeal", ["staff": "yunqi-baiyu", "note": "新证人"])
            #expect(try await site.book.state.adjudication.disputes["q1"]?.state == .appealed)
            let paper = plainWords(try await manager.page("/adjudications/D-1/print"))
            for text in ["判客单 D-1", "签字", "经理", "新证人"] {
                #expect(paper.contains(text), "\(text)")
            }
        }
    }

    @Test func `is not there for a deal nobody entered, and a form without a person is refused`()
        async throws
    {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.get("/adjudications/none").status == 404)
            #expect(try await manager.post("/adjudications/none/verify", [:]).status == 404)
            #expect(try await manager.post("/deals", ["deal": "x", "phone": "1"]).status == 422)
        }
    }

    @Test func `reads amounts and percents without a fraction of a fen`() {
        let good = [("12", 1200), ("12.5", 1250), ("12.05", 1205), ("0.01", 1)]
        for (text, value) in good { #expect(hundredths(text) == value) }
        for text in ["", "-1", "1.234", "1.", ".5", "1,5", "x", "1.x"] {
            #expect(hundredths(text) == nil, "\(text)")
        }
    }
}
