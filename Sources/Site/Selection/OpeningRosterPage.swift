import HouseRules

/// The roster on the screen of those who prepare (SEL-01).
struct OpeningRosterPage: Sendable {
    let view: OpeningView
    /// Whose page it is: locking and amending are not everybody's.
    let role: Role
    /// How many stand before the first that is shown.
    let first: Int
    let entries: [RosterEntry]
    let labels: [PersonID: String]
    let page: Int
    let pages: Int
    let key: PersonKey
    let site: SiteID
    let forms: OpeningForms

    private var isLocked: Bool { view.activity.rosterHash != nil }

    var html: HTML {
        """
        <div class="columns"><div>\(list)</div>
        <div class="side no-print">\(isLocked ? amendCard : "\(enterCard)\(lockCard)")\
        \(papers)</div></div>
        """
    }

    private var list: HTML {
        guard !entries.isEmpty else {
            return emptyState("名单还是空的", "从认筹登记导出一份表，照模板四列，先试读再导入。")
        }
        let rows: [[HTML]] = entries.enumerated().map { index, entry in
            let buyer = view.activity.buyers[entry.person]
            return [
                "\(first + index + 1)", "\(labels[entry.person] ?? "已删除的买方")", "\(entry.ticket)",
                "\(buyer?.number.map { "\($0) 号" } ?? "—")", "\(buyer?.stage.label ?? "—")",
            ]
        }
        let columns = ["行", "买方", "认筹单", "顺序", "状态"].enumerated().map {
            Column(title: $1, isLabelled: $0 > 1)
        }
        return """
            \(dataTable(caption: "资格名单", columns: columns, rows: rows))
            \(pager(page: page, of: pages) { "\(view.path)/roster?page=\($0)" })
            """
    }

    private var enterCard: HTML {
        let action = view.path + "/roster"
        return """
            \(card(
                "导入名单",
                body: """
                <p class="muted">重复的证件、电话会指出行号；同一个文件再导一次什么也不变。</p>
                <form method="post" action="\(url: action)" class="form" \
                enctype="multipart/form-data">\(forms.csrf)
                <input type="hidden" name="id" value="\(forms.id)-e">
                \(ListField(
                    label: "名单文件", template: "/openings/roster.xlsx", isRequired: true).html)
                <p class="actions">\(button("试读", .plain, name: "step", value: "trial"))
                \(button("导入", .primary, name: "step", value: "enter"))</p></form>
                """))
            """
    }

    private var lockCard: HTML {
        let form: HTML? =
            role == .salesManager
            ? view.form("/lock", "l", forms, "", "锁定名单") : nil
        return card(
            "锁定名单", body: "<p>由经理锁定；锁定以后增删要写明理由，每次重算哈希。</p>\(form)")
    }

    private var amendCard: HTML {
        let add: HTML = """
            <input type="hidden" name="step" value="add">
            \(TextField("name", "姓名", isRequired: true, maxLength: 40).html)
            \(TextField(
                "phone", "电话", type: "tel", isRequired: true, inputMode: "tel", maxLength: 20).html)
            \(TextField("ticket", "认筹单号", isRequired: true, maxLength: 40).html)
            \(TextField("note", "理由", isRequired: true, suffix: "-a").html)
            """
        let remove: HTML = """
            <input type="hidden" name="step" value="remove">
            \(TextField("row", "名单上第几行", isRequired: true, inputMode: "numeric").html)
            \(TextField("note", "理由", isRequired: true, suffix: "-d").html)
            """
        let hash: HTML = "<p class=\"hash\">哈希 \(view.activity.rosterHash ?? "")</p>"
        guard role == view.activity.terms.rosterApprover else {
            let who = view.activity.terms.rosterApprover.label
            return card("名单已锁定", body: "\(hash)<p class=\"muted\">要增删请找\(who)。</p>")
        }
        return card(
            "名单已锁定",
            body: """
                \(hash)
                <details class="more"><summary>增加一位</summary>
                \(view.form("/amendments", "a", forms, add, "增加"))</details>
                <details class="more"><summary>删去一位</summary>
                \(view.form("/amendments", "d", forms, remove, "删去", .danger))</details>
                """)
    }

    private var papers: HTML? {
        guard !entries.isEmpty else { return nil }
        return card(
            "张贴和发放",
            body: """
                <p class="actions">\
                \(linkButton("张贴的名单", to: view.path + "/roster/print", icon: .print))\
                \(linkButton("各人的订单码", to: view.path + "/roster/codes", icon: .print))</p>
                """)
    }
}

/// The roster as it is posted: numbers and masked tickets, no names (SEL-01).
struct RosterPaper: Sendable {
    let view: OpeningView
    let siteName: String

    var html: HTML {
        let lines: [HTML] = view.activity.roster.map { "<li>\($0.line)</li>" }
        return """
            <article class="card slip"><h1>\(view.activity.title) · 资格名单</h1>
            <p class="muted">\(siteName) · \(view.activity.kind.label) · \
            \(view.activity.opensAt.words) 开始 · 共 \(view.activity.roster.count) 人</p>
            <p class="hash">名单哈希 \(view.activity.rosterHash ?? "（还没锁定）")</p>
            <ol>\(lines)</ol></article>
            <p class="actions no-print">\(linkButton("回到名单", to: view.path + "/roster", .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可。</span></p>
            """
    }
}

/// The order codes of the buyers, to be handed out one by one.
struct CodePaper: Sendable {
    let view: OpeningView
    let entries: [RosterEntry]
    let labels: [PersonID: String]
    let key: PersonKey
    let site: SiteID
    let address: @Sendable (String) -> String
    let page: Int
    let pages: Int

    var html: HTML {
        let items: [HTML] = entries.map { entry in
            let code = OrderCode(site: site, activity: view.id, person: entry.person)
            let path = "/o/\(code.token(key))"
            return """
                <li class="order-code">\(QRCode(code.short(key))?.svg(named: "订单码二维码"))
                <div><strong>\(labels[entry.person] ?? "")</strong> <span>\(entry.ticket)</span>
                <p class="proof-code">\(code.short(key))</p>
                <p class="no-print"><a href="\(url: path)">\(address(path))</a></p></div></li>
                """
        }
        return """
            <h1>\(view.activity.title) · 订单码</h1>
            <p>二维码是签到用的订单码。手机打开 \(address("/o")) 输入订单码，就是本人的查询和选房页。\
            <span class="no-print">下面的地址直接到本人的页面，只发给本人。</span></p>
            <ul class="plain-list order-codes">\(items)</ul>
            \(pager(page: page, of: pages) { "\(view.path)/roster/codes?page=\($0)" })
            <p class="actions no-print">\(linkButton("回到名单", to: view.path + "/roster", .quiet))</p>
            """
    }
}
