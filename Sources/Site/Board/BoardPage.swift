import HouseRules

/// The turn board with what the viewer may do about it.
struct BoardPage: Sendable {
    /// Somebody who can be moved.
    struct Person: Sendable {
        let staff: String
        let name: String
    }

    let board: BoardView
    /// Everybody on the board; empty for viewers who only look.
    let movable: [Person]
    let mayPublish: Bool
    let csrf: HTML
    let decisionID: String
    var notice: HTML?

    var html: HTML {
        """
        <div class="page-head"><h1>轮次看板</h1>
        <p class="actions no-print">\(linkButton("大屏", to: "/board/wall", .quiet))</p></div>
        \(notice)
        <div class="columns">
        <div data-hx-ext="sse" data-sse-connect="/events/board">
        <div id="board" class="board card" data-sse-swap="board">\
        \(BoardFragment(board: board).html)</div>
        </div>
        \(side)</div>
        """
    }

    private var side: HTML? {
        guard mayPublish || !movable.isEmpty else { return nil }
        return "<div class=\"side no-print\">\(sheetCard)\(moveCard)</div>"
    }

    private var sheetCard: HTML? {
        guard mayPublish else { return nil }
        func form(_ path: String, _ label: String, _ style: ButtonStyle) -> HTML {
            """
            <form method="post" action="\(url: path)">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)">\(button(label, style))</form>
            """
        }
        let steps: HTML =
            board.isOpen
            ? (board.isConfirmed ? "" : form("/sheet/confirmation", "确认轮次表", .primary))
                + form("/sheet/closure", "收工", .plain)
            : form("/sheet", "出当日轮次表", .primary)
        return card("当日轮次表", body: "<div class=\"actions\">\(steps)</div>")
    }

    private var moveCard: HTML? {
        guard !movable.isEmpty else { return nil }
        let people = SelectField(
            name: "staff", label: "谁",
            choices: movable.map { Choice(value: $0.staff, label: $0.name) }, isRequired: true)
        let moves = SelectField(
            name: "move", label: "做什么",
            choices: BoardMove.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            isRequired: true)
        let until = TextField("until", "公干到几点", type: "time", hint: "只有派公干时要填；过了时刻还没回，算自身原因。")
        return card(
            "安排人员",
            body: """
                <form method="post" action="/moves" data-draft="moves">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">
                \(people.html)\(moves.html)\(until.html)\(button("办理", .primary))</form>
                """)
    }
}

/// What management does to others from the board.
enum BoardMove: String, CaseIterable, Sendable {
    case clockIn = "clock_in"
    case official, meal, personal
    case comeBack = "come_back"
    case rest, leave

    var label: String {
        switch self {
        case .clockIn: "到岗"
        case .official: "派公干"
        case .meal: "去就餐"
        case .personal: "因私离开"
        case .comeBack: "回位"
        case .rest: "轮休或下班"
        case .leave: "请假（补轮、预支清掉）"
        }
    }

    func command(_ staff: StaffID, until: Moment?) -> PresenceCommand {
        switch self {
        case .clockIn: .clockIn(staff)
        case .official: .leave(staff, .official, until: until)
        case .meal: .leave(staff, .meal, until: nil)
        case .personal: .leave(staff, .personal, until: nil)
        case .comeBack: .comeBack(staff)
        case .rest: .goOff(staff, .rest)
        case .leave: .goOff(staff, .leave)
        }
    }
}

/// The board for a television.
struct BoardWallPage: Sendable {
    let board: BoardView
    let wall: WallView
    let siteName: String

    var html: HTML {
        """
        <h1>\(siteName) · 接待轮次</h1>
        <div class="wall-columns" data-hx-ext="sse" data-sse-connect="/events/board">
        <div id="board" class="board" data-sse-swap="board">\
        \(BoardFragment(board: board).html)</div>
        <div id="wall" class="wall-side" data-hx-get="/board/wall/state" \
        data-hx-trigger="sse:change, every 15s">\(wall.html)</div></div>
        """
    }
}
