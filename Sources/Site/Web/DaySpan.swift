import HouseRules

/// A stretch of days that a list shows, both ends included.
struct DaySpan: Sendable, Equatable {
    let from: BusinessDay
    let to: BusinessDay

    /// No more days at once: a page is for reading.
    static let longest = 366

    /// Reads the fields `from` and `to` of an address; where none is given, from today to today or
    /// to a later first day.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        let from = try Self.day("from", query) ?? today
        try self.init(checking: from, try Self.day("to", query) ?? max(from, today))
    }

    /// The same; where none is given, so many days up to today.
    init(_ query: FormFields, today: BusinessDay, usual: Int) throws(Problem) {
        let to = try Self.day("to", query) ?? today
        try self.init(checking: try Self.day("from", query) ?? to.adding(days: 1 - usual), to)
    }

    /// Refuses days in the wrong order and too many of them.
    init(checking from: BusinessDay, _ to: BusinessDay) throws(Problem) {
        guard from <= to else { throw .badRequest("开始日期晚于结束日期，请把两个日期对调。") }
        guard to.number - from.number < Self.longest else {
            throw .badRequest("一次最多看 \(Self.longest) 天，请把日期收短。")
        }
        (self.from, self.to) = (from, to)
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

    /// The same as fields of a form.
    var fields: HTML {
        """
        \(TextField("from", "从", type: "date", value: from.text).html)
        \(TextField("to", "到", type: "date", value: to.text).html)
        """
    }

    /// `2025-06-01 至 2025-06-30`.
    var words: String { "\(from.text) 至 \(to.text)" }
}
