import Foundation
import HummingbirdCore
import NIOCore
import Testing

@testable import Site

@Suite(.serialized, .timeLimit(.minutes(15))) struct `On the wire` {
    @Test func `one connection asks many times`() async throws {
        try await serving(try await WebFixture()) { port, _ in
            let wire = try Wire(port: port)
            for _ in 0..<3 {
                wire.say("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                let heard = await wire.hear { $0.contains("</p>") }
                #expect(heard.hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
            wire.say("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            wire.say("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            let both = await wire.hear { $0.contains("</p>") }
            #expect(both.components(separatedBy: "HTTP/1.1 200").count == 3)
        }
    }

    @Test func `a body that does not stop is cut off`() async throws {
        try await serving(try await WebFixture { $0.bodyLimit = 1000 }) { port, _ in
            let wire = try Wire(port: port)
            wire.say(
                "POST /survey HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
            for _ in 0..<20 { wire.say("64\r\n" + String(repeating: "a", count: 100) + "\r\n") }
            let heard = await wire.hear()
            #expect(heard.hasPrefix("HTTP/1.1 413 "))
            #expect(heard.lowercased().contains("connection: close"))
        }
    }

    @Test func `a body that hardly comes is given up`() async throws {
        let fixture = try await WebFixture { $0.bodyTimeout = .milliseconds(200) }
        try await serving(fixture) { port, _ in
            let wire = try Wire(port: port)
            wire.say(
                "POST /survey HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nscore=")
            let heard = await wire.hear()
            #expect(heard.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test(arguments: [
        "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20_000)
            + "\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        "GET /hello HTTP/1.1\r\n"
            + (0..<500).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
    ])
    func `what is not a decent request is refused and hung up on`(text: String) async throws {
        try await serving(try await WebFixture()) { port, _ in
            let wire = try Wire(port: port)
            wire.say(text)
            let heard = await wire.hear()
            #expect(heard.isEmpty || heard.hasPrefix("HTTP/1.1 4"))
        }
    }

    @Test func `an unknown method is no accident`() async throws {
        try await serving(try await WebFixture()) { port, _ in
            let wire = try Wire(port: port)
            wire.say("PROPFIND /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            let heard = await wire.hear { $0.contains("</html>") }
            #expect(heard.hasPrefix("HTTP/1.1 4"))
        }
    }

    @Test func `a stream follows, lives through silence and ends with the site`() async throws {
        let fixture = try await WebFixture { $0.heartbeat = .milliseconds(50) }
        let cookie = try #require(try await fixture.signedIn().cookie)
        try await serving(fixture) { port, stop in
            let wires = try (0..<20).map { _ in try Wire(port: port) }
            for wire in wires {
                wire.say(
                    "GET /events/board HTTP/1.1\r\nHost: a\r\n"
                        + "Cookie: anchang_session=\(cookie)\r\n\r\n")
                let heard = await wire.hear { $0.contains("now") }
                #expect(heard.contains("retry: 1500"))
            }
            fixture.live.publish(LiveEvent(name: "board", id: 11, html: "later"), to: "board")
            for wire in wires {
                #expect(await wire.hear { $0.contains("later") }.contains("later"))
            }
            #expect(await wires[0].hear { $0.contains(": \n\n") }.contains(": \n\n"))
            let time = await ContinuousClock().measure { await stop() }
            #expect(time < .seconds(2))
            #expect(await wires[1].hear().hasSuffix("0\r\n\r\n"))
            #expect(fixture.live.count == 0)
        }
    }

    @Test func `a listener who reads nothing does not keep the site from ending`() async throws {
        let fixture = try await WebFixture()
        let cookie = try #require(try await fixture.signedIn().cookie)
        try await serving(fixture) { port, stop in
            let wire = try Wire(port: port)
            wire.say(
                "GET /events/board HTTP/1.1\r\nHost: a\r\n"
                    + "Cookie: anchang_session=\(cookie)\r\n\r\n")
            try await until { fixture.live.count == 1 }
            let much = HTML(text: String(repeating: "x", count: 8_000_000))
            fixture.live.publish(LiveEvent(name: "board", id: 11, html: much), to: "board")
            try await Task.sleep(for: .milliseconds(200))
            let time = await ContinuousClock().measure { await stop() }
            #expect(time < .seconds(2))
        }
    }

    @Test func `a listener who went away is forgotten`() async throws {
        let fixture = try await WebFixture { $0.heartbeat = .milliseconds(30) }
        let cookie = try #require(try await fixture.signedIn().cookie)
        try await serving(fixture) { port, _ in
            var wire: Wire? = try Wire(port: port)
            wire?.say(
                "GET /events/board HTTP/1.1\r\nHost: a\r\n"
                    + "Cookie: anchang_session=\(cookie)\r\n\r\n")
            try await until { fixture.live.count == 1 }
            wire = nil
            try await until { fixture.live.count == 0 }
        }
    }
}
