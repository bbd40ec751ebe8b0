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
        let cells: [UnitCell]
    }

    /// One building, the highest floor first.
    struct Building: Sendable {
        let name: String
        let floors: [Floor]
    }

    /// The journal's number that it shows.
    let seq: Int
    /// Every unit, in no order.
    let cells: [UnitCell]

    /// Those that a filter shows, by building and floor.
    func buildings(_ filter: UnitFilter) -> [Building] {
        let shown = Dictionary(grouping: cells.filter(filter.shows), by: \.building)
        return shown.sorted { naturallyBefore($0.key, $1.key) }.map { name, cells in
            let floors = Dictionary(grouping: cells, by: \.floor).sorted { $0.key > $1.key }
            return Building(
                name: name,
                floors: floors.map { number, cells in
                    Floor(
                        number: number,
                        cells: cells.sorted {
                            naturallyBefore($0.unit.rawValue, $1.unit.rawValue)
                        })
                })
        }
    }

    /// How the layouts stand, whatever is filtered.
    var totals: [LayoutTotal] {
        var totals: [String: LayoutTotal] = [:]
        for cell in cells {
            totals[cell.layout, default: LayoutTotal(layout: cell.layout)].add(cell)
        }
        return totals.values.sorted { naturallyBefore($0.layout, $1.layout) }
    }

    /// What may be chosen in the filters.
    var buildingNames: [String] { Set(cells.map(\.building)).sorted(by: naturallyBefore) }

    /// The totals as they stand on the page and are sent anew.
    var totalsHTML: HTML {
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

/// Numbers within names are compared as numbers: 2号 before 10号.
func naturallyBefore(_ left: String, _ right: String) -> Bool {
    let (one, other) = (pieces(left), pieces(right))
    for (a, b) in zip(one, other) where a != b {
        if let x = Int(a), let y = Int(b) { return x < y }
        return a < b
    }
    return one.count < other.count
}

private func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where index > text.startIndex {
        if text[index].isNumber != text[text.index(before: index)].isNumber {
            pieces.append(text[start..<index])
            start = index
        }
    }
    return pieces + [text[start...]]
}
