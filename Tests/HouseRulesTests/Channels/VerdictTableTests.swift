import Testing

@testable import HouseRules

@Suite struct `The lights of a channel` {
    private struct Row {
        var isTimely = true, matches = true, isMentioned = true, isFree = true, isHeld = false
        var required = true, blocks = true, isForfeited = false
        var review: SlipID??

        /// Every combination of what bits can say.
        init(_ bits: Int) {
            isTimely = bits & 1 != 0
            matches = bits & 2 != 0
            isMentioned = bits & 4 != 0
            isFree = bits & 8 != 0
            isHeld = bits & 16 != 0
            required = bits & 32 != 0
            blocks = bits & 64 != 0
            isForfeited = bits & 128 != 0
        }
    }

    private let mark = CustomerMark(name: "n", phone: "p", tail: "t")
    private let arrived = House.monday.at(TimeOfDay(10, 0))

    private func filed(_ slip: SlipID, opens late: Int = 0, number: Int = 1) -> FiledReport {
        let opens = arrived.adding(seconds: late)
        let sent = opens.adding(seconds: -1800)
        let report = ChannelReport(slip, channel: "x", agent: "x1", customer: mark, sentAt: sent)
        return FiledReport(
            report: report, enteredAt: sent, countsAt: sent, opens: opens, lapses: nil,
            number: number)
    }

    private func verdict(_ row: Row) -> ChannelVerdict {
        var visit = ChannelVisit("甲", arrivedAt: arrived, person: nil)
        visit.candidates = [filed("s", opens: row.isTimely ? 0 : 1)]
        visit.mark = row.matches ? mark : CustomerMark(name: "n", phone: "q", tail: "t")
        visit.mentionedAt = row.isMentioned ? arrived : nil
        visit.barred = row.isFree ? [] : ["s"]
        visit.heldBy = row.isHeld ? "A" : nil
        visit.isForfeited = row.isForfeited
        if let review = row.review {
            visit.review = ChannelReview("甲", report: review, note: "n")
        }
        var knobs = ChannelPolicy()
        knobs.mentionRequired = row.required
        knobs.existingOwner = row.blocks ? .blocks : .allows
        return channelVerdict(on: visit, deal: nil, required: [], under: knobs)
    }

    @Test(arguments: 0..<256) func `make it the channel's only all together`(bits: Int) {
        let row = Row(bits)
        let verdict = verdict(row)
        let speaks = row.isMentioned || !row.required
        var lights: [ChannelLight] = []
        if row.isTimely { lights.append(.leadTime) }
        if row.matches { lights.append(.match) }
        if speaks { lights.append(.mentioned) }
        if row.isFree { lights.append(.earliest) }
        #expect(verdict.lights == lights)
        let wins = lights.count == 4 && !(row.isHeld && row.blocks) && !row.isForfeited
        #expect((verdict.winner == "s") == wins)
        #expect(verdict.findings.map(\.differs) == [row.matches ? [] : [.phone]])
    }

    @Test(arguments: 0..<256) func `give way to a review, unless all is forfeited`(bits: Int) {
        var row = Row(bits)
        row.review = .some("s")
        #expect(verdict(row).winner == (row.isForfeited ? nil : "s"))
        row.review = .some(nil)
        #expect(verdict(row).winner == nil)
    }

