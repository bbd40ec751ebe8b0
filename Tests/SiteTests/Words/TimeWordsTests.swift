import HouseRules
import Testing

@testable import Site

@Suite struct `Words for times` {
    @Test(arguments: [
        ("2025-06-02", "6月2日 周一"), ("2025-06-03", "6月3日 周二"), ("2025-06-04", "6月4日 周三"),
        ("2025-06-05", "6月5日 周四"), ("2025-06-06", "6月6日 周五"), ("2025-06-07", "6月7日 周六"),
        ("2025-06-08", "6月8日 周日"), ("2024-02-29", "2月29日 周四"), ("2024-12-31", "12月31日 周二"),
    ])
    func `a day has its month, its number and its weekday`(text: String, words: String) throws {
        let day = try #require(BusinessDay(text))
        #expect(day.words == words)
        #expect(day.fullWords == "\(text.prefix(4))年" + words)
    }

    @Test func `the clock shows seconds only when there are some`() {
        #expect(mondayAt(14, 5).clockWords == "14:05")
        #expect(mondayAt(14, 5, 30).clockWords == "14:05:30")
        #expect(mondayAt(0, 0).clockWords == "00:00")
        #expect(mondayAt(9, 7, 1).words == "6月2日 周一 09:07:01")
    }

    @Test func `the short form cuts the seconds off and never rounds up`() {
        #expect(mondayAt(14, 5, 59).shortWords == "14:05")
        #expect(mondayAt(23, 59, 59).shortWords == "23:59")
        #expect(Moment(milliseconds: mondayAt(10, 0).milliseconds + 999).shortWords == "10:00")
    }

    @Test func `a moment is told on the site's wall clock`() {
        #expect(Moment(milliseconds: 0).words == "1月1日 周四 08:00")
        #expect(mondayAt(0, 0).day.words == "6月2日 周一")
        #expect(Moment(milliseconds: mondayAt(0, 0).milliseconds - 1).day.words == "6月1日 周日")
    }

    @Test func `a list stands between pause marks`() {
        #expect(["安", "白", "岑"].listed == "安、白、岑")
        #expect(["安"].listed == "安" && [String]().listed == "")
    }
}
