import Database
import Foundation
import HouseRules

/// Taking over an old ledger of 100,000 customers from a spreadsheet.
struct PastBench: Sendable {
    let folder: URL
    let customers: Int
    let policies: String

    private static let site: SiteID = "bench"
    private static let staff = 40

    /// One import into an empty site, each customer with a visit.
    func figures() async throws -> [BenchFigure] {
        let server = try await SiteServer(settings, surroundings: BenchSite.surroundings())
        try await server.shelf.create(Self.site, name: "量一量")
        try await enroll(server)
        let file = folder.appending(path: "ledger.xlsx")
        try Data(try workbook.bytes()).write(to: file)
        let start = Stopwatch.now()
        let report = try await PastImport(server, site: Self.site).run(
            file, by: "bench-boss", isDryRun: false)
        let seconds = Double(Stopwatch.now() - start) / 1e9
        await server.close()
        let holds = report.rows.accepted == customers && report.notes.isEmpty
        return [
            .atMost(
                60, "ledger", "\(digits(Double(customers))) customers from .xlsx",
                holds ? seconds : .infinity, "s",
                note: "read, decided, sealed, chained and written"),
            .atMost(
                400, "ledger-memory", "the most memory of it", try MemoryBench.peak(), "MB",
                note: "of the whole process, what was measured before included"),
        ]
    }

    private var settings: ServerSettings {
        get throws {
            let key = [UInt8](repeating: 9, count: 32)
            return ServerSettings(
                database: folder.appending(path: "ledger.sqlite").path,
                keys: try BookKeys(journal: key, person: key), policies: policies)
        }
    }

    private func enroll(_ server: SiteServer) async throws {
        let password = await PasswordHash.make(of: base64url(randomBytes(12)), cost: .cheap)
        let boss = Account(
            site: Self.site, staff: "bench-boss", login: "boss", displayName: "经理",
            role: .salesManager)
        try await server.accounts.open(boss, password: password)
        let book = try await server.shelf.bookApart(Self.site)
        for number in 1...Self.staff {
            let staff = StaffID("bench-\(number)")
            try await server.accounts.open(
                Account(
                    site: Self.site, staff: staff, login: "c\(number)",
                    displayName: "顾问\(number)", role: .consultant), password: password)
            _ = try await book.perform(
                .roster(.enroll(staff)), id: DecisionID("enroll-\(number)"),
                by: Actor("bench-boss", .salesManager))
        }
        await book.close()
    }

    private var workbook: Workbook {
        let rows = (0..<customers).map { index -> [Workbook.Cell] in
            let at = "2025-05-\(10 + index % 20) \(10 + index % 9):00"
            let phone = "13\(900_000_000 + index)"
            return [
                .text("客户\(index)"), .text(phone), .text("来访"),
                .text("顾问\(1 + index % Self.staff)"), .text(at), .text(""), .text(""), .text(""),
                .text(""),
            ]
        }
        return Workbook(
            sheet: "客户台账", heading: "量一量",
            columns: PastField.allCases.map { .init(title: $0.headers[0], width: 14) }, rows: rows)
    }
}
