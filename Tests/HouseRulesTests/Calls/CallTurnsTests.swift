import HouseRules
import Testing

extension House {
    /// The phone rings at a time of the current day.
    mutating func ring(
        _ call: CallID, wanted: StaffID? = nil, at time: TimeOfDay? = nil
    ) -> StaffID? {
        if let time { now = now.day.at(time) }
        guard case .answerer(let staff) = ask(.calls(.arrive(call, wanted: wanted))).answer
        else { return nil }
        return staff
    }

    mutating func hangUp(_ call: CallID) { must(.calls(.end(call))) }

    /// The call reasons of the last ruling.
    var aboutCalls: [CallReason] {
        (last?.reasons ?? []).compactMap { if case .calls(let reason) = $0 { reason } else { nil } }
    }
}

private func calls(_ change: (inout CallPolicy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy.calls)
    return policy
}

@Suite struct `A call` {
    @Test func `goes round in the reverse of the sheet`() {
        var house = House(["C", "D", "A", "B"])
        #expect(house.state.calls.order == ["B", "A", "D", "C"])
        for staff in ["B", "A", "D", "C", "B"] as [StaffID] {
            #expect(house.ring("一") == staff)
            #expect(house.aboutCalls == [.pointerAt(staff)])
            house.hangUp("一")
        }
    }

    @Test func `goes round in the order of the sheet where the house says so`() {
        var house = House(["A", "B"], policy: calls { $0.order = .same })
        #expect(house.state.calls.order == ["A", "B"])
        #expect(house.ring("一") == "A")
    }

