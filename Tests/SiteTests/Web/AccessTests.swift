import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Who may pass` {
    @Test func `nobody is let in where people must sign in, and comes back afterwards`()
        async throws
    {
        let stranger = try await WebFixture().stranger
        let answer = try await stranger.get("/visits/1?tab=a%20b")
        #expect(answer.status == 303)
        #expect(answer.location == "/sign-in?return=%2Fvisits%2F1%3Ftab%3Da%2520b")
    }

    @Test func `a form of somebody whose session is over leads back to its page`() async throws {
        let stranger = try await WebFixture().stranger
        let answer = try await stranger.post(
            "/visits", [("name", "a")], headers: [.referer: "http://site.example/reception?x=1"])
        #expect(answer.location == "/sign-in?return=%2Freception%3Fx%3D1")
        let foreign = try await stranger.post(
            "/visits", [("name", "a")], headers: [.referer: "http://evil.example/x"])
        #expect(foreign.location == "/sign-in")
    }

    @Test func `htmx is told to go to the sign-in page`() async throws {
        let answer = try await WebFixture().stranger.get("/board", headers: [.hxRequest: "true"])
        #expect(answer.status == 401 && answer.headers[.hxRedirect] == "/sign-in")
    }

    @Test func `a role without the permission is refused with a sentence`() async throws {
        let browser = try await WebFixture().signedIn("lei", .consultant)
        let answer = try await browser.post("/visits", [("name", "a")])
        #expect(answer.status == 403 && answer.text.contains("您的岗位不能做这件事"))
        #expect(answer.text.contains("顾问lei"))
    }

    @Test func `every role is held to the table on every route`() async throws {
        let fixture = try await WebFixture()
        for role in Role.allCases {
            let browser = try await fixture.signedIn("p-\(role.rawValue)", role)
            let board = try await browser.get("/board").status
            #expect(board == (role.permissions.contains(.seeBoard) ? 200 : 403), "\(role)")
            let visits = try await browser.post("/visits", [("name", "a")]).status
            #expect(visits == (role.permissions.contains(.receiveVisitors) ? 303 : 403), "\(role)")
        }
    }

    @Test func `the table gives what the house gives and nothing to the clock`() {
        #expect(Role.salesManager.permissions.contains(.giveRulings))
        #expect(!Role.consultant.permissions.contains(.receiveVisitors))
        #expect(!Role.dutyOfficer.permissions.contains(.giveRulings))
        #expect(Role.clock.permissions.isEmpty)
        let writes: Set<Permission> = [
            .receiveVisitors, .standInTurn, .arrangeTurns, .giveRulings, .importLists,
            .changePolicy, .administerAccounts,
        ]
        #expect(Role.auditor.permissions.isDisjoint(with: writes))
        #expect(
            Permission.allCases.allSatisfy { permission in
                Role.allCases.contains { $0.permissions.contains(permission) }
            })
    }

    @Test func `the verdict is refused unless it is allowed`() {
        #expect(Access.anyone.verdict(for: nil) == .allowed)
        #expect(Access.signedIn.verdict(for: nil) == .signInFirst)
        #expect(Access.signedIn.verdict(for: .auditor) == .allowed)
        #expect(Access.permission(.audit).verdict(for: nil) == .signInFirst)
        #expect(Access.permission(.audit).verdict(for: .consultant) == .refused(.audit))
        #expect(Access.permission(.audit).verdict(for: .auditor) == .allowed)
    }

    @Test func `the navigation shows what one may open`() async throws {
        let fixture = try await WebFixture()
        let desk = try await fixture.signedIn("fang", .frontDeskSecretary).get("/board").text
        let consultant = try await fixture.signedIn("lei", .consultant).get("/board").text
        #expect(desk.contains("href=\"/visits\"") && !consultant.contains("href=\"/visits\""))
        #expect(consultant.contains("href=\"/board\" aria-current=\"page\""))
    }
}

@Suite struct `A general limit of requests` {
    @Test func `a session that storms is slowed down, others are not`() async throws {
        let fixture = try await WebFixture { $0.requestRate = .init(perSecond: 2, burst: 5) }
        let busy = try await fixture.signedIn("busy")
        let calm = try await fixture.signedIn("calm")
        for _ in 0..<5 { #expect(try await busy.get("/board").status == 200) }
        let refused = try await busy.get("/board")
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "1")
        #expect(try await calm.get("/board").status == 200)
        fixture.clock.advance(by: .seconds(1))
        #expect(try await busy.get("/board").status == 200)
        #expect(try await busy.get("/board").status == 200)
        #expect(try await busy.get("/board").status == 429)
    }

    @Test func `no limit means none`() async throws {
        let limiter = RequestLimiter(rate: .init(perSecond: 0, burst: 0))
        for _ in 0..<1000 { #expect(limiter.take([1], at: 0) == nil) }
    }

    @Test func `a clock that steps back gives nothing away`() {
        let limiter = RequestLimiter(rate: .init(perSecond: 1, burst: 1))
        #expect(limiter.take([1], at: 10_000) == nil)
        #expect(limiter.take([1], at: 0) != nil)
        #expect(limiter.take([1], at: 500) != nil)
    }
}
