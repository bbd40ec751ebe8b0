import Database
import HouseRules

/// A person who may sign in.
public struct Account: Sendable, Equatable {
    /// The site they work on.
    public let site: SiteID
    /// Who they are in the journal.
    public let staff: StaffID
    /// What they type to sign in; unique on this server.
    public let login: String
    /// The name shown on pages.
    public let displayName: String
    /// What they may do.
    public let role: Role
    /// False once the account was closed.
    public let isActive: Bool

    /// An account from its parts.
    public init(
        site: SiteID, staff: StaffID, login: String, displayName: String, role: Role,
        isActive: Bool = true
    ) {
        (self.site, self.staff, self.login) = (site, staff, login)
        (self.displayName, self.role, self.isActive) = (displayName, role, isActive)
    }
}

/// The accounts of all sites of this server.
public struct Accounts: Sendable {
    private let database: any Database
    private let surroundings: Surroundings

    /// Accounts kept in `database`.
    public init(database: any Database, surroundings: Surroundings) {
        (self.database, self.surroundings) = (database, surroundings)
    }

    /// Opens an account. Throws `DatabaseFailure.uniqueViolation` when the login is taken.
    public func open(_ account: Account, password: PasswordHash) async throws {
        let statement = opening(account, password: password)
        try await database.write { try $0.execute(statement) }
    }

    /// Closes an account and ends its sessions.
    public func close(site: SiteID, staff: StaffID) async throws {
        try await database.write { try $0.execute(batch: Self.closing(site: site, staff: staff)) }
    }

    /// What opens an account; a taken login is a `DatabaseFailure.uniqueViolation`.
    func opening(_ account: Account, password: PasswordHash) -> SQL {
        """
        INSERT INTO account (site, staff, login, display_name, role, password_hash, active, \
        created_at) VALUES (\(account.site), \(account.staff), \(account.login), \
        \(account.displayName), \(account.role.rawValue), \(password.text), \
        \(account.isActive), \(surroundings.now()))
        """
    }

    /// What closes an account and ends its sessions.
    static func closing(site: SiteID, staff: StaffID) -> [SQL] {
        ["UPDATE account SET active = 0 WHERE site = \(site) AND staff = \(staff)"]
            + endOfSessions(site: site, staff: staff)
    }

    /// What gives somebody another role and ends their sessions, which carry the old one.
    static func giving(_ role: Role, site: SiteID, staff: StaffID) -> [SQL] {
        [
            """
            UPDATE account SET role = \(role.rawValue) WHERE site = \(site) AND staff = \(staff)
            """
        ] + endOfSessions(site: site, staff: staff)
    }

    /// What gives an account a new password and ends its sessions.
    static func renewing(_ password: PasswordHash, site: SiteID, staff: StaffID) -> [SQL] {
        [
            """
            UPDATE account SET password_hash = \(password.text) \
            WHERE site = \(site) AND staff = \(staff)
            """
        ] + endOfSessions(site: site, staff: staff)
    }

    /// The account with this login and its password's hash.
    func find(login: String) async throws -> (account: Account, password: String)? {
        try await database.read { transaction in
            try transaction.row(
                """
                SELECT site, staff, login, display_name, role, active, password_hash
                FROM account WHERE login = \(login)
                """
            ).map { (try Account(row: $0), try $0.text("password_hash")) }
        }
    }

    /// All accounts that are open, in the order of their role and login: for the demonstration.
    func open() async throws -> [Account] {
        let accounts = try await database.read { transaction in
            try transaction.rows(
                """
                SELECT site, staff, login, display_name, role, active
                FROM account WHERE active = 1 ORDER BY login
                """
            ).map(Account.init(row:))
        }
        let order = Role.allCases
        return order.flatMap { role in accounts.filter { $0.role == role } }
    }

    private static func endOfSessions(site: SiteID, staff: StaffID) -> [SQL] {
        [
            "DELETE FROM session WHERE site = \(site) AND staff = \(staff)",
            "DELETE FROM api_token WHERE site = \(site) AND staff = \(staff)",
        ]
    }
}

extension Account {
    /// Reads the columns of `account`; an unknown role is a fault of the data, not a default.
    init(row: Row) throws {
        let roleText = try row.text("role")
        guard let role = Role(rawValue: roleText) else {
            throw DatabaseFailure.decoding("account.role is '\(roleText)', which no role is called")
        }
        self.init(
            site: SiteID(try row.text("site")), staff: StaffID(try row.text("staff")),
            login: try row.text("login"), displayName: try row.text("display_name"),
            role: role, isActive: try row.bool("active"))
    }
}
