import HouseRules
import Synchronization

/// Everything that a board of units shows, told apart in a moment: what was not touched since is
/// known by where it lies in memory.
struct UnitSigns: Sendable, Equatable {
    private let units: [UnitID: SalesUnit]
    private let listing: [UnitID: ActivityID]
    /// Activities that keep their units to themselves (SEL-01).
    private let keepers: Set<ActivityID>

    init(_ state: SiteState) {
        units = state.sales.units
        listing = state.selection.listing
        let activities = state.selection.activities
        keepers = Set(activities.keys.filter { activities[$0]?.terms.exclusive ?? false })
    }
}

/// The cells of a board and their markup, made when it is first asked for and then shared by
/// whoever looks.
final class UnitDrawing: Sendable {
    let cells: [UnitCell]
    let signs: UnitSigns
    private let made = Mutex(Made())

    private struct Made {
        var totals: [LayoutTotal]?
        var grid: HTML?
    }

    /// - Parameter cells: In the order of the board.
    init(_ cells: [UnitCell], of signs: UnitSigns) {
        (self.cells, self.signs) = (cells, signs)
    }

    /// All cells.
    var grid: HTML {
        made.withLock { made in
            if let grid = made.grid { return grid }
            let grid = UnitGrid(buildings: cells.byBuilding).html
            made.grid = grid
            return grid
        }
    }

    var totals: [LayoutTotal] {
        made.withLock { made in
            if let totals = made.totals { return totals }
            var found: [String: LayoutTotal] = [:]
            for cell in cells {
                found[cell.layout, default: LayoutTotal(layout: cell.layout)].add(cell)
            }
            let totals = found.values.sorted { naturallyBefore($0.layout, $1.layout) }
            made.totals = totals
            return totals
        }
    }

    var buildingNames: [String] {
        var names: [String] = []
        for cell in cells where names.last != cell.building { names.append(cell.building) }
        return names
    }

    /// How many units stand how, by layout and in all.
    var totalsHTML: HTML {
        let totals = totals
        var sum = LayoutTotal(layout: "合计")
        for cell in cells { sum.add(cell) }
        let lines = totals + (totals.count == 1 ? [] : [sum])
        return """
            <div id="unit-totals">\(dataTable(
                caption: "各户型的套数",
                columns: [
                    Column(title: "户型"), Column(title: "共", isNumber: true, isLabelled: true),
                    Column(title: "可售", isNumber: true, isLabelled: true),
                    Column(title: "销控和待交款", isNumber: true, isLabelled: true),
                    Column(title: "认购以后", isNumber: true, isLabelled: true),
                ],
                rows: lines.map {
                    [
                        "\($0.layout)", "\($0.total)", "\($0.available)", "\($0.held)",
                        "\($0.sold)",
                    ]
                }))</div>
            """
    }
}
