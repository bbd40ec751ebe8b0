import HouseRules

/// Which units a viewer wants to see.
struct UnitFilter: Sendable, Hashable {
    var building: String?
    var layout: String?
    var status: UnitStatus?

    init() {}

    init(_ query: FormFields) {
        building = query.text("building")
        layout = query.text("layout")
        status = query.text("status").flatMap(UnitStatus.init)
    }

    func shows(_ cell: UnitCell) -> Bool {
        (building == nil || cell.building == building) && (layout == nil || cell.layout == layout)
            && (status == nil || cell.status == status)
    }
}

/// How many units of a layout stand how.
struct LayoutTotal: Sendable, Hashable {
    let layout: String
    var total = 0
    var available = 0
    var held = 0
    var sold = 0

    mutating func add(_ cell: UnitCell) {
        total += 1
        switch cell.status {
        case .available: available += 1
        case .held, .orderedUnpaid: held += 1
        case .subscribed, .contracted, .filed, .delivered, .cancelling: sold += 1
        case .unreleased, .reserved: break
        }
    }
}

/// The units of a site by building and floor.
struct UnitBoard: Sendable {
    /// One floor, the rooms in their order.
    struct Floor: Sendable {
        let number: Int
        var cells: [UnitCell]
    }

    /// One building, the highest floor first.
    struct Building: Sendable {
        let name: String
        var floors: [Floor]
    }

    /// The journal's number that it shows.
    let seq: Int
    private let drawing: UnitDrawing

    init(seq: Int, cells: [UnitCell]) {
        self.seq = seq
        drawing = UnitDrawing(cells.inOrder, of: UnitSigns(SiteState()))
    }

    /// The board of a state; where nothing of it changed it is the former one.
    init(seq: Int, state: SiteState, after former: UnitBoard? = nil) {
        self.seq = seq
        let signs = UnitSigns(state)
        if let former, former.drawing.signs == signs {
            drawing = former.drawing
            return
        }
        let cells = former?.drawing.cells.moved(to: state)
        drawing = UnitDrawing(cells ?? state.unitCells.inOrder, of: signs)
    }

    /// Whether nothing that stands on it differs.
    func isDrawn(as other: UnitBoard) -> Bool { drawing === other.drawing }

    /// Every unit, in the order of the board.
    var cells: [UnitCell] { drawing.cells }

    /// How the layouts stand, whatever is filtered.
    var totals: [LayoutTotal] { drawing.totals }

    /// What may be chosen in the filters.
    var buildingNames: [String] { drawing.buildingNames }

    /// The totals as they stand on the page and are sent anew.
    var totalsHTML: HTML { drawing.totalsHTML }

    /// The cells that a filter shows; all of them are drawn once for everybody.
    func grid(_ filter: UnitFilter = UnitFilter()) -> HTML {
        filter == UnitFilter() ? drawing.grid : UnitGrid(buildings: buildings(filter)).html
    }

    /// Those that a filter shows, by building and floor.
    func buildings(_ filter: UnitFilter) -> [Building] { cells.filter(filter.shows).byBuilding }
}

extension [UnitCell] {
    /// By building, the highest floor first, the rooms by their names.
    var inOrder: [UnitCell] {
        map { ($0, NaturalName($0.building), NaturalName($0.unit.rawValue)) }
            .sorted { left, right in
                if left.1 != right.1 { return left.1 < right.1 }
                return left.0.floor == right.0.floor
                    ? left.2 < right.2 : left.0.floor > right.0.floor
            }
            .map(\.0)
    }

    /// The same places with what stands there now; nil: the places are others.
    fileprivate func moved(to state: SiteState) -> [UnitCell]? {
        guard count == state.sales.units.count else { return nil }
        var cells: [UnitCell] = []
        cells.reserveCapacity(count)
        for cell in self {
            guard let next = state.unitCell(cell.unit), next.building == cell.building,
                next.floor == cell.floor
            else { return nil }
            cells.append(next)
        }
        return cells
    }

    /// Cells in their order, put together by building and floor.
    var byBuilding: [UnitBoard.Building] {
        var buildings: [UnitBoard.Building] = []
        for cell in self {
            if buildings.last?.name != cell.building {
                buildings.append(UnitBoard.Building(name: cell.building, floors: []))
            }
            let place = buildings.count - 1
            if buildings[place].floors.last?.number != cell.floor {
                buildings[place].floors.append(UnitBoard.Floor(number: cell.floor, cells: []))
            }
            buildings[place].floors[buildings[place].floors.count - 1].cells.append(cell)
        }
        return buildings
    }
}

extension SiteState {
    /// Every unit, in no order.
    fileprivate var unitCells: [UnitCell] { sales.units.keys.compactMap(unitCell) }

    fileprivate func unitCell(_ unit: UnitID) -> UnitCell? {
        sales.units[unit].map {
            UnitCell(unit, $0, isListed: selection.keeper(of: unit) != nil)
        }
    }
}
