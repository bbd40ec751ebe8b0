import Database
import HTTPTypes
import HouseRules

/// A buyer's own page: no account, nothing but the order code in the address.
struct BuyerRoutes: Sendable {
    let house: House
    private let desk: PickDesk
    private let queue = QueueShelf()
    private let codes = CodeShelf()
    private let proven = ProvenCodes()
    private let misses = ReportThrottle()
    /// So many requests of one buyer; far more than a finger makes.
    private let limiter = RequestLimiter(rate: RequestRate(perSecond: 4, burst: 30))

    init(house: House) {
        self.house = house
        desk = PickDesk(house: house)
    }

    var routes: [Route] {
        [
            Route(
                .get, "/o", access: .anyone, kind: .page, summary: "凭订单码打开买方本人的页面"
            ) { call in
                .html(CodeEntryPage(siteName: call.web.configuration.siteName).html)
            },
            Route(
                .post, "/o", access: .anyone, kind: .form, summary: "交订单码",
                bodyLimit: 4 << 10, handler: enter),
            Route(
                .get, "/o/{id}", access: .anyone, kind: .page, summary: "买方本人的页面"
            ) { try await page($0) },
            Route(
                .get, "/o/{id}/state", access: .anyone, kind: .page,
                summary: "买方本人的页面：随进程变化的部分"
            ) { try await state($0) },
            Route(
                .post, "/o/{id}/picks", access: .anyone, kind: .form, summary: "买方点选",
                bodyLimit: 4 << 10, handler: pick),
            Route(
                .post, "/o/{id}/marks", access: .anyone, kind: .form, summary: "买方收藏或公测点选",
                bodyLimit: 4 << 10, handler: mark),
            Route(
                .post, "/api/v1/openings/{id}/picks", access: .anyone, kind: .api,
                summary: "买方点选", bodyLimit: 4 << 10, handler: pickByProgram),
            Route(
                .get, "/api/v1/order-codes/{id}", access: .anyone, kind: .api,
                summary: "买方此刻的情况", handler: standing),
        ]
    }

    /// Leads to the page of whoever has this code.
    @Sendable private func enter(_ call: Call) async throws -> Answer {
        let typed = ProofCode.plain(call.form.text("code") ?? "")
        if typed.count == 8 {
            for site in try await house.shelf.sites() {
                let selection = try await house.shelf.book(site.id).state.selection
                let found = codes.code(of: typed, at: site.id, selection, house.personKey)
                if let found { return .redirect(to: "/o/\(found.token(house.personKey))") }
            }
        }
        let now = call.web.surroundings.now()
        if let wait = misses.count(.miss, call.remoteAddress, at: now) {
            throw Problem.tooMany(after: wait)
        }
        let page = CodeEntryPage(
            siteName: call.web.configuration.siteName, typed: String(typed.prefix(20)),
            fault: "没有这个订单码，或者活动已经结束。请核对凭证，或到服务台查。")
        return .html(page.html, status: .unprocessableContent)
    }

    /// The order code of a text, if this house made it.
    private func code(_ token: String, _ call: Call) throws -> OrderCode {
        let now = call.web.surroundings.now()
        guard let code = proven.code(of: token, house.personKey) else {
            if let wait = misses.count(.miss, call.remoteAddress, at: now) {
                throw Problem.tooMany(after: wait)
            }
            throw Problem.unknownOrderCode
        }
        if let wait = limiter.take(Array(token.utf8.suffix(16)), at: now) {
            throw Problem.tooMany(after: wait)
        }
        return code
    }

    /// Whose code it is and how their activity stands; what became of them when it has ended.
    private func subject(_ call: Call) async throws -> (OrderCode, Standing) {
        let code = try code(try call.parameter("id"), call)
        let now = house.now(call)
        let present = await (try house.shelf.book(code.site)).view(at: now)
        let view = OpeningView(code.activity, present.state, seq: present.seq, at: now)
        guard let view else {
            let name = call.web.configuration.name(of: code.site)
            return (code, .ended(EndedBuyerPage(code, present.state, siteName: name, at: now)))
        }
        guard view.activity.buyers[code.person] != nil else { throw Problem.unknownOrderCode }
        return (code, .open(view))
    }

    private enum Standing {
        case open(OpeningView)
        case ended(EndedBuyerPage)
    }

    /// A page that is still open when the activity ends is loaded anew, and then asks no more.
    private func state(_ call: Call) async throws -> Answer {
        switch try await subject(call) {
        case (let code, .open(let view)): .html(buyerPage(code, view, call).state)
        case (_, .ended): Answer.html("").with(.hxRefresh, "true")
        }
    }