    @Test func `passes the busy by, who have lost their call`() {
        var house = House(["A", "B", "C", "D"])
        house.ownCustomer("甲", of: "D")
        house.away("C", .personal)
        #expect(house.ring("一") == "B")
        #expect(
            house.aboutCalls == [
                .passed("D", .forfeited, .receivingExisting),
                .passed("C", .forfeited, .awayPersonal), .pointerAt("B"),
            ])
        #expect(house.state.calls.pointerStaff == "A")
        #expect(house.state.calls.owed.isEmpty)
        house.finish("甲")
        #expect(house.ring("二") == "A")
    }

    @Test func `passes everybody for the reason that keeps them`() {
        var house = House(["A", "B", "C", "D", "E", "F", "G"], policy: tally())
        house.wait(until: 12, 10)
        house.arrival("甲")
        house.ownCustomer("乙", of: "B")
        house.away("C", .official)
        house.away("D", .meal)
        house.must(.presence(.waive("E")))
        house.must(.presence(.goOff("G", .rest)))
        #expect(house.ring("一") == "F")
        #expect(house.ring("二") == nil)
        #expect(house.aboutCalls == [.nobodyFree])
        house.must(.presence(.clockIn("G")))
        #expect(house.ring("三") == "G")
        #expect(
            house.aboutCalls == [
                .passed("E", .forfeited, .selfWaived),
                .passed("D", .forfeited, .mealInWindow), .passed("C", .forfeited, .official),
                .passed("B", .forfeited, .receivingExisting),
                .passed("A", .forfeited, .busyWithTurn), .pointerAt("G"),
            ])
    }

    @Test func `passes whoever is on the line`() {
        var house = House(["A", "B"])
        #expect(house.ring("一") == "B")
        #expect(house.ring("二") == "A")
        house.hangUp("二")
        #expect(house.ring("三") == "A")
        #expect(house.aboutCalls.first == .passed("B", .forfeited, .onTheLine))
        #expect(house.ring("四") == nil)
        #expect(house.last?.answer == .callback(nil))
        #expect(house.state.calls.open["四"]?.answerer == nil)
    }

    @Test func `forfeits nothing when nobody can answer`() {
        var house = House(["A", "B"])
        for staff in ["A", "B"] as [StaffID] { house.away(staff, .personal) }
        #expect(house.ring("一", wanted: "A") == nil)
        #expect(house.last?.answer == .callback("A"))
        #expect(house.aboutCalls == [.askedUnavailable("A", .awayPersonal), .nobodyFree])
        #expect(house.state.calls.open["一"]?.wanted == "A")
        #expect(house.state.calls.pointerStaff == "B")
    }

    @Test func `for somebody leaves the pointer where it is`() {
        var house = House(["A", "B", "C"])
        #expect(house.ring("一", wanted: "A") == "A")
        #expect(house.aboutCalls == [.asked("A", counts: false)])
        #expect(house.state.calls.pointerStaff == "C")
        #expect(house.ring("二", wanted: "C") == "C")
        #expect(house.state.calls.pointerStaff == "C")
        #expect(house.ring("三", wanted: "A") == "B")
        #expect(house.refusal(.calls(.arrive("四", wanted: "X"))) == .unknownStaff("X"))
    }

    @Test func `for somebody uses their turn where the house counts it`() {
        var house = House(["A", "B", "C"], policy: calls { $0.namedCallCounts = true })
        #expect(house.ring("一", wanted: "C") == "C")
        #expect(house.aboutCalls == [.asked("C", counts: true)])
        #expect(house.state.calls.pointerStaff == "B")
        #expect(house.ring("二", wanted: "A") == "A")
        #expect(house.state.calls.pointerStaff == "B")
    }

    @Test func `missed is owed where the house makes up for it`() {
        var house = House(["A", "B", "C"], policy: calls { $0.makeup = true })
        house.ownCustomer("甲", of: "C")
        #expect(house.ring("一") == "B")
        #expect(house.aboutCalls.first == .passed("C", .makeupGranted, .receivingExisting))
        #expect(house.state.calls.owed == ["C"])
        #expect(house.ring("二") == "A")
        house.hangUp("一")
        house.finish("甲")
        #expect(house.ring("三") == "C")
        #expect(house.aboutCalls == [.owedCall("C")])
        #expect(house.state.calls.owed.isEmpty)
        #expect(house.state.calls.pointerStaff == "C")
    }

    @Test func `is entered once, and ended once`() {
        var house = House(["A", "B"])
        #expect(house.ring("一") == "B")
        #expect(house.refusal(.calls(.arrive("一", wanted: nil))) == .alreadyRegistered)
        #expect(house.refusal(.calls(.noteCallback("一"))) == .alreadyRegistered)
        house.hangUp("一")
        #expect(house.state.rotation.member("B")?.call == nil)
        #expect(house.refusal(.calls(.end("一"))) == .unknownCall("一"))
    }

    @Test func `keeps its answerer from a group until it is over`() {
        var house = House(["A"])
        #expect(house.ring("一") == "A")
        #expect(house.arrival("甲") == .cover(lockedFor: "A"))
        #expect(house.queue.isEmpty)
        house.hangUp("一")
        #expect(house.presence("A") == .receivingTurn)
        #expect(house.visit("甲")?.receptionist == "A")
        house.finish("甲")
    }

    @Test(arguments: [(MissedTurn.makeup, TurnEffect.makeupGranted), (.forfeit, .forfeited)])
    func `makes of a missed turn what the house says`(missed: MissedTurn, effect: TurnEffect) {
        var house = House(["A", "B", "C"], policy: policy { $0.busyOnPhone = missed })
        house.must(.calls(.arrive("一", wanted: "A")))
        #expect(receptionist(house.arrival("甲")) == "B")
        #expect(house.effects(of: "A") == [effect])
        #expect(house.pointer == "C")
    }

    @Test func `drafts the sheet when it is the first of the day`() {
        var house = House(["A", "B"], sheet: false)
        #expect(house.ring("一") == "B")
        #expect(house.state.rotation.isOpen)
    }

    @Test func `moves no pointer of the receptions`() {
        var house = House(["A", "B"])
        _ = house.ring("一")
        #expect(house.pointer == "A")
        house.arrival("甲")
        #expect(house.state.calls.pointerStaff == "A")
    }

    @Test func `reaches late comers last`() {
        var house = House(["A", "B"])
        house.must(.roster(.enroll("C")), as: .salesManager)
        house.must(.presence(.clockIn("C")))
        #expect(house.state.calls.order == ["B", "A", "C"])
    }
}

@Suite struct `Who may answer` {
    @Test(arguments: [Role.clericalStaff, .auditor, .administrator])
    func `is nobody but the sales floor`(role: Role) {
        var house = House(["A"])
        #expect(house.refusal(.calls(.arrive("一", wanted: nil)), as: role) == .consultantsOnly)
        #expect(house.must(.calls(.noteCallback("一")), as: role) == .callback(nil))
        #expect(house.aboutCalls == [.notAConsultant])
        #expect(house.refusal(.calls(.answer("一", "X")), as: .salesManager) == .consultantsOnly)
    }

    @Test func `is whoever really calls back, and the call is theirs`() {
        var house = House(["A", "B"])
        house.must(.calls(.noteCallback("一")))
        #expect(house.must(.calls(.answer("一", "A"))) == .answerer("A"))
        #expect(house.aboutCalls == [.belongsTo("A")])
        #expect(house.state.calls.open["一"]?.answerer == "A")
        #expect(house.state.calls.pointerStaff == "B")
        #expect(house.refusal(.calls(.end("二"))) == .unknownCall("二"))
    }

