import HouseRules
import Yams

/// How one kind of value is written in a pack, read and printed.
struct ParameterForm<Value: Sendable>: Sendable {
    /// "应当是…", without the subject.
    let allowed: String
    /// The few words that fit, when they are few.
    var options: [Option] = []
    /// What people call the words that a value may be made of; empty when it is said as written.
    var labels: [String: String] = [:]
    let parse: @Sendable (String) -> Value?
    let text: @Sendable (Value) -> String

    /// A word that fits and what people call it.
    struct Option: Hashable, Sendable {
        let word: String
        let label: String
    }

    /// The value or nothing (`null`).
    var orNull: ParameterForm<Value?> {
        ParameterForm<Value?>(
            allowed: allowed + "；不用就写 null",
            options: options.isEmpty
                ? []
                : options.map { .init(word: $0.word, label: $0.label) }
                    + [.init(word: "null", label: "不用")],
            labels: labels,
            parse: { word in word == "null" ? .some(nil) : parse(word).map { .some($0) } },
            text: { value in value.map(text) ?? "null" })
    }
}

extension ParameterForm
where
    Value: RawRepresentable & CaseIterable & Labelled,
    Value.RawValue == String
{
    /// One of the words of an enumeration.
    static var choice: Self { choice(of: Array(Value.allCases)) }

    /// One of some words of an enumeration.
    static func choice(of values: [Value]) -> Self {
        ParameterForm(
            allowed: "应当是 " + values.map { "\($0.rawValue)（\($0.label)）" }.listed + " 之一",
            options: values.map { Option(word: $0.rawValue, label: $0.label) },
            parse: { word in
                Value(rawValue: word).flatMap { value in
                    values.contains { $0.rawValue == word } ? value : nil
                }
            },
            text: { $0.rawValue })
    }
}

extension ParameterForm<Bool> {
    /// `true` or `false`.
    static var flag: Self {
        ParameterForm(
            allowed: "应当是 true（是）或 false（否）",
            options: [Option(word: "true", label: "是"), Option(word: "false", label: "否")],
            parse: { $0 == "true" ? true : $0 == "false" ? false : nil },
            text: { $0 ? "true" : "false" })
    }
}

extension ParameterForm<Int> {
    /// A whole number of a range.
    static func whole(_ range: ClosedRange<Int>, _ unit: String) -> Self {
        ParameterForm(
            allowed: "应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数（\(unit)）",
            parse: { word in Int(word).flatMap { range.contains($0) ? $0 : nil } },
            text: { "\($0)" })
    }

    /// `advance_2`: so many advances.
    static var advances: Self {
        ParameterForm(
            allowed: "应当写成 advance_1 到 advance_9（一次弃站折成几次预支）",
            labels: Dictionary(
                uniqueKeysWithValues: (1...9).map { ("advance_\($0)", "预支 \($0) 轮") }),
            parse: { word in
                guard word.hasPrefix("advance_"), let count = Int(word.dropFirst(8)) else {
                    return nil
                }
                return (1...9).contains(count) ? count : nil
            },
            text: { "advance_\($0)" })
    }
}

extension ParameterForm<TimeOfDay> {
    /// `09:00`, up to 24:00.
    static var time: Self {
        ParameterForm(
            allowed: "应当是时刻，写成 09:00 的样子",
            parse: { TimeOfDay($0) }, text: { $0.text })
    }
}

/// From one time of the day to another.
struct TimeSpan: Hashable, Sendable {
    var from: TimeOfDay
    var to: TimeOfDay
}

extension ParameterForm<TimeSpan> {
    /// `12:00-13:00`, not backwards.
    static var span: Self {
        ParameterForm(
            allowed: "应当是一段时间，写成 12:00-13:00 的样子，起点早于终点",
            parse: { word in
                let ends = word.split(separator: "-", omittingEmptySubsequences: false)
                guard ends.count == 2, let from = TimeOfDay(ends[0]), let to = TimeOfDay(ends[1]),
                    from < to
                else { return nil }
                return TimeSpan(from: from, to: to)
            },
            text: { "\($0.from.text)-\($0.to.text)" })
    }
}