    private func buyerPage(_ code: OrderCode, _ view: OpeningView, _ call: Call) -> BuyerPage {
        let building = (try? call.query())?.int("building").map { Int($0) }
        return BuyerPage(
            view: view, code: code, token: code.token(house.personKey),
            short: code.short(house.personKey),
            siteName: call.web.configuration.name(of: code.site),
            ahead: queue.ahead(of: code, view), building: building,
            id: call.web.surroundings.newID())
    }

    private func page(
        _ call: Call, told: HTML? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        switch try await subject(call) {
        case (let code, .open(let view)):
            var page = buyerPage(code, view, call)
            page.told = told
            return .html(page.html, status: status)
        case (_, .ended(var page)):
            page.told = told
            return .html(page.html, status: status)
        }
    }

    @Sendable private func pick(_ call: Call) async throws -> Answer {
        let token = try call.parameter("id")
        let code = try code(token, call)
        let unit = try UnitID(sent: try call.form.needed("unit", "请点要选的房源。"))
        let outcome = try await desk.pick(
            code, unit, id: try house.commandID(call.form["id"], call), call)
        guard let refusal = outcome.refusal else { return .redirect(to: "/o/\(token)") }
        let told = notice(
            .stop, title: "没有选到 \(unit)", text: outcome.sentence,
            actions: badge(refusal.code, .stop))
        return try await page(call, told: told, status: .conflict)
    }

    @Sendable private func mark(_ call: Call) async throws -> Answer {
        let token = try call.parameter("id")
        let code = try code(token, call)
        let unit = try UnitID(sent: try call.form.needed("unit", "请点要标记的房源。"))
        guard let kind = call.form.text("kind").flatMap(HeatKind.init), kind != .visitIntent else {
            throw Problem.badRequest("请从页面上的按钮标记。")
        }
        let book = try await house.shelf.book(code.site)
        let id = try house.commandID(call.form["id"], call)
        let isOn = call.form["on"] != "0"
        let record = try await book.perform(
            .selection(.like(code.activity, code.person, unit, kind, isOn: isOn)),
            id: PickDesk.decision("m-\(unit)-\(kind.rawValue)-\(isOn)-\(id)", of: code), by: .clock)
        guard let refusal = record.refusal else {
            let building = call.form.int("building").map { "?building=\($0)" } ?? ""
            return .redirect(to: "/o/\(token)\(building)")
        }
        let told = notice(
            .stop, title: "没有记下", text: refusal.sentence(names: { $0.rawValue }),
            actions: badge(refusal.code, .stop))
        return try await page(call, told: told, status: .conflict)
    }

    @Sendable private func pickByProgram(_ call: Call) async throws -> Answer {
        let body = try APIBody.Pick(plain: call.body) ?? call.input(APIBody.Pick.self)
        let code = try code(body.code, call)
        guard code.activity.rawValue == (try call.plainParameter("id")) else {
            throw Problem.unknownOrderCode
        }
        let outcome = try await desk.pick(
            code, try UnitID(sent: body.unit), id: try house.commandID(body.id, call), call)
        return try outcome.answer(at: house.now(call))
    }

    @Sendable private func standing(_ call: Call) async throws -> Answer {
        guard case (let code, .open(let view)) = try await subject(call) else {
            throw Problem.unknownOrderCode
        }
        return try .json(
            APIBody.Standing(code, view, ahead: queue.ahead(of: code, view)))
    }
}

extension Problem {
    /// No buyer has this code, or no more.
    static let unknownOrderCode = Problem(
        status: .notFound, title: "这个订单码不能用",
        detail: "地址写错了，或者活动已经结束，或者已不在名单上。请到服务台核对。")
}

extension APIBody.Standing {
    init(_ code: OrderCode, _ view: OpeningView, ahead: Int?) {
        let buyer = view.activity.buyers[code.person]
        let running = view.activity.clock(of: code.person)
        self.init(
            activity: view.id.rawValue, title: view.activity.title,
            kind: view.activity.kind.rawValue, now: view.now.milliseconds,
            opensAt: view.activity.opensAt.milliseconds, isPaused: view.activity.pausedAt != nil,
            stage: buyer?.stage.rawValue ?? "", number: buyer?.number, ahead: ahead,
            desk: buyer?.desk, clock: running?.kind.rawValue,
            until: running?.until.milliseconds,
            units: (buyer?.units ?? []).map { unit in
                Unit(
                    unit: unit.rawValue, status: view.status(of: unit)?.rawValue ?? "released",
                    payUntil: view.activity.paymentUntil(of: unit)?.milliseconds)
            })
    }
}
