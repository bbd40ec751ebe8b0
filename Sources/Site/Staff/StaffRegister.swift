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

    private let shelf: SiteShelf
    private let accounts: Accounts
    private let cost: PasswordCost
    private let surroundings: Surroundings
    private let site: SiteID
    /// In whose name people join and leave the ring.
    private let actor: Actor

    /// The register of a site, for whoever works at the command line of the server.
    public init(_ server: SiteServer, site: SiteID) {
        self.init(
            shelf: server.shelf, accounts: server.accounts, cost: server.settings.web.passwordCost,
            surroundings: server.surroundings, site: site,
            actor: Actor(StaffID("\(site)-console"), .administrator))
    }

    init(
        shelf: SiteShelf, accounts: Accounts, cost: PasswordCost, surroundings: Surroundings,
        site: SiteID, actor: Actor
    ) {
        (self.shelf, self.accounts, self.cost) = (shelf, accounts, cost)
        (self.surroundings, self.site, self.actor) = (surroundings, site, actor)
    }

    /// Opens an account; a consultant joins the tail of the ring (REC-01).
    /// - Returns: The first password, shown once.
    /// - Throws: ``UnknownSite``, ``LoginTaken``, `DatabaseFailure`.
    public func add(login: String, name: String, role: Role) async throws -> String {
        let book = try await shelf.book(site)
        let staff = StaffID("\(site)-\(login)")
        let password = base64url(randomBytes(9))
        let hash = await PasswordHash.make(of: password, cost: cost)
        let account = Account(
            site: site, staff: staff, login: login, displayName: name, role: role)
        guard try await accounts.find(login: login) == nil else { throw LoginTaken(login: login) }
        do {
            try await note(
                .opened(role), of: staff, book, [accounts.opening(account, password: hash)])
        } catch DatabaseFailure.uniqueViolation {
            throw LoginTaken(login: login)
        }
        if role == .consultant { try await enroll(staff, book) }
        return password
    }

    private func enroll(_ staff: StaffID, _ book: SiteBook) async throws {
        let id = DecisionID(surroundings.newID())
        _ = try await book.perform(.roster(.enroll(staff)), id: id, by: actor)
    }

    /// Changes an account and writes into the journal who did it, both or neither.
    private func note(
        _ change: AccountChange, of staff: StaffID, _ book: SiteBook, _ statements: [SQL]
    ) async throws {
        let record = try await book.perform(
            .roster(.account(staff, change)), id: DecisionID(surroundings.newID()), by: actor,
            alongside: statements)
        if let refusal = record.refusal { throw AccountRefused(refusal: refusal) }
    }

    /// Closes an account and ends its sessions; a consultant leaves the ring.
    /// - Returns: Why the rules keep them in the ring for now; nil when all is done.
    /// - Throws: ``UnknownSite``, ``UnknownLogin``, `DatabaseFailure`.
    public func close(login: String) async throws -> Refusal? {
        let account = try await account(login)
        let book = try await shelf.book(site)
        if await book.state.rotation.place(of: account.staff) != nil {
            let record = try await book.perform(
                .roster(.release(account.staff)), id: DecisionID(surroundings.newID()),
                by: actor)
            if let refusal = record.refusal { return refusal }
        }
        try await note(
            .closed, of: account.staff, book, Accounts.closing(site: site, staff: account.staff))
        return nil
    }

    /// Gives somebody another role and ends their sessions; consultants join and leave the ring.
    /// - Returns: Why the rules keep them in the ring for now; nil when all is done.
    /// - Throws: ``UnknownLogin``, `DatabaseFailure`.
    public func change(login: String, to role: Role) async throws -> Refusal? {
        let account = try await account(login)
        let book = try await shelf.book(site)
        let isInRing = await book.state.rotation.place(of: account.staff) != nil
        if isInRing && role != .consultant {
            let record = try await book.perform(
                .roster(.release(account.staff)), id: DecisionID(surroundings.newID()), by: actor)
            if let refusal = record.refusal { return refusal }
        }
        try await note(
            .given(role), of: account.staff, book,
            Accounts.giving(role, site: site, staff: account.staff))
        if role == .consultant && !isInRing { try await enroll(account.staff, book) }
        return nil
    }

    /// Gives an account a new password and ends its sessions.
    /// - Returns: The new password, shown once.
    /// - Throws: ``UnknownLogin``, `DatabaseFailure`.
    public func renewPassword(login: String) async throws -> String {
        let account = try await account(login)
        let password = base64url(randomBytes(9))
        let hash = await PasswordHash.make(of: password, cost: cost)
        try await note(
            .newPassword, of: account.staff, try await shelf.book(site),
            Accounts.renewing(hash, site: site, staff: account.staff))
        return password
    }

    /// Everybody with an open account.
    /// - Throws: ``UnknownSite``, `DatabaseFailure`.
    public func lines() async throws -> [Line] {
        let rotation = await (try shelf.book(site)).state.rotation
        return try await accounts.open().filter { $0.site == site }.map {
            Line(
                login: $0.login, name: $0.displayName, role: $0.role,
                isEnrolled: rotation.place(of: $0.staff) != nil)
        }
    }

    /// The open account of a login at this site.
    /// - Throws: ``UnknownLogin``, `DatabaseFailure`.
    func account(_ login: String) async throws -> Account {
        guard let found = try await accounts.find(login: login),
            found.account.site == site, found.account.isActive
        else { throw UnknownLogin(login: login) }
        return found.account
    }
}

/// The rules let this person change no accounts; nothing was changed.
public struct AccountRefused: Error, Sendable, CustomStringConvertible {
    /// Why.
    public let refusal: Refusal

    /// One English sentence.
    public var description: String { "The account was not changed: \(refusal.code)." }
}

/// Somebody else on this server signs in with this name.
public struct LoginTaken: Error, Sendable, Hashable, CustomStringConvertible {
    /// The login.
    public let login: String

    /// One English sentence.
    public var description: String { "The login \(login) is taken; choose another." }
}
