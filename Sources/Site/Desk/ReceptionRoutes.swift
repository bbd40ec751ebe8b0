import Database
import HTTPTypes
import HouseRules

/// The desk: arrivals and departures.
struct ReceptionRoutes: Sendable {
    let house: House
    let live: LiveBoards
    private let today = TodayVisits()
    private let forms = ArrivalFormShelf()

    init(house: House, live: LiveBoards) { (self.house, self.live) = (house, live) }

    var routes: [Route] {
        [
            Route(
                .get, "/reception", access: .permission(.receiveVisitors), kind: .page,
                summary: "来客", handler: show),
            Route(
                .post, "/visits", access: .permission(.receiveVisitors), kind: .form,
                summary: "登记来客，得到由谁接待", handler: register),
            Route(
                .post, "/reception/lookup", access: .permission(.receiveVisitors), kind: .form,
                summary: "按手机后四位查老客户", handler: lookUp),
            Route(
                .post, "/visits/{id}/finish", access: .permission(.endReceptions), kind: .form,
                summary: "接待完毕", handler: finish),
        ].comingBack(to: show)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(call)
    }

    @Sendable private func register(_ call: Call) async throws -> Answer {
        do {
            let form = try ArrivalForm(call.form, at: house.now(call))
            let record = try await house.register(form, id: call.form["id"], call)
            return .redirect(to: "/reception?decision=\(record.id)")
        } catch let problem as Problem where !problem.fields.isEmpty {
            return try await page(call, refused: problem, status: problem.status)
        }
    }

    /// Whose number ends so: masked, and in the log of who saw whose data.
    @Sendable private func lookUp(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let people = People(site: account.site, key: house.personKey)
        let tail = plainPhone(call.form.text("tail") ?? "")
        guard tail.count == 4, tail.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            throw Problem.fault("tail", "请填手机的最后四位数字。")
        }
        let (now, logID) = (house.now(call), call.web.surroundings.newID())
        let found = try await house.database.write { transaction in
            try people.lookUp(
                tail: tail, by: account.staff, logID: logID, at: now, in: transaction)
        }
        return try await page(call, lookUp: LookUp(tail: tail, found: found))
    }

    @Sendable private func finish(_ call: Call) async throws -> Answer {
        let command = VisitCommand.finish(
            VisitID(try call.parameter("id")), logged: call.form["logged"] == "1")
        let record = try await house.perform(.visits(command), id: call.form["id"], call)
        let back = call.form["back"].flatMap(localPath) ?? "/me"
        return .redirect(to: "\(back)?decision=\(record.id)")
    }

    private func page(
        _ call: Call, refused: Problem? = nil, lookUp: LookUp? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let book = try await house.book(call)
        let directory = try await house.names.directory(book.site)
        let query = try call.query()
        let number = query.page
        let board = try await live.view(book)
        let list = try await today.page(
            number, of: book.site, on: house.now(call).day, seq: board.seq, directory,
            in: house.database)
        let view = try await house.view(of: query.text("decision"), call)
        let pack = view == nil ? nil : await house.clauses.pack(of: book)
        let present = await book.view(at: house.now(call))
        let page = ReceptionPage(
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            parts: parts(present, directory, refused, call, of: book.site),
            card: view.map { view in
                DecisionCard(
                    view, pack: pack,
                    actions: cardActions(view, of: VisitID(view.id), present.state))
            },
            windows: query.text("decision").map {
                VisitWindow.open(
                    VisitID($0), present.state, present.policy, at: house.now(call),
                    names: directory)
            } ?? [],
            refusal: refused.map { notice(.stop, title: $0.title, text: $0.detail) },
            lines: list.lines, page: min(number, list.pages), pages: list.pages, board: board,
            typed: refused == nil ? FormFields() : call.form, faults: refused?.fields ?? [],
            lookUp: lookUp)
        var answer = call.page("来客", current: "/reception", body: page.html)
        if status != .ok { answer.status = status }
        return answer
    }

    /// The form as it came back, or the empty one.
    private func parts(
        _ present: (seq: Int, state: SiteState, policy: Policy), _ directory: StaffDirectory,
        _ refused: Problem?, _ call: Call, of site: SiteID
    ) -> ArrivalParts {
        let required = present.policy.claims.questionFields
        guard let refused else {
            return forms.parts(
                of: site, seq: present.seq, present.state, required, directory)
        }
        return ArrivalParts(
            consultants: consultantChoices(present.state, directory), required: required,
            typed: call.form, faults: refused.fields)
    }

    private func cardActions(
        _ view: DecisionView, of visit: VisitID, _ state: SiteState
    ) -> HTML {
        let why = linkButton("这次裁定", to: "/decisions/\(view.id)", .quiet)
        guard state.customers.traces[visit] != nil else { return why }
        return "\(linkButton("这一组的办理页", to: "/visits/\(visit)", .plain))\(why)"
    }
}

