import Database
import HouseRules
import Synchronization

/// Somebody who is signed in.
struct Session: Sendable, Equatable {
    /// How they showed who they are.
    enum Proof: Sendable, Equatable {
        /// The session cookie; forms must carry its token too.
        case cookie
        /// A key in the `Authorization` header, which browsers never send by themselves.
        case bearer
    }

    /// The hash of the secret; the secret itself is nowhere but in the browser.
    let key: [UInt8]
    let account: Account
    let proof: Proof
    /// What forms of this session carry.
    let csrfToken: String
    let createdAt: Int64
    /// The end, however busy the session is.
    let expiresAt: Int64

    var actor: Actor { Actor(account.staff, account.role) }
}

/// Signed-in browsers and programs: kept in the database, remembered here so that a request that
/// was seen lately costs no query.
final class Sessions: Sendable {
    private let database: any Database
    private let surroundings: Surroundings
    private let configuration: WebConfiguration
    private let remembered: Mutex<BoundedTable<[UInt8], Memory>>

    private struct Memory {
        var session: Session
        var lastSeen: Int64
        /// When the database was asked last.
        var checkedAt: Int64
    }

    init(database: any Database, surroundings: Surroundings, configuration: WebConfiguration) {
        (self.database, self.surroundings) = (database, surroundings)
        self.configuration = configuration
        remembered = Mutex(BoundedTable(limit: 20_000))
    }

    /// Starts a session under a fresh secret and ends the one of `replacing`, so that a secret
    /// known before signing in is worth nothing after it.
    func begin(
        for account: Account, replacing old: String? = nil
    ) async throws -> (secret: String, session: Session) {
        let secret = base64url(randomBytes(32))
        let now = surroundings.now()
        let session = session(
            secret: secret, account: account, proof: .cookie, createdAt: now,
            expiresAt: now + configuration.absoluteTimeout.wholeMilliseconds)
        let oldKey = old.map { sha256($0) }
        try await database.write { transaction in
            if let oldKey { try Self.delete(oldKey, in: transaction) }
            try transaction.execute("DELETE FROM session WHERE expires_at <= \(now)")
            try transaction.execute(
                """
                INSERT INTO session (token_hash, site, staff, created_at, last_seen, expires_at)
                VALUES (\(hex(session.key)), \(account.site.rawValue), \(account.staff.rawValue),
                    \(now), \(now), \(session.expiresAt))
                """)
        }
        remembered.withLock { table in
            if let oldKey { table[oldKey] = nil }
            table[session.key] = Memory(session: session, lastSeen: now, checkedAt: now)
        }
        return (secret, session)
    }

    /// The session of a cookie's or a header's secret, if it is alive.
    func find(secret: String, proof: Session.Proof) async throws -> Session? {
        guard (20...200).contains(secret.utf8.count) else { return nil }
        let key = sha256(secret)
        let now = surroundings.now()
        switch recall(key, at: now) {
        case .alive(let session) where session.proof == proof: return session
        case .alive, .over: return nil
        case .unknown(let lastSeen):
            return try await look(up: key, secret: secret, proof: proof, lastSeen, at: now)
        }
    }

    /// Ends one session.
    func end(_ session: Session) async throws {
        try await database.write { try Self.delete(session.key, in: $0) }
        remembered.withLock { $0[session.key] = nil }
    }

