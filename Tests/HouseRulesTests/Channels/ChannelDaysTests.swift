import Testing

@testable import HouseRules

/// Random weeks of reports, visits, deals and blocks, with everything checked at every step.
private struct ChannelDays {
    var house: House
    var random: SeededNumbers
    var faults: [String] = []
    private var replayed = SiteState()
    private var seen = 0
    private var slips = 0
    private var visits: [VisitID] = []
    private var deals: [DealID] = []
    private static let channels = ["x", "y", "z"]
    private static let people: [PersonID] = ["p0", "p1", "p2", "p3", "p4"]

    init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        var policy = Policy()
        policy.channels.mentionRequired = random.chance(80)
        policy.channels.reportDays = random.chance(50) ? random.within(1...5) : nil
        policy.channels.matchFields = random.chance(70) ? [.name, .phone] : [.phone]
        policy.channels.mentionCutoff = random.chance(70) ? .introStarted : .requiredStepsDone
        policy.channels.existingOwner = random.chance(70) ? .blocks : .allows
        policy.channels.surveyCycle = random.chance(70) ? .monthly : .quarterly
        house = House(["A", "B", "C"], policy: policy)
        for event in house.history { replayed.apply(event) }
        seen = house.history.count
    }

    /// The marks of a customer as somebody writes them, sometimes wrongly.
    private mutating func mark(_ person: Int) -> CustomerMark {
        let name = random.chance(85) ? "n\(person)" : "n"
        let phone = random.chance(85) ? "f\(person)" : "g\(person)"
        return CustomerMark(name: name, phone: phone, tail: "t\(person)")
    }

    mutating func run(steps: Int) {
        for step in 0..<steps where faults.isEmpty {
            house.now = house.now.adding(seconds: random.within(0...1200))
            openDay()
            let before = house.state
            let (command, role) = wish()
            let ruling = house.ask(command, as: role)
            check(ruling, command, before, step)
        }
    }

    /// Whoever is not here clocks in, and the day has its sheet.
    private mutating func openDay() {
        guard house.state.rotation.day != house.now.day else { return }
        house.now = max(house.now, house.now.day.at(TimeOfDay(9, 0)))
        house.ask(.settleDue, as: .clock)
        for staff in ["A", "B", "C"] as [StaffID] {
            house.ask(.presence(.clockIn(staff)))
        }
        house.ask(.sheet(.publish), as: .dutyOfficer)
        visits = []
    }

    private mutating func wish() -> (Command, Role) {
        switch random.below(20) {
        case 0..<5: return (report(), .frontDeskSecretary)
        case 5..<9: return (arrival(), .frontDeskSecretary)
        case 9..<13: return (judgement(), .frontDeskSecretary)
        case 13: return (.channels(.mention(visit())), .frontDeskSecretary)
        case 14: return (.registers(.markStep(visit(), .intro)), .frontDeskSecretary)
        case 15:
            return (.visits(.finish(visit(), logged: true)), .frontDeskSecretary)
        case 16: return (deal(), .clericalStaff)
        case 17: return (check(), .clericalStaff)
        case 18: return (ruling(), .salesManager)
        default: return (.settleDue, .clock)
        }
    }

    private mutating func report() -> Command {
        slips += 1
        let channel = random.pick(Self.channels)
        var report = ChannelReport(
            SlipID("s\(slips)"), channel: channel, agent: channel + "\(random.below(2))",
            customer: mark(random.below(5)),
            sentAt: house.now.adding(seconds: -random.below(4000)))
        if random.chance(50) { report.sequence = random.below(5) }
        return .channels(.report(report))
    }

    private mutating func arrival() -> Command {
        let visit = VisitID("v\(house.history.count)-\(random.below(1000))")
        visits.append(visit)
        return .visits(
            .register(
                Arrival(
                    visit, random.chance(60) ? .channel : .newFirst,
                    person: random.chance(80) ? random.pick(Self.people) : nil)))
    }

    private mutating func visit() -> VisitID { visits.isEmpty ? "none" : random.pick(visits) }

    private mutating func judgement() -> Command {
        .channels(.judge(visit(), mark(random.below(5)), shown: nil))
    }

    private mutating func deal() -> Command {
        let deal = DealID("d\(deals.count)")
        deals.append(deal)
        return .adjudication(.order(DealOrder(deal, of: random.pick(Self.people), by: "A")))
    }

    private mutating func check() -> Command {
        let deal = deals.isEmpty ? "none" : random.pick(deals)
        return .channels(.checkDeal(deal, random.chance(80) ? mark(random.below(5)) : nil))
    }

    private mutating func ruling() -> Command {
        let channel = random.pick(Self.channels)
        switch random.below(4) {
        case 0:
            return .channels(
                .block(
                    ChannelBlock(
                        channel: channel, agent: random.chance(70) ? channel + "0" : nil,
                        until: house.now.adding(seconds: random.within(1...9000)))))
        case 1: return .channels(.lift(channel: channel, agent: channel + "0"))
        case 2:
            return .channels(
                .provePoaching(
                    Poaching(
                        of: random.pick(Self.people), channel: channel, agent: channel + "1",
                        from: "B", note: "")))
        default: return .channels(.closeAudit(visit(), dumpedBy: nil, note: ""))
        }
    }

    private mutating func check(
        _ ruling: Ruling, _ command: Command, _ before: SiteState, _ step: Int
    ) {
        var found: [String] = []
        for event in house.history[seen...] { replayed.apply(event) }
        seen = house.history.count
        if replayed != house.state { found.append("memory is not what replay gives") }
        let boss = Actor("desk", .salesManager)
        let again = decide(command, by: boss, in: before, under: house.policy, at: house.now)
        let stirred = before.stirred(&random)
        let twice = decide(command, by: boss, in: stirred, under: house.policy, at: house.now)
        if again.events != twice.events || again.reasons != twice.reasons {
            found.append("decided otherwise the second time")
        }
        for case .channels(.judged(let verdict, _, _)) in ruling.events {
            found += verdictFaults(verdict)
        }
        for case .channels(.dealJudged(let deal, _)) in ruling.events {
            if (deal.report != nil) != (deal.commission == .payable) {
                found.append("paid without a report, or the other way round")
            }
        }
        let late = isDue(house.state, under: house.policy, at: house.now)
        if late, command == .settleDue { found.append("due for ever") }
        guard !found.isEmpty else { return }
        faults = ["step \(step), \(command)"] + found
    }

    /// The winner is valid, the earliest of the valid, spoken of in time, and nobody's before.
    private func verdictFaults(_ verdict: ChannelVerdict) -> [String] {
        var found: [String] = []
        let valid = verdict.findings.filter(\.isValid)
        if let winner = verdict.winner {
            if valid.first?.report != winner { found.append("the winner is not the first") }
            if valid.contains(where: { $0.countsAt < valid[0].countsAt }) {
                found.append("an earlier report lost")
            }
            if house.policy.channels.existingOwner == .blocks, verdict.heldBy != nil {
                found.append("a consultant's visitor went to a channel")
            }
        } else if !valid.isEmpty, verdict.lights == ChannelLight.allCases, verdict.heldBy == nil {
            found.append("all lights and no winner")
        }
        for finding in verdict.findings where finding.isTimely && finding.lead < 1800 {
            found.append("in time after \(finding.lead) seconds")
        }
        return found
    }
}

@Suite struct `Weeks of channels` {
    @Test(arguments: seeds)
    func `have at most one winner a visit, and replay gives what was decided`(seed: UInt64) {
        var days = ChannelDays(seed: seed)
        days.run(steps: 300)
        #expect(days.faults.isEmpty, "seed \(seed): \(days.faults)")
    }

    @Test func `reach winners, losers, audits, surveys and refusals`() {
        var reached: Set<String> = []
        let wanted: Set<String> = [
            "reported", "judged", "mentioned", "audited", "blocked", "lifted", "poached",
            "dealJudged",
        ]
        for seed in UInt64(1)...20 where !wanted.isSubset(of: reached) {
            var days = ChannelDays(seed: seed)
            days.run(steps: 300)
            for event in days.house.history {
                if case .channels(let event) = event {
                    reached.insert(String(String(describing: event).prefix { $0 != "(" }))
                }
            }
        }
        #expect(wanted.subtracting(reached).sorted() == [])
    }
}
