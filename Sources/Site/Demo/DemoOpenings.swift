import Database
import HouseRules

/// The activities of a demonstration site: a selection day that is ready to be called, and an
/// opening online that is still being prepared.
struct DemoOpenings: Sendable {
    /// One step, so many minutes after the start.
    struct Step: Sendable {
        let name: String
        let command: SelectionCommand
        let role: Role
        let minutes: Int
        var alongside: [SQL] = []
    }

    static let selection: ActivityID = "demo-selection"
    static let online: ActivityID = "demo-online"

    let site: DemoWorld.DemoSite
    let people: People
    /// The day of the selection.
    let today: BusinessDay

    private static let buyers = [
        "赵明远", "钱若水", "孙一诺", "李思齐", "周以宁", "吴行舟", "郑晚秋", "王知夏", "冯子墨", "陈书言",
        "褚安和", "卫青禾",
    ]

    /// Twelve buyers for ten units, as a day of the handbook has it.
    func steps(from start: Moment) -> [Step] {
        let roster = Self.buyers.indices.map(entry)
        let seed = "桂花落在第七级台阶"
        let insertions = Self.buyers.indices.flatMap { index in
            people.insertions(roster[index].person, details(index), at: start)
        }
        let rows = Self.buyers.indices.map { RosterRow(roster[$0]) }
        let id = Self.selection
        let day = ActivityPlan(
            id, title: "\(site.name)一期选房", kind: .unitSelection,
            units: units(building: 8, floors: 1...5), opensAt: today.at(TimeOfDay(9, 0)))
        let online = ActivityPlan(
            Self.online, title: "\(site.name)二期线上开盘", kind: .onlineOpening,
            units: units(building: 9, floors: 1...10),
            opensAt: today.adding(days: 1).at(TimeOfDay(9, 0)))
        return [
            Step(name: "plan", command: .plan(day), role: .salesManager, minutes: 0),
            Step(
                name: "roster", command: .enter(id, rows, isTrial: false), role: .salesManager,
                minutes: 1, alongside: insertions),
            Step(name: "lock", command: .lock(id), role: .salesManager, minutes: 2),
            Step(
                name: "commit", command: .commit(id, hex(sha256(seed))), role: .salesManager,
                minutes: 3),
        ] + preparations(id)
            + [
                Step(
                    name: "draw", command: .draw(id, seed: seed, publicPart: "618 203"),
                    role: .salesManager, minutes: 70),
                Step(
                    name: "approve", command: .approve(id, note: ""), role: .salesManager,
                    minutes: 71),
                Step(name: "online", command: .plan(online), role: .salesManager, minutes: 72),
                Step(
                    name: "online-roster", command: .enter(Self.online, rows, isTrial: false),
                    role: .salesManager, minutes: 73),
            ]
    }

    private func preparations(_ id: ActivityID) -> [Step] {
        let people = site.people.filter { $0.role != .administrator && $0.role != .auditor }
        let roles = PlanRole.allCases.enumerated().map { index, role in
            Preparation.role(role, site.staff(people[index % people.count]))
        }
        let signed = Dictionary(
            uniqueKeysWithValues: PlanRole.allCases.enumerated().map { index, role in
                (role.rawValue, site.staff(people[index % people.count]))
            })
        let all =
            roles + PlanPaper.allCases.map { .paper($0) }
            + [.material("号牌", needed: 12, there: 12), .rehearsal(signed: signed)]
        return all.enumerated().map { index, preparation in
            Step(
                name: "prepare-\(index + 1)", command: .prepare(id, preparation),
                role: .salesManager, minutes: 10 + index)
        }
    }

    private func entry(_ index: Int) -> RosterEntry {
        RosterEntry(
            PersonID("p-demo-\(site.id)-buyer-\(index + 1)"),
            ticket: RosterReading.masked("R2025\(1001 + index * 37)"))
    }

    private func details(_ index: Int) -> PersonDetails {
        PersonDetails(
            name: Self.buyers[index], phone: "1390000\(7101 + index * 13)",
            idNumber: "11010119900101\(2101 + index * 7)")
    }

    private func units(building: Int, floors: ClosedRange<Int>) -> [ListedUnit] {
        floors.flatMap { floor in
            (1...2).map { door in
                ListedUnit(
                    UnitID("\(building)-\(floor < 10 ? "0" : "")\(floor)0\(door)"),
                    layout: door == 1 ? "A" : "B", building: building, floor: floor)
            }
        }
    }
}
