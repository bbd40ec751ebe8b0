import Testing

@testable import HouseRules

/// C once received the wife; A sells to the husband on Monday at ten.
private func sold(_ change: (inout AdjudicationPolicy) -> Void = { _ in }) -> House {
    var policy = Policy()
    change(&policy.adjudication)
    var house = House(["A", "B", "C", "D"], policy: policy)
    received(&house, "妻", "C")
    house.must(.ownership(.relate("夫", other: "妻", .spouse, proven: true)))
    house.wait(until: 10, 0)
    house.must(.adjudication(.order(DealOrder("单", of: "夫", by: "A"))), as: .salesManager)
    return house
}

private func received(_ house: inout House, _ person: PersonID, _ staff: StaffID) {
    let visit = House.monday.adding(days: -3).at(TimeOfDay(9, 0))
    let fact = CustomerFact(person, staff, .visit, occurred: visit, entered: visit)
    house.must(.claims(.note(fact)), as: .salesManager)
}

extension House {
    fileprivate mutating func refused(_ command: AdjudicationCommand) -> AdjudicationRefusal? {
        guard case .adjudication(let why) = refusal(.adjudication(command), as: .salesManager)
        else { return nil }
        return why
    }

    fileprivate var shares: Shares? { state.adjudication.deals["单"]?.current?.shares }
}

@Suite struct `The time to show a record` {
    @Test(arguments: [
        (1, true, 1), (2, true, 2), (5, true, 5), (1, false, 2), (2, false, 3),
    ]) func `is over with the last second of its last day`(row: (Int, Bool, Int)) {
        let end = House.monday.adding(days: row.2).start
        for (late, stands) in [(-1, true), (0, false), (1, false)] {
            var house = sold {
                $0.verifyDays = row.0
                $0.verifyCountsOrderDay = row.1
            }
            house.now = end.adding(seconds: late)
            let refusal = house.refused(.verify("证", "单", "C", designated: nil, note: "n"))
            let until = end.adding(seconds: -1)
            #expect(refusal == (stands ? nil : .verifyPeriodClosed(until: until)), "\(late)")
            #expect(house.shares == Shares(all: stands ? "C" : "A"), "\(late)")
        }
    }

    @Test func `knows no parts of a second`() {
        var house = sold()
        house.now = House.monday.adding(days: 2).start
        house.now.milliseconds -= 1
        #expect(house.refused(.verify("证", "单", "C", designated: nil, note: "n")) == nil)
    }

    @Test func `is of no use without a record that is earlier and near`() {
        var house = sold()
        #expect(
            house.refused(.verify("证", "单", "D", designated: nil, note: "n"))
                == .noEarlierRecord("D"))
        #expect(
            house.refused(.verify("证", "无", "C", designated: nil, note: "n"))
                == .unknownDeal("无"))
        house.must(.ownership(.relate("夫", other: "弟", .sibling, proven: true)))
        received(&house, "弟", "D")
        #expect(
            house.refused(.verify("证", "单", "D", designated: nil, note: "n"))
                == .notNearKin(.sibling))
    }
}

@Suite struct `The time to object to a change` {
    private func house(_ split: Int? = 4000, days: Int = 2) -> House {
        var house = sold {
            $0.deal.changeSplit = split
            $0.changeDisputeDays = days
        }
        house.state.adjudication.changes["夫"] = ConsultantChange(from: "B", to: "A")
        return house
    }

    @Test(arguments: [1, 2, 7]) func `is over with the last second of its last day`(days: Int) {
        let end = House.monday.adding(days: days).start
        for (late, stands) in [(-1, true), (0, false)] {
            var house = house(days: days)
            house.now = end.adding(seconds: late)
            let refusal = house.refused(.object("异", "单", "B", note: "n"))
            let until = end.adding(seconds: -1)
            #expect(refusal == (stands ? nil : .objectionClosed(until: until)))
            let parts = house.shares?.commission.map(\.points)
            #expect(parts == (stands ? [4000, 6000] : [10_000]))
            #expect(house.shares?.performance == [Share("A", 10_000)])
        }
    }

    @Test func `is there only for the two, and where changes are split`() {
        var house = house()
        #expect(house.refused(.object("异", "单", "D", note: "n")) == .notAParty("D"))
        var unsplit = self.house(nil)
        #expect(unsplit.refused(.object("异", "单", "B", note: "n")) == .noChange)
        var unchanged = sold { $0.deal.changeSplit = 5000 }
        #expect(unchanged.refused(.object("异", "单", "B", note: "n")) == .noChange)
    }
}

@Suite struct `The time to appeal` {
    private func ruled(days: Int = 3) -> House {
        var house = sold { $0.appealDays = days }
        house.must(
            .adjudication(.contest("争", .deal("单"), "B", against: [], note: "n")),
            as: .salesManager)
        house.must(.adjudication(.escalate("争", note: "n")), as: .salesManager)
        house.must(.adjudication(award("B")), as: .salesManager)
        return house
    }

    private func award(_ staff: StaffID) -> AdjudicationCommand {
        .award("争", Shares(all: staff), inapplicable: "i", why: "w")
    }

    @Test(arguments: [1, 3, 10]) func `is over with the last second of its last day`(days: Int) {
        let end = House.monday.adding(days: days).start
        for (late, stands) in [(-1, true), (0, false)] {
            var house = ruled(days: days)
            house.now = end.adding(seconds: late)
            let until = end.adding(seconds: -1)
            let refusal = house.refused(.appeal("争", "A", note: "n"))
            #expect(refusal == (stands ? nil : .appealClosed(until: until)))
        }
    }

