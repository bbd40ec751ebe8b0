/// Where somebody looked at a customer's personal data.
public enum LookPlace: String, Sendable, CaseIterable {
    /// The page of a customer.
    case customerFile = "customer_file"
    /// The desk, by the last four digits.
    case lookUp = "look_up"
    /// A text message that needs the number.
    case text
    /// The page of a message that was sent.
    case message
    /// A contract that was made.
    case contract
    /// The report about everything held of a person.
    case report

    /// What pages call it.
    var label: String {
        switch self {
        case .customerFile: "客户页"
        case .lookUp: "来客查找"
        case .text: "来电短信"
        case .message: "寄出的消息"
        case .contract: "生成合同"
        case .report: "个人信息查询"
        }
    }
}
