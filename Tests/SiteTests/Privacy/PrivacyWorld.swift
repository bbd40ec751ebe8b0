import Database
import HouseRules
import Testing

@testable import Site

/// A served morning with one customer of 安然's, and short ways to their privacy.
struct PrivacyWorld {
    static let phone = "13912345678"

    let morning: Morning
    let person: PersonID

    var site: ServedSite { morning.site }
    var people: People { People(site: ServedSite.site, key: ServedSite.keys.person) }

    /// Somebody looks at the number.
    func look(_ who: ServedSite.Person = .anran, for purpose: String = "邀约") async throws {
        let answer = try await site.visitor(who).post(
            "/customers/\(person)/number", ["purpose": purpose])
        #expect(answer.status == 200, "\(answer.words)")
    }

    /// The hash of the words that are shown now.
    func hash(_ purpose: ConsentPurpose) async throws -> String {
        let consents = Consents(site: ServedSite.site)
        return try await site.server.database.read { try consents.text(of: purpose, in: $0).hash }
    }

    /// The customer says yes or no.
    func says(
        _ given: Bool, to purpose: ConsentPurpose, by who: ServedSite.Person = .anran
    ) async throws -> Received {
        try await site.visitor(who).post(
            "/customers/\(person)/consents",
            [
                "purpose": purpose.rawValue, "given": given ? "1" : "0", "how": "desk",
                "text-\(purpose.rawValue)": try await hash(purpose),
            ])
    }

    /// Erasure is asked for and answered.
    func erased(by who: ServedSite.Person = .manager) async throws -> Received {
        let manager = try await site.visitor(who)
        _ = try await manager.post(
            "/privacy/people/\(person)/erasures", ["id": "e1", "reason": "本人来电要求"])
        return try await manager.post(
            "/privacy/erasures/e1", ["verdict": "grant", "ruling": "本人要求，无在途"])
    }

    /// What a page says, without its markup.
    func words(_ path: String, _ who: ServedSite.Person) async throws -> String {
        plainWords(try await site.visitor(who).page(path))
    }
}

/// Serves a site where 安然 received a customer while `body` runs.
func withPrivacy(_ body: (PrivacyWorld) async throws -> Void) async throws {
    try await withMorning { morning in
        let answer = try await morning.desk.post(
            "/visits",
            [
                "id": "v1", "class": "new_first", "phone": PrivacyWorld.phone, "name": "欧阳青禾",
            ])
        #expect(answer.status == 303)
        try await morning.leaves("v1")
        try await body(PrivacyWorld(morning: morning, person: "p-v1"))
    }
}
