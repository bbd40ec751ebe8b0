import Database
import HTTPTypes
import HouseRules
import HummingbirdCore

/// Channel companies, their agents and what may be held against them.
struct ChannelRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.giveRulings)
        return [
            Route(
                .get, "/channels", access: access, kind: .page, summary: "渠道公司和人员",
                handler: { try await page($0) }),
            Route(
                .post, "/channels/companies", access: access, kind: .form, summary: "登记渠道公司",
                handler: addCompany),
            Route(
                .post, "/channels/agents", access: access, kind: .form, summary: "登记渠道人员",
                handler: addAgent),
            Route(
                .post, "/channels/agents/{id}/address", access: access, kind: .form,
                summary: "给渠道人员新的报备地址", handler: newAddress),
            Route(
                .post, "/channels/agents/{id}/withdrawal", access: access, kind: .form,
                summary: "停用报备地址", handler: withdraw),
            Route(
                .post, "/channels/blocks", access: access, kind: .form,
                summary: "禁止或暂停带客", handler: block),
            Route(
                .post, "/channels/blocks/lift", access: access, kind: .form, summary: "恢复带客",
                handler: lift),
            Route(
                .post, "/channels/audits/{id}", access: access, kind: .form, summary: "稽核完毕",
                handler: closeAudit),
        ].comingBack { try await page($0) }
    }

    private func name(_ call: Call) throws -> String {
        guard let name = call.form.text("name"), name.count <= 40 else {
            throw Problem.fault("name", "请写名称，最多 40 个字。")
        }
        return name
    }

    @Sendable private func addCompany(_ call: Call) async throws -> Answer {
        let site = try house.account(call).site
        let (id, name, now) = (call.web.surroundings.newID(), try name(call), house.now(call))
        try await house.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO channel_company (site, company, name, created_at)
                VALUES (\(site), \("co-" + id), \(name), \(now))
                """)
        }
        house.names.forget(site)
        return .redirect(to: "/channels")
    }

    @Sendable private func addAgent(_ call: Call) async throws -> Answer {
        let site = try house.account(call).site
        let company = call.form.text("company") ?? ""
        let (id, name, now) = (call.web.surroundings.newID(), try name(call), house.now(call))
        let rows = try await house.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO channel_agent (site, agent, company, name, created_at)
                SELECT site, \("ag-" + id), company, \(name), \(now) FROM channel_company
                WHERE site = \(site) AND company = \(company)
                """)
        }
        guard rows == 1 else { throw Problem.fault("company", "请选渠道公司。") }
        house.names.forget(site)
        return .redirect(to: "/channels")
    }

    /// Makes a new secret; the one before works no more.
    @Sendable private func newAddress(_ call: Call) async throws -> Answer {
        let secret = ChannelSecret.make()
        try await setSecret(ChannelSecret.hash(of: secret), call)
        return try await page(call, address: "/r/\(secret)")
    }

    @Sendable private func withdraw(_ call: Call) async throws -> Answer {
        try await setSecret(nil, call)
        return .redirect(to: "/channels")
    }

    private func setSecret(_ hash: String?, _ call: Call) async throws {
        let site = try house.account(call).site
        let agent = try call.parameter("id")
        let since = hash.map { _ in house.now(call) }
        let rows = try await house.database.write { transaction in
            try transaction.execute(
                """
                UPDATE channel_agent SET token_hash = \(hash), token_at = \(since)
                WHERE site = \(site) AND agent = \(agent)
                """)
        }
        guard rows == 1 else { throw Problem.notFound }
    }

    private func perform(_ command: ChannelCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.channels(command), id: call.form["id"], call)
        return .redirect(to: "/channels?decision=\(record.id)")
    }

    /// `company` or `company agent`, as the form's choice says.
    private func target(_ call: Call) throws -> (channel: String, agent: String?) {
        let parts = (call.form.text("target") ?? "").split(separator: " ").map(String.init)
        guard let channel = parts.first, parts.count <= 2 else {
            throw Problem.fault("target", "请选渠道公司或人员。")
        }
        return (channel, parts.count == 2 ? parts[1] : nil)
    }

    @Sendable private func block(_ call: Call) async throws -> Answer {
        let (channel, agent) = try target(call)
        let until = try call.form.text("until").map { text throws(Problem) in
            guard let until = Moment(local: text) else {
                throw .fault("until", "到期时间要写成日期和时刻；不填就是一直禁止。")
            }
            return until
        }
        let note = try call.form.needed("note", "请写清楚原因。")
        return try await perform(
            .block(ChannelBlock(channel: channel, agent: agent, until: until, note: note)), call)
    }

    @Sendable private func lift(_ call: Call) async throws -> Answer {
        let (channel, agent) = try target(call)
        return try await perform(.lift(channel: channel, agent: agent), call)
    }

    @Sendable private func closeAudit(_ call: Call) async throws -> Answer {
        let note = try call.form.needed("note", "请写查到的事实。")
        return try await perform(
            .closeAudit(
                VisitID(try call.parameter("id")), dumpedBy: try call.form.staff("staff"),
                note: note), call)
    }

    private func page(_ call: Call, address: String? = nil) async throws -> Answer {
        let book = try await house.book(call)
        let site = book.site
        let (companies, agents) = try await house.database.read { transaction in
            (
                try ChannelCompany.all(at: site, in: transaction),
                try ChannelAgent.all(at: site, in: transaction)
            )
        }
        let present = await book.view(at: house.now(call))
        let directory = try await house.names.directory(site)
        let scheme = call.web.configuration.secureCookies ? "https" : "http"
        let host = call.request.head.authority ?? ""
        let page = ChannelPage(
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            companies: companies, agents: agents,
            blocks: present.state.channels.blocks,
            audits: present.state.channels.audits.sorted { $0.key < $1.key }.map {
                .init(
                    visit: $0.key, number: present.state.customers.traces[$0.key]?.number,
                    item: $0.value)
            },
            consultants: consultantChoices(present.state, directory),
            address: address.map { "\(scheme)://\(host)\($0)" },
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("渠道", current: "/channels", body: page.html)
    }
}
