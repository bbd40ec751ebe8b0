import HouseRules

/// 人员: who works on the site, in which role, and who is in the ring.
struct StaffPage: Sendable {
    /// Somebody in words.
    struct Line: Sendable {
        let login: String
        let name: String
        let role: Role
        let isEnrolled: Bool
        /// Whether whoever looks may change this account.
        let mayChange: Bool
    }

    /// A change of an account in words.
    struct Change: Sendable {
        let time: String
        let name: String
        let change: String
        let changedBy: String

        init(_ row: AccountRow, _ directory: StaffDirectory) {
            time = row.at.words
            name = directory.name(row.staff)
            change = row.change.label
            changedBy = directory.name(row.changedBy)
        }
    }

    let lines: [Line]
    /// What happened to accounts, the newest first.
    var changes: [Change] = []
    var page = 1
    var hasMore = false
    /// The roles that whoever looks may give.
    let roles: [Role]
    /// What was filled in, when the form comes back.
    let typed: FormFields
    let faults: [Problem.Field]
    /// What was just done; a password is shown this once.
    let told: HTML?
    let csrf: HTML

    var html: HTML {
        """
        <h1>人员</h1>
        \(told)
        \(Site.card("在册人员", body: table))
        \(Site.card("新人", body: form))
        \(Site.card("账号变动", body: history))
        """
    }

    private var table: HTML {
        dataTable(
            caption: "在册人员",
            columns: ["姓名", "登录名", "角色", "轮次", "办理"].map { Column(title: $0) },
            rows: lines.map { line in
                [
                    "\(line.name)", "\(line.login)", "\(line.role.name)",
                    line.isEnrolled ? badge("在环里", .good) : "—",
                    line.mayChange ? actions(line) : "—",
                ]
            })
    }

    private var history: HTML {
        guard !changes.isEmpty else {
            return emptyState("还没有变动", "开账号、改角色、换密码、停用都会记在台账里，列在这里。")
        }
        let table = dataTable(
            caption: "账号变动",
            columns: ["时刻", "姓名", "变动", "经手人"].map { Column(title: $0) },
            rows: changes.map { ["\($0.time)", "\($0.name)", "\($0.change)", "\($0.changedBy)"] })
        let steps = pager(page: page, of: hasMore ? page + 1 : page) { "/staff?page=\($0)" }
        return "\(table)\(steps)"
    }

    private func actions(_ line: Line) -> HTML {
        let options = roles.map { Choice(value: $0.rawValue, label: $0.name) }
        return """
            <details class="more"><summary>修改 \(line.name)</summary>
            <form method="post" action="\(url: "/staff/\(line.login)")">\(csrf)
            \(SelectField(
                name: "role", label: "角色", choices: options, selected: line.role.rawValue,
                isRequired: true, suffix: "-" + line.login).html)
            <p class="actions">\(button("改角色", .plain, name: "step", value: "role"))
            \(button("换密码", .plain, name: "step", value: "password"))
            \(button("停用", .danger, name: "step", value: "close"))</p>
            <p class="hint">改角色、换密码、停用都会让他在各处退出登录。停用的置业顾问退出轮次，过去的台账不变。</p>
            </form></details>
            """
    }

    private var form: HTML {
        """
        <form method="post" action="/staff" data-draft>\(csrf)
        <div class="form-row">\(TextField(
            "name", "姓名", value: typed["name"] ?? "", fault: fault("name"), isRequired: true,
            maxLength: 40).html)\
        \(TextField(
            "login", "登录名", value: typed["login"] ?? "", hint: "字母、数字、连字符。",
            fault: fault("login"), isRequired: true, maxLength: 40).html)</div>
        \(SelectField(
            name: "role", label: "角色",
            choices: roles.map { Choice(value: $0.rawValue, label: $0.name) },
            selected: typed["role"], hint: "置业顾问接在轮次环的末尾。", fault: fault("role"),
            isRequired: true).html)
        <p class="actions">\(button("开账号", .primary))</p></form>
        """
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }
}
