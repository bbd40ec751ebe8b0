@testable import HouseRules

/// Random weeks in which customers are received, followed up, lost, handed out and corrected.
struct OwnershipDays {
    var random: SeededNumbers
    var state = SiteState()
    var replayed = SiteState()
    var policy = Policy()
    var now = House.monday.at(TimeOfDay(9, 0))
    var faults: [String] = []
    /// The kinds of events that came about; nil: nobody asks.
    var reached: Set<String>?
    private let people: [StaffID] = ["A", "B", "C", "D"]
    private var slips = 0
    /// Stretches that were seen not to hold any more: whose, since when, whether they own.
    private var gone: Set<String> = []
    private static let boss = Actor("boss", .salesManager)

    init(seed: UInt64, term: Int? = nil) {
        random = SeededNumbers(seed: seed)
        policy.ownership.termMonths = term
        policy.ownership.callIsBasis = term != nil
        for person in people { decide(.roster(.enroll(person))) }
    }

    mutating func run(decisions: Int) {
        for _ in 0..<decisions where faults.isEmpty {
            now = now.adding(seconds: random.within(600...60_000))
            if random.chance(25) { decide(.settleDue) } else { decide(wish()) }
        }
    }

    private mutating func decide(_ command: Command) {
        let before = state
        let ruling = state.rule(on: command, by: Self.boss, under: policy, at: now)
        for event in ruling.events {
            replayed.apply(event)
            if reached != nil, case .ownership(let event) = event {
                reached?.insert(String("\(event)".prefix { $0 != "(" }))
            }
        }
        var found: [String] = []
        if replayed != state { found.append("memory is not what replay gives") }
        let again = HouseRules.decide(
            command, by: Self.boss, in: before.stirred(&random), under: policy, at: now)
        if again.events != ruling.events || again.reasons != ruling.reasons {
            found.append("decided otherwise the second time")
        }
        if ruling.answer == nil, ruling.events.contains(where: Self.isOwnership) {
            found.append("refused, but something of ownership changed")
        }
        found += ownerFaults() + dueFaults()
        if !found.isEmpty { faults += ["\(command) at \(now.day.text)"] + found }
    }

    private static func isOwnership(_ event: SiteEvent) -> Bool {
        if case .ownership = event { return true }
        return false
    }

    /// One owner, who holds; nothing that was over holds again; whoever waits is nobody's.
    private mutating func ownerFaults() -> [String] {
        var found: [String] = []
        let ownership = state.ownership
        for (person, dossier) in ownership.dossiers {
            for record in dossier.records {
                let name = "\(person) \(record.staff) \(record.clock.began.text) \(record.owns)"
                if now.day >= record.until {
                    gone.insert(name)
                } else if gone.contains(name),
                    dossier.records.count(where: {
                        $0.staff == record.staff && $0.owns == record.owns
                            && $0.clock.began == record.clock.began
                    }) == 1
                {
                    found.append("\(name) holds again")
                }
            }
            let began = dossier.records.map(\.clock.began)
            if began != began.sorted() { found.append("\(person): stretches out of order") }
            let ruling = ownership.ruling(of: person, on: now.day)
            if let ruling, !ruling.holds(on: now.day) || !ruling.owns {
                found.append("\(person) is somebody's who does not hold them")
            }
        }
        for person in ownership.pool.keys
        where ownership.dossiers[person]?.records.contains(where: {
            $0.owns && $0.holds(on: now.day)
        }) ?? false {
            found.append("\(person) waits and is somebody's")
        }
        return found
    }

    private func dueFaults() -> [String] {
        var state = state
        let wasDue = isDue(state, under: policy, at: now)
        let first = state.rule(on: .settleDue, by: .clock, under: policy, at: now)
        let second = state.rule(on: .settleDue, by: .clock, under: policy, at: now)
        var found: [String] = []
        if wasDue, first.events.isEmpty { found.append("due, but nothing happened") }
        if isDue(state, under: policy, at: now) { found.append("due for ever") }
        if !second.events.isEmpty { found.append("settled twice") }
        for (person, dossier) in state.ownership.dossiers {
            for record in dossier.records
            where record.until <= now.day && record.ended == nil && !record.isLapseNoted
                && !(state.ownership.readOn.map { record.clock.began > $0 } ?? true)
                && state.ownership.readOn == now.day && record.clock.lapse < now.day
            {
                found.append("\(person): the lapse of \(record.staff) was not noted")
            }
        }
        return found
    }

    private mutating func somebody() -> StaffID { random.pick(people) }

    private mutating func customer() -> PersonID { PersonID("k\(random.below(8))") }

    private mutating func slip() -> SlipID {
        slips += 1
        return SlipID("s\(slips)")
    }

    private mutating func wish() -> Command {
        switch random.below(20) {
        case 0..<5: .claims(.note(line()))
        case 5..<10: .ownership(.touch(Touch(customer(), by: somebody(), occurred: now)))
        case 10..<13: .ownership(handing())
        case 13..<16: .ownership(evidence())
        default: .ownership(rest())
        }
    }

    private mutating func line() -> CustomerFact {
        let kinds: [CustomerFact.Kind] = [
            .visit, .visit, .call, .fair, .unreached, .ownResource, .introduction,
        ]
        let kind: CustomerFact.Kind = random.chance(4) ? .deal : random.pick(kinds)
        return CustomerFact(customer(), somebody(), kind, occurred: now)
    }

    private mutating func handing() -> OwnershipCommand {
        let waiting = previewRedistribution(in: state, on: now.day)
        if random.chance(30), let slip = state.ownership.handings.keys.sorted().first {
            return .takeBack(slip, note: "n")
        }
        return waiting.isEmpty || random.chance(20)
            ? .reassign(
                Reassignment(customer(), to: somebody(), random.pick(ReassignmentCause.allCases)))
            : .handOut(slip(), waiting)
    }

    private mutating func evidence() -> OwnershipCommand {
        switch random.below(6) {
        case 0: .findLack(customer(), somebody(), random.pick(ThreeInOne.allCases))
        case 1: .findTampering(customer(), somebody(), random.pick(RecordField.allCases))
        case 2:
            .requestChange(
                slip(), RecordChange(customer(), by: somebody(), fields: [.phone], note: "n"))
        case 3: .signChange(state.ownership.changes.keys.sorted().first ?? "none")
        case 4: .introduceAhead(customer(), by: customer(), occurred: now)
        default: .relate(customer(), other: customer(), .spouse, proven: true)
        }
    }

    private mutating func rest() -> OwnershipCommand {
        let days = DayRange(
            now.day.adding(days: random.within(-3...3)), now.day.adding(days: random.within(3...9)))
        switch random.below(12) {
        case 0: return .setPhases(stops: random.chance(50) ? [days] : [])
        case 1: return .nameAssistant(somebody(), Assistance(by: somebody(), on: days))
        case 2: return .list(somebody(), HandoverList(days: days, customers: [customer()]))
        case 3: return .cancelDeal(customer())
        case 4: return .merge(customer(), into: customer(), note: "n")
        case 5: return .part(customer(), note: "n")
        case 6: return .renew(customer(), somebody())
        case 7: return .signRenewal(customer(), somebody())
        case 8: return .notice(customer(), Notice(staff: somebody(), contacted: now))
        case 9: return .reserve(customer(), somebody())
        case 10: return .tellCase(customer())
        default:
            return random.chance(5)
                ? .depart(somebody(), random.pick(DepartureKind.allCases))
                : .peek(customer(), somebody(), as: .consultant)
        }
    }
}
