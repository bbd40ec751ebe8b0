import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// A form of a place as a browser would send it back, drawn upon.
struct SigningForm {
    let visitor: Visitor
    let action: String
    var fields: [(String, String)]

    /// The form of the place that a page leads to.
    init(_ visitor: Visitor, _ address: String) async throws {
        self.visitor = visitor
        let answer = try await visitor.get(address)
        #expect(answer.status == 200, "\(address): \(answer.words)")
        let text = answer.text
        let form = try #require(
            text.firstMatch(of: /<form method="post" class="card form" action="([^"]+)">/))
        action = String(form.output.1)
        let inside = text[form.range.upperBound...]
        let end = inside.firstRange(of: "</form>")?.lowerBound ?? inside.endIndex
        fields = inside[..<end].matches(
            of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/
        ).map { (String($0.output.1), String($0.output.2)) }
    }

    subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }

    /// Sends it with some of its fields filled.
    func send(_ filled: [String: String]) async throws -> Received {
        let rest = filled.filter { name, _ in !fields.contains { $0.0 == name } }
        let all = fields.map { ($0.0, filled[$0.0] ?? $0.1) } + rest.map { ($0.key, $0.value) }
        let body = all.map { "\(percentEncode($0.0))=\(percentEncode($0.1))" }
        return try await visitor.send(
            .post, action, body: body.joined(separator: "&"),
            type: "application/x-www-form-urlencoded")
    }
}

extension CaseWorld {
    /// Somebody draws their name in a place of the deal's file.
    func sign(
        _ place: String, by person: ServedSite.Person, strokes: String = drawnName
    ) async throws -> Received {
        let visitor = try await site.visitor(person)
        return try await SigningForm(visitor, "/adjudications/D-1/sign?place=\(place)")
            .send(["strokes-\(place)": strokes])
    }

    func signed(_ edition: Int) async throws -> [GivenSignature] {
        try await site.book.state.registers.signatures(on: .caseFile("D-1", edition: edition))
    }
}

@Suite struct `Signing the file of a deal on the screen` {
    private static let file = "/adjudications/D-1"

    @Test func `puts both parties and the manager on paper`() async throws {
        try await withCase { world, _ in
            try await world.ruled()
            for (place, person) in [
                ("party.yunqi-anran", ServedSite.Person.anran), ("party.yunqi-baiyu", .baiyu),
                ("manager", .manager),
            ] {
                let done = try await world.sign(place, by: person)
                #expect(done.status == 303, "\(done.words)")
                #expect(done.location?.hasPrefix(Self.file + "?decision=") == true)
            }
            let paper = try await world.site.visitor(.manager).page(Self.file + "/print")
            #expect(paper.components(separatedBy: "<svg class=\"signature\"").count == 4)
            #expect(!paper.contains("class=\"sign-line\""))
            let words = plainWords(paper)
            for text in ["安然：", "白榆：", "经理：", "沈砚 6月2日", "手写"] {
                #expect(words.contains(text), "\(text)")
            }
        }
    }

