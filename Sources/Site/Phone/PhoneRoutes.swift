import Database
import HTTPTypes
import HouseRules

/// The sales line (REC-54, REC-56).
struct PhoneRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/calls", access: .permission(.receiveVisitors), kind: .page, summary: "来电",
                handler: show),
            Route(
                .post, "/calls", access: .permission(.receiveVisitors), kind: .form,
                summary: "登记来电，得到由谁接听", handler: ring),
            Route(
                .post, "/calls/{id}/end", access: .permission(.receiveVisitors), kind: .form,
                summary: "通话结束"
            ) { call in
                try await perform(.end(CallID(try call.parameter("id"))), call)
            },
            Route(
                .post, "/calls/{id}/answer", access: .permission(.receiveVisitors), kind: .form,
                summary: "由另一位顾问接起或回拨"
            ) { call in
                guard let staff = call.form.text("staff") else {
                    return try await page(call, refused: .fault("staff", "请选由谁回拨。"))
                }
                let id = CallID(try call.parameter("id"))
                return try await perform(.answer(id, try StaffID(sent: staff)), call)
            },
        ]
    }

    @Sendable private func ring(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        let wanted = try call.form.text("wanted").map(StaffID.init(sent:))
        let isTaken = call.form["taken_by"] == "other"
        return try await perform(
            isTaken ? .noteCallback(CallID(id)) : .arrive(CallID(id), wanted: wanted), id: id, call)
    }

    private func perform(
        _ command: CallCommand, id: String? = nil, _ call: Call
    ) async throws -> Answer {
        let record = try await house.perform(.calls(command), id: id ?? call.form["id"], call)
        return .redirect(to: "/calls?decision=\(record.id)")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(call)
    }

    /// 来电; with a form that came back, what is wrong and what was typed.
    func page(_ call: Call, refused: Problem? = nil) async throws -> Answer {
        let book = try await house.book(call)
        let directory = try await house.names.directory(book.site)
        let state = await book.state
        let view = try await house.view(of: try call.query().text("decision"), call)
        let pack = view == nil ? nil : await house.clauses.pack(of: book)
        let minutes = await book.policy(at: house.now(call)).policy.registers.callbackMinutes
        let today = house.now(call).day
        let recent = try await recent(book.site, on: today)
        var page = PhonePage(
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            consultants: state.rotation.members.filter { !$0.released }.map {
                Choice(value: $0.staff.rawValue, label: directory.name($0.staff))
            },
            card: view.map { DecisionCard($0, pack: pack) },
            lines: state.calls.open.sorted { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
                .map { id, open in
                    PhonePage.Line(
                        call: id.rawValue, since: open.since.shortWords,
                        answerer: open.answerer.map(directory.name),
                        wanted: open.wanted.map(directory.name),
                        due: open.since.wholeSecond.adding(seconds: minutes * 60),
                        isMissed: open.answerer == nil && open.since.day < today)
                },
            order: state.calls.order.map(directory.name),
            due: state.calls.pointerStaff == nil ? nil : state.calls.pointer,
            recent: recent.map {
                .init(row: $0, answerer: $0.answerer.map(directory.name) ?? "—")
            },
            isIssued: state.calls.isIssued, isConfirmed: state.calls.isConfirmed,
            handed: state.calls.handed.sorted { $0.key < $1.key }.map {
                (directory.name($0.key), directory.name($0.value))
            })
        if let refused {
            page.notice = notice(.stop, title: refused.title, text: refused.detail)
            (page.typed, page.faults) = (call.form, refused.fields)
        }
        var answer = call.page("来电", current: "/calls", body: page.html)
        if refused != nil { answer.status = .unprocessableContent }
        return answer
    }

    /// The latest calls of a day.
    private func recent(
        _ site: SiteID, on day: BusinessDay
    ) async throws -> [CallRegisterRow] {
        try await house.database.read { transaction in
            let condition: SQL = "c.site = \(site) AND c.day = \(day)"
            return try transaction.rows(CallRegisterRow.page(condition, limit: 30))
                .map(CallRegisterRow.init)
        }
    }
}
