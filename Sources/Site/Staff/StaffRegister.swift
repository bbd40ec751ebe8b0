import Database
import HouseRules

/// The people of a site as its administrator keeps them: accounts, and the ring for consultants.
public struct StaffRegister: Sendable {
    /// Somebody of the site.
    public struct Line: Sendable {
        /// What they type to sign in.
        public let login: String
        /// Their name.
        public let name: String
        /// Their role.
        public let role: Role
        /// Whether they take part in the rotation.
        public let isEnrolled: Bool
    }

    private let server: SiteServer
    private let site: SiteID

    /// Whoever works at the command line of the server.
    private var console: Actor { Actor(StaffID("\(site)-console"), .administrator) }

    /// The register of a site.
    public init(_ server: SiteServer, site: SiteID) {
        self.server = server
        self.site = site
    }

    /// Opens an account; a consultant joins the tail of the ring (REC-01).
    /// - Returns: The first password, shown once.
    /// - Throws: ``UnknownSite``, ``LoginTaken``, `DatabaseFailure`.
    public func add(login: String, name: String, role: Role) async throws -> String {
        let book = try await server.shelf.book(site)
        let staff = StaffID("\(site)-\(login)")
        let password = base64url(randomBytes(9))
        let hash = await PasswordHash.make(of: password, cost: server.settings.web.passwordCost)
        let account = Account(
            site: site, staff: staff, login: login, displayName: name, role: role)
        do {
            try await server.accounts.open(account, password: hash)
        } catch DatabaseFailure.uniqueViolation {
            throw LoginTaken(login: login)
        }
        if role == .consultant { try await enroll(staff, book) }
        return password
    }

    private func enroll(_ staff: StaffID, _ book: SiteBook) async throws {
        let id = DecisionID(server.surroundings.newID())
        _ = try await book.perform(.roster(.enroll(staff)), id: id, by: console)
    }

    /// Closes an account and ends its sessions; a consultant leaves the ring.
    /// - Returns: Why the rules keep them in the ring for now; nil when all is done.
    /// - Throws: ``UnknownSite``, ``UnknownLogin``, `DatabaseFailure`.
    public func close(login: String) async throws -> Refusal? {
        let account = try await account(login)
        let book = try await server.shelf.book(site)
        if await book.state.rotation.place(of: account.staff) != nil {
            let record = try await book.perform(
                .roster(.release(account.staff)), id: DecisionID(server.surroundings.newID()),
                by: console)
            if let refusal = record.refusal { return refusal }
        }
        try await server.accounts.close(site: site, staff: account.staff)
        return nil
    }

    /// Gives an account a new password and ends its sessions.
    /// - Returns: The new password, shown once.
    /// - Throws: ``UnknownLogin``, `DatabaseFailure`.
    public func renewPassword(login: String) async throws -> String {
        let account = try await account(login)
        let password = base64url(randomBytes(9))
        let hash = await PasswordHash.make(of: password, cost: server.settings.web.passwordCost)
        try await server.accounts.setPassword(hash, site: site, staff: account.staff)
        return password
    }

    /// Everybody with an open account.
    /// - Throws: ``UnknownSite``, `DatabaseFailure`.
    public func lines() async throws -> [Line] {
        let rotation = await (try server.shelf.book(site)).state.rotation
        return try await server.accounts.open().filter { $0.site == site }.map {
            Line(
                login: $0.login, name: $0.displayName, role: $0.role,
                isEnrolled: rotation.place(of: $0.staff) != nil)
        }
    }

    private func account(_ login: String) async throws -> Account {
        guard let found = try await server.accounts.find(login: login),
            found.account.site == site, found.account.isActive
        else { throw UnknownLogin(login: login) }
        return found.account
    }
}

/// Somebody else on this server signs in with this name.
public struct LoginTaken: Error, Sendable, Hashable, CustomStringConvertible {
    /// The login.
    public let login: String

    /// One English sentence.
    public var description: String { "The login \(login) is taken; choose another." }
}
