import Database
import HouseRules

/// Lays the foundation of a site: its book, its first rules, its first administrator.
public struct SiteFoundation: Sendable {
    private let server: SiteServer

    /// The foundation of a site on a server.
    public init(_ server: SiteServer) { self.server = server }

    /// Makes what is missing and changes nothing that is there.
    /// - Returns: The password of the administrator when the account was made now.
    /// - Throws: `DatabaseFailure`, what reading the pack throws.
    public func lay(
        _ site: SiteID, name: String, pack: String, administrator login: String
    ) async throws -> String? {
        try await server.shelf.create(site, name: name)
        let book = try await server.shelf.book(site)
        if await book.policyRevisions.isEmpty {
            let text = try SourceText.read(
                path: "\(server.settings.policies)/\(pack).yaml", shown: "\(pack).yaml")
            let now = Moment(milliseconds: server.surroundings.now())
            try await book.publishFirst(
                PolicyDraft(
                    body: text, effectiveFrom: now, author: login, note: "开站"))
        }
        guard try await server.accounts.find(login: login) == nil else { return nil }
        let password = base64url(randomBytes(12))
        let account = Account(
            site: site, staff: StaffID("\(site)-\(login)"), login: login,
            displayName: "系统管理员", role: .administrator)
        let hash = await PasswordHash.make(of: password, cost: server.settings.web.passwordCost)
        try await server.accounts.open(account, password: hash)
        return password
    }
}

extension SiteServer {
    /// Makes a key for a program in the name of an account; it is shown once and never again.
    /// - Throws: ``UnknownLogin``, `DatabaseFailure`.
    public func issueToken(login: String, label: String, days: Int) async throws -> String {
        guard let found = try await accounts.find(login: login), found.account.isActive else {
            throw UnknownLogin(login: login)
        }
        return try await site.environment.sessions.issueToken(
            for: found.account, label: label, lifetime: .seconds(days * 86_400))
    }
}

/// No open account has this login.
public struct UnknownLogin: Error, Sendable, Hashable, CustomStringConvertible {
    /// The login.
    public let login: String

    /// One English sentence.
    public var description: String { "No open account has the login \(login)." }
}
