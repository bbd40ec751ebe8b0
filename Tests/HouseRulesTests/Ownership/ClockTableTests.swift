import Testing

@testable import HouseRules

private func day(_ text: String) -> BusinessDay { BusinessDay(text)! }

/// The only stretch after these lines of the first day and so many days later.
private func stretch(
    _ lines: [(CustomerFact.Kind, Int)], from first: BusinessDay = day("2026-06-01"),
    stops: [DayRange] = [], _ change: (inout Policy) -> Void = { _ in }
) -> OwnershipRecord? {
    var policy = Policy()
    change(&policy)
    var house = House(["A"], policy: policy)
    house.now = first.at(TimeOfDay(8, 0))
    if !stops.isEmpty { house.must(.ownership(.setPhases(stops: stops)), as: .salesManager) }
    for (kind, later) in lines {
        house.now = first.adding(days: later).at(TimeOfDay(10, 0))
        let fact = CustomerFact("k", "A", kind, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
    }
    let records = house.state.ownership.records(of: "k")
    return records.count == 1 ? records[0] : nil
}

@Suite struct `The month of a visit` {
    @Test(arguments: [
        ("2026-01-27", "2026-02-27"), ("2026-01-28", "2026-02-28"), ("2026-01-29", "2026-03-01"),
        ("2026-01-30", "2026-03-01"), ("2026-01-31", "2026-03-01"), ("2026-02-01", "2026-03-01"),
        ("2028-01-28", "2028-02-28"), ("2028-01-29", "2028-02-29"), ("2028-01-30", "2028-03-01"),
        ("2028-02-29", "2028-03-29"), ("2026-03-30", "2026-04-30"), ("2026-03-31", "2026-05-01"),
        ("2026-04-30", "2026-05-30"), ("2026-12-31", "2027-01-31"), ("2026-12-01", "2027-01-01"),
    ]) func `ends on the same day, or on the first after a shorter month`(days: (String, String)) {
        #expect(stretch([(.visit, 0)], from: day(days.0))?.clock.validUntil == day(days.1))
    }

    @Test(arguments: [
        ("2026-01-28", "2026-02-28"), ("2026-01-29", "2026-02-28"), ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"), ("2026-03-31", "2026-04-30"), ("2026-02-01", "2026-03-01"),
        ("2026-12-31", "2027-01-31"),
    ]) func `or with the shorter month, where the handbook says so`(days: (String, String)) {
        let record = stretch([(.visit, 0)], from: day(days.0)) {
            $0.ownership.monthEnd = .lastDayOfMonth
        }
        #expect(record?.clock.validUntil == day(days.1))
    }

    @Test(arguments: [("2026-01-15", "2026-02-16"), ("2026-01-31", "2026-03-02")])
    func `is a day longer where its own day does not count`(days: (String, String)) {
        let record = stretch([(.visit, 0)], from: day(days.0)) {
            $0.ownership.validityIncludesDay = false
        }
        #expect(record?.clock.validUntil == day(days.1))
    }

    @Test(arguments: [
        ("2026-11-28", 3, "2027-02-28"), ("2026-11-30", 3, "2027-03-01"),
        ("2027-11-29", 3, "2028-02-29"), ("2027-11-30", 3, "2028-03-01"),
        ("2028-02-29", 12, "2029-03-01"), ("2026-08-31", 6, "2027-03-01"),
        ("2026-07-31", 6, "2027-01-31"),
    ]) func `is a term of several where there is one`(row: (String, Int, String)) {
        let record = stretch([(.visit, 0)], from: day(row.0)) { $0.ownership.termMonths = row.1 }
        #expect(record?.until == day(row.2))
        #expect(record?.run == nil && record?.reminders == [])
        #expect(record?.status(on: day(row.2)) == .lapsedValidity)
        #expect(record?.holds(on: day(row.2).adding(days: -1)) == true)
    }
}

@Suite struct `Ten fresh days` {
    @Test(arguments: [
        ([], 10), ([0], 10), ([1], 11), ([9], 19), ([10], 10), ([9, 18], 28), ([9, 19], 19),
        ([9, 18, 20], 30), ([9, 18, 27], 30), ([9, 18, 27, 29], 30), ([3, 4, 5], 15),
    ]) func `begin anew with a follow-up in time, up to the month`(row: ([Int], Int)) {
        let record = stretch([(.visit, 0)] + row.0.map { (.touch, $0) })
        #expect(record?.until == day("2026-06-01").adding(days: row.1))
        #expect(record?.clock.validUntil == day("2026-07-01"))
    }

    @Test(arguments: [
        ([(0, 0)], 11), ([(3, 5)], 13), ([(9, 9)], 11), ([(10, 12)], 10), ([(2, 2), (4, 4)], 12),
        ([(5, 40)], 30),
    ]) func `wait while nobody sells`(row: ([(Int, Int)], Int)) {
        let first = day("2026-06-01")
        let stops = row.0.map { DayRange(first.adding(days: $0.0), first.adding(days: $0.1)) }
        let until = first.adding(days: row.1)
        #expect(stretch([(.visit, 0)], stops: stops)?.until == until)
        let always = stretch([(.visit, 0)], stops: stops) { $0.ownership.freshnessPhase = .always }
        #expect(always?.until == first.adding(days: 10))
        #expect(stretch([(.call, 0)], stops: stops)?.until == first.adding(days: 7))
    }

    @Test(arguments: seeds) func `are as many as days that count, whatever the pauses`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let first = BusinessDay(number: random.within(10_000...30_000))
        let days = random.within(1...20)
        var stops: [DayRange] = []
        var next = -8
        while next < 40 {
            let from = next + random.below(9)
            let to = from + random.below(6)
            stops.append(DayRange(first.adding(days: from), first.adding(days: to)))
            next = to + 1 + random.below(5)
        }
        var left = days
        var one = first
        while left > 0 {
            if !stops.contains(where: { $0.first <= one && one <= $0.last }) { left -= 1 }
            one = one.adding(days: 1)
        }
        #expect(first.counting(days, without: stops) == one, "seed \(seed)")
    }

    @Test(arguments: [(-1, 19), (0, 10), (1, 10)])
    func `end with the last second of the tenth`(row: (Int, Int)) {
        var house = House(["A"])
        let fact = CustomerFact("k", "A", .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
        house.now = House.monday.adding(days: 10).start.adding(seconds: row.0)
        let touch = Touch("k", by: "A", occurred: house.now)
        house.must(.ownership(.touch(touch)), as: .consultant)
        let until = house.state.ownership.records(of: "k").first?.until
        #expect(until == House.monday.adding(days: row.1))
        #expect((house.state.ownership.holder(of: "k", on: house.now.day) == "A") == (row.0 < 0))
    }

    @Test(arguments: [true, false]) func `of a second visit keep or move the month`(resets: Bool) {
        let record = stretch([(.visit, 0), (.visit, 5), (.touch, 14), (.touch, 23)]) {
            $0.ownership.secondVisitResets = resets
        }
        #expect(record?.until == day("2026-06-01").adding(days: resets ? 33 : 30))
    }
}

@Suite struct `The days of a call` {
    @Test(
        arguments: [
            ([(.call, 0)], 7), ([(.call, 0), (.touch, 2)], 9), ([(.call, 0), (.touch, 6)], 10),
            ([(.call, 0), (.touch, 7)], 7), ([(.call, 0), (.call, 5)], 10),
            ([(.call, 0), (.unreached, 5)], 7), ([(.fair, 0)], 7),
        ] as [([(CustomerFact.Kind, Int)], Int)])
    func `are seven, and never more than ten`(row: ([(CustomerFact.Kind, Int)], Int)) {
        #expect(stretch(row.0)?.until == day("2026-06-01").adding(days: row.1))
        #expect(stretch(row.0)?.owns == false)
    }

    @Test func `depend on each of their knobs`() {
        let first = day("2026-06-01")
        let touched: [(CustomerFact.Kind, Int)] = [(.call, 0), (.touch, 2)]
        let again: [(CustomerFact.Kind, Int)] = [(.call, 0), (.call, 5)]
        #expect(
            stretch(touched) { $0.ownership.touchFreshensCall = false }?.until
                == first.adding(days: 7))
        #expect(
            stretch([(.call, 0)]) { $0.ownership.countsCallDay = false }?.until
                == first.adding(days: 8))
        #expect(
            stretch(again) { $0.ownership.newCallResets = true }?.until == first.adding(days: 12))
        #expect(stretch([(.call, 0)]) { $0.claims.callDays = 3 }?.until == first.adding(days: 3))
        #expect(stretch(touched) { $0.claims.callCapDays = 8 }?.until == first.adding(days: 8))
    }
}
