import HouseRules
import Yams

/// Facts of selection days, openings and allotments (SEL-01 … SEL-10).
extension ScenarioReader {
    mutating func selectionCommands(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ moment: Moment
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: "\(kind.rawValue)（\(kind.label)）") else {
            return []
        }
        let id = ActivityID(name)
        if kind == .prepareActivity {
            return preparations(mapping).map {
                Asked(subject: name, command: .selection(.prepare(id, $0)))
            }
        }
        let command: SelectionCommand? =
            switch kind {
            case .activity: plan(id, mapping, main, moment).map { .plan($0) }
            case .roster: .enter(id, rows(mapping), isTrial: isOn("trial", mapping) ?? false)
            case .lockRoster: .lock(id)
            case .amendRoster: amendment(id, mapping, main)
            case .commitSeed:
                .commit(id, written("hash", mapping) ?? SHA256.hex(of: said("seed", mapping)))
            case .draw:
                .draw(id, seed: said("seed", mapping), publicPart: said("public", mapping))
            case .approveActivity: .approve(id, note: said("note", mapping))
            case .callGroup: .callGroup(id)
            case .checkIn, .seat, .pick, .signPick, .payPick, .giveBack, .markUnit:
                pickCommand(kind, id, mapping, main)
            default: orderCommand(kind, id, mapping, main)
            }
        return command.map { [Asked(subject: name, command: .selection($0))] } ?? []
    }

    private mutating func pickCommand(
        _ kind: FactKind, _ id: ActivityID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> SelectionCommand? {
        let buyer = PersonID(said("buyer", mapping))
        let unit = UnitID(said("unit", mapping))
        switch kind {
        case .checkIn: return .checkIn(id, buyer)
        case .seat: return .seat(id, buyer, desk: said("desk", mapping))
        case .pick: return .pick(id, buyer, unit)
        case .signPick:
            return required("reviewer", "复核人", mapping, main).flatMap {
                reading.text($0, of: "reviewer（复核人）")
            }.map { .order(id, unit, reviewer: StaffID($0)) }
        case .payPick: return .pay(id, unit)
        case .giveBack: return .giveBack(id, unit)
        default:
            guard let kind: HeatKind = word("kind", "哪种标记", mapping, main) else { return nil }
            return .like(id, buyer, unit, kind, isOn: isOn("on", mapping) ?? true)
        }
    }

    private mutating func orderCommand(
        _ kind: FactKind, _ id: ActivityID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> SelectionCommand? {
        let slip = SlipID(said("slip", mapping))
        let note = said("note", mapping)
        switch kind {
        case .objection:
            return .object(id, slip, written("buyer", mapping).map { PersonID($0) }, note: note)
        case .resolveObjection: return .resolve(id, slip, note: note)
        case .pauseActivity: return .pause(id, note: note)
        case .resumeActivity: return .resume(id)
        case .askUnit: return .ask(UnitID(id.rawValue))
        case .tellUnit:
            let progress: UnitProgress? = word("progress", "进展", mapping, main)
            return progress.map { .tell(UnitID(id.rawValue), $0) }
        default:
            let clashes = mapping["clashes"].flatMap {
                reading.whole($0, 0...1_000_000, of: "clashes（撞房次数）")
            }
            return .close(id, ClosingCount(clashes: clashes ?? 0, ledger: ledger(mapping)))
        }
    }

    private mutating func plan(
        _ id: ActivityID, _ mapping: Node.Mapping, _ main: YAMLField, _ moment: Moment
    ) -> ActivityPlan? {
        guard let node = required("listing", "房源清单", mapping, main) else { return nil }
        var kind: ActivityKind? = .unitSelection
        if let node = mapping["kind"] { kind = reading.choice(node, of: "kind（活动类型）") }
        guard let kind else { return nil }
        let opens = mapping["opens"].flatMap { self.moment($0, of: "opens（开始时刻）") }
        return ActivityPlan(
            id, title: written("title", mapping) ?? id.rawValue, kind: kind, units: units(node),
            opensAt: opens ?? moment, follows: written("follows", mapping).map { ActivityID($0) })
    }

    /// `{三房: [1-1201, 1-1301]}`: building, then floor and room in two digits each.
    private mutating func units(_ node: Node) -> [ListedUnit] {
        reading.openFields(node, of: "units（房源清单）").flatMap { field -> [ListedUnit] in
            reading.list(field.value, of: "units（房源清单）").compactMap { item in
                guard let text = reading.text(item, of: "units（房源清单）") else { return nil }
                let parts = text.split(separator: "-").compactMap { Int($0) }
                guard parts.count == 2 else {
                    reading.fault(item, "房号“\(text)”应当写成 1-1201 的样子：楼栋、楼层和两位的室号。")
                    return nil
                }
                return ListedUnit(
                    UnitID(text), layout: field.key, building: parts[0], floor: parts[1] / 100)
            }
        }
    }

    /// `[甲, 乙]`, or `{buyer: 甲, paper: x, phone: y}` for one.
    private mutating func rows(_ mapping: Node.Mapping) -> [RosterRow] {
        guard let node = mapping["rows"] else { return [] }
        return reading.list(node, of: "rows（名单）").compactMap { item in
            guard case .mapping(let row) = item else {
                return reading.text(item, of: "rows（名单）").map { Self.row($0) }
            }
            _ = reading.fields(item, known: ["buyer", "paper", "phone"], of: "rows（名单）的一行")
            var one = Self.row(said("buyer", row))
            one.paper = written("paper", row)
            one.phone = written("phone", row)
            return one
        }
    }

    private static func row(_ name: String) -> RosterRow {
        RosterRow(RosterEntry(PersonID(name), ticket: "R***\(name)"))
    }

    private mutating func amendment(
        _ id: ActivityID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> SelectionCommand? {
        let note = said("note", mapping)
        if let name = written("add", mapping) {
            var entry = Self.row(name).entry
            entry.ticket = written("ticket", mapping) ?? entry.ticket
            return .amend(id, .add(entry), note: note)
        }
        return required("remove", "删谁", mapping, main).flatMap {
            reading.text($0, of: "remove（删谁）")
        }.map { .amend(id, .remove(PersonID($0)), note: note) }
    }

    private mutating func preparations(_ mapping: Node.Mapping) -> [Preparation] {
        var list: [Preparation] = []
        if let node = mapping["roles"] {
            list += reading.openFields(node, of: "roles（分工）").compactMap { field in
                let role: PlanRole? = reading.choice(field.keyNode, of: "roles（分工）")
                let staff = reading.text(field.value, of: "roles（分工）")
                return role.flatMap { role in staff.map { .role(role, StaffID($0)) } }
            }
        }
        if let node = mapping["materials"] {
            list += reading.openFields(node, of: "materials（物料）").compactMap { field in
                let counts = reading.list(field.value, of: "materials（物料）").compactMap {
                    reading.whole($0, 0...100_000, of: "materials（物料）")
                }
                guard counts.count == 2 else { return nil }
                return .material(field.key, needed: counts[0], there: counts[1])
            }
        }
        if let node = mapping["plans"] {
            list += reading.list(node, of: "papers（书面计划）").compactMap { item in
                let paper: PlanPaper? = reading.choice(item, of: "papers（书面计划）")
                return paper.map { .paper($0) }
            }
        }
        if let node = mapping["signed"] {
            let signed = reading.openFields(node, of: "signed（彩排签字）").compactMap { field in
                reading.text(field.value, of: "signed（彩排签字）").map { (field.key, StaffID($0)) }
            }
            list.append(.rehearsal(signed: Dictionary(signed) { first, _ in first }))
        }
        return list
    }

    private mutating func ledger(_ mapping: Node.Mapping) -> [UnitID: PickStatus] {
        guard let node = mapping["ledger"] else { return [:] }
        let lines = reading.openFields(node, of: "ledger（台账）").compactMap { field in
            let status: PickStatus? = reading.choice(field.value, of: "ledger（台账）")
            return status.map { (UnitID(field.key), $0) }
        }
        return Dictionary(lines) { first, _ in first }
    }

    private mutating func written(_ key: String, _ mapping: Node.Mapping) -> String? {
        mapping[Node(key)].flatMap { reading.text($0, of: key) }
    }

    private mutating func said(_ key: String, _ mapping: Node.Mapping) -> String {
        written(key, mapping) ?? ""
    }

    private mutating func isOn(_ key: String, _ mapping: Node.Mapping) -> Bool? {
        mapping[Node(key)].flatMap { reading.flag($0, of: key) }
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: SelectionCommand, in state: SiteState) -> Actor {
        switch command {
        case .plan, .lock, .amend, .commit, .draw, .approve, .resolve, .pause, .resume, .close:
            role(.salesManager)
        case .enter, .prepare, .pay, .tell, .callGroup: role(.clericalStaff)
        case .checkIn: role(.frontDeskSecretary)
        case .seat, .order, .giveBack, .object, .ask: role(.consultant)
        case .pick(let id, _, _), .like(let id, _, _, _, _):
            state.selection.activities[id]?.kind == .onlineOpening
                ? .clock : role(.consultant)
        }
    }
}
