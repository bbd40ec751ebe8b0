import HouseRules
import Testing

@testable import Site

@Suite struct `The rush of an opening` {
    private let plan = RushPlan(
        port: 1, activity: "act", codes: ["a", "b", "c"], units: ["1-1", "1-2"], picks: 2)

    /// Answers as given, each after a tenth of a second, one after the other.
    private func answers(_ statuses: [Int]) -> RushAnswers {
        let tenth: UInt64 = 100_000_000
        return RushAnswers(
            statuses: statuses, sentAt: statuses.indices.map { UInt64($0) * tenth },
            doneAt: statuses.indices.map { UInt64($0 + 1) * tenth })
    }

    private func pair(_ request: Int) -> (buyer: Int?, unit: UnitID) {
        (plan.buyer(of: request), UnitID(plan.units[plan.unit(of: request)]))
    }

    @Test func `asks for everybody in turn, for any unit, always the same`() {
        #expect((0..<6).map(plan.buyer) == [0, 1, 2, 0, 1, 2])
        let large = RushPlan(
            port: 1, activity: "act", codes: Array(repeating: "x", count: 100),
            units: (0..<50).map { "\($0)" }, picks: 3)
        let units = (0..<300).map(large.unit)
        #expect(Set(units).count > 45 && units.allSatisfy { (0..<50).contains($0) })
        #expect(units == (0..<300).map(large.unit))
    }

    @Test func `sends a whole request with an id of its own`() {
        let text = String(decoding: plan.bytes(of: 4), as: UTF8.self)
        #expect(text.hasPrefix("POST /api/v1/openings/act/picks HTTP/1.1\r\n"))
        let parts = text.split(separator: "\r\n\r\n").map(String.init)
        #expect(parts[1].hasPrefix(#"{"id":"r4","code":"b","unit":"1-"#))
        #expect(parts[0].contains("Content-Length: \(parts[1].utf8.count)"))
    }

    @Test func `agrees when the journal holds what buyers were told`() {
        let round = RushBench.judged(
            answers([200, 409, 409, 409, 409, 409]), plan, taken: [pair(0)], still: 10)
        #expect(round.doubles == 0 && round.lost == 0 && round.sold == 1)
        #expect(round.lasting == 10 && round.soldOut == 10)
        #expect(round.p99 == 100)
    }

    @Test func `finds what was told and not written, and what was written and not told`() {
        let told = RushBench.judged(
            answers([200, 409, 409, 409, 409, 409]), plan, taken: [], still: 10)
        #expect(told.lost == 1)
        let written = RushBench.judged(
            answers([409, 409, 409, 409, 409, 409]), plan, taken: [pair(1)], still: 10)
        #expect(written.lost == 1 && written.soldOut == 10)
    }

    @Test func `finds a unit that two buyers got`() {
        let unit = pair(0).unit
        let round = RushBench.judged(
            answers([409, 409, 409, 409, 409, 409]), plan, taken: [(0, unit), (1, unit)],
            still: 10)
        #expect(round.doubles == 1)
    }
}
