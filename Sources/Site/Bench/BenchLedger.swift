import Database
import Foundation
import HouseRules

/// The old ledger of a large site, in files: each customer's visit, then rounds of follow-ups.
struct BenchLedger: Sendable {
    var folder = FileManager.default.temporaryDirectory
    let customers: Int
    /// Rounds of follow-ups, one for each customer.
    var rounds = 0

    static let site: SiteID = "bench"
    private static let boss = BenchSite.boss

    /// A site with its manager and forty consultants.
    func enroll(_ server: SiteServer) async throws {
        try await server.shelf.create(Self.site, name: "量一量")
        let password = await PasswordHash.make(of: base64url(randomBytes(12)), cost: .cheap)
        try await server.accounts.open(Self.boss, password: password)
        let book = try await server.shelf.bookApart(Self.site)
        for number in 1...BenchSite.consultants {
            let account = BenchSite.consultant(number)
            try await server.accounts.open(account, password: password)
            _ = try await book.perform(
                .roster(.enroll(account.staff)), id: DecisionID("enroll-\(number)"),
                by: Actor(Self.boss.staff, Self.boss.role))
        }
        await book.close()
    }

    /// Takes over the visits and all follow-ups.
    func fill(_ server: SiteServer) async throws {
        for round in 0...rounds { try await take(try file(round: round), server) }
    }

    /// Takes a file over, every line of which must stand.
    func take(_ file: URL, _ server: SiteServer) async throws {
        let report = try await PastImport(server, site: Self.site).run(
            file, by: Self.boss.staff, isDryRun: false)
        guard report.rows.accepted == customers, report.notes.isEmpty else {
            throw Child.Fault(description: report.text(limit: 3))
        }
    }

    /// A file of one line for each customer: their visit, or the so-manieth follow-up after it.
    func file(round: Int) throws -> URL {
        let file = folder.appending(path: "ledger-\(round).xlsx")
        let rows = (0..<customers).map { row($0, round) }
        let workbook = Workbook(
            sheet: "客户台账", heading: "量一量",
            columns: PastField.allCases.map { .init(title: $0.headers[0], width: 14) }, rows: rows)
        try Data(try workbook.bytes()).write(to: file)
        return file
    }

    private func row(_ index: Int, _ round: Int) -> [Workbook.Cell] {
        // Ten days without a contact end a customer's stretch: nobody's has ended on the Monday.
        let day = 14 + index % 7 + round
        let at = "2025-05-\(day) \(10 + index % 9):00"
        let isVisit = round == 0
        let words = isVisit ? ["", "", "", ""] : ["", "电话", "接通", "问了近况"]
        return
            [
                "客户\(index)", "13\(900_000_000 + index)", isVisit ? "来访" : "跟进",
                "顾问\(1 + index % BenchSite.consultants)", at,
            ].map(Workbook.Cell.text) + words.map(Workbook.Cell.text)
    }
}
