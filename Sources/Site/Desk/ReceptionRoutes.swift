import Database
import HTTPTypes
import HouseRules

/// The desk: arrivals and departures.
struct ReceptionRoutes: Sendable {
    let house: House
    let live: LiveBoards

    var routes: [Route] {
        [
            Route(
                .get, "/reception", access: .permission(.receiveVisitors), kind: .page,
                summary: "来客", handler: show),
            Route(
                .post, "/visits", access: .permission(.receiveVisitors), kind: .form,
                summary: "登记来客，得到由谁接待", handler: register),
            Route(
                .post, "/visits/{id}/finish", access: .permission(.endReceptions), kind: .form,
                summary: "接待完毕", handler: finish),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(call)
    }

    @Sendable private func register(_ call: Call) async throws -> Answer {
        let form: ArrivalForm
        do {
            form = try ArrivalForm(call.form, at: house.now(call))
        } catch {
            var answer = try await page(call, refused: error)
            answer.status = error.status
            return answer
        }
        let record = try await house.register(form, id: call.form["id"], call)
        return .redirect(to: "/reception?decision=\(record.id)")
    }

    @Sendable private func finish(_ call: Call) async throws -> Answer {
        let command = VisitCommand.finish(
            VisitID(try call.parameter("id")), logged: call.form["logged"] == "1")
        let record = try await house.perform(.visits(command), id: call.form["id"], call)
        let back = call.form["back"].flatMap(localPath) ?? "/me"
        return .redirect(to: "\(back)?decision=\(record.id)")
    }

    private func page(_ call: Call, refused: Problem? = nil) async throws -> Answer {
        let book = try await house.book(call)
        let directory = try await house.names.directory(book.site)
        let query = try call.query()
        let number = max(1, Int(query.int("page") ?? 1))
        let today = house.now(call).day
        let list = try await house.database.read {
            try VisitList.page(number, of: book.site, on: today, in: $0)
        }
        let view = try await house.view(of: query.text("decision"), call)
        let pack = view == nil ? nil : await house.clauses.pack(of: book)
        let page = ReceptionPage(
            csrf: call.web.viewer(of: call.session)?.csrfField ?? "",
            decisionID: call.web.surroundings.newID(),
            consultants: try await consultants(book, directory),
            card: view.map {
                DecisionCard(
                    $0, pack: pack, actions: linkButton("这次裁定", to: "/decisions/\($0.id)", .quiet))
            },
            refusal: refused.map { notice(.stop, title: $0.title, text: $0.detail) },
            lines: list.rows.map { .init($0, directory) },
            page: min(number, list.pages), pages: list.pages, board: try await live.view(book),
            typed: refused == nil ? FormFields() : call.form, faults: refused?.fields ?? [])
        return call.page("来客", current: "/reception", body: page.html)
    }

    private func consultants(
        _ book: SiteBook, _ directory: StaffDirectory
    ) async throws -> [Choice] {
        await book.state.rotation.members.filter { !$0.released }.map {
            Choice(value: $0.staff.rawValue, label: directory.name($0.staff))
        }
    }
}

extension ReceptionPage.Line {
    fileprivate init(_ row: VisitRow, _ directory: StaffDirectory) {
        let stands = row.onBehalfOf.map { "（代 \(directory.name($0))）" } ?? ""
        let words: (String, Tone) =
            switch row.status {
            case .receiving: ("接待中", .busy)
            case .finished: ("已送客", .off)
            case .waiting, .cover: ("等候中", .warn)
            }
        self.init(
            number: row.number, time: row.arrivedAt.shortWords,
            visitClass: row.visitClass.label,
            receptionist: row.receptionist.map { directory.name($0) + stands } ?? "管理人员先招呼",
            effect: row.effect?.label, status: words.0, tone: words.1, visit: row.visit.rawValue,
            decision: row.decision.rawValue, isInHand: row.status == .receiving)
    }
}

extension House {
    /// Registers an arrival; what is personal goes encrypted beside it and never into the journal.
    func register(_ form: ArrivalForm, id: String?, _ call: Call) async throws -> DecisionRecord {
        let id = try commandID(id, call)
        var person: PersonID?
        var alongside: [SQL] = []
        if form.name != nil || form.phone != nil {
            let new = PersonID("p-" + id)
            let people = People(site: try account(call).site, key: personKey)
            let details = PersonDetails(name: form.name ?? "", phone: form.phone)
            alongside = [people.insertSQL(new, details, at: now(call))]
            person = new
        }
        let arrival = Arrival(
            VisitID(id), form.visitClass, arrivedAt: form.arrivedAt, named: form.named,
            person: person)
        return try await perform(
            .visits(.register(arrival)), id: id, call, alongside: alongside)
    }
}
