import Database
import HouseRules

/// Days and a person, as the lists of the registers ask for them.
struct RegisterFilter: Sendable, Equatable {
    /// First and last day, both included.
    var from: BusinessDay
    var to: BusinessDay
    var staff: StaffID?

    static let longest = 366

    /// Reads the fields of the address; `today` where no day is given.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        from = try Self.day("from", query) ?? today
        to = try Self.day("to", query) ?? max(from, today)
        guard from <= to else { throw .badRequest("开始日期晚于结束日期，请把两个日期对调。") }
        guard to.number - from.number < Self.longest else {
            throw .badRequest("一次最多看 \(Self.longest) 天，请把日期收短。")
        }
        staff = try query.text("staff").map { (id) throws(Problem) in try StaffID(sent: id) }
    }

    private static func day(_ name: String, _ query: FormFields) throws(Problem) -> BusinessDay? {
        guard let text = query.text(name) else { return nil }
        guard let day = BusinessDay(text) else {
            throw .badRequest("日期“\(text.prefix(20))”看不懂，请写成 2025-06-02 的样子。")
        }
        return day
    }

    /// The same as fields of an address.
    var query: String {
        "from=\(from.text)&to=\(to.text)"
            + (staff.map { "&staff=\(percentEncode($0.rawValue))" } ?? "")
    }

    /// The two days as fields of a form.
    var dayFields: HTML {
        """
        \(TextField("from", "从", type: "date", value: from.text).html)
        \(TextField("to", "到", type: "date", value: to.text).html)
        """
    }
}
