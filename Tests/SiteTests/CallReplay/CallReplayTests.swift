import Foundation
import HouseRules
import Testing

@testable import Site

private func replay(
    _ records: [CallRecord], _ options: CallReplay.Options = .init(),
    _ change: (inout CallPolicy) -> Void = { _ in }
) throws -> CallReplayReport {
    var policy = Policy()
    change(&policy.calls)
    return try CallReplay.run(records, under: policy, options: options)
}

extension CallReplayReport {
    fileprivate func person(_ staff: String) throws -> Person {
        try #require(people.first { $0.staff == staff })
    }
}

@Suite struct CallReplayTests {
    @Test func `The totals of the month are those worked out by hand`() throws {
        let report = try replay(ReplayCalls.byHand)
        #expect(report.total.calls == 8)
        #expect(report.total.answered == 5)
        #expect(report.total.callbacks == 3)
        #expect(report.total.refused == 0)
        #expect(report.total.originallyHungUp == 3)
        #expect(report.callbacksNobodyOnDuty == 2)
        #expect(report.hungUpAnswered == 1)
        #expect(report.phantoms == 1)
        #expect(report.isBalanced)
        #expect(report.chainFault == nil)
    }

    @Test func `Each consultant's figures are those worked out by hand`() throws {
        let report = try replay(ReplayCalls.byHand)
        #expect(report.people.map(\.staff) == ["甲", "乙"])
        let first = try report.person("甲")
        #expect(first.days == 2)
        #expect(first.dutySeconds == 150 + 40)
        #expect(first.offered == 4)
        #expect(first.taken == 3)
        #expect(first.forfeited == 1)
        #expect(first.makeupsGranted == 0)
        #expect(first.turnsPerHour == 75.79)
        #expect(first.lineSeconds == 90)
        #expect(first.reallyServed == 3)
        #expect(first.realServiceSeconds == 130)
        let second = try report.person("乙")
        #expect(second.days == 2)
        #expect(second.dutySeconds == 60 + 40)
        #expect(second.offered == 2)
        #expect(second.taken == 2)
        #expect(second.forfeited == 0)
        #expect(second.turnsPerHour == 72)
        #expect(second.lineSeconds == 100)
        #expect(second.reallyServed == 2)
        #expect(second.realServiceSeconds == 80)
    }

    @Test func `Kinds and days add up to the whole`() throws {
        let report = try replay(ReplayCalls.byHand)
        #expect(report.kinds.map(\.name) == ["NW", "PS"])
        #expect(report.kinds.map(\.calls) == [3, 5])
        #expect(report.kinds.map(\.answered) == [2, 3])
        #expect(report.kinds.map(\.callbacks) == [1, 2])
        #expect(report.days.map(\.name) == ["2025-06-02", "2025-06-03"])
        #expect(report.days.map(\.calls) == [4, 4])
        #expect(report.days.map(\.answered) == [3, 2])
    }

    @Test func `With phone makeup a turn on the line is owed and used first`() throws {
        let report = try replay(ReplayCalls.byHand) { $0.makeup = true }
        let first = try report.person("甲")
        #expect(first.offered == 3)
        #expect(first.takenInTurn == 2)
        #expect(first.forfeited == 0)
        #expect(first.makeupsGranted == 1)
        #expect(first.makeupsUsed == 1)
        #expect(first.taken == 3)
        #expect(report.isBalanced)
    }

    @Test func `An owed turn lapses with the order of the next day`() throws {
        let records = ReplayCalls.byHand.filter { !$0.id.rawValue.hasPrefix("4@") }
        let report = try replay(records) { $0.makeup = true }
        let first = try report.person("甲")
        #expect(first.makeupsGranted == 1)
        #expect(first.makeupsUsed == 0)
        #expect(first.makeupsLapsed == 1)
        #expect(report.isBalanced)
    }

    @Test func `An owed turn of the last day is still open at the end`() throws {
        let report = try replay(Array(ReplayCalls.byHand.prefix(3))) { $0.makeup = true }
        #expect(try report.person("甲").makeupsOpen == 1)
        #expect(report.isBalanced)
    }

    @Test func `By the hour the keeper's turn goes on to whoever is free`() throws {
        let report = try replay(Array(ReplayCalls.byHand.prefix(5))) { $0.mode = .timeSlot }
        let first = try report.person("甲")
        let second = try report.person("乙")
        #expect(first.offered == 3)
        #expect(first.takenInTurn == 2)
        #expect(first.handedOn == 1)
        #expect(second.offered == 0)
        #expect(second.takenForOthers == 1)
        #expect(report.total.callbacks == 1)
        #expect(report.isBalanced)
    }

    @Test func `Only the days asked for are replayed, with the ring of the whole file`() throws {
        let tuesday = ReplayCalls.monday.adding(days: 1)
        let report = try replay(ReplayCalls.byHand, .init(from: tuesday, to: tuesday))
        #expect(report.days.map(\.name) == ["2025-06-03"])
        #expect(report.total.calls == 4)
        #expect(report.phantoms == 0)
        #expect(report.people.map(\.staff) == ["甲", "乙"])
        #expect(try report.person("甲").reallyServed == 1)
        let before = try replay(ReplayCalls.byHand, .init(to: ReplayCalls.monday))
        #expect(before.total.calls == 4)
        #expect(before.phantoms == 1)
    }

