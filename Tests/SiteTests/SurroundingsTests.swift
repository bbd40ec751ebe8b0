import Testing

@testable import Site

@Suite struct `Identifiers` {
    @Test func `they ascend, also within one millisecond and when the clock steps back`() {
        let maker = SortableIDs()
        var made: [String] = []
        for moment: Int64 in [5, 5, 5, 4, 6, 1_780_000_000_000, 1_779_999_999_999] {
            for _ in 0..<500 { made.append(maker.next(at: moment)) }
        }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
        #expect(made.allSatisfy { $0.utf8.count == 26 })
    }

    @Test func `two makers never agree`() {
        let (one, other) = (SortableIDs(), SortableIDs())
        let first = Set((0..<2000).map { _ in one.next(at: 1) })
        #expect(first.isDisjoint(with: (0..<2000).map { _ in other.next(at: 1) }))
    }

    @Test func `the time is in front`() {
        let maker = SortableIDs()
        let early = maker.next(at: 1_000_000)
        let late = maker.next(at: 2_000_000)
        #expect(early.prefix(10) < late.prefix(10))
    }
}

@Suite struct `Surroundings of another hour` {
    @Test(arguments: [0, 1, 36_000, -50_000])
    func `have a clock that is so far ahead and runs on`(seconds: Int) {
        let clock = StoppedClock(at: 1_780_000_000_000)
        let real = Surroundings.fixed(clock: clock)
        let ahead = real.ahead(seconds: seconds)
        #expect(ahead.now() - real.now() == Int64(seconds) * 1000)
        clock.advance(by: .seconds(90))
        #expect(ahead.now() == 1_780_000_090_000 + Int64(seconds) * 1000)
        #expect(real.now() == 1_780_000_090_000, "the real clock is where it was")
    }

    @Test func `make the same identifiers in the same order`() {
        let real = Surroundings.fixed(clock: StoppedClock(at: 1000))
        let ahead = real.ahead(seconds: 60)
        #expect([real.newID(), ahead.newID()] == ["id-000001", "id-000002"])
    }
}

@Suite struct `Surroundings for tests` {
    @Test func `the clock stands until it is moved and identifiers count`() {
        let clock = StoppedClock(at: 1000)
        let surroundings = Surroundings.fixed(clock: clock)
        #expect(surroundings.now() == 1000)
        clock.advance(by: .milliseconds(1500))
        #expect(surroundings.now() == 2500)
        #expect([surroundings.newID(), surroundings.newID()] == ["id-000001", "id-000002"])
    }

    @Test func `the real clock moves`() async throws {
        let live = Surroundings.live()
        let before = live.now()
        try await Task.sleep(for: .milliseconds(20))
        #expect(live.now() > before)
        #expect(live.newID() < live.newID())
    }
}