    @Test func `go to the first report that is valid`() {
        var visit = ChannelVisit("甲", arrivedAt: arrived, person: nil)
        visit.candidates = [
            filed("barred"), filed("good", number: 2), filed("late", opens: 1, number: 3),
        ]
        visit.mark = mark
        visit.mentionedAt = arrived
        visit.barred = ["barred"]
        let knobs = ChannelPolicy()
        let verdict = channelVerdict(on: visit, deal: nil, required: [], under: knobs)
        #expect(verdict.winner == "good")
        #expect(verdict.findings.map(\.isValid) == [false, true, false])
        visit.candidates = []
        let none = channelVerdict(on: visit, deal: nil, required: [], under: knobs)
        #expect(none.winner == nil && none.lights == [.mentioned])
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func `need the word before the talk begins`(row: (Int, Bool)) {
        var visit = ChannelVisit("甲", arrivedAt: arrived, person: nil)
        visit.candidates = [filed("s")]
        visit.mark = mark
        visit.steps[.intro] = arrived.adding(seconds: 60)
        visit.mentionedAt = arrived.adding(seconds: 60 + row.0)
        let verdict = channelVerdict(on: visit, deal: nil, required: [], under: ChannelPolicy())
        #expect((verdict.winner == "s") == row.1)
        #expect(verdict.cutoff == arrived.adding(seconds: 60))
    }

    @Test(
        arguments: [
            ("n", "p", "n", "p", true, []), ("m", "p", "n", "p", true, [.name]),
            ("n", "q", "n", "p", true, [.phone]), ("m", "q", "n", "p", true, [.name, .phone]),
            ("n", nil, "n", "p", true, []), ("n", nil, "n", "p", false, [.phone]),
        ] as [(String, String?, String, String?, Bool, [MatchField])])
    func `compare names and numbers`(
        row: (String, String?, String, String?, Bool, [MatchField])
    ) {
        let told = CustomerMark(name: row.0, phone: row.1, tail: "t")
        let seen = CustomerMark(name: row.2, phone: row.3, tail: "t")
        let all = MatchField.allCases
        #expect(told.differs(from: seen, in: all, maskAllowed: row.4) == row.5)
        #expect(told.differs(from: seen, in: [], maskAllowed: row.4) == [])
        let other = CustomerMark(name: row.0, phone: nil, tail: "u")
        #expect(other.differs(from: seen, in: [.phone], maskAllowed: true) == [.phone])
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func `are barred until the end of a block, not at it`(row: (Int, Bool)) {
        let block = ChannelBlock(channel: "x", agent: "x1", until: arrived)
        let moment = arrived.adding(seconds: row.0)
        #expect(block.stops("x", "x1", at: moment) == row.1)
        #expect(!block.stops("x", "x2", at: moment) && !block.stops("y", "x1", at: moment))
        let whole = ChannelBlock(channel: "x", agent: nil)
        #expect(whole.stops("x", "x2", at: moment) && !whole.stops("y", "x1", at: moment))
    }
}

@Suite struct `A report` {
    private func report(_ slip: SlipID, _ house: House, phone: String? = "p") -> ChannelReport {
        ChannelReport(
            slip, channel: "x", agent: "x1",
            customer: CustomerMark(name: "n", phone: phone, tail: "t"), sentAt: house.now)
    }

    @Test func `is refused twice, masked, from the future, and from whoever is blocked`() {
        var house = House(["A"])
        let first = report("s", house)
        house.must(.channels(.report(first)))
        #expect(house.refusal(.channels(.report(first))) == .channels(.slipExists("s")))
        let masked = report("m", house, phone: nil)
        #expect(house.refusal(.channels(.report(masked))) == .channels(.numberMasked))
        var later = report("l", house)
        later.sentAt = house.now.adding(seconds: 1)
        #expect(house.refusal(.channels(.report(later))) == .inTheFuture(later.sentAt))
        let end = house.now.adding(seconds: 60)
        let block = ChannelBlock(channel: "x", agent: nil, until: end)
        house.must(.channels(.block(block)), as: .salesManager)
        house.now = end.adding(seconds: -1)
        #expect(
            house.refusal(.channels(.report(report("b", house))))
                == .channels(.banned(channel: "x", agent: nil, until: end)))
        house.now = end
        house.must(.channels(.report(report("b", house))))
    }

    @Test(arguments: [(1, 0, true), (1, 1, false), (3, 2, true), (3, 3, false)])
    func `is good for so many days`(row: (Int, Int, Bool)) {
        var policy = Policy()
        policy.channels.reportDays = row.0
        var house = House(["A"], policy: policy)
        house.must(.channels(.report(report("s", house))))
        house.now = House.monday.adding(days: row.1).at(TimeOfDay(17, 0))
        house.must(.channels(.report(report("t", house))))
        #expect((house.state.channels.reports["s"] != nil) == row.2)
        #expect(house.state.channels.reports["t"] != nil)
    }

    @Test func `may be masked where the handbook allows it`() {
        var policy = Policy()
        policy.channels.maskAllowed = true
        var house = House(["A"], policy: policy)
        house.must(.channels(.report(report("s", house, phone: nil))))
        #expect(house.state.channels.reports["s"] != nil)
    }

    @Test func `block is lifted by its very name`() {
        var house = House(["A"])
        let block = ChannelBlock(channel: "x", agent: "x1")
        house.must(.channels(.block(block)), as: .salesManager)
        #expect(
            house.refusal(.channels(.lift(channel: "x", agent: nil)), as: .salesManager)
                == .channels(.notBlocked))
        house.must(.channels(.lift(channel: "x", agent: "x1")), as: .salesManager)
        house.must(.channels(.report(report("s", house))))
    }
}
