import HouseRules
import Testing

@testable import Site

/// A served site on whose deals quarrels may arise, and short ways to what is done about them.
struct CaseWorld {
    let site: ServedSite

    /// 赵小云 buys today; 安然 signed.
    @discardableResult
    func deal(
        _ deal: String = "D-1", phone: String = "13800000001", by person: ServedSite.Person = .clerk
    ) async throws -> PersonID {
        let answer = try await site.visitor(person).post(
            "/deals",
            [
                "deal": deal, "phone": phone, "name": "赵小云", "staff": "yunqi-anran",
                "price": "2000000", "commission": "1000",
            ])
        #expect(answer.status == 303, "\(answer.words)")
        return try #require(try await file(deal)?.deal.person)
    }

    func file(_ deal: String = "D-1") async throws -> DealFile? {
        try await site.book.state.adjudication.deals[DealID(deal)]
    }

    func dispute(_ slip: SlipID = "q1") async throws -> DisputeFile? {
        try await site.book.state.adjudication.disputes[slip]
    }

    /// Somebody received the buyer so many days ago.
    func received(
        _ person: PersonID, _ staff: ServedSite.Person, days: Int
    ) async throws {
        let before = ServedSite.day.adding(days: -days).at(TimeOfDay(10, 0))
        try await site.ask(
            .claims(
                .note(
                    CustomerFact(
                        person, staff.staff, .visit, occurred: before, entered: before))))
    }

    func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, by person: ServedSite.Person
    ) async throws -> Received {
        try await site.visitor(person).post(path, fields)
    }

    /// A form that the rules grant; gives the words of the page it leads to.
    @discardableResult
    func done(
        _ path: String, _ fields: KeyValuePairs<String, String>, by person: ServedSite.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let page = try await site.visitor(person).follow(
            path, fields, sourceLocation: sourceLocation)
        #expect(
            !page.contains("notice tone-stop"), "\(plainWords(page))",
            sourceLocation: sourceLocation)
        return plainWords(page)
    }

    /// A form that the rules refuse: the page leads to the clause, the decision tells the code.
    func refused(
        _ code: String, _ clause: String, _ path: String,
        _ fields: KeyValuePairs<String, String>, by person: ServedSite.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let visitor = try await site.visitor(person)
        let answer = try await visitor.post(path, fields)
        let place = try #require(
            answer.location, "\(answer.status) \(answer.words)", sourceLocation: sourceLocation)
        let page = try await visitor.page(place)
        #expect(page.contains("notice tone-stop"), sourceLocation: sourceLocation)
        #expect(
            page.contains("/clauses/\(clause)\""), "\(plainWords(page))",
            sourceLocation: sourceLocation)
        let decision = try #require(answer.decision, sourceLocation: sourceLocation)
        let told = try await visitor.page("/decisions/\(decision)")
        #expect(told.contains(code), "\(plainWords(told))", sourceLocation: sourceLocation)
    }

    func wait(_ seconds: Int) { site.clock.advance(by: .seconds(seconds)) }

    /// 白榆 contests the deal.
    func contest(_ slip: String = "q1", by person: ServedSite.Person = .baiyu) async throws {
        try await done(
            "/adjudications/D-1/contest",
            ["id": slip, "staff": person.staff.rawValue, "note": "我也谈过"], by: person)
    }

    /// The manager takes a step of the quarrel.
    func step(
        _ name: String, _ fields: KeyValuePairs<String, String>,
        by person: ServedSite.Person = .manager
    ) async throws -> Received {
        try await post("/adjudications/disputes/q1/\(name)", fields, by: person)
    }

    static let award: KeyValuePairs = [
        "note": "都谈过", "inapplicable": "都没有登记", "share-yunqi-anran": "70",
        "share-yunqi-baiyu": "30",
    ]

    /// Up to a ruling of 70 to 30.
    func ruled() async throws {
        try await contest()
        #expect(try await step("escalate", ["note": "谈不拢"]).status == 303)
        #expect(try await step("award", Self.award).status == 303)
        #expect(try await dispute()?.state == .ruled)
    }
}

/// Serves a site where 安然 signed the deal D-1 while `body` runs.
func withCase(
    pack: String = "P001", _ body: (CaseWorld, PersonID) async throws -> Void
) async throws {
    try await withServedSite(pack: pack) { site in
        let world = CaseWorld(site: site)
        try await body(world, try await world.deal())
    }
}
