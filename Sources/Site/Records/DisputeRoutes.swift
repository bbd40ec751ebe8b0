import Database
import HTTPTypes
import HouseRules

/// One dispute, and ruling on it (REC-15).
struct DisputeRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/disputes/{id}", access: .permission(.readDecisions), kind: .page,
                summary: "一件轮次争议"
            ) { call in try await page(call) },
            Route(
                .post, "/disputes/{id}/ruling", access: .permission(.giveRulings), kind: .form,
                summary: "裁定轮次争议", handler: rule),
        ]
    }

    private func page(
        _ call: Call, told: HTML? = nil, faults: [Problem.Field] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let account = try house.account(call)
        let id = try call.plainParameter("id")
        let row = try await house.database.read { transaction in
            try transaction.row(DisputeRow.one(id, at: account.site)).map(DisputeRow.init)
        }
        guard let row else { throw Problem.notFound }
        var page = DisputePage(
            row: row, names: try await house.names.directory(account.site),
            mayRule: row.ruling == nil && account.role.permissions.contains(.giveRulings),
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told, faults: faults)
        if status != .ok { page.typed = call.form }
        let asked = try call.query().text("decision")
        if told == nil { page.told = try await house.outcome(asked, call) }
        var answer = call.page("轮次争议", current: "/today", body: page.html)
        answer.status = status
        return answer
    }

    @Sendable private func rule(_ call: Call) async throws -> Answer {
        let id = try call.plainParameter("id")
        guard let ruling = call.form.text("ruling").flatMap(DisputeRuling.init) else {
            throw Problem.badRequest("请用页面上的三个按钮裁定。")
        }
        guard let note = call.form.text("note"), note.count <= 500 else {
            let fault = Problem.Field(name: "note", sentence: "请写裁定理由，最多 500 个字。")
            return try await page(call, faults: [fault], status: .unprocessableContent)
        }
        let record = try await house.perform(
            .duty(.ruleDispute(id, ruling, note: note)), id: call.form["id"], call)
        guard record.refusal == nil else {
            let told = try await house.outcome(record.id.rawValue, call)
            return try await page(call, told: told, status: .conflict)
        }
        return .redirect(to: "/disputes/\(percentEncode(id))?decision=\(record.id)")
    }
}

extension Call {
    /// A part of the path that can name something: no longer than ids are, and without NUL.
    func plainParameter(_ name: String) throws(Problem) -> String {
        let text = try parameter(name)
        guard (1...100).contains(text.utf8.count), !text.utf8.contains(0) else { throw .notFound }
        return text
    }
}

extension House {
    /// What became of the form just sent, with every step of the reasoning.
    func outcome(_ id: String?, _ call: Call) async throws -> HTML? {
        guard let view = try await view(of: id, call) else { return nil }
        let clauses: [HTML] = view.clauses.map { linkButton($0, to: "/clauses/\($0)", .quiet) }
        let steps = view.steps.map(\.sentence).joined()
        return Site.notice(
            view.refusal == nil ? .good : .stop, title: view.question,
            text: view.refusal == nil && !steps.isEmpty ? steps : view.sentence,
            actions: "\(clauses)\(linkButton("看依据", to: "/decisions/\(view.id)", .quiet))")
    }
}
