import Database
import HTTPTypes
import HouseRules

/// The hall of an activity: calling, checking in, and one buyer at a desk (SEL-03, SEL-04).
struct DeskRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let runs = Access.permission(.runOpenings)
        return [
            Route(
                .get, "/openings/{id}/desk", access: runs, kind: .page, summary: "叫号、签到和选房台",
                handler: show),
            Route(
                .get, "/openings/{id}/desk/state", access: runs, kind: .page,
                summary: "现场：随进程变化的部分"
            ) { .html(try await hall($0).html) },
            Route(
                .post, "/openings/{id}/calls", access: runs, kind: .form, summary: "叫下一组"
            ) { call in
                let view = try await house.opening(call)
                return try await house.perform(
                    .callGroup(view.id), back: view.path + "/desk", call)
            },
            Route(
                .post, "/openings/{id}/arrivals", access: runs, kind: .form,
                summary: "凭订单码、证件或认筹单尾号签到", handler: checkIn),
            Route(
                .get, "/openings/{id}/buyers", access: runs, kind: .page,
                summary: "按号码找一位买方", handler: find),
            Route(
                .get, "/openings/{id}/buyers/{person}", access: runs, kind: .page,
                summary: "选房台：一位买方", handler: buyer),
        ].comingBack(to: show) + steps(runs).comingBack(to: buyer)
    }

    private func steps(_ access: Access) -> [Route] {
        typealias Step = @Sendable (ActivityID, PersonID, FormFields) throws -> SelectionCommand
        let all: [(String, String, Step)] = [
            ("arrival", "签到", { id, person, _ in .checkIn(id, person) }),
            (
                "seat", "入座",
                { id, person, form in
                    .seat(id, person, desk: try form.needed("desk", "请写是几号台。"))
                }
            ),
            (
                "pick", "点选或改选",
                { id, person, form in
                    .pick(id, person, try UnitID(sent: try form.needed("unit", "请写房号。")))
                }
            ),
            (
                "order", "签单，复核人再确认",
                { id, _, form in
                    .order(
                        id, try UnitID(sent: try form.needed("unit", "请写房号。")),
                        reviewer: try StaffID(sent: try form.needed("reviewer", "请选复核人。")))
                }
            ),
            (
                "payment", "收款",
                { id, _, form in
                    .pay(id, try UnitID(sent: try form.needed("unit", "请写房号。")))
                }
            ),
            (
                "return", "放开",
                { id, _, form in
                    .giveBack(id, try UnitID(sent: try form.needed("unit", "请写房号。")))
                }
            ),
        ]
        return all.map { name, summary, command in
            Route(
                .post, "/openings/{id}/buyers/{person}/\(name)", access: access, kind: .form,
                summary: "选房台：\(summary)"
            ) { call in
                let id = try call.plainParameter("id")
                let person = try call.plainParameter("person")
                let asked = try command(ActivityID(id), PersonID(person), call.form)
                try await requireTheirs(asked, PersonID(person), call)
                return try await house.perform(
                    asked,
                    back: "/openings/\(percentEncode(id))/buyers/\(percentEncode(person))", call)
            }
        }
    }

    /// A buyer's page that stood open while the unit went to somebody else changes nothing of
    /// theirs.
    private func requireTheirs(
        _ command: SelectionCommand, _ person: PersonID, _ call: Call
    ) async throws {
        let unit: UnitID
        switch command {
        case .order(_, let asked, _), .pay(_, let asked), .giveBack(_, let asked): unit = asked
        default: return
        }
        let holder = try await house.opening(call).state.hold(of: unit)?.person
        guard let holder, holder != person else { return }
        throw Problem(
            status: .conflict, title: "\(unit) 不是这位买方的",
            detail: "页面打开以后它归了别人，什么也没有改。请刷新这位买方的页面再办。")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let page = DeskPage(
            view: view, hall: try await hall(call), role: try house.account(call).role,
            forms: OpeningForms(call))
        return view.page(.desk, told: try await house.told(call), call, body: page.html)
    }

    private func hall(_ call: Call) async throws -> HallView {
        let view = try await house.opening(call)
        let lines = HallView.people(view)
        return HallView(
            view: view, people: lines, labels: try await house.labels(of: lines, call))
    }

    /// Whoever of the called shows this code, or has these last digits.
    @Sendable private func checkIn(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let typed = ProofCode.plain(try call.form.needed("code", "请扫订单码，或填证件、认筹单的尾号。"))
        let person = try await person(of: typed, view, call)
        return try await house.perform(
            .checkIn(view.id, person), back: view.path + "/desk", call)
    }

    private func person(
        of typed: String, _ view: OpeningView, _ call: Call
    ) async throws -> PersonID {
        let site = try house.account(call).site
        let key = house.personKey
        let byCode = view.activity.roster.first { entry in
            let code = OrderCode(site: site, activity: view.id, person: entry.person)
            return code.short(key) == typed
        }
        if let byCode { return byCode.person }
        guard typed.count >= 4 else { throw Problem.fault("code", "尾号至少四位。") }
        let called = view.activity.called
        let byTicket = called.filter {
            view.activity.buyers[$0]?.ticket.uppercased().hasSuffix(typed) ?? false
        }
        let people = People(site: site, key: key)
        let byPaper = try await house.database.read { transaction in
            called.filter { person in
                let paper = (try? people.open(person, in: transaction))?.idNumber
                return paper?.hasSuffix(typed) ?? false
            }
        }
        let found = Set(byTicket + byPaper)
        guard let person = found.first else {
            throw Problem.fault("code", "正在叫的人里没有这个尾号，也没有这个订单码。请核对，或到服务台查名单。")
        }
        guard found.count == 1 else {
            throw Problem.fault("code", "正在叫的人里有 \(found.count) 位都是这个尾号，请扫订单码。")
        }
        return person
    }

    @Sendable private func find(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let typed = ProofCode.plain(try call.query().text("number") ?? "")
        let site = try house.account(call).site
        let found = view.activity.buyers.first { person, buyer in
            buyer.number.map { "\($0)" } == typed
                || OrderCode(site: site, activity: view.id, person: person)
                    .short(house.personKey) == typed
        }
        guard let found else { throw Problem.badRequest("名单上没有这个号或订单码，请核对。") }
        return .redirect(to: "\(view.path)/buyers/\(percentEncode(found.key.rawValue))")
    }

    @Sendable private func buyer(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let person = PersonID(try call.plainParameter("person"))
        guard let buyer = view.activity.buyers[person] else { throw Problem.notFound }
        let account = try house.account(call)
        let page = DeskBuyerPage(
            view: view, person: person, buyer: buyer,
            label: try await house.labels(of: [person], call)[person] ?? "",
            names: try await house.names.directory(account.site), viewer: account,
            code: OrderCode(site: account.site, activity: view.id, person: person)
                .token(house.personKey),
            forms: OpeningForms(call))
        return view.page(.desk, told: try await house.told(call), call, body: page.html)
    }
}
