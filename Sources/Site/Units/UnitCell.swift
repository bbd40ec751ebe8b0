import HouseRules

/// One unit on the board of units.
struct UnitCell: Sendable, Hashable {
    let unit: UnitID
    let building: String
    let floor: Int
    let layout: String
    /// In hundredths of a square metre; 0: nobody has measured it.
    let area: Int
    let status: UnitStatus
    /// An activity keeps it to itself (SEL-01).
    let isListed: Bool

    init(_ unit: UnitID, _ known: SalesUnit, isListed: Bool) {
        self.unit = unit
        building = known.row.building
        floor = known.row.floor
        layout = known.row.layout
        area = known.row.area
        status = known.status
        self.isListed = isListed && !known.status.isOccupied
    }

    /// The name without that of the building.
    var room: String {
        let prefix = building + "-"
        let name = unit.rawValue
        return name.hasPrefix(prefix) && name.count > prefix.count
            ? String(name.dropFirst(prefix.count)) : name
    }

    /// What stands on the board: colour, shape and word.
    var word: String { isListed ? "活动" : status.shortLabel }

    var html: HTML {
        let tone = isListed ? Tone.calm : status.tone
        let size: HTML? =
            area > 0 ? "<span class=\"unit-size\"> \(areaWords(area))</span>" : nil
        return """
            <a class="unit tone-\(tone.rawValue)" id="\(elementID)" \
            href="\(url: unitPath(unit))"><b>\(room)</b><span class="unit-kind">\(layout)\
            \(size)</span><span class="unit-word"><i aria-hidden="true">\
            \(isListed ? "☆" : status.shape)</i> \(word)</span></a>
            """
    }

    /// By which a patch finds it on the page.
    var elementID: String { "u-" + percentEncode(unit.rawValue) }
}

/// Where a unit's page is.
func unitPath(_ unit: UnitID) -> String { "/units/\(percentEncode(unit.rawValue))" }

/// `105.20㎡`.
func areaWords(_ area: Int) -> String {
    "\(area / 100).\(area % 100 < 10 ? "0" : "")\(area % 100)㎡"
}

extension UnitStatus {
    /// The status in a word that fits a small cell.
    var shortLabel: String {
        switch self {
        case .unreleased: "未放盘"
        case .reserved: "保留"
        case .available: "可售"
        case .held: "销控"
        case .orderedUnpaid: "待交款"
        case .subscribed: "认购"
        case .contracted: "签约"
        case .filed: "备案"
        case .delivered: "交房"
        case .cancelling: "退房中"
        }
    }

    /// A shape of its own, for those who do not tell the colours apart.
    var shape: String {
        switch self {
        case .unreleased: "–"
        case .reserved: "✕"
        case .available: "○"
        case .held: "◐"
        case .orderedUnpaid: "◔"
        case .subscribed: "●"
        case .contracted: "■"
        case .filed: "▣"
        case .delivered: "◆"
        case .cancelling: "△"
        }
    }

    /// Its colour.
    var tone: Tone {
        switch self {
        case .available: .good
        case .held, .cancelling: .warn
        case .orderedUnpaid: .busy
        case .subscribed, .contracted: .stop
        case .reserved: .calm
        case .unreleased, .filed, .delivered: .off
        }
    }
}
