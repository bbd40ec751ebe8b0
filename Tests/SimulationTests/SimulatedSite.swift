import Database
import HouseRules
import Synchronization

@testable import Site

/// One thing somebody asks for, with its own id, so that it can be asked again.
struct Request: Sendable {
    let id: DecisionID
    let command: Command
    let actor: HouseRules.Actor
}

/// A site with two server processes, people who do all sorts of things, and things that go wrong.
final class SimulatedSite {
    static let site: SiteID = "sim"
    static let monday = BusinessDay(year: 2025, month: 6, day: 2)!
    static let staff = (1...8).map { StaffID("c\($0)") }

    var policy: Policy { crowd.policy }
    let clock: StoppedClock
    let databases: [FlakyDatabase]
    private let setting: BookSetting
    private var books: [SiteBook] = []
    private var crowd: any SimulatedCrowd
    /// Everything that was asked, in order.
    private(set) var requests: [Request] = []
    /// What was answered; such a decision must never be lost.
    private(set) var answered: [DecisionID: DecisionRecord] = [:]
    private(set) var crashes = 0

    init(_ crowd: any SimulatedCrowd, location: String) async throws {
        self.crowd = crowd
        let morning = Self.monday.at(TimeOfDay(8, 0))
        clock = StoppedClock(at: morning.milliseconds)
        databases = [
            FlakyDatabase(try await openDatabase(location)),
            FlakyDatabase(try await openDatabase(location)),
        ]
        setting = BookSetting(
            database: databases[0], key: HMACKey(Array(repeating: 3, count: 32)),
            surroundings: .live(clock), readPolicy: { [policy = crowd.policy] _ in policy })
        for process in 0...1 { books.append(try await open(process)) }
        try await books[0].publish(
            PolicyDraft(
                body: "sim", effectiveFrom: Moment(milliseconds: 0), author: "boss", note: ""))
        try await books[1].refresh()
    }

    var journal: Journal { Journal(site: Self.site, key: setting.key) }

    private func open(_ process: Int) async throws -> SiteBook {
        var setting = setting
        setting.database = databases[process]
        setting.snapshotEvery = 40
        let usesSnapshot = !crowd.dice.once(in: 4)
        return try await SiteBook.open(Self.site, setting, snapshot: usesSnapshot)
    }

    /// What is asked before the first day, each part half an hour after the one before.
    func begin() async throws {
        for requests in crowd.beginnings() {
            for request in requests { try await ask([request]) }
            clock.advance(by: .seconds(1800))
        }
    }

    /// Some hours of a day with everything that happens in them.
    func day(steps: Int) async throws {
        for request in crowd.morning() { try await ask([request]) }
        for _ in 0..<steps { try await step() }
        let now = Moment(milliseconds: clock.milliseconds)
        let tomorrow = now.day.adding(days: 1).at(TimeOfDay(8, 30))
        clock.advance(by: .milliseconds(tomorrow.milliseconds - now.milliseconds))
    }

    private func step() async throws {
        clock.advance(by: .seconds(crowd.dice.pick(crowd.pauses)))
        let process = crowd.dice.number(0..<2)
        switch crowd.dice.number(0..<30) {
        case 0: try await crash(process)
        case 1: databases[process].fault.withLock { $0 = .before }
        case 2: databases[process].fault.withLock { $0 = .after }
        case 3...5:
            if !requests.isEmpty { try await ask([crowd.dice.pick(requests)], isNew: false) }
        case 6: try await unlessFaulty { try await self.books[process].settleWhatIsDue() }
        case 7: try await books[process].refresh()
        case 8...11:
            let state = await books[process].state
            try await ask((0..<crowd.dice.number(2..<9)).map { _ in crowd.request(seeing: state) })
        default: try await ask([await wish(of: process)])
        }
    }

    /// What somebody wants who looks at the screen of a process.
    private func wish(of process: Int) async -> Request {
        let state = await books[process].state
        return crowd.request(seeing: state)
    }

    private func unlessFaulty(_ step: () async throws -> Void) async throws {
        do { try await step() } catch is DatabaseFailure {}
    }

    /// A process dies, sometimes after a commit whose answer it never heard, and starts again.
    private func crash(_ process: Int) async throws {
        crashes += 1
        if crowd.dice.once(in: 2) {
            databases[process].fault.withLock { $0 = .after }
            let request = await wish(of: process)
            requests.append(request)
            _ = try? await books[process].perform(
                request.command, id: request.id, by: request.actor)
        }
        databases[process].fault.withLock { $0 = nil }
        books[process] = try await open(process)
    }

    /// Asks at once, each at one of the two processes.
    private func ask(_ batch: [Request], isNew: Bool = true) async throws {
        if isNew { requests += batch }
        let asked = batch.map { ($0, books[crowd.dice.number(0..<2)]) }
        let records = try await withThrowingTaskGroup(of: DecisionRecord?.self) { group in
            for (request, book) in asked {
                group.addTask {
                    do {
                        return try await book.perform(
                            request.command, id: request.id, by: request.actor)
                    } catch is DatabaseFailure {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for case let record? in records {
            if let first = answered[record.id], first != record {
                throw SimulationFault("\(record.id) was answered in two ways")
            }
            answered[record.id] = record
        }
    }

    /// Lets both processes catch up and answers their states.
    func states() async throws -> [SiteState] {
        var states: [SiteState] = []
        for (database, book) in zip(databases, books) {
            database.fault.withLock { $0 = nil }
            try await book.refresh()
            states.append(await book.state)
        }
        return states
    }

    func close() async throws {
        for database in databases { try await database.close() }
    }
}

/// The people of a simulated site.
protocol SimulatedCrowd: Sendable {
    /// What decides what they do.
    var dice: Dice { get set }
    /// The rules they live under.
    var policy: Policy { get }
    /// Seconds that may pass between two things they do; the clock may also jump back.
    var pauses: [Int] { get }
    /// What is asked before the first day, half an hour between the parts.
    mutating func beginnings() -> [[Request]]
    /// What is asked first on every day.
    mutating func morning() -> [Request]
    /// The next thing somebody wants who sees the site as it was a moment ago.
    mutating func request(seeing state: SiteState) -> Request
}

/// What went wrong in a simulated day.
struct SimulationFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Surroundings {
    /// Ids of the real kind, for two processes must not make the same; the clock of the test.
    fileprivate static func live(_ clock: StoppedClock) -> Surroundings {
        var surroundings = Surroundings.fixed(clock: clock)
        surroundings.newID = Surroundings.live().newID
        return surroundings
    }
}
