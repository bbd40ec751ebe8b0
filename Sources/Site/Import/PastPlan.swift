import Database
import HouseRules

/// What a line of an old ledger came to, where that is not simply what it says.
public struct PastNote: Sendable, Hashable, Codable {
    /// The line of the file.
    public let line: Int
    /// What became of it, and by which clause.
    public let sentence: String
}

/// What an old ledger would do to a site: the commands in the order of their days, decided on a
/// copy of the site as if each line had been entered live, and what the rules do not let through.
struct PastPlan {
    /// Something to be performed, small enough that a whole ledger of them fits into memory: sealed
    /// names and what they are found by are made when it is written.
    struct Step: Sendable {
        let id: DecisionID
        let row: PastRow
        let person: PersonID
        let staff: StaffID
        let occurred: Moment
        /// Whether the customer is new with it.
        let isNew: Bool

        /// Who is new with it.
        var newcomer: PersonDetails? {
            isNew ? PersonDetails(name: row.name, phone: row.phone) : nil
        }
    }

    /// What is to be performed: once it is all planned, the last first.
    private(set) var steps: [Step] = []
    /// Customers without a step of their own.
    private(set) var customers: [(PersonID, PersonDetails)] = []
    private(set) var notes: [PastNote] = []
    private(set) var accepted = 0
    private(set) var unchanged = 0

    private var state: SiteState
    /// What was on record before: nothing goes in front of it.
    private var before: Ownership
    private let policy: Policy
    let people: People
    private let importer: StaffID
    let at: Moment
    private let names: StaffDirectory
    private let known: Set<DecisionID>
    private var persons: [String: PersonID]

    /// - Parameters:
    ///   - state: What the site knows now.
    ///   - persons: Customers by the hash of their number.
    ///   - known: Decisions of this ledger that were made before.
    init(
        on state: SiteState, under policy: Policy, at moment: Moment, by importer: StaffID,
        people: People, persons: [String: PersonID], known: Set<DecisionID>, names: StaffDirectory
    ) {
        self.state = state
        before = state.ownership
        (self.policy, self.people, self.importer) = (policy, people, importer)
        (at, self.persons, self.known, self.names) = (moment, persons, known, names)
    }

    /// The decision that a line leads to: the same line always leads to the same.
    static func id(_ row: PastRow, _ people: People) -> DecisionID {
        DecisionID("x-" + people.key.wordHash(row.mark, as: "ledger", site: people.site).prefix(32))
    }

    /// Takes the lines in; they are decided in the order of their days.
    mutating func add(_ rows: [PastRow]) {
        let ordered = rows.enumerated().sorted { first, second in
            let (one, other) = (first.element.occurred ?? at, second.element.occurred ?? at)
            return (one, first.offset) < (other, second.offset)
        }
        for (_, row) in ordered { add(row) }
        notes.sort { $0.line < $1.line }
    }

    private mutating func add(_ row: PastRow) {
        let id = Self.id(row, people)
        let hash = people.key.phoneHash(row.phone, site: people.site)
        guard !known.contains(id) else {
            unchanged += 1
            return
        }
        let found = persons[hash]
        let person = found ?? PersonID("p-" + hash.prefix(24))
        let newcomer = found == nil ? PersonDetails(name: row.name, phone: row.phone) : nil
        guard let staff = row.staff, let occurred = row.occurred else {
            if newcomer == nil { unchanged += 1 } else { accepted += 1 }
            if let newcomer { customers.append((person, newcomer)) }
            persons[hash] = person
            return
        }
        guard stands(row, person, staff, on: occurred.day) else { return }
        let command = command(row, person, staff, occurred)
        let ruling = state.rule(on: command, by: actor, under: policy, at: at)
        if let refusal = ruling.refusal {
            return note(row, "按规则没有写入：\(refusal.sentence(names: names.name))")
        }
        explain(row, ruling.events)
        persons[hash] = person
        accepted += 1
        steps.append(
            Step(
                id: id, row: row, person: person, staff: staff, occurred: occurred,
                isNew: newcomer != nil))
    }

    private var actor: Actor { Actor(importer, .clock) }

    /// Lets go of the copies of the site that only deciding needed, and makes ready for
    /// ``nextSteps(_:)``.
    mutating func forget() {
        (state, before, persons) = (SiteState(), Ownership(), [:])
        steps.reverse()
    }

    /// Takes the next steps out, as the book takes them.
    mutating func nextSteps(_ count: Int) -> [BookStep] {
        let next = steps.suffix(count).reversed().map(bookStep)
        steps.removeLast(min(count, steps.count))
        return next
    }

    /// Everybody who is new, in the order of their ids.
    var newcomers: [(PersonID, PersonDetails)] {
        (customers + steps.compactMap { step in step.newcomer.map { (step.person, $0) } })
            .sorted { $0.0 < $1.0 }
    }

    /// A step as the book takes it; what a newcomer is found by is written before.
    private func bookStep(_ step: Step) -> BookStep {
        var alongside = step.newcomer.map { [people.insertSQL(step.person, $0, at: at)] } ?? []
        if !step.row.words.isEmpty { alongside.append(words(step)) }
        let command = command(step.row, step.person, step.staff, step.occurred)
        return BookStep(step.id, command, by: actor, at: at, alongside: alongside)
    }

    /// Whether it may be entered: nothing goes in front of what is on record, and a visit to
    /// somebody else changed nothing on the day.
    private mutating func stands(
        _ row: PastRow, _ person: PersonID, _ staff: StaffID, on day: BusinessDay
    ) -> Bool {
        if let later = before.records(of: person).first(where: { $0.clock.began > day }) {
            note(row, "系统里 \(later.clock.began.text) 起已有这位客户的登记，更早的历史不写入，免得改动现在的归属")
            return false
        }
        guard row.kind == .visit, let holder = state.ownership.holder(of: person, on: day),
            holder != staff
        else { return true }
        note(row, "那天客户归 \(names.name(holder))，这次接待不改归属（OWN-01），没有写入")
        return false
    }

    private func command(
        _ row: PastRow, _ person: PersonID, _ staff: StaffID, _ occurred: Moment
    ) -> Command {
        switch row.kind {
        case .contact:
            return .ownership(
                .touch(
                    Touch(
                        person, by: staff, row.result, row.medium, occurred: occurred,
                        entered: row.entered)))
        case .visit, .call, .customer:
            return .claims(
                .note(
                    CustomerFact(
                        person, staff, row.kind == .visit ? .visit : .call, occurred: occurred,
                        entered: row.entered)))
        }
    }

    private mutating func explain(_ row: PastRow, _ events: [SiteEvent]) {
        for event in events {
            switch event {
            case .ownership(.ended(_, _, .voidIncomplete, _)):
                note(row, "来访没有当天登记，只存档，不产生归属（OWN-02）")
            case .claims(.touchNoted):
                note(row, "来电没有当天登记，只存档（OWN-08）")
            case .ownership(.contacted(_, .void(let why))):
                note(row, "跟进只存档，不续时钟：\(why.label)（OWN-08）")
            default: break
            }
        }
    }

    private mutating func note(_ row: PastRow, _ sentence: String) {
        notes.append(PastNote(line: row.line, sentence: sentence))
    }

    private func words(_ step: Step) -> SQL {
        var text = PrivateText()
        text.text = step.row.words
        return PrivateNotes(site: people.site, key: people.key).keep(
            text, of: .contact, step.id.rawValue, person: step.person, by: step.staff,
            at: step.occurred)
    }
}
