import Testing

@testable import HouseRules
@testable import Site

@Suite struct `A board of units is drawn once` {
    private let manager = Actor("m", .salesManager)

    private func site(floors: ClosedRange<Int>) -> SiteState {
        var state = SiteState()
        ask(.draftPrices(list("v1", floors)), &state)
        ask(.approvePrices("v1"), &state)
        return state
    }

    private func list(_ version: PriceVersion, _ floors: ClosedRange<Int>) -> PriceList {
        PriceList(
            version, schemes: [],
            rows: floors.map {
                PriceRow(
                    UnitID("1-\($0)01"), building: "1", floor: $0, layout: "A", area: 8905,
                    unitPrice: .yuan(12_000))
            })
    }

    private func ask(_ command: SalesCommand, _ state: inout SiteState) {
        let ruling = state.rule(
            on: .sales(command), by: manager, under: Policy(), at: ServedSite.now)
        #expect(ruling.refusal == nil)
    }

    @Test func `while nothing on it changes, whatever else happens`() {
        var state = site(floors: 1...3)
        let board = UnitBoard(seq: 1, state: state)
        _ = state.rule(
            on: .roster(.enroll("A")), by: manager, under: Policy(), at: ServedSite.now)
        let next = UnitBoard(seq: 2, state: state, after: board)
        #expect(next.isDrawn(as: board) && next.seq == 2)
        #expect(board.grid().bytes == UnitGrid(buildings: board.buildings(UnitFilter())).html.bytes)
    }

    @Test func `and anew when a unit changes, in the order it had`() {
        var state = site(floors: 1...12)
        let board = UnitBoard(seq: 1, state: state)
        #expect(board.cells.map(\.floor) == Array((1...12).reversed()))
        ask(.release(["1-901"]), &state)
        let next = UnitBoard(seq: 2, state: state, after: board)
        #expect(!next.isDrawn(as: board))
        #expect(next.cells.map(\.unit) == board.cells.map(\.unit))
        #expect(next.cells.filter { $0.status == .available }.map(\.unit) == ["1-901"])
        #expect(next.grid().bytes != board.grid().bytes)
        #expect(next.totals.map(\.available) == [1] && board.totals.map(\.available) == [0])
    }

    @Test func `and anew when units come or move`() {
        var state = site(floors: 1...2)
        let board = UnitBoard(seq: 1, state: state)
        ask(.draftPrices(list("v2", 1...3)), &state)
        ask(.approvePrices("v2"), &state)
        let more = UnitBoard(seq: 2, state: state, after: board)
        #expect(more.cells.map(\.unit) == ["1-301", "1-201", "1-101"])
        var moved = list("v3", 1...3)
        moved.rows[0].floor = 9
        ask(.draftPrices(moved), &state)
        ask(.approvePrices("v3"), &state)
        let last = UnitBoard(seq: 3, state: state, after: more)
        #expect(last.cells.map(\.unit) == ["1-101", "1-301", "1-201"])
    }

    @Test func `and anew when an activity keeps a unit to itself`() {
        var state = site(floors: 1...2)
        ask(.release(["1-101"]), &state)
        let board = UnitBoard(seq: 1, state: state)
        let plan = ActivityPlan(
            "e", title: "e", kind: .unitSelection,
            units: [ListedUnit("1-101", layout: "A", building: 1, floor: 1)],
            opensAt: ServedSite.now)
        let ruling = state.rule(
            on: .selection(.plan(plan)), by: manager, under: Policy(), at: ServedSite.now)
        #expect(ruling.refusal == nil)
        let next = UnitBoard(seq: 2, state: state, after: board)
        #expect(next.cells.filter(\.isListed).map(\.unit) == ["1-101"])
    }
}

@Suite struct `Names with numbers` {
    @Test(arguments: 1...20) func `are in one order, whoever comes first`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let pieces = ["1", "2", "10", "01", "号", "-", "A", ""]
        let names = (0..<12).map { _ in
            NaturalName((0..<3).map { _ in random.pick(pieces) }.joined())
        }
        for one in names {
            #expect(!(one < one))
            for other in names where one != other {
                #expect((one < other) != (other < one), "\(one) \(other), seed \(seed)")
                for third in names where one < other && other < third { #expect(one < third) }
            }
        }
    }
}
