import Database
import Foundation
import HTTPTypes
import HouseRules
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Testing

@testable import Site

/// 云栖府 as it is served on Monday 2025-06-02 at 10:00, reached without a network.
/// The database is a file of its own, ids count up from `id-000001`, and the clock stands still.
struct ServedSite {
    static let site: SiteID = "yunqi"
    static let day = BusinessDay(year: 2025, month: 6, day: 2)!
    /// Before the sheet falls due by itself, so that the clock's own commands disturb no test.
    static let early = day.at(TimeOfDay(8, 0))
    static let now = day.at(TimeOfDay(10, 0))
    static let policies = URL(fileURLWithPath: #filePath)
        .appending(path: "../../../../policies").standardizedFileURL.path
    static let keys = try! BookKeys(
        journal: Array(repeating: 7, count: 32), person: Array(repeating: 8, count: 32))

    /// The people of the site; each signs in with this name.
    enum Person: String, CaseIterable {
        case manager, supervisor, duty, desk, clerk, auditor, admin, till, title
        case anran, baiyu, censhan, dingyi

        static let consultants: [Person] = [.anran, .baiyu, .censhan, .dingyi]

        var name: String {
            switch self {
            case .manager: "沈砚"
            case .supervisor: "顾南乔"
            case .duty: "陆知行"
            case .desk: "林小满"
            case .clerk: "苏禾"
            case .auditor: "裴清"
            case .admin: "程管"
            case .till: "钱箴"
            case .title: "文契"
            case .anran: "安然"
            case .baiyu: "白榆"
            case .censhan: "岑山"
            case .dingyi: "丁一"
            }
        }

        var role: Role {
            switch self {
            case .manager: .salesManager
            case .supervisor: .salesSupervisor
            case .duty: .dutyOfficer
            case .desk: .frontDeskSecretary
            case .clerk: .clericalStaff
            case .auditor: .auditor
            case .admin: .administrator
            case .till: .cashier
            case .title: .titleClerk
            case .anran, .baiyu, .censhan, .dingyi: .consultant
            }
        }

        var staff: StaffID { StaffID("yunqi-\(rawValue)") }

        /// The person who has this role; nil for the clock, which nobody is.
        static func of(_ role: Role) -> Person? { allCases.first { $0.role == role } }
    }

    let server: SiteServer
    let clock: StoppedClock
    /// The folder of the database file.
    let folder: URL

    var file: URL { folder.appending(path: "site.sqlite") }

    var book: SiteBook { get async throws { try await server.shelf.book(Self.site) } }

    /// Somebody's browser, signed in.
    func visitor(_ person: Person) async throws -> Visitor {
        let found = try #require(try await server.accounts.find(login: person.rawValue))
        let (secret, session) = try await server.site.environment.sessions.begin(
            for: found.account)
        return Visitor(door: server.site.door, cookie: secret, token: session.csrfToken)
    }

    /// A browser that nobody has signed in with.
    var stranger: Visitor { Visitor(door: server.site.door) }

    /// A program with a key of its own.
    func program(_ person: Person) async throws -> Visitor {
        let key = try await server.issueToken(login: person.rawValue, label: "test", days: 1)
        return Visitor(door: server.site.door, bearer: key)
    }

    func count(_ table: SQL, where condition: SQL = "1 = 1") async throws -> Int {
        try await server.database.read { transaction in
            let sql: SQL =
                "SELECT count(*) AS total FROM \(sql: table) WHERE \(sql: condition)"
            return Int(try transaction.row(sql)?.int("total") ?? -1)
        }
    }

    /// Everything the database file and its log hold, after the log was written back.
    func everyByte() throws -> Data {
        try ["", "-wal"].reduce(into: Data()) { data, end in
            let path = file.path + end
            if FileManager.default.fileExists(atPath: path) {
                data += try Data(contentsOf: URL(fileURLWithPath: path))
            }
        }
    }

    /// Somebody asks for something beside the pages.
    @discardableResult
    func ask(_ command: Command, by person: Person = .manager) async throws -> DecisionRecord {
        try await book.perform(
            command, id: DecisionID(server.surroundings.newID()),
            by: Actor(person.staff, person.role))
    }
}

/// How far the day has come.
enum DayStage {
    /// Accounts and rules only.
    case before
    /// Four consultants on stand, the sheet published and confirmed.
    case open
}

/// Serves a site on a fresh database while `body` runs.
func withServedSite<T>(
    pack: String = "P001", _ stage: DayStage = .open, log: Logger? = nil,
    configure: (inout WebConfiguration) -> Void = { _ in },
    _ body: (ServedSite) async throws -> T
) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "anchang-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = StoppedClock(at: ServedSite.early.milliseconds)
    var settings = ServerSettings(
        database: folder.appending(path: "site.sqlite").path, keys: ServedSite.keys,
        policies: ServedSite.policies)
    settings.web.siteName = "云栖府"
    settings.web.passwordCost = .cheap
    settings.web.requestRate = RequestRate(perSecond: 0, burst: 0)
    configure(&settings.web)
    var surroundings = Surroundings.fixed(clock: clock)
    if let log { surroundings.log = log }
    let server = try await SiteServer(settings, surroundings: surroundings)
    let served = ServedSite(server: server, clock: clock, folder: folder)
    let result: Result<T, any Error>
    do {
        try await served.found(pack)
        if stage == .open { try await served.openDay() }
        clock.advance(by: .seconds(ServedSite.now.seconds(since: ServedSite.early)))
        result = .success(try await body(served))
    } catch {
        result = .failure(error)
    }
    await server.close()
    return try result.get()
}

extension ServedSite {
    fileprivate func found(_ pack: String) async throws {
        try await server.shelf.create(Self.site, name: "云栖府")
        for person in Person.allCases {
            let account = Account(
                site: Self.site, staff: person.staff, login: person.rawValue,
                displayName: person.name, role: person.role)
            try await server.accounts.open(
                account, password: await PasswordHash.make(of: person.rawValue, cost: .cheap))
        }
        let text = try SourceText.read(path: "\(Self.policies)/\(pack).yaml")
        let first = BusinessDay(year: 2025, month: 1, day: 1)!
        try await book.publish(
            PolicyDraft(
                body: text, effectiveFrom: first.start, author: "admin", note: "开站"))
    }

    fileprivate func openDay() async throws {
        for person in Person.consultants {
            try await ask(.roster(.enroll(person.staff)))
            try await ask(.presence(.clockIn(person.staff)))
        }
        try await ask(.sheet(.publish))
        try await ask(.sheet(.confirm))
    }
}
