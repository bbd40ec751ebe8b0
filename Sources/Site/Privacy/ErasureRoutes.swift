import Database
import HTTPTypes
import HouseRules

/// Erasing a customer's data: asked for, then granted or refused by management.
struct ErasureRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/privacy/people/{id}/erasures", access: .permission(.tendCustomers),
                kind: .form, summary: "登记客户的删除要求", handler: ask),
            Route(
                .post, "/privacy/erasures/{id}", access: .permission(.tendPrivacy), kind: .form,
                summary: "批复删除申请", handler: answer),
        ]
    }

    @Sendable private func ask(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let mayTend = account.role.permissions.contains(.tendPrivacy)
        let person =
            mayTend
            ? try PersonID(sent: try call.parameter("id"))
            : try await CustomerRoutes(house: house).subject(call).0
        let reason = try call.reason("reason")
        let erasures = try await house.erasures(call)
        let id = try house.commandID(call.form["id"], call)
        try await house.database.write { transaction in
            guard try erasures.people.exists(person, in: transaction) else {
                throw Problem.notFound
            }
            let earlier = try ErasureRow.of(person, at: account.site, in: transaction)
            guard !earlier.contains(where: { $0.decidedAt == nil }) else { return }
            try erasures.ask(person, id: id, reason: reason, in: transaction)
        }
        let place = percentEncode(person.rawValue)
        return .redirect(to: mayTend ? "/privacy/people/\(place)" : "/customers/\(place)")
    }

    @Sendable private func answer(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let (ruling, id) = (try call.reason("ruling"), try call.parameter("id"))
        guard let verdict = call.form["verdict"], ["grant", "refuse"].contains(verdict) else {
            throw Problem.badRequest("请按“批准删除”或“不批准”。")
        }
        let found = try await house.database.read {
            try ErasureRow.find(id, at: account.site, in: $0)
        }
        guard let request = found else { throw Problem.notFound }
        let isGranted = verdict == "grant"
        if isGranted { try await house.checkErasable(request.person, call) }
        let erasures = try await house.erasures(call)
        let unused = try await house.database.write { transaction in
            try erasures.answer(request, isGranted: isGranted, ruling: ruling, in: transaction)
        }
        guard let unused else {
            throw Problem(
                status: .conflict, title: "这份申请已经批复过",
                detail: "先前的批复仍然有效，这次没有保存。请刷新页面查看。")
        }
        unused.forEach(house.attachments.remove)
        return .redirect(to: "/privacy/people/\(percentEncode(request.person.rawValue))")
    }
}

extension House {
    /// Erasures in the name of whoever asks.
    func erasures(_ call: Call) async throws -> Erasures {
        let account = try account(call)
        let state = try await book(call).view(at: now(call)).state
        return Erasures(
            people: People(site: account.site, key: personKey), staff: account.staff,
            at: now(call), deals: state.adjudication.dealsOf)
    }

    /// Refuses to erase whoever the house must still know.
    func checkErasable(_ person: PersonID, _ call: Call) async throws {
        let now = now(call)
        let state = try await book(call).view(at: now).state
        guard let obstacle = state.obstacle(toErasing: person, at: now, retention) else { return }
        throw Problem(
            status: .conflict, title: "现在不能删除这位客户的资料", detail: obstacle.sentence)
    }
}

extension Call {
    /// Why somebody does it, in at most 200 signs.
    func reason(_ name: String) throws(Problem) -> String {
        guard let text = form.text(name), text.count <= 200 else {
            throw .badRequest("请写明理由，最多 200 个字。")
        }
        return text
    }
}
