import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The card of a decision` {
    private func card(
        _ outcome: Outcome?, reasons: [Reason] = [], pack: PolicyPack? = nil
    ) -> DecisionCard {
        DecisionCard(
            madeView(.visits(.register(Arrival("v", .newFirst))), outcome, reasons: reasons),
            pack: pack)
    }

    @Test func `names the person, the effect and the sentence`() {
        let card = card(.receptionist("A", .counted))
        #expect(card.person == "安然" && card.sentence == "请 安然 接待。")
        #expect(card.effect?.text == "计轮" && card.effect?.tone == .busy)
        #expect(card.decision == "d-12")
    }

    @Test(arguments: [
        (TurnEffect.counted, Tone.busy), (.advance, .warn), (.makeupUsed, .warn),
        (.returnedUsed, .warn), (.notCounted, .calm), (.forfeited, .calm),
    ])
    func `the effect has its colour`(effect: TurnEffect, tone: Tone) {
        #expect(card(.receptionist("A", effect)).effect?.tone == tone)
    }

    @Test func `a refusal names nobody and shows its code`() {
        let card = card(nil, reasons: [.refused(.dayNotOpen)])
        #expect(card.person == nil && card.effect?.text == "DAY_NOT_OPEN")
        #expect(card.effect?.tone == .stop)
        let html = card.html.string
        #expect(html.contains("is-refusal") && html.contains("没有办成"))
        #expect(html.contains("href=\"/clauses/REC-01\""))
    }

    @Test func `what needs nobody is shown as done`() {
        #expect(card(.done).person == "已办理" && card(.cover(lockedFor: nil)).person == "已办理")
        #expect(!card(.done).html.string.contains("is-refusal"))
    }

    @Test func `each step links to its clause`() {
        let card = card(
            .receptionist("B", .counted),
            reasons: [.reception(.pointerAt("B")), .reception(.calledToFront(["C"]))])
        #expect(card.clauses.map(\.id) == ["REC-03", "REC-09"])
        #expect(card.clauses.map(\.href) == ["/clauses/REC-03", "/clauses/REC-09"])
        #expect(card.clauses[1].text == "请岑山到前台候位。")
    }

    @Test func `the others are told with their places`() {
        let card = card(
            .receptionist("A", .counted), reasons: [.reception(.nextInLine(["B", "C"]))])
        #expect(card.runnersUp.map(\.name) == ["白榆", "岑山"])
        #expect(card.runnersUp.map(\.reason) == ["次序在后，此后的第 1 位", "次序在后，此后的第 2 位"])
    }

    @Test func `the facts name the rules that ruled`() throws {
        let facts = card(.done).evidence
        #expect(facts.map(\.name) == ["裁定时刻", "经手", "制度", "记录号"])
        #expect(
            facts.map(\.value) == ["6月2日 周一 10:00:05", "丁一（导台）", "默认制度", "第 12 条"])
        let pack = try Checkout.packs.pack("P001")
        #expect(card(.done, pack: pack).evidence[2].value == "P001 第 3 版")
    }

    @Test func `the page leaves room for signatures and shows the hash`() {
        let html = DecisionPage(card: card(.done), hash: "beef<").html.string
        #expect(html.contains("<code>beef&lt;</code>") && html.contains("当事人："))
        #expect(html.split(separator: "sign-line").count == 4)
    }
}

@Suite struct `Pages of clauses` {
    @Test func `without a pack the list says who publishes one`() {
        let view = HandbookView(pack: nil, revisions: [], at: mondayAt(10, 0)) { _ in nil }
        let html = HandbookPage(view: view, mayChange: true).html.string
        #expect(html.contains("还没有发布制度包") && html.contains("anchang policy publish"))
    }

    @Test func `every clause is there, in order, with its anchor`() throws {
        let pack = try Checkout.packs.pack("P001")
        let chain = Chain(key: HMACKey(Array(repeating: 1, count: 32)), site: "s")
        let draft = PolicyDraft(
            body: "", effectiveFrom: mondayAt(8, 0), author: "沈砚", note: "首版")
        let revision = PolicyRevision(draft, revision: 1, createdAt: mondayAt(8, 0), chain: chain)
        let view = HandbookView(pack: pack, revisions: [revision], at: mondayAt(10, 0)) { _ in
            Policy()
        }
        let html = HandbookPage(view: view, mayChange: true).html.string
        var last = html.startIndex
        for id in pack.clauses.keys.sorted() {
            let place = try #require(html.range(of: "clause-card\" id=\"\(id)\">"))
            #expect(place.lowerBound > last)
            last = place.lowerBound
        }
        #expect(pack.clauses.count >= 18 && html.contains(pack.title))
    }

    @Test func `one clause shows its number in the handbook and is escaped`() {
        let clause = ClauseText(number: "六-1", title: "<轮>", text: "a & b")
        let html = ClausePage(id: "REC-03", clause: clause, pack: "某包").html.string
        #expect(html.contains("REC-03 &lt;轮&gt;") && html.contains("a &amp; b"))
        #expect(html.contains("某包 · 本站条号 六-1"))
    }
}
