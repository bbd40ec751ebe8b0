import HouseRules

/// A message in words.
struct MessageView: Sendable {
    let id: String
    let at: String
    let kind: String
    let channel: String
    let sentence: String
    let state: MessageState
    let stateName: String
    /// When it is tried next; nil when it is not.
    let nextTry: String?
    let tries: Int
    let sent: String?
    let fault: String?
    let tended: String?
    let note: String?
    let decision: String?

    init(_ row: MessageRow, _ directory: StaffDirectory) {
        id = row.id
        at = row.createdAt.words
        kind = row.kind.label
        let whose = row.staff.map { " · " + directory.name($0) } ?? ""
        channel = row.channel.label + whose
        sentence = row.kind.sentence(row.facts, directory)
        state = row.state
        stateName = row.state.label
        nextTry = row.state == .waiting ? row.nextTry.words : nil
        tries = row.tries
        let way = row.sentBy.flatMap(MessageChannelName.init)?.label
        sent = row.sentAt.map { $0.words + (way.map { " · \($0)" } ?? "") }
        fault = row.fault
        tended = row.tendedBy.map { directory.name($0) + "，" + (row.tendedAt?.words ?? "") }
        note = row.note
        decision = row.decision?.rawValue
    }

    var tone: Tone {
        switch state {
        case .waiting: .busy
        case .sent: .good
        case .dead: .stop
        case .expired, .void: .off
        }
    }
}

/// 寄出的消息.
struct MessageListPage: Sendable {
    let rows: [MessageView]
    let next: String?
    let filter: MessageFilter
    /// How many were given up.
    let dead: Int

    var html: HTML {
        """
        <h1>寄出的消息</h1>
        \(alarm)
        \(filters)
        \(rows.isEmpty ? empty : table)
        \(next.map { linkButton("更早的", to: "/messages?after=\(percentEncode($0))\(filter.query)") })
        """
    }

    private var alarm: HTML? {
        guard dead > 0, filter.state != .dead else { return nil }
        return notice(
            .stop, title: "有 \(dead) 条消息寄不出", text: "对方没有收下，系统已经不再重试，要有人看一眼。",
            actions: linkButton("看寄不出的", to: "/messages?state=dead"))
    }

    private var empty: HTML {
        emptyState("没有符合条件的消息", "到前台候客、前台人数不足、来客待安排，都会寄出消息并留在这里。")
    }

    private var filters: HTML {
        let states = SelectField(
            name: "state", label: "状态",
            choices: MessageState.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: filter.state?.rawValue)
        let channels = SelectField(
            name: "channel", label: "去向",
            choices: MessageChannelName.allCases.map {
                Choice(value: $0.rawValue, label: $0.label)
            }, selected: filter.channel?.rawValue)
        return """
            <form class="filters" method="get" action="/messages">
            \(TextField("day", "日期", type: "date", value: filter.day?.text ?? "").html)
            \(states.html)\(channels.html)\(button("筛选", .plain, icon: .search))</form>
            """
    }

    private var table: HTML {
        dataTable(
            caption: "消息",
            columns: ["时刻", "事项", "内容", "去向", "状态", "下次寄"].map { Column(title: $0) },
            rows: rows.map { row in
                [
                    "<a href=\"\(url: "/messages/" + row.id)\">\(row.at)</a>", "\(row.kind)",
                    "\(row.sentence)", "\(row.channel)", badge(row.stateName, row.tone),
                    "\(row.nextTry ?? "—")",
                ]
            })
    }
}

/// One message, and what can be done when it is stuck.
struct MessagePage: Sendable {
    let view: MessageView
    let mayTend: Bool
    let csrf: HTML
    var fault: String?
    /// Whether it is a text to a customer.
    var isText = false
    /// What it says and who gets it; nil when that is not kept any more.
    var text: SentText?
    var mayReveal = false
    var purposeFault: String?

    var html: HTML {
        """
        <h1>\(view.kind)</h1>
        <section class="card"><p>\(badge(view.stateName, view.tone)) \(view.sentence)</p>
        \(facts(pairs))</section>
        \(contents)
        \(actions)
        <p class="actions">\(linkButton("全部消息", to: "/messages", .quiet))\(decision)</p>
        """
    }

    private var pairs: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("时刻", view.at), ("去向", view.channel), ("寄过", "\(view.tries) 次"),
            ("下次寄", view.nextTry), ("寄出", view.sent), ("没寄到的原因", view.fault),
            ("经手", view.tended), ("说明", view.note),
        ]
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    private var contents: HTML? {
        guard isText else { return nil }
        guard let text else {
            return card(
                "内容和收件人",
                body: emptyState("没有留下内容", "客户的资料已经删除，或者它寄出时系统还不留内容。"))
        }
        return card(
            "内容和收件人",
            body: """
                \(facts([("收件人", text.recipient)]))
                <blockquote class="quote"><p>\(text.words)</p></blockquote>
                \(text.isPlain ? "<p class=\"hint\">这次查看已经留痕。</p>" : reveal)
                """)
    }

    private var reveal: HTML {
        guard mayReveal else {
            return "<p class=\"hint\">完整的称呼和号码只有销售经理和主管能看，看过留痕。</p>"
        }
        let purpose = TextField(
            "purpose", "为什么要看", fault: purposeFault, isRequired: true, maxLength: 100)
        return """
            <details class="more"\(flag: "open", purposeFault != nil)>\
            <summary>看完整的称呼和号码</summary>
            <form method="post" action="\(url: "/messages/\(view.id)/reveal")" class="form">\(csrf)
            \(purpose.html)\(button("查看，留痕", .plain))</form></details>
            """
    }

    private var decision: HTML? {
        view.decision.map { linkButton("看裁定", to: "/decisions/\($0)", .quiet) }
    }

    private var actions: HTML? {
        guard mayTend, view.state == .dead || view.state == .waiting else { return nil }
        let again: HTML? =
            view.state == .dead
            ? """
            <form method="post" action="\(url: "/messages/\(view.id)/retry")">\(csrf)
            \(button("再寄一次", .primary))</form>
            """ : nil
        let reason = TextField(
            "note", "作废的原因", fault: fault, isRequired: true, maxLength: 200)
        return card(
            "处理",
            body: """
                \(again)
                <form method="post" action="\(url: "/messages/\(view.id)/void")">\(csrf)
                \(reason.html)\(button("作废", .danger))</form>
                """)
    }
}
