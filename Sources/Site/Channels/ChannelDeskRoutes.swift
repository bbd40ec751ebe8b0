import Database
import HTTPTypes
import HouseRules

/// The desk: whether a channel brought whom stands here, and the slip that it did.
struct ChannelDeskRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.receiveVisitors)
        let routes: [Route] = [
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
        ]
        return (routes + ConfirmationRoutes(house: house).routes).comingBack(to: show)
    }

    private func visit(_ call: Call) throws -> VisitID {
        guard let text = call.form.text("visit") else { throw Problem.fault("visit", "请选是哪一组客户。") }
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
            throw Problem.fault("code", "没有这个到访凭证。请核对八位字母数字；没有凭证也可以只比对姓名电话。")
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
            throw Problem.fault("time", "请填进场的时刻。")
        }
        return try await perform(.passGate(try visit(call), seen), call)
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
        var page = ChannelDeskPage(
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
        // A slip just made can be printed from here.
        if let id = try call.query().text("slip") { page.printable = id }
        return call.page("渠道比对", current: "/reception", body: page.html)
    }
}
