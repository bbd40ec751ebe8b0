import HouseRules
import Yams

extension ScenarioReader {
    /// The command of a fact about customers.
    mutating func claimCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: ClaimCommand?
        switch kind {
        case .register: command = register(PersonID(name), mapping, main)
        case .appointment: command = appointment(PersonID(name), mapping, main)
        case .handOver:
            command = somebody("person", mapping, main).map {
                .handOver(PersonID(name), to: $0, note: note(mapping))
            }
        case .linkCall:
            command = customer(mapping, main).map { .linkCall(CallID(name), $0) }
        case .askChange, .ruleChange: command = changeRequest(kind, SlipID(name), mapping, main)
        case .joinGroup, .restDayMeeting, .offsite:
            guard let staff = person(main.value, of: what) else { return [] }
            command = staffCommand(kind, staff, mapping, main)
        default: command = visitClaim(kind, VisitID(name), mapping, main)
        }
        return command.map { [Asked(subject: name, command: .claims($0))] } ?? []
    }

    /// A wish for another consultant; ruled without a person, it is refused.
    private mutating func changeRequest(
        _ kind: FactKind, _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        let staff = optional("person", mapping)
        guard kind == .askChange else {
            return .ruleChange(
                slip, staff.map { .granted(to: $0) } ?? .refused, note: note(mapping))
        }
        guard let person = customer(mapping, main),
            let cause: ChangeCause = word("cause", "原因", mapping, main)
        else { return nil }
        return .askChange(
            ChangeWish(slip, of: person, wants: staff, cause, note: note(mapping)))
    }

    private mutating func visitClaim(
        _ kind: FactKind, _ visit: VisitID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        switch kind {
        case .claim: return claim(visit, mapping, main)
        case .name: return somebody("person", mapping, main).map { .name(visit, $0) }
        case .identify: return customer(mapping, main).map { .identify(visit, $0) }
        case .prove: return .prove(visit)
        case .priceTalk: return .beginPriceTalk(visit)
        case .noteHandover: return .noteHandover(visit, note: note(mapping))
        case .readHandover: return .readHandover(visit)
        case .merge:
            return required("with", "与哪一组合", mapping, main).flatMap {
                reading.text($0, of: "with（与哪一组合）")
            }.map { .merge(visit, VisitID($0)) }
        case .change:
            guard let to = somebody("person", mapping, main),
                let cause: ChangeCause = word("cause", "原因", mapping, main)
            else { return nil }
            return .change(ChangeSlip(visit, to: to, cause, note: note(mapping)))
        default: return laterClaim(kind, visit, mapping, main)
        }
    }

    private mutating func laterClaim(
        _ kind: FactKind, _ visit: VisitID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        switch kind {
        case .introduce:
            guard let introducer = customer(mapping, main),
                let arrived = instant("arrived", "到场时刻", mapping, main)
            else { return nil }
            return .introduce(Introduction(visit, by: introducer, arrivedAt: arrived))
        case .reclassify:
            guard let visitClass: VisitClass = word("class", "来访类别", mapping, main) else {
                return nil
            }
            return .reclassify(visit, visitClass, named: optional("named", mapping))
        case .split:
            guard let node = required("into", "拆出来的组", mapping, main),
                let name = reading.text(node, of: "into（拆出来的组）")
            else { return nil }
            return .split(visit, Arrival(VisitID(name), .newFirst))
        case .staffReferral:
            guard let contacted = instant("contacted", "联系员工的时刻", mapping, main) else {
                return nil
            }
            return .hearStaffReferral(
                visit, contacted: contacted, designated: optional("named", mapping))
        default: return nil
        }
    }

    private mutating func staffCommand(
        _ kind: FactKind, _ staff: StaffID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        switch kind {
        case .joinGroup:
            let group = mapping["group"].flatMap { reading.text($0, of: "group（组名）") }
            return .group(staff, group)
        case .restDayMeeting:
            return customer(mapping, main).map {
                .meetOnRestDay(staff, $0, inUniform: isTrue("uniform", mapping) ?? true)
            }
        default:
            let customer = mapping["customer"].flatMap { reading.text($0, of: "customer（客户）") }
            return .offsite(
                staff, customer.map { PersonID($0) }, to: optional("to", mapping),
                note: note(mapping))
        }
    }

    private mutating func register(
        _ person: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        guard let staff = somebody("person", mapping, main),
            let kind: CustomerFact.Kind = word("holds", "什么记录", mapping, main),
            let occurred = instant("on", "发生时刻", mapping, main)
        else { return nil }
        let ended = mapping["ended"].flatMap { moment($0, of: "ended（结束时刻）") }
        let entered = mapping["entered"].flatMap { moment($0, of: "entered（录入时刻）") }
        return .note(
            CustomerFact(
                person, staff, kind, occurred: occurred, ended: ended,
                entered: entered ?? (mapping["by"] == nil ? ended ?? occurred : nil)))
    }

    private mutating func appointment(
        _ person: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        guard let staff = somebody("person", mapping, main),
            let time = instant("for", "约在何时", mapping, main)
        else { return nil }
        return .appoint(
            Appointment(
                person, with: staff, at: time, substitute: optional("substitute", mapping),
                isAbsent: isTrue("absent", mapping) ?? false))
    }

    private mutating func claim(
        _ visit: VisitID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ClaimCommand? {
        guard let staff = somebody("person", mapping, main) else { return nil }
        let customer = mapping["customer"].flatMap { reading.text($0, of: "customer（客户）") }
        var claim = Claim(visit, by: staff, person: customer.map { PersonID($0) })
        claim.saidSurname = isTrue("surname", mapping) ?? true
        claim.acknowledged = isTrue("acknowledged", mapping) ?? true
        claim.wantsAnother = isTrue("wants_another", mapping) ?? false
        claim.confirmsOwnResource = isTrue("own_resource", mapping) ?? false
        claim.pointedAt = isTrue("pointed", mapping) ?? false
        return .claim(claim)
    }

    /// The answers of the first question; nil when none is written.
    mutating func answers(_ mapping: Node.Mapping) -> FirstQuestion? {
        let written = FactKind.answerFields.contains { mapping[Node($0)] != nil }
        guard written else { return nil }
        var answers = FirstQuestion()
        answers.firstVisit = isTrue("first_visit", mapping)
        answers.known = mapping["known"].flatMap { acquaintance($0) }
        answers.phonedBefore = isTrue("phoned", mapping)
        answers.smsReceived = isTrue("sms", mapping)
        answers.textFrom = optional("text_from", mapping)
        answers.referrer = mapping["referrer"].flatMap { reading.choice($0, of: "referrer（谁介绍）") }
        answers.purpose = mapping["purpose"].flatMap { reading.choice($0, of: "purpose（来意）") }
        answers.introducer = mapping["introducer"]
            .flatMap { reading.text($0, of: "introducer（介绍人）") }.map { PersonID($0) }
        answers.recognisedBy = optional("recognised_by", mapping)
        if let node = mapping["verified"] {
            answers.verified = reading.list(node, of: "verified（核实凭据）").compactMap {
                reading.choice($0, of: "verified（核实凭据）")
            }
        }
        answers.partySize = mapping["party"].flatMap { reading.whole($0, 1...99, of: "party（人数）") }
        answers.namedAt = mapping["named_at"].flatMap { moment($0, of: "named_at（指名时刻）") }
        answers.answeredAt = mapping["answered"].flatMap { moment($0, of: "answered（答完时刻）") }
        return answers
    }

    /// `nobody`, `forgotten`, a person or several.
    private mutating func acquaintance(_ node: Node) -> Acquaintance? {
        if case .sequence = node { return .named(peopleList(node, of: "known（认识谁）")) }
        switch reading.text(node, of: "known（认识谁）") {
        case "nobody": return .nobody
        case "forgotten": return .forgotten
        case nil: return nil
        default: return person(node, of: "known（认识谁）").map { .named([$0]) }
        }
    }

    private mutating func somebody(
        _ key: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> StaffID? {
        required(key, "谁", mapping, main).flatMap { person($0, of: "\(key)（谁）") }
    }

    private mutating func optional(_ key: String, _ mapping: Node.Mapping) -> StaffID? {
        mapping[Node(key)].flatMap { person($0, of: "\(key)（谁）") }
    }

    private mutating func customer(_ mapping: Node.Mapping, _ main: YAMLField) -> PersonID? {
        required("customer", "客户", mapping, main).flatMap {
            reading.text($0, of: "customer（客户）")
        }.map { PersonID($0) }
    }

    private mutating func instant(
        _ key: String, _ label: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> Moment? {
        required(key, label, mapping, main).flatMap { moment($0, of: "\(key)（\(label)）") }
    }

    private mutating func isTrue(_ key: String, _ mapping: Node.Mapping) -> Bool? {
        mapping[Node(key)].flatMap { reading.flag($0, of: key) }
    }

    private mutating func note(_ mapping: Node.Mapping) -> String {
        mapping["note"].flatMap { reading.text($0, of: "note（原因）") } ?? ""
    }
}
