import HouseRules

/// A long history, decided and chained entry by entry: days on which 40 consultants clock in,
/// receive 400 groups, and end with the sheet.
struct BenchHistory {
    private(set) var state = SiteState()
    private(set) var head: JournalHead
    /// Events so far.
    private(set) var facts = 0
    private let chain: Chain
    private let policy = Policy()
    private var day = BusinessDay(year: 2021, month: 1, day: 4)!
    private var second = 0
    private var commands: [Command]
    private var place = 0
    private var visit = 0
    private static let boss = Actor("boss", .salesManager)
    private static let visitsOfDay = 400
    private static let inHand = 20
    private static let staff = (1...BenchSite.consultants).map { StaffID("consultant-\($0)") }

    init(journal: Journal) {
        chain = journal.chain
        head = chain.start
        commands = Self.staff.map { .roster(.enroll($0)) }
    }

    /// The next entries.
    mutating func next(_ count: Int) throws -> [StoredEntry] {
        var entries: [StoredEntry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
            if place == commands.count { beginDay() }
            let at = day.at(TimeOfDay(9, 0)).adding(seconds: second)
            let command = commands[place]
            let ruling = state.rule(on: command, by: Self.boss, under: policy, at: at)
            let question = Question(
                id: DecisionID("d-\(head.seq + 1)"), command: command, actor: Self.boss,
                alongside: [], at: at)
            let entry = try StoredEntry(
                ruling, of: question, at: at, revision: 1, after: head, chain: chain)
            entries.append(entry)
            head = entry.head
            facts += ruling.events.count
            place += 1
            second += 30
        }
        return entries
    }

    private mutating func beginDay() {
        day = day.adding(days: 1)
        (second, place) = (0, 0)
        commands = Self.staff.map { .presence(.clockIn($0)) } + [.sheet(.publish)]
        let first = visit + 1
        visit += Self.visitsOfDay
        for number in first...visit {
            commands.append(.visits(.register(Arrival(Self.id(number), .newFirst))))
            if number - first >= Self.inHand { commands.append(Self.leave(number - Self.inHand)) }
        }
        commands += ((visit - Self.inHand + 1)...visit).map(Self.leave)
        commands.append(.sheet(.close))
    }

    private static func id(_ number: Int) -> VisitID { VisitID("v-\(number)") }

    private static func leave(_ number: Int) -> Command {
        .visits(.finish(id(number), logged: true))
    }
}
