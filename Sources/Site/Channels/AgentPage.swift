import HouseRules

/// The page on which an agent reports a customer; for a phone, without an account.
struct AgentPage: Sendable {
    /// A report as its agent sees it.
    struct Line: Sendable {
        let slip: String
        let customer: String
        let code: String
        let sentAt: Moment
        let opensAt: Moment
    }

    let siteName: String
    let agent: String
    let company: String
    let action: String
    let id: String
    let now: Moment
    let leadMinutes: Int
    var lines: [Line] = []
    /// The report that was just made.
    var made: Line?
    var typed = FormFields()
    var faults: [Problem.Field] = []
    var refusal: HTML?

    var html: HTML {
        Layout(
            title: "客户报备 · \(siteName)", viewer: nil, current: "/r", body: content,
            now: now.milliseconds
        ).html
    }

    private var content: HTML {
        """
        <div class="sign-in">
        <header><h1>\(siteName) · 客户报备</h1><p class="muted">\(company) · \(agent)</p></header>
        \(refusal)\(made.map(proof))\(form)\(list)
        </div>
        """
    }

    private func proof(_ line: Line) -> HTML {
        let isOpen = line.opensAt <= now
        let wait: HTML =
            isOpen
            ? "现在到访已经算数。"
            : """
            还要等 \(countdown(to: line.opensAt.milliseconds, fallback: line.opensAt.words))。
            """
        return card(
            "报备已收到",
            body: """
                <p role="status">\(line.customer)：\(line.opensAt.words) 起到访才有效，\
                早到算自然到访。\(wait)</p>
                <p>请把下面的到访凭证发给客户，到前台出示：</p>
                <div class="proof">\(QRCode(line.code)?.svg)
                <p class="proof-code">\(line.code)</p></div>
                """)
    }

    private var form: HTML {
        let name = TextField(
            "name", "客户姓名", value: typed["name"] ?? "", hint: "写身份证上的全名，写“先生”“女士”不算一致。",
            fault: fault("name"), isRequired: true, maxLength: 40)
        let phone = TextField(
            "phone", "客户电话", type: "tel", value: typed["phone"] ?? "",
            hint: "完整号码，隐去中段不能比对。", fault: fault("phone"), isRequired: true,
            inputMode: "tel", maxLength: 20)
        let expected = TextField(
            "expected", "大概何时到", type: "datetime-local", value: typed["expected"] ?? "",
            fault: fault("expected"))
        return card(
            "报备一位客户",
            body: """
                <p class="muted">报备后至少 \(leadMinutes) 分钟到访才有效；以系统收到的时刻为准。</p>
                <form method="post" action="\(url: action)" class="form">
                <input type="hidden" name="id" value="\(id)">
                \(name.html)\(phone.html)\(expected.html)
                <label class="check"><input type="checkbox" name="consent" value="1" required> \
                \(ChannelConsent.text)</label>\(consentFault)
                \(button("报备", .primary))</form>
                """)
    }

    private var consentFault: HTML? {
        fault("consent").map { "<p class=\"fault\">\(Icon.warning.html)\($0)</p>" }
    }

    private var list: HTML? {
        guard !lines.isEmpty else { return nil }
        let rows: [HTML] = lines.map { line in
            let state: HTML =
                line.opensAt <= now
                ? badge("已生效", .good)
                : "\(countdown(to: line.opensAt.milliseconds, fallback: line.opensAt.words))"
            return """
                <li><strong>\(line.customer)</strong> \(state)<br>
                <span class="muted">\(line.sentAt.words) 报备，凭证 \(line.code)</span></li>
                """
        }
        return card("我最近的报备", body: "<ul class=\"plain-list\">\(rows)</ul>")
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }
}
