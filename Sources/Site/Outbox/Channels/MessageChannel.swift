import Foundation
import HouseRules
import Logging

/// What is sent in one go: one text message, or the notices of a site for one bot.
struct Parcel: Sendable {
    /// Names this attempt.
    let batch: String
    let site: String
    /// One sentence for each notice.
    let sentences: [String]
    /// The text message, when it is one.
    var sms: SMSParcel?
    let at: Moment

    /// The sentences under the name of the site, within so many bytes; what has no room is counted.
    func text(limit: Int) -> String {
        var text = "【\(site)】"
        for (index, sentence) in sentences.enumerated() {
            let line = (index == 0 ? "" : "\n") + sentence
            let left = sentences.count - index
            guard text.utf8.count + line.utf8.count + 64 <= limit else {
                return text + "\n还有 \(left) 条，请看系统里的“消息”。"
            }
            text += line
        }
        return text
    }
}

/// A text message in plain, on its way out.
struct SMSParcel: Sendable, Hashable {
    let id: String
    let phone: String
    let template: SMSTemplate
    let values: [String: String]
}

/// How an attempt ended.
enum Delivery: Sendable, Equatable {
    /// The other side has it.
    case delivered
    /// Not now; after so many seconds at the earliest, when the other side said so.
    case later(String, after: Int? = nil)
    /// Never like this: somebody has to look at it.
    case refused(String)
}

/// At most so many attempts in so many milliseconds.
struct SendLimit: Sendable, Hashable {
    let count: Int
    let milliseconds: Int64
}

/// One way out of the house.
protocol MessageChannel: Sendable {
    var name: MessageChannelName { get }
    var limits: [SendLimit] { get }
    /// So many notices at most are sent as one.
    var mergesUpTo: Int { get }
    func deliver(_ parcel: Parcel) async -> Delivery
}

/// While nothing is set up, messages are seen in the log; it says which, and nothing of what they
/// hold.
struct LogChannel: MessageChannel {
    let name: MessageChannelName
    let surroundings: Surroundings
    let limits: [SendLimit] = []
    let mergesUpTo = 50

    func deliver(_ parcel: Parcel) async -> Delivery {
        surroundings.log.info(
            "messages for the log only",
            metadata: ["batch": "\(parcel.batch)", "count": "\(max(1, parcel.sentences.count))"])
        return .delivered
    }
}

/// A request to somebody else's server.
struct OutgoingRequest: Sendable, Equatable {
    let url: URL
    var headers: [String: String] = ["Content-Type": "application/json; charset=utf-8"]
    let body: [UInt8]
}

/// What came back.
struct IncomingAnswer: Sendable, Equatable {
    let status: Int
    var retryAfter: Int?
    let body: [UInt8]
}

/// Sends requests; tests put another in its place.
protocol RequestSender: Sendable {
    /// - Throws: ``UnreachableServer``, `CancellationError`.
    func send(_ request: OutgoingRequest) async throws -> IncomingAnswer
}

/// Nobody answered in time or at all. Says nothing of the address, which holds a key.
struct UnreachableServer: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// A way out by HTTP: how a parcel is written and what an answer means.
protocol HTTPChannel: MessageChannel {
    var sender: any RequestSender { get }
    func request(for parcel: Parcel) throws -> OutgoingRequest
    /// What the code in the answer's JSON means; nil when it says nothing.
    func verdict(code: Int, message: String) -> Delivery
    /// The name of that code.
    var codeField: String { get }
    /// The name of the words beside it.
    var messageField: String { get }
}

extension HTTPChannel {
    func deliver(_ parcel: Parcel) async -> Delivery {
        do {
            return verdict(on: try await sender.send(try request(for: parcel)))
        } catch let fault as UnreachableServer {
            return .later(fault.description)
        } catch is CancellationError {
            return .later("正要停机，没有寄出。")
        } catch {
            return .refused("消息写不出来。")
        }
    }

    /// A 200 alone is no success: these services say in their JSON whether they took it.
    func verdict(on answer: IncomingAnswer) -> Delivery {
        if answer.status == 429 || answer.status == 503 {
            return .later("对方说太频繁或正忙（\(answer.status)）。", after: answer.retryAfter)
        }
        let fields = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        if let code = (fields?[codeField] as? NSNumber)?.intValue {
            let words = (fields?[messageField] as? String) ?? ""
            return verdict(code: code, message: String(words.prefix(120)))
        }
        switch answer.status {
        case 200..<300: return .later("对方的回答里没有 \(codeField)，不能算寄到。")
        case 408, 500...: return .later("对方出错（\(answer.status)）。", after: answer.retryAfter)
        default: return .refused("对方不收（\(answer.status)）。")
        }
    }

    /// The JSON of an object, its keys in alphabetical order.
    func json(_ object: [String: Any]) throws -> [UInt8] {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try JSONSerialization.data(withJSONObject: object, options: options))
    }
}
