import Testing

@testable import HouseRules

extension House {
    /// A call that rang, was answered and ended; its answerer.
    @discardableResult
    mutating func finishedCall(_ call: CallID) -> StaffID? {
        let staff = ring(call)
        hangUp(call)
        return staff
    }

    /// The register reasons of the last ruling.
    var aboutRegisters: [RegisterReason] {
        (last?.reasons ?? []).compactMap {
            if case .registers(let reason) = $0 { reason } else { nil }
        }
    }
}

@Suite struct `The registers` {
    @Test func `keep nothing of what is over`() {
        var house = House(["A"])
        house.finishedCall("一")
        house.finishedCall("二")
        house.must(.registers(.enterCall(CallEntry("一", filled: CallColumn.allCases))))
        #expect(house.state.registers.finished.keys.sorted() == ["二"])
        #expect(house.state.registers.calls.isEmpty)
        house.closeDay()
        house.morning(of: ["A"])
        #expect(house.state.registers.finished.keys.sorted() == ["二"])
        house.closeDay()
        house.morning(of: ["A"])
        #expect(house.state.registers.finished.isEmpty)
    }

    @Test func `take the steps of a reception once each`() {
        var house = House(["A"])
        house.arrival("甲")
        house.must(.registers(.markStep("甲", .greet)))
        let again = house.ask(.registers(.markStep("甲", .greet)))
        #expect(again.events.isEmpty)
        #expect(house.state.registers.steps["甲"]?.steps == [.greet])
    }

    @Test func `mark the register step when the visit is entered`() {
        var house = House(["A"])
        house.arrival("甲")
        house.must(.registers(.markStep("甲", .greet)))
        house.must(.registers(.enterVisit("甲", filled: VisitColumn.allCases)))
        #expect(house.state.registers.steps["甲"]?.steps == [.greet, .register])
        #expect(house.visit("甲")?.logged == true)
    }

    @Test func `add columns up over several entries`() {
        var house = House(["A"])
        house.finishedCall("一")
        let half = Array(CallColumn.allCases.prefix(5))
        let rest = Array(CallColumn.allCases.suffix(4))
        house.must(.registers(.enterCall(CallEntry("一", filled: half))))
        #expect(house.state.registers.calls["一"]?.line.missing.isEmpty == false)
        house.must(.registers(.enterCall(CallEntry("一", filled: rest))))
        #expect(house.state.registers.calls.isEmpty)
        #expect(house.state.registers.counts[House.monday] == DayCount(visits: 0, calls: 1))
    }

    @Test func `propose no penalty but by the clock`() {
        var house = House(["A"])
        let draft = PenaltyDraft("A", "F12", .yuan(50), about: "甲")
        #expect(
            house.refusal(.registers(.proposePenalty(draft)))
                == .notPermitted(.frontDeskSecretary))
        house.must(.registers(.proposePenalty(draft)), as: .clock)
        #expect(house.aboutRegisters == [.penaltyDrafted(draft)])
        #expect(draft.clause == .rec(50))
        #expect(house.penalties == 1)
    }

    @Test func `let nobody inspect themselves, whatever their role`() {
        var house = House(["desk", "B"])
        let inspection = Inspection("一", .station, of: "desk", [])
        #expect(
            house.refusal(.registers(.inspect(inspection)), as: .salesManager)
                == .registers(.inspectsSelf("desk")))
    }

    @Test func `give what failed one score and no second penalty for what was punished at once`() {
        var house = House(["A"])
        let results = [
            ItemResult("no_quarrel", .fail, fact: "顶嘴"), ItemResult("care", .pass),
            ItemResult("posture", .na),
        ]
        let inspection = Inspection("一", .conduct, of: "A", results)
        #expect(inspection.passed == 1 && inspection.counted == 2 && inspection.isVetoed)
        house.must(.registers(.inspect(inspection)), as: .dutyOfficer)
        #expect(house.penalties == 1)
        house.must(
            .registers(.recheck("一", stillFailing: ["no_quarrel"])), as: .dutyOfficer)
        #expect(house.penalties == 1)
        #expect(house.state.registers.inspections.isEmpty)
    }

    @Test func `remind of each uncollected day once`() {
        var house = House(["A"])
        house.arrival("甲")
        house.finish("甲")
        house.closeDay()
        house.morning(of: ["A"])
        house.ask(.settleDue, as: .clock)
        let about = House.monday
        #expect(house.history.contains(.registers(.collectionReminded(about, at: house.now))))
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        let refusal = house.refusal(
            .registers(.collect(about, visits: 2, calls: 0)), as: .clericalStaff)
        #expect(refusal == .registers(.countsDiffer(visits: 1, calls: 0)))
        house.must(.registers(.collect(about, visits: 1, calls: 0)), as: .clericalStaff)
        #expect(house.state.registers.counts[about] == nil)
    }
}

@Suite struct `The line` {
    @Test func `is somebody's through any number of hands, even in a circle`() {
        var house = House(["A", "B", "C"])
        for (from, to) in [("A", "B"), ("B", "C"), ("C", "A")] as [(StaffID, StaffID)] {
            house.must(.calls(.handLine(from, to: to)))
        }
        let keeper = house.state.calls.keeper(for: "A")
        #expect(["A", "B", "C"].contains(keeper))
    }

    @Test func `is handed back by handing it to whom it came from`() {
        var house = House(["A", "B"])
        house.must(.calls(.handLine("A", to: "B")))
        #expect(house.state.calls.keeper(for: "A") == "B")
        house.must(.calls(.handLine("B", to: "A")))
        #expect(house.state.calls.handed.isEmpty)
        #expect(house.refusal(.calls(.handLine("A", to: "A"))) == .registers(.cannotKeepLine("A")))
    }

    @Test(arguments: [(1, 1), (5, 1), (6, 2), (15, 3), (16, 4)])
    func `rings once per ring that has begun`(seconds: Int, rings: Int) {
        var house = House(["A"])
        house.policy.calls.rings = 1
        house.must(.calls(.rang("一", .seconds(seconds), by: nil)))
        let missed = house.aboutCalls.contains(.missed("A", rings: rings, limit: 1))
        #expect(missed == (rings > 1))
    }

    @Test func `is answered by consultants who are free`() {
        var house = House(["A", "B"])
        #expect(house.refusal(.calls(.rang("一", .rings(2), by: "stranger"))) == .consultantsOnly)
        #expect(house.ring("二", wanted: "A") == "A")
        #expect(house.refusal(.calls(.rang("三", .rings(2), by: "A"))) == .busy("A"))
    }

    @Test func `moves the pointer behind whoever picked up in place of another`() {
        var house = House(["A", "B", "C"])
        house.must(.calls(.rang("一", .rings(2), by: "B")))
        #expect(house.state.calls.pointerStaff == "A")
    }
}
