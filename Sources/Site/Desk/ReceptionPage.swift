import HouseRules

/// 来客: the arrival form, the ruling just made, and today's visits.
struct ReceptionPage: Sendable {
    /// A visit of today, as it stands in the table.
    struct Line: Sendable {
        let number: Int
        let visit: String
        let isInHand: Bool
        /// What is told of it: the same for everybody who looks.
        let cells: HTML
        /// Where to go from it.
        let links: HTML

        init(
            number: Int, time: String, visitClass: String, receptionist: String, effect: String?,
            status: String, tone: Tone, visit: String, decision: String, isInHand: Bool
        ) {
            (self.number, self.visit, self.isInHand) = (number, visit, isInHand)
            cells = """
                <td class="number">\(number)</td><td>\(time)</td><td>\(visitClass)</td>\
                <td>\(receptionist)</td><td>\(effect ?? "—")</td><td>\(badge(status, tone))</td>
                """
            links = """
                <a href="\(url: "/visits/" + visit)">办理</a> \
                <a href="\(url: "/decisions/" + decision)">依据</a>
                """
        }
    }

    let csrf: HTML
    /// The id of the decision this form asks for; a second click carries the same.
    let decisionID: String
    /// The parts of the form that are the same for everybody.
    let parts: ArrivalParts
    let card: DecisionCard?
    /// What the rules still leave open about the group just registered.
    var windows: [VisitWindow] = []
    let refusal: HTML?
    let lines: [Line]
    let page: Int
    let pages: Int
    let board: BoardView
    /// What was typed into a form that came back, and what is wrong with it.
    var typed = FormFields()
    var faults: [Problem.Field] = []
    /// What was found by the end of a number.
    var lookUp: LookUp?

    var html: HTML {
        """
        <div class="page-head"><h1>来客</h1>
        <p class="actions">\(linkButton("预约", to: "/appointments", .quiet, icon: .today))</p></div>
        <div class="columns">
        <div id="next">\(refusal)\(brief)\(form)\(lookUpCard)</div>
        <div class="side">\(answer)<div data-hx-ext="sse" data-sse-connect="/events/board">
        <section class="card"><header class="card-head"><h2>轮次</h2></header>
        <div id="board" class="board" data-sse-swap="board">\
        \(BoardFragment(board: board).html)</div>
        </section></div></div>
        </div>
        \(todayList)
        """
    }

    /// One line above the next form: on a phone the whole answer stands below it.
    private var brief: HTML? {
        card.map {
            """
            <p class="brief">\($0.person == nil ? Icon.warning.html : Icon.check.html)\
            刚才这一组：\($0.sentence)<a href="#answer">看依据</a></p>
            """
        }
    }

    /// The whole answer with its clauses, and what is still open about the group.
    private var answer: HTML? {
        card.map { "<div id=\"answer\" class=\"stack\">\($0.html)\(windowList(windows))</div>" }
    }

    private var form: HTML {
        Site.card(
            "登记来客",
            body: """
                <form id="arrival" method="post" action="/visits" data-draft="arrival" data-keys \
                class="form">
                \(csrf)<input type="hidden" name="id" value="\(decisionID)">
                \(lookUp?.choices)\(parts.first)
                <p class="actions">\(button("派客", .primary, icon: .arrival))
                <span class="muted keys-hint">键盘：数字选答案，Esc 重来，回车派客。</span></p>
                <details class="more"\(flag: "open", !faults.isEmpty)>\
                <summary>其余首问、客户称呼、手机、补登时刻（可不填）</summary>
                \(parts.further)</details></form>
                """)
    }

    private var lookUpCard: HTML {
        let tail = TextField(
            "tail", "手机后四位", value: typed["tail"] ?? lookUp?.tail ?? "",
            hint: "查到的只显示姓和打码的号码，谁查过留痕。", fault: fault("tail"), isRequired: true,
            inputMode: "numeric", maxLength: 4)
        return Site.card(
            "查老客户",
            body: """
                <form id="lookup" method="post" action="/reception/lookup" class="form">\(csrf)
                \(tail.html)<p class="actions">\(button("查找", .plain))</p></form>
                \(lookUp?.nobody)
                """)
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }

    private var todayList: HTML {
        let body =
            lines.isEmpty
            ? emptyState("今天还没有来客", "登记第一组以后，这里按到场先后列出每一组由谁接、计不计轮。")
            : table
        return Site.card(
            "今天的来客", body: "\(body)\(pager(page: page, of: pages) { "/reception?page=\($0)" })")
    }

    private var table: HTML {
        dataTable(
            caption: "今天的来客",
            columns: [
                Column(title: "序号", isNumber: true), Column(title: "到场"), Column(title: "类别"),
                Column(title: "谁接"), Column(title: "轮次"), Column(title: "状态"), Column(title: "办理"),
            ],
            body: HTML(lines.map(row)))
    }

    private func row(_ line: Line) -> HTML {
        "<tr>\(line.cells)<td>\(line.isInHand ? actions(of: line) : line.links)</td></tr>\n"
    }

    private func actions(of line: Line) -> HTML {
        """
        <form method="post" class="inline" \
        action="\(url: "/visits/\(line.visit)/finish")">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-\(line.number)">
        <input type="hidden" name="logged" value="1">
        <input type="hidden" name="back" value="/reception">
        \(button("送客", .quiet))</form> \(line.links)
        """
    }
}
