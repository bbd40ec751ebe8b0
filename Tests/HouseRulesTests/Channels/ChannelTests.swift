import HouseRules
import Testing

@Suite struct `A visit that channels claim` {
    private static let mark = CustomerMark(name: "n", phone: "p", tail: "t")

    private func report(
        _ slip: SlipID, _ channel: String, _ house: House, mark: CustomerMark = mark,
        secondsAgo: Int = 0, sequence: Int? = nil
    ) -> Command {
        var report = ChannelReport(
            slip, channel: channel, agent: channel + "1", customer: mark,
            sentAt: house.now.adding(seconds: -secondsAgo))
        report.sequence = sequence
        return .channels(.report(report))
    }

    private func verdict(_ house: House) -> ChannelVerdict? {
        for case .channels(.judged(let verdict, _, _)) in house.last?.events ?? [] {
            return verdict
        }
        return nil
    }

    @Test(arguments: seeds) func `counts from the thirtieth minute on, to the second`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let minutes = random.within(0...90)
        for (late, stands) in [(-1, false), (0, true), (1, true), (random.within(2...9999), true)] {
            var policy = Policy()
            policy.channels.leadMinutes = minutes
            var house = House(["A", "B"], policy: policy)
            house.now.milliseconds += Int64(random.below(1000))
            house.must(report("s", "x", house))
            house.now = house.now.wholeSecond.adding(seconds: minutes * 60 + late)
            guard house.now >= House.monday.at(TimeOfDay(9, 0)) else { continue }
            house.now.milliseconds += Int64(random.below(1000))
            house.must(.visits(.register(Arrival("甲", .channel))))
            house.must(.channels(.judge("甲", Self.mark, shown: nil)))
            #expect((verdict(house)?.winner == "s") == stands, "seed \(seed), \(late)")
            #expect(verdict(house)?.findings.first?.lead == minutes * 60 + late)
        }
    }

    /// Reports of one second are entered in any order; the number of the message decides.
    @Test(arguments: seeds) func `has one winner, whatever the order of simultaneous entries`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let count = random.within(2...6)
        var winners: Set<SlipID?> = []
        for turn in 0..<4 {
            var house = House(["A", "B"])
            let order = turn == 0 ? Array(0..<count) : (0..<count).shuffled(using: &random)
            for number in order {
                house.must(
                    report(SlipID("s\(number)"), "x\(number % 3)", house, sequence: number % count))
            }
            house.now = house.now.adding(seconds: 1800)
            house.must(.visits(.register(Arrival("甲", .channel))))
            house.must(.channels(.judge("甲", Self.mark, shown: nil)))
            winners.insert(verdict(house)?.winner)
            #expect(verdict(house)?.findings.count == count)
        }
        #expect(winners == ["s0"], "seed \(seed)")
    }

    /// Every table of the four lights: only all four make it a channel's.
    @Test(arguments: 0..<16) func `is a channel's with all four lights and with none less`(
        bits: Int
    ) {
        let (isEarly, matches, isMentioned, isFirst) =
            (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0, bits & 8 != 0)
        var house = House(["A", "B"])
        if !isFirst { house.must(report("earlier", "y", house, secondsAgo: 60)) }
        let other = CustomerMark(name: "n", phone: "other", tail: "t")
        house.must(report("s", "x", house, mark: matches ? Self.mark : other))
        house.now = house.now.adding(seconds: isEarly ? 1800 : 1799)
        house.must(.visits(.register(Arrival("甲", isMentioned ? .channel : .newFirst))))
        house.must(.channels(.judge("甲", Self.mark, shown: "s")))
        let all = isEarly && matches && isMentioned && isFirst
        #expect((verdict(house)?.winner == "s") == all)
        #expect((verdict(house)?.winner == "earlier") == (isMentioned && !isFirst))
        let isAnyChannels = isMentioned && (!isFirst || (isEarly && matches))
        #expect((verdict(house)?.winner != nil) == isAnyChannels)
        #expect((verdict(house)?.lights == ChannelLight.allCases) == isAnyChannels)
    }

    @Test func `is replayed to the same state`() {
        var house = House(["A", "B"])
        house.must(report("s", "x", house))
        house.now = house.now.adding(seconds: 1800)
        house.must(.visits(.register(Arrival("甲", .channel, person: "客"))))
        house.must(.channels(.passGate("甲", house.now)))
        house.must(.channels(.judge("甲", Self.mark, shown: nil)))
        house.must(.adjudication(.order(DealOrder("单", of: "客", by: "A"))), as: .clericalStaff)
        house.must(.channels(.checkDeal("单", Self.mark)), as: .clericalStaff)
        house.must(
            .channels(
                .provePoaching(
                    Poaching(of: "客", channel: "x", agent: "x1", from: "B", note: ""))),
            as: .salesManager)
        var replayed = SiteState()
        for event in house.history { replayed.apply(event) }
        #expect(replayed == house.state)
        #expect(house.state.channels.deals.first?.commission == .forfeited)
        #expect(house.state.channels.block("x", "x1", at: house.now) != nil)
        #expect(house.state.channels.block("x", "x2", at: house.now) == nil)
    }

    @Test func `tells nobody about reports of others`() {
        var house = House(["A"])
        house.must(report("s", "x", house))
        let first = house.last?.reasons
        house.must(report("u", "y", house))
        #expect(house.last?.reasons == first)
    }

    @Test func `is forgotten with the day unless a report could be meant`() {
        var house = House(["A", "B"])
        house.must(report("s", "x", house))
        house.now = house.now.adding(seconds: 1800)
        house.must(.visits(.register(Arrival("甲", .channel))))
        house.must(.visits(.register(Arrival("乙", .newFirst))))
        house.must(.channels(.judge("甲", Self.mark, shown: nil)))
        house.finish("甲", at: TimeOfDay(11, 0))
        house.finish("乙", at: TimeOfDay(11, 0))
        house.must(.sheet(.close), as: .dutyOfficer)
        house.now = House.monday.adding(days: 1).at(TimeOfDay(9, 0))
        house.must(.presence(.clockIn("A")))
        house.must(.sheet(.publish), as: .dutyOfficer)
        #expect(house.state.channels.visits.keys.sorted() == ["甲"])
    }

    @Test func `can be told only by those who may`() {
        var house = House(["A"])
        house.must(.visits(.register(Arrival("甲", .newFirst))))
        let manager: [ChannelCommand] = [
            .block(ChannelBlock(channel: "x", agent: nil)), .lift(channel: "x", agent: nil),
            .review(ChannelReview("甲", report: nil, note: "")),
            .closeAudit("甲", dumpedBy: nil, note: ""),
            .provePoaching(Poaching(of: "客", channel: "x", agent: "y", from: "A", note: "")),
        ]
        let desk: [ChannelCommand] = [
            .mention("甲"), .passGate("甲", house.now), .judge("甲", Self.mark, shown: nil),
        ]
        for role in [Role.consultant, .auditor, .administrator, .frontDeskSecretary] {
            for command in manager {
                #expect(house.ask(.channels(command), as: role).refusal == .notPermitted(role))
            }
        }
        for role in [Role.consultant, .auditor, .administrator] {
            for command in desk {
                #expect(house.ask(.channels(command), as: role).refusal == .notPermitted(role))
            }
            #expect(house.ask(report("s", "x", house), as: role).refusal == .notPermitted(role))
        }
    }
}