/// Everybody of the ring, as something to choose.
func consultantChoices(_ state: SiteState, _ directory: StaffDirectory) -> [Choice] {
    state.rotation.members.filter { !$0.released }.map {
        Choice(value: $0.staff.rawValue, label: directory.name($0.staff))
    }
}

extension House {
    /// Registers an arrival; what is personal goes encrypted beside it and never into the journal.
    func register(_ form: ArrivalForm, id: String?, _ call: Call) async throws -> DecisionRecord {
        let id = try commandID(id, call)
        let customer = try await customer(of: form, id: id, call)
        var answers = form.answers
        if let phone = form.introducerPhone {
            answers?.introducer = try await knownCustomer(phone: phone, call)
            if answers?.introducer == nil { throw Problem.unknownIntroducer }
        }
        // With answers the rules find the class; what stands here is weighed by nobody.
        let arrival = Arrival(
            VisitID(id), form.visitClass ?? .newFirst, arrivedAt: form.arrivedAt,
            named: form.named, person: customer.person, answers: answers)
        return try await perform(
            .visits(.register(arrival)), id: id, call, alongside: customer.alongside)
    }

    private func customer(
        of form: ArrivalForm, id: String, _ call: Call
    ) async throws -> (person: PersonID?, alongside: [SQL]) {
        guard let found = form.customer, form.phone == nil else {
            return try await customer(name: form.name, phone: form.phone, id: id, call)
        }
        let people = People(site: try account(call).site, key: personKey)
        do {
            _ = try await database.read { try people.masked(found, in: $0) }
        } catch is PersonProblem {
            throw Problem.badRequest("没有找到查到的这位客户，请重新查找。")
        }
        return (found, [])
    }

    /// The customer of a form: whoever has this number already, else somebody new.
    func customer(
        name: String?, phone: String?, id: String, _ call: Call
    ) async throws -> (person: PersonID?, alongside: [SQL]) {
        guard name != nil || phone != nil else { return (nil, []) }
        if let phone, let known = try await knownCustomer(phone: phone, call) {
            return (known, [])
        }
        let new = PersonID("p-" + id)
        let people = People(site: try account(call).site, key: personKey)
        let details = PersonDetails(name: name ?? "", phone: phone)
        return (new, people.insertions(new, details, at: now(call)))
    }

    /// Who has a telephone number: somebody the register ties to a consultant comes first.
    func knownCustomer(phone: String, _ call: Call) async throws -> PersonID? {
        let people = People(site: try account(call).site, key: personKey)
        let found = try await database.read { try people.find(phone: phone, in: $0) }
        guard found.count > 1 else { return found.first }
        let ownership = try await book(call).state.ownership
        return found.first { ownership.knows($0) } ?? found.first
    }
}

extension Problem {
    /// The number of the old customer is nobody's.
    static let unknownIntroducer = Problem(
        status: .unprocessableContent, title: "没有找到介绍人",
        detail: "登记里没有这个介绍人手机号。请核对号码；查不到的按没有介绍人登记，事后由经理改判。",
        fields: [.init(name: "introducer_phone", sentence: "登记里没有这个号码。")])
}
