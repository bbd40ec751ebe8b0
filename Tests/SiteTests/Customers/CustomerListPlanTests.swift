import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The list of customers` {
    @Test(arguments: ["A", nil] as [StaffID?])
    func `is read in the order of its index, and nothing else of the table`(
        staff: StaffID?
    ) async throws {
        try await withBookWorld { world in
            let query = StretchRow.naming(
                of: staff, on: BookWorld.morning.day, at: BookWorld.site, limit: 51, offset: 0)
            let steps = try await world.database.read { transaction in
                try transaction.rows("EXPLAIN QUERY PLAN \(sql: query)")
                    .map { try $0.text("detail") }
            }
            #expect(steps.first?.contains("USING COVERING INDEX stretch_row_") == true, "\(steps)")
            let isElsewhere = steps.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }
            #expect(!isElsewhere, "\(steps)")
        }
    }
}
