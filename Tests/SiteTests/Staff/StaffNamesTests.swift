import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Names of people` {
    private func open(
        _ accounts: Accounts, _ staff: StaffID, _ name: String, site: SiteID = "s1"
    ) async throws {
        let account = Account(
            site: site, staff: staff, login: "\(site)-\(staff)", displayName: name,
            role: .consultant)
        try await accounts.open(account, password: await PasswordHash.make(of: "x", cost: .cheap))
    }

    private func names(_ fixture: WebFixture) -> StaffNames {
        StaffNames(database: fixture.database, surroundings: fixture.surroundings)
    }

    @Test func `come from the accounts of the site`() async throws {
        let fixture = try await WebFixture()
        try await open(fixture.site.accounts, "A", "安然")
        try await open(fixture.site.accounts, "A", "安禾", site: "s2")
        let names = names(fixture)
        #expect(try await names.directory("s1").name("A") == "安然")
        #expect(try await names.directory("s2").name("A") == "安禾")
        #expect(try await names.directory("s3").people.isEmpty)
    }

    @Test func `are remembered for ten seconds`() async throws {
        let fixture = try await WebFixture()
        try await open(fixture.site.accounts, "A", "安然")
        let names = names(fixture)
        #expect(try await names.directory("s1").name("A") == "安然")
        try await open(fixture.site.accounts, "B", "白榆")
        fixture.clock.advance(by: .milliseconds(9_999))
        #expect(try await names.directory("s1").name("B") == "B")
        fixture.clock.advance(by: .milliseconds(1))
        #expect(try await names.directory("s1").name("B") == "白榆")
    }

    @Test func `cost no query while they are remembered`() async throws {
        let fixture = try await WebFixture()
        try await open(fixture.site.accounts, "A", "安然")
        let names = names(fixture)
        _ = try await names.directory("s1")
        try await fixture.database.close()
        #expect(try await names.directory("s1").name("A") == "安然")
        fixture.clock.advance(by: .seconds(10))
        await #expect(throws: (any Error).self) { try await names.directory("s1") }
    }

    @Test func `are read again once forgotten, those of that site only`() async throws {
        let fixture = try await WebFixture()
        let names = names(fixture)
        for site in ["s1", "s2"] as [SiteID] { _ = try await names.directory(site) }
        for site in ["s1", "s2"] as [SiteID] {
            try await open(fixture.site.accounts, "A", "安然", site: site)
        }
        names.forget("s1")
        #expect(try await names.directory("s1").name("A") == "安然")
        #expect(try await names.directory("s2").name("A") == "A")
    }

    @Test func `stay those of people whose account is closed`() async throws {
        let fixture = try await WebFixture()
        try await open(fixture.site.accounts, "A", "安然")
        try await fixture.site.accounts.close(site: "s1", staff: "A")
        let directory = try await names(fixture).directory("s1")
        #expect(directory.name("A") == "安然" && directory.knows("A"))
        #expect(directory.people.map(\.isActive) == [false])
    }
}

@Suite struct `A directory of people` {
    @Test func `falls back on the id, and calls the clock the system`() {
        let directory = StaffDirectory([])
        #expect(directory.name("A") == "A" && !directory.knows("A"))
        #expect(directory.name(Actor.clock.staff) == "系统")
    }

    @Test func `an account of that id goes before the clock`() {
        let directory = StaffDirectory([
            .init(staff: Actor.clock.staff, name: "钟", role: nil, isActive: true)
        ])
        #expect(directory.name(Actor.clock.staff) == "钟")
    }

    @Test func `the first of two of one id counts`() {
        let directory = StaffDirectory([
            .init(staff: "A", name: "安", role: .consultant, isActive: true),
            .init(staff: "A", name: "暗", role: .auditor, isActive: true),
        ])
        #expect(directory.name("A") == "安" && directory.people.count == 2)
    }
}
