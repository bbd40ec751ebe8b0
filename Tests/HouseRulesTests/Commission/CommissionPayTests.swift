@testable import HouseRules
import Testing

@Suite struct `What a month would come to by a draft` {
    private let june = BusinessDay(year: 2025, month: 6, day: 1)!
    private let scheme = CommissionScheme(
        "s", from: BusinessDay(year: 2025, month: 5, day: 1)!,
        rates: ["flat": [RateTier(from: Money(fen: 0), perMillion: 2000)]])

    private var deals: [CommissionDeal] {
        [
            CommissionDeal(
                "1", product: "flat", price: Money(fen: 100_000_000),
                shares: Shares(both: [Share("A", 5000), Share("B", 5000)]), signed: june,
                received: june),
            CommissionDeal(
                "2", product: "flat", price: Money(fen: 33_333_333), shares: Shares(all: "A"),
                signed: june, received: june),
        ]
    }

    private func house(scores: [StaffID: Int] = ["A": 8300, "B": 10_000]) -> House {
        var house = House(["A", "B"], sheet: false)
        house.must(.commission(.adopt(scheme)), as: .salesManager)
        for (staff, score) in scores.sorted(by: { $0.key < $1.key }) {
            house.must(
                .commission(.publishScore(staff, month: june, score: score)), as: .clericalStaff)
        }
        return house
    }

    private func stated(_ house: House) -> [Statement]? {
        for case .commission(.workedOut(_, let statements, _)) in house.last?.events ?? [] {
            return statements
        }
        return nil
    }

    private func refusal(_ work: () throws(Refusal) -> [Statement]) -> CommissionRefusal? {
        do throws(Refusal) {
            _ = try work()
            return nil
        } catch {
            guard case .commission(let refusal) = error else { return nil }
            return refusal
        }
    }

    @Test func `is to the fen what working it out under the same scheme gives`() throws {
        var house = house()
        let tried = try house.state.pay(
            of: june, deals, by: scheme, under: CommissionPolicy())
        house.must(.commission(.workOut(month: june, deals)), as: .clericalStaff)
        #expect(tried == stated(house))
        #expect(tried.map(\.staff) == ["A", "B"])
    }

    @Test func `changes nothing, whatever the draft says`() throws {
        let house = house()
        let before = house.state.commission
        var draft = scheme
        draft.slip = "draft"
        draft.rates = ["flat": [RateTier(from: Money(fen: 0), perMillion: 4000)]]
        let now = try house.state.pay(of: june, deals, by: scheme, under: CommissionPolicy())
        let then = try house.state.pay(of: june, deals, by: draft, under: CommissionPolicy())
        for (one, other) in zip(now, then) {
            #expect(abs(other.gross.fen - 2 * one.gross.fen) <= 1)
        }
        #expect(house.state.commission == before)
    }

    @Test func `takes a score for whoever has none, and only for them`() throws {
        let house = house(scores: ["A": 8300])
        let missing = refusal { () throws(Refusal) in
            try house.state.pay(of: june, deals, by: scheme, under: CommissionPolicy())
        }
        #expect(missing == .scoreNotPublished(["B"]))
        let tried = try house.state.pay(
            of: june, deals, by: scheme, under: CommissionPolicy(), assuming: 5000)
        #expect(tried.map(\.score) == [8300, 5000])
    }

    @Test func `is refused for a locked month, a deal without shares and one without a rate`() {
        var house = house()
        var loose = deals
        loose[1].shares = Shares(performance: [], commission: [])
        var odd = deals
        odd[0].product = "castle"
        for (deals, expected) in [
            (loose, CommissionRefusal.sharesMissing(["2"])), (odd, .noRate(["1"])),
        ] {
            let state = house.state
            let found = refusal { () throws(Refusal) in
                try state.pay(of: june, deals, by: scheme, under: CommissionPolicy())
            }
            #expect(found == expected)
        }
        house.must(.commission(.workOut(month: june, deals)), as: .clericalStaff)
        house.must(.commission(.approve(month: june)), as: .salesManager)
        house.must(.commission(.lock(month: june)), as: .clericalStaff)
        let state = house.state
        let locked = refusal { () throws(Refusal) in
            try state.pay(of: june, deals, by: scheme, under: CommissionPolicy())
        }
        #expect(locked == .monthLocked(june))
    }
}
