import Database
import Foundation
import Synchronization
import Testing

@testable import Site

/// The databases the days are simulated on; PostgreSQL when `ANCHANG_TEST_POSTGRES` is set.
enum SimulationBackend: String, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    static let postgresURL = ProcessInfo.processInfo.environment["ANCHANG_TEST_POSTGRES"]
    static let available: [SimulationBackend] =
        postgresURL == nil ? [.sqlite] : [.sqlite, .postgres]

    var testDescription: String { rawValue }
}

/// Runs the body with the location of a fresh database that has all tables.
func withFreshTables(
    _ backend: SimulationBackend, _ body: (String) async throws -> Void
) async throws {
    let name = "sim" + UUID().uuidString.lowercased().replacing("-", with: "")
    switch backend {
    case .sqlite:
        let file = FileManager.default.temporaryDirectory.appending(path: name + ".sqlite").path
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: file + end)
            }
        }
        try await migrate(file)
        try await body(file)
    case .postgres:
        let url = try #require(SimulationBackend.postgresURL)
        let server = try await openDatabase(url)
        try await server.write { try $0.script("CREATE SCHEMA \(name)") }
        let location = "\(url)\(url.contains("?") ? "&" : "?")options=-csearch_path%3D\(name)"
        var result = Result<Void, any Error>.success(())
        do {
            try await migrate(location)
            try await body(location)
        } catch {
            result = .failure(error)
        }
        try await server.write { try $0.script("DROP SCHEMA \(name) CASCADE") }
        try await server.close()
        try result.get()
    }
}

private func migrate(_ location: String) async throws {
    let database = try await openDatabase(location)
    _ = try await SiteMigrations.all().apply(to: database)
    try await database.close()
}

/// A database whose next write can fail before it happens, or lose its answer after it happened.
final class FlakyDatabase: Database {
    enum Fault { case before, after }

    let real: any Database
    let fault = Mutex<Fault?>(nil)

    init(_ real: any Database) { self.real = real }

    var dialect: Dialect { real.dialect }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        try await real.read(body)
    }

    func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        let fault = fault.withLock { fault in
            defer { fault = nil }
            return fault
        }
        if fault == .before { throw DatabaseFailure.busy("simulated") }
        let result = try await real.write(body)
        if fault == .after { throw DatabaseFailure.connectionLost("simulated, after COMMIT") }
        return result
    }

    func close() async throws { try await real.close() }
}

/// A small generator with a seed, so that a failure can be repeated (splitmix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int(next() % UInt64(choices.count))]
    }

    /// True once in so many throws.
    mutating func once(in throwsCount: Int) -> Bool {
        next() % UInt64(throwsCount) == 0
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
}
