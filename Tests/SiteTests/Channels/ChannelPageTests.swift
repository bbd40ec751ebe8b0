import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// A site with one company and one agent, and the address at which the agent reports.
struct ChannelWorld {
    let site: ServedSite
    let manager: Visitor
    let path: String

    init(_ site: ServedSite) async throws {
        self.site = site
        manager = try await site.visitor(.manager)
        _ = try await manager.follow("/channels/companies", ["name": "云客"])
        let companies = try await manager.page("/channels")
        let company = try #require(companies.firstMatch(of: /value="(co-[^"]+)"/)?.output.1)
        let agents = try await manager.follow(
            "/channels/agents", ["company": String(company), "name": "周明"])
        let agent = try #require(
            agents.firstMatch(of: /\/channels\/agents\/([^\/"]+)\/address/)?.output.1)
        path = try await Self.address(String(agent), manager)
    }

    static func address(_ agent: String, _ manager: Visitor) async throws -> String {
        let answer = try await manager.post("/channels/agents/\(agent)/address", [:])
        let found = answer.text.firstMatch(of: /http:\/\/site\.example(\/r\/[A-Za-z0-9_-]+)/)
        return String(try #require(found, "\(answer.text)").output.1)
    }

    var agent: String {
        get async throws {
            let page = try await manager.page("/channels")
            return String(
                try #require(
                    page.firstMatch(of: /\/channels\/agents\/([^\/"]+)\/address/)?.output.1))
        }
    }

    func report(
        _ name: String = "张三", _ phone: String = "13800001111", consent: String = "1",
        id: String = ""
    ) async throws -> Received {
        try await site.stranger.post(
            path, ["id": id, "name": name, "phone": phone, "consent": consent])
    }
}

@Suite struct `Reporting a customer` {
    @Test func `is answered at once, and thirty minutes later the customer is the channel's`()
        async throws
    {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let answer = try await world.report()
            let place = try #require(answer.location, "\(answer.text)")
            let page = try await site.stranger.page(place)
            #expect(plainWords(page).contains("6月2日 周一 10:30 起到访才有效"))
            #expect(page.contains("data-countdown"))
            #expect(page.contains("138****1111"))
            let code = try #require(
                page.firstMatch(of: /class="proof-code">([0-9A-Z]{8})</)?.output.1)

            site.clock.advance(by: .seconds(1800))
            try await site.ask(.visits(.register(Arrival("v1", .channel))), by: .desk)
            let desk = try await site.visitor(.desk)
            let typed = " \(code.prefix(4))-\(code.suffix(4).lowercased())"
            let result = try await desk.follow(
                "/channels/desk/match",
                ["visit": "v1", "name": "张 三", "phone": "138-0000-1111", "code": typed])
            #expect(plainWords(result).contains("渠道 云客 周明"))
            let state = try await site.book.state
            #expect(state.channels.visits["v1"]?.winner != nil)

            let slip = try await desk.follow(
                "/channels/desk/confirmation",
                [
                    "visit": "v1", "signed": "1",
                    "agent": try await "\(company(world)) \(world.agent)",
                ])
            #expect(plainWords(slip).contains("三者一致"))
            let printed = try #require(
                slip.firstMatch(of: /href="(\/channels\/confirmations\/[^"]+)"/)?.output.1)
            let paper = plainWords(try await desk.page(String(printed)))
            #expect(paper.contains("已当面签字") && paper.contains("林小满"))
            let list = try await world.manager.page("/channels/reports")
            #expect(plainWords(list).contains("已带到"))
            let file = try await world.manager.get("/channels/reports.xlsx")
            #expect(file.status == 200)
        }
    }

    private func company(_ world: ChannelWorld) async throws -> String {
        let page = try await world.manager.page("/channels")
        return String(try #require(page.firstMatch(of: /value="(co-[^" ]+)"/)?.output.1))
    }

    @Test func `one second too early makes a natural visit`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report()
            site.clock.advance(by: .seconds(1799))
            try await site.ask(.visits(.register(Arrival("v1", .channel))), by: .desk)
            let desk = try await site.visitor(.desk)
            let result = try await desk.follow(
                "/channels/desk/match",
                ["visit": "v1", "name": "张三", "phone": "13800001111"])
            #expect(plainWords(result).contains("自然到访"))
            #expect(try await site.book.state.channels.visits["v1"]?.winner == nil)
        }
    }

    @Test func `needs the customer's consent, a whole number and a name`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let before = try await site.count("journal")
            for (answer, sentence) in [
                (try await world.report(consent: ""), "要客户本人同意"),
                (try await world.report("张三", "138****1111"), "请写完整的电话号码"),
                (try await world.report("", "13800001111"), "请写客户全名"),
                (try await world.report("张三", "1380"), "请写完整的电话号码"),
            ] {
                #expect(answer.status == 422)
                #expect(answer.words.contains(sentence))
            }
            #expect(try await site.count("journal") == before)
            #expect(try await site.count("channel_report") == 0)
            #expect(try await site.count("person") == 0)
        }
    }

    @Test func `leaves no name and no number in the journal or the file`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report("诸葛孔明", "13912345678")
            #expect(try await site.count("channel_report") == 1)
            let bytes = try site.everyByte()
            #expect(bytes.range(of: Data("诸葛孔明".utf8)) == nil)
            #expect(bytes.range(of: Data("13912345678".utf8)) == nil)
        }
    }

