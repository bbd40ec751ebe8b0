import HTTPTypes
import HouseRules
import HummingbirdCore

/// Signing in and out.
struct SignInRoutes: Sendable {
    let accounts: Accounts
    let throttle = SignInThrottle()
    /// Compared with when the login is unknown, so that the answer takes the same time.
    private let decoy: PasswordHash

    init(accounts: Accounts, cost: PasswordCost) async {
        self.accounts = accounts
        decoy = await PasswordHash.make(of: base64url(randomBytes(16)), cost: cost)
    }

    /// The routes; the one-tap route exists only in a demonstration.
    func routes(demo: Bool) -> [Route] {
        var routes = [
            Route(
                .get, "/sign-in", access: .anyone, kind: .page, summary: "登录页", handler: show),
            Route(
                .post, "/sign-in", access: .anyone, kind: .form, summary: "登录",
                bodyLimit: 16 << 10, handler: signIn),
            Route(
                .post, "/sign-out", access: .signedIn, kind: .form, summary: "退出",
                bodyLimit: 16 << 10, handler: signOut),
            Route(
                .post, "/sign-out/everywhere", access: .signedIn, kind: .form,
                summary: "在所有设备上退出", bodyLimit: 16 << 10, handler: signOutEverywhere),
        ]
        if demo {
            routes.append(
                Route(
                    .post, "/sign-in/demo", access: .anyone, kind: .form, summary: "演示：一键登录",
                    bodyLimit: 16 << 10, handler: signInForDemo))
        }
        return routes
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let back = try call.query()["return"].flatMap(localPath)
        if call.session != nil { return .redirect(to: back ?? "/") }
        return .html(try await page(call, back: back).html)
    }

    @Sendable private func signIn(_ call: Call) async throws -> Answer {
        let form = call.form
        let (login, password) = (form.text("login") ?? "", form["password"] ?? "")
        let back = form["return"].flatMap(localPath)
        guard !login.isEmpty, !password.isEmpty else {
            return try await refuse(call, back, login, "请填写账号和密码。", .unprocessableContent)
        }
        let now = call.web.surroundings.now()
        if let wait = throttle.count(login: login, address: call.remoteAddress, at: now) {
            let minutes = (wait + 59) / 60
            let sentence = "试的次数太多了。请过 \(minutes) 分钟再试；忘了密码请找系统管理员重设。"
            return try await refuse(call, back, login, sentence, .tooManyRequests)
                .with(.retryAfter, String(wait))
        }
        guard let account = try await check(login: login, password: password) else {
            let sentence = "账号或密码不对。请检查大小写和输入法；忘了密码请找系统管理员重设。"
            return try await refuse(call, back, login, sentence, .unprocessableContent)
        }
        throttle.clear(login: login, address: call.remoteAddress)
        return try await begin(account, call, back)
    }

    /// The account when the password is right and the account open. Takes as long when it is not.
    private func check(login: String, password: String) async throws -> Account? {
        let found = try await accounts.find(login: login)
        let hash = try found.map { try PasswordHash(text: $0.password) } ?? decoy
        let isRight = await hash.matches(password)
        guard let found, isRight, found.account.isActive else { return nil }
        return found.account
    }

    @Sendable private func signInForDemo(_ call: Call) async throws -> Answer {
        let form = call.form
        guard call.web.configuration.demo,
            let login = form.text("login"), let found = try await accounts.find(login: login),
            found.account.isActive
        else { throw Problem.notFound }
        return try await begin(found.account, call, form["return"].flatMap(localPath))
    }

    private func begin(_ account: Account, _ call: Call, _ back: String?) async throws -> Answer {
        let cookie = SessionCookie(isSecure: call.web.configuration.secureCookies)
        let (secret, _) = try await call.web.sessions.begin(
            for: account, replacing: SessionCookie.secret(in: call.request.headers))
        return .redirect(to: back ?? "/").with(.setCookie, cookie.giving(secret))
    }

    @Sendable private func signOut(_ call: Call) async throws -> Answer {
        if let session = call.session { try await call.web.sessions.end(session) }
        return leave(call)
    }

    @Sendable private func signOutEverywhere(_ call: Call) async throws -> Answer {
        if let account = call.session?.account {
            try await call.web.sessions.endAll(site: account.site, staff: account.staff)
        }
        return leave(call)
    }

    private func leave(_ call: Call) -> Answer {
        let cookie = SessionCookie(isSecure: call.web.configuration.secureCookies)
        return .redirect(to: "/sign-in").with(.setCookie, cookie.removal)
    }

    private func refuse(
        _ call: Call, _ back: String?, _ login: String, _ sentence: String,
        _ status: HTTPResponse.Status
    ) async throws -> Answer {
        var page = try await page(call, back: back)
        page.login = login
        page.refusal = sentence
        return .html(page.html, status: status)
    }

    private func page(_ call: Call, back: String?) async throws -> SignInPage {
        let isDemo = call.web.configuration.demo
        return SignInPage(
            siteName: call.web.configuration.siteName, back: back,
            people: isDemo
                ? try await accounts.open().map {
                    .init(
                        login: $0.login, name: $0.displayName, role: $0.role.name,
                        site: call.web.configuration.siteNames[$0.site] ?? $0.site.rawValue)
                } : [])
    }
}

/// The cookie that carries a session's secret.
struct SessionCookie: Sendable {
    static let name = "anchang_session"
    let isSecure: Bool

    /// The header that gives the browser its secret. It lasts as long as the browser; the server
    /// knows when it is over.
    func giving(_ secret: String) -> String {
        "\(Self.name)=\(secret); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// The header that takes it away.
    var removal: String { giving("") + "; Max-Age=0" }

    /// The secret among a request's cookies.
    static func secret(in headers: HTTPFields) -> String? {
        for line in headers[values: .cookie] {
            for cookie in line.utf8.split(separator: UInt8(ascii: ";")) {
                let trimmed = cookie.drop { $0 == UInt8(ascii: " ") }
                guard trimmed.starts(with: prefix), trimmed.count > prefix.count else { continue }
                return String(trimmed.dropFirst(prefix.count))
            }
        }
        return nil
    }

    private static let prefix = Array("\(name)=".utf8)
}
