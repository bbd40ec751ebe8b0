import Database
import HTTPTypes
import HouseRules

/// Messages for colleagues and answers promised to customers (REC-58, REC-65).
struct SlipRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.keepRegisters)
        return [
            Route(
                .get, "/slips", access: access, kind: .page, summary: "留言和待答", handler: list),
            Route(
                .post, "/slips/messages", access: access, kind: .form, summary: "给同事留言",
                handler: leaveMessage),
            Route(
                .post, "/slips/messages/{id}/done", access: access, kind: .form,
                summary: "留言处理完"
            ) { call in
                try await perform(.handleMessage(SlipID(try call.parameter("id"))), call)
            },
            Route(
                .post, "/slips/promises", access: access, kind: .form, summary: "答应客户限时回复",
                handler: promise),
            Route(
                .post, "/slips/promises/{id}/done", access: access, kind: .form,
                summary: "已答复客户"
            ) { call in
                try await perform(.answerPromise(SlipID(try call.parameter("id"))), call)
            },
            Route(
                .post, "/slips/promises/{id}/change", access: access, kind: .form,
                summary: "改答复时限，留原因", handler: amend),
        ].comingBack(to: list)
    }

    private func notes(_ call: Call) throws -> PrivateNotes {
        PrivateNotes(site: try house.account(call).site, key: house.personKey)
    }

    private func perform(
        _ command: RegisterCommand, id: String? = nil, _ call: Call, alongside: [SQL] = []
    ) async throws -> Answer {
        let record = try await house.perform(
            .registers(command), id: id ?? call.form["id"], call, alongside: alongside)
        let view = call.form["view"] == "all" ? "view=all&" : ""
        return .redirect(to: "/slips?\(view)decision=\(record.id)")
    }

    private func staff(_ call: Call) throws -> StaffID {
        if let sent = call.form.text("staff") { return try StaffID(sent: sent) }
        let account = try house.account(call)
        guard account.role == .consultant else { throw Problem.fault("staff", "请选是给谁的。") }
        return account.staff
    }

    private func words(_ call: Call, _ field: String) throws -> String {
        guard let text = call.form.text(field) else {
            throw Problem.fault(field, "请写清楚内容，再保存。")
        }
        guard text.count <= 500 else { throw Problem.fault(field, "内容最多 500 个字，请写短一些。") }
        return text
    }

    private func keep(
        _ kind: PrivateNotes.Kind, _ slip: String, _ text: PrivateText, _ call: Call
    ) throws -> SQL {
        try notes(call).keep(
            text, of: kind, slip, by: try house.account(call).staff, at: house.now(call))
    }

    /// The list again with what is wrong with a form and what was typed into it.
    private func kept(
        _ call: Call, _ write: (Call) async throws -> Answer
    ) async throws -> Answer {
        try await .returning({ try await page(call, refused: $0) }) { try await write(call) }
    }

    @Sendable private func leaveMessage(_ call: Call) async throws -> Answer {
        try await kept(call, message)
    }

    @Sendable private func promise(_ call: Call) async throws -> Answer {
        try await kept(call, promised)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer { try await page(call) }

    private func message(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        var text = PrivateText()
        text.text = try words(call, "text")
        return try await perform(
            .leaveMessage(SlipID(id), for: try staff(call)), id: id, call,
            alongside: [try keep(.message, id, text, call)])
    }

    private func promised(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        var text = PrivateText()
        text.text = try words(call, "text")
        let department = try words(call, "department")
        let command = RegisterCommand.promise(
            SlipID(id), try staff(call), department: department, due: try due(call))
        return try await perform(
            command, id: id, call, alongside: [try keep(.promise, id, text, call)])
    }

    private func due(_ call: Call) throws -> Moment? {
        guard let text = call.form.text("due") else { return nil }
        guard let due = Moment(local: text) else {
            throw Problem.fault("due", "时限要写成日期和时刻。")
        }
        return due
    }

    @Sendable private func amend(_ call: Call) async throws -> Answer {
        let slip = try call.parameter("id")
        guard let due = try due(call) else { throw Problem.fault("due", "请填新的答复时限。") }
        let note = try words(call, "note")
        let notes = try notes(call)
        let before = try await house.database.read { transaction in
            try notes.versions(of: .promise, slip, in: transaction).last?.text
        }
        var text = before ?? PrivateText()
        text.note = note
        return try await perform(
            .amendPromise(SlipID(slip), due: due, note: "见待答单"), call,
            alongside: [try keep(.promise, slip, text, call)])
    }

    private func page(_ call: Call, refused: Problem? = nil) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let showsAll = (query.text("view") ?? call.form.text("view")) == "all"
        let notes = try notes(call)
        var condition: SQL = """
            site = \(account.site) AND kind IN ('message', 'promise') \
            AND (status IN ('open', 'overdue') OR closed_at >= \(house.now(call).day.start))
            """
        if !showsAll { condition = condition + " AND staff = \(account.staff)" }
        let wanted = condition
        let slips = try await house.database.read { transaction in
            try transaction.rows(
                """
                SELECT slip, kind, staff, opened_at, due_at, status, closed_at FROM slip_row
                WHERE \(sql: wanted) ORDER BY closed_at IS NOT NULL, due_at, slip LIMIT 200
                """
            ).map { row in
                let slip = try Slip(row)
                let kind: PrivateNotes.Kind = slip.isPromise ? .promise : .message
                return (slip, try notes.versions(of: kind, slip.id, in: transaction))
            }
        }
        let directory = try await house.names.directory(account.site)
        var page = SlipPage(
            slips: slips.map { .init($0.0, $0.1, directory) }, showsAll: showsAll,
            isConsultant: account.role == .consultant, people: directory.consultants,
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: query.text("decision"), call))
        if let refused {
            page.notice = notice(.stop, title: refused.title, text: refused.detail)
            page.faults = refused.fields
            (page.typed, page.path) = (call.form, call.route.path)
        }
        return call.page("留言和待答", current: "/slips", body: page.html)
    }
}

/// One slip as lists show it.
struct Slip: Sendable {
    let id: String
    let isPromise: Bool
    let staff: StaffID?
    let openedAt: Moment
    let dueAt: Moment
    let status: String
    let closedAt: Moment?

    init(_ row: Row) throws {
        id = try row.text("slip")
        isPromise = try row.text("kind") == "promise"
        staff = try row.optionalText("staff").map { StaffID($0) }
        openedAt = Moment(milliseconds: try row.int("opened_at"))
        dueAt = Moment(milliseconds: try row.int("due_at"))
        status = try row.text("status")
        closedAt = try row.optionalMoment("closed_at")
    }
}
