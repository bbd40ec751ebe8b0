import HouseRules

/// An activity as it is planned on a form (SEL-01).
struct PlanForm: Sendable {
    let plan: ActivityPlan

    /// The most units of one activity.
    static let unitLimit = 20_000

    /// Reads a form; throws a problem that says what to change.
    init(_ call: Call, id: String) throws {
        let form = call.form
        guard let title = form.text("title"), title.count <= 40 else {
            throw Problem.badRequest("请写活动名称，最多 40 个字。")
        }
        guard let kind = form.text("kind").flatMap(ActivityKind.init) else {
            throw Problem.badRequest("请选活动类型。")
        }
        guard let opensAt = form.text("opens").flatMap({ Moment(local: $0) }) else {
            throw Problem.badRequest("请填开始的日期和时刻。")
        }
        plan = ActivityPlan(
            ActivityID(id), title: title, kind: kind, units: try Self.units(call),
            opensAt: opensAt,
            follows: try form.text("follows").map { (id) throws(Problem) in
                try ActivityID(sent: id)
            })
    }

    private static func units(_ call: Call) throws -> [ListedUnit] {
        let units: [ListedUnit]
        if let file = call.files.first(where: { $0.field == "file" }) {
            let sheet = try OpeningSheet<UnitColumn>(file.bytes)
            units = try sheet.rows.enumerated().map { index, row in
                try unit(UnitColumn.allCases.map { sheet.columns.text($0, in: row) }, index + 1)
            }
        } else {
            let lines = (call.form.text("units") ?? "").split(whereSeparator: \.isNewline)
            units = try lines.enumerated().map { index, line in
                let words = line.split { $0.isWhitespace || ",，、".contains($0) }
                return try unit(words.map(String.init), index + 1)
            }
        }
        guard !units.isEmpty else { throw Problem.badRequest("请列出房源，或选一个房源文件。") }
        guard units.count <= unitLimit else { throw Problem.badRequest("一次活动最多 20000 套。") }
        var seen: [UnitID: Int] = [:]
        for (index, unit) in units.enumerated() {
            if let first = seen.updateValue(index + 1, forKey: unit.unit) {
                throw Problem.badRequest("房源第 \(index + 1) 行与第 \(first) 行重复。")
            }
        }
        return units
    }

    private static func unit(_ words: [String], _ line: Int) throws(Problem) -> ListedUnit {
        guard words.count == 4, words[..<2].allSatisfy({ (1...20).contains($0.count) }),
            let building = Int(words[2]), (0...9999).contains(building),
            let floor = Int(words[3]), (-9...200).contains(floor)
        else {
            throw .badRequest("房源第 \(line) 行要写成：房号 户型 楼栋 楼层，例如 1-1201 A 1 12。")
        }
        return ListedUnit(UnitID(words[0]), layout: words[1], building: building, floor: floor)
    }
}
