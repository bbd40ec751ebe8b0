import Testing

@testable import HouseRules
@testable import Site

@Suite struct `A cell of the board of units` {
    private func cell(
        _ unit: UnitID = "1-101", building: String = "1", floor: Int = 1, layout: String = "A"
    ) -> SalesUnit {
        var sales = SiteState()
        let row = PriceRow(
            unit, building: building, floor: floor, layout: layout, area: 8905,
            unitPrice: .yuan(12_000))
        let actor = Actor("m", .salesManager)
        for command in [
            SalesCommand.draftPrices(PriceList("v", schemes: [], rows: [row])),
            .approvePrices("v"),
        ] {
            _ = sales.rule(on: .sales(command), by: actor, under: Policy(), at: ServedSite.now)
        }
        return sales.sales.units[unit]!
    }

    @Test(arguments: UnitStatus.allCases)
    func `has a word and a shape of its own for each status`(status: UnitStatus) {
        let others = UnitStatus.allCases.filter { $0 != status }
        #expect(!others.map(\.shape).contains(status.shape))
        #expect(!others.map(\.shortLabel).contains(status.shortLabel))
        #expect(status.shortLabel.count <= 3)
    }

    @Test(arguments: [
        ("3-1-502", "3", "1-502"), ("3-502", "3", "502"), ("502", "3", "502"), ("3-", "3", "3-"),
        ("3-502", "3 号楼", "3-502"), ("A3-502", "A3", "502"),
    ])
    func `drops the name of its building`(unit: String, building: String, room: String) {
        let known = cell(UnitID(unit), building: building)
        #expect(UnitCell(UnitID(unit), known, isListed: false).room == room)
    }

    @Test func `says that an activity keeps it while nobody has it`() {
        let listed = UnitCell("1-101", cell(), isListed: true)
        #expect(listed.word == "活动" && listed.html.string.contains("☆"))
        #expect(listed.html.string.contains("89.05㎡"))
        #expect(UnitCell("1-101", cell(), isListed: false).word == "未放盘")
    }

    @Test func `is found by an id that any name can be written as`() {
        let odd = UnitID("A 座\"<1>")
        let html = UnitCell(odd, cell(odd), isListed: false).html.string
        #expect(!html.contains("<1>") && !html.contains("A 座\""))
        #expect(html.contains("id=\"u-A%20"))
    }

    @Test func `stands in its building and on its floor, the highest first`() {
        let cells =
            [("1-101", 1), ("1-1001", 10), ("1-201", 2), ("1-202", 2)].map { name, floor in
                UnitCell(UnitID(name), cell(UnitID(name), floor: floor), isListed: false)
            } + [UnitCell("2-101", cell("2-101", building: "2", layout: "B"), isListed: false)]
        let board = UnitBoard(seq: 1, cells: cells)
        let buildings = board.buildings(UnitFilter())
        #expect(buildings.map(\.name) == ["1", "2"])
        #expect(buildings[0].floors.map(\.number) == [10, 2, 1])
        #expect(buildings[0].floors[1].cells.map(\.unit) == ["1-201", "1-202"])
        var filter = UnitFilter()
        filter.layout = "B"
        #expect(board.buildings(filter).map(\.name) == ["2"])
        filter.status = .available
        #expect(board.buildings(filter).isEmpty)
        #expect(board.totals.map(\.layout) == ["A", "B"])
        #expect(board.totals.map(\.total) == [4, 1])
    }

    @Test func `counts as held, sold or for sale in the totals`() {
        func total(_ status: UnitStatus) -> [Int] {
            var known = cell()
            known.status = status
            var unit = LayoutTotal(layout: "A")
            unit.add(UnitCell("1-101", known, isListed: false))
            return [unit.total, unit.available, unit.held, unit.sold]
        }
        #expect(total(.available) == [1, 1, 0, 0])
        for status in [UnitStatus.held, .orderedUnpaid] { #expect(total(status) == [1, 0, 1, 0]) }
        for status in [UnitStatus.subscribed, .contracted, .filed, .delivered, .cancelling] {
            #expect(total(status) == [1, 0, 0, 1])
        }
        for status in [UnitStatus.unreleased, .reserved] { #expect(total(status) == [1, 0, 0, 0]) }
    }
}
