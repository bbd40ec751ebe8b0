import HouseRules

/// 渠道比对: the visits of the day with their four lights.
struct ChannelDeskPage: Sendable {
    /// A visit of the day.
    struct Line: Sendable {
        let visit: VisitID
        let label: String
        let arrivedAt: Moment
        /// Nil: not compared yet.
        let verdict: ChannelVerdict?
        let brought: String?
        let heldBy: String?

        init(
            _ visit: ChannelVisit, _ verdict: ChannelVerdict, number: Int?,
            _ directory: StaffDirectory
        ) {
            self.visit = visit.visit
            label = number.map { "第 \($0) 组" } ?? "到访 \(visit.visit)"
            arrivedAt = visit.arrivedAt
            self.verdict = visit.mark == nil ? nil : verdict
            brought = verdict.findings.first { $0.report == verdict.winner }.map {
                directory.name(StaffID($0.channel)) + " " + directory.name(StaffID($0.agent))
            }
            heldBy = verdict.heldBy.map(directory.name)
        }
    }

    let csrf: HTML
    let decisionID: String
    let lines: [Line]
    let agents: [ChannelAgent]
    let notice: HTML?
    /// A confirmation slip that can be printed.
    var printable: String?

    var html: HTML {
        """
        <div class="page-head"><h1>渠道比对</h1></div>
        \(notice)\(printLink)
        <div class="columns"><div>\(list)</div>
        <div class="side no-print">\(matchForm)\(mentionForm)\(confirmForm)\(gateForm)</div></div>
        """
    }

    private var list: HTML {
        guard !lines.isEmpty else {
            return card("今天的到访", body: emptyState("今天还没有到访", "先在“来客”里登记，再回来比对报备。"))
        }
        let rows: [[HTML]] = lines.map { line in
            ["\(line.label)", "\(line.arrivedAt.clockWords)", lights(line), result(line)]
        }
        return card(
            "今天的到访",
            body: dataTable(
                caption: "今天的到访",
                columns: ["哪一组", "到场", "四盏灯", "结论"].map { Column(title: $0) }, rows: rows))
    }

    private var printLink: HTML? {
        printable.map { id in
            let link = linkButton(
                "打印带访确认单", to: "/channels/confirmations/\(percentEncode(id))", .plain,
                icon: .print)
            return "<p class=\"actions\">\(link)</p>"
        }
    }

    private func lights(_ line: Line) -> HTML {
        guard let verdict = line.verdict else { return "<span class=\"muted\">还没比对</span>" }
        let badges: [HTML] = ChannelLight.allCases.map {
            badge($0.label, verdict.lights.contains($0) ? .good : .stop)
        }
        return "\(badges)"
    }

    private func result(_ line: Line) -> HTML {
        guard line.verdict != nil else { return "—" }
        if let brought = line.brought { return "\(badge("渠道", .busy)) \(brought)" }
        return line.heldBy.map { "归\($0)，列稽核" } ?? "自然到访"
    }

    private func visitField(_ suffix: String) -> HTML {
        SelectField(
            name: "visit", label: "哪一组",
            choices: lines.map {
                Choice(
                    value: $0.visit.rawValue, label: "\($0.label)，\($0.arrivedAt.clockWords) 到")
            }, isRequired: true, suffix: suffix
        ).html
    }

    private func form(_ action: String, _ suffix: String, _ body: HTML) -> HTML {
        """
        <form method="post" action="/channels/desk/\(action)" class="form">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)\(suffix)">
        \(visitField(suffix))\(body)</form>
        """
    }

    private var matchForm: HTML {
        let name = TextField("name", "登记的姓名", isRequired: true, maxLength: 40)
        let phone = TextField(
            "phone", "登记的电话", type: "tel", isRequired: true, inputMode: "tel", maxLength: 20)
        let code = TextField(
            "code", "到访凭证", hint: "客户出示的八位字母数字，可以照着输入。", maxLength: 12)
        return card(
            "比对报备",
            body: form(
                "match", "-m",
                "\(name.html)\(phone.html)\(code.html)\(button("比对", .primary, icon: .search))"))
    }

    private var mentionForm: HTML {
        card(
            "补问：客户说是渠道带来的",
            body: form(
                "mention", "-q",
                """
                <p class="actions">\(button("记下补问", .plain))
                <a class="clause-id" href="/clauses/OWN-48">OWN-48</a></p>
                """))
    }

    private var gateForm: HTML {
        let time = TextField("time", "门岗看到进场", type: "time", isRequired: true)
        return card("门岗时刻", body: form("gate", "-g", "\(time.html)\(button("记下", .plain))"))
    }

    private var confirmForm: HTML {
        let agent = SelectField(
            name: "agent", label: "渠道人员",
            choices: agents.map {
                Choice(value: "\($0.company) \($0.id)", label: "\($0.companyName) \($0.name)")
            }, isRequired: true)
        return card(
            "带访确认单",
            body: """
                <form method="get" action="/channels/desk/confirmation" class="form">
                \(visitField("-s"))\(agent.html)
                <p class="actions">\(button("打开确认单，当面签字", .plain))
                <a class="clause-id" href="/clauses/OWN-52">OWN-52</a></p></form>
                """)
    }
}
