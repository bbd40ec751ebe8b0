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
        default: command = report(SlipID(name), mapping, main)
        }
        return command.map { [Asked(subject: name, command: .channels($0))] } ?? []
    }

    private mutating func report(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> ChannelCommand? {
        func text(_ key: String, _ label: String) -> String? {
            required(key, label, mapping, main).flatMap { reading.text($0, of: "\(key)(\(label))") }
        }
        guard let channel = text("channel", "渠道公司"), let agent = text("agent", "渠道人员"),
            let name = text("customer_name", "客户姓名"), let phone = text("phone", "客户电话"),
            let sent = required("sent", "发送时刻", mapping, main).flatMap({
                moment($0, of: "sent(发送时刻)")
            })
        else { return nil }
        return .report(
            ChannelReport(
                slip, channel: channel, agent: agent,
                customer: CustomerMark(name: name, phone: phone), sentAt: sent))
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: ChannelCommand, in state: SiteState) -> Actor {
        switch command {
        case .report: role(.frontDeskSecretary)
        }
    }
}
