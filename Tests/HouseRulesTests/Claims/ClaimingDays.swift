@testable import HouseRules

/// Random days on which people also claim, name, correct and hand over whatever they can.
struct ClaimingDays {
    var days: RandomDays
    var ledger = TurnLedger()
    var replayed = SiteState()
    var faults: [String] = []
    /// The kinds of claim events that came about.
    /// The kinds of events that came about; nil: nobody asks.
    var reached: Set<String>?
    private var splits = 0

    init(seed: UInt64, mechanism: Mechanism, people: Int) {
        days = RandomDays(seed: seed, mechanism: mechanism, people: people)
        for person in days.people {
            decide(.roster(.enroll(person)), Actor("boss", .salesManager))
            decide(.presence(.clockIn(person)), Actor("boss", .salesManager))
        }
    }

    mutating func run(decisions: Int) {
        for _ in 0..<decisions where faults.isEmpty {
            days.goOn()
            if days.random.chance(45) {
                decide(.claims(claim()), Actor("boss", .salesManager))
            } else if days.random.chance(30) {
                decide(.visits(.register(asked())), Actor("boss", .salesManager))
            } else {
                let (command, actor) = days.wish()
                decide(command, actor)
            }
        }
    }

    private mutating func decide(_ command: Command, _ actor: Actor) {
        let before = days.state
        let ruling = days.state.rule(on: command, by: actor, under: days.policy, at: days.now)
        for event in ruling.events {
            replayed.apply(event)
            ledger.enter(event)
            if reached != nil, case .claims(let event) = event {
                reached?.insert(String("\(event)".prefix { $0 != "(" }))
            }
        }
        let again = HouseRules.decide(
            command, by: actor, in: before, under: days.policy, at: days.now)
        var found = siteFaults(days.state, days.policy) + ledger.faults(days.state)
        found += receptionFaults(days.state) + dueFaults()
        if replayed != days.state { found.append("memory is not what replay gives") }
        if again.events != ruling.events { found.append("decided otherwise the second time") }
        if !found.isEmpty { faults += ["\(command) at \(days.now.timeOfDay.text)"] + found }
    }

    /// One visit, one receptionist; the traces know the same as the turns.
    private func receptionFaults(_ state: SiteState) -> [String] {
        let inHand = state.rotation.members.compactMap(\.visit)
        var faults: [String] = []
        if Set(inHand).count != inHand.count { faults.append("two people receive one visit") }
        for (id, visit) in state.rotation.visits {
            let trace = state.customers.traces[id]
            if trace?.receptionist != visit.receptionist || trace?.effect != visit.effect {
                faults.append("\(id): the trace says otherwise")
            }
            if trace?.visitClass != visit.visitClass { faults.append("\(id): another class") }
        }
        if state.customers.finished.count > Customers.rememberedVisits {
            faults.append("finished visits pile up")
        }
        return faults
    }

    private func dueFaults() -> [String] {
        var state = days.state
        _ = state.rule(on: .settleDue, by: .clock, under: days.policy, at: days.now)
        return isDue(state, under: days.policy, at: days.now) ? ["due for ever"] : []
    }

    private mutating func anybody() -> StaffID { days.random.pick(days.people) }

    private mutating func person() -> PersonID { PersonID("k\(days.random.below(6))") }

    private mutating func visit() -> VisitID {
        let known = days.state.customers.traces.keys.sorted()
        return known.isEmpty ? "none" : days.random.pick(known)
    }

    private mutating func asked() -> Arrival {
        splits += 1
        var answers = FirstQuestion()
        answers.firstVisit = days.random.chance(50)
        answers.known = days.random.pick([.nobody, .forgotten, .named([anybody()])])
        answers.referrer = days.random.chance(20) ? days.random.pick(Referrer.allCases) : nil
        answers.purpose = days.random.chance(20) ? days.random.pick(VisitPurpose.allCases) : nil
        answers.introducer = days.random.chance(20) ? person() : nil
        answers.recognisedBy = days.random.chance(20) ? anybody() : nil
        answers.verified = days.random.chance(20) ? [.phone] : []
        return Arrival(
            VisitID("q\(splits)"), .newFirst, person: days.random.chance(70) ? person() : nil,
            answers: answers)
    }

    private mutating func claim() -> ClaimCommand {
        switch days.random.below(20) {
        case 0..<3:
            return .note(
                CustomerFact(
                    person(), anybody(), days.random.pick(CustomerFact.Kind.allCases),
                    occurred: days.now))
        case 3..<7:
            var claim = Claim(visit(), by: anybody(), person: person())
            claim.confirmsOwnResource = days.random.chance(60)
            claim.pointedAt = days.random.chance(50)
            return .claim(claim)
        case 7..<11:
            return .reclassify(visit(), days.random.pick(VisitClass.allCases), named: anybody())
        case 11: return .merge(visit(), visit())
        case 12:
            splits += 1
            return .split(visit(), Arrival(VisitID("s\(splits)"), .newFirst))
        case 13..<15:
            let cause = days.random.pick(ChangeCause.allCases)
            return .change(ChangeSlip(visit(), to: anybody(), cause))
        case 15: return .name(visit(), anybody())
        case 16: return .introduce(Introduction(visit(), by: person(), arrivedAt: days.now))
        case 17: return .prove(visit())
        default: return rare()
        }
    }

    private mutating func rare() -> ClaimCommand {
        switch days.random.below(7) {
        case 0: .identify(visit(), person())
        case 1: .beginPriceTalk(visit())
        case 2: .hearStaffReferral(visit(), contacted: days.now, designated: anybody())
        case 3:
            .appoint(
                Appointment(person(), with: anybody(), at: days.now.adding(seconds: 1500)))
        case 4: .readHandover(visit())
        case 5: .handOver(person(), to: anybody(), note: "")
        default: .offsite(anybody(), person(), to: anybody(), note: "")
        }
    }
}
