/// An instant: milliseconds since 1970-01-01 00:00 UTC.
///
/// Rules compare at whole seconds unless they say otherwise (GLOSSARY §2.6): see ``wholeSecond``.
public struct Moment: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the Unix epoch.
    public var milliseconds: Int64

    /// Wraps milliseconds since the Unix epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads a plain number of milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a plain number of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Earlier is less.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment with everything below the second cut off (10:10:00.999 → 10:10:00).
    public var wholeSecond: Moment {
        Moment(milliseconds: milliseconds.flooredDivision(by: 1000) * 1000)
    }

    /// This moment and some seconds.
    public func adding(seconds: Int) -> Moment {
        Moment(milliseconds: milliseconds + Int64(seconds) * 1000)
    }

    /// Whole seconds from `earlier` to this moment, both cut to the second.
    public func seconds(since earlier: Moment) -> Int {
        Int((wholeSecond.milliseconds - earlier.wholeSecond.milliseconds) / 1000)
    }

    /// The calendar day on the site's wall calendar (Asia/Shanghai, UTC+8 the year round).
    public var day: BusinessDay {
        BusinessDay(number: Int(localMilliseconds.flooredDivision(by: 86_400_000)))
    }

    /// Time of day on the site's wall clock.
    public var timeOfDay: TimeOfDay {
        TimeOfDay(second: Int(localMilliseconds.flooredModulus(by: 86_400_000) / 1000))
    }

    /// Milliseconds of the wall clock east of Greenwich by eight hours.
    private var localMilliseconds: Int64 { milliseconds + Moment.offsetMilliseconds }

    /// China has kept UTC+8 without summer time since 1992; the pure rules need no time-zone data.
    static let offsetMilliseconds: Int64 = 8 * 3_600_000
}

/// A time on the wall clock, in seconds after midnight; 24:00:00 is allowed as an end.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Seconds after midnight, 0 … 86,400.
    public var second: Int

    /// Wraps seconds after midnight.
    public init(second: Int) { self.second = second }

    /// Hours and minutes, such as 9:00.
    public init(_ hour: Int, _ minute: Int, _ second: Int = 0) {
        self.second = hour * 3600 + minute * 60 + second
    }

    /// Earlier is less.
    public static func < (left: Self, right: Self) -> Bool { left.second < right.second }

    /// Parses `HH:MM` or `HH:MM:SS`, 00:00 … 24:00; anything else is nil.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        if numbers.count == 2 { numbers.append(0) }
        guard numbers[1] < 60, numbers[2] < 60 else { return nil }
        second = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
        guard second <= 86_400 else { return nil }
    }

    /// `09:05`, or `09:05:30` when there are seconds.
    public var text: String {
        let minutes = twoDigits(second / 3600) + ":" + twoDigits(second / 60 % 60)
        return second % 60 == 0 ? minutes : minutes + ":" + twoDigits(second % 60)
    }
}

extension TimeOfDay: Codable {
    /// Reads `HH:MM[:SS]`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = TimeOfDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not HH:MM")
        }
        self = time
    }

    /// Writes `HH:MM[:SS]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension Int64 {
    /// Division that rounds towards minus infinity.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder that goes with ``flooredDivision(by:)``: never negative.
    func flooredModulus(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
