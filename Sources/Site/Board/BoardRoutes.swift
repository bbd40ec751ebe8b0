import Database
import HTTPTypes
import HouseRules

/// The turn board, the day's sheet, and moving others.
struct BoardRoutes: Sendable {
    let house: House
    let live: LiveBoards

    var routes: [Route] {
        [
            Route(
                .get, "/board", access: .permission(.seeBoard), kind: .page, summary: "轮次看板",
                handler: show),
            Route(
                .get, "/board/wall", access: .permission(.seeBoard), kind: .page,
                summary: "轮次看板，大屏", handler: wall),
            Route(
                .get, "/board/wall/state", access: .permission(.seeBoard), kind: .page,
                summary: "大屏：随看板变化的部分"
            ) { .html(try await wallView($0).html) },
            Route(
                .get, "/events/board", access: .permission(.seeBoard), kind: .events,
                summary: "轮次看板的实时变化", handler: stream),
            Route(
                .post, "/sheet", access: .permission(.arrangeTurns), kind: .form,
                summary: "出当日轮次表"
            ) { try await sheet(.publish, $0) },
            Route(
                .post, "/sheet/confirmation", access: .permission(.arrangeTurns), kind: .form,
                summary: "确认当日轮次表"
            ) { try await sheet(.confirm, $0) },
            Route(
                .post, "/sheet/closure", access: .permission(.arrangeTurns), kind: .form,
                summary: "收工"
            ) { try await sheet(.close, $0) },
            Route(
                .post, "/moves", access: .permission(.arrangeTurns), kind: .form,
                summary: "安排别人到岗、离台、回位", handler: move),
        ].comingBack(to: show)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let view = try await live.view(book)
        let arranges =
            call.session?.account.role.permissions.contains(.arrangeTurns) ?? false
        let page = BoardPage(
            board: view,
            movable: arranges ? view.lines.map { .init(staff: $0.staff, name: $0.name) } : [],
            mayPublish: arranges, csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("轮次看板", current: "/board", body: page.html)
    }

    @Sendable private func wall(_ call: Call) async throws -> Answer {
        let view = try await live.view(try await house.book(call))
        let viewer = call.web.viewer(of: call.session)
        let page = BoardWallPage(
            board: view, wall: try await wallView(call), siteName: viewer?.siteName ?? "")
        return .html(
            Layout(
                title: "轮次大屏", viewer: viewer, current: "/board",
                body: page.html, screen: .wall, now: call.web.surroundings.now()
            ).html)
    }

    private func wallView(_ call: Call) async throws -> WallView {
        let book = try await house.book(call)
        let now = house.now(call)
        let present = await book.view(at: now)
        return WallView(
            state: present.state, policy: present.policy,
            directory: try await house.names.directory(book.site), at: now)
    }

    @Sendable private func stream(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        live.follow(book)
        return try call.web.live.stream(call, topics: [LiveBoards.topic(book.site)]) {
            [live] in try await live.events(book)
        }
    }

    private func sheet(_ command: SheetCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.sheet(command), id: call.form["id"], call)
        return .redirect(to: "/board?decision=\(record.id)")
    }

    @Sendable private func move(_ call: Call) async throws -> Answer {
        guard let staff = call.form.text("staff"),
            let move = call.form.text("move").flatMap(BoardMove.init)
        else { throw Problem.badRequest("请选人和要办的事。") }
        var until: Moment?
        if move == .official, let text = call.form.text("until") {
            guard let time = TimeOfDay(text) else {
                throw Problem.fault("until", "“公干到几点”要写成 14:05 这样的时刻。")
            }
            until = house.now(call).day.at(time)
        }
        let command = move.command(try StaffID(sent: staff), until: until)
        let record = try await house.perform(.presence(command), id: call.form["id"], call)
        return .redirect(to: "/board?decision=\(record.id)")
    }
}

extension House {
    /// What became of the form just sent: success in a line, a refusal with its clauses.
    func notice(of id: String?, _ call: Call) async throws -> HTML? {
        guard let view = try await view(of: id, call) else { return nil }
        let clauses = view.refusal == nil ? [] : view.clauses
        let links: [HTML] = clauses.map { linkButton($0, to: "/clauses/\($0)", .quiet) }
        let code: HTML? = view.refusal.map { badge($0, .stop) }
        let why: HTML = "\(code)\(links)\(linkButton("看依据", to: "/decisions/\(view.id)", .quiet))"
        return Site.notice(
            view.refusal == nil ? .good : .stop, title: view.question, text: view.sentence,
            actions: why)
    }

    /// A decision of the viewer's site in words; nil when there is none of that id.
    func view(of id: String?, _ call: Call) async throws -> DecisionView? {
        guard let id else { return nil }
        let book = try await book(call)
        let entry = try await database.read { try book.journal.entry(id: DecisionID(id), in: $0) }
        guard let entry else { return nil }
        let view = DecisionView(entry, try await names.directory(book.site))
        let texts = view.texts
        let ids = try await database.read { try QuotedIDs(in: texts, at: book.site, in: $0) }
        return view.said(with: ids)
    }
}
