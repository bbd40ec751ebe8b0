@testable import HouseRules
import Testing

@Suite struct `The books of commission` {
    private let may = BusinessDay(year: 2025, month: 5, day: 1)!
    private let june = BusinessDay(year: 2025, month: 6, day: 1)!
    private let july = BusinessDay(year: 2025, month: 7, day: 1)!

    private func deal(_ id: DealID, _ received: BusinessDay) -> CommissionDeal {
        CommissionDeal(
            id, product: "flat", price: Money(fen: 100_000_000), shares: Shares(all: "A"),
            signed: may, received: received)
    }

    private func house() -> House {
        var house = House(["A", "B"], sheet: false)
        house.must(
            .commission(
                .adopt(
                    CommissionScheme(
                        "s", from: may,
                        rates: ["flat": [RateTier(from: Money(fen: 0), perMillion: 2000)]]))),
            as: .salesManager)
        for month in [may, june, july] {
            house.must(
                .commission(.publishScore("A", month: month, score: 10_000)), as: .clericalStaff)
        }
        return house
    }

    private func close(_ house: inout House, _ month: BusinessDay, _ deals: [CommissionDeal]) {
        house.must(.commission(.workOut(month: month, deals)), as: .clericalStaff)
        house.must(.commission(.approve(month: month)), as: .salesManager)
        house.must(.commission(.lock(month: month)), as: .clericalStaff)
    }

    private func statement(_ house: House) -> Statement? {
        for case .commission(.workedOut(_, let statements, _)) in house.last?.events ?? [] {
            return statements.first
        }
        return nil
    }

    @Test func `remember of a locked month what was paid for each deal, and no more`() {
        var house = house()
        close(&house, may, [deal("1", may)])
        let books = house.state.commission
        #expect(books.open.isEmpty && books.lockedThrough == may && books.scores[may] == nil)
        let paid = PaidCommission("1", "A", month: may, paid: Money(fen: 200_000), points: 10_000)
        #expect(books.paid == ["1": [paid]])
    }

    @Test func `forget a deal that was taken back, and carry what was not enough`() {
        var house = house()
        var sold = deal("1", may)
        close(&house, may, [sold])
        sold.cancelled = june
        close(&house, june, [sold])
        #expect(house.state.commission.paid.isEmpty)
        #expect(house.state.commission.corrections.map(\.amount.fen) == [-200_000])
        house.must(
            .commission(.workOut(month: july, [deal("2", july), deal("3", july)])),
            as: .clericalStaff)
        #expect(statement(house)?.payable.fen == 200_000)
        #expect(house.state.commission.corrections.count == 1, "used up with the lock only")
        house.must(.commission(.approve(month: july)), as: .salesManager)
        house.must(.commission(.lock(month: july)), as: .clericalStaff)
        #expect(house.state.commission.corrections.isEmpty)
    }

    @Test func `move what was paid to whoever has the deal now, and add nothing to it`() {
        var house = house()
        close(&house, may, [deal("1", may)])
        var moved = deal("1", may)
        moved.shares = Shares(both: [Share("B", 6667), Share("A", 3333)])
        close(&house, june, [moved])
        guard let books = house.state.commission.paid["1"] else {
            Issue.record("forgotten")
            return
        }
        #expect(Set(books.map(\.staff)) == ["A", "B"])
        #expect(books.first { $0.staff == "A" }?.paid.fen == 66_660)
        #expect(books.first { $0.staff == "B" }?.paid.fen == 133_340)
        #expect(house.state.commission.corrections.map(\.amount.fen) == [-133_340])
        // The same shares again: nothing moves any more.
        house.must(.commission(.workOut(month: july, [moved])), as: .clericalStaff)
        #expect(statement(house)?.lines.map(\.amount.fen) == [-133_340], "carried over only")
    }

    @Test func `do not change a locked month`() {
        var house = house()
        close(&house, may, [deal("1", may)])
        for command in [
            CommissionCommand.workOut(month: may, []), .approve(month: may), .lock(month: may),
            .publishScore("A", month: may, score: 1),
        ] {
            let ruling = house.ask(.commission(command), as: .salesManager)
            #expect(ruling.refusal == .commission(.monthLocked(may)), "\(command)")
        }
    }

    @Test func `take the attribution of a deal on file, whatever is sent`() {
        var house = house()
        house.now = july.at(TimeOfDay(10, 0))
        house.must(
            .adjudication(.order(DealOrder("1", of: "p", by: "B"))), as: .clericalStaff)
        let ruling = house.ask(
            .commission(.workOut(month: may, [deal("1", may)])), as: .clericalStaff)
        #expect(ruling.refusal == .commission(.scoreNotPublished(["B"])))
    }

    @Test func `approve of what was worked out last, and of nothing else`() {
        var house = house()
        house.must(.commission(.workOut(month: may, [deal("1", may)])), as: .clericalStaff)
        house.must(.commission(.approve(month: may)), as: .salesManager)
        house.must(.commission(.workOut(month: may, [])), as: .clericalStaff)
        let ruling = house.ask(.commission(.lock(month: may)), as: .clericalStaff)
        #expect(ruling.refusal == .commission(.notApproved(may)))
    }
}
