import Database
import Foundation
import HouseRules

/// Taking over an old ledger of 100,000 customers from a spreadsheet.
struct PastBench: Sendable {
    let folder: URL
    let customers: Int
    let policies: String

    /// One import into an empty site, each customer with a visit.
    func figures() async throws -> [BenchFigure] {
        let path = folder.appending(path: "ledger.sqlite").path
        let server = try await SiteServer(
            BenchSite.settings(path, policies), surroundings: BenchSite.surroundings())
        let ledger = BenchLedger(folder: folder, customers: customers)
        try await ledger.enroll(server)
        let file = try ledger.file(round: 0)
        let before = try MemoryBench.peak()
        let start = Stopwatch.now()
        try await ledger.take(file, server)
        let seconds = Double(Stopwatch.now() - start) / 1e9
        await server.close()
        return [
            .atMost(
                60, "ledger", "\(digits(Double(customers))) customers from .xlsx",
                seconds, "s",
                note: "read, decided, sealed, chained and written"),
            .atMost(
                400, "ledger-memory", "the most memory of it", try MemoryBench.peak(), "MB",
                note: "of the whole process, \(digits(before)) MB before it"),
        ]
    }
}
