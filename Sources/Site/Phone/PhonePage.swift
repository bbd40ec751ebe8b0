import HouseRules

/// 来电: the phone rings, and who answers.
struct PhonePage: Sendable {
    /// A call going on or waiting to be called back.
    struct Line: Sendable {
        let call: String
        let since: String
        let answerer: String?
        let wanted: String?
        /// By when it is to be called back.
        var due: Moment?
        /// Whether its day ended before anybody did.
        var isMissed = false
    }

    /// A call of today with its line of the register.
    struct Recent: Sendable {
        let row: CallRegisterRow
        let answerer: String
    }

    let csrf: HTML
    let decisionID: String
    let consultants: [Choice]
    let card: DecisionCard?
    let lines: [Line]
    let order: [String]
    /// The place in ``order`` that is due; names alone would mark namesakes, too.
    let due: Int?
    var recent: [Recent] = []
    /// Whether the order holds, and whether it is confirmed.
    var isIssued = true
    var isConfirmed = true
    /// Who has handed the line to whom.
    var handed: [(from: String, to: String)] = []
    /// What is wrong with a form that came back, and what was typed into it.
    var notice: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <h1>来电</h1>
        \(notice)
        <div class="columns"><div>\(card?.html)\(ring)\(open)</div>
        <div class="side">\(orderCard)\(keeping)</div></div>
        \(recentCard)
        """
    }

    private var ring: HTML {
        let wanted = SelectField(name: "wanted", label: "客户点名要找", choices: consultants)
        return Site.card(
            "电话响了",
            body: """
                <form id="call" method="post" action="/calls" class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">\(wanted.html)
                <p class="actions">\(button("看该谁接", .primary, icon: .phone))
                \(button("不是顾问接起的，开待回拨单", .quiet, name: "taken_by", value: "other"))</p></form>
                """)
    }

    private var open: HTML {
        guard !lines.isEmpty else {
            return emptyState("现在没有通话", "响铃时点“看该谁接”，没有人能接时会自动开待回拨单。")
        }
        let rows: [HTML] = lines.enumerated().map { index, line in
            let body = line.answerer == nil ? callback(line, index) : talking(line, index)
            return "<li class=\"call-line\">\(body)</li>"
        }
        return Site.card("通话与待回拨", body: "<ul class=\"calls\">\(rows)</ul>")
    }

    private func talking(_ line: Line, _ index: Int) -> HTML {
        """
        \(badge("通话中", .busy))<span>\(line.answerer ?? "") · \(line.since) 起</span>
        <form method="post" action="\(url: "/calls/\(line.call)/end")" class="inline">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-e\(index)">
        \(button("通话结束", .plain))</form>
        <form method="post" action="\(url: "/line/second")" class="inline">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-s\(index)">
        <input type="hidden" name="call" value="\(line.call)">
        \(button("第二部响了", .quiet))</form>
        <a class="button button-quiet" href="\(url: "/calls/\(line.call)")">登记</a>
        """
    }

    private func callback(_ line: Line, _ index: Int) -> HTML {
        let wanted: HTML? = line.wanted.map { "，客户要找 \($0)" }
        let mark = line.isMissed ? badge("当天未回拨", .stop) : badge("待回拨", .warn)
        let who = SelectField(
            name: "staff", label: "谁回拨", choices: consultants, isRequired: true,
            suffix: "-\(index)")
        return """
            \(mark)<span>\(line.since) 来电\(wanted)</span>\(clock(line))
            <form method="post" action="\(url: "/calls/\(line.call)/answer")" class="inline">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-a\(index)">\(who.html)
            \(button("已回拨", .plain))</form>
            """
    }

    private func clock(_ line: Line) -> HTML? {
        guard !line.isMissed else { return "<span>今天收工前还能回拨</span>" }
        return line.due.map {
            """
            <span>\(countdown(to: $0.milliseconds, fallback: $0.clockWords))\
            （\($0.clockWords) 前回拨）</span>
            """
        }
    }

    private var orderCard: HTML {
        let names: [HTML] = order.enumerated().map { place, name in
            place == due
                ? "<li aria-current=\"true\"><strong>\(name)</strong> \(badge("该接", .good))</li>"
                : "<li>\(name)</li>"
        }
        return Site.card(
            "今天的电话次序",
            body: names.isEmpty
                ? emptyState("还没有次序", "出当日轮次表以后，电话次序就是接待次序倒过来。")
                : "<ol class=\"call-order\">\(names)</ol>")
    }
}
