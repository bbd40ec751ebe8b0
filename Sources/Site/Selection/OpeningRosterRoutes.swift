import Database
import HTTPTypes
import HouseRules
import HummingbirdCore

/// The roster of an activity: brought in, locked, posted, changed with a reason (SEL-01).
struct OpeningRosterRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let plans = Access.permission(.planOpenings)
        return [
            Route(
                .get, "/openings/roster.xlsx", access: plans, kind: .page,
                summary: "资格名单的模板，Excel 文件"
            ) { _ in
                try .workbook(.template("资格名单", RosterColumn.self), named: "资格名单模板.xlsx")
            },
            Route(
                .get, "/openings/{id}/roster", access: plans, kind: .page, summary: "资格名单"
            ) { try await page($0) },
            Route(
                .post, "/openings/{id}/roster", access: plans, kind: .upload,
                summary: "试读或导入资格名单", bodyLimit: 16 << 20, handler: enter),
            Route(
                .post, "/openings/{id}/lock", access: plans, kind: .form, summary: "锁定名单"
            ) { call in try await step(.lock(try activity(call)), call) },
            Route(
                .post, "/openings/{id}/amendments", access: plans, kind: .form,
                summary: "锁定后增删名单", handler: amend),
            Route(
                .get, "/openings/{id}/roster/print", access: plans, kind: .page,
                summary: "打印名单和哈希", handler: printed),
            Route(
                .get, "/openings/{id}/roster/codes", access: plans, kind: .page,
                summary: "打印各人的订单码", handler: codes),
        ].comingBack { try await page($0) }
    }

    private static let pageSize = 50

    private func activity(_ call: Call) throws -> ActivityID {
        ActivityID(try call.plainParameter("id"))
    }

    private func step(
        _ command: SelectionCommand, _ call: Call, alongside: [SQL] = []
    ) async throws -> Answer {
        let id = percentEncode(try call.plainParameter("id"))
        return try await house.perform(
            command, back: "/openings/\(id)/roster", call, alongside: alongside)
    }

    private func page(
        _ call: Call, report: HTML? = nil
    ) async throws -> Answer {
        let view = try await house.opening(call)
        let roster = view.activity.roster
        let pages = max(1, (roster.count + Self.pageSize - 1) / Self.pageSize)
        let number = min(try call.query().page, pages)
        let first = (number - 1) * Self.pageSize
        let shown = Array(roster.dropFirst(first).prefix(Self.pageSize))
        let labels = try await house.labels(of: shown.map(\.person), call)
        let account = try house.account(call)
        let body = OpeningRosterPage(
            view: view, role: account.role, first: first, entries: shown, labels: labels,
            page: number, pages: pages,
            key: house.personKey, site: account.site, forms: OpeningForms(call))
        let told = try await house.told(call)
        return view.page(.roster, told: "\(told)\(report)", call, body: body.html)
    }

    /// Looked at, or taken over: the same file again changes nothing.
    @Sendable private func enter(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let account = try house.account(call)
        guard let file = call.files.first(where: { $0.field == "file" }) else {
            throw Problem.fault("file", "请选名单文件，.xlsx 或 .csv。")
        }
        let id = try house.commandID(call.form["id"], call)
        let people = People(site: account.site, key: house.personKey)
        var reading = try RosterReading(try OpeningSheet(file.bytes), id: id)
        let first = reading
        reading = try await house.database.read { transaction in
            var reading = first
            try reading.recognise(people, in: transaction)
            return reading
        }
        let rows = reading.rows(people)
        let found = RosterFault.faults(in: rows) { view.activity.buyers[$0] != nil }
        guard call.form["step"] == "enter" else {
            return try await page(call, report: report(reading, found, rows.count))
        }
        let refused = Set(found.map(\.line))
        let now = house.now(call)
        let insertions = reading.brought.enumerated().filter { index, row in
            row.isNew && !refused.contains(index + 1)
        }.flatMap { people.insertions($1.person, $1.details, at: now) }
        return try await step(
            .enter(view.id, rows, isTrial: false), call, alongside: insertions)
    }

    private func report(
        _ reading: RosterReading, _ found: [RosterFault], _ count: Int
    ) -> HTML {
        let faults = reading.sentences(found)
        let lines: [HTML] = faults.prefix(100).map { "<li>\($0.sentence)</li>" }
        let more: HTML? = faults.count > 100 ? "<li>另有 \(faults.count - 100) 处。</li>" : nil
        return card(
            "试读结果",
            body: """
                <p role="status">读到 \(count + reading.faults.count) 行，\
                可提交 \(count - found.count) 行，没有写入。</p><ul>\(lines)\(more)</ul>
                """)
    }

    @Sendable private func amend(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let note = call.form.text("note") ?? ""
        if call.form["step"] == "remove" {
            let roster = view.activity.roster
            guard let row = call.form.int("row"), row >= 1, row <= roster.count else {
                throw Problem.fault("row", "请填名单上的行号。")
            }
            let entry = roster[Int(row) - 1]
            return try await step(.amend(view.id, .remove(entry.person), note: note), call)
        }
        let id = try house.commandID(call.form["id"], call)
        let name = try call.form.needed("name", "请写姓名。")
        let ticket = try call.form.needed("ticket", "请写认筹单号。")
        guard let phone = try call.form.phone("phone") else {
            throw Problem.fault("phone", "请填电话。")
        }
        let (person, insertions) = try await house.customer(
            name: name, phone: phone, id: id, call)
        guard let person else { throw Problem.fault("name", "请写姓名和电话。") }
        let entry = RosterEntry(person, ticket: RosterReading.masked(ticket))
        return try await step(.amend(view.id, .add(entry), note: note), call, alongside: insertions)
    }

    @Sendable private func printed(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let body = RosterPaper(view: view, siteName: call.siteName).html
        return call.page("\(view.activity.title) · 名单", current: "/openings", body: body)
    }

    @Sendable private func codes(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let site = try house.account(call).site
        let pages = max(1, (view.activity.roster.count + Self.pageSize - 1) / Self.pageSize)
        let number = min(try call.query().page, pages)
        let shown = Array(
            view.activity.roster.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize))
        let labels = try await house.labels(of: shown.map(\.person), call)
        let page = CodePaper(
            view: view, entries: shown, labels: labels, key: house.personKey, site: site,
            address: { call.address($0) }, page: number, pages: pages)
        return call.page("\(view.activity.title) · 订单码", current: "/openings", body: page.html)
    }
}

extension Call {
    /// A path of this site as it is typed into a browser elsewhere.
    func address(_ path: String) -> String {
        let scheme = web.configuration.secureCookies ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? "")\(path)"
    }
}
