import HouseRules
import Yams

extension ScenarioReader {
    /// Facts of order on the floor.
    mutating func dutyCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        let command: DutyCommand?
        switch kind {
        case .handFront, .reportAbsent, .restDays, .suspend, .callBack, .errand:
            guard let staff = person(main.value, of: what) else { return [] }
            command = personDuty(kind, staff, mapping, main)
        default:
            guard let name = reading.text(main.value, of: what) else { return [] }
            command = visitDuty(kind, name, mapping, main)
        }
        let subject = reading.text(main.value, of: what) ?? ""
        return command.map { [Asked(subject: subject, command: .duty($0))] } ?? []
    }

    private mutating func personDuty(
        _ kind: FactKind, _ staff: StaffID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> DutyCommand? {
        switch kind {
        case .handFront:
            return required("to", "交给谁", mapping, main)
                .flatMap { person($0, of: "to（交给谁）") }.map { .handFront(staff, to: $0) }
        case .reportAbsent: return .reportAbsent(staff)
        case .callBack: return .callBack(staff)
        case .errand:
            return required("until", "到何时", mapping, main)
                .flatMap { moment($0, of: "until（到何时）") }
                .map { .orderErrand(staff, until: $0, note: words("note", mapping) ?? "") }
        case .restDays:
            guard let node = required("days", "哪几天", mapping, main) else { return nil }
            let days = reading.list(node, of: "days（哪几天）")
                .compactMap { reading.day($0, of: "days（哪几天）") }
            return .setRestDays(staff, days)
        default:
            guard let misconduct: Misconduct = word("misconduct", "何事", mapping, main) else {
                return nil
            }
            return .suspend(
                staff, misconduct, incident: words("incident", mapping) ?? "",
                facts: words("note", mapping) ?? "")
        }
    }

    private mutating func visitDuty(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> DutyCommand? {
        let note = words("note", mapping) ?? ""
        switch kind {
        case .answer, .refuse:
            let staff = required("person", "谁", mapping, main)
                .flatMap { person($0, of: "person（谁）") }
            return staff.map {
                kind == .answer
                    ? .answer(VisitID(name), $0) : .refuse(VisitID(name), $0, note: note)
            }
        case .leaveReception:
            guard let reason: MidLeave = word("reason", "原因", mapping, main) else { return nil }
            return .leaveReception(VisitID(name), reason)
        case .dispute:
            guard let node = required("person", "谁", mapping, main),
                let staff = person(node, of: "person（谁）")
            else { return nil }
            return .fileDispute(
                name, staff, visit: VisitID(words("visit", mapping) ?? ""), note: note)
        case .ruleDispute:
            guard let ruling: DisputeRuling = word("ruling", "裁定", mapping, main) else {
                return nil
            }
            return .ruleDispute(name, ruling, note: note)
        default:
            let size = mapping["size"].flatMap { reading.whole($0, 0...9999, of: "size（人数）") }
            return .proveTour(
                VisitID(name),
                TourOrder(
                    assigner: PersonID(words("assigner", mapping) ?? ""),
                    group: words("group", mapping) ?? "", size: size ?? 0))
        }
    }

    private mutating func words(_ key: String, _ mapping: Node.Mapping) -> String? {
        mapping[Node(key)].flatMap { reading.text($0, of: key) }
    }
}
