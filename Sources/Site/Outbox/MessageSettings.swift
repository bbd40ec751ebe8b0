import Foundation
import HouseRules

/// Where messages go. The addresses hold keys, so nothing here is ever shown or logged.
public struct MessageSettings: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// One place that takes messages by HTTP.
    public struct Endpoint: Sendable {
        /// Its address, with its key where the place wants it so.
        public let url: URL
        /// What requests are signed with.
        public let secret: String?

        /// A place by its address.
        public init(url: URL, secret: String? = nil) {
            self.url = url
            self.secret = secret
        }
    }

    /// The gateway for text messages.
    public var sms: Endpoint?
    /// A WeCom group bot.
    public var wecom: Endpoint?
    /// A DingTalk group bot.
    public var dingtalk: Endpoint?
    /// A Feishu group bot.
    public var feishu: Endpoint?
    /// When only what is urgent is sent.
    public var quietHours: QuietHours?
    /// Notices that come within so many seconds are sent as one.
    public var mergeSeconds = 2
    /// After so many attempts a message is given up.
    public var mostTries = 8

    /// Nothing set up: messages go to the log.
    public init() {}

    /// What the environment says.
    /// - Throws: ``MessageSettingProblem`` for an address or hours that cannot be used.
    public init(environment: [String: String]) throws(MessageSettingProblem) {
        sms = try Self.endpoint("SMS", environment, signed: true)
        wecom = try Self.endpoint("WECOM", environment, signed: false)
        dingtalk = try Self.endpoint("DINGTALK", environment, signed: false)
        feishu = try Self.endpoint("FEISHU", environment, signed: false)
        guard let hours = environment["ANCHANG_QUIET_HOURS"], !hours.isEmpty else { return }
        guard let quiet = QuietHours(hours) else {
            throw MessageSettingProblem("ANCHANG_QUIET_HOURS takes two times such as 21:30-08:00")
        }
        quietHours = quiet
    }

    private static func endpoint(
        _ name: String, _ environment: [String: String], signed: Bool
    ) throws(MessageSettingProblem) -> Endpoint? {
        guard let text = environment["ANCHANG_\(name)_URL"], !text.isEmpty else { return nil }
        guard let url = URL(string: text), let host = url.host, !host.isEmpty,
            url.scheme == "https"
                || url.scheme == "http" && ["127.0.0.1", "localhost"].contains(host)
        else {
            throw MessageSettingProblem(
                "ANCHANG_\(name)_URL takes an https address (http only to this machine)")
        }
        let secret = environment["ANCHANG_\(name)_SECRET"].flatMap { $0.isEmpty ? nil : $0 }
        if signed, secret == nil {
            throw MessageSettingProblem("ANCHANG_\(name)_SECRET is not set; requests are signed")
        }
        return Endpoint(url: url, secret: secret)
    }

    /// The bots that are set up; the log while there are none.
    var bots: [MessageChannelName] {
        let all: [(MessageChannelName, Endpoint?)] = [
            (.wecom, wecom), (.dingtalk, dingtalk), (.feishu, feishu),
        ]
        let found = all.filter { $0.1 != nil }.map(\.0)
        return found.isEmpty ? [.log] : found
    }

    /// Which ways are set up, without their addresses.
    public var description: String {
        (bots.map(\.rawValue) + (sms == nil ? [] : ["sms"])).joined(separator: ", ")
    }

    /// Which ways are set up, without their addresses.
    public var debugDescription: String { description }
}

/// What is wrong with a variable; never shows its value.
public struct MessageSettingProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// One English sentence.
    public let description: String

    init(_ description: String) { self.description = description + "." }
}

/// The hours of a day in which only what is urgent is sent; they may reach over midnight.
public struct QuietHours: Sendable, Hashable {
    /// Quiet from this time on.
    public let from: TimeOfDay
    /// Quiet until just before this time.
    public let until: TimeOfDay

    /// Reads `21:30-08:00`; nil for anything else, and for hours that begin when they end.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = TimeOfDay(parts[0]), let until = TimeOfDay(parts[1]),
            from != until
        else { return nil }
        (self.from, self.until) = (from, until)
    }

    /// Whether a moment falls into them.
    public func contains(_ moment: Moment) -> Bool {
        let time = moment.timeOfDay
        return from < until ? time >= from && time < until : time >= from || time < until
    }
}
