import HouseRules

@testable import Site

/// People who ask for something, sensible or not.
struct Crowd {
    var dice: Dice
    private var lastNumber = 0
    private var visits: [VisitID] = []
    private var calls: [CallID] = []

    init(dice: Dice) { self.dice = dice }

    private mutating func next() -> Int {
        lastNumber += 1
        return lastNumber
    }

    mutating func request(_ command: Command) -> Request {
        Request(
            id: DecisionID("r\(next())"), command: command, actor: Actor("boss", .salesManager))
    }

    mutating func request() -> Request {
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
