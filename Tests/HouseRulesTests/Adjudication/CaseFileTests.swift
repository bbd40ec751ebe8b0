import Testing

@testable import HouseRules

extension CaseEntry {
    fileprivate var isRecord: Bool { if case .record = kind { true } else { false } }
}

@Suite struct `A file of a deal` {
    /// C once received the wife; A sells to the husband, C shows the record, B quarrels.
    private func house() -> House {
        var house = House(["A", "B", "C", "D"])
        let visit = House.monday.adding(days: -3).at(TimeOfDay(9, 0))
        for (person, staff) in [("妻", "C"), ("弟", "D")] as [(PersonID, StaffID)] {
            let fact = CustomerFact(person, staff, .visit, occurred: visit, entered: visit)
            house.must(.claims(.note(fact)), as: .salesManager)
        }
        house.must(.ownership(.relate("夫", other: "妻", .spouse, proven: true)))
        house.must(.ownership(.relate("夫", other: "弟", .sibling, proven: true)))
        house.wait(until: 10, 0)
        house.must(.adjudication(.order(DealOrder("单", of: "夫", by: "A"))), as: .salesManager)
        return house
    }

    @Test func `tells what happened in order, the lights, and why the others lost`() throws {
        var house = house()
        house.wait(until: 11, 0)
        house.must(
            .adjudication(.verify("证", "单", "C", designated: nil, note: "n")), as: .salesManager)
        let file = try #require(house.state.caseFile(of: "单"))
        #expect(file.entries.map(\.at) == file.entries.map(\.at).sorted())
        #expect(file.current.shares == Shares(all: "C"))
        #expect(file.current.runnersUp.map(\.staff) == ["A", "D"])
        #expect(file.current.runnersUp[1].why == .notNearKin(.sibling))
        #expect(file.clauses == [.own(1), .own(25), .own(24), .own(27)])
        #expect(file.lights.map(\.staff) == ["C", "D"] && file.lights.allSatisfy(\.fresh))
        #expect(file.signers == ["A", "C", "D"])
        #expect(file.entries.filter(\.isRecord).map(\.staff) == ["C", "D"])
        #expect(file.appealUntil == nil && file.dispute == nil)
        #expect(
            file.entries.count {
                if case .attributed = $0.kind { true } else { false }
            } == 2)
    }

    @Test(arguments: [0, 1]) func `counts the visit of the seller, also of the day of the deal`(
        daysBefore: Int
    ) throws {
        var house = House(["A", "B"])
        let visit = House.monday.adding(days: -daysBefore).at(TimeOfDay(8, 59))
        house.must(
            .claims(.note(CustomerFact("夫", "A", .visit, occurred: visit, entered: visit))),
            as: .salesManager)
        house.must(.adjudication(.order(DealOrder("单", of: "夫", by: "A"))), as: .salesManager)
        let file = try #require(house.state.caseFile(of: "单"))
        #expect(file.lights.map(\.staff) == ["A"] && file.lights.allSatisfy(\.fresh))
        #expect(file.entries.count(where: \.isRecord) == 1)
    }

    @Test func `keeps every ruling and says until when it may be appealed`() throws {
        var house = house()
        let steps: [AdjudicationCommand] = [
            .contest("争", .deal("单"), "B", against: [], note: "n"), .escalate("争", note: "n"),
            .award("争", Shares(all: "B"), inapplicable: "i", why: "w"),
        ]
        for step in steps {
            house.now = house.now.adding(seconds: 60)
            house.must(.adjudication(step), as: .salesManager)
        }
        var file = try #require(house.state.caseFile(of: "单"))
        let last = House.monday.adding(days: 3).start.adding(seconds: -1)
        #expect(file.appealUntil == last)
        house.now = last
        house.must(.adjudication(.appeal("争", "A", note: "n")), as: .salesManager)
        house.must(
            .adjudication(.award("争", Shares(all: "A"), inapplicable: "i", why: "w")),
            as: .salesManager)
        file = try #require(house.state.caseFile(of: "单"))
        #expect(file.appealUntil == nil)
        #expect(file.dispute?.rulings.map(\.shares) == [Shares(all: "B"), Shares(all: "A")])
        #expect(file.current.shares == Shares(all: "A"))
    }

    @Test func `tells what became of the order, the last end of it first`() throws {
        var house = House(["A", "B"])
        let list = PriceList(
            "v1", schemes: [PaymentScheme("一次性", discount: 9800)],
            rows: (["1", "2"] as [UnitID]).map {
                PriceRow(
                    $0, building: "3", floor: 1, layout: "A", area: 10_000, unitPrice: .yuan(1))
            })
        let steps: [(SalesCommand, Role)] = [
            (.draftPrices(list), .clericalStaff), (.approvePrices("v1"), .salesManager),
            (.release(["1", "2"]), .salesManager),
            (.askHold(HoldRequest("q", of: "1", for: "赵", by: "A")), .consultant),
            (.confirmHold("q", VerifyItem.allCases), .salesManager),
            (
                .writeOrder(
                    OrderDraft("o", of: "1", for: "赵", by: "A", scheme: "一次性", deposit: .yuan(1))),
                .consultant
            ),
            (.reviewOrder("o", "B"), .consultant), (.step("o", .sign), .consultant),
            (.takeMoney(MoneyIn(.deposit, .yuan(1), order: "o")), .cashier),
            (.askChange(OrderChange("c", of: "o", .swap("2"), by: "A")), .consultant),
            (.approveChange("c", document: "K"), .salesManager),
            (.cancel(CancelRequest("o", .reported)), .consultant),
            (.cancel(CancelRequest("o", .managerReviewed, cause: .other)), .salesManager),
            (.cancel(CancelRequest("o", .submitted)), .clericalStaff),
            (.cancel(CancelRequest("o", .approved, document: "K")), .salesManager),
        ]
        for (command, role) in steps { house.must(.sales(command), as: role) }
        #expect(house.state.caseFile(of: "o")?.ended == nil)
        house.must(.sales(.cancel(CancelRequest("o", .executed))), as: .cashier)
        let file = try #require(house.state.caseFile(of: "o"))
        let turns = house.state.adjudication.deals["o"]?.turns.map(\.kind)
        #expect(turns == [.swapped("2", for: "1"), .ended(.cancelled)])
        #expect(file.ended?.cause == .cancelled && file.ended?.at == house.now)
        #expect(file.current.shares == Shares(all: "A"))
    }

    @Test func `is not there for a deal nobody entered`() {
        #expect(House(["A"]).state.caseFile(of: "单") == nil)
    }
}

