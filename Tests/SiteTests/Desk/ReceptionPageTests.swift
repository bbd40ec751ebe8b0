import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The desk's page` {
    private func line(_ number: Int, isInHand: Bool = false, effect: String? = "计轮")
        -> ReceptionPage.Line
    {
        ReceptionPage.Line(
            number: number, time: "10:0\(number)", visitClass: "首访", receptionist: "安<然",
            effect: effect, status: isInHand ? "接待中" : "已送客", tone: isInHand ? .busy : .off,
            visit: "v/\(number)", decision: "d-\(number)", isInHand: isInHand)
    }

    private func html(
        _ lines: [ReceptionPage.Line] = [], page: Int = 1, pages: Int = 1, refusal: HTML? = nil
    ) -> String {
        ReceptionPage(
            csrf: "<input name=\"_csrf\" value=\"t\">", decisionID: "id-9",
            parts: ArrivalParts(consultants: [Choice(value: "A", label: "安<然")]), card: nil,
            refusal: refusal,
            lines: lines, page: page, pages: pages, board: BoardState().view()
        ).html.string
    }

    @Test func `asks for every class, the colleague named and the rest below`() {
        let text = html()
        for choice in ArrivalForm.choices {
            #expect(text.contains("name=\"class\" value=\"\(choice.value)\""))
        }
        #expect(text.contains("<option value=\"A\">安&lt;然</option>"))
        for name in ["name", "phone", "arrived_at"] {
            #expect(text.contains("name=\"\(name)\""))
        }
        #expect(!text.contains(" checked"))
    }

    @Test func `the form carries the token and the id of its decision`() throws {
        let form = try #require(html().split(separator: "<form").dropFirst().first)
        #expect(form.contains("action=\"/visits\"") && form.contains("name=\"_csrf\""))
        #expect(form.contains("name=\"id\" value=\"id-9\""))
    }

    @Test func `without visits it says what will stand here`() {
        #expect(html().contains("今天还没有来客") && !html().contains("<table"))
        #expect(!html([line(1)]).contains("今天还没有来客"))
    }

    @Test func `only a visit in hand can be ended, each under an id of its own`() {
        let text = html([line(3, isInHand: true), line(2, isInHand: true), line(1)])
        #expect(text.split(separator: "送客</button>").count == 3)
        #expect(text.contains("value=\"id-9-3\"") && text.contains("value=\"id-9-2\""))
        #expect(!text.contains("value=\"id-9-1\""))
        #expect(text.split(separator: ">依据</a>").count == 4)
    }

    @Test func `values are escaped, and a visit without effect shows a dash`() {
        let text = html([line(1, effect: nil)])
        #expect(text.contains("<td>安&lt;然</td>") && text.contains("<td>—</td>"))
    }

    @Test func `long days have a pager`() {
        #expect(!html([line(1)]).contains("class=\"pager\""))
        let text = html([line(1)], page: 2, pages: 3)
        #expect(text.contains("第 2 页，共 3 页"))
        #expect(text.contains("href=\"/reception?page=1\""))
        #expect(text.contains("href=\"/reception?page=3\""))
    }

    @Test func `a refusal stands above the form`() throws {
        let text = html(refusal: notice(.stop, title: "有几处要改", text: "请先选"))
        let told = try #require(text.range(of: "有几处要改"))
        let form = try #require(text.range(of: "<form id=\"arrival\""))
        #expect(told.lowerBound < form.lowerBound)
    }

    @Test func `the board beside it follows by itself`() {
        #expect(html().contains("data-sse-connect=\"/events/board\""))
        #expect(html().contains("data-staff=\"A\""))
    }
}
