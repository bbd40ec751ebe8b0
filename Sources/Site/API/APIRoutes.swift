import Database
import HTTPTypes
import HouseRules

/// The JSON interface: the same commands and the same views as the pages.
struct APIRoutes: Sendable {
    let house: House
    let live: LiveBoards

    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/openapi.json", access: .anyone, kind: .api, summary: "接口说明"
            ) { _ in try APIDocument.answer() },
            Route(
                .get, "/api/v1/board", access: .permission(.seeBoard), kind: .api,
                summary: "轮次看板"
            ) { call in try .json(try await live.view(try await house.book(call))) },
            Route(
                .get, "/api/v1/visits", access: .permission(.receiveVisitors), kind: .api,
                summary: "某天的来访", handler: visits),
            Route(
                .get, "/api/v1/decisions/{id}", access: .permission(.readDecisions), kind: .api,
                summary: "一次裁定", handler: decision),
            Route(
                .post, "/api/v1/visits", access: .permission(.receiveVisitors), kind: .api,
                summary: "登记来客", handler: register),
            Route(
                .post, "/api/v1/visits/{id}/finish", access: .permission(.endReceptions),
                kind: .api,
                summary: "接待完毕", handler: finish),
            Route(
                .post, "/api/v1/visits/{id}/void", access: .permission(.receiveVisitors),
                kind: .api, summary: "撤销误派"
            ) { call in
                let body = try call.input(APIBody.Voiding.self)
                let visit = VisitID(try call.parameter("id"))
                return try await perform(
                    .visits(.void(visit, note: trimmed(body.note))), id: body.id, call)
            },
            Route(
                .post, "/api/v1/staff/{id}/moves", access: .permission(.standInTurn), kind: .api,
                summary: "到岗、离台、回位、弃站、下班", handler: move),
        ] + claimRoutes + sheetRoutes + callRoutes
    }

    private var claimRoutes: [Route] {
        [
            Route(
                .post, "/api/v1/visits/{id}/claim", access: .permission(.endReceptions),
                kind: .api, summary: "认领客户", handler: claim),
            Route(
                .post, "/api/v1/visits/{id}/reclassify", access: .permission(.endReceptions),
                kind: .api, summary: "改判类别"
            ) { call in
                let body = try call.input(APIBody.Reclassification.self)
                guard let known = VisitClass(rawValue: body.class) else {
                    throw Problem.unknownClass
                }
                let named = try trimmed(body.named).map(StaffID.init(sent:))
                let visit = VisitID(try call.parameter("id"))
                return try await perform(
                    .claims(.reclassify(visit, known, named: named)), id: body.id, call)
            },
        ]
    }

    @Sendable private func claim(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.Claim.self)
        var claim = Claim(
            VisitID(try call.parameter("id")), by: try StaffID(sent: body.staff))
        claim.saidSurname = body.saidSurname
        claim.acknowledged = body.acknowledged
        claim.wantsAnother = body.wantsAnother ?? false
        claim.confirmsOwnResource = body.confirmsOwnResource ?? false
        claim.pointedAt = body.pointedAt ?? false
        if let phone = trimmed(body.phone).map(plainPhone) {
            guard isPhone(phone) else {
                throw Problem.badRequest("phone：\(phoneFault)")
            }
            claim.person = try await house.knownCustomer(phone: phone, call)
        }
        return try await perform(.claims(.claim(claim)), id: body.id, call)
    }

    private var sheetRoutes: [Route] {
        [
            ("sheet", SheetCommand.publish, "出当日轮次表"), ("sheet/confirmation", .confirm, "确认轮次表"),
            ("sheet/closure", .close, "收工"),
        ].map { path, command, summary in
            Route(
                .post, "/api/v1/\(path)", access: .permission(.arrangeTurns), kind: .api,
                summary: summary
            ) { call in
                try await perform(.sheet(command), id: try call.input(APIBody.Plain.self).id, call)
            }
        }
    }

    private var callRoutes: [Route] {
        [
            Route(
                .post, "/api/v1/calls", access: .permission(.receiveVisitors), kind: .api,
                summary: "登记来电"
            ) { call in
                let body = try call.input(APIBody.PhoneCall.self)
                let id = try house.commandID(body.id, call)
                let command = CallCommand.arrive(
                    CallID(id), wanted: try body.wanted.map(StaffID.init(sent:)))
                return try await perform(.calls(command), id: id, call)
            },
            Route(
                .post, "/api/v1/calls/{id}/answer", access: .permission(.receiveVisitors),
                kind: .api,
                summary: "另一位顾问接起或回拨"
            ) { call in
                let body = try call.input(APIBody.CallAnswer.self)
                let id = CallID(try call.parameter("id"))
                return try await perform(
                    .calls(.answer(id, try StaffID(sent: body.staff))), id: body.id, call)
            },
            Route(
                .post, "/api/v1/calls/{id}/end", access: .permission(.receiveVisitors), kind: .api,
                summary: "通话结束"
            ) { call in
                let id = try call.input(APIBody.Plain.self).id
                return try await perform(
                    .calls(.end(CallID(try call.parameter("id")))), id: id, call)
            },
        ]
    }

    @Sendable private func register(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.Visit.self)
        let form = try ArrivalForm(body)
        return try await house.answer(
            try await house.register(form, id: body.id, call), call)
    }

    @Sendable private func finish(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.Finish.self)
        let visit = VisitID(try call.parameter("id"))
        return try await perform(
            .visits(.finish(visit, logged: body.logged ?? true)), id: body.id, call)
    }

    @Sendable private func move(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.Move.self)
        let staff = StaffID(try call.parameter("id"))
        let command: PresenceCommand
        if body.move == "waive" {
            command = .waive(staff)
        } else if body.move == "slot", let slot = body.slot, (1...99).contains(slot) {
            command = .takeSlot(staff, slot)
        } else if let move = BoardMove(rawValue: body.move) {
            command = move.command(staff, until: try body.until.map(moment))
        } else {
            throw Problem.badRequest(
                "move 要是 clock_in、official、meal、personal、come_back、waive、rest、leave、"
                    + "或 slot（带 slot，1 到 99）。"
            )
        }
        return try await perform(.presence(command), id: body.id, call)
    }

    private func moment(_ milliseconds: Int64) throws(Problem) -> Moment {
        guard let moment = Moment(sent: milliseconds) else {
            throw .badRequest("until 要是 2000 年到 2099 年之间的毫秒时刻。")
        }
        return moment
    }

    private func perform(_ command: Command, id: String?, _ call: Call) async throws -> Answer {
        try await house.decided(command, id: id, call)
    }

    @Sendable private func decision(_ call: Call) async throws -> Answer {
        guard let view = try await house.view(of: try call.parameter("id"), call) else {
            throw Problem.notFound
        }
        return try .json(view)
    }

    @Sendable private func visits(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let page = query.page
        var day = house.now(call).day
        if let text = query.text("day") {
            guard let asked = BusinessDay(text) else {
                throw Problem.badRequest("day 要写成 2025-06-02。")
            }
            day = asked
        }
        let asked = day
        let found = try await house.database.read {
            try VisitList.page(page, of: account.site, on: asked, in: $0)
        }
        return try .json(
            APIBody.VisitPage(
                visits: found.rows.map(APIBody.VisitLine.init), page: min(page, found.pages),
                pages: found.pages))
    }
}

extension APIBody.VisitLine {
    fileprivate init(_ row: VisitRow) {
        self.init(
            visit: row.visit.rawValue, number: row.number, class: row.visitClass.rawValue,
            arrivedAt: row.arrivedAt.milliseconds, receptionist: row.receptionist?.rawValue,
            onBehalfOf: row.onBehalfOf?.rawValue, effect: row.effect?.rawValue,
            status: row.status.rawValue, decision: row.decision.rawValue)
    }
}

extension Problem {
    /// A class that there is not.
    static let unknownClass = Problem(
        status: .unprocessableContent, title: "有几处要改", detail: "没有这一类来客。",
        fields: [.init(name: "class", sentence: "没有这一类来客。")])

    /// A refusal by the rules: its sentence, code and clauses.
    init(refused view: DecisionView) {
        self.init(
            status: .conflict, title: view.refusal ?? "REFUSED", detail: view.sentence,
            clauses: view.clauses)
    }
}
