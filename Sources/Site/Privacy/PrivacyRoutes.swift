import Database
import HTTPTypes
import HouseRules

/// 隐私: the way to everything that customers may ask about their data.
struct PrivacyRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let tend = Access.permission(.tendPrivacy)
        return [
            Route(
                .get, "/privacy", access: .permission(.seeLooks), kind: .page, summary: "隐私",
                handler: hub),
            Route(
                .post, "/privacy/find", access: tend, kind: .form, summary: "按号码找客户的资料",
                handler: find),
            Route(
                .get, "/privacy/people/{id}", access: tend, kind: .page,
                summary: "一位客户的隐私", handler: person),
        ].comingBack(to: hub) + LookRoutes(house: house).routes + ConsentRoutes(house: house).routes
            + ErasureRoutes(house: house).routes + RetentionRoutes(house: house).routes
            + SubjectReportRoutes(house: house).routes
    }

    @Sendable private func hub(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let mayTend = account.role.permissions.contains(.tendPrivacy)
        let people = People(site: account.site, key: house.personKey)
        let requests = try await house.database.read { transaction in
            try ErasureRow.recent(at: account.site, in: transaction).map {
                ErasureLine(row: $0, customer: try people.veiled($0.person, in: transaction))
            }
        }
        let page = PrivacyPage(
            requests: requests, mayTend: mayTend, idleMonths: house.retention.idleMonths,
            names: try await house.names.directory(account.site), csrf: call.csrfField)
        return call.page("隐私", current: "/privacy", body: page.html)
    }

    @Sendable private func find(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        guard let phone = try call.form.phone("phone") else {
            throw Problem.fault("phone", "请填客户的完整号码。")
        }
        let people = People(site: account.site, key: house.personKey)
        let found = try await house.database.read { try people.find(phone: phone, in: $0) }
        guard let person = found.first else {
            throw Problem(
                status: .notFound, title: "没有这个号码",
                detail: "本案场没有存这个号码，或者资料已经删除。请核对号码。")
        }
        return .redirect(to: "/privacy/people/\(percentEncode(person.rawValue))")
    }

    @Sendable private func person(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let person = try PersonID(sent: try call.parameter("id"))
        let people = People(site: account.site, key: house.personKey)
        let now = house.now(call)
        let (words, requests, rows) = try await house.database.glance { transaction in
            guard try people.exists(person, in: transaction) else { throw Problem.notFound }
            return (
                try people.veiled(person, in: transaction),
                try ErasureRow.of(person, at: account.site, in: transaction),
                try PrivacyRows(of: person, at: account.site, in: transaction)
            )
        }
        let state = try await house.book(call).view(at: now).state
        let page = PersonPrivacyPage(
            person: person, words: words,
            cards: try await house.privacyCards(person, rows, call),
            requests: requests,
            obstacle: state.obstacle(toErasing: person, at: now, house.retention)?.sentence,
            names: try await house.names.directory(account.site), csrf: call.csrfField,
            id: call.web.surroundings.newID())
        return call.page("客户的隐私", current: "/privacy", body: page.html)
    }
}

extension People {
    /// Whether there is such a person, erased or not.
    func exists(_ person: PersonID, in transaction: any Transaction) throws -> Bool {
        try transaction.row(
            "SELECT person FROM person WHERE site = \(site) AND person = \(person)") != nil
    }
}
