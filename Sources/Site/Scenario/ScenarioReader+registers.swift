import HouseRules
import Yams

/// Facts of the registers and of keeping the line (REC-45 … REC-66).
extension ScenarioReader {
    mutating func registerCommands(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        if kind == .steps {
            let steps: [ReceptionStep] = words("done", mapping, main)
            return steps.map {
                Asked(subject: name, command: .registers(.markStep(VisitID(name), $0)))
            }
        }
        let command: Command? =
            switch kind {
            case .callRing, .secondLine, .handLine, .meetingOver, .confirmCalls:
                lineCommand(kind, name, mapping, main, what)
            case .visitEntry, .tableReset, .kit, .siteTour, .tourBack, .leaderVisit, .stage:
                floorCommand(kind, name, mapping, main, what).map { .registers($0) }
            case .callEntry, .text, .textReview, .collect:
                entryCommand(kind, name, mapping, main).map { .registers($0) }
            default:
                slipCommand(kind, SlipID(name), mapping, main).map { .registers($0) }
            }
        return command.map { [Asked(subject: name, command: $0)] } ?? []
    }

    private mutating func lineCommand(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField,
        _ what: String
    ) -> Command? {
        switch kind {
        case .callRing:
            let rings = number("rings", "声", mapping)
            let seconds = number("seconds", "秒", mapping)
            guard let ringing = rings.map(Ringing.rings) ?? seconds.map(Ringing.seconds) else {
                reading.fault(main.keyNode, "\(what)要写 rings（响几声）或 seconds（响几秒）。")
                return nil
            }
            let staff = mapping["person"].flatMap { person($0, of: "person（谁）") }
            return .calls(.rang(CallID(name), ringing, by: staff))
        case .secondLine:
            return someone(mapping, main).map { .calls(.secondLine(CallID(name), $0)) }
        case .handLine:
            guard let from = person(main.value, of: what),
                let to = required("to", "交给谁", mapping, main).flatMap({
                    person($0, of: "to（交给谁）")
                })
            else { return nil }
            return .calls(.handLine(from, to: to))
        case .meetingOver:
            switch name {
            case "morning": return .calls(.issueOrder)
            case "evening": return .registers(.endEvening)
            default:
                reading.fault(main.value, "\(what)写 morning（早会）或 evening（晚会）。")
                return nil
            }
        default: return .calls(.confirmOrder)
        }
    }

    private mutating func floorCommand(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField,
        _ what: String
    ) -> RegisterCommand? {
        let visit = VisitID(name)
        switch kind {
        case .visitEntry: return .enterVisit(visit, filled: fields(mapping, main))
        case .tableReset: return .resetTable(visit)
        case .kit:
            let lacks: [KitItem] = mapping["lacks"] == nil ? [] : words("lacks", mapping, main)
            let sheets = mapping["sheets"].map { sheetCounts($0) } ?? [:]
            guard let staff = person(main.value, of: what) else { return nil }
            let has = KitItem.allCases.filter { !lacks.contains($0) }
            return .checkKit(staff, has: has, sheets: sheets)
        case .siteTour:
            return .departTour(
                TourSheet(
                    visit,
                    approval: mapping["approval"].flatMap { reading.text($0, of: "approval（批准人）") },
                    approvedAt: mapping["approved"].flatMap { moment($0, of: "approved（批准时刻）") },
                    customers: number("customers", "客户人数", mapping) ?? 0,
                    escorts: number("escorts", "陪同人数", mapping) ?? 1,
                    helmets: number("helmets", "安全帽", mapping) ?? 0))
        case .tourBack:
            return .returnTour(visit, helmets: number("helmets", "安全帽", mapping) ?? 0)
        case .leaderVisit:
            return required("time", "到访时刻", mapping, main).flatMap {
                moment($0, of: "time（到访时刻）")
            }.map { .planLeader(SlipID(name), at: $0) }
        default:
            let stage: SigningStage? = word("done", "办完哪一步", mapping, main)
            return stage.map { .finishStage(visit, $0) }
        }
    }

    private mutating func sheetCounts(_ node: Node) -> [String: Int] {
        var counts: [String: Int] = [:]
        for field in reading.openFields(node, of: "sheets（户型单张）") {
            counts[field.key] = reading.whole(field.value, 0...999, of: "sheets（户型单张）")
        }
        return counts
    }

