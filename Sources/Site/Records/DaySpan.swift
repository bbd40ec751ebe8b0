import HouseRules

/// A stretch of days that a list shows, both ends included.
struct DaySpan: Sendable, Equatable {
    let from: BusinessDay
    let to: BusinessDay

    /// No more days at once.
    static let longest = 366

    /// Reads the fields `from` and `to` of an address; where none is given, so many days up to
    /// today.
    init(_ query: FormFields, today: BusinessDay, usual: Int = 30) throws(Problem) {
        to = try Self.day("to", query) ?? today
        from = try Self.day("from", query) ?? to.adding(days: 1 - usual)
        guard from <= to else { throw .badRequest("开始日期晚于结束日期，请把两个日期对调。") }
        guard to.number - from.number < Self.longest else {
            throw .badRequest("一次最多看 \(Self.longest) 天，请把日期收短。")
        }
    }

    private static func day(_ name: String, _ query: FormFields) throws(Problem) -> BusinessDay? {
        guard let text = query.text(name) else { return nil }
        guard let day = BusinessDay(text) else {
            throw .badRequest("日期“\(text.prefix(20))”看不懂，请写成 2025-06-02 的样子。")
        }
        return day
    }

    /// The same as fields of an address.
    var query: String { "from=\(from.text)&to=\(to.text)" }
}
