import Database
import HTTPTypes
import HouseRules

/// Inspections by checklists and looking again (REC-45 … REC-50, REC-57, REC-58, REC-64).
struct InspectionRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/inspections", access: .permission(.inspect), kind: .page, summary: "检查",
                handler: list),
            Route(
                .get, "/checklists", access: .permission(.inspect), kind: .page,
                summary: "逐项填的检查表"
            ) { call in try await checklist(call, fields: try call.query()) },
            Route(
                .post, "/inspections", access: .permission(.inspect), kind: .form,
                summary: "交检查单", handler: inspect),
            Route(
                .get, "/inspections/{id}", access: .permission(.inspect), kind: .page,
                summary: "一张检查单"
            ) { call in try await show(call) },
            Route(
                .post, "/inspections/{id}/recheck", access: .permission(.inspect), kind: .form,
                summary: "复查", handler: recheck),
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let span = try DaySpan(query, today: house.now(call).day, usual: 7)
        let names = try await house.names.directory(account.site)
        let rows = try await house.database.read { transaction in
            try InspectionRow.made(span, at: account.site, limit: 100, in: transaction)
        }
        let state = await (try house.book(call)).state
        let page = InspectionListPage(
            rows: rows, names: names,
            people: state.rotation.members.filter { !$0.released && $0.staff != account.staff }
                .map { Choice(value: $0.staff.rawValue, label: names.name($0.staff)) },
            span: span, mayExport: account.role.permissions.contains(.exportInspections),
            told: try await house.outcome(query.text("decision"), call))
        return call.page("检查", current: "/inspections", body: page.html)
    }

    private func checklist(
        _ call: Call, fields: FormFields, told: HTML? = nil, faults: [Problem.Field] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        guard let list = fields.text("list").flatMap(Checklist.init),
            let staff = fields.text("staff")
        else { throw Problem.badRequest("请先选用哪张表、查谁。") }
        let book = try await house.book(call)
        let names = try await house.names.directory(book.site)
        let off = await book.view(at: house.now(call)).policy.registers.itemsOff
        let page = ChecklistPage(
            list: list, items: list.items.filter { !off.contains("\(list.rawValue).\($0)") },
            staff: StaffID(staff), name: names.name(StaffID(staff)),
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told, typed: fields, faults: faults)
        var answer = call.page(list.label, current: "/inspections", body: page.html)
        answer.status = status
        return answer
    }

    @Sendable private func inspect(_ call: Call) async throws -> Answer {
        let form = call.form
        guard let list = form.text("list").flatMap(Checklist.init) else {
            throw Problem.badRequest("请先选用哪张表、查谁。")
        }
        let id = try house.commandID(form["id"], call)
        let off = await (try house.book(call)).view(at: house.now(call)).policy.registers.itemsOff
        let items = list.items.filter { !off.contains("\(list.rawValue).\($0)") }
        let (results, faults) = Self.results(of: items, form)
        guard faults.isEmpty else {
            let told = notice(.stop, title: "还有几项没写全", text: "每一项都要选；不合格的要写看到了什么。")
            return try await checklist(
                call, fields: form, told: told, faults: faults, status: .unprocessableContent)
        }
        let inspection = Inspection(
            SlipID(id), list, of: try StaffID(sent: form.text("staff") ?? ""), results)
        let record = try await house.perform(.registers(.inspect(inspection)), id: id, call)
        guard record.refusal == nil else {
            let told = try await house.outcome(record.id.rawValue, call)
            return try await checklist(call, fields: form, told: told, status: .conflict)
        }
        return .redirect(to: "/inspections/\(id)?decision=\(record.id)")
    }

    /// The verdict of every item, and what is missing.
    static func results(
        of items: [String], _ form: FormFields
    ) -> (results: [ItemResult], faults: [Problem.Field]) {
        var faults: [Problem.Field] = []
        let results = items.map { item in
            let verdict = form.text("verdict-" + item).flatMap(Verdict.init)
            let fact = form.text("fact-" + item) ?? ""
            if verdict == nil {
                faults.append(.init(name: "verdict-" + item, sentence: "请选合格、不合格或不适用。"))
            }
            if verdict == .fail, fact.isEmpty {
                faults.append(.init(name: "fact-" + item, sentence: "不合格要写看到了什么。"))
            }
            if fact.count > 200 {
                faults.append(.init(name: "fact-" + item, sentence: "最多 200 个字。"))
            }
            return ItemResult(item, verdict ?? .na, fact: fact)
        }
        return (results, faults)
    }

    private func show(
        _ call: Call, told: HTML? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let account = try house.account(call)
        let slip = SlipID(try call.plainParameter("id"))
        let row = try await house.database.read { transaction in
            try InspectionRow.one(slip, at: account.site, in: transaction)
        }
        guard let row else { throw Problem.notFound }
        let isOpen = await (try house.book(call)).state.registers.inspections[slip] != nil
        let asked = try call.query().text("decision")
        let outcome = try await house.outcome(asked, call)
        let page = InspectionPage(
            row: row, names: try await house.names.directory(account.site),
            mayRecheck: isOpen && row.staff != account.staff,
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told ?? outcome)
        var answer = call.page("检查", current: "/inspections", body: page.html)
        answer.status = status
        return answer
    }

    @Sendable private func recheck(_ call: Call) async throws -> Answer {
        let slip = SlipID(try call.plainParameter("id"))
        let failing = call.form.all("failing")
        guard failing.allSatisfy({ $0.utf8.count <= 100 }) else {
            throw Problem.badRequest("请用页面上的表单。")
        }
        let record = try await house.perform(
            .registers(.recheck(slip, stillFailing: failing)), id: call.form["id"], call)
        guard record.refusal == nil else {
            let told = try await house.outcome(record.id.rawValue, call)
            return try await show(call, told: told, status: .conflict)
        }
        return .redirect(
            to: "/inspections/\(percentEncode(slip.rawValue))?decision=\(record.id)")
    }
}
