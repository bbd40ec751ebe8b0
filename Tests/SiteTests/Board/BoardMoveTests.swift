import HouseRules
import Testing

@testable import Site

@Suite struct `Moves from the board` {
    @Test(arguments: [
        ("clock_in", PresenceCommand.clockIn("A")), ("meal", .leave("A", .meal, until: nil)),
        ("personal", .leave("A", .personal, until: nil)), ("come_back", .comeBack("A")),
        ("rest", .goOff("A", .rest)), ("leave", .goOff("A", .leave)),
        ("official", .leave("A", .official, until: mondayAt(15, 0))),
    ])
    func `a word of the form is the command`(word: String, command: PresenceCommand) throws {
        let move = try #require(BoardMove(rawValue: word))
        #expect(move.command("A", until: mondayAt(15, 0)) == command)
    }

    @Test func `there is no other word`() {
        #expect(BoardMove.allCases.count == 7)
        #expect(BoardMove(rawValue: "waive") == nil && BoardMove(rawValue: "") == nil)
    }
}

@Suite struct `The board page` {
    private func page(
        _ board: BoardView, mayPublish: Bool = true, movable: [BoardPage.Person] = []
    ) -> String {
        BoardPage(
            board: board, movable: movable, mayPublish: mayPublish,
            csrf: "<input name=\"_csrf\">", decisionID: "id-1"
        ).html.string
    }

    @Test func `who only looks gets no form`() {
        let html = page(BoardState().view(), mayPublish: false)
        #expect(!html.contains("<form") && !html.contains("class=\"side"))
        #expect(html.contains("data-sse-connect=\"/events/board\""))
    }

    @Test func `before the sheet there is only the sheet to publish`() {
        let before = BoardView(
            seq: 0, state: SiteState(), directory: houseDirectory, at: mondayAt(8, 0))
        let html = page(before)
        #expect(html.contains("action=\"/sheet\"") && html.contains("出当日轮次表"))
        #expect(!html.contains("/sheet/confirmation") && !html.contains("/sheet/closure"))
    }

    @Test func `a draft can be confirmed or closed, a confirmed sheet only closed`() {
        let draft = page(BoardState(isConfirmed: false).view())
        #expect(draft.contains("/sheet/confirmation") && draft.contains("/sheet/closure"))
        let confirmed = page(BoardState().view())
        #expect(!confirmed.contains("/sheet/confirmation"))
        #expect(confirmed.contains("/sheet/closure") && !confirmed.contains("action=\"/sheet\""))
    }

    @Test func `every move is offered for everybody on the board, with the token and the id`() {
        let html = page(
            BoardState().view(),
            movable: [.init(staff: "A", name: "安<然"), .init(staff: "B", name: "白榆")])
        for move in BoardMove.allCases {
            #expect(html.contains("<option value=\"\(move.rawValue)\">\(move.label)</option>"))
        }
        #expect(html.contains("<option value=\"A\">安&lt;然</option>"))
        #expect(html.contains("<option value=\"B\">白榆</option>"))
        let forms = html.split(separator: "<form").dropFirst()
        #expect(forms.count == 2)
        for form in forms {
            #expect(form.contains("_csrf") && form.contains("name=\"id\" value=\"id-1\""))
        }
    }

    @Test func `the wall names the site and holds nothing to press`() {
        let wall = WallView(
            state: SiteState(), policy: Policy(), directory: StaffDirectory([]),
            at: ServedSite.now)
        let page = BoardWallPage(board: BoardState().view(), wall: wall, siteName: "云<栖府")
        let html = page.html.string
        #expect(html.contains("<h1>云&lt;栖府 · 接待轮次</h1>"))
        #expect(!html.contains("<form") && !html.contains("<a ") && !html.contains("<button"))
        #expect(html.contains("data-sse-swap=\"board\""))
    }
}
