import HouseRules

/// A list of some days as a file: what it is called, and the line above its columns that says
/// whose it is, who took it out and when.
struct ListFile: Sendable {
    let title: String
    let days: DaySpan

    init(_ title: String, _ days: DaySpan) { (self.title, self.days) = (title, days) }

    /// The most lines of one file.
    static let limit = 100_000

    /// Refuses more lines than one file holds.
    static func check(_ lines: Int) throws(Problem) {
        guard lines <= limit else {
            throw .badRequest("超过 \(limit) 行，一个文件装不下，请把日期收短。")
        }
    }

    var name: String { "\(title) \(days.words).xlsx" }

    func heading(by account: Account, at moment: Moment, _ call: Call) -> String {
        "\(call.siteName) \(title) \(days.words)，\(account.displayName) \(moment.words) 导出"
    }
}
