import HouseRules

/// 留言和待答: what colleagues and customers wait for, with its clock.
struct SlipPage: Sendable {
    /// A slip in words.
    struct Line: Sendable {
        let slip: Slip
        let person: String
        /// The text as it stands, and what stood before.
        let text: String
        let history: [String]

        init(_ slip: Slip, _ versions: [PrivateNote], _ names: StaffDirectory) {
            self.slip = slip
            person = slip.staff.map(names.name) ?? "—"
            text = versions.last?.text?.text ?? "内容打不开：密钥不对，或被改过。"
            history = versions.dropFirst().map {
                "\($0.at.words) \(names.name($0.staff)) 改：\($0.text?.note ?? "")"
            }
        }
    }

    let slips: [Line]
    let showsAll: Bool
    let isConsultant: Bool
    let people: [Choice]
    let csrf: HTML
    let decisionID: String
    var notice: HTML?
    /// A form that came back: where it went, what was typed, what is wrong with it.
    var path = ""
    var typed = FormFields()
    var faults: [Problem.Field] = []

    private func value(_ name: String, _ path: String) -> String {
        path == self.path ? typed[name] ?? "" : ""
    }

    private func fault(_ name: String, _ path: String) -> String? {
        path == self.path ? faults.sentence(of: name) : nil
    }

    var html: HTML {
        """
        <h1>留言和待答</h1>
        \(notice)
        <p class="actions">\(views)</p>
        <div class="columns"><div>\(list)</div><div class="side">\(messageForm)\(promiseForm)</div>
        </div>
        """
    }

    private var views: HTML {
        let texts = linkButton("来电短信", to: "/texts", .quiet, icon: .message)
        return showsAll
            ? "\(linkButton("只看我的", to: "/slips", .quiet))\(texts)"
            : "\(linkButton("看全部", to: "/slips?view=all", .quiet))\(texts)"
    }

    private var list: HTML {
        guard !slips.isEmpty else {
            return emptyState(
                showsAll ? "没有办着的留言和待答" : "没有等您办的留言和待答",
                "同事替您接了电话会在这里留言；答不上来的问题在这里开待答单，到时会提醒。")
        }
        return "\(slips.enumerated().map { card($0.element, $0.offset) })"
    }

    private func card(_ line: Line, _ index: Int) -> HTML {
        let slip = line.slip
        let history: [HTML] = line.history.map { "<li>\($0)</li>" }
        let trace: HTML? = history.isEmpty ? nil : "<ul class=\"muted\">\(history)</ul>"
        return Site.card(
            "\(slip.isPromise ? "待答" : "留言") · \(line.person)", aside: state(slip),
            body: """
                <p>\(line.text)</p>\(trace)\(clock(slip))
                \(slip.closedAt == nil ? actions(slip, index) : nil)
                """)
    }

    private func state(_ slip: Slip) -> HTML {
        switch slip.status {
        case "done": badge("已办", .good)
        case "late": badge("迟办", .warn)
        case "overdue": badge("已逾期", .stop)
        default: badge("待办", .busy)
        }
    }

    private func clock(_ slip: Slip) -> HTML {
        if let closed = slip.closedAt {
            return "<p class=\"muted\">\(slip.openedAt.words) 开，\(closed.words) 办完</p>"
        }
        let what = slip.isPromise ? "前答复客户" : "未办会提醒"
        return """
            <p>\(countdown(to: slip.dueAt.milliseconds, fallback: slip.dueAt.words))\
            （\(slip.dueAt.words)\(what)）</p>
            """
    }

    private var view: HTML? {
        showsAll ? "<input type=\"hidden\" name=\"view\" value=\"all\">" : nil
    }

    private func actions(_ slip: Slip, _ index: Int) -> HTML {
        let kind = slip.isPromise ? "promises" : "messages"
        let done: HTML = """
            <form method="post" action="\(url: "/slips/\(kind)/\(slip.id)/done")">\(csrf)\(view)
            <input type="hidden" name="id" value="\(decisionID)-d\(index)">
            \(button(slip.isPromise ? "已答复客户" : "已处理", .primary))</form>
            """
        return slip.isPromise ? "\(done)\(change(slip, index))" : done
    }

    private func change(_ slip: Slip, _ index: Int) -> HTML {
        """
        <details class="more"><summary>改时限（留原因）</summary>
        <form method="post" action="\(url: "/slips/promises/\(slip.id)/change")" class="form">\
        \(csrf)\(view)<input type="hidden" name="id" value="\(decisionID)-c\(index)">
        <div class="field"><label for="due-\(index)">新的时限</label>
        <input id="due-\(index)" name="due" type="datetime-local" required \
        value="\(slip.dueAt.localText)"></div>
        <div class="field"><label for="note-\(index)">原因</label>
        <input id="note-\(index)" name="note" maxlength="200" required autocomplete="off"></div>
        \(button("保存改动", .plain))</form></details>
        """
    }

    private var messageForm: HTML {
        let who = SelectField(
            name: "staff", label: "给谁", choices: people,
            selected: value("staff", "/slips/messages"), fault: fault("staff", "/slips/messages"),
            isRequired: true, suffix: "-m")
        return Site.card(
            "给同事留言",
            body: """
                <form id="message" method="post" action="/slips/messages" class="form" \
                data-draft="message">\(csrf)\(view)
                <input type="hidden" name="id" value="\(decisionID)-m">\(who.html)
                \(area("-m", "谁来过电话、什么事、怎么回", "/slips/messages"))
                \(button("留言", .primary))</form>
                """)
    }

    private var promiseForm: HTML {
        let who: HTML? =
            isConsultant
            ? nil
            : SelectField(
                name: "staff", label: "谁答应的", choices: people,
                selected: value("staff", "/slips/promises"),
                fault: fault("staff", "/slips/promises"),
                isRequired: true, suffix: "-p"
            ).html
        let department = TextField(
            "department", "找哪个部门", value: value("department", "/slips/promises"),
            fault: fault("department", "/slips/promises"), isRequired: true, maxLength: 30)
        let due = TextField(
            "due", "什么时候前答复", type: "datetime-local", value: value("due", "/slips/promises"),
            hint: "不填按制度的时限。", fault: fault("due", "/slips/promises"))
        return Site.card(
            "答不上来，开待答单",
            body: """
                <form id="promise" method="post" action="/slips/promises" class="form" \
                data-draft="promise">\(csrf)\(view)
                <input type="hidden" name="id" value="\(decisionID)-p">\(who)
                \(area("-p", "客户问什么", "/slips/promises"))\(department.html)\(due.html)
                \(button("开待答单", .primary))</form>
                """)
    }

    private func area(_ suffix: String, _ label: String, _ path: String) -> HTML {
        TextArea(
            name: "text", label: label, value: value("text", path), fault: fault("text", path),
            isRequired: true, maxLength: 500, suffix: suffix
        ).html
    }
}
