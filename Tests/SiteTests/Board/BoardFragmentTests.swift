import HouseRules
import Testing

@testable import Site

@Suite struct `The board's markup` {
    @Test func `an empty board says what to do`() {
        let view = BoardView(
            seq: 0, state: SiteState(), directory: houseDirectory, at: mondayAt(7, 0))
        let html = BoardFragment(board: view).html.string
        #expect(html.contains("还没有置业顾问") && html.contains("请系统管理员用 anchang staff add 开账号并加入轮次"))
        #expect(!html.contains("<ol") && !html.contains("还没出表"))
    }

    @Test func `the state of the sheet is one badge`() {
        func badges(_ html: String) -> [String] {
            ["还没出表", "草表，按草表派客", "轮次表已确认"].filter(html.contains)
        }
        #expect(badges(BoardState().html()) == ["轮次表已确认"])
        #expect(badges(BoardState(isConfirmed: false).html()) == ["草表，按草表派客"])
        var closed = BoardState()
        closed.state.apply(.reception(.dayClosed(monday, head: nil, automatic: false)))
        #expect(badges(closed.html()) == ["还没出表"])
    }

    @Test func `only the first in line is the next`() {
        let html = BoardState().html()
        #expect(html.split(separator: "turn-is-next").count == 2)
        #expect(html.split(separator: "下一位").count == 2)
        #expect(html.contains("<li class=\"turn turn-is-next\" data-staff=\"A\">"))
    }

    @Test func `when nobody waits there is no next`() {
        var board = BoardState()
        for staff in ["A", "B", "C", "D"] as [StaffID] {
            board.move(staff, .receivingTurn, at: mondayAt(9, 30))
        }
        let html = board.html()
        #expect(!html.contains("下一位") && !html.contains("turn-is-next"))
        #expect(html.split(separator: "turn-place-none").count == 5)
    }

    @Test func `a short front raises the alarm until somebody comes`() {
        var board = BoardState()
        #expect(!board.html().contains("前台候位不足"))
        board.state.apply(.reception(.standbyShort(since: mondayAt(9, 59))))
        #expect(!board.html().contains("前台候位不足"))
        board.state.apply(.reception(.standbyAlerted(at: mondayAt(10, 0))))
        let html = board.html()
        #expect(html.contains("role=\"alert\"") && html.contains("请马上补位（REC-09）"))
        board.state.apply(.reception(.standbyShort(since: nil)))
        #expect(!board.html().contains("前台候位不足"))
    }

    @Test func `groups that wait are counted and told for whom`() {
        var board = BoardState()
        #expect(!board.html().contains("组在等候"))
        board.hold("v1", number: 4, at: mondayAt(9, 31), for: "C")
        board.hold("v2", number: 5, at: mondayAt(9, 40), for: nil)
        let html = board.html()
        #expect(html.contains("<h2>2 组在等候</h2>"))
        #expect(html.contains("<li>第 4 组 · 09:31 到 · 等 岑山 接完</li>"))
        #expect(html.contains("<li>第 5 组 · 09:40 到 · 等最先回位的人</li>"))
    }

    @Test(arguments: Presence.allCases)
    func `each status is words beside a colour`(presence: Presence) {
        var board = BoardState()
        board.move("B", presence, at: mondayAt(9, 30))
        let line = board.line("B")
        let tone = line?.tone.rawValue ?? ""
        let html = board.html()
        #expect(html.contains("class=\"badge tone-\(tone)\""))
        #expect(plainWords(html).contains("白榆"))
        #expect(plainWords(html).contains(presence.label))
    }

    @Test func `names are escaped`() {
        let directory = StaffDirectory([
            .init(staff: "A", name: "<b>安&然", role: .consultant, isActive: true)
        ])
        let view = BoardView(
            seq: 1, state: BoardState().state, directory: directory, at: mondayAt(10, 0))
        let html = BoardFragment(board: view).html.string
        #expect(html.contains("&lt;b&gt;安&amp;然") && !html.contains("<b>安"))
    }
}
