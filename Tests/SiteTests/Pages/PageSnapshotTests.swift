import Database
import HouseRules
import Testing

@testable import Site

/// Pages of plain values: no database stands behind them.
@Suite struct `Pages from plain values` {
    @Test(arguments: Presence.allCases)
    func `a consultant's own page tells where they are`(presence: Presence) throws {
        let isReceiving = presence.isReceiving
        let page = MyPage(
            name: "安然", staff: "yunqi-anran", presence: presence, presenceName: presence.label,
            note: presence == .awayMeal ? "批到 13:00" : nil,
            position: presence == .onStand ? 3 : nil,
            ahead: presence == .onStand ? ["白榆", "岑山"] : [],
            inHand: isReceiving
                ? [.init(visit: "v1", number: 4, visitClass: "首访", since: "09:40")] : [],
            lastDecision: nil, mayWaive: true, canGoOfficial: false, csrf: "<!-- csrf -->",
            decisionID: "id-000001")
        try expectSnapshot(page.html.string, named: "me-\(presence.rawValue)")
    }

    @Test func `the first in turn is told so, and the phone shakes`() throws {
        let page = MyPage(
            name: "安然", staff: "yunqi-anran", presence: .onStand, presenceName: "候位",
            note: nil, position: 1, ahead: [], inHand: [], lastDecision: nil, mayWaive: false,
            canGoOfficial: true, csrf: "", decisionID: "id-000001")
        #expect(page.html.string.contains("下一组新客户就是您的"))
        #expect(page.html.string.contains("data-vibrate"))
        #expect(!page.html.string.contains("弃站"))
    }

    @Test func `an accepted decision shows everything it rests on`() throws {
        let card = DecisionCard(
            question: "来客 · 首访", person: "安然", sentence: "请 安然 接待。",
            effect: ("计轮", .busy),
            clauses: [.init(id: "REC-03", text: "指针指到安然。", href: "/clauses/REC-03")],
            evidence: [("裁定时刻", "6月2日 周一 10:00")],
            runnersUp: [.init(name: "白榆", reason: "次序在后，此后的第 1 位")], decision: "d1")
        try expectSnapshot(
            DecisionPage(card: card, hash: "0f1e").html.string, named: "decision-plain")
    }

    @Test func `an arrival page without a day's work is empty and says what to do`() throws {
        let page = BoardFragment(
            board: BoardView(
                seq: 0, state: SiteState(), directory: StaffDirectory([]), at: ServedSite.now))
        #expect(plainWords(page.html.string).contains("还没有置业顾问"))
    }
}

/// Whole pages through the door.
@Suite struct `Pages of a site` {
    private func expectPage(
        _ path: String, _ name: String, by person: ServedSite.Person, _ site: ServedSite
    ) async throws {
        try expectSnapshot(try await site.visitor(person).page(path), named: name)
    }

    @Test func `sign-in`() async throws {
        try await withServedSite(.before) { site in
            try expectSnapshot(try await site.stranger.page("/sign-in"), named: "sign-in")
        }
    }

    @Test func `a site before its first day`() async throws {
        try await withServedSite(.before) { site in
            try await expectPage("/reception", "reception-empty", by: .desk, site)
            try await expectPage("/board", "board-empty", by: .manager, site)
            try await expectPage("/decisions", "decisions-empty", by: .auditor, site)
            try await expectPage("/calls", "calls-empty", by: .desk, site)
            try await expectPage("/me", "me-not-enrolled", by: .anran, site)
        }
    }

    @Test func `a ring site after three arrivals`() async throws {
        try await withServedSite { site in
            try await receiveThree(site)
            let desk = try await site.visitor(.desk)
            try expectSnapshot(
                try await desk.page("/reception?decision=v3"), named: "reception-three")
            try await expectPage("/board", "board-ring", by: .manager, site)
            try await expectPage("/board", "board-ring-read-only", by: .auditor, site)
            try await expectPage("/board/wall", "board-wall", by: .desk, site)
            try await expectPage("/decisions", "decisions", by: .auditor, site)
            try await expectPage("/decisions/v1", "decision-accepted", by: .auditor, site)
            try await expectPage("/me", "me-page", by: .dingyi, site)
            try await expectPage("/clauses", "clauses", by: .admin, site)
            try await expectPage("/clauses/REC-03", "clause", by: .anran, site)
        }
    }

    @Test func `a tally site after three arrivals`() async throws {
        try await withServedSite(pack: "P002A") { site in
            try await receiveThree(site)
            try await expectPage("/board", "board-tally", by: .manager, site)
        }
    }

    @Test func `a refused decision`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "no", "class": "owned_returning"])
            try await expectPage("/decisions/no", "decision-refused", by: .auditor, site)
            try await expectPage("/decisions?refused=1", "decisions-refused", by: .auditor, site)
        }
    }

    @Test func `calls going on and to be called back`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/calls", ["id": "c1", "wanted": "yunqi-baiyu"])
            _ = try await desk.post("/calls", ["id": "c2", "taken_by": "other"])
            try expectSnapshot(try await desk.page("/calls?decision=c1"), named: "calls")
        }
    }

    @Test func `faults are pages, too`() async throws {
        try await withServedSite { site in
            let consultant = try await site.visitor(.anran)
            let missing = try await consultant.get("/nowhere")
            #expect(missing.status == 404)
            try expectSnapshot(consultant.settled(missing.text), named: "problem-404")
            let refused = try await consultant.get("/reception")
            #expect(refused.status == 403)
            try expectSnapshot(consultant.settled(refused.text), named: "problem-403")
        }
    }

    private func receiveThree(_ site: ServedSite) async throws {
        let desk = try await site.visitor(.desk)
        for (id, form) in [
            ("v1", "new_first"), ("v2", "channel"), ("v3", "forgot_consultant"),
        ] {
            #expect(try await desk.post("/visits", ["id": id, "class": form]).status == 303)
        }
        #expect(
            try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"]).status == 303)
    }
}
