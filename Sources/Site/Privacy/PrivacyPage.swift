import HouseRules

/// A request to erase with the customer's veiled name.
struct ErasureLine: Sendable {
    let row: ErasureRow
    let customer: String
}

/// 隐私: who looked, what waits, what is kept too long.
struct PrivacyPage: Sendable {
    let requests: [ErasureLine]
    let mayTend: Bool
    let idleMonths: Int
    let names: StaffDirectory
    let csrf: HTML

    var html: HTML {
        """
        <h1>隐私</h1>
        <p class="actions">\(linkButton("谁看过", to: "/privacy/looks", .plain, icon: .search))
        \(mayTend ? links : nil)</p>
        <div class="columns"><div>\(list)</div>
        <div class="side">\(mayTend ? finder : nil)</div></div>
        """
    }

    private var links: HTML {
        """
        \(linkButton("保留期届满的客户", to: "/privacy/retention", .plain, icon: .clock))
        \(linkButton("同意的文本", to: "/privacy/texts", .plain, icon: .policy))
        """
    }

    private var list: HTML {
        guard !requests.isEmpty else {
            return emptyState("没有删除申请", "客户要求删除资料时，在客户页或按号码找到客户后登记。")
        }
        return dataTable(
            caption: "删除申请",
            columns: ["客户", "申请", "原因", "状态", "批复"].enumerated().map {
                Column(title: $1, isLabelled: $0 > 0)
            },
            rows: requests.map(cells))
    }

    private func cells(_ line: ErasureLine) -> [HTML] {
        let row = line.row
        let customer: HTML =
            mayTend
            ? """
            <a href="\(url: "/privacy/people/\(percentEncode(row.person.rawValue))")">\
            \(line.customer)</a>
            """ : "\(line.customer)"
        let answer: HTML =
            row.decidedAt.map { at in
                let who = row.decidedBy.map { names.name($0) } ?? "—"
                return "\(row.ruling ?? "—")（\(who) \(at.words)）"
            } ?? "—"
        return [
            customer, "\(names.name(row.askedBy)) \(row.askedAt.words)", "\(row.reason)",
            badge(row.state.word, row.state.tone), answer,
        ]
    }

    private var finder: HTML {
        card(
            "按号码找客户",
            body: """
                <form method="post" class="form" action="/privacy/find">\(csrf)
                \(TextField(
                    "phone", "完整号码", type: "tel", hint: "客户来问自己的资料时用。",
                    isRequired: true, inputMode: "tel").html)
                <p class="actions">\(button("找", .primary, icon: .search))</p></form>
                """)
    }
}

/// Everything that may be done about one customer's data.
struct PersonPrivacyPage: Sendable {
    let person: PersonID
    let words: String
    let cards: PrivacyCards
    let requests: [ErasureRow]
    /// Why the data may not be erased now.
    let obstacle: String?
    let names: StaffDirectory
    let csrf: HTML
    let id: String

    private var isErased: Bool { requests.contains { $0.isGranted == true } }

    var html: HTML {
        """
        <p><a href="/privacy">← 隐私</a></p>
        <h1>\(words)</h1>
        <div class="columns"><div>\(erasure)\(cards.looks.html)</div>
        <div class="side">\(report)\(cards.consents.html)</div></div>
        """
    }

    private var report: HTML? {
        isErased ? nil : SubjectReportForm(person: person, csrf: csrf).html
    }

    private var erasure: HTML {
        if isErased {
            return card("删除资料", body: "<p>资料已经删除，台账只剩编号。</p>\(history)")
        }
        let open = requests.first { $0.decidedAt == nil }
        let blocked: HTML? = obstacle.map {
            notice(.warn, title: "现在不能删除", text: $0)
        }
        let form: HTML = open.map(answer) ?? ErasureForm(person: person, csrf: csrf, id: id).html
        return card("删除资料", body: "\(blocked)\(form)\(history)")
    }

    private func answer(_ request: ErasureRow) -> HTML {
        let reason = TextField(
            "ruling", "批复的理由", hint: "会留在记录里，不要写客户的姓名和号码。", isRequired: true)
        let path = "/privacy/erasures/\(percentEncode(request.id))"
        return """
            <p>\(names.name(request.askedBy)) \(request.askedAt.words) 申请：\(request.reason)</p>
            <p class="muted">批准后姓名、号码、证件号和写过的话都打不开了，不能恢复；裁定和台账仍在，\
            只剩编号。</p>
            <form method="post" class="form" action="\(url: path)">\(csrf)\(reason.html)
            <p class="actions">\(button("批准删除", .danger, name: "verdict", value: "grant"))
            \(button("不批准", .plain, name: "verdict", value: "refuse"))</p></form>
            """
    }

    private var history: HTML? {
        let done = requests.filter { $0.decidedAt != nil }
        guard !done.isEmpty else { return nil }
        let lines: [HTML] = done.map { row in
            let who = row.decidedBy.map { names.name($0) } ?? "—"
            return """
                <li>\(badge(row.state.word, row.state.tone)) \(row.reason)——\(row.ruling ?? "") \
                <span class="muted">\(who) \(row.decidedAt?.words ?? "")</span></li>
                """
        }
        return "<ul class=\"plain\">\(lines)</ul>"
    }
}

/// A form for a customer's wish to be erased.
struct ErasureForm: Sendable {
    let person: PersonID
    let csrf: HTML
    let id: String

    var html: HTML {
        """
        <form method="post" class="form" \
        action="\(url: "/privacy/people/\(percentEncode(person.rawValue))/erasures")">\(csrf)\
        <input type="hidden" name="id" value="\(id)-e">
        \(TextField(
            "reason", "为什么要删除", hint: "例如：本人来电要求。不要写姓名和号码。",
            isRequired: true, suffix: "-e").html)
        <p class="actions">\(button("申请删除", .plain))</p></form>
        """
    }
}
