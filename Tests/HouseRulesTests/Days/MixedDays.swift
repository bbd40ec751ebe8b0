@testable import HouseRules

/// Random days on which all topics come up: the floor, customers, registers and calls.
struct MixedDays {
    var days: RandomDays
    var ledger = TurnLedger()
    var replayed = SiteState()
    var faults: [String] = []
    /// The kinds of events that came about; nil: nobody asks.
    var reached: Set<String>?
    private var slips = 0
    private var decisions = 0

    init(seed: UInt64, mechanism: Mechanism, people: Int) {
        days = RandomDays(seed: seed, mechanism: mechanism, people: people)
        days.policy.registers.textMinutes = days.random.pick([nil, 5])
        days.policy.registers.tableFine = days.random.pick([nil, .yuan(50)])
        for person in days.people {
            decide(.roster(.enroll(person)), Actor("boss", .salesManager))
            decide(.presence(.clockIn(person)), Actor("boss", .salesManager))
        }
    }

    mutating func run(decisions: Int) {
        for _ in 0..<decisions where faults.isEmpty {
            days.goOn()
            let boss = Actor("boss", .salesManager)
            switch days.random.below(10) {
            case 0..<2: decide(.registers(register()), days.random.chance(80) ? boss : anyone())
            case 2..<4: decide(.claims(claim()), days.random.chance(80) ? boss : anyone())
            case 4..<6: decide(.duty(days.order()), boss)
            default:
                let (command, actor) = days.wish()
                decide(command, actor)
            }
        }
    }

    private mutating func anyone() -> Actor {
        Actor("desk", days.random.pick(Role.allCases))
    }

    private mutating func decide(_ command: Command, _ actor: Actor) {
        decisions += 1
        let before = days.state
        var found = dueFaults(before, days.policy, days.now)
        let ruling = days.state.rule(on: command, by: actor, under: days.policy, at: days.now)
        for event in ruling.events {
            replayed.apply(event)
            ledger.enter(event)
            guard reached != nil else { continue }
            let kind = kind(of: event)
            reached?.insert(kind)
        }
        var random = SeededNumbers(seed: UInt64(decisions))
        let again = HouseRules.decide(
            command, by: actor, in: before.stirred(&random), under: days.policy, at: days.now)
        found += siteFaults(days.state, days.policy) + ledger.faults(days.state)
        found += deskFaults(days.state) + dueFaults(days.state, days.policy, days.now)
        found += replayFaults(replayed, days.state)
        if again.events != ruling.events || again.reasons != ruling.reasons {
            found.append("decided otherwise the second time")
        }
        if decisions.isMultiple(of: 64), (try? throughJSON(days.state)) != days.state {
            found.append("the state reads differently")
        }
        if !found.isEmpty {
            faults += ["\(decisions): \(command) at \(days.now.timeOfDay.text)"] + found
        }
    }

    private func kind(of event: SiteEvent) -> String {
        let text = "\(event)"
        let topic = text.prefix { $0 != "(" }
        let rest = text.dropFirst(topic.count + 1)
        let name = rest.split(separator: "(").first ?? ""
        return "\(topic).\(name.split(separator: ".").last ?? "")"
    }

    /// Desks know nothing of people who left and of visits that are gone.
    private func deskFaults(_ state: SiteState) -> [String] {
        var faults: [String] = []
        for (visit, awaited) in state.duty.awaited
        where state.rotation.visits[visit]?.receptionist != awaited.staff {
            faults.append("\(visit) awaits \(awaited.staff), who does not have it")
        }
        for (visit, staff) in state.duty.tours where state.rotation.member(staff) == nil {
            faults.append("the tour \(visit) is of \(staff), who left")
        }
        for member in state.rotation.members
        where member.presence == .onStand && member.call == nil && !member.released
            && state.duty.suspendedUntil(member.staff, on: days.now.day) != nil
        {
            faults.append("\(member.staff) is suspended and on stand")
        }
        for (visit, proof) in state.customers.proofs
        where proof.until == nil && state.rotation.visits[visit] == nil {
            faults.append("the proof of \(visit) never lapses")
        }
        return faults
    }

    // MARK: What people ask

    private mutating func visit() -> VisitID {
        let known = days.state.customers.traces.keys.sorted()
        return known.isEmpty ? "none" : days.random.pick(known)
    }

    private mutating func call() -> CallID {
        var known = days.state.calls.open.keys.sorted()
        known += days.state.registers.finished.keys.sorted()
        return known.isEmpty ? "none" : days.random.pick(known)
    }

    private mutating func person() -> PersonID { PersonID("k\(days.random.below(5))") }

    private mutating func slip() -> SlipID { SlipID("s\(days.random.below(8))") }

    private mutating func claim() -> ClaimCommand {
        switch days.random.below(18) {
        case 16:
            return .askChange(
                ChangeWish(
                    slip(), of: person(), wants: days.random.pick([nil, days.anybody()]),
                    days.random.pick(ChangeCause.allCases), note: "n"))
        case 17:
            return .ruleChange(
                days.state.customers.requests.keys.sorted().first ?? slip(),
                days.random.chance(70) ? .granted(to: days.anybody()) : .refused, note: "n")
        case 0..<3:
            return .note(
                CustomerFact(
                    person(), days.anybody(), days.random.pick(CustomerFact.Kind.allCases),
                    occurred: days.now))
        case 3..<6:
            var claim = Claim(visit(), by: days.anybody(), person: person())
            claim.confirmsOwnResource = days.random.chance(50)
            return .claim(claim)
        case 6..<9:
            return .reclassify(
                visit(), days.random.pick(VisitClass.allCases), named: days.anybody())
        case 9: return .merge(visit(), visit())
        case 10:
            slips += 1
            return .split(visit(), Arrival(VisitID("x\(slips)"), .newFirst))
        case 11:
            return .change(
                ChangeSlip(visit(), to: days.anybody(), days.random.pick(ChangeCause.allCases)))
        case 12: return .offsite(days.anybody(), person(), to: days.anybody(), note: "")
        case 13: return .identify(visit(), person())
        case 14: return .readHandover(visit())
        default: return .prove(visit())
        }
    }

    private mutating func register() -> RegisterCommand {
        switch days.random.below(18) {
        case 0..<3:
            return .enterVisit(
                visit(), filled: days.random.chance(60) ? VisitColumn.allCases : [.name])
        case 3: return .markStep(visit(), days.random.pick(ReceptionStep.allCases))
        case 4: return .resetTable(visit())
        case 5: return .checkKit(days.anybody(), has: [.pen], sheets: ["t": days.random.below(4)])
        case 6..<9:
            return .enterCall(
                CallEntry(
                    call(), filled: days.random.chance(50) ? CallColumn.allCases : [.name],
                    isFirst: days.random.chance(50)))
        case 9: return .sendText(call(), with: TextElement.allCases)
        case 10: return .declineText(call())
        case 11: return .leaveMessage(slip(), for: days.anybody())
        case 12: return .handleMessage(slip())
        case 13:
            let due = days.now.adding(seconds: days.random.within(1...9000))
            return .promise(slip(), days.anybody(), department: "d", due: due)
        case 14: return .answerPromise(slip())
        case 15:
            let visit = days.now.adding(seconds: days.random.within(1...9000))
            return .planLeader(slip(), at: visit)
        case 16:
            return .inspect(
                Inspection(
                    slip(), days.random.pick(Checklist.allCases), of: days.anybody(),
                    [ItemResult("posture", .fail, fact: "f")]))
        default: return days.random.chance(50) ? .endEvening : .recheck(slip(), stillFailing: [])
        }
    }
}
