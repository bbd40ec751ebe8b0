import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `My page` {
    private func page(
        _ presence: Presence, position: Int? = nil, ahead: [String] = [],
        inHand: [MyPage.InHand] = [], note: String? = nil, mayWaive: Bool = false,
        canGoOfficial: Bool = false
    ) -> MyPage {
        MyPage(
            name: "安然", staff: "yunqi-anran", presence: presence,
            presenceName: presence.label, note: note, position: position, ahead: ahead,
            inHand: inHand, lastDecision: nil, mayWaive: mayWaive,
            canGoOfficial: canGoOfficial, csrf: "<input name=\"_csrf\">", decisionID: "id-3")
    }

    /// The buttons a page offers.
    private func buttons(_ page: MyPage) -> [String] {
        page.html.string.matches(of: /<button[^>]*>(?:<svg.*?<\/svg>)?([^<]*)<\/button>/)
            .map { String($0.output.1) }
    }

    @Test(arguments: [
        (Presence.offDuty, ["到岗"]), (.onStand, ["离台", "下班"]), (.awayOfficial, ["回位"]),
        (.awayMeal, ["回位"]), (.awayPersonal, ["回位"]), (.waived, ["回位"]), (.suspended, []),
        (.receivingTurn, []), (.receivingExisting, []),
    ])
    func `offers what can be done from there, and nothing else`(
        presence: Presence, offered: [String]
    ) {
        #expect(buttons(page(presence)) == offered)
    }

    @Test func `a waiver is offered on stand where the house knows it`() {
        #expect(buttons(page(.onStand, mayWaive: true)) == ["离台", "确认弃站", "下班"])
        #expect(!buttons(page(.awayMeal, mayWaive: true)).contains("确认弃站"))
        #expect(page(.onStand, mayWaive: true).html.string.contains("/yunqi-anran/waiver"))
    }

    @Test func `leaving asks why; business only where no order is needed`() {
        let plain = page(.onStand).html.string
        #expect(plain.contains("value=\"meal\"") && plain.contains("value=\"personal\""))
        #expect(!plain.contains("value=\"official\""))
        let tally = page(.onStand, canGoOfficial: true).html.string
        #expect(tally.contains("value=\"official\"") && tally.contains("处理事务"))
    }

    @Test func `arriving and coming back are two moves of one form`() {
        let off = page(.offDuty).html.string
        #expect(off.contains("action=\"/staff/yunqi-anran/stand\""))
        #expect(off.contains("name=\"move\" value=\"clock_in\""))
        let away = page(.awayMeal).html.string
        #expect(away.contains("name=\"move\" value=\"come_back\"") && !away.contains("clock_in"))
    }

    @Test func `the first in line is told so, and the telephone trembles`() {
        let first = page(.onStand, position: 1).html.string
        #expect(first.contains("data-vibrate") && first.contains("下一组新客户就是您的"))
        let third = page(.onStand, position: 3, ahead: ["白榆", "岑<山"]).html.string
        #expect(!third.contains("data-vibrate") && third.contains("<strong>3</strong>"))
        #expect(third.contains("前面还有 白榆、岑&lt;山"))
    }

    @Test(arguments: Presence.allCases.filter { $0 != .onStand })
    func `who is not waiting has no number`(presence: Presence) {
        let html = page(presence).html.string
        let line = presence == .offDuty ? "还没到岗" : "现在不在次序里"
        #expect(html.contains(line) && !html.contains("my-number"))
    }

    @Test(arguments: [
        (Presence.onStand, "good"), (.receivingTurn, "busy"), (.receivingExisting, "busy"),
        (.offDuty, "off"), (.suspended, "stop"), (.awayMeal, "warn"), (.awayOfficial, "warn"),
        (.awayPersonal, "warn"), (.waived, "warn"),
    ])
    func `the presence is a word beside a colour`(presence: Presence, tone: String) {
        let html = page(presence).html.string
        #expect(html.contains("badge tone-\(tone)") && plainWords(html).contains(presence.label))
    }

    @Test func `each visit in hand can be ended, entered unless unticked`() {
        let html = page(
            .receivingTurn,
            inHand: [
                .init(visit: "v1", number: 4, visitClass: "首访", since: "10:02"),
                .init(visit: "v 2", number: 5, visitClass: "老带新", since: "10:30"),
            ]
        ).html.string
        #expect(html.contains("正在接：第 4 组") && html.contains("老带新 · 10:30 到场"))
        #expect(html.contains("action=\"/visits/v1/finish\""))
        #expect(html.contains("value=\"id-3-f4\"") && html.contains("value=\"id-3-f5\""))
        #expect(html.split(separator: "name=\"logged\" value=\"1\" checked").count == 3)
        #expect(html.split(separator: "接待完毕").count == 3)
    }

    @Test func `the note is shown and escaped`() {
        #expect(page(.onStand, note: "∨ 2 <b>").html.string.contains("∨ 2 &lt;b&gt;"))
        #expect(!page(.onStand).html.string.contains("class=\"muted\""))
    }

    @Test func `every form carries the token and the id of its decision`() {
        for presence in Presence.allCases {
            let html = page(presence, mayWaive: true).html.string
            for form in html.split(separator: "<form").dropFirst() {
                #expect(form.contains("_csrf") && form.contains("name=\"id\" value=\"id-3\""))
            }
        }
    }

    @Test func `the part that follows the board is within the page`() {
        let page = page(.onStand, position: 2, ahead: ["白榆"])
        #expect(page.html.string.contains(page.state.string))
        #expect(page.html.string.contains("data-hx-get=\"/me/state\""))
        #expect(!page.state.string.contains("<h1"))
    }

    @Test func `a notice stands above all`() throws {
        var page = page(.onStand)
        page.notice = notice(.good, title: "安然 回位", text: "已记下。")
        let html = page.html.string
        let told = try #require(html.range(of: "安然 回位"))
        #expect(told.lowerBound < (try #require(html.range(of: "id=\"me\""))).lowerBound)
    }
}

