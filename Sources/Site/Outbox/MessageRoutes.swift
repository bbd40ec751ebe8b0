import Database
import HTTPTypes
import HouseRules

/// What left the house, what could not, and what to do about it.
struct MessageRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/messages", access: .permission(.readMessages), kind: .page,
                summary: "寄出的消息", handler: list),
            Route(
                .get, "/messages/{id}", access: .permission(.readMessages), kind: .page,
                summary: "一条消息", handler: show),
            Route(
                .post, "/messages/{id}/retry", access: .permission(.tendMessages), kind: .form,
                summary: "再寄一次"
            ) { call in .redirect(to: "/messages/" + (try await retry(call)).id) },
            Route(
                .post, "/messages/{id}/void", access: .permission(.tendMessages), kind: .form,
                summary: "作废", handler: withdraw),
            Route(
                .post, "/messages/{id}/reveal", access: .permission(.revealPersonalData),
                kind: .form, summary: "看短信的收件人和全文，留痕", handler: reveal),
            Route(
                .get, "/api/v1/messages", access: .permission(.readMessages), kind: .api,
                summary: "寄出的消息"
            ) { call in try .json(APIBody.MessagePage(try await page(call))) },
            Route(
                .post, "/api/v1/messages/{id}/retry", access: .permission(.tendMessages),
                kind: .api, summary: "再寄一次"
            ) { call in
                _ = try call.input(APIBody.Nothing.self)
                return try .json(APIBody.MessageLine(try await retry(call)))
            },
            Route(
                .post, "/api/v1/messages/{id}/void", access: .permission(.tendMessages),
                kind: .api, summary: "作废"
            ) { call in
                let note = try call.input(APIBody.Withdrawal.self).note
                return try .json(APIBody.MessageLine(try await withdraw(note, call)))
            },
        ]
    }

    private typealias Page = (rows: [MessageRow], next: MessageList.Mark?, dead: Int)

    private func page(_ call: Call) async throws -> Page {
        let account = try house.account(call)
        let query = try call.query()
        let filter = try MessageFilter(query)
        var mark: MessageList.Mark?
        if let text = query.text("after") {
            mark = MessageList.Mark(text)
            guard mark != nil else { throw Problem.badRequest("after 要照上一页给的写。") }
        }
        let after = mark
        return try await house.database.read { transaction in
            let found = try MessageList.page(
                after: after, of: account.site, filter, in: transaction)
            let dead = try transaction.row(
                """
                SELECT count(*) AS total FROM message WHERE site = \(account.site)
                AND state = 'dead'
                """)
            return (found.rows, found.next, Int(try dead?.int("total") ?? 0))
        }
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let found = try await page(call)
        let directory = try await house.names.directory(try house.account(call).site)
        let body = MessageListPage(
            rows: found.rows.map { MessageView($0, directory) }, next: found.next?.text,
            filter: try MessageFilter(try call.query()), dead: found.dead)
        return call.page("消息", current: "/messages", body: body.html)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(of: try await message(call), fault: nil, call)
    }

    private func page(
        of row: MessageRow, fault: String?, _ call: Call, text: SentText? = nil,
        purposeFault: String? = nil
    ) async throws -> Answer {
        let account = try house.account(call)
        let directory = try await house.names.directory(account.site)
        let texts = try texts(call)
        let masked = try await house.database.read { try texts.masked(row.id, in: $0) }
        let permissions = account.role.permissions
        var body = MessagePage(
            view: MessageView(row, directory), mayTend: permissions.contains(.tendMessages),
            csrf: call.csrfField, fault: fault)
        body.isText = row.kind == .sms
        body.text = text ?? masked
        body.mayReveal = permissions.contains(.revealPersonalData)
        body.purposeFault = purposeFault
        return call.page("消息", current: "/messages", body: body.html)
    }

    private func texts(_ call: Call) throws -> SentTexts {
        let site = try house.account(call).site
        return SentTexts(
            notes: PrivateNotes(site: site, key: house.personKey),
            people: People(site: site, key: house.personKey))
    }

    /// Name, number and words in full; who looked and what for stands in the log.
    @Sendable private func reveal(_ call: Call) async throws -> Answer {
        let row = try await message(call)
        guard let purpose = call.form.text("purpose"), purpose.count <= 100 else {
            var answer = try await page(
                of: row, fault: nil, call, purposeFault: "请写为什么要看，最多 100 个字。")
            answer.status = .unprocessableContent
            return answer
        }
        let (texts, logID) = (try texts(call), call.web.surroundings.newID())
        let (staff, now) = (try house.account(call).staff, house.now(call))
        let text = try await house.database.write { transaction in
            try texts.plain(
                row.id, to: staff, for: purpose, logID: logID, at: now, in: transaction)
        }
        guard let text else { throw Problem.notFound }
        return try await page(of: row, fault: nil, call, text: text)
    }

    private func message(_ call: Call) async throws -> MessageRow {
        let site = try house.account(call).site
        let id = try call.parameter("id")
        guard id.utf8.count <= 100, !id.utf8.contains(0) else { throw Problem.notFound }
        let row = try await house.database.read { try MessageList.one(id, of: site, in: $0) }
        guard let row else { throw Problem.notFound }
        return row
    }

    private func retry(_ call: Call) async throws -> MessageRow {
        let row = try await message(call)
        let (staff, now) = (try house.account(call).staff, house.now(call))
        let isDone = try await house.database.write {
            try MessageList.retry(row, by: staff, at: now, in: $0)
        }
        guard isDone else { throw Problem.notStuck }
        return try await message(call)
    }

    @Sendable private func withdraw(_ call: Call) async throws -> Answer {
        do {
            let row = try await withdraw(call.form["note"] ?? "", call)
            return .redirect(to: "/messages/" + row.id)
        } catch let problem as Problem where problem.status == .unprocessableContent {
            var answer = try await page(
                of: try await message(call), fault: problem.fields.first?.sentence, call)
            answer.status = problem.status
            return answer
        }
    }

    private func withdraw(_ text: String, _ call: Call) async throws -> MessageRow {
        let note = text.trimmed
        guard (1...200).contains(note.count) else { throw Problem.reasonMissing }
        let row = try await message(call)
        let (staff, now) = (try house.account(call).staff, house.now(call))
        let isDone = try await house.database.write {
            try MessageList.withdraw(row, because: note, by: staff, at: now, in: $0)
        }
        guard isDone else { throw Problem.notStuck }
        return try await message(call)
    }
}