    @Test func `comes once, for parties who say why`() {
        var house = ruled()
        #expect(house.refused(.appeal("争", "D", note: "n")) == .notAParty("D"))
        #expect(house.refused(.appeal("争", "A", note: "")) == .groundsMissing)
        #expect(house.refused(.appeal("无", "A", note: "n")) == .unknownDispute("无"))
        #expect(house.refused(award("A")) == .wrongStep(.ruled))
        house.must(.adjudication(.appeal("争", "A", note: "n")), as: .salesManager)
        #expect(house.refused(.appeal("争", "A", note: "n")) == .wrongStep(.appealed))
        house.must(.adjudication(award("A")), as: .salesManager)
        #expect(house.refused(.appeal("争", "B", note: "n")) == .disputeFinal("争"))
        #expect(house.shares == Shares(all: "A"))
    }

    @Test func `is not there where the handbook has none`() {
        var house = ruled(days: 0)
        #expect(house.refused(.appeal("争", "A", note: "n")) == .disputeFinal("争"))
    }

    @Test func `follows only a ruling of the manager that says why and shares the whole`() {
        var house = sold()
        house.must(
            .adjudication(.contest("争", .deal("单"), "B", against: [], note: "n")),
            as: .salesManager)
        #expect(house.refused(award("B")) == .wrongStep(.filed))
        house.must(.adjudication(.escalate("争", note: "n")), as: .salesManager)
        #expect(
            house.refusal(.adjudication(award("B")), as: .salesSupervisor)
                == .notPermitted(.salesSupervisor))
        let half = Shares(both: [Share("A", 5000)])
        #expect(
            house.refused(.award("争", half, inapplicable: "i", why: "w")) == .sharesNotWhole)
        #expect(
            house.refused(.award("争", Shares(all: "B"), inapplicable: "", why: "w"))
                == .groundsMissing)
        #expect(house.shares == Shares(all: "A"))
    }
}

@Suite struct `The claim to a forgotten visit` {
    /// C knew the husband; he came back today, named nobody, and A received him and sold.
    private func house(_ change: (inout AdjudicationPolicy) -> Void = { _ in }) -> House {
        var policy = Policy()
        change(&policy.adjudication)
        var house = House(["A", "B", "C", "D"], policy: policy)
        received(&house, "夫", "C")
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "夫"))))
        house.must(.adjudication(.order(DealOrder("单", of: "夫", by: "A"))), as: .salesManager)
        return house
    }

    @Test(arguments: [(-1, true), (0, false)]) func `is open until midnight`(row: (Int, Bool)) {
        var house = house()
        house.now = House.monday.adding(days: 1).start.adding(seconds: row.0)
        let refusal = house.refused(.claimSameDay("主", "夫", "C", note: "n"))
        #expect(refusal == (row.1 ? nil : .sameDayClaimClosed))
        #expect(house.shares?.people == (row.1 ? ["C", "A"] : ["A"]))
    }

    @Test func `is not for the receiver, nor for whoever has no record of before`() {
        var house = house()
        #expect(
            house.refused(.claimSameDay("主", "夫", "A", note: "n")) == .sameDayClaimClosed)
        #expect(house.refused(.claimSameDay("主", "夫", "B", note: "n")) == .noPriorRecord("B"))
        #expect(
            house.refused(.claimSameDay("主", "他", "C", note: "n")) == .sameDayClaimClosed)
    }

    @Test(arguments: [1, 3333, 5000, 9999]) func `brings the part of the handbook`(part: Int) {
        var house = house { $0.deal.forgotSplit = part }
        #expect(house.refused(.claimSameDay("主", "夫", "C", note: "n")) == nil)
        let wanted = [Share("C", part), Share("A", 10_000 - part)]
        #expect(house.shares == Shares(both: wanted))
    }

    @Test(arguments: DealSide.allCases) func `brings it on the accounts of the handbook`(
        side: DealSide
    ) {
        var house = house { $0.deal.forgotScope = [side] }
        #expect(house.refused(.claimSameDay("主", "夫", "C", note: "n")) == nil)
        for one in DealSide.allCases {
            #expect(house.shares?.side(one).count == (one == side ? 2 : 1))
        }
    }
}

@Suite struct `Two who received on one day` {
    private func house(_ order: [StaffID]) -> House {
        var house = House(["A", "B", "C"])
        for staff in order { received(&house, "客", staff) }
        return house
    }

    @Test(arguments: [["A", "B"], ["B", "A"]] as [[StaffID]])
    func `wait for somebody to decide, in whatever order they are told`(order: [StaffID]) {
        var house = house(order)
        let command = AdjudicationCommand.settleCross("并", "客", designated: nil, note: "n")
        house.must(.adjudication(command), as: .salesManager)
        let dispute = house.state.adjudication.disputes["并"]
        #expect(dispute?.state == .escalated)
        #expect(dispute?.parties == ["A", "B"])
        #expect(house.state.adjudication.awards.isEmpty)
    }

    @Test(arguments: [["A", "B"], ["B", "A"]] as [[StaffID]])
    func `are decided by the customer, in whatever order they are told`(order: [StaffID]) {
        var house = house(order)
        #expect(
            house.refused(.settleCross("并", "客", designated: "C", note: "n"))
                == .noEarlierRecord("C"))
        let command = AdjudicationCommand.settleCross("并", "客", designated: "B", note: "n")
        house.must(.adjudication(command), as: .salesManager)
        #expect(house.state.ownership.holder(of: "客", on: house.now.day) == "B")
    }
}