    @Test func `A day ends at midnight although a call goes on`() throws {
        let report = try replay([
            ReplayCalls.served("1", "NW", "23:59:00", "23:59:00", 600, "甲"),
            ReplayCalls.lost("2", "NW", day: 1, "00:05:00"),
            ReplayCalls.served("3", "NW", day: 1, "09:00:00", "09:00:00", 60, "甲"),
        ])
        #expect(try report.person("甲").dutySeconds == 60 + 60)
        #expect(try report.person("甲").taken == 2)
        #expect(report.callbacksNobodyOnDuty == 1)
        #expect(report.isBalanced)
    }

    @Test func `After the house has closed the day a call is refused and counted as such`() throws {
        var policy = Policy()
        policy.rotation.autoCloseAt = TimeOfDay(9, 1)
        let report = try CallReplay.run(
            [
                ReplayCalls.served("1", "NW", "09:00:00", "09:00:00", 90, "甲"),
                ReplayCalls.lost("2", "NW", "09:05:00"),
            ], under: policy)
        #expect(report.total.refused == 1)
        #expect(report.refusals == ["DAY_NOT_OPEN": 1])
        #expect(try report.person("甲").dutySeconds == 60)
        #expect(report.isBalanced)
    }

    @Test func `A file without calls gives an empty report`() throws {
        let report = try replay([])
        #expect(report.total.calls == 0)
        #expect(report.decisions == 0)
        #expect(report.people.isEmpty)
        #expect(report.isBalanced)
    }

    @Test func `The same calls give the same report`() throws {
        let records = ReplayCalls.random(5)
        #expect(try replay(records) == replay(records))
        #expect(try replay(records).json == replay(records).json)
    }

    @Test func `A file is read and replayed in one go`() throws {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "calls-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        let text = """
            call_id,kind,entered_at,queue_s,outcome,service_started_at,service_s,agent
            1,NW,2025-06-02T09:00:00,0,AGENT,2025-06-02T09:00:00,60,甲
            2,NW,2025-06-02T09:00:10,0,BUSY,,,

            """
        try Data(text.utf8).write(to: url)
        let answer = try CallReplay.run(file: url, under: Policy())
        #expect(answer.read.refused == 1)
        #expect(answer.replay.total.answered == 1)
    }
}

@Suite struct CallReplayPropertyTests {
    static let policies: [CallPolicy] = PhoneMode.allCases.flatMap { mode in
        [false, true].map { makeup in
            var policy = CallPolicy()
            policy.mode = mode
            policy.makeup = makeup
            return policy
        }
    }

    @Test(arguments: policies, Array(1...15) as [UInt64])
    func `In any month every call has one outcome and the ledger is balanced`(
        calls: CallPolicy, seed: UInt64
    ) throws {
        var policy = Policy()
        policy.calls = calls
        let records = ReplayCalls.random(seed)
        let report = try CallReplay.run(records, under: policy)
        let real = records.filter { $0.outcome != .phantom }.count
        #expect(report.total.calls == real)
        #expect(report.total.answered + report.total.callbacks == real)
        #expect(report.withoutOneOutcome == 0)
        for person in report.people {
            #expect(person.isBalanced, "seed \(seed): \(person)")
        }
        #expect(report.people.reduce(0) { $0 + $1.taken } == report.total.answered)
        #expect(report.isBalanced)
        #expect(report.chainFault == nil)
    }

    @Test(arguments: policies, [21, 22, 23] as [UInt64])
    func `Nobody has two calls at once, and the events give the state`(
        calls: CallPolicy, seed: UInt64
    ) throws {
        var policy = Policy()
        policy.calls = calls
        let records = ReplayCalls.random(seed)
        var decisions: [ReplayedDecision] = []
        _ = try CallReplay.run(records, under: policy, options: .init()) {
            decisions.append($0)
        } chainFault: {
            nil
        }
        var state = SiteState()
        for decision in decisions {
            let again = decide(
                decision.command, by: decision.actor, in: state, under: policy, at: decision.at)
            #expect(again.answer == decision.ruling.answer, "seed \(seed)")
            for event in decision.ruling.events {
                if case .calls(.answered(_, let staff, way: _, at: _)) = event {
                    let member = try #require(state.rotation.member(staff))
                    #expect(member.call == nil && member.presence == .onStand, "seed \(seed)")
                }
                state.apply(event)
            }
        }
        #expect(Set(decisions.map(\.id)).count == decisions.count)
        #expect(zip(decisions, decisions.dropFirst()).allSatisfy { $0.at <= $1.at })
        #expect(state.calls.open.values.allSatisfy { $0.answerer == nil })
        #expect(state.rotation.members.allSatisfy { $0.call == nil && !$0.presence.isOnDuty })
    }
}
