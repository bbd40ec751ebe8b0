import HouseRules

/// When people come and ring: shares of the hours and weekdays of a month of real calls to a call
/// centre (33,344 of them), as far as they fall into the hours of a sales site.
enum DemoRhythm {
    /// Calls by the hour at which they came in.
    private static let hours: [(Int, Int)] = [
        (9, 2502), (10, 2800), (11, 2593), (12, 2187), (13, 2609), (14, 2402), (15, 2317),
        (16, 2352), (17, 1916),
    ]

    /// Calls by weekday, Monday first. That centre's two quiet days were Friday and Saturday; a
    /// sales site has its quiet days after the weekend, so they stand at Monday and Tuesday here.
    private static let weekdays = [1950, 866, 6158, 5777, 6398, 6356, 5839]

    /// How many calls of an ordinary week fall on a day.
    static func calls(ofWeek count: Int, on day: BusinessDay) -> Int {
        max(2, count * weekdays[day.weekday - 1] / weekdays.reduce(0, +))
    }

    /// How many groups come on a day when so many come on a Saturday.
    static func visits(onSaturday count: Int, on day: BusinessDay) -> Int {
        switch day.weekday {
        case 6: count
        case 7: count * 9 / 10
        case 5: count / 2
        default: count / 3
        }
    }

    /// Moments of a day, in order.
    static func moments(
        _ count: Int, on day: BusinessDay, _ numbers: inout DemoNumbers
    ) -> [Moment] {
        (0..<count).map { _ in
            let hour = numbers.pick(weighted: hours)
            let first = hour == 9 ? 8 : 0
            let minute = numbers.within(first...(hour == 17 ? 35 : 59))
            return day.at(TimeOfDay(hour, minute, numbers.below(60)))
        }.sorted()
    }
}
