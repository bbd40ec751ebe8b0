import Foundation
import HouseRules

/// A gateway for text messages: whatever provider a site uses stands behind a few lines of its own
/// that speak this (docs/messages.md).
struct SMSGateway: HTTPChannel {
    let name = MessageChannelName.sms
    let limits = [SendLimit(count: 10, milliseconds: 1000)]
    let mergesUpTo = 1
    let codeField = "code"
    let messageField = "message"
    let endpoint: MessageSettings.Endpoint
    let sender: any RequestSender

    static let timeHeader = "X-Anchang-Timestamp"
    static let signatureHeader = "X-Anchang-Signature"

    func request(for parcel: Parcel) throws -> OutgoingRequest {
        guard let sms = parcel.sms, let text = sms.template.filled(sms.values) else {
            throw CocoaError(.coderInvalidValue)
        }
        let body = try json([
            "id": sms.id, "to": sms.phone, "template": sms.template.name,
            "values": sms.values, "text": text,
        ])
        let time = String(parcel.at.milliseconds / 1000)
        var request = OutgoingRequest(url: endpoint.url, body: body)
        request.headers[Self.timeHeader] = time
        let key = HMACKey(Array((endpoint.secret ?? "").utf8))
        request.headers[Self.signatureHeader] =
            "sha256=" + hex(key.sign(Array("\(time).".utf8), body))
        return request
    }

    /// 0: taken. 1: try again later. Anything else: never.
    func verdict(code: Int, message: String) -> Delivery {
        switch code {
        case 0: .delivered
        case 1: .later("短信网关：\(message)")
        default: .refused("短信网关不收：\(code) \(message)")
        }
    }
}
