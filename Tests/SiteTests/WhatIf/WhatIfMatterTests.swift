import HouseRules
import Testing

@testable import Site

/// One morning by hand, decided again step by step.
@Suite struct `What would have been` {
    private static let day = BusinessDay(year: 2025, month: 6, day: 2)!
    private static let manager = Actor(StaffID("M"), .salesManager)
    private static let people = ["A", "B", "C"].map { StaffID($0) }

    /// Decides under the usual rules, and hands each step to a what-if under others.
    private struct Morning {
        var state = SiteState()
        var whatIf: WhatIf
        var steps = 0
        let rules = Policy()

        init(trying change: (inout Policy) -> Void) throws {
            var now = Moment(milliseconds: 0)
            func rule(_ command: Command, _ actor: Actor, _ at: TimeOfDay) throws {
                now = day.at(at)
                let ruling = state.rule(on: command, by: actor, under: rules, at: now)
                try #require(ruling.refusal == nil)
            }
            var policy = Policy()
            change(&policy)
            whatIf = WhatIf(from: state, under: policy)
            for staff in people { try rule(.roster(.enroll(staff)), manager, TimeOfDay(8, 30)) }
            for staff in people {
                try rule(.presence(.clockIn(staff)), Actor(staff, .consultant), TimeOfDay(8, 40))
            }
            try rule(.sheet(.publish), Actor(StaffID("D"), .dutyOfficer), TimeOfDay(9, 0))
            try rule(.sheet(.confirm), Actor(StaffID("D"), .dutyOfficer), TimeOfDay(9, 1))
            whatIf = WhatIf(from: state, under: policy)
        }

        @discardableResult
        mutating func ask(_ command: Command, by actor: Actor = manager, at time: Moment) -> Ruling
        {
            steps += 1
            let ruling = state.rule(on: command, by: actor, under: rules, at: time)
            whatIf.add(
                WhatIfStep(
                    id: DecisionID("d\(steps)"), at: time, actor: actor, command: command,
                    refusal: ruling.refusal, events: ruling.events))
            return ruling
        }
    }

    private func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
        Self.day.at(TimeOfDay(hour, minute)).adding(seconds: second)
    }

    /// 甲 is A's customer, B receives, A claims after so many seconds.
    private func claim(after seconds: Int, trying change: (inout Policy) -> Void) throws -> WhatIf {
        var morning = try Morning(trying: change)
        let (a, b) = (StaffID("A"), StaffID("B"))
        let person = PersonID("甲")
        let clerk = Actor(StaffID("K"), .clock)
        let fact = CustomerFact(person, a, .visit, occurred: at(8, 50), entered: at(8, 50))
        morning.ask(.claims(.note(fact)), by: clerk, at: at(9, 30))
        morning.ask(.visits(.register(Arrival(VisitID("v0"), .newFirst))), at: at(9, 40))
        let arrival = Arrival(VisitID("v1"), .newFirst, person: person)
        morning.ask(.visits(.register(arrival)), at: at(10, 0))
        #expect(morning.whatIf.real.receptions[VisitID("v1")]?.staff == b)
        morning.ask(
            .visits(.finish(VisitID("v0"), logged: true)), by: Actor(a, .consultant),
            at: at(10, 0, 10))
        morning.ask(
            .claims(.claim(Claim(VisitID("v1"), by: a, person: person))),
            by: Actor(a, .consultant), at: at(10, 0, seconds))
        return morning.whatIf
    }

    @Test func `a claim in four minutes under a window of one`() throws {
        let whatIf = try claim(after: 240) { $0.claims.windowSeconds = 60 }
        #expect(whatIf.differences.count == 2)
        guard case .ruling(_, real: nil, other: let refusal?) = whatIf.rulings.first?.matter else {
            Issue.record("the claim is a ruling that differs")
            return
        }
        #expect(refusal.code == "CLAIM_WINDOW_CLOSED")
        #expect(whatIf.real.receptions[VisitID("v1")]?.staff == StaffID("A"))
        #expect(whatIf.other.receptions[VisitID("v1")]?.staff == StaffID("B"))
    }

    @Test func `a claim in six minutes under a window of ten stands`() throws {
        let whatIf = try claim(after: 360) { $0.claims.windowSeconds = 600 }
        guard case .ruling(_, real: let refusal?, other: nil) = whatIf.rulings.first?.matter else {
            Issue.record("the claim is a ruling that differs")
            return
        }
        #expect(refusal.code == "CLAIM_WINDOW_CLOSED")
    }

    @Test(arguments: [0, 299, 300, 301])
    func `nothing, when the rules are the same`(seconds: Int) throws {
        let whatIf = try claim(after: max(20, seconds)) { _ in }
        #expect(whatIf.differences.isEmpty && whatIf.lacking.isEmpty)
        #expect(whatIf.decided == 5)
    }

    /// B leaves the front while in the other course a visitor is with them.
    @Test func `what has no place in the other course is told as lacking`() throws {
        var morning = try Morning {
            $0.rotation.turnTable[.newFirst] = TurnRow(.lastInQueue, .counted)
        }
        let (a, c) = (StaffID("A"), StaffID("C"))
        morning.ask(.visits(.register(Arrival(VisitID("v1"), .newFirst))), at: at(10, 0))
        #expect(morning.whatIf.real.receptions[VisitID("v1")]?.staff == a)
        #expect(morning.whatIf.other.receptions[VisitID("v1")]?.staff == c)
        morning.ask(
            .presence(.leave(c, LeaveKind.personal, until: nil)), by: Actor(c, .consultant),
            at: at(10, 1))
        #expect(morning.whatIf.lacking.count == 1)
        morning.ask(
            .visits(.finish(VisitID("v1"), logged: true)), by: Actor(a, .consultant),
            at: at(10, 30))
        #expect(morning.whatIf.lacking.count == 1, "C enters what A entered")
        #expect(morning.whatIf.other.state.rotation.visits[VisitID("v1")] == nil)
    }
}
