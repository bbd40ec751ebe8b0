import Database
import Foundation
import Testing

/// The databases the suite is run on. PostgreSQL takes part when `ANCHANG_TEST_POSTGRES` is the URL
/// of a server on which schemas and databases may be created.
enum Backend: String, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    static let postgresURL = ProcessInfo.processInfo.environment["ANCHANG_TEST_POSTGRES"]
    static let available: [Backend] = postgresURL == nil ? [.sqlite] : [.sqlite, .postgres]

    var testDescription: String { rawValue }

    /// A statement that runs for many seconds unless it is stopped.
    var slowQuery: SQL {
        switch self {
        case .sqlite:
            """
            WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 2000000000)
            SELECT count(*) AS total FROM t
            """
        case .postgres: "SELECT pg_sleep(30)"
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips, and says why, when there is no PostgreSQL to test on.
    static var needsPostgres: Self {
        .enabled(if: Backend.postgresURL != nil, "ANCHANG_TEST_POSTGRES is not set")
    }
}

/// Somewhere a test has a database of its own, which several connections may open.
struct Place {
    let backend: Backend
    /// A path or a URL.
    let location: String

    func open() async throws -> any Database {
        try await openDatabase(location)
    }

    func openPostgres(
        poolSize: Int = 8, statementTimeout: Duration = .seconds(30),
        acquireTimeout: Duration = .seconds(10)
    ) async throws -> PostgresDatabase {
        try await PostgresDatabase(
            url: location, poolSize: poolSize, statementTimeout: statementTimeout,
            acquireTimeout: acquireTimeout)
    }
}

/// Runs the body with an empty place, which is removed afterwards.
func withPlace<T>(_ backend: Backend, _ body: (Place) async throws -> T) async throws -> T {
    switch backend {
    case .sqlite:
        return try await withFolder { folder in
            let file = folder.appendingPathComponent("test.sqlite").path
            return try await body(Place(backend: .sqlite, location: file))
        }
    case .postgres:
        let url = try #require(Backend.postgresURL)
        let schema = "t" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        let server = try await PostgresDatabase(url: url, poolSize: 1)
        try await server.write { try $0.script("CREATE SCHEMA \(schema)") }
        let separator = url.contains("?") ? "&" : "?"
        let location = "\(url)\(separator)options=-csearch_path%3D\(schema)"
        let result: Result<T, any Error>
        do {
            result = .success(try await body(Place(backend: .postgres, location: location)))
        } catch {
            result = .failure(error)
        }
        try await server.write { try $0.script("DROP SCHEMA \(schema) CASCADE") }
        try await server.close()
        return try result.get()
    }
}

/// Runs the body with an empty database.
func withDatabase<T>(
    _ backend: Backend, _ body: (any Database) async throws -> T
) async throws -> T {
    try await withPlace(backend) { place in
        let database = try await place.open()
        let result: Result<T, any Error>
        do { result = .success(try await body(database)) } catch { result = .failure(error) }
        try await database.close()
        return try result.get()
    }
}

/// Runs the body with an empty folder, which is removed afterwards.
func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("anchang-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// What the body throws, as far as it is a failure of the database.
func failure<T>(of body: () async throws -> T) async -> DatabaseFailure? {
    do { _ = try await body() } catch { return error as? DatabaseFailure }
    return nil
}
