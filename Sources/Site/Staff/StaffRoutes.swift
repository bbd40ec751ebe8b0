import Database
import HTTPTypes
import HouseRules

/// 人员: accounts and roles of the site, kept by its administrator or manager.
struct StaffRoutes: Sendable {
    let house: House
    let accounts: Accounts
    let cost: PasswordCost

    var routes: [Route] {
        [
            Route(
                .get, "/staff", access: .permission(.administerAccounts), kind: .page,
                summary: "在册人员", handler: show),
            Route(
                .post, "/staff", access: .permission(.administerAccounts), kind: .form,
                summary: "开账号", handler: add),
            Route(
                .post, "/staff/{id}", access: .permission(.administerAccounts), kind: .form,
                summary: "改角色、换密码、停用", handler: change),
        ]
    }

    /// The roles that a person in this role may give and take away: nobody makes somebody who
    /// could look over their own shoulder, except the administrator.
    static func roles(for role: Role) -> [Role] {
        let all = Role.allCases.filter { $0 != .clock }
        return role == .administrator ? all : all.filter { $0 != .administrator && $0 != .auditor }
    }

    private func register(_ call: Call) throws -> StaffRegister {
        guard let session = call.session else { throw Problem.signInFirst }
        return StaffRegister(
            shelf: house.shelf, accounts: accounts, cost: cost,
            surroundings: call.web.surroundings, site: session.account.site, actor: session.actor)
    }

    /// So many changes of accounts on one page.
    private static let pageSize = 30

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(call)
    }

    private func page(
        _ call: Call, typed: FormFields = FormFields(), faults: [Problem.Field] = [],
        told: HTML? = nil
    ) async throws -> Answer {
        let own = try house.account(call)
        let roles = Self.roles(for: own.role)
        let lines = try await register(call).lines().map { line in
            StaffPage.Line(
                login: line.login, name: line.name, role: line.role,
                isEnrolled: line.isEnrolled,
                mayChange: roles.contains(line.role) && line.login != own.login)
        }
        let number = try call.query().page
        let changes = try await house.database.read {
            try $0.rows(
                AccountRow.newest(
                    of: own.site, skipping: (number - 1) * Self.pageSize, limit: Self.pageSize + 1)
            ).map(AccountRow.init)
        }
        let directory = try await house.names.directory(own.site)
        let page = StaffPage(
            lines: lines,
            changes: changes.prefix(Self.pageSize).map { .init($0, directory) }, page: number,
            hasMore: changes.count > Self.pageSize, roles: roles, typed: typed,
            faults: faults, told: told,
            csrf: call.csrfField)
        var answer = call.page("人员", current: "/staff", body: page.html)
        if !faults.isEmpty { answer.status = .unprocessableContent }
        return answer
    }

    @Sendable private func add(_ call: Call) async throws -> Answer {
        let roles = Self.roles(for: try house.account(call).role)
        var faults: [Problem.Field] = []
        let name = call.form.text("name") ?? ""
        if name.isEmpty { faults.append(.init(name: "name", sentence: "请填姓名。")) }
        let login = call.form.text("login") ?? ""
        if login.isEmpty || login.utf8.count > 40 || !login.utf8.allSatisfy(Self.isLoginByte) {
            faults.append(.init(name: "login", sentence: "登录名只用字母、数字、连字符，最长 40 个。"))
        }
        let role = call.form.text("role").flatMap { Role(rawValue: $0) }
        if role.map(roles.contains) != true {
            faults.append(.init(name: "role", sentence: "请选一个角色。"))
        }
        guard faults.isEmpty, let role else {
            return try await page(call, typed: call.form, faults: faults)
        }
        do {
            let password = try await register(call).add(login: login, name: name, role: role)
            house.names.forget(try house.account(call).site)
            return try await page(call, told: Self.secret(login, password))
        } catch is LoginTaken {
            let taken = Problem.Field(name: "login", sentence: "这个登录名有人用了，请换一个。")
            return try await page(call, typed: call.form, faults: [taken])
        }
    }

    private static func isLoginByte(_ byte: UInt8) -> Bool {
        isPlainByte(byte) && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "_")
    }

    private static func secret(_ login: String, _ password: String) -> HTML {
        notice(
            .good, title: "登录名 \(login)，密码 \(password)",
            text: "密码只显示这一次，请当面交给本人，登录后妥善保管。")
    }

    @Sendable private func change(_ call: Call) async throws -> Answer {
        let own = try house.account(call)
        let login = try call.parameter("id")
        let register = try register(call)
        let roles = Self.roles(for: own.role)
        do {
            let account = try await register.account(login)
            guard roles.contains(account.role), login != own.login else {
                throw Problem.forbidden(nil)
            }
            let answer = try await act(login, roles, register, call)
            try await call.web.sessions.endAll(site: own.site, staff: account.staff)
            return answer
        } catch is UnknownLogin {
            throw Problem.notFound
        } catch is AccountRefused {
            throw Problem.forbidden(nil)
        }
    }

    private func act(
        _ login: String, _ roles: [Role], _ register: StaffRegister, _ call: Call
    ) async throws -> Answer {
        var refusal: Refusal?
        switch call.form["step"] {
        case "password":
            let password = try await register.renewPassword(login: login)
            return try await page(call, told: Self.secret(login, password))
        case "close":
            refusal = try await register.close(login: login)
        case "role":
            guard let role = call.form.text("role").flatMap({ Role(rawValue: $0) }),
                roles.contains(role)
            else { throw Problem.badRequest("请选一个角色。") }
            refusal = try await register.change(login: login, to: role)
        default:
            throw Problem.badRequest("请用页面上的按钮。")
        }
        let site = try house.account(call).site
        house.names.forget(site)
        guard let refusal else { return .redirect(to: "/staff") }
        let directory = try await house.names.directory(site)
        return try await page(
            call, told: notice(.stop, title: "没有办成", text: refusal.sentence(names: directory.name)))
    }
}
