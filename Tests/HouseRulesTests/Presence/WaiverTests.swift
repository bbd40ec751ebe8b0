import HouseRules
import Testing

@Suite struct `A waiver` {
    @Test(arguments: [0, 1, 30, 600])
    func `lasts as long as the house says, to the second`(minutes: Int) {
        var house = House(["A", "B"], policy: tally { $0.waiverMinutes = minutes })
        house.must(.presence(.waive("A")))
        let back = house.now.adding(seconds: minutes * 60)
        #expect(house.because == [.waived("A", ticks: 2, advances: 0, back: back)])
        if minutes > 0 {
            house.now = back.adding(seconds: -1)
            let early = Refusal.waiverMinTime(earliest: back)
            #expect(house.refusal(.presence(.comeBack("A"))) == early)
        }
        house.now = back
        house.must(.presence(.comeBack("A")))
        #expect(house.presence("A") == .onStand)
    }

    @Test func `counts whole seconds`() {
        var house = House(["A", "B"], policy: tally())
        house.now = Moment(milliseconds: house.now.milliseconds + 999)
        house.must(.presence(.waive("A")))
        house.wait(until: 9, 30, 0)
        house.must(.presence(.comeBack("A")))
    }

    @Test func `may ask for standing first instead`() {
        var house = House(["A", "B"], policy: tally { $0.waiverTime = .standBefore })
        house.away("A", .personal)
        house.comeBack("A")
        let from = house.now.adding(seconds: 1800)
        house.now = from.adding(seconds: -1)
        #expect(house.refusal(.presence(.waive("A"))) == .waiverMinTime(earliest: from))
        house.now = from
        house.must(.presence(.waive("A")))
        house.must(.presence(.comeBack("A")))
    }

    @Test(arguments: [0, 1, 2, 20])
    func `costs ticks at once, and no more for turns that pass`(ticks: Int) {
        var house = House(["A", "B"], policy: tally { $0.waiverTicks = ticks })
        house.must(.presence(.waive("A")))
        for number in 0..<3 {
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        #expect(house.ticks("A", "B") == [ticks, 3])
    }

    @Test func `puts its owner behind the others for two groups each`() {
        var house = House(["A", "B", "C", "D"], policy: tally())
        for (staff, ticks) in [("A", 1), ("B", 2), ("C", 2), ("D", 2)] {
            house.state.apply(.reception(.ticksSet(StaffID(staff), to: ticks)))
        }
        house.must(.presence(.waive("A")))
        house.now = house.now.adding(seconds: 1800)
        house.comeBack("A")
        #expect(house.ticks("A") == [3])
        #expect(house.queue == ["B", "C", "D", "A"])
    }

    @Test func `is not in use on a ring by default`() {
        var house = House(["A"])
        #expect(house.refusal(.presence(.waive("A"))) == .waiverNotInUse)
        #expect(house.presence("A") == .onStand)
    }

    @Test func `costs advances on a ring that borrows it`() {
        var house = House(["A", "B", "C"], policy: policy { $0.waiverRingAdvances = 2 })
        house.arrival("甲", .referral, named: "C")
        house.finish("甲")
        house.must(.presence(.waive("C")))
        #expect(house.state.rotation.member("C")?.advance == 3)
        house.now = house.now.adding(seconds: 1800)
        house.comeBack("C")
        for number in 0..<8 {
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        let spent = house.effects(of: "C").filter { $0 == .advanceSpent }
        #expect(spent.count == 3)
        #expect(house.effects(of: "C").last == .counted || house.pointer == "C")
    }

    @Test func `forfeits turns on a ring when the advances are spent`() {
        var house = House(["A", "B"], policy: policy { $0.waiverRingAdvances = 0 })
        house.must(.presence(.waive("A")))
        house.arrival("甲")
        #expect(house.effects(of: "A") == [.forfeited])
        let passed = ReceptionReason.passed("A", .forfeited, .selfWaived)
        #expect(house.because.contains(passed))
        #expect(passed.clause == .rec(5))
    }

    @Test func `is for people on stand who are not on the phone`() {
        var house = House(["A", "B"], policy: tally())
        house.away("A", .personal)
        #expect(house.refusal(.presence(.waive("A"))) == .wrongPresence("A", .awayPersonal))
        house.must(.calls(.arrive("一", wanted: "B")))
        #expect(house.refusal(.presence(.waive("B"))) == .busy("B"))
        house.must(.calls(.end("一")))
        house.must(.presence(.waive("B")))
    }
}
