import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The search for customers` {
    private func search(of staff: StaffID?) throws -> CustomerSearch {
        let key = try PersonKey(Array(repeating: 9, count: 32))
        return CustomerSearch(
            people: People(site: BookWorld.site, key: key), staff: staff,
            day: BookWorld.morning.day)
    }

    @Test(arguments: BookBackend.available)
    func `goes by indexes, for one consultant and for all`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            for staff in ["A", nil] as [StaffID?] {
                for query in [.tail("0001"), .name("三"), .name("张小三"), .sound("zs")]
                    as [CustomerQuery]
                {
                    let statement = try search(of: staff).statement(query, limit: 9, offset: 0)
                    let plan = try await plan(of: statement, in: world.database)
                    let isScan = plan.contains("SCAN") || plan.contains("Seq Scan")
                    #expect(!isScan, "\(statement.text)\n\(plan)")
                }
            }
            let cold = try await plan(
                of: "SELECT person FROM stretch_row WHERE until = \(1)", in: world.database)
            #expect(cold.contains("SCAN") || cold.contains("Seq Scan"), "the test can fail")
        }
    }

    private func plan(of query: SQL, in database: any Database) async throws -> String {
        try await database.read { transaction in
            switch transaction.dialect {
            case .sqlite:
                return try transaction.rows("EXPLAIN QUERY PLAN \(sql: query)")
                    .map { try $0.text("detail") }.joined(separator: "\n")
            case .postgres:
                try transaction.execute("SET LOCAL enable_seqscan = off")
                return try transaction.rows("EXPLAIN \(sql: query)")
                    .map { try $0.text(0) }.joined(separator: "\n")
            }
        }
    }

    @Test(arguments: BookBackend.available)
    func `finds only what a consultant has, by all words of it`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let (own, all) = (try search(of: "A"), try search(of: nil))
            let people = own.people
            try await world.database.write { transaction in
                for (person, name, staff, ended) in [
                    ("p1", "张小三", "A", nil), ("p2", "张小三", "B", nil),
                    ("p3", "张小三", "A", 20_000), ("p4", "小三张", "A", nil),
                ] as [(PersonID, String, StaffID, Int?)] {
                    try transaction.execute(
                        batch: people.insertions(
                            person, PersonDetails(name: name, phone: "1380000000\(person)"),
                            at: BookWorld.morning))
                    try transaction.execute(
                        """
                        INSERT INTO stretch_row (site, person, staff, began, owns, until,
                            valid_until, is_lapsed, ended_on)
                        VALUES (\(BookWorld.site), \(person), \(staff), 20000, 1, 90000, 90000, 0,
                            \(ended.sqlValue))
                        """)
                }
                try transaction.execute(
                    batch: people.insertions(
                        "p5", PersonDetails(name: "张小三"), at: BookWorld.morning))
            }
            let expected: [(CustomerSearch, CustomerQuery, [PersonID])] = [
                (own, .name("张小三"), ["p1"]), (all, .name("张小三"), ["p3", "p2", "p1"]),
                (own, .name("小三"), ["p4", "p1"]), (own, .sound("xsz"), ["p4"]),
                (all, .sound("zxs"), ["p3", "p2", "p1"]), (all, .name("四"), []),
            ]
            for (search, query, persons) in expected {
                let found = try await world.database.read { transaction in
                    try search.persons(query, limit: 9, offset: 0, in: transaction)
                }
                #expect(found == persons, "\(query)")
            }
            let page = try await world.database.read { transaction in
                try all.persons(.name("张"), limit: 2, offset: 1, in: transaction)
            }
            #expect(page == ["p3", "p2"])
        }
    }
}
