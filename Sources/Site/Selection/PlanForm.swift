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
            throw Problem.fault("title", "请写活动名称，最多 40 个字。")
        }
        guard let kind = form.text("kind").flatMap(ActivityKind.init) else {
            throw Problem.fault("kind", "请选活动类型。")
        }
        guard let opensAt = form.text("opens").flatMap({ Moment(local: $0) }) else {
            throw Problem.fault("opens", "请填开始的日期和时刻。")
        }
        plan = ActivityPlan(
            ActivityID(id), title: title, kind: kind, units: try Self.units(call),
            opensAt: opensAt,
            follows: try form.text("follows").map { (id) throws(Problem) in
                try ActivityID(sent: id)
            })
    }

    private static func units(_ call: Call) throws -> [ListedUnit] {
        let lines = try lines(call)
        guard !lines.isEmpty else { throw Problem.fault("units", "请列出房源，或选一个房源文件。") }
        guard lines.count <= unitLimit else { throw Problem.fault("units", "一次活动最多 20000 套。") }
        var seen: [UnitID: Int] = [:]
        return try lines.map { number, words in
            let unit = try unit(words, number)
            if let first = seen.updateValue(number, forKey: unit.unit) {
                throw Problem.fault("units", "房源第 \(number) 行与第 \(first) 行重复。")
            }
            return unit
        }
    }

    /// What every line says, with its number in the file or in the box; blank ones say nothing.
    private static func lines(_ call: Call) throws -> [(number: Int, words: [String])] {
        if let file = call.files.first(where: { $0.field == "file" }) {
            let sheet = try OpeningSheet<UnitColumn>(file.bytes)
            return sheet.rows.map { row in
                let words = UnitColumn.allCases.map { sheet.columns.text($0, in: row) }
                return (sheet.number(of: row), words)
            }
        }
        let text = call.form["units"] ?? ""
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().map { index, line in
            (index + 1, line.split { $0.isWhitespace || ",，、".contains($0) }.map(String.init))
        }.filter { !$0.words.isEmpty }
    }

    private static func unit(_ words: [String], _ line: Int) throws(Problem) -> ListedUnit {
        guard words.count == 4, words[..<2].allSatisfy({ (1...20).contains($0.count) }),
            let building = Int(words[2]), (0...9999).contains(building),
            let floor = Int(words[3]), (-9...200).contains(floor)
        else {
            throw .fault("units", "房源第 \(line) 行要写成：房号 户型 楼栋 楼层，例如 1-1201 A 1 12。")
        }
        return ListedUnit(UnitID(words[0]), layout: words[1], building: building, floor: floor)
    }
}