@Suite struct `Facts of one moment` {
    /// A forgotten visit of today, with an old record of C and one of the wife with D.
    private func house() -> House {
        var house = House(["A", "B", "C", "D"])
        let visit = House.monday.adding(days: -3).at(TimeOfDay(9, 0))
        for (person, staff) in [("夫", "C"), ("妻", "D")] as [(PersonID, StaffID)] {
            let fact = CustomerFact(person, staff, .visit, occurred: visit, entered: visit)
            house.must(.claims(.note(fact)), as: .salesManager)
        }
        house.must(.ownership(.relate("夫", other: "妻", .spouse, proven: true)))
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "夫"))))
        house.must(.adjudication(.order(DealOrder("单", of: "夫", by: "A"))), as: .salesManager)
        return house
    }

    @Test func `told in another order still end before people`() throws {
        let claim = Command.adjudication(.claimSameDay("主", "夫", "C", note: "n"))
        let record = Command.adjudication(.verify("证", "单", "D", designated: nil, note: "n"))
        for commands in [[claim, record], [record, claim]] {
            var house = house()
            for command in commands { house.must(command, as: .salesManager) }
            let file = try #require(house.state.adjudication.deals["单"])
            #expect(file.isContested)
            #expect(house.state.adjudication.disputes["单-dispute"]?.state == .escalated)
        }
    }
}
