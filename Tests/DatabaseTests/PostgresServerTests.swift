import Database
import Foundation
import Synchronization
import Testing

/// A server of one's own goes down, comes back and freezes.
@Suite(.needsPostgres, .serialized) struct PostgresServerTests {
    private static let script = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../bin/postgres").standardized.path

    /// Runs `bin/postgres` for a server in that folder.
    private func control(_ order: String, in folder: URL, port: Int) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [Self.script, order]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "ANCHANG_POSTGRES_DIR": folder.path, "ANCHANG_POSTGRES_PORT": String(port),
        ]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        try process.run()
        await wait(hasEnded)
        try #require(process.terminationStatus == 0)
    }

    private func withServer(
        port: Int, _ body: (PostgresDatabase, URL) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            try await control("start", in: folder, port: port)
            var result: Result<Void, any Error> = .success(())
            do {
                let database = try await PostgresDatabase(
                    url: "postgres://anchang@127.0.0.1:\(port)/anchang", poolSize: 4,
                    statementTimeout: .milliseconds(500))
                try await database.write { try $0.script("CREATE TABLE t (id BIGINT)") }
                try await body(database, folder)
                try await database.close()
            } catch { result = .failure(error) }
            try await control("stop", in: folder, port: port)
            try result.get()
        }
    }

    private func fill(_ database: PostgresDatabase) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in 0..<20 {
                group.addTask {
                    _ = try await database.write { try $0.execute("INSERT INTO t VALUES (\(id))") }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a server that restarts is found again and nothing acknowledged is lost`()
        async throws
    {
        try await withServer(port: 54_391) { database, folder in
            try await fill(database)
            try await control("stop", in: folder, port: 54_391)
            let away = await failure { try await fill(database) }
            guard case .connectionLost = away else {
                Issue.record("\(String(describing: away))")
                return
            }
            try await control("start", in: folder, port: 54_391)
            try await fill(database)
            let total = try await database.read { try $0.row("SELECT count(*) FROM t")?.int(0) }
            #expect(total == 40)
        }
    }

    @Test func `a server that freezes is given up, and others are served again`() async throws {
        try await withServer(port: 54_392) { database, _ in
            let frozen = Mutex<pid_t?>(nil)
            let failure = await failure {
                try await database.write { transaction in
                    let id = try transaction.row("SELECT pg_backend_pid() AS id")?.int("id") ?? 0
                    guard kill(pid_t(id), SIGSTOP) == 0 else { return }
                    frozen.withLock { $0 = pid_t(id) }
                    try transaction.execute("INSERT INTO t VALUES (1)")
                }
            }
            let process = try #require(frozen.withLock { $0 })
            #expect(failure == .timeout("the server does not answer"))
            let total = try await database.read { try $0.row("SELECT count(*) FROM t")?.int(0) }
            #expect(total == 0)
            kill(process, SIGCONT)
        }
    }
}
