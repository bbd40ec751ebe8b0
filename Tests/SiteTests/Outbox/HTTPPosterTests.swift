import Foundation
import HTTPTypes
import HouseRules
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Site

/// Somebody else's server on this machine: answers as told, remembers what it was sent.
private final class OtherServer: HTTPResponder {
    typealias Context = BasicRequestContext

    struct Heard: Sendable {
        let method: String
        let address: String
        let headers: HTTPFields
        let body: [UInt8]
    }

    private let heardSoFar = Mutex<[Heard]>([])
    private let answer: @Sendable (Int) async throws -> Response

    init(_ answer: @escaping @Sendable (Int) async throws -> Response) { self.answer = answer }

    var heard: [Heard] { heardSoFar.withLock { $0 } }

    func respond(to request: Request, context: Context) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let number = heardSoFar.withLock { heard in
            heard.append(
                Heard(
                    method: request.method.rawValue, address: request.head.path ?? "",
                    headers: request.headers, body: Array(body.readableBytesView)))
            return heard.count
        }
        return try await answer(number)
    }
}

private func text(
    _ text: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
) -> Response {
    Response(
        status: status, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}

private func withOtherServer(
    _ answer: @escaping @Sendable (Int) async throws -> Response,
    _ body: (OtherServer, URL) async throws -> Void
) async throws {
    let server = OtherServer(answer)
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    var log = Logger(label: "other")
    log.logLevel = .critical
    let application = Application(
        responder: server,
        configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: log)
    let group = ServiceGroup(configuration: .init(services: [application], logger: log))
    let running = Task { try await group.run() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let result: Result<Void, any Error>
    do {
        result = .success(
            try await body(server, URL(string: "http://127.0.0.1:\(port)/send?key=k1")!))
    } catch {
        result = .failure(error)
    }
    await group.triggerGracefulShutdown()
    _ = await running.result
    try result.get()
}

@Suite(.serialized, .timeLimit(.minutes(15))) struct `Messages on the wire` {
    private func parcel(_ text: String = "请安然到前台候客。") -> Parcel {
        Parcel(batch: "b", site: "云栖府", sentences: [text], at: Moment(milliseconds: 1000))
    }

    @Test func `arrive as they were written`() async throws {
        try await withOtherServer { _ in
            text(#"{"errcode":0,"errmsg":"ok"}"#)
        } _: {
            server, url in
            let bot = WeComBot(endpoint: .init(url: url), sender: HTTPPoster())
            #expect(await bot.deliver(parcel()) == .delivered)
            let heard = try #require(server.heard.first)
            #expect(heard.method == "POST" && heard.address == "/send?key=k1")
            #expect(heard.headers[.contentType] == "application/json; charset=utf-8")
            #expect(
                String(decoding: heard.body, as: UTF8.self)
                    == #"{"msgtype":"text","text":{"content":"【云栖府】请安然到前台候客。"}}"#)
        }
    }

    @Test func `can be checked by whoever knows the secret`() async throws {
        try await withOtherServer { _ in
            text(#"{"code":0}"#)
        } _: { server, url in
            let gateway = SMSGateway(endpoint: .init(url: url, secret: "s"), sender: HTTPPoster())
            var parcel = parcel()
            parcel.sms = SMSParcel(
                id: "m1", phone: "13800000001", template: .callbackPromised,
                values: ["site": "云栖府", "consultant": "安然"])
            #expect(await gateway.deliver(parcel) == .delivered)
            let heard = try #require(server.heard.first)
            let time = try #require(heard.headers[HTTPField.Name("X-Anchang-Timestamp")!])
            let mac = HMACKey(Array("s".utf8)).sign(Array("\(time).".utf8), heard.body)
            let signature = heard.headers[HTTPField.Name("X-Anchang-Signature")!]
            #expect(signature == "sha256=" + hex(mac))
        }
    }

    @Test func `are put off by 429 for as long as it asks`() async throws {
        try await withOtherServer { _ in
            text("slow down", status: .tooManyRequests, headers: [.retryAfter: "42"])
        } _: { _, url in
            let bot = FeishuBot(endpoint: .init(url: url), sender: HTTPPoster())
            guard case .later(_, let after) = await bot.deliver(parcel()) else {
                Issue.record("not put off")
                return
            }
            #expect(after == 42)
        }
    }

    @Test func `do not follow a redirect`() async throws {
        try await withOtherServer { _ in
            text("", status: .temporaryRedirect, headers: [.location: "/elsewhere"])
        } _: { server, url in
            let bot = FeishuBot(endpoint: .init(url: url), sender: HTTPPoster())
            #expect(await bot.deliver(parcel()) != .delivered)
            #expect(server.heard.map(\.address) == ["/send?key=k1"])
        }
    }

    @Test func `wait for an answer so long and no longer, without telling the address`()
        async throws
    {
        try await withOtherServer { _ in
            try await Task.sleep(for: .seconds(3))
            return text("")
        } _: { _, url in
            let poster = HTTPPoster(patience: .seconds(1))
            let bot = FeishuBot(endpoint: .init(url: url), sender: poster)
            let time = await ContinuousClock().measure {
                #expect(await bot.deliver(parcel()) == .later("对方在限定时间内没有回答。"))
            }
            #expect(time < .seconds(3))
        }
    }

    @Test func `meet nobody, and say so without the address`() async throws {
        let url = URL(string: "http://127.0.0.1:1/send?key=hidden")!
        let bot = WeComBot(endpoint: .init(url: url), sender: HTTPPoster())
        #expect(await bot.deliver(parcel()) == .later("连不上对方的服务器。"))
    }

    @Test func `fail, come back later and arrive, from the outbox to the bot`() async throws {
        try await withOtherServer { number in
            number == 1 ? text("", status: .badGateway) : text(#"{"errcode":0}"#)
        } _: { server, url in
            try await withBookWorld { world in
                let bot = WeComBot(endpoint: .init(url: url), sender: HTTPPoster())
                let sender = world.sender()
                try await world.enter("a", merge: 0)
                #expect(try await sender.step(bot))
                #expect(try await world.state("a") == .waiting)
                world.wait(5)
                #expect(try await sender.step(bot))
                #expect(try await world.state("a") == .sent)
                #expect(server.heard.count == 2)
            }
        }
    }
}
