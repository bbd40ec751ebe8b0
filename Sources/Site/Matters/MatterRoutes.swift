import Database
import HTTPTypes
import HouseRules

/// 办事: forms about customers, colleagues and deals that need no page of their own.
struct MatterRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.registerDeals)
        return [
            Route(
                .get, "/matters", access: access, kind: .page, summary: "办事，能办的都在这里",
                handler: list),
            Route(
                .get, "/matters/{id}", access: access, kind: .page, summary: "一件事的表单",
                handler: form),
            Route(
                .post, "/matters/{id}", access: access, kind: .form, summary: "办一件事",
                handler: settle),
        ].comingBack(to: form)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let permissions = try house.account(call).role.permissions
        let page = MatterListPage(
            matters: Matter.all.filter { permissions.contains($0.access) },
            customer: try call.query().text("customer").map { (id) throws(Problem) in
                try PersonID(sent: id)
            })
        return call.page("办事", current: "/customers", body: page.html)
    }

    /// The matter of an address, for whoever may.
    private func matter(_ call: Call) throws -> Matter {
        guard let matter = Matter.named(try call.parameter("id")) else { throw Problem.notFound }
        guard try house.account(call).role.permissions.contains(matter.access) else {
            throw Problem(
                status: .forbidden, title: "这件事不归您办",
                detail: "“\(matter.title)”要由管理人员办（\(matter.clause)）。请找销售经理或主管。")
        }
        return matter
    }

    @Sendable private func form(_ call: Call) async throws -> Answer {
        let matter = try matter(call)
        let account = try house.account(call)
        let query = try call.query()
        let now = house.now(call)
        let state = try await house.book(call).view(at: now).state
        let names = try await house.names.directory(account.site)
        let sent = query.text("customer") ?? call.form.text("customer")
        let person = try sent.map { (id) throws(Problem) in try PersonID(sent: id) }
        let page = MatterPage(
            matter: matter, customer: try await shown(person, state, call), names: names,
            viewer: account.staff,
            changes: state.ownership.changes.sorted { $0.key < $1.key }.map { slip, change in
                let fields = change.fields.map(\.label).joined(separator: "、")
                let words = "\(names.name(change.by))：\(fields)，\(change.note)"
                return Choice(value: slip.rawValue, label: words)
            },
            now: now, csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: query.text("decision"), call))
        return call.page(matter.title, current: "/customers", body: page.html)
    }

    /// The customer whose page led here, masked; consultants see only their own (OWN-55).
    private func shown(
        _ person: PersonID?, _ state: SiteState, _ call: Call
    ) async throws -> (id: PersonID, words: String)? {
        guard let person else { return nil }
        let account = try house.account(call)
        let day = house.now(call).day
        guard
            account.role.permissions.contains(.seeAllCustomers)
                || state.ownership.holder(of: person, on: day) == account.staff
        else { return nil }
        let people = People(site: account.site, key: house.personKey)
        let masked = try await house.database.read { transaction in
            try? people.masked(person, in: transaction)
        }
        return masked.map { masked in
            (person, PersonDetails.line(masked.name, masked.phone))
        }
    }

    @Sendable private func settle(_ call: Call) async throws -> Answer {
        let matter = try matter(call)
        let form = try await house.matterForm(call)
        let record = try await house.perform(
            try matter.command(form), id: form.slip.rawValue, call)
        return .redirect(to: "/matters/\(matter.name)?decision=\(record.id)")
    }
}

extension House {
    /// What was sent for a short form, its customers found by their numbers.
    func matterForm(_ call: Call) async throws -> MatterForm {
        let id = try commandID(call.form["id"], call)
        let state = try await book(call).view(at: now(call)).state
        return MatterForm(
            fields: call.form, slip: SlipID(id), person: try await customer(call),
            other: try await known("other", call), several: try await several(call),
            stops: state.ownership.stops)
    }

    private func customer(_ call: Call) async throws -> PersonID? {
        guard let sent = call.form.text("customer") else { return try await known("phone", call) }
        return try PersonID(sent: sent)
    }

    private func known(_ field: String, _ call: Call) async throws -> PersonID? {
        guard let phone = try call.form.phone(field) else { return nil }
        return try await person(of: phone, field: field, call)
    }

    private func several(_ call: Call) async throws -> [PersonID] {
        let lines = (call.form.text("numbers") ?? "").split(whereSeparator: \.isNewline)
        guard lines.count <= 100 else { throw Problem.fault("numbers", "一次最多写 100 个电话。") }
        var persons: [PersonID] = []
        for line in lines {
            let field = FormFields("number", String(line))
            let phone: String?
            do { phone = try field.phone("number") } catch {
                throw Problem.fault("numbers", "“\(line.prefix(20))”：\(error.detail)")
            }
            guard let phone else { continue }
            persons.append(try await person(of: phone, field: "numbers", call))
        }
        return persons
    }

    /// The customer of a number that was registered.
    func person(
        of phone: String, field: String = "phone", _ call: Call
    ) async throws -> PersonID {
        let people = People(site: try account(call).site, key: personKey)
        let found = try await database.read { try people.find(phone: phone, in: $0) }
        guard let person = found.first else {
            throw Problem.fault(
                field, "没有登记过 \(PersonDetails.masked(phone)) 这个号码，请核对。")
        }
        return person
    }
}
