import Database
import HouseRules

/// The pay of a demonstration site: a scheme, everybody's score, and the first month with a signed
/// contract worked out, for the manager to approve. Every step has an id of its own.
struct DemoPay: Sendable {
    let site: DemoWorld.DemoSite
    let book: SiteBook
    let server: SiteServer

    /// Lets the pay be there unless it is.
    func open() async throws {
        let books = await book.state.commission
        guard books.open.isEmpty, books.lockedThrough == nil, let month = try await firstMonth()
        else { return }
        let scheme = scheme(from: books.schemes.first?.from ?? month)
        if books.schemes.isEmpty { try await step("scheme", .adopt(scheme), .salesManager) }
        for (index, person) in site.consultants.enumerated() {
            let score = 8200 + index * 325 % 1700
            let staff = site.staff(person)
            try await step(
                "score-\(person.login)", .publishScore(staff, month: scheme.from, score: score),
                .salesManager)
        }
        let deals = try await server.database.read {
            try CommissionDeals(site: site.id, month: scheme.from).read(under: scheme, in: $0)
        }
        try await step("month", .workOut(month: scheme.from, deals), .salesManager)
    }

    /// The rates go up with what somebody sells; a part of everything goes into the bonus pool.
    private func scheme(from month: BusinessDay) -> CommissionScheme {
        CommissionScheme(
            "方案一", from: month, basis: .signing,
            rates: [
                CommissionDeals.other: [
                    RateTier(from: Money(fen: 0), perMillion: 2000),
                    RateTier(from: .yuan(3_000_000), perMillion: 2500),
                ],
                "C": [RateTier(from: Money(fen: 0), perMillion: 3000)],
            ], others: [Share(nil, 500)])
    }

    /// The month of the first contract; nil: none was signed yet.
    private func firstMonth() async throws -> BusinessDay? {
        try await server.database.read { [site] transaction in
            try transaction.row(
                """
                SELECT signed_at FROM order_row WHERE site = \(site.id) \
                AND signed_at IS NOT NULL ORDER BY signed_at LIMIT 1
                """
            ).map { Moment(milliseconds: try $0.int("signed_at")).day.firstOfMonth }
        }
    }

    private func step(_ id: String, _ command: CommissionCommand, _ role: Role) async throws {
        let person = site.people.first { $0.role == role }!
        _ = try await book.perform(
            .commission(command), id: DecisionID("demo-\(site.id)-pay-\(id)"),
            by: Actor(site.staff(person), role))
    }
}
