import Database
import HTTPTypes
import HouseRules
import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `What operators ask` {
    private let token = "0123456789abcdef"

    /// Somebody with the token of the metrics, or another.
    private func scrape(_ site: ServedSite, _ token: String?) async throws -> Received {
        var visitor = site.stranger
        visitor.bearer = token
        return try await visitor.get("/metrics")
    }

    @Test func `metrics are there for the token, and for nobody else`() async throws {
        try await withServedSite {
            $0.metricsToken = token
        } _: { site in
            let answer = try await scrape(site, token)
            #expect(answer.status == 200)
            #expect(try await scrape(site, nil).status == 404)
            #expect(try await scrape(site, token + "0").status == 404)
            #expect(try await site.visitor(.manager).get("/metrics").status == 404)
        }
    }

    @Test func `no token set means none opens`() async throws {
        try await withServedSite { site in
            let answer = try await scrape(site, "")
            #expect(answer.status == 404)
            #expect(try await scrape(site, "nil").status == 404)
        }
    }

    @Test func `metrics tell routes, decisions, the journal and the outbox`() async throws {
        try await withServedSite {
            $0.metricsToken = token
        } _: { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.get("/board")
            _ = try await desk.get("/nowhere/13800000001")
            _ = try await desk.post("/visits", ["class": "new_first"])
            _ = try await desk.post("/visits", ["class": "owned_returning"])
            let answer = try await scrape(site, token)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = Set(answer.text.split(separator: "\n"))
            let seq = await (try await site.book).seq
            for line in [
                #"anchang_http_answers_total{method="GET",route="/board",status="200"} 1"#,
                #"anchang_http_answers_total{method="GET",route="other",status="404"} 1"#,
                #"anchang_http_answer_seconds_count{route="/board"} 1"#,
                #"anchang_http_answer_seconds_bucket{route="/board",le="+Inf"} 1"#,
                #"anchang_decisions_total{outcome="accepted"} 1"#,
                #"anchang_decisions_total{outcome="refused"} 1"#,
                #"anchang_journal_seq{site="yunqi"} \#(seq)"#, "anchang_database_up 1",
                "anchang_outbox_dead 0", "anchang_live_listeners 0",
            ] {
                #expect(lines.contains(line[...]), "\(line)")
            }
            #expect(answer.text.contains("anchang_outbox_waiting{channel=\"log\"} "))
            #expect(!answer.text.contains("13800000001"), "an address is no label")
        }
    }

    @Test func `every sample belongs to a family that was announced`() async throws {
        try await withServedSite {
            $0.metricsToken = token
        } _: { site in
            _ = try await site.visitor(.desk).get("/board")
            var families: Set<Substring> = []
            for line in try await scrape(site, token).text.split(separator: "\n") {
                if line.hasPrefix("# TYPE ") {
                    let name = line.split(separator: " ")[2]
                    #expect(families.insert(name).inserted, "\(name) twice")
                } else if !line.hasPrefix("#") {
                    let match = line.wholeMatch(of: /([a-z_]+)(\{[^}]*\})? ([0-9.e+-]+|\+Inf)/)
                    let name = try #require(match?.output.1, "\(line)")
                    let plain = name.replacing(/_(bucket|sum|count)$/, with: "")
                    #expect(families.contains(name) || families.contains(plain[...]), "\(line)")
                }
            }
            #expect(families.count > 10)
        }
    }

    @Test func `figures fall into the bucket whose edge they do not exceed`() {
        var times = WebMetrics.Times()
        for seconds in [0.001, 0.005, 0.0051, 10, 11] { times.add(seconds) }
        #expect(times.counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
        var text = MetricsText()
        text.family("a", .gauge, "b")
        text.sample("a", ["name": "quote\" back\\ line\n"], 1.5)
        #expect(text.text.hasSuffix("a{name=\"quote\\\" back\\\\ line\\n\"} 1.5\n"))
    }

    @Test func `ready means the tables are there and can be written`() async throws {
        try await withServedSite(.before) { site in
            let ready = try await site.stranger.get("/readyz")
            #expect(ready.status == 200 && ready.text == "ready\n")
            try await site.server.database.write { try $0.execute("DROP TABLE sender_lease") }
            #expect(try await site.stranger.get("/readyz").status == 200, "asked once a second")
            site.clock.advance(by: .seconds(1))
            let broken = try await site.stranger.get("/readyz")
            #expect(broken.status == 503 && broken.text == "The database cannot be written.\n")
            try await site.server.database.write {
                try $0.execute("UPDATE schema_migration SET hash = 'x' WHERE number = 1")
            }
            site.clock.advance(by: .seconds(1))
            let other = try await site.stranger.get("/readyz")
            #expect(other.text == "The database belongs to another version of the program.\n")
        }
    }

    @Test func `ready stops being true when the database is closed`() async throws {
        try await withServedSite(.before) { site in
            try await site.server.database.close()
            let answer = try await site.stranger.get("/readyz")
            #expect(answer.status == 503 && answer.text == "The database does not answer.\n")
        }
    }

    @Test(arguments: [
        ("", 200), ("X-Forwarded-For: 10.0.0.1\r\n", 404), ("Forwarded: for=10.0.0.1\r\n", 404),
        ("X-Real-IP: 10.0.0.1\r\n", 404),
    ])
    func `whoever is on this machine needs no token, unless a proxy hands them on`(
        header: String, status: Int
    ) async throws {
        try await withServedSite(.before) { site in
            let fixture = site.server.site
            let (ports, found) = AsyncStream.makeStream(of: Int.self)
            let application = fixture.application(
                address: .hostname("127.0.0.1", port: 0),
                onRunning: { found.yield($0.localAddress?.port ?? 0) })
            let running = Task { try await application.run() }
            var iterator = ports.makeAsyncIterator()
            let wire = try Wire(port: try #require(await iterator.next()))
            wire.say("GET /metrics HTTP/1.1\r\nHost: a\r\n\(header)Connection: close\r\n\r\n")
            let heard = await wire.hear()
            #expect(heard.hasPrefix("HTTP/1.1 \(status) "))
            running.cancel()
            _ = await running.result
        }
    }
}
