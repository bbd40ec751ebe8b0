import HouseRules
import Yams

/// Facts of channels and recommendations (OWN-43 … OWN-54).
extension ScenarioReader {
    mutating func channelCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: ChannelCommand?
        switch kind {
        case .gate, .mention, .channelMatch, .channelReview, .spaceHome, .closeAudit:
            command = visitChannel(kind, VisitID(name), mapping, main)
        case .spaceHomeContact, .poached, .channelDeal, .survey, .recommend, .referralContact:
            command = laterChannel(kind, name, mapping, main)
        default: command = report(kind, name, mapping, main)
        }
        return command.map { [Asked(subject: name, command: .channels($0))] } ?? []
    }

    private mutating func report(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ChannelCommand? {
        switch kind {
        case .blockChannel:
            let until = mapping["until"].flatMap { moment($0, of: "until（到何时）") }
            return .block(
                ChannelBlock(
                    channel: name, agent: words("agent", mapping), until: until,
                    note: words("note", mapping) ?? ""))
        case .liftChannel: return .lift(channel: name, agent: words("agent", mapping))
        case .visitConfirmation:
            guard let visit = must("visit", "哪次到访", mapping, main),
                let (channel, agent) = who(mapping, main)
            else { return nil }
            let signed = mapping["signed"].flatMap { reading.flag($0, of: "signed") } ?? true
            return .confirm(
                VisitConfirmation(
                    SlipID(name), of: VisitID(visit), channel: channel, agent: agent,
                    isSigned: signed))
        default: return report(SlipID(name), mapping, main)
        }
    }

    private mutating func report(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ChannelCommand? {
        guard let (channel, agent) = who(mapping, main), let mark = mark(mapping, main),
            let sent = required("sent", "发送时刻", mapping, main).flatMap({
                moment($0, of: "sent（发送时刻）")
            })
        else { return nil }
        var report = ChannelReport(
            slip, channel: channel, agent: agent, customer: mark, sentAt: sent)
        if let kind = mapping["kind"] {
            report.kind = reading.choice(kind, of: "kind（谁报备）") ?? .channel
        }
        report.sequence = mapping["sequence"].flatMap {
            reading.whole($0, 0...999_999, of: "sequence（群消息序号）")
        }
        return .report(report)
    }

    private mutating func visitChannel(
        _ kind: FactKind, _ visit: VisitID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ChannelCommand? {
        switch kind {
        case .gate:
            return required("seen", "何时进场", mapping, main)
                .flatMap { moment($0, of: "seen（何时进场）") }.map { .passGate(visit, $0) }
        case .channelMatch:
            let shown = words("shown", mapping).map { SlipID($0) }
            return mark(mapping, main).map { .judge(visit, $0, shown: shown) }
        case .channelReview:
            return .review(
                ChannelReview(
                    visit, report: words("slip", mapping).map { SlipID($0) },
                    note: words("note", mapping) ?? ""))
        case .spaceHome:
            let arrived = mapping["arrived"].flatMap { moment($0, of: "arrived（到场时刻）") }
            let customer = words("customer", mapping).map { PersonID($0) }
            return must("slip", "报备单", mapping, main).map {
                .meet(
                    Arrival(visit, .newFirst, arrivedAt: arrived, person: customer), SlipID($0))
            }
        case .closeAudit:
            let staff = mapping["dumped_by"].flatMap { person($0, of: "dumped_by（谁甩的单）") }
            return .closeAudit(visit, dumpedBy: staff, note: words("note", mapping) ?? "")
        default: return .mention(visit)
        }
    }

    private mutating func laterChannel(
        _ kind: FactKind, _ name: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ChannelCommand? {
        switch kind {
        case .spaceHomeContact: return staff(mapping, main).map { .contact(SlipID(name), $0) }
        case .poached:
            guard let (channel, agent) = who(mapping, main), let staff = staff(mapping, main)
            else { return nil }
            return .provePoaching(
                Poaching(
                    of: PersonID(name), channel: channel, agent: agent, from: staff,
                    note: words("note", mapping) ?? ""))
        case .channelDeal:
            guard mapping["customer_name"] != nil else { return .checkDeal(DealID(name), nil) }
            return mark(mapping, main).map { .checkDeal(DealID(name), $0) }
        case .survey:
            var marks: [SurveyTarget: Int] = [:]
            for target in SurveyTarget.allCases {
                marks[target] = mapping[Node(target.rawValue)].flatMap {
                    reading.whole($0, 0...9, of: target.label)
                }
            }
            let brought = mapping["brought"].flatMap { reading.flag($0, of: "brought") } ?? true
            return .answerSurvey(ChannelSurvey(DealID(name), isBrought: brought, marks: marks))
        case .recommend:
            guard let customer = must("customer", "客户", mapping, main),
                let staff = staff(mapping, main)
            else { return nil }
            return .recommend(SlipID(name), PersonID(customer), staff)
        default:
            guard let customer = must("customer", "客户", mapping, main),
                let node = required("evidence", "什么凭据", mapping, main),
                let evidence: ReferralEvidence = reading.choice(node, of: "evidence（什么凭据）")
            else { return nil }
            return .noteContact(PersonID(customer), SlipID(name), evidence)
        }
    }

    private mutating func mark(
        _ mapping: Node.Mapping, _ main: YAMLField
    ) -> CustomerMark? {
        guard let name = must("customer_name", "客户姓名", mapping, main),
            let phone = must("phone", "客户电话", mapping, main)
        else { return nil }
        return CustomerWords(name: name, phone: phone).plainMark
    }

    private mutating func who(
        _ mapping: Node.Mapping, _ main: YAMLField
    ) -> (channel: String, agent: String)? {
        guard let channel = must("channel", "渠道公司", mapping, main),
            let agent = must("agent", "渠道人员", mapping, main)
        else { return nil }
        return (channel, agent)
    }

    private mutating func staff(_ mapping: Node.Mapping, _ main: YAMLField) -> StaffID? {
        required("person", "谁", mapping, main).flatMap { person($0, of: "person（谁）") }
    }

    private mutating func must(
        _ key: String, _ label: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> String? {
        required(key, label, mapping, main)
            .flatMap { reading.text($0, of: "\(key)（\(label)）") }
    }

    private mutating func words(_ key: String, _ mapping: Node.Mapping) -> String? {
        mapping[Node(key)].flatMap { reading.text($0, of: key) }
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: ChannelCommand, in state: SiteState) -> Actor {
        switch command {
        case .report, .passGate, .mention, .judge, .meet, .confirm, .recommend, .noteContact:
            role(.frontDeskSecretary)
        case .contact(_, let staff): Actor(staff, .consultant)
        case .checkDeal, .answerSurvey: role(.clericalStaff)
        case .block, .lift, .review, .closeAudit, .provePoaching: role(.salesManager)
        }
    }
}
