import HouseRules

/// One customer: whose, until when and why, what happened, and what to do next.
struct CustomerFilePage: Sendable {
    /// What a consultant has or had with the customer.
    struct Stretch: Sendable {
        let staff: String
        let basis: String
        let began: String
        let until: String
        let status: String
        let isRunning: Bool
    }

    /// Something that happened.
    struct Happening: Sendable {
        let at: Moment
        let what: String
        let worth: String
        let decision: String
        /// What was said, if somebody wrote it down.
        var words: String?
    }

    let id: PersonID
    /// Name and masked number.
    let words: String
    /// The number in plain, after it was revealed for a purpose.
    let plain: String?
    let owner: String?
    /// The nearer of both clocks and the other one, in words.
    let clocks: [String]
    let stretches: [Stretch]
    let happenings: [Happening]
    let mayReassign: Bool
    let people: [Choice]
    let privacy: PrivacyCards
    let now: Moment
    let csrf: HTML
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        """
        <p><a href="/customers">← 客户</a></p>
        <h1>\(words)</h1>
        \(notice)
        <p class="actions">\(linkButton("为这位客户办事", to: "/matters?customer=\(id)", .quiet))</p>
        <div class="columns"><div>\(standing)\(past)\(timeline)</div>
        <div class="side">\(followUp)\(number)\(mayReassign ? reassign : nil)
        \(privacy.html)</div></div>
        """
    }

    private var standing: HTML {
        let lines: [HTML] = clocks.map { "<li>\($0)</li>" }
        let whose = owner.map { "归 \($0)。" } ?? "现在不归任何人，再来按新客户接。"
        return Site.card("归谁", body: "<p><strong>\(whose)</strong></p><ul>\(lines)</ul>")
    }

    private var past: HTML {
        guard !stretches.isEmpty else {
            return Site.card("为什么", body: emptyState("没有登记", "还没有人登记过这位客户的来访或来电。"))
        }
        return Site.card(
            "为什么",
            body: dataTable(
                caption: "谁接过、到哪天",
                columns: ["谁", "凭什么", "起", "失效", "现在"].enumerated().map {
                    Column(title: $1, isLabelled: $0 > 0)
                },
                rows: stretches.map { stretch in
                    [
                        "\(stretch.staff)", "\(stretch.basis)", "\(stretch.began)",
                        "\(stretch.until)", badge(stretch.status, stretch.isRunning ? .good : .off),
                    ]
                }))
    }

    private var timeline: HTML {
        guard !happenings.isEmpty else { return Site.card("经过", body: "<p>还没有跟进。</p>") }
        let rows: [HTML] = happenings.map { one in
            """
            <li><a href="\(url: "/decisions/\(one.decision)")">\(one.at.words)</a> \
            \(one.what) <span class="muted">\(one.worth)</span>\
            \(one.words.map(Self.quote))</li>
            """
        }
        return Site.card("经过", body: "<ul class=\"plain\">\(rows)</ul>")
    }

    private var followUp: HTML {
        let form: HTML = """
            <form method="post" action="\(url: "/customers/\(id.rawValue)/contacts")" class="form" \
            data-draft="contact-\(id.rawValue)">\(csrf)\
            <input type="hidden" name="id" value="\(decisionID)">
            \(Self.howFields)
            \(TextField(
                "at", "接通的时刻", type: "datetime-local", value: now.localText,
                hint: "当天登记才算，过了 24:00 只存档。", isRequired: true).html)
            <label class="check"><input type="checkbox" name="content" value="1" checked>\
            有邀约或进展</label>
            \(Self.wordFields)
            <p class="actions">\(button("登记跟进", .primary))</p></form>
            """
        return Site.card("跟进", body: form)
    }

    // The same for everybody, and drawn once.
    private static let howFields: HTML = """
        \(SelectField(
            name: "medium", label: "怎么联系的", choices: choices(TouchMedium.allCases),
            selected: "phone", isRequired: true).html)
        \(SelectField(
            name: "result", label: "结果", choices: choices(TouchResult.allCases),
            selected: nil, isRequired: true).html)
        """
    private static let wordFields: HTML = """
        \(SelectField(
            name: "template", label: "常用说法", choices: FollowUpTemplate.choices, selected: nil,
            hint: "选一句，再补几个字就够了。").html)
        \(TextArea(
            name: "text", label: "说了什么", hint: "例如：约周六来看三居，要付款方式。", maxLength: 500
        ).html)
        """

    private static func quote(_ words: String) -> HTML {
        "<blockquote class=\"my-words\">\(words)</blockquote>"
    }

    private static func choices<Word: RawRepresentable & Labelled>(_ words: [Word]) -> [Choice]
    where Word.RawValue == String {
        words.map { Choice(value: $0.rawValue, label: $0.label) }
    }

    private var number: HTML {
        if let plain {
            let text: HTML =
                privacy.forbidsTexts
                ? "<span class=\"muted\">客户撤回了同意，不能发短信。</span>"
                : linkButton("发短信", to: "sms:\(plain)", .plain, icon: .message)
            let links: HTML = """
                <p class="actions">\(linkButton("拨打", to: "tel:\(plain)", .primary, icon: .phone))\
                \(text)</p>
                """
            return Site.card("号码", body: "<p><strong>\(plain)</strong></p>\(links)")
        }
        let action: HTML = """
            <form method="post" action="\(url: "/customers/\(id.rawValue)/number")"
            """
        let form: HTML = """
            \(action) class="actions">\(csrf)
            \(button("打电话", .primary, name: "purpose", value: "电话跟进", icon: .phone))
            \(button("发短信", .plain, name: "purpose", value: "短信跟进", icon: .message))</form>
            <p class="hint">谁、何时、为什么看了号码，都会留下记录。</p>
            <details class="more"><summary>别的用途</summary>
            \(action) class="form">\(csrf)
            \(TextField("purpose", "为什么要看", hint: "例如：寄资料核对地址。", isRequired: true).html)
            <p class="actions">\(button("看号码", .plain))</p></form></details>
            """
        return Site.card("号码", body: form)
    }

    private var reassign: HTML {
        let form: HTML = """
            <form method="post" action="\(url: "/customers/\(id.rawValue)/owner")" class="form">\
            \(csrf)<input type="hidden" name="id" value="\(decisionID)-o">
            \(SelectField(
                name: "staff", label: "改派给", choices: people, selected: nil, isRequired: true)
                .html)
            \(SelectField(
                name: "cause", label: "原因", choices: Self.choices(ReassignmentCause.allCases),
                selected: nil, isRequired: true).html)
            \(TextField("note", "依据", hint: "投诉单号、查实经过。", isRequired: true).html)
            <p class="actions">\(button("改派", .danger))</p></form>
            """
        return Site.card("改派", body: form)
    }
}
