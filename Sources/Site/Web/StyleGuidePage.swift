/// Every component on one page: for looking at, and for a snapshot that shows when one changed.
/// No route of the product leads here.
struct StyleGuidePage: Sendable {
    var screen = Layout.Screen.ordinary
    let viewer: Viewer

    var html: HTML {
        Layout(
            title: "样式", viewer: viewer, current: "/reception", body: content, screen: screen
        ).html
    }

    private var content: HTML {
        """
        <div class="page-head"><h1>来客</h1><p class="muted">6月6日 周六 14:05</p></div>
        <div class="stack">
        <div class="columns">
        <div class="stack">\(form)\(Self.decision.html)\(Self.refusal.html)</div>
        <div class="stack">\(Self.board)\(notices)\(badges)</div>
        </div>
        \(table)\(rest)</div>
        """
    }

    private var form: HTML {
        let classes = ChoiceChips(
            name: "class", label: "来访类别",
            choices: [
                Choice(value: "natural", label: "自然到访"), Choice(value: "named", label: "指名"),
                Choice(value: "return", label: "老客户"),
                Choice(value: "channel", label: "渠道带访", note: "已报备"),
            ], selected: "natural", isRequired: true)
        let phone = TextField(
            "phone", "手机", type: "tel", value: "1380000",
            fault: "手机号是 11 位数字，现在是 7 位。", autocomplete: "off", inputMode: "numeric")
        return card(
            "登记到访",
            body: """
                <form class="form" id="arrival" method="post" action="/visits" data-draft="arrival">
                \(viewer.csrfField)\(classes.html)
                <div class="form-grid">
                \(TextField("name", "称呼", hint: "只写姓也可以", isRequired: true).html)
                \(phone.html)
                \(SelectField(
                    name: "named", label: "指名的顾问",
                    choices: [Choice(value: "li", label: "李静"), Choice(value: "wang", label: "王磊")]
                ).html)
                </div>
                \(TextArea(name: "note", label: "备注", rows: 2).html)
                <div class="actions">\(button("请谁接待", .primary, icon: .next))
                \(button("存为草稿"))\(button("作废", .danger))</div>
                </form>
                """)
    }

    static let decision = DecisionCard(
        question: "自然到访 · 张先生 · 2 位 · 14:05:12", person: "李静",
        sentence: "轮到李静接待，计一轮。", effect: ("计轮", .good),
        clauses: [
            .init(id: "REC-03", text: "新客户由当轮的候位顾问接待。", href: "/rules/REC-03"),
            .init(id: "REC-09", text: "接待完毕回位后，排到队尾。"),
        ],
        evidence: [("到场时刻", "14:05:12"), ("候位人数", "4 人"), ("制度版本", "P001 · 第 3 版")],
        runnersUp: [
            .init(name: "王磊", reason: "正在接待 13:40 到访的客户。"),
            .init(name: "赵倩", reason: "外出办事，14:30 前回位。"),
        ],
        actions: linkButton("打印判客单", to: "/decisions/1", icon: .print))

    static let refusal = DecisionCard(
        question: "代接 · 王磊替赵倩", person: nil,
        sentence: "王磊不在轮次上，不能代接。请由末位的候位顾问代接，或请销售主管改派。",
        clauses: [.init(id: "REC-39", text: "原顾问不在，由候位的末位代接。")],
        actions: button("请主管改派", .primary))

    static let board = turnList([
        BoardRow(
            position: 1, staffID: "li", name: "李静", note: "13:20 候位", status: "候位",
            tone: .good, isNext: true),
        BoardRow(
            position: 2, staffID: "chen", name: "陈晓东", note: "13:31 候位", status: "候位",
            tone: .good),
        BoardRow(
            position: 3, staffID: "wang", name: "王磊", note: "接待 13:40 的客户", status: "接待中",
            tone: .busy),
        BoardRow(
            position: 4, staffID: "zhao", name: "赵倩", note: "外出，14:30 回", status: "离台",
            tone: .warn),
        BoardRow(position: nil, staffID: "sun", name: "孙莉", status: "轮休", tone: .off),
    ])

    private var notices: HTML {
        """
        \(notice(
            .warn, title: "3 位客户今天到期", text: "保鲜期内没有跟进的，明天 0:00 起失效。",
            actions: linkButton("去跟进", to: "/me")))
        \(notice(
            .stop, title: "这次没有登记", text: "A-1203 已由陈晓东销控，最晚 15:00 释放。"))
        \(notice(.good, title: "已登记", text: "李静收到了提醒。"))
        """
    }

    private var badges: HTML {
        let all: [HTML] = Tone.allCases.map { tone in
            let names: [Tone: String] = [
                .calm: "说明", .good: "候位", .busy: "接待中", .warn: "将到期", .stop: "停接", .off: "轮休",
            ]
            return badge(names[tone] ?? "", tone) + " "
        }
        return card(
            "状态",
            body: """
                <p>\(all)</p>
                <p>距失效 \(countdown(to: 1_780_000_000_000, fallback: "6月7日 0:00"))</p>
                """)
    }

    private var table: HTML {
        dataTable(
            caption: "今日来访",
            columns: [
                Column(title: "时刻"), Column(title: "客户"), Column(title: "顾问"),
                Column(title: "计轮"), Column(title: "意向金额", isNumber: true),
            ],
            rows: [
                ["14:05", "张先生 138****0001", "李静", badge("计轮", .good), "¥1,234,567.00"],
                ["13:40", "周女士 139****0002", "王磊", badge("不计轮", .off), "¥980,000.00"],
            ])
    }

    private var rest: HTML {
        """
        \(pager(page: 2, of: 5) { "/visits?page=\($0)" })
        \(emptyState(
            "今天还没有来电", "来电登记后会出现在这里。",
            action: linkButton("登记来电", to: "/calls", .primary)))
        \(skeleton(lines: 3))
        """
    }
}
