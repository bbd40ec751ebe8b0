import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The period of a report` {
    private func day(_ text: String) -> BusinessDay { BusinessDay(text)! }

    @Test(arguments: [
        ("day", "2025-06-04", "2025-06-04", "2025-06-04", "2025-06-03"),
        ("week", "2025-06-04", "2025-06-02", "2025-06-08", "2025-05-26"),
        ("week", "2025-06-02", "2025-06-02", "2025-06-08", "2025-05-26"),
        ("week", "2025-06-08", "2025-06-02", "2025-06-08", "2025-05-26"),
        ("month", "2024-02-29", "2024-02-01", "2024-02-29", "2024-01-01"),
        ("month", "2025-12-31", "2025-12-01", "2025-12-31", "2025-11-01"),
    ])
    func `holds the day, from Monday or from the first on`(
        kind: String, asked: String, from: String, to: String, before: String
    ) throws {
        let period = ReportPeriod(try #require(.init(rawValue: kind)), of: day(asked))
        #expect(period.from == day(from) && period.to == day(to))
        #expect(period.previous.from == day(before))
        #expect(period.previous.next == period)
        #expect(period.previous.to.adding(days: 1) == period.from)
    }

    @Test(arguments: ReportPeriod.Kind.allCases)
    func `never reads more than ninety-two days`(kind: ReportPeriod.Kind) {
        for number in 0..<800 {
            let period = ReportPeriod(kind, of: day("2024-01-01").adding(days: number))
            #expect(period.to.number - period.readFrom.number < 92)
            #expect(period.readFrom <= period.previous.from)
            #expect(period.steps.allSatisfy { $0.from >= period.readFrom })
            #expect(period.steps.last?.to == period.to)
        }
    }

    @Test func `of a month has every day as a column and every week as a line`() {
        let june = ReportPeriod(.month, of: day("2025-06-10"))
        #expect(june.steps.count == 30)
        #expect(
            june.weeks.map(\.from.text) == [
                "2025-05-26", "2025-06-02", "2025-06-09", "2025-06-16", "2025-06-23", "2025-06-30",
            ])
    }

    @Test func `is the day of today where nothing is asked`() throws {
        let today = day("2025-06-02")
        #expect(try ReportPeriod(FormFields(), today: today) == ReportPeriod(.day, of: today))
    }

    @Test(arguments: [
        ("year", "2025-06-02", "period 写 day"), ("day", "6月2日", "看不懂"),
        ("day", "2025-02-30", "看不懂"), ("day", "2025-06-03", "还没到"),
        ("month", "2025-07-01", "还没到"),
    ])
    func `says what is wrong with what was asked`(
        kind: String, text: String, words: String
    ) throws {
        let fields = FormFields([
            .init(name: "period", value: kind), .init(name: "day", value: text),
        ])
        let problem = #expect(throws: Problem.self) {
            try ReportPeriod(fields, today: day("2025-06-02"))
        }
        #expect(problem?.status == .badRequest)
        #expect(problem?.detail.contains(words) == true, "\(problem?.detail ?? "")")
    }
}

@Suite struct `A share in words` {
    @Test(arguments: [
        (0, 10, "0.0%"), (10, 10, "100.0%"), (2, 3, "66.7%"), (1, 3, "33.3%"), (1, 8, "12.5%"),
        (1, 2000, "0.1%"), (1, 2001, "0.0%"), (50, 200, "25.0%"), (8, 9, "88.9%"), (5, 0, "—"),
    ])
    func `is rounded half up to a tenth of a percent`(part: Int64, whole: Int64, words: String) {
        #expect(shareWords(part, of: whole) == words)
    }
}

@Suite struct `A chart` {
    private let columns = [("6-1", 0), ("6-2", 30), ("6-3", 12)].map {
        ColumnChart.Column(name: $0.0, value: Int64($0.1), words: "\($0.1) 组")
    }

    @Test func `of columns says in words and in a table what it draws`() {
        let drawn = ColumnChart(title: "来访", axis: "日期", columns: columns).html.string
        #expect(drawn.contains("aria-label=\"来访：最多的是 6-2，30 组；最后是 12 组。\""))
        #expect(drawn.contains("height=\"0\"") && drawn.contains("height=\"100\""))
        #expect(drawn.contains("y=\"60\" width=\"6\" height=\"40\""))
        #expect(drawn.matches(of: /<td>6-\d<\/td>/).count == 3)
        #expect(!drawn.contains("style="))
    }

    @Test func `with nothing in it, or below nothing, still draws`() {
        let empty = ColumnChart(title: "回款", axis: "日期", columns: []).html.string
        #expect(empty.contains("回款：都是零。"))
        let debt = ColumnChart(
            title: "回款", axis: "日期",
            columns: [.init(name: "6-1", value: -5, words: "-¥0.05")]
        ).html.string
        #expect(debt.contains("height=\"0\"") && debt.contains("-¥0.05"))
    }

    @Test func `of bars fills the width with the greatest, or with the whole`() {
        let bars = [("A", 5), ("B", 10)].map {
            BarChart.Bar(name: $0.0, value: Int64($0.1), words: "\($0.1)")
        }
        let relative = BarChart(title: "t", bars: bars).html.string
        #expect(relative.contains("bar-fill\" width=\"500\""))
        #expect(relative.contains("bar-fill\" width=\"1000\""))
        let whole = BarChart(title: "t", bars: bars, whole: 100).html.string
        #expect(whole.contains("bar-fill\" width=\"50\""))
        #expect(whole.contains("bar-fill\" width=\"100\""))
    }
}
