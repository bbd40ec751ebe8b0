import HouseRules
import Testing

@testable import Site

@Suite struct `The telephone's page` {
    private func html(
        _ lines: [PhonePage.Line] = [], order: [String] = ["丁一", "岑山"], due: Int? = 1
    ) -> String {
        PhonePage(
            csrf: "<input name=\"_csrf\">", decisionID: "id-5",
            consultants: [Choice(value: "A", label: "安<然"), Choice(value: "B", label: "白榆")],
            card: nil, lines: lines, order: order, due: due
        ).html.string
    }

    @Test func `rings with whom the caller wants, or as taken by another`() {
        let text = html()
        #expect(text.contains("action=\"/calls\"") && text.contains("name=\"wanted\""))
        #expect(text.contains("name=\"taken_by\" value=\"other\""))
        #expect(text.contains("<option value=\"A\">安&lt;然</option>"))
    }

    @Test func `without calls it says how they come here`() {
        #expect(html().contains("现在没有通话") && !html().contains("通话与待回拨"))
    }

    @Test func `a call that goes on can be ended, and only that`() {
        let text = html([.init(call: "c/1", since: "10:01", answerer: "岑<山", wanted: nil)])
        #expect(text.contains("通话中") && text.contains("岑&lt;山 · 10:01 起"))
        #expect(text.contains("通话结束</button>") && !text.contains("已回拨</button>"))
        #expect(text.contains("value=\"id-5-e0\""))
    }

    @Test func `a slip says when, whom the caller wanted, and asks who calls back`() {
        let text = html([.init(call: "c2", since: "10:05", answerer: nil, wanted: "白<榆")])
        #expect(text.contains("待回拨") && text.contains("10:05 来电，客户要找 白&lt;榆"))
        #expect(text.contains("action=\"/calls/c2/answer\"") && text.contains("谁回拨"))
        #expect(text.contains("name=\"staff\" required"))
        #expect(text.contains("value=\"id-5-a0\"") && !text.contains("通话结束</button>"))
    }

    @Test func `a slip without a wish says nothing of one`() {
        let text = html([.init(call: "c2", since: "10:05", answerer: nil, wanted: nil)])
        #expect(text.contains("<span>10:05 来电</span>") && !text.contains("客户要找"))
    }

    @Test func `every line has an id of its own`() {
        let line = PhonePage.Line(call: "c", since: "10:00", answerer: "甲", wanted: nil)
        let slip = PhonePage.Line(call: "d", since: "10:00", answerer: nil, wanted: nil)
        let text = html([line, slip, line])
        for id in ["id-5", "id-5-e0", "id-5-a1", "id-5-e2"] {
            #expect(text.split(separator: "name=\"id\" value=\"\(id)\"").count == 2, "\(id)")
        }
    }

    @Test func `who is due is marked, and nobody else`() {
        let text = html()
        #expect(text.contains("<li aria-current=\"true\"><strong>岑山</strong>"))
        #expect(text.contains("<li>丁一</li>"))
        #expect(!html(due: nil).contains("aria-current"))
    }

    @Test func `of two namesakes one is due`() {
        let text = html(order: ["李静", "王磊", "李静"], due: 2)
        #expect(text.split(separator: "aria-current").count == 2)
        #expect(text.contains("<li>李静</li><li>王磊</li><li aria-current"))
    }

    @Test func `without an order it says where one comes from`() {
        #expect(html(order: [], due: nil).contains("还没有次序"))
        #expect(!html(order: [], due: nil).contains("<ol"))
    }
}

@Suite struct `The telephone of a site` {
    @Test func `the order is the reception's turned round`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.desk).page("/calls"))
            #expect(page.contains("丁一 该接 岑山 白榆 安然"))
        }
    }

    @Test func `a call goes round, ends, and the next is due`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let rung = plainWords(try await desk.follow("/calls", ["id": "c1"]))
            #expect(rung.contains("请 丁一 接听。") && rung.contains("丁一 · 10:00 起"))
            #expect(rung.contains("丁一 岑山 该接"))
            let ended = plainWords(try await desk.follow("/calls/c1/end", ["id": "e1"]))
            #expect(ended.contains("丁一通话结束。") && ended.contains("现在没有通话"))
        }
    }

    @Test func `a call taken by another is a slip until somebody calls back`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let slip = plainWords(
                try await desk.follow("/calls", ["id": "c1", "taken_by": "other"]))
            #expect(slip.contains("待回拨") && slip.contains("不产生归属"))
            let bare = try await desk.post("/calls/c1/answer", ["id": "a0"])
            #expect(bare.status == 422 && bare.text.contains("请选由谁回拨。"))
            let back = plainWords(
                try await desk.follow(
                    "/calls/c1/answer",
                    ["id": "a1", "staff": ServedSite.Person.baiyu.staff.rawValue]))
            #expect(back.contains("这通来电归实际接听或回拨的白榆。"))
        }
    }

    @Test func `the one asked for gets the call and the order stays`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = plainWords(
                try await desk.follow(
                    "/calls", ["id": "c1", "wanted": ServedSite.Person.anran.staff.rawValue]))
            #expect(page.contains("请 安然 接听。") && page.contains("电话次序不动"))
            #expect(page.contains("丁一 该接"))
        }
    }
}
