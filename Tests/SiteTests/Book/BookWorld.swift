import Database
import Foundation
import HouseRules
import Synchronization
import Testing

@testable import Site

/// The databases the book is tested on; PostgreSQL when `ANCHANG_TEST_POSTGRES` is set.
enum BookBackend: String, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    static let postgresURL = ProcessInfo.processInfo.environment["ANCHANG_TEST_POSTGRES"]
    static let available: [BookBackend] = postgresURL == nil ? [.sqlite] : [.sqlite, .postgres]

    var testDescription: String { rawValue }
}

/// A fresh database with all tables, a clock that stands still, and books on it.
struct BookWorld {
    static let site: SiteID = "s1"
    /// 2025-06-02 08:30, a Monday.
    static let morning = BusinessDay(year: 2025, month: 6, day: 2)!.at(TimeOfDay(8, 30))
    static let staff: [StaffID] = ["A", "B", "C", "D"]
    static let desk = Actor("desk", .frontDeskSecretary)
    static let manager = Actor("boss", .salesManager)

    let database: any Database
    let location: String
    let clock = StoppedClock(at: Self.morning.milliseconds)
    var setting: BookSetting

    init(_ database: any Database, location: String) {
        self.database = database
        self.location = location
        setting = BookSetting(
            database: database, key: HMACKey(Array(repeating: 7, count: 32)),
            surroundings: .fixed(clock: clock), readPolicy: { _ in Policy() })
    }

    var journal: Journal { Journal(site: Self.site, key: setting.key) }

    func book(
        on database: (any Database)? = nil, snapshot: Bool = true,
        _ change: (inout BookSetting) -> Void = { _ in }
    ) async throws -> SiteBook {
        var setting = setting
        if let database { setting.database = database }
        change(&setting)
        return try await SiteBook.open(Self.site, setting, snapshot: snapshot)
    }

    func count(_ table: SQL) async throws -> Int {
        try await database.read { transaction in
            let sql: SQL = "SELECT count(*) AS total FROM \(sql: table)"
            return Int(try transaction.row(sql)?.int("total") ?? -1)
        }
    }

    func run(_ sql: SQL) async throws {
        _ = try await database.write { try $0.execute(sql) }
    }

    /// Every row of every list, as text in a fixed order.
    func lists() async throws -> [String] {
        let orders: [SQL] = [
            "SELECT * FROM decision_row ORDER BY site, seq",
            "SELECT * FROM visit_row ORDER BY site, visit",
            "SELECT * FROM turn_ledger ORDER BY site, seq, ordinal",
            "SELECT * FROM call_row ORDER BY site, call",
            "SELECT * FROM day_row ORDER BY site, day",
            "SELECT * FROM sheet_row ORDER BY site, day, kind, position",
            "SELECT * FROM text_row ORDER BY site, call",
            "SELECT * FROM penalty_row ORDER BY site, seq, ordinal",
            "SELECT * FROM slip_row ORDER BY site, kind, slip",
            "SELECT * FROM entry_row ORDER BY site, kind, about",
            "SELECT * FROM dispute_row ORDER BY site, dispute",
            "SELECT * FROM suspension_row ORDER BY site, staff, incident",
            "SELECT * FROM inspection_item ORDER BY site, slip, position",
        ]
        return try await database.read { transaction in
            try orders.flatMap { try transaction.rows($0).map { "\($0.values)" } }
        }
    }
}

extension SiteBook {
    @discardableResult
    func ask(
        _ command: Command, _ id: String, by actor: Actor = BookWorld.manager,
        alongside: [SQL] = [], at moment: Moment? = nil
    ) async throws -> DecisionRecord {
        try await perform(command, id: DecisionID(id), by: actor, alongside: alongside, at: moment)
    }

    /// Four consultants on stand and today's sheet.
    func openDay() async throws {
        for staff in BookWorld.staff {
            try await ask(.roster(.enroll(staff)), "enroll-\(staff)")
            try await ask(.presence(.clockIn(staff)), "in-\(staff)")
        }
        try await ask(.sheet(.publish), "publish")
    }

    /// A first visit.
    @discardableResult
    func arrive(_ visit: String, id: String? = nil) async throws -> DecisionRecord {
        try await ask(
            .visits(.register(Arrival(VisitID(visit), .newFirst))), id ?? "d-\(visit)",
            by: BookWorld.desk)
    }
}

/// Runs the body on an empty database with all tables.
func withBookWorld<T>(
    _ backend: BookBackend = .sqlite, _ body: (BookWorld) async throws -> T
) async throws -> T {
    switch backend {
    case .sqlite:
        let file = FileManager.default.temporaryDirectory.appending(
            path: "anchang-book-\(UUID().uuidString).sqlite")
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: file.path + end)
            }
        }
        return try await withWorld(at: file.path, body)
    case .postgres:
        let url = try #require(BookBackend.postgresURL)
        let schema = "b" + UUID().uuidString.lowercased().replacing("-", with: "")
        let server = try await openDatabase(url)
        try await server.write { try $0.script("CREATE SCHEMA \(schema)") }
        let location = "\(url)\(url.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
        let result: Result<T, any Error>
        do {
            result = .success(try await withWorld(at: location, body))
        } catch {
            result = .failure(error)
        }
        try await server.write { try $0.script("DROP SCHEMA \(schema) CASCADE") }
        try await server.close()
        return try result.get()
    }
}

private func withWorld<T>(
    at location: String, _ body: (BookWorld) async throws -> T
) async throws -> T {
    let database = try await openDatabase(location)
    let result: Result<T, any Error>
    do {
        _ = try await SiteMigrations.all().apply(to: database)
        result = .success(try await body(BookWorld(database, location: location)))
    } catch {
        result = .failure(error)
    }
    try await database.close()
    return try result.get()
}

/// A database that counts, stops and fails on demand.
final class TrickyDatabase: Database {
    struct Tricks {
        var writes = 0
        /// Thrown instead of the next write.
        var failBefore: DatabaseFailure?
        /// Thrown after the next write was committed: the answer is lost.
        var failAfter: DatabaseFailure?
    }

    let real: any Database
    let tricks = Mutex(Tricks())
    /// Called before each write, for pauses.
    let pause: @Sendable () async -> Void

    init(_ real: any Database, pause: @escaping @Sendable () async -> Void = {}) {
        self.real = real
        self.pause = pause
    }

    var dialect: Dialect { real.dialect }
    var writes: Int { tricks.withLock { $0.writes } }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        try await real.read(body)
    }

    func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        await pause()
        let (before, after) = tricks.withLock { tricks in
            defer { (tricks.failBefore, tricks.failAfter) = (nil, nil) }
            tricks.writes += 1
            return (tricks.failBefore, tricks.failAfter)
        }
        if let before { throw before }
        let result = try await real.write(body)
        if let after { throw after }
        return result
    }

    func close() async throws {}
}

/// A gate that holds whoever comes until it is opened.
actor Gate {
    private var isOpen: Bool
    private var queue: [CheckedContinuation<Void, Never>] = []
    private var arrivals = 0

    init(open: Bool = false) { isOpen = open }

    func pass() async {
        arrivals += 1
        if !isOpen { await withCheckedContinuation { queue.append($0) } }
    }

    func open() {
        isOpen = true
        for waiting in queue { waiting.resume() }
        queue = []
    }

    func close() { isOpen = false }

    var waiting: Int { queue.count }
}

/// Waits until the condition holds, at most twenty seconds.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<2_000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
