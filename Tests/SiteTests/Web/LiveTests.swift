import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization
import Testing

@testable import Site

@Suite struct `Live events` {
    private func event(_ id: Int64, _ text: String = "x", name: String = "board") -> LiveEvent {
        LiveEvent(name: name, id: id, html: HTML(text: text))
    }

    private func text(_ frames: [ByteBuffer]?) -> String {
        (frames ?? []).map { String(buffer: $0) }.joined()
    }

    @Test func `an event is one frame, however many lines it has`() {
        let frame = LiveEvent(name: "board", id: 17, html: HTML(text: "a\nb\r\n\nid: 99"))
        #expect(
            String(buffer: frame.frame)
                == "event: board\nid: 17\ndata: a\ndata: b\ndata: \ndata: \ndata: id: 99\n\n")
    }

    @Test func `a slow listener gets only the newest of each name`() async {
        let listener = LiveListener(topics: ["t"])
        for id in 1...10_000 { listener.offer(event(Int64(id), "v\(id)")) }
        listener.offer(event(3, "figures", name: "figures"))
        let frames = await listener.next()
        #expect(frames?.count == 2)
        #expect(text(frames).contains("v10000") && text(frames).contains("figures"))
        #expect(!text(frames).contains("v9999"))
    }

    @Test func `older content never follows newer`() async {
        let listener = LiveListener(topics: ["t"])
        listener.offer(event(5, "five"))
        listener.offer(event(4, "four"))
        listener.offer(event(5, "again"))
        #expect(text(await listener.next()).contains("five"))
        listener.offer(event(4, "four"))
        listener.close()
        #expect(await listener.next() == nil)
    }

    @Test func `what is pending is sent before the end`() async {
        let listener = LiveListener(topics: ["t"])
        listener.offer(event(1, "last words"))
        listener.close()
        #expect(text(await listener.next()).contains("last words"))
        #expect(await listener.next() == nil)
        listener.offer(event(2))
        #expect(await listener.next() == nil)
    }

    @Test func `silence is broken by a sign of life, content goes before it`() async {
        let listener = LiveListener(topics: ["t"])
        listener.beat()
        #expect(text(await listener.next()) == ": \n\n")
        listener.beat()
        listener.offer(event(1, "news"))
        #expect(text(await listener.next()).contains("news"))
    }

    @Test(.timeLimit(.minutes(15))) func `who waits is woken`() async {
        let listener = LiveListener(topics: ["t"])
        async let frames = listener.next()
        try? await Task.sleep(for: .milliseconds(20))
        listener.offer(event(1, "wake"))
        #expect(text(await frames).contains("wake"))
    }

    @Test(.timeLimit(.minutes(15))) func `a cancelled task ends its wait`() async {
        let listener = LiveListener(topics: ["t"])
        let task = Task { await listener.next() }
        try? await Task.sleep(for: .milliseconds(20))
        task.cancel()
        #expect(await task.value == nil)
    }

    @Test func `only those who listen to a topic hear it`() async {
        let hub = LiveHub(limit: 10, heartbeat: .seconds(15))
        let (board, figures) = (hub.enter(["board"]), hub.enter(["figures", "board"]))
        #expect(hub.hasListeners("board") && !hub.hasListeners("other"))
        hub.publish(event(1, "f", name: "figures"), to: "figures")
        hub.publish(event(1, "b"), to: "board")
        #expect(text(await board.next()).contains("data: b"))
        #expect(await figures.next()?.count == 2)
        hub.leave(board)
        hub.leave(figures)
        #expect(!hub.hasListeners("board") && hub.count == 0)
    }

    @Test(.timeLimit(.minutes(15))) func `a thousand listeners hear a change`() async {
        let hub = LiveHub(limit: 2000, heartbeat: .seconds(15))
        let listeners = (0..<1000).map { _ in hub.enter(["board"]) }
        await withTaskGroup(of: Bool.self) { group in
            for listener in listeners {
                group.addTask { await listener.next()?.count == 1 }
            }
            group.addTask {
                hub.publish(event(1, "now"), to: "board")
                return true
            }
            for await heard in group { #expect(heard) }
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `readers and writers at once lose nothing of what is newest`() async {
        let listener = LiveListener(topics: ["t"])
        let last: Int64 = 20_000
        async let seen = read(listener, until: last)
        for id in 1...last { listener.offer(event(id, "\(id)")) }
        let ids = await seen
        #expect(ids == ids.sorted() && ids.last == last)
    }

    private func read(_ listener: LiveListener, until last: Int64) async -> [Int64] {
        var ids: [Int64] = []
        while ids.last != last, let frames = await listener.next() {
            for frame in frames {
                let line = String(buffer: frame).split(separator: "\n")[1]
                ids.append(Int64(line.dropFirst("id: ".count)) ?? -1)
            }
        }
        return ids
    }
}

@Suite struct `Live streams` {
    @Test(.timeLimit(.minutes(15)))
    func `a stream begins with the present and follows`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn()
        let request = try await fixture.response(to: "/events/board", as: browser)
        #expect(request.headers[.contentType] == "text/event-stream")
        #expect(request.headers[.cacheControl] == "no-store")
        let received = Mutex("")
        let stream = Task {
            try await request.body.write(
                Collector { bytes in received.withLock { $0 += String(buffer: bytes) } })
        }
        try await until { received.withLock { $0 }.contains("now") }
        fixture.live.publish(LiveEvent(name: "board", id: 9, html: "<p>old</p>"), to: "board")
        fixture.live.publish(LiveEvent(name: "board", id: 11, html: "<p>new</p>"), to: "board")
        try await until { received.withLock { $0 }.contains("new") }
        stream.cancel()
        _ = await stream.result
        let text = received.withLock { $0 }
        #expect(text.hasPrefix("retry: 1500\n\nevent: board\nid: 10\n"))
        #expect(!text.contains("old") && fixture.live.count == 0)
    }

    @Test func `strangers hear nothing`() async throws {
        let answer = try await WebFixture().stranger.get(
            "/events/board", headers: [.accept: "text/event-stream"])
        #expect(answer.status == 401 && !answer.text.contains("now"))
    }

    @Test func `too many streams are asked to come back`() async throws {
        let fixture = try await WebFixture { $0.streamLimit = 0 }
        let answer = try await fixture.signedIn().get("/events/board")
        #expect(answer.status == 503 && answer.headers[.retryAfter] == "5")
    }
}

/// Waits until something is true, ten seconds at most.
func until(_ isTrue: () -> Bool) async throws {
    for _ in 0..<1000 where !isTrue() { try await Task.sleep(for: .milliseconds(10)) }
    #expect(isTrue())
}
