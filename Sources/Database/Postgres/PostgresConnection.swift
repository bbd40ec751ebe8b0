import CLibpq
import Foundation

/// One connection. Its calls block, so they are made on its own queue, one at a time.
final class PostgresConnection: @unchecked Sendable {
    /// How to connect.
    struct Settings: Sendable {
        let url: String
        let statementTimeout: Duration
    }

    let queue: DispatchQueue
    let canceller: PostgresCanceller
    private let handle: OpaquePointer
    private let settings: Settings
    private var statements = PostgresStatements()
    /// The read or write it serves now.
    var access: PostgresAccess?
    /// Set when an answer was given up, after which the connection is of no use.
    private var isAbandoned = false

    /// How long past the server's own limit an answer is waited for.
    private static let grace = Duration.seconds(5)

    private init(_ settings: Settings, queue: DispatchQueue) throws {
        self.settings = settings
        self.queue = queue
        handle = try Self.connect(settings.url)
        canceller = PostgresCanceller(handle)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        let limit = Int64(settings.statementTimeout / .milliseconds(1))
        _ = try script(
            """
            SET TIME ZONE 'UTC'; SET client_min_messages = warning;
            SET standard_conforming_strings = on; SET statement_timeout = \(limit)
            """)
    }

    deinit {
        PQfinish(handle)
    }

