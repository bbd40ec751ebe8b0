import Database
import Foundation
import HouseRules

/// A text message in the house's words with places to fill.
public struct SMSTemplate: Sendable, Hashable {
    /// Its stable name, also for the gateway.
    public let name: String
    /// What lists call it.
    public let label: String
    /// The text; `{name}` stands for a value.
    public let text: String

    /// The templates there are. Gateways register each by its name and text.
    public static let all = [
        SMSTemplate(
            name: "call_followup", label: "来电后的地址短信",
            text: "您好，我是{site}的{consultant}。感谢来电，地址：{address}，欢迎您来看看。"),
        SMSTemplate(
            name: "call_address", label: "首次来电短信（地址与交通）",
            text: "您好，这里是{site}。项目地址：{address}。交通：{route}。{consultant}期待您到访。"),
        SMSTemplate(
            name: "call_greeting", label: "首次来电短信（专属顾问）",
            text: "{customer}您好，我是您在{site}的专属顾问{consultant}，电话{phone}。"
                + "感谢您关注本项目，随时可以找我，期待您到访。"),
        SMSTemplate(
            name: "callback_promised", label: "未接来电的致歉短信",
            text: "您好，这里是{site}。刚才未能接听您的来电，{consultant}会尽快给您回电。"),
    ]

    /// The template of a name.
    public static func named(_ name: String?) -> SMSTemplate? { all.first { $0.name == name } }

    /// The names of its places, in their order.
    public var places: [String] {
        text.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
    }

    /// The text with its values; nil when one is missing.
    func filled(_ values: [String: String]) -> String? {
        guard places.allSatisfy({ values[$0] != nil }) else { return nil }
        return places.reduce(text) { $0.replacing("{\($1)}", with: values[$1] ?? "") }
    }
}

/// A text message somebody is to get.
public struct SMSOrder: Sendable, Hashable {
    /// Names the message: the same id again is entered once. At most 64 characters.
    public let id: String
    /// The number, as it was given.
    public let phone: String
    /// The template.
    public let template: SMSTemplate
    /// A value for each of its places.
    public let values: [String: String]
    /// The decision that it follows from.
    public let decision: DecisionID?
    /// When it was ordered.
    public let at: Moment
    /// After this moment it is not sent any more.
    public let expiresAt: Moment

    /// An order; nil when a value of the template is missing or there is no number to send it to.
    public init?(
        id: String, phone: String, template: SMSTemplate, values: [String: String],
        decision: DecisionID? = nil, at: Moment, expiresAt: Moment
    ) {
        guard template.filled(values) != nil, PersonKey.digits(phone).count >= 7 else { return nil }
        (self.id, self.phone, self.template, self.values) = (id, phone, template, values)
        (self.decision, self.at, self.expiresAt) = (decision, at, expiresAt)
    }
}

/// What of a text message is personal: stored sealed only.
struct SMSSecret: Codable, Sendable, Hashable {
    let phone: String
    let values: [String: String]
}

/// Where messages are put, to leave the house after the transaction that they belong to.
public struct Outbox: Sendable {
    private let key: PersonKey

    /// The outbox of an installation; the key seals numbers.
    public init(key: PersonKey) { self.key = key }

    /// The statement that enters a text message, to go `alongside` the command it belongs to: sent
    /// if and only if the decision stands in the journal (REC-57 and others).
    public func enqueue(_ order: SMSOrder, at site: SiteID) -> SQL {
        let secret = SMSSecret(phone: PersonKey.digits(order.phone), values: order.values)
        guard let plain = try? JSONEncoder().encode(secret) else {
            preconditionFailure("texts always encode")
        }
        let message = NewMessage(
            id: order.id, channel: .sms, kind: .sms,
            facts: MessageFacts(template: order.template.name),
            sealed: key.seal(Array(plain), as: Self.context(order.id, site)),
            decision: order.decision, at: order.at, firstTry: order.at,
            expiresAt: order.expiresAt)
        return NewMessage.insertion([message], site: site) ?? "SELECT 1"
    }

    /// Opens what ``enqueue(_:at:)`` sealed; nil when the key is another or the text was changed.
    func open(_ sealed: String, of id: String, at site: SiteID) -> SMSSecret? {
        guard let plain = try? key.open(sealed, as: Self.context(id, site)) else { return nil }
        return try? JSONDecoder().decode(SMSSecret.self, from: Data(plain))
    }

    private static func context(_ id: String, _ site: SiteID) -> String {
        "message\u{0}\(site)\u{0}\(id)"
    }
}