    private mutating func entryCommand(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> RegisterCommand? {
        let call = CallID(name)
        switch kind {
        case .callEntry:
            var entry = CallEntry(call, filled: fields(mapping, main))
            entry.numberRefused = flag("number_refused", "客户拒留号码", mapping)
            entry.isFirst = flag("first", "首次来电", mapping)
            entry.isSuspect = flag("suspect", "疑似市调", mapping)
            entry.invitation = mapping["invitation"].flatMap {
                reading.choice($0, of: "invitation（邀约结果）")
            }
            entry.appointment = mapping["agreed"].flatMap {
                moment($0, of: "appointment（约定时刻）")
            }
            entry.person = mapping["customer"].flatMap { reading.text($0, of: "customer（客户）") }
                .map { PersonID($0) }
            return .enterCall(entry)
        case .text:
            if flag("declined", "客户拒收", mapping) { return .declineText(call) }
            let lacks: [TextElement] = mapping["lacks"] == nil ? [] : words("lacks", mapping, main)
            return .sendText(call, with: TextElement.allCases.filter { !lacks.contains($0) })
        case .textReview:
            return .reviewText(call, passed: flag("passed", "通过", mapping))
        default:
            guard let day = reading.day(main.value, of: "collect（登记表日结）") else { return nil }
            return .collect(
                day, visits: number("visits", "来访张数", mapping) ?? 0,
                calls: number("calls", "来电张数", mapping) ?? 0)
        }
    }

    private mutating func slipCommand(
        _ kind: FactKind, _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> RegisterCommand? {
        let due = mapping["due"].flatMap { moment($0, of: "due（期限）") }
        switch kind {
        case .message: return someone(mapping, main).map { .leaveMessage(slip, for: $0) }
        case .messageDone: return .handleMessage(slip)
        case .promise:
            let department = mapping["department"].flatMap {
                reading.text($0, of: "department（责任部门）")
            }
            return someone(mapping, main).map {
                .promise(slip, $0, department: department ?? "", due: due)
            }
        case .promiseChange:
            let note = mapping["note"].flatMap { reading.text($0, of: "note（原因）") } ?? ""
            guard let due else {
                _ = required("due", "期限", mapping, main)
                return nil
            }
            return .amendPromise(slip, due: due, note: note)
        case .promiseAnswer: return .answerPromise(slip)
        case .recheck:
            let failing = mapping["failing"].map { node in
                reading.isNull(node)
                    ? []
                    : reading.list(node, of: "failing（仍不合格）").compactMap {
                        reading.text($0, of: "failing（仍不合格）")
                    }
            }
            return .recheck(slip, stillFailing: failing ?? [])
        default: return inspection(slip, mapping, main)
        }
    }

    /// `results: {posture: pass, no_screen: fail 看手机}`; what is not named passes.
    private mutating func inspection(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> RegisterCommand? {
        let what = "results（结果）"
        guard let list: Checklist = word("list", "检查表", mapping, main),
            let staff = someone(mapping, main)
        else { return nil }
        var named: [ItemResult] = []
        for field in mapping["results"].map({ reading.openFields($0, of: what) }) ?? [] {
            guard let text = reading.text(field.value, of: what) else { continue }
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard let verdict = Verdict(rawValue: parts[0]) else {
                reading.fault(field.value, "\(what)写成 pass、na 或 fail 加事实，例如 fail 看手机。")
                continue
            }
            let fact = parts.count == 2 ? parts[1] : ""
            named.append(ItemResult(field.key, verdict, fact: fact))
        }
        let rest = list.items.filter { item in !named.contains { $0.item == item } }
        let about = mapping["about"].flatMap { reading.text($0, of: "about（关于）") }
        return .inspect(
            Inspection(
                slip, list, of: staff, about: about,
                named + rest.map { ItemResult($0, .pass) }))
    }

    /// `fields: all`, `fields: [name, phone]` or `except: [phone]`.
    private mutating func fields<Word: RawRepresentable & CaseIterable & Labelled & Equatable>(
        _ mapping: Node.Mapping, _ main: YAMLField
    ) -> [Word] where Word.RawValue == String {
        if mapping["except"] != nil {
            let left: [Word] = words("except", mapping, main)
            return Word.allCases.filter { !left.contains($0) }
        }
        guard let node = mapping["fields"] else { return Array(Word.allCases) }
        if case .scalar = node, !reading.isNull(node) { return Array(Word.allCases) }
        return words("fields", mapping, main)
    }

    private mutating func words<Word: RawRepresentable & CaseIterable & Labelled>(
        _ key: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> [Word] where Word.RawValue == String {
        guard let node = required(key, "哪些", mapping, main), !reading.isNull(node) else {
            return []
        }
        return reading.list(node, of: key).compactMap { reading.choice($0, of: key) }
    }

    private mutating func someone(_ mapping: Node.Mapping, _ main: YAMLField) -> StaffID? {
        required("person", "谁", mapping, main).flatMap { person($0, of: "person（谁）") }
    }

    private mutating func number(_ key: String, _ label: String, _ mapping: Node.Mapping) -> Int? {
        mapping[Node(key)].flatMap { reading.whole($0, 0...9999, of: "\(key)（\(label)）") }
    }

    private mutating func flag(_ key: String, _ label: String, _ mapping: Node.Mapping) -> Bool {
        mapping[Node(key)].flatMap { reading.flag($0, of: "\(key)（\(label)）") } ?? false
    }
}
