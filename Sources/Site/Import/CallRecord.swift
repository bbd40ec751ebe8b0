import HouseRules

/// How a call of the past ended.
public enum CallOutcome: String, Codable, Sendable, CaseIterable {
    /// Connected to somebody.
    case agent = "AGENT"
    /// The caller hung up while waiting.
    case hang = "HANG"
    /// An artefact of the recording, no call.
    case phantom = "PHANTOM"
}

/// One call of the past as an exchange recorded it; the caller is left out on purpose.
public struct CallRecord: Hashable, Sendable {
    /// The number of the call and when it came in: unique, and the same at every import.
    public let id: CallID
    /// What the caller wanted, in the words of the exchange, such as `NW`.
    public let kind: String
    /// When the call came in.
    public let enteredAt: Moment
    /// Seconds spent waiting.
    public let queueSeconds: Int
    /// How it ended.
    public let outcome: CallOutcome
    /// When somebody began to serve; nil when nobody did or nobody noted it.
    public let serviceStart: Moment?
    /// For how many seconds; nil together with ``serviceStart``.
    public let serviceSeconds: Int?
    /// Who served; nil when nobody did or nobody noted it.
    public let agent: StaffID?

    /// A call with the facts of its row.
    public init(
        id: CallID, kind: String, enteredAt: Moment, queueSeconds: Int, outcome: CallOutcome,
        serviceStart: Moment? = nil, serviceSeconds: Int? = nil, agent: StaffID? = nil
    ) {
        self.id = id
        self.kind = kind
        self.enteredAt = enteredAt
        self.queueSeconds = queueSeconds
        self.outcome = outcome
        self.serviceStart = serviceStart
        self.serviceSeconds = serviceSeconds
        self.agent = agent
    }

    /// The id of a call: the exchange's number alone comes back within a month.
    public static func id(number: String, enteredAt: Moment) -> CallID {
        CallID("\(number)@\(enteredAt.day.text)T\(clock(enteredAt.timeOfDay))")
    }

    private static func clock(_ time: TimeOfDay) -> String {
        time.second % 60 == 0 ? time.text + ":00" : time.text
    }
}

/// The fields of a call and the headers they are known by.
public enum CallField: String, ImportField {
    /// The exchange's number of the call.
    case callID = "call_id"
    /// What the caller wanted.
    case kind
    /// When the call came in, on the site's wall clock.
    case enteredAt = "entered_at"
    /// Seconds spent waiting.
    case queueSeconds = "queue_s"
    /// AGENT, HANG or PHANTOM.
    case outcome
    /// When service began, on the site's wall clock.
    case serviceStart = "service_started_at"
    /// Seconds of service.
    case serviceSeconds = "service_s"
    /// Who served.
    case agent

    /// Headers that mean this field.
    public var headers: [String] {
        switch self {
        case .callID: ["通话编号", "来电编号", "call id"]
        case .kind: ["业务类型", "来电类型", "类型", "call type"]
        case .enteredAt: ["来电时间", "进线时间", "entered at"]
        case .queueSeconds: ["等待秒数", "排队秒数", "queue seconds"]
        case .outcome: ["结果", "来电结果", "result"]
        case .serviceStart: ["接听时间", "开始接听", "service started at"]
        case .serviceSeconds: ["通话秒数", "接听秒数", "service seconds"]
        case .agent: ["接听人", "坐席", "answerer"]
        }
    }
}
