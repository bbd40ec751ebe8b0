import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Sessions on both databases` {
    private static let account = Account(
        site: BookWorld.site, staff: "A", login: "anran", displayName: "安然", role: .consultant)

    /// Sessions with an account behind them, one hour idle and a day at most.
    private func withSessions(
        _ backend: BookBackend, _ body: (BookWorld, Sessions) async throws -> Void
    ) async throws {
        try await withBookWorld(backend) { world in
            try await Accounts(database: world.database, surroundings: world.setting.surroundings)
                .open(Self.account, password: await PasswordHash.make(of: "x", cost: .cheap))
            try await body(world, sessions(world))
        }
    }

    /// What another process would have: the same rows, no memory.
    private func sessions(_ world: BookWorld) -> Sessions {
        var configuration = WebConfiguration()
        configuration.idleTimeout = .seconds(3600)
        configuration.absoluteTimeout = .seconds(86_400)
        return Sessions(
            database: world.database, surroundings: world.setting.surroundings,
            configuration: configuration)
    }

    @Test(arguments: BookBackend.available)
    func `one that was begun is found here and elsewhere`(_ backend: BookBackend) async throws {
        try await withSessions(backend) { world, here in
            let (secret, session) = try await here.begin(for: Self.account)
            for sessions in [here, sessions(world)] {
                let found = try await sessions.find(secret: secret, proof: .cookie)
                #expect(found == session && found?.account == Self.account)
            }
            #expect(try await here.find(secret: secret + "x", proof: .cookie) == nil)
        }
    }

    @Test(arguments: BookBackend.available)
    func `a cookie is no key and a key is no cookie`(_ backend: BookBackend) async throws {
        try await withSessions(backend) { world, here in
            let (secret, _) = try await here.begin(for: Self.account)
            let key = try await here.issueToken(
                for: Self.account, label: "屏", lifetime: .seconds(60))
            for sessions in [here, sessions(world)] {
                #expect(try await sessions.find(secret: secret, proof: .bearer) == nil)
                #expect(try await sessions.find(secret: key, proof: .cookie) == nil)
                #expect(try await sessions.find(secret: key, proof: .bearer) != nil)
            }
        }
    }

    @Test(arguments: BookBackend.available)
    func `use in one process keeps it alive in another`(_ backend: BookBackend) async throws {
        try await withSessions(backend) { world, here in
            let (secret, _) = try await here.begin(for: Self.account)
            world.clock.advance(by: .seconds(3000))
            #expect(try await here.find(secret: secret, proof: .cookie) != nil)
            world.clock.advance(by: .seconds(3000))
            #expect(try await sessions(world).find(secret: secret, proof: .cookie) != nil)
            world.clock.advance(by: .seconds(3600))
            #expect(try await sessions(world).find(secret: secret, proof: .cookie) == nil)
            #expect(try await world.count("session") == 0)
        }
    }

    @Test(arguments: BookBackend.available)
    func `a key lives its days, used or not`(_ backend: BookBackend) async throws {
        try await withSessions(backend) { world, here in
            let key = try await here.issueToken(
                for: Self.account, label: "屏", lifetime: .seconds(100_000))
            world.clock.advance(by: .seconds(99_999))
            #expect(try await sessions(world).find(secret: key, proof: .bearer) != nil)
            world.clock.advance(by: .seconds(1))
            #expect(try await sessions(world).find(secret: key, proof: .bearer) == nil)
        }
    }

    @Test(arguments: BookBackend.available)
    func `ending one leaves the others, ending all leaves none`(
        _ backend: BookBackend
    ) async throws {
        try await withSessions(backend) { world, here in
            let (first, session) = try await here.begin(for: Self.account)
            let (second, _) = try await here.begin(for: Self.account)
            try await here.end(session)
            #expect(try await here.find(secret: first, proof: .cookie) == nil)
            #expect(try await here.find(secret: second, proof: .cookie) != nil)
            try await here.endAll(site: Self.account.site, staff: "B")
            #expect(try await here.find(secret: second, proof: .cookie) != nil)
            try await here.endAll(site: Self.account.site, staff: "A")
            #expect(try await here.find(secret: second, proof: .cookie) == nil)
            #expect(try await world.count("session") == 0)
        }
    }

    @Test(arguments: BookBackend.available)
    func `signing in again replaces the secret known before`(
        _ backend: BookBackend
    ) async throws {
        try await withSessions(backend) { world, here in
            let (old, _) = try await here.begin(for: Self.account)
            let (new, _) = try await here.begin(for: Self.account, replacing: old)
            for sessions in [here, sessions(world)] {
                #expect(try await sessions.find(secret: old, proof: .cookie) == nil)
                #expect(try await sessions.find(secret: new, proof: .cookie) != nil)
            }
            #expect(try await world.count("session") == 1)
        }
    }
}
