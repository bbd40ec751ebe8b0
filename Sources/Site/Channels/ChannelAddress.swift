import Database
import HouseRules

/// An agent of a channel company.
struct ChannelAgent: Sendable {
    let id: String
    let name: String
    let company: String
    let companyName: String
    /// Since when their address works; nil: it does not.
    let addressSince: Moment?

    init(_ row: Row) throws {
        id = try row.text("agent")
        name = try row.text("name")
        company = try row.text("company")
        companyName = try row.text("company_name")
        addressSince = try row.optionalMoment("token_at")
    }

    /// The agents of a site, by company and name.
    static func all(at site: SiteID, in transaction: any Transaction) throws -> [ChannelAgent] {
        try transaction.rows(
            """
            SELECT a.agent, a.name, a.company, c.name AS company_name, a.token_at
            FROM channel_agent a
            JOIN channel_company c ON c.site = a.site AND c.company = a.company
            WHERE a.site = \(site) ORDER BY c.name, c.company, a.name, a.agent
            """
        ).map(ChannelAgent.init)
    }

    /// Whose address holds this secret; nil: nobody's, or it was withdrawn.
    static func of(
        secret: String, in transaction: any Transaction
    ) throws -> (site: SiteID, agent: ChannelAgent)? {
        guard let hash = ChannelSecret.hash(of: secret) else { return nil }
        let row = try transaction.row(
            """
            SELECT a.site, a.agent, a.name, a.company, c.name AS company_name, a.token_at
            FROM channel_agent a
            JOIN channel_company c ON c.site = a.site AND c.company = a.company
            WHERE a.token_hash = \(hash)
            """)
        return try row.map { (SiteID(try $0.text("site")), try ChannelAgent($0)) }
    }
}

/// A channel company.
struct ChannelCompany: Sendable {
    let id: String
    let name: String

    static func all(at site: SiteID, in transaction: any Transaction) throws -> [ChannelCompany] {
        try transaction.rows(
            "SELECT company, name FROM channel_company WHERE site = \(site) ORDER BY name, company"
        ).map { ChannelCompany(id: try $0.text("company"), name: try $0.text("name")) }
    }
}

/// The secret in an agent's address: shown once, kept as a hash.
enum ChannelSecret {
    private static let bytes = 24

    static func make() -> String { base64url(randomBytes(bytes)) }

    /// Nil when it cannot be a secret, so that nothing is looked up for it.
    static func hash(of secret: String) -> String? {
        guard secret.utf8.count == bytes * 4 / 3, secret.utf8.allSatisfy(isPlainByte) else {
            return nil
        }
        return hex(sha256("channel " + secret))
    }
}

/// What a customer shows at the desk: eight letters that nobody confuses.
enum ProofCode {
    private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    static func make() -> String {
        String(randomBytes(8).map { letters[Int($0) % letters.count] })
    }

    /// As typed: blanks, hyphens and small letters do not matter.
    static func plain(_ typed: String) -> String {
        CustomerWords.halfWidth(typed).uppercased().filter { !" -".contains($0) }
    }
}

/// What an agent declares for the customer, and its hash as the report keeps it.
enum ChannelConsent {
    static let text =
        "客户本人已同意我把其姓名和电话告诉案场，只用于这次看房的接待和渠道结算核对；"
        + "客户可以随时要求案场删除。"

    static let hash = hex(sha256(text))
}
