import Database
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `What is in the outbox` {
    private static let backends = BookBackend.available

    @Test(arguments: backends)
    func `is sent once, after the moment in which others may join it`(
        backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let (sender, bot) = (world.sender(), Recorder())
            try await world.enter("a", number: 1)
            #expect(try await !sender.step(bot))
            world.wait(1)
            try await world.enter("b", number: 2)
            #expect(try await !sender.step(bot))
            world.wait(1)
            #expect(try await sender.step(bot))
            #expect(try await !sender.step(bot))
            #expect(bot.parcels.map(\.sentences.count) == [2])
            #expect(bot.parcels.first?.text(limit: 2048).hasPrefix("【云栖府】第 1 组来客") == true)
            let sent = try await world.message("b")
            #expect(sent.state == .sent && sent.sentBy == "wecom" && sent.tries == 1)
        }
    }

    @Test(arguments: backends)
    func `that fails is tried again later and given up in the end`(
        backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let bot = Recorder(answers: [.later("一"), .later("二", after: 30), .later("三")])
            let sender = world.sender()
            try await world.enter("a", merge: 0)
            #expect(try await sender.step(bot))
            #expect(try await world.message("a").nextTry == world.now.adding(seconds: 5))
            world.wait(4)
            #expect(try await !sender.step(bot))
            world.wait(1)
            #expect(try await sender.step(bot))
            let second = try await world.message("a")
            #expect(second.nextTry == world.now.adding(seconds: 30) && second.fault == "二")
            world.wait(30)
            #expect(try await sender.step(bot))
            let end = try await world.message("a")
            #expect(end.state == .dead && end.tries == 3 && end.fault == "三")
            world.wait(600)
            #expect(try await !sender.step(bot))
        }
    }

    @Test func `that is refused is not tried again`() async throws {
        try await withBookWorld { world in
            let bot = Recorder(answers: [.refused("钥匙不对")])
            try await world.enter("a", merge: 0)
            #expect(try await world.sender().step(bot))
            let row = try await world.message("a")
            #expect(row.state == .dead && row.fault == "钥匙不对" && row.tries == 1)
        }
    }

    @Test(arguments: backends)
    func `comes too late and is not sent`(backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            let bot = Recorder()
            try await world.enter("a", merge: 0, life: 60)
            world.wait(60)
            #expect(try await !world.sender().step(bot))
            #expect(bot.parcels.isEmpty)
            #expect(try await world.state("a") == .expired)
        }
    }

    @Test(arguments: backends)
    func `stays within the limits of a bot, whichever process sends`(
        backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let limits = [SendLimit(count: 2, milliseconds: 60_000)]
            let bot = Recorder(limits: limits, mergesUpTo: 1)
            let (one, two) = (world.sender(), world.sender(holder: "two"))
            for id in ["a", "b", "c"] { try await world.enter(id, merge: 0) }
            #expect(try await one.step(bot))
            #expect(try await one.step(bot))
            #expect(try await !one.step(bot))
            world.wait(31)
            #expect(try await !two.step(bot), "the lease has passed on, the limit has not")
            world.wait(28)
            #expect(try await !two.step(bot))
            world.wait(1)
            #expect(try await two.step(bot))
            #expect(bot.parcels.count == 3)
        }
    }

    @Test(arguments: backends)
    func `is sent by one process of several`(backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            let bot = Recorder(mergesUpTo: 1)
            for number in 0..<20 { try await world.enter("m\(number)", merge: 0) }
            await withThrowingTaskGroup { group in
                for holder in ["one", "two", "three"] {
                    let sender = world.sender(holder: holder)
                    group.addTask { for _ in 0..<20 { _ = try await sender.step(bot) } }
                }
            }
            #expect(bot.parcels.count == 20)
            #expect(Set(bot.parcels.map(\.batch)).count == 20)
        }
    }

    @Test func `is sent by another process once the first has fallen silent`() async throws {
        try await withBookWorld { world in
            let bot = Recorder(mergesUpTo: 1)
            for id in ["a", "b"] { try await world.enter(id, merge: 0) }
            #expect(try await world.sender().step(bot))
            world.wait(29)
            #expect(try await !world.sender(holder: "two").step(bot))
            world.wait(1)
            #expect(try await world.sender(holder: "two").step(bot))
        }
    }

    @Test func `is sent again when nobody wrote down how the attempt ended`() async throws {
        try await withBookWorld { world in
            try await world.enter("a", merge: 0)
            let turn = try await world.queue().next(Recorder(), isQuiet: false, at: world.now)
            guard case .send(let rows, _) = turn else {
                Issue.record("nothing to send")
                return
            }
            #expect(rows.map(\.id) == ["a"])
            world.wait(59)
            #expect(try await !world.sender().step(Recorder()))
            world.wait(1)
            let bot = Recorder()
            #expect(try await world.sender().step(bot))
            #expect(try await world.message("a").tries == 2)
        }
    }

    @Test(arguments: backends)
    func `waits in the quiet hours unless it is urgent`(backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            let sender = world.sender(quiet: QuietHours("08:00-09:00"))
            let bot = Recorder()
            try await world.enter("calm", .frontShort, merge: 0, life: 7200)
            try await world.enter("stale", .frontShort, merge: 0, life: 600)
            #expect(try await !sender.step(bot))
            try await world.enter("urgent", .visitHeld, merge: 0)
            #expect(try await sender.step(bot))
            #expect(bot.parcels.map(\.sentences.count) == [1])
            world.wait(1800)
            #expect(try await sender.step(bot))
            #expect(bot.parcels.map(\.sentences.count) == [1, 1])
            #expect(try await world.state("stale") == .expired)
            #expect(try await world.state("calm") == .sent)
        }
    }

    @Test func `is withdrawn in time and stays withdrawn`() async throws {
        try await withBookWorld { world in
            try await world.enter("a", merge: 0)
            let queue = world.queue()
            let turn = try await queue.next(Recorder(), isQuiet: false, at: world.now)
            guard case .send(let rows, let batch) = turn else {
                Issue.record("nothing to send")
                return
            }
            let (row, now) = (try await world.message("a"), world.now)
            let isDone = try await world.database.write {
                try MessageList.withdraw(row, because: "不用了", by: "boss", at: now, in: $0)
            }
            #expect(isDone)
            try await queue.settle(rows, batch: batch, .delivered, sentBy: "wecom", at: now)
            #expect(try await world.state("a") == .void)
        }
    }

    @Test func `is put back with its whole life before it`() async throws {
        try await withBookWorld { world in
            let sender = world.sender()
            try await world.enter("a", merge: 0, life: 60)
            #expect(try await sender.step(Recorder(answers: [.refused("不收")])))
            world.wait(3600)
            let (row, now) = (try await world.message("a"), world.now)
            let isDone = try await world.database.write {
                try MessageList.retry(row, by: "boss", at: now, in: $0)
            }
            #expect(isDone)
            #expect(try await world.message("a").expiresAt == now.adding(seconds: 60))
            let bot = Recorder()
            #expect(try await sender.step(bot))
            #expect(try await world.state("a") == .sent)
            let again = try await world.database.write {
                try MessageList.retry(row, by: "boss", at: now, in: $0)
            }
            #expect(!again, "what was sent is not sent again")
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A text message` {
    private func order(_ world: BookWorld, id: String = "s1") throws -> SMSOrder {
        try #require(
            SMSOrder(
                id: id, phone: "+86 138 0000 0001", template: .callbackPromised,
                values: ["site": "云栖府", "consultant": "安然"], at: world.now,
                expiresAt: world.now.adding(seconds: 600)))
    }

    @Test(arguments: BookBackend.available)
    func `is entered if and only if its decision is, and once`(
        backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book()
            let statement = BookWorld.outbox.enqueue(try order(world), at: BookWorld.site)
            for _ in 0..<2 {
                try await book.ask(.roster(.enroll("A")), "one", alongside: [statement])
            }
            let refused = BookWorld.outbox.enqueue(try order(world, id: "s2"), at: BookWorld.site)
            let record = try await book.ask(
                .presence(.clockIn("nobody")), "two", alongside: [refused])
            #expect(record.refusal != nil)
            #expect(try await world.count("message") == 1)
            #expect(try await world.message("s1").channel == .sms)
            await book.close()
        }
    }

    @Test func `keeps its number sealed, until it is sent and forgotten`() async throws {
        try await withBookWorld { world in
            try await world.run(BookWorld.outbox.enqueue(try order(world), at: BookWorld.site))
            let row = try await world.message("s1")
            let stored = "\(row)"
            #expect(!stored.contains("13800000001") && !stored.contains("安然"))
            let sealed = try #require(row.sealed)
            let opened = BookWorld.outbox.open(sealed, of: "s1", at: BookWorld.site)
            #expect(opened?.phone == "13800000001")
            #expect(BookWorld.outbox.open(sealed, of: "s2", at: BookWorld.site) == nil)
            let gateway = Recorder(.sms, mergesUpTo: 1)
            #expect(try await world.sender().step(gateway))
            #expect(gateway.parcels.first?.sms?.phone == "13800000001")
            #expect(try await world.message("s1").sealed == nil)
        }
    }

    @Test func `that cannot be opened is given up at once`() async throws {
        try await withBookWorld { world in
            try await world.run(BookWorld.outbox.enqueue(try order(world), at: BookWorld.site))
            try await world.run("UPDATE message SET sealed = 'AAAA'")
            let gateway = Recorder(.sms, mergesUpTo: 1)
            #expect(try await world.sender().step(gateway))
            #expect(gateway.parcels.isEmpty)
            #expect(try await world.state("s1") == .dead)
        }
    }
}
