import HouseRules
import Testing

@Suite struct `The desk` {
    @Test(arguments: VisitClass.allCases)
    func `follows the table row of every class`(visitClass: VisitClass) throws {
        var house = House(["A", "B", "C"])
        let named = Arrival("甲", visitClass, named: "C")
        guard let row = house.policy.rotation.turnTable[visitClass] else {
            #expect(house.refusal(.visits(.register(named))) == .classNotInTable(visitClass))
            return
        }
        let outcome = house.must(.visits(.register(named)))
        let person: StaffID = row.receiver == .named ? "C" : "A"
        #expect(outcome == .receptionist(person, row.effect))
        #expect(house.because.first == .classified(visitClass, row))
        let usesTurn = row.receiver == .currentTurn && row.effect == .counted
        #expect(house.pointer == (usesTurn ? "B" : "A"))
        #expect(house.state.rotation.member(person)?.missed == row.missed)
    }

    @Test func `gives colleagues from the trade to the turn without counting`() {
        var house = House(["A", "B"])
        #expect(house.arrival("甲", .peer) == .receptionist("A", .notCounted))
        #expect(house.because.contains(.currentTurnUncounted("A")))
        #expect(house.pointer == "A")
        #expect(receptionist(house.arrival("乙")) == "B")
        #expect(house.owed == ["A"])
    }

    @Test func `gives a class to the last on stand where the table says so`() {
        var house = House(
            ["A", "B", "C"],
            policy: tally { $0.turnTable[.peer] = TurnRow(.lastInQueue, .notCounted) })
        #expect(house.arrival("甲", .peer) == .receptionist("C", .notCounted))
        #expect(house.because.contains(.lastOnStand("C")))
        #expect(house.arrival("乙", .peer) == .receptionist("B", .notCounted))
        house.finish("甲")
        #expect(house.ticks("A", "B", "C") == [0, 0, 0])
    }

    @Test func `names those who come next`() {
        var house = House(["A", "B", "C", "D", "E"])
        house.arrival("甲")
        #expect(house.because.contains(.nextInLine(["B", "C", "D"])))
    }

    @Test func `numbers arrivals by the day`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.arrival("乙")
        #expect([house.visit("甲")?.number, house.visit("乙")?.number] == [1, 2])
        house.closeDay()
        house.morning(of: ["A", "B"])
        house.arrival("丙")
        #expect(house.visit("丙")?.number == 1)
    }

    @Test func `serves groups of the same second in the order of the register`() {
        var house = House(["A", "B"])
        house.now = Moment(milliseconds: house.now.milliseconds + 999)
        #expect(receptionist(house.arrival("乙")) == "A")
        #expect(receptionist(house.arrival("甲")) == "B")
    }

    @Test func `enters what happened today and not later than now`() {
        var house = House(["A", "B"])
        house.wait(until: 10, 0)
        func enter(_ moment: Moment) -> Refusal? {
            house.refusal(.visits(.register(Arrival("甲", .newFirst, arrivedAt: moment))))
        }
        let ahead = house.now.adding(seconds: 1)
        #expect(enter(ahead) == .inTheFuture(ahead))
        let yesterday = House.monday.start.adding(seconds: -1)
        #expect(enter(yesterday) == .tooOld(yesterday))
        #expect(enter(House.monday.start) == nil)
        let sameSecond = Moment(milliseconds: house.now.milliseconds + 999)
        let arrival = Arrival("乙", .newFirst, arrivedAt: sameSecond)
        #expect(house.must(.visits(.register(arrival))) != nil)
    }

    @Test func `enters a group once`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        let again = Command.visits(.register(Arrival("甲", .newFirst)))
        #expect(house.refusal(again) == .alreadyRegistered)
    }

    @Test(arguments: [Role.consultant, .clericalStaff, .auditor, .administrator, .clock])
    func `is kept by the desk, the duty officer and management`(role: Role) {
        var house = House(["A"])
        let arrival = Command.visits(.register(Arrival("甲", .newFirst)))
        #expect(house.refusal(arrival, as: role) == .notPermitted(role))
        house.must(arrival, as: .dutyOfficer)
    }

    @Test func `tells whoever grabs a group who is due`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        let grab = Command.visits(.take("甲", "B"))
        #expect(house.refusal(grab, as: .consultant) == .notYourTurn(due: "A"))
        let own = house.must(.visits(.take("甲", "A")), as: .consultant)
        #expect(own == .receptionist("A", .counted))
        #expect(house.refusal(.visits(.take("无", "A")), as: .consultant) == .unknownVisit("无"))
        house.arrival("乙")
        house.arrival("丙")
        #expect(house.refusal(.visits(.take("丙", "B"))) == .notYourTurn(due: "A"))
    }

    @Test func `lets people finish their own receptions`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        let finish = Command.visits(.finish("甲", logged: true))
        func by(_ staff: StaffID, _ role: Role) -> Ruling {
            decide(
                finish, by: Actor(staff, role), in: house.state, under: house.policy,
                at: house.now)
        }
        #expect(by("B", .consultant).refusal == .notPermitted(.consultant))
        #expect(by("A", .consultant).answer == .done)
        #expect(by("x", .auditor).refusal == .notPermitted(.auditor))
        #expect(by("x", .dutyOfficer).answer == .done)
    }

    @Test func `finishes nothing that management holds`() {
        var house = House(["A"])
        house.arrival("甲")
        house.arrival("乙")
        #expect(house.refusal(.visits(.finish("乙", logged: true))) == .unknownVisit("乙"))
        #expect(house.refusal(.visits(.log("乙"))) == .unknownVisit("乙"))
    }

    @Test func `ticks once, however often a visit is entered`() {
        var house = House(["A", "B"], policy: tally { $0.tickPerReception = 2 })
        house.arrival("甲")
        house.must(.visits(.log("甲")))
        #expect(house.because == [.ticked("A", ticks: 2)])
        house.must(.visits(.log("甲")))
        #expect(house.last?.events.isEmpty == true)
        house.must(.visits(.finish("甲", logged: true)))
        #expect(house.ticks("A") == [2])
    }

    @Test func `lets go without the register on a ring, not on a tally`() {
        var ring = House(["A"])
        ring.arrival("甲")
        ring.must(.visits(.finish("甲", logged: false)))
        #expect(ring.presence("A") == .onStand)
        var site = House(["A"], policy: tally())
        site.arrival("甲")
        #expect(site.refusal(.visits(.finish("甲", logged: false))) == .visitLogMissing("甲"))
        site.must(.visits(.log("甲")))
        site.must(.visits(.finish("甲", logged: false)))
        #expect(site.ticks("A") == [1])
    }

    @Test func `adds no tick for an own customer`() {
        var house = House(["A", "B"], policy: tally())
        house.ownCustomer("甲", of: "A")
        house.finish("甲")
        #expect(house.ticks("A") == [0])
        #expect(house.queue == ["A", "B"])
    }
}
