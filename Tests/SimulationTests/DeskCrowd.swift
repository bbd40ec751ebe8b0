import HouseRules

@testable import Site

/// People at the front desk who ask for something, sensible or not.
struct DeskCrowd: SimulatedCrowd {
    var dice: Dice
    let policy: Policy
    let pauses = [-1, 0, 0, 1, 20, 90, 240]
    private var lastNumber = 0
    private var visits: [VisitID] = []
    private var calls: [CallID] = []

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        var policy = Policy()
        if seed % 3 == 0 { policy.rotation.mechanism = .tally }
        if seed % 2 == 0 { policy.rotation.busyWithTurn = .returnToPosition }
        if seed % 5 == 0 { policy.calls.makeup = true }
        self.policy = policy
    }

    /// The ring, before the first day.
    mutating func beginnings() -> [[Request]] {
        [SimulatedSite.staff.map { request(.roster(.enroll($0))) }]
    }

    /// Who comes today, and the sheet of the day.
    mutating func morning() -> [Request] {
        let present = SimulatedSite.staff.shuffled(using: &dice).prefix(dice.number(3..<8))
        return present.map { request(.presence(.clockIn($0))) } + [request(.sheet(.publish))]
    }

    private mutating func next() -> Int {
        lastNumber += 1
        return lastNumber
    }

    private mutating func request(_ command: Command) -> Request {
        Request(
            id: DecisionID("r\(next())"), command: command, actor: Actor("boss", .salesManager))
    }

    mutating func request(seeing state: SiteState) -> Request {
        let staff = dice.pick(SimulatedSite.staff)
        let command: Command
        switch dice.number(0..<24) {
        case 0...7: command = arrival()
        case 8...12: command = visits.isEmpty ? arrival() : finish()
        case 13: command = .presence(.clockIn(staff))
        case 14: command = .presence(.leave(staff, dice.pick(LeaveKind.allCases), until: nil))
        case 15, 16: command = .presence(.comeBack(staff))
        case 17:
            command = .presence(
                dice.pick([.waive(staff), .goOff(staff, .rest), .goOff(staff, .leave)]))
        case 18:
            let effect = dice.pick([TurnEffect.returned, .makeupGranted])
            command = .roster(.adjust(staff, effect, note: "补"))
        case 19, 20: command = call()
        case 21: command = calls.isEmpty ? call() : .calls(.end(dice.pick(calls)))
        case 22: command = dice.once(in: 6) ? rare(staff) : .settleDue
        default: command = visits.isEmpty ? arrival() : .visits(.take(dice.pick(visits), staff))
        }
        return request(command)
    }

    private mutating func arrival() -> Command {
        let isAgain = !visits.isEmpty && dice.once(in: 15)
        let visit = isAgain ? dice.pick(Array(visits.suffix(3))) : VisitID("v\(next())")
        if !isAgain { visits.append(visit) }
        let named = dice.once(in: 2) ? dice.pick(SimulatedSite.staff) : nil
        return .visits(
            .register(Arrival(visit, dice.pick(VisitClass.allCases), named: named)))
    }

    private mutating func finish() -> Command {
        let visit = dice.pick(Array(visits.suffix(8)))
        return .visits(dice.once(in: 5) ? .log(visit) : .finish(visit, logged: !dice.once(in: 3)))
    }

    private mutating func call() -> Command {
        let call = CallID("t\(next())")
        calls.append(call)
        let wanted = dice.once(in: 4) ? dice.pick(SimulatedSite.staff) : nil
        return .calls(dice.once(in: 8) ? .noteCallback(call) : .arrive(call, wanted: wanted))
    }

    private mutating func rare(_ staff: StaffID) -> Command {
        dice.pick([
            .sheet(.close), .roster(.release(staff)), .roster(.enroll(staff)), .sheet(.confirm),
        ])
    }
}
