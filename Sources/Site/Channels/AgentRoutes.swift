import Database
import Foundation
import HTTPTypes
import HouseRules

/// Reporting a customer by an address that holds a secret: no account, no captcha.
///
/// The answer depends on the agent and the clock alone, so that nobody learns who is known here.
struct AgentRoutes: Sendable {
    let house: House
    let throttle = ReportThrottle()

    var routes: [Route] {
        [
            Route(
                .get, "/r/{id}", access: .anyone, kind: .page, summary: "渠道人员报备客户",
                handler: show),
            Route(
                .post, "/r/{id}", access: .anyone, kind: .form, summary: "报备一位客户",
                bodyLimit: 16 << 10, handler: report),
        ]
    }

    /// Who asks, and where.
    private struct Caller {
        let site: SiteID
        let siteName: String
        let agent: ChannelAgent
        let path: String
    }

    private func caller(_ call: Call) async throws -> Caller {
        let secret = try call.parameter("id")
        let found = try await house.database.read {
            try ChannelAgent.of(secret: secret, in: $0)
        }
        guard let found else {
            let now = call.web.surroundings.now()
            if let wait = throttle.count(.miss, call.remoteAddress, at: now) {
                throw Self.tooMany(wait)
            }
            throw Problem.unknownAddress
        }
        let name = call.web.configuration.name(of: found.site)
        return Caller(
            site: found.site, siteName: name, agent: found.agent, path: "/r/\(secret)")
    }

    private static func tooMany(_ seconds: Int) -> Problem {
        Problem(
            status: .tooManyRequests, title: "报得太快了",
            detail: "请过 \((seconds + 59) / 60) 分钟再报；要一次报很多客户请联系案场。",
            retryAfter: seconds)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let caller = try await caller(call)
        var page = try await page(caller, call)
        let slip = try call.query().text("report")
        page.made = page.lines.first { $0.slip == slip }
        return .html(page.html)
    }

    @Sendable private func report(_ call: Call) async throws -> Answer {
        let caller = try await caller(call)
        let now = call.web.surroundings.now()
        let waits = [
            throttle.count(.agent, caller.agent.id, at: now),
            throttle.count(.place, call.remoteAddress, at: now),
        ]
        if let wait = waits.compactMap(\.self).max() { throw Self.tooMany(wait) }
        do {
            let form = try AgentForm(call.form)
            let record = try await submit(form, caller, call)
            guard let refusal = record.refusal else {
                return .redirect(to: "\(caller.path)?report=\(record.id)")
            }
            var page = try await page(caller, call)
            page.typed = call.form
            page.refusal = notice(
                .stop, title: "没有报成", text: refusal.sentence(names: { $0.rawValue }))
            return .html(page.html, status: .unprocessableContent)
        } catch let problem as Problem where !problem.fields.isEmpty {
            var page = try await page(caller, call)
            page.typed = call.form
            page.faults = problem.fields
            page.refusal = notice(.stop, title: problem.title, text: problem.detail)
            return .html(page.html, status: problem.status)
        }
    }

    private func submit(
        _ form: AgentForm, _ caller: Caller, _ call: Call
    ) async throws -> DecisionRecord {
        let id = try house.commandID(call.form["id"], call)
        let book = try await house.shelf.book(caller.site)
        let now = house.now(call)
        let words = CustomerWords(name: form.name, phone: form.phone)
        var report = ChannelReport(
            SlipID(id), channel: caller.agent.company, agent: caller.agent.id,
            customer: house.personKey.mark(words, site: caller.site), sentAt: now)
        report.content = house.personKey.wordHash(
            "\(form.name)\u{0}\(form.phone)", as: "message", site: caller.site)
        let person = PersonID("p-" + id)
        let people = People(site: caller.site, key: house.personKey)
        let lead = await book.view(at: now).policy.channels.leadMinutes
        let row: SQL = """
            INSERT INTO channel_report (site, slip, company, agent, person, code, consent_hash, \
            expected_at, sent_at, opens_at) VALUES (\(caller.site), \(id), \
            \(caller.agent.company), \(caller.agent.id), \(person), \(ProofCode.make()), \
            \(ChannelConsent.hash), \(form.expected?.milliseconds), \(now), \
            \(now.wholeSecond.adding(seconds: lead * 60)))
            """
        do {
            return try await book.perform(
                .channels(.report(report)), id: DecisionID(id),
                by: Actor(StaffID(caller.agent.id), .clock),
                alongside: people.insertions(
                    person, PersonDetails(name: form.name, phone: form.phone), at: now) + [row],
                at: now)
        } catch is SiteBusy {
            throw Problem.busy(after: 2)
        } catch is DecisionIDReused {
            throw Problem(
                status: .conflict, title: "这张表单已经交过",
                detail: "同一张表单先交过别的内容，这次没有保存。请刷新页面重新填写。")
        }
    }

