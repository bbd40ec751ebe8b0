import Database
import Foundation
import HTTPTypes
import HouseRules
import Logging

/// A site with 40 consultants on stand, served in this process to be measured.
struct BenchSite: Sendable {
    static let consultants = 40
    private static let site = BenchLedger.site
    private static let desk = Account(
        site: site, staff: "bench-desk", login: "desk", displayName: "导台",
        role: .frontDeskSecretary)
    static let boss = Account(
        site: site, staff: "bench-boss", login: "boss", displayName: "经理", role: .salesManager)
    private static let inCharge = Actor(boss.staff, boss.role)

    /// One of the forty.
    static func consultant(_ number: Int) -> Account {
        Account(
            site: site, staff: StaffID("bench-consultant-\(number)"),
            login: "consultant-\(number)", displayName: "顾问\(number)", role: .consultant)
    }

    let server: SiteServer
    let book: SiteBook
    let port: Int
    private let cookie: String
    private let csrf: String

    /// Serves a new site at a database while the body runs: with forty consultants on stand, and
    /// with customers of the past when they are told.
    static func serve<T: Sendable>(
        database: String, policies: String, after past: BenchLedger? = nil,
        _ body: @Sendable (BenchSite) async throws -> T
    ) async throws -> T {
        let server = try await SiteServer(
            settings(database, policies), surroundings: surroundings())
        try await (past ?? BenchLedger(customers: 0)).enroll(server)
        try await past?.fill(server)
        let book = try await open(server, policies)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                defer { port.finish() }
                do { try await server.run { port.yield($0) } } catch is CancellationError {}
            }
            guard let number = await ports.first(where: { _ in true }) else {
                try await group.next()
                throw Child.Fault(description: "the server did not start")
            }
            let (secret, session) = try await server.site.environment.sessions.begin(for: desk)
            let result = try await body(
                BenchSite(
                    server: server, book: book, port: number,
                    cookie: "\(SessionCookie.name)=\(secret)", csrf: session.csrfToken))
            group.cancelAll()
            return result
        }
    }

    /// Everything as a site has it, but no limit to what one session may ask.
    static func settings(_ database: String, _ policies: String) throws -> ServerSettings {
        let key = [UInt8](repeating: 9, count: 32)
        var settings = ServerSettings(
            database: database, keys: try BookKeys(journal: key, person: key), policies: policies)
        settings.port = 0
        settings.web.requestRate = RequestRate(perSecond: 0, burst: 0)
        return settings
    }

    /// A Monday morning from which the clock runs as usual, so that no day ends within a run.
    static func surroundings() -> Surroundings {
        var log = Logger(label: "anchang.bench")
        log.logLevel = .critical
        let real = Surroundings.live(log: log)
        let morning = BusinessDay(year: 2025, month: 6, day: 2)!.at(TimeOfDay(10, 0)).milliseconds
        let offset = morning - real.now()
        return Surroundings(now: { real.now() + offset }, newID: real.newID, log: log)
    }

    private static func open(_ server: SiteServer, _ policies: String) async throws -> SiteBook {
        let password = await PasswordHash.make(of: base64url(randomBytes(12)), cost: .cheap)
        try await server.accounts.open(desk, password: password)
        let book = try await server.shelf.book(site)
        let now = Moment(milliseconds: server.surroundings.now())
        let pack = try SourceText.read(path: policies + "/P001.yaml", shown: "P001.yaml")
        try await book.publish(
            PolicyDraft(body: pack, effectiveFrom: now.day.start, author: "bench", note: "bench"))
        for number in 1...consultants {
            try await perform(.presence(.clockIn(consultant(number).staff)), book)
        }
        try await perform(.sheet(.publish), book)
        try await perform(.sheet(.confirm), book)
        return book
    }

    private static func perform(_ command: Command, _ book: SiteBook) async throws {
        let id = DecisionID(book.setting.surroundings.newID())
        _ = try await book.perform(command, id: id, by: inCharge)
    }

    /// Decides a command in the name of management.
    func perform(_ command: Command) async throws -> DecisionRecord {
        try await book.perform(
            command, id: DecisionID(book.setting.surroundings.newID()), by: Self.inCharge)
    }

    /// Lets twenty groups come in, so that half of the consultants are receiving.
    func receiveTwenty() async throws {
        for _ in 0..<20 {
            let visit = VisitID(book.setting.surroundings.newID())
            _ = try await perform(.visits(.register(Arrival(visit, .newFirst))))
        }
    }

    /// The text of a GET request.
    func get(_ path: String, signedIn: Bool) -> String {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept: */*\r\n"
            + (signedIn ? "Cookie: \(cookie)\r\n" : "") + "\r\n"
    }

    /// The same site, asked by somebody else.
    func signedIn(_ account: Account) async throws -> BenchSite {
        let (secret, session) = try await server.site.environment.sessions.begin(for: account)
        return BenchSite(
            server: server, book: book, port: port, cookie: "\(SessionCookie.name)=\(secret)",
            csrf: session.csrfToken)
    }

    /// The text of a request that registers a first visit; each carries a number of its own.
    func post(round: String) -> String {
        post("/visits", "id=v-\(round)-############&class=new_first")
    }

    /// The text of a form that is sent.
    func post(_ path: String, _ fields: String) -> String {
        let body = "_csrf=\(csrf)&\(fields)"
        return """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Origin: http://127.0.0.1:\(port)\r
            Cookie: \(cookie)\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """
    }

    /// The numbers of the entries of the visits that a round of requests registered, in order.
    func entries(round: String, _ count: Int) async throws -> [Int] {
        let rows = try await server.database.read { transaction in
            try transaction.rows(
                """
                SELECT MIN(seq) AS seq FROM decision_row WHERE site = \(Self.site)
                AND visit LIKE \("v-\(round)-%") GROUP BY visit ORDER BY visit
                """)
        }
        guard rows.count == count else {
            throw Child.Fault(description: "\(rows.count) visits of \(count) were written")
        }
        return try rows.map { try $0.int("seq") }.map(Int.init)
    }

    /// Somebody whom the first consultant holds.
    func customer() async throws -> PersonID {
        let day = Moment(milliseconds: server.surroundings.now()).day
        let staff = Self.consultant(1).staff
        let ownership = await book.state.ownership
        let rows = try await server.database.read { transaction in
            try StretchRow.running(
                of: staff, on: day, at: Self.site, limit: 50, offset: 0, in: transaction)
        }
        guard let row = rows.first(where: { ownership.holder(of: $0.person, on: day) == staff })
        else { throw Child.Fault(description: "none of \(rows.count) is theirs") }
        return row.person
    }

    /// A deal of a customer that two consultants quarrel about.
    func quarrel(over person: PersonID) async throws -> DealID {
        let two = [Self.consultant(1).staff, Self.consultant(2).staff]
        let order = DealOrder("deal", of: person, by: two[0])
        let steps: [AdjudicationCommand] = [
            .order(order),
            .contest("quarrel", .deal(order.deal), two[1], against: [two[0]], note: "量一量"),
        ]
        for command in steps {
            let record = try await perform(.adjudication(command))
            guard record.outcome == .done else {
                throw Child.Fault(description: "the quarrel was refused")
            }
        }
        return order.deal
    }
}