@Suite struct `My page of a site` {
    @Test func `shows what the rotation knows of me`() async throws {
        try await withServedSite { site in
            let me = try await site.visitor(.censhan)
            let page = plainWords(try await me.page("/me"))
            #expect(page.contains("候位") && page.contains("第 3 位"))
            #expect(page.contains("前面还有 安然、白榆"))
        }
    }

    @Test func `offers no waiver on a ring site, and one on a tally site`() async throws {
        for (pack, isOffered) in [("P001", false), ("P002A", true)] {
            try await withServedSite(pack: pack) { site in
                let page = try await site.visitor(.anran).page("/me")
                #expect(page.contains("/waiver") == isOffered, "\(pack)")
            }
        }
    }

    @Test func `says what I owe and what I am owed`() async throws {
        try await withServedSite { site in
            let staff = ServedSite.Person.dingyi.staff
            try await site.ask(.roster(.adjust(staff, .makeupGranted, note: "公司安排")))
            let page = plainWords(try await site.visitor(.dingyi).page("/me"))
            #expect(page.contains("欠您补轮 1") && page.contains("第 1 位"))
        }
    }

    @Test func `someone outside the rotation is told whom to ask`() async throws {
        try await withServedSite(.before) { site in
            let page = plainWords(try await site.visitor(.anran).page("/me"))
            #expect(page.contains("您还不在轮次里，请经理先加入。") && page.contains("还没到岗"))
        }
    }

    @Test func `an absence is bounded by its order`() async throws {
        try await withServedSite { site in
            let staff = ServedSite.Person.anran.staff
            try await site.ask(
                .presence(.leave(staff, .official, until: mondayAt(11, 30))))
            let me = try await site.visitor(.anran)
            let text = plainWords(try await me.page("/me"))
            #expect(text.contains("公干") && text.contains("批到 11:30") && text.contains("回位"))
            let state = try await me.page("/me/state")
            #expect(state.contains("批到 11:30") && !state.contains("<html"))
        }
    }
}
