import Database
import HTTPTypes
import HouseRules
import HummingbirdCore

/// 销控图: the units of a site, live; a unit with its prices, its history and what may be done.
struct UnitRoutes: Sendable {
    let house: House
    let live: LiveUnits

    var routes: [Route] {
        let read = Access.permission(.seeUnits)
        return [
            Route(
                .get, "/units", access: read, kind: .page, summary: "销控图", handler: board),
            Route(
                .get, "/units/wall", access: read, kind: .page, summary: "销控图，大屏",
                handler: wall),
            Route(
                .get, "/events/units", access: read, kind: .events, summary: "销控图的实时变化",
                handler: stream),
            Route(
                .get, "/units/{id}", access: read, kind: .page, summary: "一套房", handler: show),
            Route(
                .get, "/units/{id}/quotation", access: read, kind: .page, summary: "置业计划，可打印",
                handler: quotation),
        ]
            + SaleAct.ofUnits.map { act in
                Route(
                    .post, "/units/{id}/\(act.name)", access: .permission(act.access), kind: .form,
                    summary: "房源：\(act.title)"
                ) { call in try await settle(act, call) }
            }
    }

    @Sendable private func board(_ call: Call) async throws -> Answer {
        let page = UnitBoardPage(
            board: await live.board(try await house.book(call)),
            filter: UnitFilter(try call.query()),
            mayControl: try house.account(call).role.permissions.contains(.controlUnits))
        return call.page("销控图", current: "/units", body: page.html)
    }

    @Sendable private func wall(_ call: Call) async throws -> Answer {
        let viewer = call.web.viewer(of: call.session)
        let page = UnitWallPage(
            board: await live.board(try await house.book(call)), siteName: viewer?.siteName ?? "")
        return .html(
            Layout(
                title: "销控大屏", viewer: viewer, current: "/units", body: page.html, screen: .wall,
                now: call.web.surroundings.now()
            ).html)
    }

    @Sendable private func stream(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let asked = try call.query().int("since") ?? 0
        let last = call.request.headers[.lastEventID].flatMap { Int64($0) } ?? 0
        let seq = Int(clamping: max(asked, last))
        return try call.web.live.stream(call, topics: [LiveUnits.topic(book.site)]) { [live] in
            await live.events(book, after: seq)
        }
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let unit = UnitID(try call.plainParameter("id"))
        let account = try house.account(call)
        let now = house.now(call)
        let present = try await house.book(call).view(at: now)
        guard present.state.sales.units[unit] != nil else { throw Problem.notFound }
        let scene = try await house.saleScene(unit, call)
        let history = try await house.database.read { transaction in
            try transaction.rows(UnitMoveRow.of(unit, at: account.site)).map(UnitMoveRow.init)
        }
        let permissions = account.role.permissions
        let acts = SaleActCards(
            acts: SaleAct.ofUnits.filter { permissions.contains($0.access) && $0.isOffered(scene) },
            scene: scene, path: unitPath(unit), viewer: account.staff, now: now,
            csrf: call.csrfField, decisionID: call.web.surroundings.newID())
        let page = UnitPage(
            scene: scene, history: history, acts: acts, until: present.state.runsUntil(unit),
            isListed: !scene.status.isOccupied && present.state.selection.keeper(of: unit) != nil,
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page(unit.rawValue, current: "/units", body: page.html)
    }

    @Sendable private func quotation(_ call: Call) async throws -> Answer {
        let scene = try await house.saleScene(UnitID(try call.plainParameter("id")), call)
        guard scene.known != nil else { throw Problem.notFound }
        let page = QuotationPage(scene: scene, siteName: call.siteName, now: house.now(call))
        return call.page("置业计划", current: "/units", body: page.html)
    }

    /// The rules forget orders that are long void; their numbers stay theirs (SAL-10).
    private func refuseFormer(_ order: OrderID, _ call: Call) async throws {
        let site = try house.account(call).site
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        guard sales.orders[order] == nil, sales.voids[order] == nil else { return }
        let known = try await house.database.read { transaction in
            try transaction.row(OrderRow.named(order, at: site))
        }
        guard known == nil else { throw Problem.badRequest("订单编号 \(order) 用过了，请换一个。") }
    }

    private func settle(_ act: SaleAct, _ call: Call) async throws -> Answer {
        let unit = UnitID(try call.plainParameter("id"))
        let scene = try await house.saleScene(unit, call)
        let form = try await house.matterForm(call)
        let command = try act.command(scene, form)
        try act.requireOwnName(scene, form, try house.account(call))
        if case .writeOrder(let draft) = command { try await refuseFormer(draft.order, call) }
        let record = try await house.perform(.sales(command), id: form.slip.rawValue, call)
        if case .writeOrder(let draft) = command, record.refusal == nil {
            return .redirect(to: "\(orderPath(draft.order))?decision=\(record.id)")
        }
        return .redirect(to: "\(unitPath(unit))?decision=\(record.id)")
    }
}

extension SiteState {
    /// The last second in time of whatever clock runs for a unit, of sales or of an activity.
    func runsUntil(_ unit: UnitID) -> Moment? {
        if let until = sales.occupant(of: unit)?.until { return until }
        return selection.listing[unit].flatMap { selection.activities[$0]?.payUntil(unit) }
    }
}

extension House {
    /// A unit with everything that its forms need; names of customers only for whoever may know
    /// them.
    func saleScene(
        _ unit: UnitID, order: SalesOrder? = nil, void: VoidOrder? = nil, _ call: Call
    ) async throws -> SaleScene {
        let account = try account(call)
        let present = try await book(call).view(at: now(call))
        let sales = present.state.sales
        let known = sales.units[unit]
        let all = account.role.permissions.contains(.knowBuyers)
        var people: [(PersonID, StaffID)] = (sales.queues[unit] ?? []).map { ($0.person, $0.staff) }
        people += (sales.verified[unit] ?? []).map { ($0.person, $0.staff) }
        if let holding = known?.holding { people.append((holding.person, holding.staff)) }
        if let order { people.append((order.person, order.staff)) }
        if let void { people.append((void.person, void.staff)) }
        let mine = people.filter { all || $0.1 == account.staff }.map(\.0)
        return SaleScene(
            sales: sales, policy: present.policy, unit: unit, known: known, order: order,
            void: void, names: try await names.directory(account.site),
            labels: try await buyerLabels(mine, call))
    }

    /// Name and masked number of buyers.
    func buyerLabels(_ persons: [PersonID], _ call: Call) async throws -> [PersonID: String] {
        let people = People(site: try account(call).site, key: personKey)
        return try await database.read { transaction in
            try people.labels(Array(Set(persons)), from: labels, in: transaction)
        }
    }
}
