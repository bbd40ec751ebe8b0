import HouseRules

/// 渠道: companies, agents with their addresses, who may not bring customers, and audits.
struct ChannelPage: Sendable {
    /// A visit to be gone into.
    struct Audit: Sendable {
        let visit: VisitID
        let number: Int?
        let item: AuditItem
    }

    let csrf: HTML
    let decisionID: String
    let companies: [ChannelCompany]
    let agents: [ChannelAgent]
    let blocks: [ChannelBlock]
    let audits: [Audit]
    let consultants: [Choice]
    /// An address made just now; it is shown this once.
    var address: String?
    var notice: HTML?

    var html: HTML {
        """
        <div class="page-head"><h1>渠道</h1></div>
        \(notice)\(address.map(made))
        <p class="actions">\(linkButton("报备单", to: "/channels/reports", .quiet, icon: .list))
        \(linkButton("前台比对", to: "/channels/desk", .quiet, icon: .arrival))
        \(linkButton("复核与撬单", to: "/channels/rulings", .quiet, icon: .policy))</p>
        <div class="columns"><div>\(agentList)\(auditList)</div>
        <div class="side no-print">\(companyForm)\(agentForm)\(blockForm)\(blockList)</div></div>
        """
    }

    private func made(_ address: String) -> HTML {
        Site.notice(
            .good, title: "新的报备地址",
            text: "\(address) 。只显示这一次，请马上发给本人；原来的地址已经停用。")
    }

    private func form(_ action: String, _ suffix: String, _ body: HTML) -> HTML {
        """
        <form method="post" action="\(url: action)" class="form">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)\(suffix)">\(body)</form>
        """
    }

    private var agentList: HTML {
        guard !agents.isEmpty else {
            return card(
                "渠道人员",
                body: emptyState("还没有渠道人员", "先登记公司和人员，再给每人一个报备地址；地址就是凭证，丢了可以停用。"))
        }
        let rows: [[HTML]] = agents.map { agent in
            let state =
                agent.addressSince.map { badge("\($0.words) 起可报备", .good) } ?? badge("没有地址", .off)
            let path = "/channels/agents/\(agent.id)"
            let renew = form(
                path + "/address", "-a\(agent.id)",
                button(agent.addressSince == nil ? "给地址" : "换地址", .plain))
            let stop: HTML? = agent.addressSince.map { _ in
                form(path + "/withdrawal", "-w\(agent.id)", button("停用", .danger))
            }
            return [
                "\(agent.companyName)", "\(agent.name)", state,
                "<div class=\"actions\">\(renew)\(stop)</div>",
            ]
        }
        return card(
            "渠道人员",
            body: dataTable(
                caption: "渠道人员",
                columns: ["公司", "人员", "报备地址", "办理"].map { Column(title: $0) }, rows: rows))
    }

    private var auditList: HTML {
        guard !audits.isEmpty else {
            return card("稽核名单", body: emptyState("没有要稽核的", "签字、首问、报备对不上的到访会自动列在这里。"))
        }
        let items: [HTML] = audits.enumerated().map { index, audit in
            let who = SelectField(
                name: "staff", label: "查实谁甩的单", choices: consultants, hint: "没有问题就不选。",
                suffix: "-\(index)")
            let note = TextField(
                "note", "查到的事实", isRequired: true, maxLength: 200, suffix: "-\(index)")
            let title = audit.number.map { "当天第 \($0) 组" } ?? "到访 \(audit.visit)"
            return """
                <li><p><strong>\(title)</strong>：\(audit.item.causes.map(\.label).listed)
                <span class="muted">\(audit.item.since.words) 列入</span></p>
                \(form(
                    "/channels/audits/\(audit.visit)", "-s\(index)",
                    "\(who.html)\(note.html)\(button("稽核完毕", .primary))"))</li>
                """
        }
        return card("稽核名单", body: "<ul class=\"plain-list\">\(items)</ul>")
    }

    private var companyForm: HTML {
        let name = TextField("name", "公司名称", isRequired: true, maxLength: 40, suffix: "-c")
        return card(
            "登记渠道公司",
            body: form("/channels/companies", "-c", "\(name.html)\(button("登记公司", .plain))"))
    }

    private var agentForm: HTML {
        let company = SelectField(
            name: "company", label: "公司",
            choices: companies.map { Choice(value: $0.id, label: $0.name) }, isRequired: true)
        let name = TextField(
            "name", "姓名", isRequired: true, maxLength: 40, suffix: "-p")
        return card(
            "登记渠道人员",
            body: form(
                "/channels/agents", "-p", "\(company.html)\(name.html)\(button("登记人员", .plain))"))
    }

    private var targets: [Choice] {
        companies.map { Choice(value: $0.id, label: "\($0.name)（整家公司）") }
            + agents.map {
                Choice(value: "\($0.company) \($0.id)", label: "\($0.companyName) \($0.name)")
            }
    }

    private var blockForm: HTML {
        let target = SelectField(name: "target", label: "谁", choices: targets, isRequired: true)
        let until = TextField(
            "until", "停到何时", type: "datetime-local", hint: "不填就是一直禁止。")
        let note = TextField("note", "原因", isRequired: true, maxLength: 200)
        return card(
            "禁止或暂停带客",
            body: form(
                "/channels/blocks", "-b",
                """
                \(target.html)\(until.html)\(note.html)
                <p class="actions">\(button("停止带客", .danger))
                <a class="clause-id" href="/clauses/OWN-50">OWN-50</a></p>
                """))
    }

    private var blockList: HTML? {
        guard !blocks.isEmpty else { return nil }
        let items: [HTML] = blocks.enumerated().map { index, block in
            let value = block.channel + (block.agent.map { " " + $0 } ?? "")
            let label = targets.first { $0.value == value }?.label ?? value
            let until = block.until.map { "到 \($0.words)" } ?? "一直"
            return """
                <li>\(label)，\(until)\(block.note.isEmpty ? "" : "：" + block.note)
                \(form(
                    "/channels/blocks/lift", "-l\(index)",
                    """
                    <input type="hidden" name="target" value="\(value)">\(button("恢复", .quiet))
                    """))</li>
                """
        }
        return card("停止带客的", body: "<ul class=\"plain-list\">\(items)</ul>")
    }
}