    @Test func `keeps the very words under the hash that the journal names`() async throws {
        try await withCase { world, _ in
            _ = try await world.sign("party.yunqi-anran", by: .anran)
            let given = try #require(try await world.signed(1).first)
            let bytes = try #require(
                world.site.server.house.attachments.read(given.signature.content))
            let file = try #require(SignatureFile(bytes))
            #expect(file.text.contains("业绩：安然 100%") && file.text.contains("云栖府"))
            #expect(hex(sha256(file.text)) == given.signature.text)
            #expect(file.mark == .drawn(try SignatureStrokes(sent: drawnName)))
            let hash = given.signature.content
            #expect(
                try await world.site.count("journal", where: "command LIKE \("%\(hash)%")") == 1)
            #expect(try await world.site.count("journal", where: "command LIKE '%100.100%'") == 0)
            let check = SiteCheck(
                database: world.site.server.database, keys: ServedSite.keys,
                policies: ServedSite.policies)
            let reports = try await check.run(site: nil, noted: nil, replay: true)
            let isSound = reports.allSatisfy(\.holds)
            #expect(reports.count == 1 && isSound, "\(reports.map(\.text))")
        }
    }

    @Test func `waits for the ruling, and a second one asks anew and keeps the first`()
        async throws
    {
        try await withCase { world, _ in
            try await world.ruled()
            _ = try await world.sign("party.yunqi-anran", by: .anran)
            _ = try await world.step(
                "appeal", ["staff": "yunqi-baiyu", "note": "新证人"], by: .baiyu)
            let anran = try await world.site.visitor(.anran)
            let waiting = try await anran.get(Self.file + "/sign?place=party.yunqi-anran")
            #expect(waiting.status == 409 && waiting.words.contains("裁定以后再签字"))
            #expect(plainWords(try await anran.page(Self.file)).contains("裁定以后再签字"))
            _ = try await world.step("award", CaseWorld.award)
            let page = try await anran.page(Self.file)
            #expect(page.contains("/sign?place=party.yunqi-anran"))
            #expect(plainWords(page).contains("改判以前的签字"))
            _ = try await world.sign("party.yunqi-anran", by: .anran)
            let paper = plainWords(try await anran.page(Self.file + "/print"))
            #expect(paper.contains("改判以前的签字（已留存） 第 2 次结论：安然"))
            #expect(try await world.signed(2).count == 1)
            #expect(try await world.signed(3).count == 1)
        }
    }

    @Test func `takes a name typed in full, and no other's`() async throws {
        try await withCase { world, _ in
            let anran = try await world.site.visitor(.anran)
            let place = "party.yunqi-anran"
            let form = try await SigningForm(anran, Self.file + "/sign?place=\(place)")
            let wrong = try await form.send(["signer-\(place)": "安"])
            #expect(wrong.status == 422 && wrong.words.contains("全名要 2 到 20 个字"))
            #expect(wrong.text.contains("value=\"安\""), "as it was typed")
            let other = try await form.send(["signer-\(place)": "白榆"])
            #expect(other.status == 422 && other.words.contains("不是签字人本人"))
            let none = try await form.send([:])
            #expect(none.status == 422 && none.words.contains("还没有签字"))
            let long = try await form.send(["strokes-\(place)": "1.1"])
            #expect(long.status == 422 && long.words.contains("签名太短"))
            #expect(try await world.signed(1).isEmpty)
            #expect(try await form.send(["signer-\(place)": "安然"]).status == 303)
            let paper = try await anran.page(Self.file + "/print")
            #expect(paper.contains("<p class=\"signature-typed\">安然</p>"))
            #expect(plainWords(paper).contains("输入姓名"))
        }
    }

    @Test func `is refused to others, twice, and on words that are no longer those`()
        async throws
    {
        try await withCase { world, _ in
            let place = "party.yunqi-anran"
            let baiyu = try await world.site.visitor(.baiyu)
            let form = try await SigningForm(baiyu, Self.file + "/sign?place=\(place)")
            let foreign = try await form.send(["strokes-\(place)": drawnName])
            let told = try await baiyu.page(try #require(foreign.location))
            #expect(told.contains("notice tone-stop") && told.contains("不在您的屏幕上签"))
            let anran = try await world.site.visitor(.anran)
            let own = try await SigningForm(anran, Self.file + "/sign?place=\(place)")
            let stale = try await own.send(["strokes-\(place)": drawnName, "text": "other"])
            #expect(stale.status == 409 && stale.words.contains("单据刚刚变了"))
            for path in ["", "?place=", "?place=manager.x", "?place=party.yunqi-dingyi"] {
                #expect(try await anran.get(Self.file + "/sign" + path).status == 404)
            }
            #expect(try await world.sign(place, by: .anran).status == 303)
            let again = try await world.sign(place, by: .anran)
            let page = try await anran.page(try #require(again.location))
            #expect(page.contains("已经签过，不能再签一次"))
            #expect(try await world.signed(1).count == 1)
        }
    }

    @Test func `goes with the customer's data, and the record of it stays`() async throws {
        try await withCase { world, person in
            _ = try await world.sign("party.yunqi-anran", by: .anran)
            let hash = try #require(try await world.signed(1).first).signature.content
            let house = world.site.server.house
            #expect(house.attachments.read(hash) != nil)
            let erasures = Erasures(
                people: People(site: ServedSite.site, key: ServedSite.keys.person),
                staff: "yunqi-manager", at: ServedSite.now, deals: [person: ["D-1"]])
            let unused = try await house.database.write {
                try erasures.eraseIdle(person, id: "e1", ruling: "清理", in: $0)
            }
            #expect(unused == [hash])
            unused.forEach(house.attachments.remove)
            let page = plainWords(try await world.site.visitor(.manager).page(Self.file))
            #expect(page.contains("签过字的记录还在台账里"))
            #expect(try await world.signed(1).count == 1)
        }
    }
}
