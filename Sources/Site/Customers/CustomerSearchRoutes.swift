import Database
import HTTPTypes
import HouseRules

/// Finding a customer by name, sound or number.
struct CustomerSearchRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/customers/searches", access: .permission(.tendCustomers), kind: .form,
                summary: "按姓名、拼音首字母或手机尾号找客户", handler: find)
        ]
    }

    @Sendable private func find(_ call: Call) async throws -> Answer {
        let text = call.form.text("q") ?? ""
        let query: CustomerQuery
        do {
            query = try CustomerQuery(text)
        } catch {
            let box = CustomerSearchBox(
                text: String(text.prefix(CustomerQuery.longest)), fault: error.detail,
                csrf: call.csrfField)
            let page = CustomerSearchPage(
                box: box, lines: [], isEverybody: false, page: 1, isLast: true)
            var answer = call.page("找客户", current: "/customers", body: page.html)
            answer.status = error.status
            return answer
        }
        return try await found(query, CustomerSearchBox(text: text, csrf: call.csrfField), call)
    }

    private func found(
        _ query: CustomerQuery, _ box: CustomerSearchBox, _ call: Call
    ) async throws -> Answer {
        let account = try house.account(call)
        let (now, number, size) = (house.now(call), call.form.page, CustomerRoutes.pageSize)
        let seesAll = account.role.permissions.contains(.seeAllCustomers)
        let search = CustomerSearch(
            people: People(site: account.site, key: house.personKey),
            staff: seesAll ? nil : account.staff, day: now.day)
        let persons = try await house.database.read { transaction in
            try search.persons(
                query, limit: size + 1, offset: (number - 1) * size, in: transaction)
        }
        let state = try await house.book(call).view(at: now).state
        // Rows tell who may be meant; whose they are today the site's state says.
        let theirs = persons.prefix(size).filter { person in
            seesAll || state.ownership.holder(of: person, on: now.day) == account.staff
        }
        let logID = call.web.surroundings.newID()
        let opened: @Sendable (any Transaction) throws -> [CustomerSearch.Found] = {
            try search.open(
                Array(theirs), for: query, by: account.staff, logID: logID, at: now, in: $0)
        }
        let found: [CustomerSearch.Found]
        if case .tail = query {
            found = try await house.database.write(opened)
        } else {
            found = try await house.database.read(opened)
        }
        let directory = try await house.names.directory(account.site)
        let page = CustomerSearchPage(
            box: box, lines: found.map { line($0, state, now.day, directory) },
            isEverybody: seesAll, page: number, isLast: persons.count <= size)
        return call.page("找客户", current: "/customers", body: page.html)
    }

    private func line(
        _ found: CustomerSearch.Found, _ state: SiteState, _ day: BusinessDay,
        _ directory: StaffDirectory
    ) -> CustomerSearchPage.Line {
        let ruling = state.ownership.ruling(of: found.person, on: day)
        let until = ruling.map { $0.boughtOn == nil ? "\($0.until.fullWords) 失效" : "已购，不失效" }
        return CustomerSearchPage.Line(
            id: found.person, words: found.words, owner: ruling.map { directory.name($0.staff) },
            until: until ?? "")
    }
}
