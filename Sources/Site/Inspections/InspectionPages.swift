import HouseRules

/// 检查: what is to be looked at again, a new inspection, and those of late.
struct InspectionListPage: Sendable {
    let rows: [InspectionRow]
    let names: StaffDirectory
    let people: [Choice]
    let span: DaySpan
    let mayExport: Bool
    let told: HTML?

    var html: HTML {
        """
        <h1>检查</h1>
        \(told)
        \(again)
        \(Site.card("查一次", body: start))
        \(Site.card("查过的", body: list))
        <p class="actions">\(linkButton("现场事务", to: "/onsite", .quiet))
        \(linkButton("话术", to: "/scripts", .quiet))</p>
        """
    }

    private var again: HTML? {
        let open = rows.filter { $0.status == "open" }
        guard !open.isEmpty else { return nil }
        let lines: [HTML] = open.map { row in
            """
            <li><div class="waiting-what"><strong>\(names.name(row.staff)) · \(row.list.label)\
            </strong><span>\(row.failures)</span>
            <span class="until">\(Icon.clock.html)\
            \(row.due.day.adding(days: -1).words) 24:00 前复查</span></div>
            <div class="actions">\(linkButton(
                "复查", to: "/inspections/\(percentEncode(row.slip.rawValue))", .primary))</div></li>

            """
        }
        return Site.card(
            "等复查", aside: badge("\(open.count) 件", .warn),
            body: "<ul class=\"waiting\">\(lines)</ul>")
    }

    private var start: HTML {
        let lists: [HTML] = Checklist.allCases.map { list in
            """
            <label class="chip"><input type="radio" name="list" value="\(list.rawValue)" required>\
            <span>\(list.label)\
            <small>\(list.clause.id) · \(list.items.count) 项</small></span></label>

            """
        }
        let staff = SelectField(name: "staff", label: "查谁", choices: people, isRequired: true)
        return """
            <form method="get" action="/checklists" class="form">
            <fieldset class="field chips"><legend>用哪张表</legend>
            <div class="chip-row">\(lists)</div></fieldset>
            \(staff.html)<p class="actions">\(button("开始", .primary))</p></form>
            """
    }

    private var list: HTML {
        let file: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/inspections.xlsx?\(span.query)", .quiet) : nil
        let body =
            rows.isEmpty
            ? emptyState("这几天没有查过", "上面选一张表、一个人，一项一项看。")
            : RecordTable.inspections(rows, names).html
        return """
            <form class="filters" method="get" action="/inspections">
            \(span.fields)
            \(button("筛选", .plain, icon: .search))\(file)</form>\(body)
            """
    }
}

/// A checklist to go through on a phone, item by item.
struct ChecklistPage: Sendable {
    let list: Checklist
    let items: [String]
    let staff: StaffID
    let name: String
    let csrf: HTML
    let decisionID: String
    var told: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <h1>\(list.label)：\(name)</h1>
        \(told)
        <form method="post" action="/inspections" class="form checklist" \
        data-draft="check-\(list.rawValue)">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)">
        <input type="hidden" name="list" value="\(list.rawValue)">
        <input type="hidden" name="staff" value="\(staff.rawValue)">
        <p class="muted"><a class="clause-id" href="\(url: "/clauses/" + list.clause.id)">\
        \(list.clause.id)</a> 不合格的要写看到了什么；不适用的不算分。\(serious)</p>
        \(items.enumerated().map { item($0.element, number: $0.offset + 1) })
        <p class="actions">\(button("交检查单", .primary))
        \(linkButton("不查了", to: "/inspections", .quiet))</p></form>
        """
    }

    private var serious: HTML? {
        list.serious.isEmpty ? nil : "带“一票”的项不合格，整张得零分。"
    }

    private func item(_ item: String, number: Int) -> HTML {
        let name = "verdict-" + item
        let chips: [HTML] = Verdict.allCases.map { verdict in
            """
            <label class="chip"><input type="radio" name="\(name)" value="\(verdict.rawValue)"\
            \(flag: "checked", typed[name] == verdict.rawValue) required>\
            <span>\(verdict.label)</span></label>

            """
        }
        let fact = TextField(
            "fact-" + item, "看到了什么", value: typed["fact-" + item] ?? "",
            fault: faults.sentence(of: "fact-" + item), maxLength: 200)
        let veto: HTML? = list.serious.contains(item) ? badge("一票", .stop) : nil
        let fault: HTML? = faults.sentence(of: name).map {
            "<p class=\"fault\">\(Icon.warning.html)\($0)</p>"
        }
        return """
            <section class="card check-item"><fieldset class="field chips">
            <legend>\(number). \(list.label(of: item)) \(veto)</legend>
            <div class="chip-row">\(chips)</div>\(fault)</fieldset>
            <div class="check-fact">\(fact.html)</div></section>

            """
    }
}

/// An inspection with its score, and looking again at what failed.
struct InspectionPage: Sendable {
    let row: InspectionRow
    let names: StaffDirectory
    let mayRecheck: Bool
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <h1>\(row.list.label)：\(names.name(row.staff))</h1>
        \(told)
        <section class="card"><p class="score"><strong>\(row.scoreWords)</strong> \
        \(badge(row.statusWords, row.tone))</p>
        <p class="muted">\(row.at.words) 查</p>\(table)</section>
        \(recheck)
        <p class="actions">\(linkButton("看依据", to: "/decisions/\(row.decision)", .quiet))
        \(linkButton("全部检查", to: "/inspections", .quiet))</p>
        """
    }

    private var table: HTML {
        dataTable(
            caption: "逐项", columns: ["项", "结果", "看到了什么", "复查"].map { Column(title: $0) },
            rows: row.items.map { item in
                let again = item.stillFailing.map { $0 ? "仍不合格" : "合格" } ?? "—"
                return [
                    "\(row.list.label(of: item.item))",
                    badge(item.verdict.label, item.verdict.tone),
                    "\(item.fact.isEmpty ? "—" : item.fact)", "\(again)",
                ]
            })
    }

    private var recheck: HTML? {
        guard mayRecheck else { return nil }
        let failed = row.items.filter { $0.verdict == .fail }
        let boxes: [HTML] = failed.map { item in
            """
            <p><label class="check"><input type="checkbox" name="failing" value="\(item.item)">
            \(row.list.label(of: item.item)) 仍不合格</label></p>
            """
        }
        let path = "/inspections/\(percentEncode(row.slip.rawValue))/recheck"
        return Site.card(
            "复查",
            body: """
                <form method="post" class="form" action="\(url: path)">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">
                <p class="hint">都改好了就一个也不勾。仍不合格的会出处罚草稿，由人决定。</p>\(boxes)
                <p class="actions">\(button("交复查", .primary))</p></form>
                """)
    }
}

extension Verdict {
    fileprivate var tone: Tone {
        switch self {
        case .pass: .good
        case .fail: .stop
        case .na: .off
        }
    }
}
