import HouseRules
import Testing

@Suite struct `The calendar` {
    @Test(arguments: [
        ("2025-01-31", 1, "2025-03-01"), ("2024-01-30", 1, "2024-03-01"),
        ("2024-01-29", 1, "2024-02-29"), ("2025-05-31", 1, "2025-07-01"),
        ("2025-06-15", 1, "2025-07-15"), ("2025-11-30", 3, "2026-03-01"),
        ("2025-12-31", 2, "2026-03-01"), ("2023-12-31", 12, "2024-12-31"),
    ])
    func `expires months later, on the 1st after where there is no such day`(
        start: String, months: Int, expected: String
    ) throws {
        let day = try #require(BusinessDay(start))
        #expect(day.expire(afterMonths: months).text == expected)
    }

    @Test func `lapses N days later, the start being day one`() throws {
        #expect(try #require(BusinessDay("2025-06-01")).lapse(afterDays: 7).text == "2025-06-08")
    }

    @Test func `agrees with itself over eight centuries`() throws {
        var day = try #require(BusinessDay("1600-01-01"))
        let end = try #require(BusinessDay("2400-12-31"))
        var weekday = day.weekday
        while day < end {
            let (year, month, dayOfMonth) = day.civil
            #expect(BusinessDay(year: year, month: month, day: dayOfMonth) == day)
            #expect(day.weekday == weekday)
            weekday = weekday % 7 + 1
            day = day.adding(days: 1)
        }
        #expect(BusinessDay("1970-01-01")?.weekday == 4)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-6-1", "x", "2025-06-31", "", "2025-+6-02", "+025-06-02",
    ])
    func `refuses what is not a date`(text: String) { #expect(BusinessDay(text) == nil) }

    @Test(arguments: ["24:00:01", "9", "25:00", "09:60", "-1:00", "９:00", "09:00:00:00"])
    func `refuses what is not a time`(text: String) { #expect(TimeOfDay(text) == nil) }

    @Test func `cuts moments to the second and the day at midnight in Shanghai`() throws {
        let day = try #require(BusinessDay("2025-06-02"))
        let late = Moment(milliseconds: day.at(TimeOfDay(23, 59, 59)).milliseconds + 999)
        #expect(late.day == day)
        #expect(late.wholeSecond == day.at(TimeOfDay(23, 59, 59)))
        #expect(day.adding(days: 1).start.day == day.adding(days: 1))
        #expect(day.start.milliseconds == 1_748_793_600_000)
    }
}

@Suite struct `An amount of money` {
    @Test func `splits by largest remainder, ties to the first`() {
        #expect(Money(fen: 100).split(weights: [1, 1, 1]).map(\.fen) == [34, 33, 33])
        #expect(Money(fen: 101).split(weights: [1, 1]).map(\.fen) == [51, 50])
        #expect(Money(fen: -101).split(weights: [1, 1]).map(\.fen) == [-51, -50])
        #expect(Money(fen: 5).split(weights: []).isEmpty)
    }

    @Test func `sums to the whole for any weights`() {
        var seed: UInt64 = 7
        func next() -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 33)
        }
        for _ in 0..<2000 {
            let amount = Money(fen: next() * (next() % 2 == 0 ? 1 : -1))
            let weights = (0..<Int(next() % 6 + 1)).map { _ in next() % 10_001 } + [1]
            #expect(amount.split(weights: weights).map(\.fen).reduce(0, +) == amount.fen)
        }
    }

    @Test func `reads as yuan`() {
        #expect(Money(fen: 123_456_700).text == "¥1,234,567.00")
        #expect(Money(fen: -5).text == "-¥0.05")
    }
}
