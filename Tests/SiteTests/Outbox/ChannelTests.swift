import Foundation
import HouseRules
import Testing

@testable import Site

/// What a channel would send, and what it makes of the answer, without a network.
@Suite struct `Ways out of the house` {
    private static let at = Moment(milliseconds: 1_748_829_600_123)
    private let url = URL(string: "https://bot.example/send?key=k1")!

    private func parcel(_ sentences: [String] = ["请安然到前台候客。"]) -> Parcel {
        Parcel(batch: "b1", site: "云栖府", sentences: sentences, at: Self.at)
    }

    private func object(_ request: OutgoingRequest) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    }

    private func answer(
        _ text: String, status: Int = 200, retryAfter: Int? = nil
    ) -> IncomingAnswer {
        IncomingAnswer(status: status, retryAfter: retryAfter, body: Array(text.utf8))
    }

    @Test func `WeCom gets text at the address that holds its key`() throws {
        let bot = WeComBot(endpoint: .init(url: url), sender: Silence())
        let request = try bot.request(for: parcel())
        #expect(request.url == url)
        let body = try object(request)
        #expect(body["msgtype"] as? String == "text")
        #expect(
            (body["text"] as? [String: String]) == ["content": "【云栖府】请安然到前台候客。"])
        #expect(bot.limits == [SendLimit(count: 20, milliseconds: 60_000)])
    }

    @Test func `DingTalk's address is signed with the time and the secret`() throws {
        let bot = DingTalkBot(endpoint: .init(url: url, secret: "SECabc"), sender: Silence())
        let request = try bot.request(for: parcel())
        let mac = HMACKey(Array("SECabc".utf8)).sign(Array("1748829600123\nSECabc".utf8))
        let sign = Data(mac).base64EncodedString().replacing("+", with: "%2B")
            .replacing("/", with: "%2F").replacing("=", with: "%3D")
        #expect(
            request.url.absoluteString
                == "https://bot.example/send?key=k1&timestamp=1748829600123&sign=\(sign)")
        #expect(try object(request)["msgtype"] as? String == "text")
        let open = DingTalkBot(endpoint: .init(url: url), sender: Silence())
        #expect(try open.request(for: parcel()).url == url)
    }

    @Test func `Feishu's signature stands in the body, over nothing, by time and secret`() throws {
        let bot = FeishuBot(endpoint: .init(url: url, secret: "s1"), sender: Silence())
        let body = try object(try bot.request(for: parcel()))
        #expect(body["timestamp"] as? String == "1748829600")
        let mac = HMACKey(Array("1748829600\ns1".utf8)).sign([])
        #expect(body["sign"] as? String == Data(mac).base64EncodedString())
        #expect(body["msg_type"] as? String == "text")
        #expect((body["content"] as? [String: String])?["text"] == "【云栖府】请安然到前台候客。")
        let open = FeishuBot(endpoint: .init(url: url), sender: Silence())
        #expect(try object(try open.request(for: parcel()))["sign"] == nil)
    }

    @Test func `the gateway's request is signed over its time and its body`() throws {
        let gateway = SMSGateway(endpoint: .init(url: url, secret: "s2"), sender: Silence())
        var parcel = parcel([])
        parcel.sms = SMSParcel(
            id: "m1", phone: "13800000001", template: .callbackPromised,
            values: ["site": "云栖府", "consultant": "安然"])
        let request = try gateway.request(for: parcel)
        let time = try #require(request.headers["X-Anchang-Timestamp"])
        #expect(time == "1748829600")
        let mac = HMACKey(Array("s2".utf8)).sign(Array("1748829600.".utf8) + request.body)
        #expect(request.headers["X-Anchang-Signature"] == "sha256=" + hex(mac))
        let body = try object(request)
        #expect(body["to"] as? String == "13800000001")
        #expect(body["id"] as? String == "m1")
        #expect((body["text"] as? String)?.contains("安然会尽快给您回电") == true)
        #expect(throws: (any Error).self) { try gateway.request(for: self.parcel()) }
    }

    @Test func `a 200 that says nothing, or something else, is not taken for success`() {
        let bot = WeComBot(endpoint: .init(url: url), sender: Silence())
        #expect(bot.verdict(on: answer(#"{"errcode":0,"errmsg":"ok"}"#)) == .delivered)
        for text in ["", "ok", "{}", #"{"errcode":"0"}"#] {
            guard case .later = bot.verdict(on: answer(text)) else {
                Issue.record("\(text) was taken")
                continue
            }
        }
        let wrongKey = bot.verdict(on: answer(#"{"errcode":93000,"errmsg":"invalid"}"#))
        #expect(wrongKey == .refused("企业微信不收：93000 invalid"))
    }

    @Test func `each service's word for too often means later`() {
        let wecom = WeComBot(endpoint: .init(url: url), sender: Silence())
        let dingtalk = DingTalkBot(endpoint: .init(url: url), sender: Silence())
        let feishu = FeishuBot(endpoint: .init(url: url), sender: Silence())
        let answers: [(any HTTPChannel, String)] = [
            (wecom, #"{"errcode":45009,"errmsg":""}"#),
            (dingtalk, #"{"errcode":130101,"errmsg":""}"#), (feishu, #"{"code":11232,"msg":""}"#),
        ]
        for (channel, text) in answers {
            guard case .later(_, let after) = channel.verdict(on: answer(text)) else {
                Issue.record("\(channel.name)")
                continue
            }
            #expect(after == 60)
        }
        #expect(feishu.verdict(on: answer(#"{"code":0,"msg":"success"}"#)) == .delivered)
        #expect(dingtalk.verdict(on: answer(#"{"errcode":310000,"errmsg":"sign"}"#)) != .delivered)
    }

    @Test func `429 and 503 wait as long as they were asked to, other 4xx are final`() {
        let bot = FeishuBot(endpoint: .init(url: url), sender: Silence())
        let busy = bot.verdict(on: answer("", status: 429, retryAfter: 17))
        #expect(busy == .later("对方说太频繁或正忙（429）。", after: 17))
        guard case .later = bot.verdict(on: answer("", status: 502)) else {
            Issue.record("502 is not final")
            return
        }
        #expect(bot.verdict(on: answer("", status: 404)) == .refused("对方不收（404）。"))
    }

    @Test func `many notices are one text, and what has no room is counted`() {
        let three = parcel(["一。", "二。", "三。"]).text(limit: 2048)
        #expect(three == "【云栖府】一。\n二。\n三。")
        let long = parcel((0..<100).map { "第 \($0) 句，请到前台候客。" }).text(limit: 2048)
        #expect(long.utf8.count <= 2048)
        let told = long.split(separator: "\n").count - 1
        #expect(long.hasSuffix("还有 \(100 - told) 条，请看系统里的“消息”。"))
    }

    @Test func `limits count what lies inside their window`() {
        let limits = FeishuBot(endpoint: .init(url: url), sender: Silence()).limits
        let now = Moment(milliseconds: 100_000)
        func attempts(_ count: Int, _ ago: Int64) -> [Moment] {
            Array(repeating: Moment(milliseconds: now.milliseconds - ago), count: count)
        }
        #expect(limits.freeAt(attempts(4, 500), now: now) == nil)
        #expect(limits.freeAt(attempts(5, 500), now: now) == Moment(milliseconds: 100_500))
        #expect(limits.freeAt(attempts(5, 1000), now: now) == nil)
        #expect(limits.freeAt(attempts(100, 59_999), now: now) == Moment(milliseconds: 100_001))
        #expect(limits.freeAt(attempts(99, 59_999), now: now) == nil)
    }

    @Test func `waits double to ten minutes, a fifth more or less, or as long as was asked`() {
        let plain = Backoff(jitter: { 0 })
        let waits = (1...9).map { plain.wait(afterTries: $0, asked: nil) / 1000 }
        #expect(waits == [5, 10, 20, 40, 80, 160, 320, 600, 600])
        #expect(Backoff(jitter: { 1 }).wait(afterTries: 1, asked: nil) == 6000)
        #expect(Backoff(jitter: { -1 }).wait(afterTries: 1, asked: nil) == 4000)
        #expect(plain.wait(afterTries: 1, asked: 30) == 30_000)
        #expect(plain.wait(afterTries: 1, asked: 1_000_000) == 3_600_000)
        #expect(plain.wait(afterTries: 100, asked: nil) == 600_000)
    }
}

/// Nobody is asked.
struct Silence: RequestSender {
    func send(_ request: OutgoingRequest) async throws -> IncomingAnswer {
        throw UnreachableServer(description: "nobody is asked")
    }
}