    private func page(_ caller: Caller, _ call: Call) async throws -> AgentPage {
        let people = People(site: caller.site, key: house.personKey)
        let site = caller.site
        let agent = caller.agent.id
        let lines = try await house.database.read { transaction in
            try transaction.rows(
                """
                SELECT slip, person, code, sent_at, opens_at FROM channel_report
                WHERE site = \(site) AND agent = \(agent)
                ORDER BY sent_at DESC, slip DESC LIMIT 10
                """
            ).map { row in
                AgentPage.Line(
                    slip: try row.text("slip"),
                    customer: try people.label(PersonID(try row.text("person")), in: transaction),
                    code: try row.text("code"),
                    sentAt: Moment(milliseconds: try row.int("sent_at")),
                    opensAt: Moment(milliseconds: try row.int("opens_at")))
            }
        }
        let policy = await (try house.shelf.book(site)).view(at: house.now(call)).policy
        return AgentPage(
            siteName: caller.siteName, agent: caller.agent.name,
            company: caller.agent.companyName, action: caller.path,
            id: call.web.surroundings.newID(), now: house.now(call),
            leadMinutes: policy.channels.leadMinutes, lines: lines)
    }
}

/// A report as it was filled in.
struct AgentForm: Sendable {
    let name: String
    let phone: String
    let expected: Moment?

    /// Reads a form; throws a problem that names each field at fault.
    init(_ form: FormFields) throws(Problem) {
        var faults: [Problem.Field] = []
        name = form.text("name") ?? ""
        phone = form.text("phone") ?? ""
        expected = form.text("expected").flatMap { Moment(local: $0) }
        if name.isEmpty || name.count > 40 {
            faults.append(.init(name: "name", sentence: "请写客户全名，最多 40 个字。"))
        }
        if CustomerWords(name: name, phone: phone).phone.map({ isPhone($0) }) != true {
            faults.append(.init(name: "phone", sentence: "请写完整的电话号码。\(phoneFault)"))
        }
        if form.text("expected") != nil, expected == nil {
            faults.append(.init(name: "expected", sentence: "到访时间要写成日期和时刻。"))
        }
        if form["consent"] != "1" {
            faults.append(.init(name: "consent", sentence: "要客户本人同意，才能报备。"))
        }
        guard faults.isEmpty else {
            throw Problem(
                status: .unprocessableContent, title: "有几处要改",
                detail: faults.map(\.sentence).joined(), fields: faults)
        }
    }
}

extension Problem {
    /// No agent has this address, or no more.
    static let unknownAddress = Problem(
        status: .notFound, title: "这个报备地址不能用",
        detail: "地址写错了，或者已经停用。请向案场要新的报备地址。")
}

extension PersonKey {
    /// The marks of a customer's name and number (OWN-46).
    func mark(_ words: CustomerWords, site: SiteID) -> CustomerMark {
        CustomerMark(
            name: wordHash(words.name, as: "name", site: site),
            phone: words.phone.map { phoneHash($0, site: site) },
            tail: wordHash(words.tail, as: "tail", site: site))
    }
}
