import HouseRules

/// The days of a report: one, a week from Monday on, or a calendar month.
struct ReportPeriod: Sendable, Hashable {
    /// How long it is.
    enum Kind: String, Sendable, CaseIterable, Labelled {
        case day, week, month

        var label: String {
            switch self {
            case .day: "日报"
            case .week: "周报"
            case .month: "月报"
            }
        }
    }

    let kind: Kind
    /// The first day.
    let from: BusinessDay
    /// The last day.
    let to: BusinessDay

    /// The period of a kind in which a day lies.
    init(_ kind: Kind, of day: BusinessDay) {
        self.kind = kind
        switch kind {
        case .day: (from, to) = (day, day)
        case .week:
            from = day.adding(days: 1 - day.weekday)
            to = from.adding(days: 6)
        case .month:
            from = day.firstOfMonth
            to = from.expire(afterMonths: 1).adding(days: -1)
        }
    }

    /// Reads `period` and `day` of an address; the day report of today where none is given.
    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        let name = query.text("period") ?? Kind.day.rawValue
        guard let kind = Kind(rawValue: name) else {
            throw .badRequest("period 写 day（日报）、week（周报）或 month（月报）。")
        }
        let text = query.text("day") ?? today.text
        guard let day = BusinessDay(text) else {
            throw .badRequest("日期“\(text.prefix(20))”看不懂，请写成 2025-06-02 的样子。")
        }
        guard day <= today else { throw .badRequest("\(day.text) 还没到，报表只出到今天。") }
        self.init(kind, of: day)
    }

    /// The one before.
    var previous: ReportPeriod { ReportPeriod(kind, of: from.adding(days: -1)) }

    /// The one after.
    var next: ReportPeriod { ReportPeriod(kind, of: to.adding(days: 1)) }

    /// The columns of its chart: the last fortnight, the last thirteen weeks, the month's days.
    var steps: [ReportPeriod] {
        switch kind {
        case .day: (-13...0).map { ReportPeriod(.day, of: from.adding(days: $0)) }
        case .week: (-12...0).map { ReportPeriod(.week, of: from.adding(days: $0 * 7)) }
        case .month:
            (0...(to.number - from.number)).map { ReportPeriod(.day, of: from.adding(days: $0)) }
        }
    }

    /// The weeks, or parts of weeks, that lie in it.
    var weeks: [ReportPeriod] {
        var weeks = [ReportPeriod(.week, of: from)]
        while let last = weeks.last, last.to < to { weeks.append(last.next) }
        return weeks
    }

    /// The first day that is read for it, its chart and the one before: never more than 92 days.
    var readFrom: BusinessDay { min(previous.from, steps.first?.from ?? from) }

    func contains(_ day: BusinessDay) -> Bool { from <= day && day <= to }

    /// The same as fields of an address.
    var query: String { "period=\(kind.rawValue)&day=\(from.text)" }

    /// `2025-06-02`, `2025-06-02 至 2025-06-08`, `2025 年 6 月`.
    var words: String {
        switch kind {
        case .day: from.text
        case .week: "\(from.text) 至 \(to.text)"
        case .month: from.monthWords
        }
    }

    /// What stands under a column of a chart.
    var shortWords: String {
        let civil = from.civil
        return "\(civil.month)-\(civil.day)"
    }
}
