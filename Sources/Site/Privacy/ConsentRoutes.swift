import Database
import HTTPTypes
import HouseRules

/// Consents for each purpose: given, taken back, and the words that are shown.
struct ConsentRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let tend = Access.permission(.tendPrivacy)
        return [
            Route(
                .post, "/customers/{id}/consents", access: .permission(.tendCustomers),
                kind: .form, summary: "登记客户的同意或撤回", handler: note),
            Route(
                .get, "/privacy/texts", access: tend, kind: .page, summary: "同意的文本",
                handler: texts),
            Route(
                .post, "/privacy/texts/{purpose}", access: tend, kind: .form,
                summary: "改同意的文本", handler: change),
        ]
    }

    @Sendable private func note(_ call: Call) async throws -> Answer {
        let (person, _) = try await CustomerRoutes(house: house).subject(call)
        let account = try house.account(call)
        guard let purpose = call.form.text("purpose").flatMap(ConsentPurpose.init),
            let way = call.form.text("how").flatMap(ConsentWay.init),
            let given = call.form.text("given"), ["0", "1"].contains(given)
        else { throw Problem.badRequest("请选是哪一项、客户同意还是撤回、怎么说的。") }
        let shown = given == "1" ? call.form["text-\(purpose.rawValue)"] : nil
        let id = try house.commandID(call.form["id"], call)
        let (consents, now) = (Consents(site: account.site), house.now(call))
        let isCurrent = try await house.database.write { transaction in
            let current = try consents.text(of: purpose, in: transaction).hash
            guard given == "0" || shown == current else { return false }
            try consents.note(
                ConsentChange(
                    person: person, purpose: purpose, isGiven: given == "1", way: way,
                    textHash: shown, staff: account.staff, at: now),
                id: id, in: transaction)
            return true
        }
        guard isCurrent else {
            throw Problem(
                status: .conflict, title: "同意的文本刚刚改过",
                detail: "没有登记。请刷新客户页，把新的文本给客户看过再登记。")
        }
        return .redirect(to: "/customers/\(percentEncode(person.rawValue))")
    }

    @Sendable private func texts(_ call: Call) async throws -> Answer {
        let consents = Consents(site: try house.account(call).site)
        let texts = try await house.database.read { try consents.texts(in: $0) }
        let page = ConsentTextPage(texts: texts, csrf: call.csrfField)
        return call.page("同意的文本", current: "/privacy", body: page.html)
    }

    @Sendable private func change(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        guard let purpose = ConsentPurpose(rawValue: try call.parameter("purpose")) else {
            throw Problem.notFound
        }
        guard let words = call.form.text("text"), words.count <= 500 else {
            throw Problem.badRequest("请写给客户看的话，最多 500 个字。")
        }
        let (consents, now) = (Consents(site: account.site), house.now(call))
        try await house.database.write { transaction in
            let last = try consents.text(of: purpose, in: transaction)
            guard last.text != words else { return }
            let next = ConsentText(purpose: purpose, version: last.version + 1, text: words)
            try consents.keep(next, by: account.staff, at: now, in: transaction)
        }
        return .redirect(to: "/privacy/texts")
    }
}
