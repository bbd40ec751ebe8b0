import HouseRules

/// How the site is served. The defaults are those of a site behind a reverse proxy on the same
/// machine.
public struct WebConfiguration: Sendable {
    /// The name shown in the head of every page.
    public var siteName = "案场"
    /// The names of the sites of this server; the pages of a site show its own.
    public var siteNames: [SiteID: String] = [:]

    /// How a site is called; the house's own name where it has none.
    func name(of site: SiteID) -> String { siteNames[site] ?? siteName }
    /// Whether the demonstration people may sign in with one tap. Never on for a real site.
    public var demo = false
    /// Send cookies only over https and tell browsers to stay on https.
    public var secureCookies = false
    /// Believe the last entry of `X-Forwarded-For`. Only right behind a proxy that sets it.
    public var trustsProxy = false
    /// Further origins (such as `https://sales.example.org`) whose forms are ours.
    public var allowedOrigins: Set<String> = []
    /// The largest body a request may have unless its route says otherwise, in bytes.
    public var bodyLimit = 1 << 20
    /// How long a body may take to arrive.
    public var bodyTimeout: Duration = .seconds(15)
    /// How long a session lives without use.
    public var idleTimeout: Duration = .seconds(12 * 3600)
    /// How long a session lives at most.
    public var absoluteTimeout: Duration = .seconds(7 * 24 * 3600)
    /// How long a session found in memory is believed before the database is asked again:
    /// the time until a sign-out elsewhere is seen here when another process did it.
    public var sessionTrust: Duration = .seconds(20)
    /// How dear a guess at a password is.
    public var passwordCost = PasswordCost.standard
    /// Requests per second one session may make for long, and at once. Zero: no limit.
    public var requestRate = RequestRate(perSecond: 50, burst: 200)
    /// What a program elsewhere must show to read the metrics; nil: only this machine may.
    public var metricsToken: String?
    /// The office program that turns Word files into PDF; nil: there is none.
    public var officeProgram: String?
    /// Live streams open at the same time.
    public var streamLimit = 5000
    /// How often a silent stream says that it is alive.
    public var heartbeat: Duration = .seconds(15)

    /// The defaults.
    public init() {}
}

/// A steady rate and how many requests may come at once.
public struct RequestRate: Sendable, Equatable {
    /// For long; zero means no limit.
    public var perSecond: Double
    /// At once.
    public var burst: Double

    /// A rate from its two numbers.
    public init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
    }
}
