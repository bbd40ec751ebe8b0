import Testing

@testable import HouseRules

/// Random days of deals: whoever quarrels about whatever, both accounts stay whole.
struct DealDays {
    var house: House
    var random: SeededNumbers
    var faults: [String] = []
    /// The kinds of events that came about; nil: nobody asks.
    var reached: Set<String>?
    private var count = 0

    init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        var policy = Policy()
        policy.adjudication.deal.changeSplit = random.chance(50) ? 5000 : nil
        policy.adjudication.deal.assistShare = random.chance(30) ? 1234 : 0
        policy.adjudication.deal.forgotSplit = random.pick([5000, 3333, 1, 9999])
        policy.adjudication.deal.sickStack = random.pick(SickStack.allCases)
        policy.adjudication.deal.sickResidual = random.pick(SickResidual.allCases)
        policy.adjudication.deal.checks = random.pick([
            DealCheck.allCases, DealCheck.allCases.reversed(), [.crossReception, .sickLeave],
        ])
        policy.adjudication.disputeFinal = random.chance(70)
        house = House(["A", "B", "C", "D"], policy: policy)
    }

    mutating func run(_ decisions: Int) {
        for _ in 0..<decisions where faults.isEmpty {
            house.now.milliseconds += Int64(random.within(1...7200)) * 1000
            count += 1
            let before = house.state
            let command = wish()
            let ruling = house.ask(command, as: .salesManager)
            if reached != nil {
                let names = ruling.events.map { name($0) }
                reached?.formUnion(names)
            }
            check(ruling, command, before)
        }
    }

    private func name(_ event: SiteEvent) -> String {
        guard case .adjudication(let event) = event else { return "" }
        return String(String(describing: event).prefix { $0 != "(" })
    }

    private mutating func check(_ ruling: Ruling, _ command: Command, _ before: SiteState) {
        for file in house.state.adjudication.deals.values {
            guard let current = file.current else {
                faults.append("\(file.deal.deal) belongs to nobody")
                continue
            }
            for attribution in file.attributions where !attribution.shares.isWhole {
                faults.append("\(file.deal.deal): \(attribution.shares) after \(command)")
            }
            let dispute = file.dispute.flatMap { house.state.adjudication.disputes[$0] }
            if current.isContested, !(dispute?.state.isOpen ?? false) {
                faults.append("\(file.deal.deal) contested, but nobody has to decide: \(command)")
            }
            for booking in DealSide.allCases {
                let lines = current.bookings.filter { $0.side == booking }
                if lines.reduce(0, { $0 + $1.amount.fen }) != 0 { faults.append("books: \(lines)") }
            }
        }
        for (id, file) in before.adjudication.deals {
            let after = house.state.adjudication.deals[id]?.attributions ?? []
            if Array(after.prefix(file.attributions.count)) != file.attributions {
                faults.append("\(id) was overwritten by \(command)")
            }
        }
        if ruling.answer == nil, before.adjudication != house.state.adjudication {
            faults.append("refused, but something stays: \(command)")
        }
        var replayed = before
        for event in ruling.events { replayed.apply(event) }
        if replayed != house.state { faults.append("replay differs after \(command)") }
        let again = decide(
            command, by: Actor("desk", .salesManager), in: before.stirred(&random),
            under: house.policy, at: house.now)
        if again.events != ruling.events || again.reasons != ruling.reasons {
            faults.append("decided otherwise the second time")
        }
    }

    private mutating func wish() -> Command {
        let people: [PersonID] = ["赵", "钱", "孙"]
        let staff: [StaffID] = ["A", "B", "C", "D"]
        let person = random.pick(people)
        let one = random.pick(staff)
        let other = random.pick(staff)
        let slip = SlipID("s\(count)")
        let deal = random.pick(Array(house.state.adjudication.deals.keys.sorted()) + ["无"])
        let dispute =
            random.pick(Array(house.state.adjudication.disputes.keys.sorted()) + ["无"])
        let half = Shares(both: [Share(one, 5000), Share(other, 5000)])
        switch random.below(17) {
        case 0:
            return .adjudication(
                .order(
                    DealOrder(
                        DealID("d\(count)"), of: person, by: one, price: .yuan(100),
                        commission: Money(fen: 1001), owner: random.chance(20) ? other : nil)))
        case 1: return .adjudication(.claimSameDay(slip, person, one, note: "n"))
        case 2, 3:
            return .adjudication(
                .verify(slip, deal, one, designated: random.chance(40) ? one : nil, note: "n"))
        case 4:
            return .adjudication(
                .settleCross(slip, person, designated: random.chance(40) ? one : nil, note: "n"))
        case 5:
            return .adjudication(
                .poach(PoachSlip(slip, by: one, from: other, person, [.intruded], note: "n")))
        case 6: return .adjudication(.object(slip, deal, one, note: "n"))
        case 7:
            let from = house.now.day.adding(days: random.within(-3...1))
            return .adjudication(
                .takeSickLeave(
                    SickLeave(
                        one, from: from, to: from.adding(days: random.within(0...11)),
                        successor: random.chance(50) ? other : nil)))
        case 8: return .adjudication(.payOut(deal))
        case 9: return .adjudication(.contest(slip, .deal(deal), one, against: [], note: "n"))
        case 10: return .adjudication(.escalate(dispute, note: "n"))
        case 11:
            return .adjudication(
                .award(
                    dispute, one == other ? Shares(all: one) : half, inapplicable: "i", why: "w"))
        case 12: return .adjudication(.appeal(dispute, one, note: "n"))
        case 13: return .adjudication(.agree(dispute, Shares(all: one), note: "n"))
        case 14:
            return .claims(.note(CustomerFact(person, one, .visit, occurred: house.now)))
        case 15:
            return .ownership(.relate("赵", other: "钱", .spouse, proven: true))
        default:
            return .visits(
                .register(Arrival(VisitID("v\(count)"), .forgotConsultant, person: person)))
        }
    }
}

@Suite struct `Days of deals` {
    @Test(arguments: seeds) func `keep both accounts whole and never overwrite`(seed: UInt64) {
        var days = DealDays(seed: seed)
        days.run(150)
        #expect(days.faults.isEmpty, "seed \(seed): \(days.faults)")
    }

    @Test func `reach claims, records, conflicts, rulings and appeals`() {
        var reached: Set<String> = []
        let wanted: Set<String> = [
            "dealOrdered", "sameDayClaimed", "recordShown", "attributed", "awarded", "poached",
            "sickLeaveTaken", "paidOut", "disputeFiled", "disputeStepped", "disputeRuled",
        ]
        for seed in UInt64(1)...40 where !wanted.isSubset(of: reached) {
            var days = DealDays(seed: seed)
            days.reached = []
            days.run(150)
            reached.formUnion(days.reached ?? [])
        }
        #expect(wanted.subtracting(reached).sorted() == [])
    }
}