    @Test func `answers the same whether the customer is known here or not`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/appointments",
                [
                    "staff": ServedSite.Person.anran.staff.rawValue, "day": "2025-06-03",
                    "time": "10:00", "phone": "13800001111", "name": "张三",
                ])
            #expect(try await site.count("person") == 1)
            var pages: [String] = []
            for phone in ["13800001111", "13800002222"] {
                let answer = try await world.report("张三", phone)
                let page = try await site.stranger.get(try #require(answer.location))
                pages.append(
                    page.words.replacing(/[0-9A-Z]{8}/, with: "code")
                        .replacing(/138\*{4}[0-9]{4}/, with: "number").replacing(/我最近.*/, with: ""))
            }
            #expect(pages[0] == pages[1])
        }
    }

    @Test func `shows a name with markup as plain words`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let answer = try await world.report("<script>alert(1)</script>")
            let page = try await site.stranger.get(try #require(answer.location))
            #expect(!page.text.contains("<script>alert"))
            #expect(page.text.contains("&lt;script&gt;"))
        }
    }

    @Test func `twice with one form is one report`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let first = try await world.report(id: "form-1")
            let again = try await world.report(id: "form-1")
            #expect(first.location == again.location)
            #expect(try await site.count("channel_report") == 1)
        }
    }

    @Test func `faster than people type is slowed down`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            var statuses: [Int] = []
            for number in 0..<25 {
                statuses.append(try await world.report("张三", "1380000\(1000 + number)").status)
            }
            #expect(statuses == Array(repeating: 303, count: 20) + Array(repeating: 429, count: 5))
            #expect(try await site.count("channel_report") == 20)
            site.clock.advance(by: .seconds(600))
            #expect(try await world.report().status == 303)
        }
    }
}

@Suite struct `The address of an agent` {
    @Test func `works until it is withdrawn, and a new one replaces the old`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            #expect(try await site.stranger.get(world.path).status == 200)
            let agent = try await world.agent
            let second = try await ChannelWorld.address(agent, world.manager)
            #expect(try await site.stranger.get(world.path).status == 404)
            #expect(try await site.stranger.get(second).status == 200)
            _ = try await world.manager.post("/channels/agents/\(agent)/withdrawal", [:])
            #expect(try await site.stranger.get(second).status == 404)
        }
    }

    @Test func `cannot be guessed, and guessing is slowed down`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let statuses = try await guesses(30, site)
            #expect(statuses.prefix(20).allSatisfy { $0 == 404 })
            #expect(statuses.suffix(10).allSatisfy { $0 == 429 })
        }
    }

    private func guesses(_ count: Int, _ site: ServedSite) async throws -> [Int] {
        var statuses: [Int] = []
        for _ in 0..<count {
            statuses.append(try await site.stranger.get("/r/\(ChannelSecret.make())").status)
        }
        return statuses
    }

    @Test func `is kept as a hash alone`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let secret = String(world.path.dropFirst(3))
            #expect(try site.everyByte().range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test func `of somebody who may not bring customers says so and keeps nothing`()
        async throws
    {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            let page = try await world.manager.page("/channels")
            let target = try #require(page.firstMatch(of: /value="(co-[^" ]+ ag-[^"]+)"/)?.output.1)
            _ = try await world.manager.follow(
                "/channels/blocks", ["target": String(target), "note": "冒报"])
            let refused = try await world.report()
            #expect(refused.status == 422)
            #expect(refused.words.contains("已被禁止给本案带客"))
            #expect(try await site.count("channel_report") == 0)
            #expect(try await site.count("person") == 0)
            _ = try await world.manager.follow("/channels/blocks/lift", ["target": String(target)])
            #expect(try await world.report().status == 303)
        }
    }
}

