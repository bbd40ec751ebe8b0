import Foundation
import HouseRules

/// A WeCom group bot: its key stands in the address.
struct WeComBot: HTTPChannel {
    let name = MessageChannelName.wecom
    let limits = [SendLimit(count: 20, milliseconds: 60_000)]
    let mergesUpTo = 20
    let codeField = "errcode"
    let messageField = "errmsg"
    let endpoint: MessageSettings.Endpoint
    let sender: any RequestSender

    /// `text` takes 2048 bytes.
    func request(for parcel: Parcel) throws -> OutgoingRequest {
        OutgoingRequest(
            url: endpoint.url,
            body: try json([
                "msgtype": "text", "text": ["content": parcel.text(limit: 2048)],
            ]))
    }

    func verdict(code: Int, message: String) -> Delivery {
        switch code {
        case 0: .delivered
        case -1, 45009, 45033: .later("企业微信：\(code) \(message)", after: code == -1 ? nil : 60)
        default: .refused("企业微信不收：\(code) \(message)")
        }
    }
}

/// A DingTalk group bot: the address is signed with the time and the bot's secret.
struct DingTalkBot: HTTPChannel {
    let name = MessageChannelName.dingtalk
    let limits = [SendLimit(count: 20, milliseconds: 60_000)]
    let mergesUpTo = 20
    let codeField = "errcode"
    let messageField = "errmsg"
    let endpoint: MessageSettings.Endpoint
    let sender: any RequestSender

    func request(for parcel: Parcel) throws -> OutgoingRequest {
        OutgoingRequest(
            url: signed(endpoint.url, at: parcel.at),
            body: try json([
                "msgtype": "text", "text": ["content": parcel.text(limit: 15_000)],
            ]))
    }

    /// `timestamp` in milliseconds and `sign`, HMAC-SHA-256 of "timestamp\nsecret" by the secret.
    private func signed(_ url: URL, at moment: Moment) -> URL {
        guard let secret = endpoint.secret else { return url }
        let time = String(moment.milliseconds)
        let sign = HMACKey(Array(secret.utf8)).sign(Array("\(time)\n\(secret)".utf8))
        let text = url.absoluteString
        let joint = text.contains("?") ? "&" : "?"
        let query = "timestamp=\(time)&sign=\(percentEncode(base64(sign)))"
        return URL(string: text + joint + query) ?? url
    }

    func verdict(code: Int, message: String) -> Delivery {
        switch code {
        case 0: .delivered
        case 130_101, 410_100, 90_018, 90_030: .later("钉钉：\(code) \(message)", after: 60)
        case -1: .later("钉钉：\(code) \(message)")
        default: .refused("钉钉不收：\(code) \(message)")
        }
    }
}

/// A Feishu group bot: time and signature stand in the body.
struct FeishuBot: HTTPChannel {
    let name = MessageChannelName.feishu
    let limits = [
        SendLimit(count: 100, milliseconds: 60_000), SendLimit(count: 5, milliseconds: 1000),
    ]
    let mergesUpTo = 20
    let codeField = "code"
    let messageField = "msg"
    let endpoint: MessageSettings.Endpoint
    let sender: any RequestSender

    /// `timestamp` in seconds and `sign`, HMAC-SHA-256 of nothing by "timestamp\nsecret".
    func request(for parcel: Parcel) throws -> OutgoingRequest {
        var object: [String: Any] = [
            "msg_type": "text", "content": ["text": parcel.text(limit: 15_000)],
        ]
        if let secret = endpoint.secret {
            let time = String(parcel.at.milliseconds / 1000)
            object["timestamp"] = time
            object["sign"] = base64(HMACKey(Array("\(time)\n\(secret)".utf8)).sign())
        }
        return OutgoingRequest(url: endpoint.url, body: try json(object))
    }

    func verdict(code: Int, message: String) -> Delivery {
        switch code {
        case 0: .delivered
        case 11_232: .later("飞书：\(code) \(message)", after: 60)
        default: .refused("飞书不收：\(code) \(message)")
        }
    }
}

/// Standard base64, as these services want their signatures.
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
