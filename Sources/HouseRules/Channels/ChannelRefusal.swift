/// Why a command about a channel does not stand.
public enum ChannelRefusal: Codable, Hashable, Sendable {
    /// There is a report of that number already.
    case reportExists(SlipID)

    /// The stable code.
    public var code: String {
        switch self {
        case .reportExists: "REPORT_EXISTS"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .reportExists: .own(45)
        }
    }
}
