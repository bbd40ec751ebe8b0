import Database
import HTTPTypes
import HouseRules

/// Tours of the building site, leaders, steps of signing, and the library of scripts.
struct OnsiteRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/onsite", access: .permission(.guideVisitors), kind: .page, summary: "现场事务"
            ) { call in try await page(call) },
            Route(
                .post, "/tours", access: .permission(.guideVisitors), kind: .form,
                summary: "去工地出发", handler: depart),
            Route(
                .post, "/tours/{id}/return", access: .permission(.guideVisitors), kind: .form,
                summary: "从工地回来，归还安全帽", handler: comeBack),
            Route(
                .post, "/leaders", access: .permission(.inspect), kind: .form, summary: "登记领导到访",
                handler: plan),
            Route(
                .post, "/stages", access: .permission(.guideVisitors), kind: .form,
                summary: "签约手续办好一步", handler: finish),
            Route(
                .get, "/scripts", access: .permission(.seeBoard), kind: .page, summary: "话术",
                handler: scripts),
        ]
    }

    private func page(
        _ call: Call, told: HTML? = nil, faults: [Problem.Field] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let account = try house.account(call)
        let book = try await house.book(call)
        let names = try await house.names.directory(book.site)
        let state = await book.state
        let asked = try call.query().text("decision")
        let outcome = try await house.outcome(asked, call)
        let page = OnsitePage(
            tours: state.registers.tours.sorted { $0.key < $1.key }.map { visit, helmets in
                let number = state.customers.traces[visit].map { "第 \($0.number) 组" }
                return .init(
                    visit: visit.rawValue, title: number ?? visit.rawValue, helmets: helmets)
            },
            leaders: state.registers.leaders.values.sorted().map {
                (at: $0.words, until: $0.milliseconds)
            },
            visits: state.customers.choices(names) { $1.receptionist != nil },
            mayPlanLeaders: account.role.permissions.contains(.inspect),
            today: house.now(call).day.text,
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told ?? outcome,
            typed: status == .ok ? FormFields() : call.form, faults: faults)
        var answer = call.page("现场事务", current: "/onsite", body: page.html)
        answer.status = status
        return answer
    }

    /// Carries out what a form asks for; faults and refusals show the page again.
    private func perform(
        _ call: Call, id: String? = nil, slip: Bool = false,
        _ read: (inout FieldReader) -> (Command, [SQL])
    ) async throws -> Answer {
        var reader = FieldReader(call.form)
        let (command, alongside) = read(&reader)
        do {
            try reader.check()
        } catch {
            let told = notice(.stop, title: error.title, text: error.detail)
            return try await page(call, told: told, faults: error.fields, status: error.status)
        }
        let record = try await house.perform(
            command, id: id ?? call.form["id"], call, alongside: alongside)
        guard record.refusal == nil else {
            let told = try await house.outcome(record.id.rawValue, call)
            return try await page(call, told: told, status: .conflict)
        }
        return .redirect(
            to: slip ? "/decisions/\(record.id)/slip" : "/onsite?decision=\(record.id)")
    }

    @Sendable private func depart(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        let people = People(site: try house.account(call).site, key: house.personKey)
        let now = house.now(call)
        return try await perform(call, id: id, slip: true) { reader in
            var alongside: [SQL] = []
            var approval: PersonID?
            if let name = reader.optional("approver") {
                let person = PersonID("p-" + id)
                alongside = people.insertions(person, PersonDetails(name: name), at: now)
                approval = person
            }
            let approvedAt = call.form.text("approved_at").map { _ in
                reader.time("approved_at", on: now.day)
            }
            let sheet = TourSheet(
                reader.visit("visit"), approval: approval?.rawValue, approvedAt: approvedAt,
                customers: reader.number("customers", 0...999, "客户人数要在 0 到 999 之间。"),
                escorts: reader.number("escorts", 0...999, "陪同人数要在 0 到 999 之间。"),
                helmets: reader.number("helmets", 0...999, "安全帽数要在 0 到 999 之间。"))
            return (.registers(.departTour(sheet)), alongside)
        }
    }

    @Sendable private func comeBack(_ call: Call) async throws -> Answer {
        let visit = VisitID(try call.plainParameter("id"))
        return try await perform(call) { reader in
            let helmets = reader.number("helmets", 0...999, "归还的安全帽数要在 0 到 999 之间。")
            return (.registers(.returnTour(visit, helmets: helmets)), [])
        }
    }

    @Sendable private func plan(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        return try await perform(call, id: id) { reader in
            let day = reader.day("leader_day")
            let time = reader.time("leader_time", on: day)
            return (.registers(.planLeader(SlipID(id), at: time)), [])
        }
    }

    @Sendable private func finish(_ call: Call) async throws -> Answer {
        try await perform(call) { reader in
            let visit = reader.visit("stage_visit")
            let stage: SigningStage = reader.code("stage", "请选刚办好的一步。") ?? .signing
            return (.registers(.finishStage(visit, stage)), [])
        }
    }

    @Sendable private func scripts(_ call: Call) async throws -> Answer {
        let word = String((try call.query().text("q") ?? "").prefix(40))
        let page = ScriptPage(word: word, scripts: ScriptLibrary.search(word))
        return call.page("话术", current: "/scripts", body: page.html)
    }
}
