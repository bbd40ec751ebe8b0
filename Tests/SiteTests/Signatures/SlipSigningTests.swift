import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Signing a slip on the screen` {
    /// 安然 disputes a lost turn, and the manager rules; the path of the ruling's slip.
    private func ruled(_ site: ServedSite) async throws -> String {
        try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
        try await site.ask(
            .duty(.fileDispute("d1", "yunqi-anran", visit: "v1", note: "有派单")), by: .anran)
        let manager = try await site.visitor(.manager)
        let page = try await manager.follow(
            "/disputes/d1/ruling", ["ruling": "makeup", "note": "派单属实"])
        return String(
            try #require(page.firstMatch(of: /href="(\/decisions\/[^"]+\/slip)"/)).output.1)
    }

    @Test func `puts who disputed and who ruled on paper`() async throws {
        try await withServedSite { site in
            let path = try await ruled(site)
            for (place, person) in [
                ("complainant.yunqi-anran", ServedSite.Person.anran),
                ("ruler.yunqi-manager", .manager),
            ] {
                let visitor = try await site.visitor(person)
                let page = try await visitor.page(path)
                #expect(page.contains("/sign?place=\(place)\""), "\(plainWords(page))")
                let form = try await SigningForm(visitor, path + "/sign?place=\(place)")
                let done = try await form.send(["strokes-\(place)": drawnName])
                #expect(done.status == 303, "\(done.words)")
                let told = try await visitor.page(try #require(done.location))
                #expect(told.contains("notice tone-good"), "\(plainWords(told))")
            }
            let paper = try await site.visitor(.auditor).page(path)
            #expect(paper.components(separatedBy: "<svg class=\"signature\"").count == 3)
            #expect(!paper.contains("/sign?place="), "nothing is left to sign")
        }
    }

    @Test func `is offered to whom it is for`() async throws {
        try await withServedSite { site in
            let path = try await ruled(site)
            let supervisor = try await site.visitor(.supervisor).page(path)
            #expect(!supervisor.contains("place=ruler"), "somebody else ruled")
            #expect(supervisor.contains("place=complainant"))
            let auditor = try await site.visitor(.auditor)
            #expect(try await !auditor.page(path).contains("/sign?"))
            #expect(try await auditor.get(path + "/sign?place=ruler").status == 403)
            #expect(try await !site.visitor(.baiyu).page(path).contains("/sign?"))
        }
    }
}

@Suite struct `Signing that a channel brought somebody, on the screen` {
    /// One company, one agent, one good report, and the group at the desk.
    private func arrived(_ body: (ServedSite, Visitor, String) async throws -> Void) async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            #expect(try await world.report().status == 303)
            site.clock.advance(by: .seconds(1800))
            let answer = try await site.visitor(.desk).post(
                "/visits", ["id": "v1", "class": "channel", "phone": "13800001111", "name": "张三"])
            #expect(answer.status == 303, "\(answer.words)")
            let desk = try await site.visitor(.desk)
            _ = try await desk.follow(
                "/channels/desk/match",
                ["visit": "v1", "name": "张三", "phone": "13800001111"])
            let page = try await desk.page("/channels/desk")
            let agent = try #require(
                page.firstMatch(of: /value="(co-[^" ]+ ag-[^"]+)"/)?.output.1)
            let address =
                "/channels/desk/confirmation?visit=v1&agent=\(percentEncode(String(agent)))"
            try await body(site, desk, address)
        }
    }

    @Test func `is one entry with the slip, and stands on its page`() async throws {
        try await arrived { site, desk, address in
            let form = try await SigningForm(desk, address)
            let done = try await form.send([
                "strokes-customer": drawnName, "signer-agent": "周明",
            ])
            #expect(done.status == 303, "\(done.words)")
            let id = try #require(done.decision)
            let told = plainWords(try await desk.page(try #require(done.location)))
            #expect(told.contains("三者一致"), "\(told)")
            let path = "/channels/confirmations/\(id)"
            let page = try await desk.page(path)
            #expect(page.contains("<svg class=\"signature\"") && page.contains("signature-typed"))
            let words = plainWords(page)
            for text in ["已在屏幕上签字", "周明", "见证人 林小满：", "6月2日 周一第 1 组"] {
                #expect(words.contains(text), "\(text): \(words)")
            }
            #expect(page.contains("place=witness.yunqi-desk"))
            let slip = try await SigningForm(desk, path + "/sign?place=witness.yunqi-desk")
            #expect(
                try await slip.send(["signer-witness.yunqi-desk": "林小满"]).status == 303)
            #expect(try await !desk.page(path).contains("sign-line"))
            #expect(try await site.count("attachment", where: "kind = 'visit'") == 3)
        }
    }

    @Test func `brings the form back when a signature cannot be taken`() async throws {
        try await arrived { site, desk, address in
            let form = try await SigningForm(desk, address)
            let journal = try await site.count("journal")
            let short = try await form.send([
                "strokes-customer": "1.1-2.2", "signer-agent": "周明",
            ])
            #expect(short.status == 422 && short.words.contains("签名太短"))
            #expect(short.text.contains("value=\"周明\""), "the rest as it was typed")
            let other = try await form.send([
                "strokes-customer": drawnName, "signer-agent": "李四",
            ])
            #expect(other.status == 422 && other.words.contains("不是签字人本人"))
            let stale = try await form.send(["strokes-customer": drawnName, "text": "x"])
            #expect(stale.status == 409)
            #expect(try await site.count("journal") == journal)
            #expect(try await site.count("attachment") == 0)
        }
    }

    @Test func `of the customer goes with the customer's data`() async throws {
        try await arrived { site, desk, address in
            let form = try await SigningForm(desk, address)
            _ = try await form.send(["strokes-customer": drawnName])
            let erasures = Erasures(
                people: People(site: ServedSite.site, key: ServedSite.keys.person),
                staff: "yunqi-manager", at: ServedSite.now, deals: [:])
            let row = try await site.server.database.read {
                try $0.row("SELECT person FROM visit_row WHERE visit = 'v1'")?.text("person")
            }
            let person = PersonID(try #require(row))
            let unused = try await site.server.database.write {
                try erasures.eraseIdle(person, id: "e1", ruling: "清理", in: $0)
            }
            #expect(unused.count == 1)
        }
    }
}
