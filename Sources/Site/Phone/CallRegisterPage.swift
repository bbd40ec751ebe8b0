import HouseRules

/// One line of the call register, made to be filled in while or right after talking.
struct CallRegisterPage: Sendable {
    /// A version of what was written down.
    struct Version: Sendable {
        let number: Int
        let at: String
        let by: String
        let changes: String
    }

    let row: CallRegisterRow
    let answerer: String
    let csrf: HTML
    let decisionID: String
    let notice: HTML?
    /// How the customer is called, and the number with its middle hidden.
    let person: (name: String, phone: String?)?
    let text: PrivateText
    let versions: [Version]
    /// The longest a call should take, in minutes.
    let limit: Int?
    let textForm: HTML?
    var faults: [Problem.Field] = []
    var typed = FormFields()

    private var action: String { "/calls/\(row.call)" }

    var html: HTML {
        """
        <p class="no-print"><a href="/calls">返回来电</a></p>
        <h1>来电登记</h1>
        \(notice)\(narrow)
        <div class="columns"><div>\(form)</div>
        <div class="side">\(summary)\(textForm)\(trace)</div></div>
        """
    }

    /// What may be said to somebody who is perhaps a competitor (REC-63).
    private var narrow: HTML? {
        guard text.isSuspect == true else { return nil }
        return Site.notice(
            .warn, title: "疑似市调，只答公开口径",
            text: "先请对方留电话；只说已公布的价格段和户型，其余请到现场细谈。归属不受影响。")
    }

    private var summary: HTML {
        let closes: HTML =
            row.closes.map {
                "\(countdown(to: $0.milliseconds, fallback: $0.words))（\($0.words)截止）"
            } ?? "来电当天 24:00 前"
        return Site.card(
            "这一通",
            aside: row.entryBadge,
            body: facts([
                ("来电", row.at.words), ("接听", answerer),
                ("时长", duration),
            ]) + "<p>登记截止：\(closes)</p>\(overlong)"
                + "<p><a href=\"\(url: "/decisions/\(row.decision)")\">派听依据</a></p>")
    }

    private var duration: String {
        guard let seconds = row.seconds else {
            return row.status == .talking ? "通话中" : "待回拨"
        }
        return "\(seconds / 60) 分 \(seconds % 60) 秒"
    }

    private var overlong: HTML? {
        guard let limit, let seconds = row.seconds, seconds > limit * 60 else { return nil }
        return "<p>\(badge("超时：通话宜在 \(limit) 分钟内", .warn))</p>"
    }

    private var form: HTML {
        Site.card(
            "登记",
            body: """
                <form id="call-entry" method="post" action="\(url: action + "/entry")" \
                class="form" data-draft="call-\(row.call.rawValue)">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">
                \(identity)\(contents)\(invitation)\(marks)
                <p class="actions">\(button("保存登记", .primary, icon: .check))
                <span class="muted">缺项也能先存，当天 24:00 前补齐。</span></p></form>
                """)
    }

    private func value(_ name: String, _ kept: String?) -> String { typed[name] ?? kept ?? "" }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }

    private var identity: HTML {
        let known: HTML? = person.map {
            "<p class=\"hint\">已登记客户：\($0.name)，\($0.phone ?? "没有号码")。改动请填新的称呼和手机。</p>"
        }
        let name = TextField(
            "name", "客户称呼", value: typed["name"] ?? "", hint: "只存加密的。",
            fault: fault("name"), maxLength: 40)
        let phone = TextField(
            "phone", "手机", type: "tel", value: typed["phone"] ?? "", fault: fault("phone"),
            inputMode: "tel", maxLength: 20)
        return """
            \(known)<div class="form-row">\(name.html)\(phone.html)</div>
            \(check("number_refused", "客户不愿留号码（不算漏填）", text.isRefused == true))
            """
    }

    private var contents: HTML {
        let needs = TextField(
            "needs", "关注点与需求", value: value("needs", text.needs), maxLength: 500)
        let source = TextField(
            "source_channel", "知晓途径", value: value("source_channel", text.sourceChannel),
            maxLength: 60)
        let visit = TextField(
            "expected_visit", "意向到访时间", value: value("expected_visit", text.expectedVisit),
            maxLength: 60)
        let grade = ChoiceChips(
            name: "grade", label: "客户分类",
            choices: ["A", "B", "C"].map { Choice(value: $0, label: $0) },
            selected: typed["grade"] ?? text.grade)
        return """
            \(needs.html)<div class="form-row">\(source.html)\(visit.html)</div>\(grade.html)
            """
    }

    private var invitation: HTML {
        let chips = ChoiceChips(
            name: "invitation", label: "邀约结果",
            choices: Invitation.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: typed["invitation"] ?? (row.appointment == nil ? nil : "booked"))
        let agreed = TextField(
            "agreed", "约定到访", type: "datetime-local",
            value: value("agreed", row.appointment.map(\.localText)),
            hint: "选了“已约”才填；保存后自动建预约。", fault: fault("agreed"))
        return "\(chips.html)\(agreed.html)"
    }

    private var marks: HTML {
        """
        \(check("first", "第一次来电（要发短信）", row.text != nil || row.entry == nil))
        \(check("suspect", "疑似市调：先请对方留电话，只答公开口径，请到现场", text.isSuspect == true))
        """
    }

    private func check(_ name: String, _ label: String, _ isOn: Bool) -> HTML {
        let isChecked = typed["id"] == nil ? isOn : typed[name] == "1"
        return """
            <label class="check"><input type="checkbox" name="\(name)" value="1"\
            \(flag: "checked", isChecked)> \(label)</label>
            """
    }

    private var trace: HTML? {
        guard !versions.isEmpty else { return nil }
        let lines: [HTML] = versions.reversed().map {
            "<li>第 \($0.number) 次 · \($0.at) · \($0.by)<br>\($0.changes)</li>"
        }
        return Site.card("登记留痕", body: "<ul class=\"calls\">\(lines)</ul>")
    }
}

extension Moment {
    /// `2025-06-07T10:00`, as forms take a local time.
    var localText: String { "\(day.text)T\(timeOfDay.text.prefix(5))" }
}

extension PrivateText {
    /// What is in it, with its columns.
    var words: String {
        let pairs: [(String, String?)] = [
            ("关注点", needs), ("途径", sourceChannel), ("意向到访", expectedVisit),
            ("分类", grade), ("结果", result), ("内容", text), ("原因", note),
            ("号码", isRefused == true ? "客户拒留" : nil),
            ("标记", isSuspect == true ? "疑似市调" : nil),
        ]
        return pairs.compactMap { name, value in value.map { "\(name)：\($0)" } }
            .joined(separator: "；")
    }
}
