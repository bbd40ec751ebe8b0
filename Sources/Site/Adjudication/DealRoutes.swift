import Database
import HTTPTypes
import HouseRules

/// The register of deals.
struct DealRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.registerDeals)
        return [
            Route(.get, "/deals", access: access, kind: .page, summary: "成交登记", handler: list),
            Route(.post, "/deals", access: access, kind: .form, summary: "登记成交", handler: enter),
        ].comingBack(to: list)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let adjudication = await (try house.book(call)).view(at: house.now(call)).state.adjudication
        let page = DealPage(
            files: adjudication.recent.reversed().compactMap { adjudication.deals[$0] },
            names: try await house.names.directory(account.site), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("成交登记", current: "/deals", body: page.html)
    }

    @Sendable private func enter(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        guard let deal = call.form.text("deal"), deal.count <= 40, deal.utf8.count <= 90 else {
            throw Problem.fault("deal", "请填成交单编号，最多 40 个字母数字或 30 个汉字。")
        }
        guard let phone = try call.form.phone("phone") else {
            throw Problem.fault("phone", "请填买房人电话。")
        }
        var signed: Moment?
        if let text = call.form.text("signed") {
            guard let moment = Moment(local: text) else {
                throw Problem.fault("signed", "签约时刻要写成日期和时刻。")
            }
            signed = moment
        }
        let (person, insertion) = try await buyer(phone, id, call)
        let order = DealOrder(
            DealID(deal), of: person, by: try call.staffField("staff"), signedAt: signed,
            price: try money("price", call), commission: try money("commission", call),
            owner: try call.form.text("owner").map { try StaffID(sent: $0) })
        let record = try await house.perform(
            .adjudication(.order(order)), id: id, call, alongside: insertion)
        return .redirect(to: "/deals?decision=\(record.id)")
    }

    /// Known by number, or new.
    private func buyer(
        _ phone: String, _ id: String, _ call: Call
    ) async throws -> (PersonID, [SQL]) {
        let people = People(site: try house.account(call).site, key: house.personKey)
        let known = try await house.database.read { try people.find(phone: phone, in: $0) }
        if let known = known.first { return (known, []) }
        let person = PersonID("p-" + id)
        let details = PersonDetails(name: call.form.text("name") ?? "", phone: phone)
        return (person, people.insertions(person, details, at: house.now(call)))
    }

    private func money(_ name: String, _ call: Call) throws(Problem) -> Money {
        guard let text = call.form.text(name) else { return Money(fen: 0) }
        guard let fen = hundredths(text) else { throw .fault(name, "金额写成元，最多两位小数。") }
        return Money(fen: Int64(fen))
    }
}