@Suite struct `Pages about channels` {
    @Test func `are as they were`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let manager = try await site.visitor(.manager)
            try expectSnapshot(try await manager.page("/channels"), named: "channels-empty")
            try expectSnapshot(
                try await manager.page("/channels/reports"), named: "channel-reports-empty")
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let desk = try await site.visitor(.desk)
            try expectSnapshot(try await desk.page("/channels/desk"), named: "channel-desk")
        }
        let line = AgentPage.Line(
            slip: "s", customer: "张三 138****1111", code: "ABCD2345",
            sentAt: ServedSite.now, opensAt: ServedSite.now.adding(seconds: 1800))
        var page = AgentPage(
            siteName: "云栖府", agent: "周明", company: "云客", action: "/r/x", id: "id-000001",
            now: ServedSite.now, leadMinutes: 30, lines: [line])
        page.made = line
        try expectSnapshot(page.html.string, named: "agent-report")
    }

    @Test func `list visits to be gone into, and close them`() async throws {
        try await withServedSite(pack: "P002B") { site in
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            try await site.ask(
                .channels(
                    .confirm(
                        VisitConfirmation(
                            "c1", of: "v1", channel: "co", agent: "ag", isSigned: true))),
                by: .desk)
            let manager = try await site.visitor(.manager)
            #expect(plainWords(try await manager.page("/channels")).contains("首问没提渠道"))
            let after = try await manager.follow(
                "/channels/audits/v1",
                ["staff": ServedSite.Person.anran.staff.rawValue, "note": "监控显示独自进门"])
            #expect(plainWords(after).contains("没有要稽核的"))
        }
    }

    @Test func `take the customer's word that a channel brought them before the tour begins`()
        async throws
    {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report()
            site.clock.advance(by: .seconds(1900))
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let desk = try await site.visitor(.desk)
            let words = ["visit": "v1", "name": "张三", "phone": "13800001111"] as KeyValuePairs
            #expect(
                plainWords(try await desk.follow("/channels/desk/match", words)).contains("自然到访"))
            let after = try await desk.follow("/channels/desk/mention", ["visit": "v1"])
            #expect(plainWords(after).contains("渠道 云客 周明"))
            let gate = try await desk.follow(
                "/channels/desk/gate", ["visit": "v1", "time": "10:20"])
            #expect(plainWords(gate).contains("已记下"))
        }
    }

    /// The register says another name; management sees the papers and lets the report stand.
    @Test func `let management decide by evidence, at the arrival and about poaching`()
        async throws
    {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report("张先生")
            site.clock.advance(by: .seconds(1800))
            let desk = try await site.visitor(.desk)
            try await site.ask(.visits(.register(Arrival("v1", .channel))), by: .desk)
            let judged = try await desk.follow(
                "/channels/desk/match",
                ["visit": "v1", "name": "张三", "phone": "13800001111"])
            #expect(plainWords(judged).contains("按自然到访，缺：信息一致。"))
            let page = try await world.manager.page("/channels/rulings")
            let target = try #require(page.firstMatch(of: /value="(v1 [^"]+)"/)?.output.1)
            let after = try await world.manager.follow(
                "/channels/reviews", ["target": String(target), "note": "名片写错"])
            #expect(plainWords(after).contains("经理凭证据复核"))
            #expect(try await site.book.state.channels.visits["v1"]?.winner != nil)

            let agent = try #require(page.firstMatch(of: /value="(co-[^" ]+ ag-[^"]+)"/)?.output.1)
            let unknown = try await world.manager.post(
                "/channels/poaching", ["phone": "13900000000", "agent": String(agent)])
            #expect(unknown.status == 422)
            let done = try await world.manager.follow(
                "/channels/poaching",
                [
                    "phone": "13800001111", "agent": String(agent), "note": "有登记",
                    "staff": ServedSite.Person.anran.staff.rawValue,
                ])
            #expect(plainWords(done).contains("查实撬了安然的客户"))
            #expect(try await world.report("李四", "13800002222").status == 422)
        }
    }

    @Test func `check a deal and call its buyer back`() async throws {
        try await withServedSite(pack: "P002B") { site in
            let world = try await ChannelWorld(site)
            _ = try await world.report()
            site.clock.advance(by: .seconds(1800))
            try await site.ask(
                .visits(.register(Arrival("v1", .channel, person: "p1"))), by: .desk)
            let desk = try await site.visitor(.desk)
            _ = try await desk.follow(
                "/channels/desk/match", ["visit": "v1", "name": "张三", "phone": "13800001111"])
            let staff = ServedSite.Person.anran.staff
            let order = DealOrder("d1", of: "p1", by: staff)
            try await site.ask(.adjudication(.order(order)), by: .clerk)
            let clerk = try await site.visitor(.clerk)
            let checked = try await clerk.follow(
                "/channels/deals", ["deal": "d1", "name": "张三", "phone": "13800001111"])
            #expect(plainWords(checked).contains("算云客（周明）带来的"))
            site.clock.advance(by: .seconds(30 * 86_400))
            try await site.ask(.settleDue)
            let later = try await site.visitor(.clerk)
            let list = try await later.page("/channels/reports")
            #expect(plainWords(list).contains("待回访的业主"))
            let after = try await later.follow(
                "/channels/surveys/d1", ["brought": "0", "consultant": "5", "agent": "1"])
            #expect(plainWords(after).contains("业主说不是渠道带来的"))
            let manager = try await site.visitor(.manager).page("/channels")
            #expect(plainWords(manager).contains("业主说不是渠道带来的"))
        }
    }
}
