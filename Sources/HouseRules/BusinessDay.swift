/// A day of the site's calendar (Gregorian, Asia/Shanghai), counted from 1970-01-01 = 0.
public struct BusinessDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int

    /// Wraps a day count since 1970-01-01.
    public init(number: Int) { self.number = number }

    /// A calendar date; the caller guarantees that it exists (see ``init(year:month:day:)``).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= BusinessDay.length(ofMonth: month, year: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Parses `YYYY-MM-DD`; nil when it is not a date of the calendar.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.joined().utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
            parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        // Days from civil, with the year starting in March.
        let shifted = month <= 2 ? year - 1 : year
        let era = Int(Int64(shifted).flooredDivision(by: 400))
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = Int(Int64(shifted).flooredDivision(by: 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 = Monday … 7 = Sunday.
    public var weekday: Int { Int(Int64(number + 3).flooredModulus(by: 7)) + 1 }

    /// Earlier is less.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// This day and some days.
    public func adding(days: Int) -> BusinessDay { BusinessDay(number: number + days) }

    /// The first day on which an `n`-day term that starts today no longer holds (GLOSSARY §2.3).
    ///
    /// The start counts as day one: the 1st with seven days lapses on the 8th.
    public func lapse(afterDays n: Int) -> BusinessDay { adding(days: n) }

    /// The same day `n` months later; where that month has no such day, the 1st of the month after
    /// it (GLOSSARY §2.4). The library rule "last day of the month" would be a day early.
    public func expire(afterMonths n: Int) -> BusinessDay {
        let (year, month, day) = civil
        let months = year * 12 + (month - 1) + n
        let targetYear = Int(Int64(months).flooredDivision(by: 12))
        let targetMonth = Int(Int64(months).flooredModulus(by: 12)) + 1
        if day <= BusinessDay.length(ofMonth: targetMonth, year: targetYear) {
            return BusinessDay(uncheckedYear: targetYear, month: targetMonth, day: day)
        }
        let after = months + 1
        return BusinessDay(
            uncheckedYear: Int(Int64(after).flooredDivision(by: 12)),
            month: Int(Int64(after).flooredModulus(by: 12)) + 1, day: 1)
    }

    /// The instant of a wall-clock time on this day.
    public func at(_ time: TimeOfDay) -> Moment {
        Moment(
            milliseconds: Int64(number) * 86_400_000 + Int64(time.second) * 1000
                - Moment.offsetMilliseconds)
    }

    /// 00:00:00 of this day.
    public var start: Moment { at(TimeOfDay(second: 0)) }

    /// `2025-06-02`.
    public var text: String {
        let (year, month, day) = civil
        let digits = "\(year)"
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "-"
            + twoDigits(month) + "-" + twoDigits(day)
    }

    /// Days of a month, leap years included.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Gregorian leap years.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension BusinessDay: Codable {
    /// Reads a day count.
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes a day count.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
