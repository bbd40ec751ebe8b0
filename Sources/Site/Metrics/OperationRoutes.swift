import Database
import Foundation
import HTTPTypes
import HouseRules
import HummingbirdCore
import Synchronization

/// What operators and their programs ask: whether the site can work, and how it does.
struct OperationRoutes: Sendable {
    let house: House
    let readiness: Readiness

    var routes: [Route] {
        [
            Route(
                .get, "/readyz", access: .anyone, kind: .page, summary: "服务是否能办事", handler: ready),
            Route(
                .get, "/metrics", access: .anyone, kind: .page, summary: "运行指标",
                handler: metrics),
        ]
    }

    @Sendable private func ready(_ call: Call) async throws -> Answer {
        let fault = await readiness.fault(at: call.web.surroundings.now())
        return .text(
            fault.map { "\($0)\n" } ?? "ready\n", status: fault == nil ? .ok : .serviceUnavailable)
    }

    /// For whoever is on this machine and did not come through a proxy, or has the token. Anybody
    /// else learns nothing, not even that there is something.
    @Sendable private func metrics(_ call: Call) async throws -> Answer {
        let token = call.web.configuration.metricsToken
        guard call.isLocal || call.has(token: token) else { throw Problem.notFound }
        var text = MetricsText()
        text.add(call.web.metrics.now)
        text.single(
            "anchang_live_listeners", .gauge, "Open live streams.", Double(call.web.live.count))
        if let pool = house.database.poolFigures { text.add(pool) }
        if let process = ProcessFigures.now() {
            text.single(
                "process_resident_memory_bytes", .gauge, "Memory in use.",
                Double(process.residentBytes))
            text.single(
                "process_open_fds", .gauge, "Open files and connections.",
                Double(process.openFiles))
        }
        await addDatabase(to: &text, at: call.web.surroundings.now())
        return .bytes(Array(text.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    }

    /// What only the database knows; when it does not answer that is said, and the rest stays.
    private func addDatabase(to text: inout MetricsText, at now: Int64) async {
        let found = try? await house.database.read { try DatabaseFigures($0, at: now) }
        text.single(
            "anchang_database_up", .gauge, "Whether the database answers.", found == nil ? 0 : 1)
        if let found { text.add(found) }
    }
}

extension Call {
    /// Made on this machine, and not handed on by a proxy for somebody else.
    fileprivate var isLocal: Bool {
        let handedOn = request.headers.contains { field in
            let name = field.name.canonicalName
            return name == "forwarded" || name == "x-real-ip" || name.hasPrefix("x-forwarded-")
        }
        return !handedOn && isFromLoopback
    }

    /// Compared by their hashes, so that the time taken tells nothing.
    fileprivate func has(token: String?) -> Bool {
        guard let token, !token.isEmpty, let header = request.headers[.authorization],
            header.lowercased().hasPrefix("bearer ")
        else { return false }
        return sha256(String(header.dropFirst("bearer ".count))) == sha256(token)
    }
}

/// Figures that are read from the database when they are asked for.
struct DatabaseFigures: Sendable {
    private(set) var sequences: [(site: String, seq: Int64)] = []
    private(set) var waiting: [(channel: String, count: Int64, oldest: Int64)] = []
    private(set) var dead: Int64 = 0

    init(_ transaction: any Transaction, at now: Int64) throws {
        sequences = try transaction.rows("SELECT id FROM site ORDER BY id").map { row in
            let site = try row.text("id")
            let last = try transaction.row(
                "SELECT seq FROM journal WHERE site = \(site) ORDER BY seq DESC LIMIT 1")
            return (site, try last?.int("seq") ?? 0)
        }
        waiting = try transaction.rows(
            """
            SELECT channel, count(*) AS total, min(created_at) AS oldest FROM message
            WHERE state = 'waiting' GROUP BY channel ORDER BY channel
            """
        ).map {
            (
                try $0.text("channel"), try $0.int("total"),
                max(0, now - (try $0.int("oldest")))
            )
        }
        for (site, _) in sequences {
            dead +=
                try transaction.row(
                    """
                    SELECT count(*) AS total FROM message WHERE site = \(site) AND state = 'dead'
                    """)?.int("total") ?? 0
        }
    }
}

extension MetricsText {
    /// What the database knows.
    mutating func add(_ figures: DatabaseFigures) {
        family("anchang_journal_seq", .gauge, "Number of the last journal entry of a site.")
        for (site, seq) in figures.sequences {
            sample("anchang_journal_seq", ["site": site], Double(seq))
        }
        family("anchang_outbox_waiting", .gauge, "Messages that wait to be sent.")
        for line in figures.waiting {
            sample("anchang_outbox_waiting", ["channel": line.channel], Double(line.count))
        }
        family("anchang_outbox_oldest_seconds", .gauge, "Age of the oldest waiting message.")
        for line in figures.waiting {
            let age = Double(line.oldest) / 1000
            sample("anchang_outbox_oldest_seconds", ["channel": line.channel], age)
        }
        single("anchang_outbox_dead", .gauge, "Messages that were given up.", Double(figures.dead))
    }

    /// The connections to the database.
    mutating func add(_ pool: PoolFigures) {
        family("anchang_database_connections", .gauge, "Connections to the database.")
        sample("anchang_database_connections", ["state": "lent"], Double(pool.lent))
        sample("anchang_database_connections", ["state": "most"], Double(pool.most))
        single(
            "anchang_database_waiting", .gauge, "Who waits for a connection.",
            Double(pool.waiting))
    }
}

/// Whether this process can do its work; asked anew at most once a second.
final class Readiness: Sendable {
    private struct Last {
        let at: Int64
        let fault: String?
    }

    private let database: any Database
    private let last = Mutex<Last?>(nil)
    private static let lifetime: Int64 = 1000

    init(database: any Database) { self.database = database }

    /// What is in the way, in one English sentence that names nothing inside; nil when nothing is.
    func fault(at now: Int64) async -> String? {
        if let last = last.withLock({ $0 }), abs(now - last.at) < Self.lifetime {
            return last.fault
        }
        let fault = await look(at: now)
        last.withLock { $0 = Last(at: now, fault: fault) }
        return fault
    }

    private func look(at now: Int64) async -> String? {
        do {
            guard try await SiteMigrations.all().pending(in: database).isEmpty else {
                return "Migrations are pending: run anchang migrate."
            }
        } catch is MigrationFailure {
            return "The database belongs to another version of the program."
        } catch {
            return "The database does not answer."
        }
        do {
            // A row that nobody reads is written for good: what the journal needs to be written.
            try await database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO sender_lease (channel, holder, until_at)
                    VALUES ('readiness', 'readiness', \(now))
                    ON CONFLICT (channel) DO UPDATE SET until_at = excluded.until_at
                    """)
            }
        } catch {
            return "The database cannot be written."
        }
        return nil
    }
}