    @Test func `is a colleague who picks up instead`() {
        var house = House(["A", "B", "C"])
        #expect(house.ring("一") == "C")
        #expect(house.must(.calls(.answer("一", "A"))) == .answerer("A"))
        #expect(house.state.rotation.member("C")?.call == nil)
        #expect(house.state.rotation.member("A")?.call == "一")
        #expect(house.refusal(.calls(.answer("一", "A"))) == .busy("A"))
        #expect(house.refusal(.calls(.answer("无", "A"))) == .unknownCall("无"))
        house.hangUp("一")
        #expect(house.state.rotation.member("A")?.call == nil)
    }

    @Test func `waits with a slip that outlives the day`() {
        var house = House(["A"])
        house.must(.calls(.noteCallback("一")))
        house.closeDay()
        house.morning(of: ["A"])
        #expect(house.must(.calls(.answer("一", "A"))) == .answerer("A"))
    }

    @Test func `is let go when the sheet comes out during the call`() {
        var house = House(["A", "B"])
        house.must(.calls(.noteCallback("一")))
        _ = house.ring("二")
        house.closeDay()
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 50))
        house.must(.presence(.clockIn("A")))
        house.must(.calls(.answer("一", "A")))
        house.wait(until: 9, 0)
        house.must(.sheet(.publish), as: .dutyOfficer)
        #expect(house.state.calls.open["二"] == nil)
        house.hangUp("一")
        house.must(.presence(.leave("A", .personal, until: nil)))
    }
}

@Suite struct `The line kept by the hour` {
    private func slots(_ change: (inout CallPolicy) -> Void = { _ in }) -> Policy {
        calls {
            $0.mode = .timeSlot
            change(&$0)
        }
    }

    @Test(arguments: [
        (8, 30, 0, "D"), (9, 0, 0, "D"), (11, 14, 59, "D"), (11, 15, 0, "C"), (13, 29, 59, "C"),
        (13, 30, 0, "B"), (15, 44, 59, "B"), (15, 45, 0, "A"), (17, 59, 59, "A"), (18, 0, 0, "A"),
        (19, 30, 0, "A"),
    ])
    func `changes hands every 135 minutes among four`(
        hour: Int, minute: Int, second: Int, staff: String
    ) {
        var house = House(["A", "B", "C", "D"], policy: slots())
        #expect(house.ring("一", at: TimeOfDay(hour, minute, second)) == StaffID(staff))
    }

    @Test(arguments: 0..<7)
    func `changes hands every 77 minutes among seven, the last keeps 78`(place: Int) {
        let staff = ["G", "F", "E", "D", "C", "B", "A"].map { StaffID($0) }
        let start = 9 * 3600 + place * 77 * 60
        let end = place == 6 ? 18 * 3600 : start + 77 * 60
        for second in [start, end - 1] {
            var house = House(staff.reversed(), policy: slots())
            #expect(house.ring("一", at: TimeOfDay(second: second)) == staff[place])
            let reason = CallReason.keepsLine(
                staff[place], from: TimeOfDay(second: start), to: TimeOfDay(second: end))
            #expect(house.aboutCalls == [reason])
        }
    }

    @Test func `falls to the next when its keeper cannot answer`() {
        var house = House(["A", "B", "C", "D"], policy: slots())
        house.away("D", .personal)
        #expect(house.ring("一", at: TimeOfDay(9, 30)) == "C")
        house.away("B", .personal)
        #expect(house.ring("二", at: TimeOfDay(9, 31)) == "A")
        #expect(house.ring("三", at: TimeOfDay(9, 32)) == nil)
    }

    @Test func `falls to the first after the last`() {
        var house = House(["A", "B"], policy: slots())
        house.away("A", .personal)
        #expect(house.ring("一", at: TimeOfDay(17, 0)) == "B")
    }

    @Test func `moves no pointer`() {
        var house = House(["A", "B"], policy: slots())
        _ = house.ring("一")
        #expect(house.state.calls.pointerStaff == "B")
    }

    @Test func `keeps its shares when somebody goes home or comes late`() {
        var house = House(["A", "B", "C", "D"], policy: slots())
        house.must(.presence(.goOff("A", .rest)))
        house.must(.roster(.enroll("E")), as: .salesManager)
        house.must(.presence(.clockIn("E")))
        #expect(house.ring("一", at: TimeOfDay(11, 14, 59)) == "D")
        #expect(house.ring("二", at: TimeOfDay(11, 15)) == "C")
        #expect(house.ring("三", at: TimeOfDay(16, 0)) == "E")
    }

    @Test func `is nobody's on a day without anybody`() {
        var house = House([], policy: slots())
        #expect(house.ring("一") == nil)
        #expect(house.aboutCalls == [.nobodyFree])
    }

    @Test func `is nobody's when the shift is shorter than the people`() {
        var house = House(["A", "B", "C"], policy: slots { $0.shiftTo = TimeOfDay(9, 2) })
        #expect(house.ring("一") == nil)
    }
}
