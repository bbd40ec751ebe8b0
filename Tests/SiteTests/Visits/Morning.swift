import HouseRules
import Testing

@testable import Site

/// A served site with the desk open, and short ways to what happens there.
struct Morning {
    let site: ServedSite
    let desk: Visitor

    /// A group comes in; the number is the customer's, where one is known.
    func comes(
        _ visit: String, _ kind: String = "new_first", phone: String = ""
    ) async throws {
        let answer = try await desk.post(
            "/visits", ["id": visit, "class": kind, "phone": phone])
        #expect(answer.status == 303, "\(visit): \(answer.text)")
    }

    /// A group leaves, entered in the register.
    func leaves(_ visit: String) async throws {
        let answer = try await desk.post("/visits/\(visit)/finish", ["logged": "1"])
        #expect(answer.status == 303)
    }

    func wait(_ seconds: Int) { site.clock.advance(by: .seconds(seconds)) }

    /// Who receives a group now.
    func receives(_ visit: VisitID) async throws -> StaffID? {
        try await site.book.state.rotation.visits[visit]?.receptionist
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
            !page.contains("is-refusal") && !page.contains("notice tone-stop"),
            "\(plainWords(page))", sourceLocation: sourceLocation)
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
            answer.location, "\(answer.status) \(answer.text)", sourceLocation: sourceLocation)
        let page = try await visitor.page(place)
        #expect(page.contains("/clauses/\(clause)\""), sourceLocation: sourceLocation)
        #expect(page.contains(code), "\(plainWords(page))", sourceLocation: sourceLocation)
        let decision = try #require(answer.decision, sourceLocation: sourceLocation)
        let told = try await visitor.page("/decisions/\(decision)")
        #expect(told.contains(code), "\(plainWords(told))", sourceLocation: sourceLocation)
    }
}

/// Serves a site with the desk open while `body` runs.
func withMorning(
    pack: String = "P001", _ body: (Morning) async throws -> Void
) async throws {
    try await withServedSite(pack: pack) { site in
        try await body(Morning(site: site, desk: try await site.visitor(.desk)))
    }
}