    /// Connects on a queue of its own.
    static func open(_ settings: Settings) async throws -> PostgresConnection {
        let queue = DispatchQueue(label: "anchang.postgres")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        do { return try PostgresConnection(settings, queue: queue) } catch {
                            throw (error as? PostgresError)?.failure ?? error
                        }
                    })
            }
        }
    }

    /// What stands before `dbname` may be overridden by the URL, what stands behind it may not.
    private static func connect(_ url: String) throws -> OpaquePointer {
        let options = [
            ("connect_timeout", "10"), ("application_name", "anchang"), ("keepalives_idle", "30"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
            ("dbname", url), ("client_encoding", "UTF8"),
        ]
        let keywords = options.map { strdup($0.0) } + [nil]
        let values = options.map { strdup($0.1) } + [nil]
        defer { (keywords + values).forEach { free($0) } }
        let handle = PQconnectdbParams(
            keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 1)
        guard let handle else { throw DatabaseFailure.connectionLost("out of memory") }
        if PQstatus(handle) == CONNECTION_OK { return handle }
        defer { PQfinish(handle) }
        let message = message(of: handle)
        if message.contains("too many clients") || message.contains("too many connections") {
            throw DatabaseFailure.busy(message)
        }
        throw DatabaseFailure.connectionLost(message)
    }

    private static func message(of handle: OpaquePointer) -> String {
        String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether it may serve another transaction.
    var isUsable: Bool {
        isAnswering && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    private var isAnswering: Bool {
        !isAbandoned && PQstatus(handle) == CONNECTION_OK
    }

    var isInsideTransaction: Bool {
        PQtransactionStatus(handle) == PQTRANS_INTRANS
    }

    /// The encoding the server stores text in.
    var serverEncoding: String {
        PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? ""
    }

    /// Whether the server has hung up while nobody was looking. Does not ask the server.
    func noticeHangUp() -> Bool {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        if poll(&socket, 1, 0) != 0 { _ = PQconsumeInput(handle) }
        return !isUsable
    }

    /// Commits. When the answer is lost nobody knows whether it took effect, and the failure says
    /// so.
    func commit(isWrite: Bool) throws {
        do {
            let answer = try script("COMMIT")
            if answer.command != "COMMIT" {
                throw DatabaseFailure.statement("the transaction could not be committed")
            }
        } catch  where !isUsable {
            // What was read has been read.
            guard isWrite else { return }
            throw DatabaseFailure.connectionLost(
                "the answer to COMMIT was lost, so the write may or may not have taken effect")
        }
    }

    func rollBack() {
        if isUsable { return }
        _ = try? script("ROLLBACK")
    }

    func forgetStatements() {
        statements = PostgresStatements()
        _ = try? script("DEALLOCATE ALL")
    }

    // MARK: Statements

    /// Runs a text of one or several statements, without values.
    func script(_ text: String, hasLimit: Bool = true) throws -> PostgresAnswer {
        try refuseWhenCancelled()
        try require(PQsendQuery(handle, text))
        return try answer(until: hasLimit ? deadline() : nil)
    }

    func run(_ sql: SQL) throws -> PostgresAnswer {
        try refuseWhenCancelled()
        try send(sql, try plan(for: sql))
        return try answer(until: deadline())
    }

    /// Sends many statements without waiting for each answer.
    func run(batch: [SQL]) throws {
        try refuseWhenCancelled()
        let plans = try batch.map(plan)
        try require(PQenterPipelineMode(handle))
        var failure: PostgresError?
        for start in stride(from: 0, to: batch.count, by: Self.batchSize) where failure == nil {
            let part = start..<min(start + Self.batchSize, batch.count)
            for index in part { try send(batch[index], plans[index]) }
            try require(PQpipelineSync(handle))
            failure = try firstFailure(of: part.count)
        }
        try require(PQexitPipelineMode(handle))
        if let failure { throw failure }
    }

    /// So many statements are on their way at most, which bounds the memory of both sides.
    private static let batchSize = 500

    private func firstFailure(of count: Int) throws -> PostgresError? {
        var failure: PostgresError?
        for _ in 0..<count {
            do {
                _ = try answer(until: deadline())
            } catch let error as PostgresError where isAnswering {
                failure = failure ?? error
            }
        }
        try waitForAnswer(until: deadline())
        PQclear(PQgetResult(handle))  // the end of the part
        return failure
    }

    private func plan(for sql: SQL) throws -> PostgresStatements.Plan {
        try sql.check()
        let text = sql.numberedText
        let types = sql.values.map(\.typeNumber)
        guard sql.isReusable else { return .unprepared(text) }
        if let name = statements.name(for: text, types) { return .prepared(name) }
        guard let name = statements.newName() else { return .unprepared(text) }
        try require(PQsendPrepare(handle, name, text, Int32(types.count), types))
        _ = try answer(until: deadline())
        statements.add(name, for: text, types)
        return .prepared(name)
    }

    private func send(_ sql: SQL, _ plan: PostgresStatements.Plan) throws {
        let count = Int32(sql.values.count)
        let sent = PostgresStatements.withPointers(to: sql.values) { pointers in
            switch plan {
            case .prepared(let name):
                PQsendQueryPrepared(handle, name, count, pointers, nil, nil, 0)
            case .unprepared(let text):
                PQsendQueryParams(
                    handle, text, count, sql.values.map(\.typeNumber), pointers, nil, nil, 0)
            }
        }
        try require(sent)
    }

    // MARK: Answers

    private func deadline() -> ContinuousClock.Instant {
        .now + settings.statementTimeout + Self.grace
    }

    /// Reads the whole answer to one statement.
    private func answer(until deadline: ContinuousClock.Instant?) throws -> PostgresAnswer {
        var answer = PostgresAnswer()
        var failure: PostgresError?
        while true {
            try waitForAnswer(until: deadline)
            guard let result = PQgetResult(handle) else { break }
            defer { PQclear(result) }
            do {
                try read(result, into: &answer)
            } catch let error as PostgresError {
                failure = failure ?? error
            }
            if PQstatus(handle) != CONNECTION_OK { break }
        }
        if let failure { throw failure }
        if PQstatus(handle) != CONNECTION_OK { throw lost() }
        return answer
    }

    private func read(_ result: OpaquePointer, into answer: inout PostgresAnswer) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            answer = try PostgresAnswer(result)
        case PGRES_FATAL_ERROR where PQstatus(handle) != CONNECTION_OK:
            throw lost()
        case PGRES_FATAL_ERROR:
            throw PostgresError(result: result, wasCancelled: access?.isCancelled ?? false)
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            isAbandoned = true
            throw PostgresError(.statement("COPY is not supported"))
        default:  // skipped after an earlier failure of the batch
            break
        }
    }

    /// Waits until an answer can be read without blocking.
    private func waitForAnswer(until deadline: ContinuousClock.Instant?) throws {
        while PQisBusy(handle) == 1 {
            if let deadline, deadline < .now {
                isAbandoned = true
                throw PostgresError(.timeout("the server does not answer"))
            }
            var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            let ready = poll(&socket, 1, Self.patience)
            if ready > 0, PQconsumeInput(handle) == 0 { throw lost() }
            // The first request may have come before the statement had reached the server.
            if ready == 0, let access, access.isCancelled { canceller.send() }
        }
    }

    /// How often a waiting thread looks up, in milliseconds.
    private static let patience: Int32 = 200

    private func refuseWhenCancelled() throws {
        if let access, access.isCancelled { throw PostgresError(.cancelled) }
    }

    private func require(_ success: Int32) throws {
        if success == 1 { return }
        if PQstatus(handle) != CONNECTION_OK { throw lost() }
        isAbandoned = true
        throw PostgresError(.statement(Self.message(of: handle)))
    }

    private func lost() -> PostgresError {
        PostgresError(.connectionLost(Self.message(of: handle)))
    }
}