@Suite struct `The list of buyers to call` {
    private func house(dealOn day: BusinessDay, cycle: SurveyCycle?) -> House {
        var policy = Policy()
        policy.channels.surveyCycle = cycle
        var house = House(["A"], policy: policy)
        let mark = CustomerMark(name: "n", phone: "p", tail: "t")
        house.must(
            .channels(
                .report(
                    ChannelReport(
                        "s", channel: "x", agent: "y", customer: mark, sentAt: house.now))))
        house.now = house.now.adding(seconds: 1800)
        house.must(.visits(.register(Arrival("甲", .channel, person: "客"))))
        house.must(.channels(.judge("甲", mark, shown: nil)))
        house.now = day.at(TimeOfDay(12, 0))
        house.must(.adjudication(.order(DealOrder("单", of: "客", by: "A"))), as: .clericalStaff)
        house.must(.channels(.checkDeal("单", mark)), as: .clericalStaff)
        return house
    }

    /// The first moment at which it is due.
    private func due(_ house: House, cycle: SurveyCycle?) -> BusinessDay? {
        var day = house.now.day
        for _ in 0..<120 {
            day = day.adding(days: 1)
            if isChannelListed(house, at: day.start) { return day }
        }
        return nil
    }

    private func isChannelListed(_ house: House, at moment: Moment) -> Bool {
        let ruling = decide(
            .settleDue, by: .clock, in: house.state, under: house.policy, at: moment)
        return ruling.events.contains {
            if case .channels(.surveyDrawn) = $0 { true } else { false }
        }
    }

    @Test(arguments: [
        ((2025, 6, 2), (2025, 7, 1)), ((2025, 6, 30), (2025, 7, 1)), ((2025, 7, 1), (2025, 8, 1)),
        ((2025, 12, 31), (2026, 1, 1)), ((2028, 2, 29), (2028, 3, 1)),
        ((2027, 2, 28), (2027, 3, 1)),
    ])
    func `is there on the first of the next month`(days: ((Int, Int, Int), (Int, Int, Int)))
        throws
    {
        let from = try #require(BusinessDay(year: days.0.0, month: days.0.1, day: days.0.2))
        let wanted = BusinessDay(year: days.1.0, month: days.1.1, day: days.1.2)
        let house = house(dealOn: from, cycle: .monthly)
        #expect(due(house, cycle: .monthly) == wanted)
        #expect(isDue(house.state, under: house.policy, at: try #require(wanted).start))
    }

    @Test(arguments: [
        ((2025, 6, 30), (2025, 7, 1)), ((2025, 7, 1), (2025, 10, 1)),
        ((2025, 11, 5), (2026, 1, 1)),
    ])
    func `or on the first of the next quarter`(days: ((Int, Int, Int), (Int, Int, Int))) throws {
        let from = try #require(BusinessDay(year: days.0.0, month: days.0.1, day: days.0.2))
        let wanted = BusinessDay(year: days.1.0, month: days.1.1, day: days.1.2)
        #expect(due(house(dealOn: from, cycle: .quarterly), cycle: .quarterly) == wanted)
    }

    @Test func `or never`() {
        #expect(due(house(dealOn: House.monday, cycle: nil), cycle: nil) == nil)
    }

    @Test func `is written once`() {
        var house = house(dealOn: House.monday, cycle: .monthly)
        house.now = house.now.day.adding(days: 100).start
        house.must(.settleDue, as: .clock)
        #expect(house.state.channels.deals.first?.isListed == true)
        #expect(!isChannelListed(house, at: house.now))
    }
}