extension Problem {
    fileprivate static let notStuck = Problem(
        status: .conflict, title: "这条消息不用处理",
        detail: "它已经寄出、过时或作废了。请刷新页面看它现在的状态。")

    fileprivate static let reasonMissing = Problem(
        status: .unprocessableContent, title: "有几处要改", detail: "作废要写原因，最多 200 个字。",
        fields: [.init(name: "note", sentence: "请写作废的原因，最多 200 个字。")])
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmed: String {
        let rest = drop(while: \.isWhitespace)
        return String(
            rest.prefix(
                upTo: rest.lastIndex { !$0.isWhitespace }.map {
                    rest.index(after: $0)
                } ?? rest.startIndex))
    }
}

extension APIBody {
    /// A body without fields.
    struct Nothing: APIInput {
        enum CodingKeys: CodingKey, CaseIterable {}
    }

    /// Why a message is withdrawn.
    struct Withdrawal: APIInput {
        var note: String

        enum CodingKeys: CodingKey, CaseIterable { case note }
    }

    /// A message of a list.
    struct MessageLine: Encodable, Sendable {
        let id: String
        let channel: String
        let kind: String
        let staff: String?
        let urgent: Bool
        let state: String
        let createdAt: Int64
        let expiresAt: Int64
        let nextTry: Int64?
        let tries: Int
        let sentAt: Int64?
        let sentBy: String?
        let fault: String?
        let decision: String?
        let note: String?

        init(_ row: MessageRow) {
            (id, channel, kind) = (row.id, row.channel.rawValue, row.kind.rawValue)
            (staff, urgent, state) = (row.staff?.rawValue, row.isUrgent, row.state.rawValue)
            createdAt = row.createdAt.milliseconds
            expiresAt = row.expiresAt.milliseconds
            nextTry = row.state == .waiting ? row.nextTry.milliseconds : nil
            tries = row.tries
            (sentAt, sentBy) = (row.sentAt?.milliseconds, row.sentBy)
            (fault, decision, note) = (row.fault, row.decision?.rawValue, row.note)
        }
    }

    /// A page of messages.
    struct MessagePage: Encodable, Sendable {
        let messages: [MessageLine]
        /// What to give as `after` for the next page.
        let next: String?
        let dead: Int

        init(_ page: (rows: [MessageRow], next: MessageList.Mark?, dead: Int)) {
            messages = page.rows.map(MessageLine.init)
            next = page.next?.text
            dead = page.dead
        }
    }
}
