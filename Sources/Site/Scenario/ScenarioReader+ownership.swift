import HouseRules
import Yams

/// Facts of ownership (OWN-01 … OWN-42, OWN-55, OWN-56).
extension ScenarioReader {
    mutating func ownershipCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: OwnershipCommand?
        switch kind {
        case .relate: command = relate(PersonID(name), mapping, main)
        case .touch: command = touch(PersonID(name), mapping, main)
        case .pause:
            command = days(main.value, mapping, main).map { .setPhases(stops: [$0]) }
        case .changeRequest, .signChange, .handOut, .takeBack:
            command = slipCommand(kind, SlipID(name), mapping, main)
        case .leaveList, .assist, .depart:
            guard let staff = person(main.value, of: what) else { return [] }
            command = leaveCommand(kind, staff, mapping, main)
        case .relativeClaim:
            command = someone("person", mapping, main).map { .claimRelative(VisitID(name), $0) }
        default: command = customerCommand(kind, PersonID(name), mapping, main)
        }
        return command.map { [Asked(subject: name, command: .ownership($0))] } ?? []
    }

    /// `relate: 甲, to: 乙, kinship: spouse`: 乙 is the spouse of 甲; proven unless it says not.
    private mutating func relate(
        _ person: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        guard let other = word(of: "to", "与谁", mapping, main),
            let kinship: Kinship = word("kinship", "什么关系", mapping, main)
        else { return nil }
        let proven = mapping["proven"].flatMap { reading.flag($0, of: "proven（有凭据）") } ?? true
        return .relate(person, other: PersonID(other), kinship, proven: proven)
    }

    private mutating func touch(
        _ customer: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        guard let staff = someone("person", mapping, main),
            let on = mapping["on"] ?? mapping["at"] ?? required("on", "接通时刻", mapping, main),
            let occurred = moment(on, of: "on（接通时刻）")
        else { return nil }
        let ended = mapping["ended"].flatMap { moment($0, of: "ended（挂断时刻）") }
        let entered = mapping["entered"].flatMap { moment($0, of: "entered（录入时刻）") }
        return .touch(
            Touch(
                customer, by: staff,
                mapping["result"].flatMap { reading.choice($0, of: "result（结果）") } ?? .reached,
                mapping["medium"].flatMap { reading.choice($0, of: "medium（方式）") } ?? .phone,
                hasContent: mapping["content"].flatMap { reading.flag($0, of: "content（有邀约）") }
                    ?? true,
                occurred: occurred, ended: ended, entered: entered))
    }

    private mutating func slipCommand(
        _ kind: FactKind, _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        switch kind {
        case .signChange: return .signChange(slip)
        case .takeBack: return .takeBack(slip, note: words("note", mapping) ?? "")
        case .handOut:
            guard let node = required("to", "分给谁", mapping, main) else { return nil }
            return .handOut(
                slip,
                reading.openFields(node, of: "to（分给谁）").compactMap { field in
                    person(field.value, of: "to（分给谁）").map {
                        CustomerAssignment(PersonID(field.key), to: $0)
                    }
                })
        default:
            guard let customer = word(of: "customer", "客户", mapping, main),
                let staff = someone("person", mapping, main)
            else { return nil }
            let fields: [RecordField] =
                mapping["fields"].map { node in
                    reading.list(node, of: "fields（改哪些）").compactMap {
                        reading.choice($0, of: "fields（改哪些）")
                    }
                } ?? [.phone]
            return .requestChange(
                slip,
                RecordChange(
                    PersonID(customer), by: staff, fields: fields,
                    note: words("note", mapping) ?? "客户换号"))
        }
    }

    private mutating func leaveCommand(
        _ kind: FactKind, _ staff: StaffID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        switch kind {
        case .depart:
            let kind: DepartureKind? = word("how", "怎样离开", mapping, main)
            return kind.map { .depart(staff, $0) }
        case .assist:
            guard let helper = someone("person", mapping, main),
                let from = required("from", "从哪天", mapping, main),
                let days = days(from, mapping, main)
            else { return nil }
            return .nameAssistant(staff, Assistance(by: helper, on: days))
        default:
            guard let until = required("until", "到哪天", mapping, main),
                let last = reading.day(until, of: "until（到哪天）")
            else { return nil }
            let customers =
                mapping["customers"].map { node in
                    reading.list(node, of: "customers（客户）").compactMap {
                        reading.text($0, of: "customers（客户）").map { PersonID($0) }
                    }
                } ?? []
            let first = mapping["at"].flatMap { moment($0, of: "at（时刻）") }?.day ?? date
            return .list(
                staff, HandoverList(days: DayRange(first, last), customers: customers))
        }
    }

    private mutating func customerCommand(
        _ kind: FactKind, _ customer: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        switch kind {
        case .cancelDeal: return .cancelDeal(customer)
        case .caseShare: return .tellCase(customer)
        case .samePerson:
            return word(of: "with", "与谁", mapping, main).map {
                .merge(customer, into: PersonID($0), note: words("note", mapping) ?? "")
            }
        case .twoPersons: return .part(customer, note: words("note", mapping) ?? "")
        case .introduction:
            guard let introducer = word(of: "introducer", "谁介绍", mapping, main),
                let on = mapping["on"] ?? mapping["at"]
                    ?? required("on", "来电时刻", mapping, main),
                let occurred = moment(on, of: "on（来电时刻）")
            else { return nil }
            return .introduceAhead(customer, by: PersonID(introducer), occurred: occurred)
        default: return staffCommand(kind, customer, mapping, main)
        }
    }

    private mutating func staffCommand(
        _ kind: FactKind, _ customer: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        guard let staff = someone("person", mapping, main) else { return nil }
        switch kind {
        case .lack:
            let what: ThreeInOne? = word("what", "缺哪一件", mapping, main)
            return what.map { .findLack(customer, staff, $0) }
        case .tampered:
            let field: RecordField? = word("field", "涂改了什么", mapping, main)
            return field.map { .findTampering(customer, staff, $0) }
        case .reserve: return .reserve(customer, staff)
        case .renew: return .renew(customer, staff)
        case .signRenewal: return .signRenewal(customer, staff)
        case .peek:
            let role = mapping["role"].flatMap { reading.text($0, of: "role（以什么身份）") }
            return .peek(customer, staff, as: role.flatMap { Role(rawValue: $0) } ?? .consultant)
        case .notice:
            guard let told = required("contacted", "客户何时联系", mapping, main),
                let contacted = moment(told, of: "contacted（客户何时联系）")
            else { return nil }
            let reported = mapping["reported"].flatMap { moment($0, of: "reported（何时报告）") }
            return .notice(
                customer, Notice(staff: staff, contacted: contacted, reported: reported))
        case .reassign:
            let cause: ReassignmentCause =
                mapping["cause"].flatMap { reading.choice($0, of: "cause（原因）") } ?? .other
            return .reassign(
                Reassignment(
                    customer, to: staff, cause, slip: words("slip", mapping).map { SlipID($0) },
                    note: words("note", mapping) ?? ""))
        default: return nil
        }
    }

    private mutating func days(
        _ from: Node, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> DayRange? {
        guard let first = reading.day(from, of: "从哪天"),
            let until = required("until", "到哪天", mapping, main),
            let last = reading.day(until, of: "until（到哪天）")
        else { return nil }
        return DayRange(first, last)
    }

    private mutating func someone(
        _ key: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> StaffID? {
        required(key, "谁", mapping, main).flatMap { person($0, of: "\(key)（谁）") }
    }

    private mutating func word(
        of key: String, _ label: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> String? {
        required(key, label, mapping, main).flatMap { reading.text($0, of: "\(key)（\(label)）") }
    }

    private mutating func words(_ key: String, _ mapping: Node.Mapping) -> String? {
        mapping[Node(key)].flatMap { reading.text($0, of: key) }
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: OwnershipCommand, in state: SiteState) -> Actor {
        switch command {
        case .relate, .introduceAhead: role(.frontDeskSecretary)
        case .touch(let touch):
            touch.entered == nil ? Actor(touch.by, .consultant) : role(.salesManager)
        case .reserve(_, let staff), .claimRelative(_, let staff), .renew(_, let staff),
            .list(let staff, _):
            Actor(staff, .consultant)
        case .notice(_, let notice): Actor(notice.staff, .consultant)
        case .requestChange(_, let change): Actor(change.by, .consultant)
        case .findLack, .merge, .part, .cancelDeal: role(.clericalStaff)
        case .signRenewal: role(.salesSupervisor)
        case .peek: .clock
        case .tellCase(let person):
            state.ownership.cases[person].map { Actor($0.staff, .consultant) }
                ?? role(.salesManager)
        case .signChange, .findTampering, .handOut, .takeBack, .setPhases, .reassign,
            .nameAssistant, .depart:
            role(.salesManager)
        }
    }
}

extension Finding {
    /// What the dossiers and the pool look like.
    func ownershipSeen(_ key: ExpectKey) -> Seen {
        let ownership = state.ownership
        let dossiers = ownership.dossiers.keys.sorted()
        switch key {
        case .pool: return .words(ownership.pool.keys.map(\.rawValue).sorted())
        case .plan:
            return .pairs(
                previewRedistribution(in: state, on: day).map {
                    pair($0.person.rawValue, $0.staff.rawValue)
                })
        case .status:
            return .pairs(
                dossiers.compactMap { person in
                    ownership.records(of: person).last.map {
                        pair(person.rawValue, $0.status(on: day).rawValue)
                    }
                })
        default:
            return .pairs(
                dossiers.compactMap { person in
                    let record =
                        ownership.ruling(of: person, on: day) ?? ownership.records(of: person).last
                    return record.map {
                        pair(
                            person.rawValue,
                            "\($0.clock.freshUntil.text.dropFirst(5)) "
                                + "\($0.clock.validUntil.text.dropFirst(5))")
                    }
                })
        }
    }

    /// `李 lapsed_freshness`: whose clock ran out, and which.
    var lapsed: [String] {
        (ruling?.events ?? []).compactMap { event in
            guard case .ownership(.lapsed(let person, _, _, let status, _)) = event else {
                return nil
            }
            return "\(person) \(status.rawValue)"
        }
    }

    /// `李 B`: of whom somebody was reminded.
    var reminded: [String] {
        (ruling?.events ?? []).compactMap { event in
            guard case .ownership(.reminded(let person, let staff, _, _)) = event else {
                return nil
            }
            return "\(person) \(staff)"
        }
    }
}
