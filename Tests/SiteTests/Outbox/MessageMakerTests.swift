import Database
import Testing

@testable import HouseRules
@testable import Site

@Suite struct `Messages that follow from a decision` {
    private static let at = BookWorld.morning

    private func entry(_ events: [SiteEvent], _ reasons: [Reason] = []) -> Entry {
        Entry(
            seq: 7, id: "d7", at: Self.at, actor: BookWorld.desk, policyRevision: 1,
            command: .settleDue, outcome: .done, reasons: reasons, events: events, hash: "")
    }

    private func messages(
        _ events: [SiteEvent], _ reasons: [Reason] = [], bots: [MessageChannelName] = [.wecom]
    ) -> [NewMessage] {
        MessageMaker(entry: entry(events, reasons), bots: bots, mergeSeconds: 2).messages
    }

    private func lines(_ messages: [NewMessage]) -> [String] {
        messages.map { "\($0.kind.rawValue) \($0.channel.rawValue) \($0.staff?.rawValue ?? "-")" }
    }

    @Test func `whoever is called to the front is told by phone, the team by its bots`() {
        let called = messages(
            [.reception(.standbyCalled(["A", "B"]))], bots: [.wecom, .feishu])
        #expect(
            lines(called) == [
                "standby_called wecom -", "standby_called feishu -", "standby_called app A",
                "standby_called app B",
            ])
        #expect(called.map(\.id) == ["e-7-0", "e-7-1", "e-7-2", "e-7-3"])
        #expect(called.allSatisfy { $0.firstTry == Self.at.adding(seconds: 2) })
        #expect(called.allSatisfy { $0.expiresAt == Self.at.adding(seconds: 300) })
        #expect(called.allSatisfy { $0.decision == "d7" })
        #expect(messages([.reception(.standbyCalled([]))]).isEmpty)
    }

    @Test func `whoever is called back is told, by order and by the rules`() {
        let ordered = messages([.duty(.calledBack("B", at: Self.at))])
        #expect(lines(ordered) == ["called_back wecom -", "called_back app B"])
        #expect(ordered.allSatisfy { $0.kind.isUrgent })
        let ruled = messages([], [.reception(.recalled("C", until: Self.at))])
        #expect(lines(ruled) == ["called_back wecom -", "called_back app C"])
    }

    @Test func `a group without a receptionist is told to the team`() {
        let held = messages([
            .reception(.coverTaken("v1", lockedFor: "C", recallUntil: nil))
        ])
        #expect(lines(held) == ["visit_held wecom -"])
        #expect(held.first?.facts.owner == "C")
    }

    @Test func `whoever stands in and whose customer it is are told, each on their phone`() {
        let open = OpenVisit(
            visit: "v1", visitClass: .ownedReturning, arrivedAt: Self.at, person: nil, named: "C",
            number: 4)
        func given(_ way: AssignmentWay, for owner: StaffID?) -> [SiteEvent] {
            let fact = AssignmentFact(
                visit: "v1", staff: "B", onBehalfOf: owner, effect: .notCounted, way: way,
                missed: .makeup, at: Self.at)
            return [.reception(.visitRegistered(open)), .reception(.visitAssigned(fact))]
        }
        let told = messages(given(.assist, for: "C"))
        #expect(
            lines(told) == ["stand_in wecom -", "stand_in app B", "owner_told app C"])
        #expect(told.allSatisfy { $0.facts.staff == ["B"] && $0.facts.owner == "C" })
        #expect(told.allSatisfy { $0.facts.number == 4 })
        #expect(messages(given(.named, for: "C")).isEmpty, "the customer asked for B")
        #expect(messages(given(.assist, for: nil)).isEmpty, "nobody's customer in particular")
    }

    @Test func `a short front and an empty day are told from their reasons`() {
        let told = messages(
            [],
            [
                .reception(.frontShort(seconds: 90, onStand: 1, able: 3)),
                .reception(.nobodyOnDuty),
            ])
        #expect(lines(told) == ["front_short wecom -", "nobody_on_duty wecom -"])
        #expect(told.first?.facts.seconds == 90)
        #expect(told.last?.facts.day == Self.at.day)
    }

    @Test func `consultants are told once how many of their customers run out, without names`() {
        let today = Self.at.day
        func reminded(_ person: PersonID, _ staff: StaffID, _ days: Int) -> SiteEvent {
            .ownership(
                .reminded(person, staff, .visit, lapsesOn: today.adding(days: days)))
        }
        let told = messages([
            reminded("p1", "A", 1), reminded("p2", "A", 2), reminded("p2", "A", 3),
            reminded("p3", "A", 7), reminded("p4", "B", 3),
            .ownership(.lapsed("p5", "A", .visit, .lapsedFreshness, on: today)),
            .ownership(.lapsed("p5", "B", .visit, .lapsedFreshness, on: today)),
            .ownership(.lapsed("p6", "A", .call, .lapsedFreshness, on: today)),
            .ownership(.clocksRead(today)),
        ])
        #expect(
            lines(told) == [
                "customers_lapse app A", "customers_lapse app B", "team_lapses wecom -",
                "customers_lapsed wecom -",
            ])
        #expect(told[0].facts.lapsing == LapsingCount(today: 1, tomorrow: 1, week: 1))
        #expect(told[1].facts.lapsing == LapsingCount(week: 1))
        #expect(told[2].facts.staff == ["A", "B"] && told[2].facts.counts == [3, 1])
        #expect(told[3].facts.counts == [1], "a call was nobody's own")
        #expect(told.allSatisfy { !$0.facts.text.contains("p1") && !$0.facts.text.contains("p5") })
        #expect(told.allSatisfy { $0.expiresAt == today.adding(days: 1).start })
        #expect(messages([.ownership(.clocksRead(today))]).isEmpty)
    }

    @Test func `what is about the day leaves when people are at work`() {
        let midnight = Self.at.day.start
        let entry = Entry(
            seq: 7, id: "d7", at: midnight, actor: BookWorld.desk, policyRevision: 1,
            command: .settleDue, outcome: .done, reasons: [],
            events: [
                .ownership(
                    .reminded("p1", "A", .visit, lapsesOn: Self.at.day.adding(days: 2)))
            ], hash: "")
        let told = MessageMaker(entry: entry, bots: [.wecom], mergeSeconds: 2).messages
        #expect(told.map(\.firstTry).allSatisfy { $0 == Self.at.day.at(TimeOfDay(8, 0)) })
    }

    @Test func `every kind has a sentence, with names and without ids`() {
        let directory = StaffDirectory([
            .init(staff: "A", name: "安然", role: .consultant, isActive: true),
            .init(staff: "B", name: "白榆", role: .consultant, isActive: true),
        ])
        let facts = MessageFacts(
            staff: ["B"], owner: "A", number: 4, seconds: 90, onStand: 1, able: 3,
            day: Self.at.day, template: "call_followup", counts: [3],
            lapsing: LapsingCount(today: 1, week: 2))
        let texts = MessageKind.allCases.map { $0.sentence(facts, directory) }
        #expect(
            texts == [
                "请白榆到前台候客。", "有客户在等，请白榆马上回前台。",
                "前台人数不足已有 90 秒：现在 1 人，可以到的有 3 人。",
                "6月2日 周一没有顾问当班，轮次表出不来，请马上安排。",
                "第 4 组来客没有顾问在位，请管理人员先接待，留给安然。",
                "第 4 组来客找的是安然，由白榆代为接待。", "您的客户来了，是第 4 组来客，由白榆代为接待。",
                "您有 3 位客户快到期：今天是最后一天的 1 位，这几天的 2 位。请今天联系并登记跟进。",
                "快到期的客户：白榆 3 位，请各自今天跟进。", "有 3 位客户的保护期到了，请管理人员到公共池看看要不要分配。",
                "短信：来电后的地址短信。",
            ])
        #expect(MessageKind.visitHeld.sentence(MessageFacts(), directory).contains("谁先回位谁接"))
    }

    @Test(arguments: BookBackend.available)
    func `stand in the transaction of the decision, and rebuilt lists send nothing again`(
        backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let lists = ListWriter.reception + [.outbox(bots: [.wecom], mergeSeconds: 2)]
            let book = try await world.book { $0.lists = lists }
            try await book.openDay()
            try await book.arrive("v1")
            let count = try await world.count("message")
            #expect(count > 0)
            let sender = world.sender()
            world.wait(2)
            let bot = Recorder()
            while try await sender.step(bot) {}
            try await world.journal.rebuild(lists, in: world.database)
            #expect(try await world.count("message") == count)
            #expect(try await !sender.step(bot))
            await book.close()
        }
    }
}