    /// Ends every session of a person, on all their devices.
    func endAll(site: SiteID, staff: StaffID) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(
                "DELETE FROM session WHERE site = \(site.rawValue) AND staff = \(staff.rawValue)")
        }
        forget(site: site, staff: staff)
    }

    /// Asks the database again for a person, whose account was changed.
    func forget(site: SiteID, staff: StaffID) {
        remembered.withLock { table in
            table.removeAll {
                $0.session.account.site == site && $0.session.account.staff == staff
            }
        }
    }

    /// Makes a key for a program; the secret is shown once and never again.
    func issueToken(
        for account: Account, label: String, lifetime: Duration
    ) async throws -> String {
        let secret = base64url(randomBytes(32))
        let now = surroundings.now()
        _ = try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO api_token (token_hash, site, staff, label, created_at, expires_at)
                VALUES (\(hex(sha256(secret))), \(account.site.rawValue),
                    \(account.staff.rawValue), \(label), \(now),
                    \(now + lifetime.wholeMilliseconds))
                """)
        }
        return secret
    }

    // MARK: Memory

    private enum Recollection {
        case alive(Session)
        case over
        /// Not in memory, or not asked for too long; when it was last used as far as we know.
        case unknown(lastSeen: Int64?)
    }

    private func recall(_ key: [UInt8], at now: Int64) -> Recollection {
        remembered.withLock { table in
            guard var memory = table[key] else { return .unknown(lastSeen: nil) }
            if isOver(memory.session, lastSeen: memory.lastSeen, at: now) {
                table[key] = nil
                return .over
            }
            let age = now - memory.checkedAt
            guard (0..<configuration.sessionTrust.wholeMilliseconds).contains(age) else {
                return .unknown(lastSeen: memory.lastSeen)
            }
            memory.lastSeen = now
            table[key] = memory
            return .alive(memory.session)
        }
    }

    private func isOver(_ session: Session, lastSeen: Int64, at now: Int64) -> Bool {
        if now >= session.expiresAt { return true }
        return session.proof == .cookie
            && now - lastSeen >= configuration.idleTimeout.wholeMilliseconds
    }

    private func session(
        secret: String, account: Account, proof: Session.Proof, createdAt: Int64,
        expiresAt: Int64
    ) -> Session {
        Session(
            key: sha256(secret), account: account, proof: proof,
            csrfToken: base64url(sha256("csrf:" + secret)), createdAt: createdAt,
            expiresAt: expiresAt)
    }

    // MARK: Rows

    private func look(
        up key: [UInt8], secret: String, proof: Session.Proof, _ knownLastSeen: Int64?,
        at now: Int64
    ) async throws -> Session? {
        guard let found = try await row(key, proof: proof), found.account.isActive else {
            remembered.withLock { $0[key] = nil }
            return nil
        }
        let session = session(
            secret: secret, account: found.account, proof: proof, createdAt: found.createdAt,
            expiresAt: found.expiresAt)
        let lastSeen = max(found.lastSeen, knownLastSeen ?? 0)
        if isOver(session, lastSeen: lastSeen, at: now) {
            try await end(session)
            return nil
        }
        if proof == .cookie, now - found.lastSeen >= configuration.sessionTrust.wholeMilliseconds {
            try await touch(key, at: now)
        }
        remembered.withLock {
            $0[key] = Memory(session: session, lastSeen: now, checkedAt: now)
        }
        return session
    }

    private struct Found: Sendable {
        let account: Account
        let createdAt: Int64
        let expiresAt: Int64
        let lastSeen: Int64
    }

    private func row(_ key: [UInt8], proof: Session.Proof) async throws -> Found? {
        let source: SQL =
            switch proof {
            case .cookie: "session s"
            case .bearer: "(SELECT t.*, t.created_at AS last_seen FROM api_token t) s"
            }
        return try await database.read { transaction in
            try transaction.row(
                """
                SELECT a.site, a.staff, a.login, a.display_name, a.role, a.active,
                    s.created_at AS session_created_at, s.expires_at, s.last_seen
                FROM \(sql: source) JOIN account a ON a.site = s.site AND a.staff = s.staff
                WHERE s.token_hash = \(hex(key))
                """
            ).map { row in
                Found(
                    account: try Account(row: row), createdAt: try row.int("session_created_at"),
                    expiresAt: try row.int("expires_at"), lastSeen: try row.int("last_seen"))
            }
        }
    }

    private func touch(_ key: [UInt8], at now: Int64) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(
                """
                UPDATE session SET last_seen = \(now)
                WHERE token_hash = \(hex(key)) AND last_seen < \(now)
                """)
        }
    }

    private static func delete(_ key: [UInt8], in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM session WHERE token_hash = \(hex(key))")
    }
}
