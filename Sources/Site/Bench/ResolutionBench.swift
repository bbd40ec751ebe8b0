import HouseRules

/// Whose customer a visitor is, after 200 entries about them: no journal, no database.
struct ResolutionBench: Sendable {
    let isQuick: Bool

    /// The middle of several rounds.
    func figures() throws(Refusal) -> [BenchFigure] {
        var rounds: [Double] = []
        for _ in 0..<5 { rounds.append(try rate()) }
        return [
            .atLeast(
                50_000, "resolutions", "whose customer it is, one core, after 200 entries",
                median(rounds) ?? 0, "1/s",
                note: "with the evidence and why the others have it not; at most 20 µs each")
        ]
    }

    private func rate() throws(Refusal) -> Double {
        let chain = ResolutionChain()
        let count = isQuick ? 10_000 : 50_000
        for _ in 0..<500 { _ = try chain.resolve() }
        let start = Stopwatch.processorTime()
        for _ in 0..<count { _ = try chain.resolve() }
        return Double(count) / (Double(Stopwatch.processorTime() - start) / 1e9)
    }
}

/// A customer whom twenty consultants received, lost and received again: 200 entries.
struct ResolutionChain {
    private var state = SiteState()
    private let policy = Policy()
    private var now = BusinessDay(number: 20_000).at(TimeOfDay(10, 0))
    private static let boss = Actor("boss", .salesManager)
    private static let customer: PersonID = "customer"

    /// The entries as they would have been made, day by day.
    init() {
        let staff = (1...20).map { StaffID("consultant-\($0)") }
        for person in staff { decide(.roster(.enroll(person))) }
        for round in 0..<50 {
            let person = staff[round % staff.count]
            note(person, .visit)
            for _ in 0..<3 {
                now = now.adding(seconds: 7 * 86_400)
                note(person, .touch)
            }
            // The last one is still theirs.
            if round < 49 { now = now.adding(seconds: 12 * 86_400) }
        }
        var answers = FirstQuestion()
        answers.firstVisit = false
        answers.known = .named([staff[49 % staff.count]])
        self.answers = answers
    }

    private var answers = FirstQuestion()

    /// One question at the desk.
    func resolve() throws(Refusal) -> Resolution {
        try HouseRules.resolve(Self.customer, answers, in: state, under: policy, at: now)
    }

    private mutating func note(_ staff: StaffID, _ kind: CustomerFact.Kind) {
        decide(.claims(.note(CustomerFact(Self.customer, staff, kind, occurred: now))))
    }

    private mutating func decide(_ command: Command) {
        let ruling = state.rule(on: command, by: Self.boss, under: policy, at: now)
        precondition(ruling.answer != nil, "every entry of this chain stands")
    }
}
