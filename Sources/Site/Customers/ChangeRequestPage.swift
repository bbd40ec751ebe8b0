import HouseRules

/// 换人申请: who waits for management, and what was decided (REC-36).
struct ChangeRequestPage: Sendable {
    /// One of them, with the customer in masked words.
    struct Line: Sendable {
        let row: ChangeRow
        let customer: String
    }

    /// A form that came back as it was typed.
    struct Returned: Sendable {
        let slip: String
        let typed: FormFields
        let problem: Problem
    }

    let lines: [Line]
    let names: StaffDirectory
    let now: Moment
    let csrf: HTML
    let decisionID: String
    var told: HTML?
    var returned: Returned?

    var html: HTML {
        let open = lines.filter { $0.row.ruledAt == nil }
        let cards: [HTML] = open.map(card)
        return """
            <h1>换人申请</h1>
            <p class="hint">客户要求换顾问，由经理或主管裁决（<a href="/clauses/REC-36">REC-36</a>）。\
            裁决以前客户照旧归原顾问；客户正在现场的，同意以后当场换。</p>
            \(told)\(refusal)\(open.isEmpty ? nothing : "\(cards)")
            \(history)
            """
    }

    private var refusal: HTML? {
        returned.map { notice(.stop, title: $0.problem.title, text: $0.problem.detail) }
    }

    private var nothing: HTML {
        emptyState("没有等裁决的", "客户要换人时，在那一组的办理页或“办事”里提。")
    }

    private func card(_ line: Line) -> HTML {
        let row = line.row
        let isLate = now > row.due
        let pairs: [(name: String, value: String)] = [
            ("现在归", names.name(row.from)), ("想换成", row.wants.map(names.name) ?? "没有指定"),
            ("原因", "\(row.cause.label)：\(row.note)"),
            ("谁提的", "\(names.name(row.askedBy)) \(row.askedAt.words)，等了\(age(row))"),
            ("最晚", row.due.words),
        ]
        return """
            <section class="card" id="\(row.slip)"><h2>\(line.customer) \
            \(badge(isLate ? "已逾时" : "待裁决", isLate ? .stop : .warn))</h2>
            \(facts(pairs))\(form(row))</section>
            """
    }

    private func age(_ row: ChangeRow) -> String { ageWords(now.seconds(since: row.askedAt)) }

    private func form(_ row: ChangeRow) -> HTML {
        let slip = row.slip.rawValue
        let typed = returned.flatMap { $0.slip == slip ? $0 : nil }
        let staff = SelectField(
            name: "staff", label: "同意的，换成谁",
            choices: names.consultants.filter { $0.value != row.from.rawValue },
            selected: typed?.typed["staff"] ?? row.wants?.rawValue,
            fault: typed?.problem.fields.sentence(of: "staff"), suffix: "-" + slip)
        let note = TextArea(
            name: "note", label: "理由", value: typed?.typed["note"] ?? "",
            hint: "不要写客户姓名、号码。", fault: typed?.problem.fields.sentence(of: "note"),
            isRequired: true, maxLength: 500, suffix: "-" + slip)
        return """
            <form method="post" class="form" data-draft="change-\(slip)" \
            action="\(url: "/changes/\(percentEncode(slip))/ruling")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-\(slip)">
            \(staff.html)\(note.html)
            <p class="actions">\(button("同意换人", .primary, name: "ruling", value: "grant"))
            \(button("不换", .danger, name: "ruling", value: "refuse"))</p></form>
            """
    }

    private var history: HTML? {
        let ruled = lines.filter { $0.row.ruledAt != nil }
        guard !ruled.isEmpty else { return nil }
        let columns = ["裁决", "客户", "原来归", "原因", "结果", "理由", "谁裁决的"]
        return Site.card(
            "裁决过的",
            body: dataTable(
                caption: "裁决过的换人申请",
                columns: columns.enumerated().map { Column(title: $1, isLabelled: $0 > 0) },
                rows: ruled.map { line in
                    let row = line.row
                    let result = row.grantedTo.map { "换成\(names.name($0))" } ?? "不换"
                    return [
                        """
                        <a href="\(url: "/decisions/\(row.decision)")">\
                        \(row.ruledAt?.words ?? "")</a>
                        """,
                        "\(line.customer)", "\(names.name(row.from))",
                        "\(row.cause.label)：\(row.note)", "\(result)",
                        "\(row.rulingNote ?? "")", "\(row.ruledBy.map(names.name) ?? "")",
                    ]
                }))
    }
}
