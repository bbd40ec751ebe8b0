import HouseRules

@testable import Site

/// A small month written down by hand, and random ones.
enum ReplayCalls {
    static let monday = BusinessDay(year: 2025, month: 6, day: 2)!

    /// A connected call: `entered` and `start` as HH:MM:SS on a day of that week.
    static func served(
        _ number: String, _ kind: String, day: Int = 0, _ entered: String, _ start: String,
        _ seconds: Int, _ agent: StaffID
    ) -> CallRecord {
        let date = monday.adding(days: day)
        let enteredAt = date.at(TimeOfDay(entered)!)
        return CallRecord(
            id: CallRecord.id(number: number, enteredAt: enteredAt), kind: kind,
            enteredAt: enteredAt, queueSeconds: 0, outcome: .agent,
            serviceStart: date.at(TimeOfDay(start)!), serviceSeconds: seconds, agent: agent)
    }

    /// A call that nobody served.
    static func lost(
        _ number: String, _ kind: String, day: Int = 0, _ entered: String,
        _ outcome: CallOutcome = .hang
    ) -> CallRecord {
        let enteredAt = monday.adding(days: day).at(TimeOfDay(entered)!)
        return CallRecord(
            id: CallRecord.id(number: number, enteredAt: enteredAt), kind: kind,
            enteredAt: enteredAt, queueSeconds: 0, outcome: outcome)
    }

    /// Two days, two people; every figure below is worked out by hand.
    static let byHand = [
        // Day 1: 甲 on duty 09:00:00 … 09:02:30, 乙 09:00:30 … 09:01:30.
        served("1", "NW", "09:00:00", "09:00:00", 60, "甲"),  // 甲 until 09:01:00
        served("2", "PS", "09:00:30", "09:00:30", 60, "乙"),  // passes 甲, 乙 until 09:01:30
        lost("3", "PS", "09:00:40"),  // both on the line: slip
        served("4", "NW", "09:02:00", "09:02:00", 30, "甲"),  // 甲 until 09:02:30
        lost("5", "PS", "09:02:10", .phantom),
        // Day 2: 乙 from 09:00:10, 甲 09:00:20 … 09:01:00.
        lost("6", "NW", day: 1, "08:00:00"),  // nobody on duty: slip
        served("7", "PS", day: 1, "09:00:00", "09:00:10", 20, "乙"),  // still nobody: slip
        served("8", "PS", day: 1, "09:00:10", "09:00:20", 40, "甲"),  // 乙 until 09:00:50
        lost("9", "PS", day: 1, "09:00:50"),  // 乙 goes off with the end of 8: 甲, no time
    ]

    /// Busy days with everything in them: overlaps, ties, midnight, gaps, calls without a length.
    static func random(_ seed: UInt64) -> [CallRecord] {
        var random = SeededNumbers(seed: seed)
        let agents: [StaffID] = ["甲", "乙", "丙", "丁", "戊"]
        var records: [CallRecord] = []
        for number in 0..<(50 + Int(random.next() % 150)) {
            let day = monday.adding(days: Int(random.next() % 5))
            let isAnyTime = random.next() % 2 == 0
            let second = Int(isAnyTime ? random.next() % 86_400 : 36_000 + random.next() % 600)
            let enteredAt = day.at(TimeOfDay(second: second))
            let outcome = random.pick([CallOutcome.agent, .agent, .agent, .hang, .phantom])
            let isTimed = outcome == .agent && random.next() % 8 != 0
            records.append(
                CallRecord(
                    id: CallRecord.id(number: "\(number)", enteredAt: enteredAt),
                    kind: random.pick(["NW", "PS"]), enteredAt: enteredAt, queueSeconds: 0,
                    outcome: outcome,
                    serviceStart: isTimed
                        ? enteredAt.adding(seconds: Int(random.next() % 60)) : nil,
                    serviceSeconds: isTimed ? Int(random.next() % 4000) : nil,
                    agent: outcome == .agent ? random.pick(agents) : nil))
        }
        return records
    }
}
