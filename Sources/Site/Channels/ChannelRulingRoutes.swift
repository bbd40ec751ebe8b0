import Database
import HTTPTypes
import HouseRules

/// Where management decides about channels: by evidence that the comparison cannot see (OWN-46),
/// and when a channel took a consultant's customer (OWN-50).
struct ChannelRulingRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.giveRulings)
        return [
            Route(
                .get, "/channels/rulings", access: access, kind: .page, summary: "渠道复核与撬单",
                handler: show),
            Route(
                .post, "/channels/reviews", access: access, kind: .form, summary: "凭证据复核渠道",
                handler: review),
            Route(
                .post, "/channels/poaching", access: access, kind: .form, summary: "查实渠道撬单",
                handler: poaching),
        ].comingBack(to: show)
    }

    private func perform(_ command: ChannelCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.channels(command), id: call.form["id"], call)
        return .redirect(to: "/channels/rulings?decision=\(record.id)")
    }

    @Sendable private func review(_ call: Call) async throws -> Answer {
        let parts = (call.form.text("target") ?? "").split(separator: " ").map(String.init)
        guard let visit = parts.first, parts.count <= 2 else {
            throw Problem.fault("target", "请选哪次到访、哪份报备。")
        }
        let note = try call.form.needed("note", "请写凭什么证据。")
        let report = parts.count == 2 ? SlipID(parts[1]) : nil
        return try await perform(
            .review(ChannelReview(VisitID(visit), report: report, note: note)), call)
    }

    @Sendable private func poaching(_ call: Call) async throws -> Answer {
        guard let phone = try call.form.phone("phone") else {
            throw Problem.fault("phone", "请填客户手机。")
        }
        guard let person = try await house.knownCustomer(phone: phone, call) else {
            throw Problem.fault("phone", "登记里没有这个号码。请核对号码。")
        }
        let parts = (call.form.text("agent") ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2 else { throw Problem.fault("agent", "请选是哪位渠道人员。") }
        let note = try call.form.needed("note", "请写证据。")
        return try await perform(
            .provePoaching(
                Poaching(
                    of: person, channel: parts[0], agent: parts[1],
                    from: try call.form.neededStaff("staff"), note: note)), call)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let site = book.site
        let present = await book.view(at: house.now(call))
        let directory = try await house.names.directory(site)
        let agents = try await house.database.read { try ChannelAgent.all(at: site, in: $0) }
        let visits = present.state.channels.visits.values
            .filter { !$0.candidates.isEmpty }
            .sorted { ($0.arrivedAt, $0.visit) > ($1.arrivedAt, $1.visit) }.prefix(100)
        let targets = visits.flatMap { visit -> [Choice] in
            let when = visit.arrivedAt.words
            let reports = visit.candidates.map { filed in
                Choice(
                    value: "\(visit.visit) \(filed.report.slip)",
                    label: "\(when) 到访：\(directory.name(StaffID(filed.report.channel)))"
                        + " \(filed.countsAt.words) 的报备成立")
            }
            return reports + [Choice(value: visit.visit.rawValue, label: "\(when) 到访：按自然到访")]
        }
        let page = ChannelRulingPage(
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(), targets: targets,
            agents: agents.map {
                Choice(value: "\($0.company) \($0.id)", label: "\($0.companyName) \($0.name)")
            },
            consultants: consultantChoices(present.state, directory),
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("渠道复核与撬单", current: "/channels", body: page.html)
    }
}

/// 渠道复核与撬单: two forms for management.
struct ChannelRulingPage: Sendable {
    let csrf: HTML
    let decisionID: String
    let targets: [Choice]
    let agents: [Choice]
    let consultants: [Choice]
    let notice: HTML?

    var html: HTML {
        """
        <div class="page-head"><h1>渠道复核与撬单</h1></div>
        \(notice)
        <div class="columns"><div>\(reviewForm)</div><div>\(poachingForm)</div></div>
        """
    }

    private var reviewForm: HTML {
        guard !targets.isEmpty else {
            return card("凭证据复核", body: emptyState("没有可复核的", "前台拿登记的姓名电话比对过、又有报备的到访会列在这里。"))
        }
        let target = SelectField(
            name: "target", label: "哪次到访，怎么判", choices: targets, isRequired: true)
        let note = TextField("note", "凭什么证据", isRequired: true, maxLength: 200)
        return card(
            "凭证据复核",
            body: form(
                "/channels/reviews", "-r", "\(target.html)\(note.html)", "复核", clause: "OWN-46"))
    }

    private var poachingForm: HTML {
        let phone = TextField(
            "phone", "客户手机", type: "tel", isRequired: true, inputMode: "tel", maxLength: 20)
        let agent = SelectField(name: "agent", label: "渠道人员", choices: agents, isRequired: true)
        let staff = SelectField(
            name: "staff", label: "原来是谁的自然到访客户", choices: consultants, isRequired: true)
        let note = TextField(
            "note", "证据", isRequired: true, maxLength: 200, suffix: "-p")
        return card(
            "查实撬单",
            body: form(
                "/channels/poaching", "-p",
                "\(phone.html)\(agent.html)\(staff.html)\(note.html)", "查实", clause: "OWN-50"))
    }

    private func form(
        _ action: String, _ suffix: String, _ fields: HTML, _ label: String, clause: String
    ) -> HTML {
        """
        <form method="post" action="\(url: action)" class="form">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)\(suffix)">\(fields)
        <p class="actions">\(button(label, .primary))
        <a class="clause-id" href="\(url: "/clauses/" + clause)">\(clause)</a></p></form>
        """
    }
}
