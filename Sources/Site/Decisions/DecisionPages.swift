import HouseRules

/// A decision with a place for signatures (判客单).
struct DecisionPage: Sendable {
    let card: DecisionCard
    let hash: String

    var html: HTML {
        """
        <h1>裁定</h1>
        \(card.html)
        <section class="signatures print-only"><h2>签字</h2>
        <p>当事人：<span class="sign-line"></span></p><p>经理：<span class="sign-line"></span></p>
        <p>日期：<span class="sign-line"></span></p></section>
        <p class="muted hash">校验值 <code>\(hash)</code></p>
        <p class="actions no-print">\(linkButton("全部裁定", to: "/decisions", .quiet))
        <span class="muted">要留底或当面签字，用浏览器的打印（Ctrl+P）即可，一页纸。</span></p>
        """
    }
}

/// All decisions, newest first.
struct DecisionListPage: Sendable {
    /// One decision in words.
    struct Line: Sendable {
        let id: String
        let at: String
        let kind: String
        let outcome: String
        let person: String
        let actor: String
        let refusal: String?

        init(_ row: DecisionRow, _ directory: StaffDirectory) {
            id = row.id.rawValue
            at = row.at.words
            kind = words(kind: row.kind)
            outcome = words(outcome: row.outcome)
            person = row.staff.map(directory.name) ?? "—"
            actor = directory.name(row.actor)
            refusal = row.refusal
        }
    }

    let rows: [Line]
    /// The journal's number before which older decisions lie; nil on the last page.
    let older: Int?
    let filter: DecisionFilter

    var html: HTML {
        let body =
            rows.isEmpty
            ? emptyState("没有符合条件的裁定", "每一次来客、离台、拒绝都会在这里留下一条，连同它的依据。")
            : table
        return """
            <h1>裁定</h1>
            \(filterForm)
            \(body)
            \(olderLink)
            """
    }

    private var olderLink: HTML? {
        older.map { linkButton("更早的", to: "/decisions?before=\($0)\(suffix)") }
    }

    private var suffix: String {
        (filter.refusedOnly ? "&refused=1" : "") + (filter.day.map { "&day=\($0.text)" } ?? "")
    }

    private var filterForm: HTML {
        """
        <form class="filters" method="get" action="/decisions">
        \(TextField("day", "日期", type: "date", value: filter.day?.text ?? "").html)
        <label class="check"><input type="checkbox" name="refused" value="1"\
        \(flag: "checked", filter.refusedOnly)> 只看没有办成的</label>
        \(button("筛选", .plain, icon: .search))</form>
        """
    }

    private var table: HTML {
        dataTable(
            caption: "裁定",
            columns: ["时刻", "事项", "结果", "归谁", "经手"].map { Column(title: $0) },
            rows: rows.map { line in
                let result: HTML =
                    line.refusal.map { badge($0, .stop) } ?? "\(line.outcome)"
                return [
                    "<a href=\"\(url: "/decisions/" + line.id)\">\(line.at)</a>", "\(line.kind)",
                    result, "\(line.person)", "\(line.actor)",
                ]
            })
    }
}

/// One clause.
struct ClausePage: Sendable {
    let id: String
    let clause: ClauseText
    let pack: String

    var html: HTML {
        """
        <h1>\(id) \(clause.title)</h1>
        <section class="card"><p class="muted">\(pack) · 本站条号 \(clause.number)</p>
        <p class="clause-text">\(clause.text)</p></section>
        <p class="actions">\(linkButton("全部条款", to: "/clauses", .quiet))</p>
        """
    }
}
