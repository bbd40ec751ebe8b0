import Database
import HTTPTypes
import HouseRules

/// The desk: whether a channel brought whom stands here, and the slip that it did.
struct ChannelDeskRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.receiveVisitors)
        return [
            Route(
                .get, "/channels/desk", access: access, kind: .page, summary: "前台比对渠道报备",
                handler: show),
            Route(
                .post, "/channels/desk/match", access: access, kind: .form,
                summary: "拿登记的姓名电话比对报备", handler: match),
            Route(
                .post, "/channels/desk/mention", access: access, kind: .form,
                summary: "补问时说是渠道带来的"
            ) { call in
                try await perform(.mention(try visit(call)), call)
            },
            Route(
                .post, "/channels/desk/gate", access: access, kind: .form,
                summary: "门岗看到进场的时刻", handler: gate),
            Route(
                .post, "/channels/desk/confirmation", access: access, kind: .form,
                summary: "带访确认单", handler: confirm),
        ]
    }

    private func visit(_ call: Call) throws -> VisitID {
        guard let text = call.form.text("visit") else { throw Problem.badRequest("请选是哪一组客户。") }
        return try VisitID(sent: text)
    }

    private func perform(
        _ command: ChannelCommand, id: String? = nil, _ call: Call
    ) async throws -> Answer {
        let record = try await house.perform(.channels(command), id: id ?? call.form["id"], call)
        return .redirect(to: "/channels/desk?decision=\(record.id)")
    }

    /// The report that a visit proof stands for; its code may be typed.
    private func report(code: String, _ call: Call) async throws -> SlipID {
        let site = try house.account(call).site
        let plain = ProofCode.plain(code)
        let slip = try await house.database.read { transaction in
            try transaction.row(
                """
                SELECT slip FROM channel_report WHERE site = \(site) AND code = \(plain)
                ORDER BY sent_at DESC LIMIT 1
                """
            )?.text("slip")
        }
        guard let slip else {
            throw Problem.badRequest("没有这个到访凭证。请核对八位字母数字；没有凭证也可以只比对姓名电话。")
        }
        return SlipID(slip)
    }

    @Sendable private func match(_ call: Call) async throws -> Answer {
        let name = try call.form.needed("name", "请写登记的姓名。")
        let phone = try call.form.needed("phone", "请写登记的电话。")
        var shown: SlipID?
        if let code = call.form.text("code") { shown = try await report(code: code, call) }
        let mark = house.personKey.mark(
            CustomerWords(name: name, phone: phone), site: try house.account(call).site)
        return try await perform(.judge(try visit(call), mark, shown: shown), call)
    }

    @Sendable private func gate(_ call: Call) async throws -> Answer {
        guard let seen = try call.form.momentToday("time", house.now(call)) else {
            throw Problem.badRequest("请填进场的时刻。")
        }
        return try await perform(.passGate(try visit(call), seen), call)
    }

    @Sendable private func confirm(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        let parts = (call.form.text("agent") ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2 else { throw Problem.badRequest("请选是哪位渠道人员。") }
        let slip = VisitConfirmation(
            SlipID(id), of: try visit(call), channel: parts[0], agent: parts[1],
            isSigned: call.form["signed"] == "1")
        return try await perform(.confirm(slip), id: id, call)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let site = book.site
        let now = house.now(call)
        let present = await book.view(at: now)
        let directory = try await house.names.directory(site)
        let agents = try await house.database.read { try ChannelAgent.all(at: site, in: $0) }
        let visits = present.state.channels.visits.values
            .filter { $0.arrivedAt.day == now.day }
            .sorted { ($0.arrivedAt, $0.visit) > ($1.arrivedAt, $1.visit) }
        let page = ChannelDeskPage(
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            lines: visits.map { visit in
                .init(
                    visit,
                    channelVerdict(
                        on: visit, deal: nil, required: present.policy.registers.requiredSteps,
                        under: present.policy.channels),
                    number: present.state.customers.traces[visit.visit]?.number, directory)
            },
            agents: agents,
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("渠道比对", current: "/reception", body: page.html)
    }
}

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

    var html: HTML {
        """
        <div class="page-head"><h1>渠道比对</h1></div>
        \(notice)
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
            body: form(
                "confirmation", "-s",
                """
                \(agent.html)
                <label class="check"><input type="checkbox" name="signed" value="1"> \
                客户已当着我的面签字</label>
                <p class="actions">\(button("存确认单", .plain))
                <a class="clause-id" href="/clauses/OWN-52">OWN-52</a></p>
                """))
    }
}
