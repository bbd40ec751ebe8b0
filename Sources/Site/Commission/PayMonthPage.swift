import HouseRules

/// A month's pay, person by person, with what comes next: approval, the lock, corrections.
struct PayMonthPage {
    let month: BusinessDay
    /// Nil: it was never worked out.
    let status: PayStatus?
    let rows: [StatementRow]
    let names: Names
    /// Corrections of locked months that wait for the next one.
    let corrections: [CommissionCorrection]
    let mayKeep: Bool
    let mayApprove: Bool
    let told: HTML?
    let csrf: HTML
    let decisionID: String
    let people: [Choice]

    var html: HTML {
        """
        <div class="page-head"><h1>\(month.monthWords)提成</h1>
        <p class="actions">\(status.map { badge($0.label, $0.tone) })\
        \(rows.isEmpty ? nil : linkButton(
            "Excel", to: "/commission/\(month.monthText)/list.xlsx", .quiet, icon: .journal))\
        \(linkButton("各月", to: "/commission", .quiet))</p></div>
        \(told)
        \(Site.card("逐人", body: "\(table)\(steps)"))
        \(status == .locked && mayApprove ? Site.card("更正", body: correction) : nil)
        """
    }

    private var table: HTML {
        guard !rows.isEmpty else {
            guard status == nil else {
                return emptyState("没有人有提成", "这个月没有计提的成交，也没有要扣回、更正的；照样批准、锁定。")
            }
            return emptyState(
                "还没有核算", "在“提成”里选这个月核算。", action: linkButton("去核算", to: "/commission"))
        }
        let sum = rows.reduce(Money(fen: 0)) { $0 + $1.payable }
        let list = dataTable(
            caption: "\(month.monthWords)提成",
            columns: [
                Column(title: "姓名"), Column(title: "提成", isNumber: true),
                Column(title: "考评分", isNumber: true), Column(title: "实发", isNumber: true),
                Column(title: "转下月扣", isNumber: true), Column(title: "提成单"),
            ],
            rows: rows.map { row in
                let place = "/statements/\(month.monthText)?staff=\(row.staff?.rawValue ?? "")"
                return [
                    "\(row.staff.map(names) ?? "奖金池")", "\(row.gross.text)",
                    "\(row.score.map { decimal($0) } ?? "—")", "\(row.payable.text)",
                    "\(row.carried.fen == 0 ? "—" : row.carried.text)",
                    "<a href=\"\(url: place)\">逐行</a>",
                ]
            })
        return "\(list)<p class=\"total\">实发合计 \(sum.text)</p>"
    }

    private var steps: HTML? {
        switch status {
        case .draft where mayApprove: step("approve", "批准", "批准后由内业锁定发放；锁定前还可以重新核算。")
        case .approved where mayKeep: step("lock", "锁定", "锁定后不再改，以后只能更正，计入下一次核算的月份。")
        default: nil
        }
    }

    private func step(_ step: String, _ label: String, _ hint: String) -> HTML {
        """
        <form method="post" action="\(url: "/commission/\(month.monthText)/steps")">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-\(step)">
        <p class="actions">\(button(label, .primary, name: "step", value: step))</p>
        <p class="hint">\(hint)</p></form>
        """
    }

    private var correction: HTML {
        let waiting: [HTML] = corrections.map { correction in
            """
            <li>\(correction.staff.map(names) ?? "奖金池")：\(correction.of.monthWords)，\
            \(correction.amount.text) \(correction.note)</li>
            """
        }
        let list: HTML? = waiting.isEmpty ? nil : "<p>等下一次核算计入：</p><ul>\(waiting)</ul>"
        return """
            \(list)<form method="post" class="form" \
            action="\(url: "/commission/\(month.monthText)/corrections")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-c">
            \(SelectField(
                name: "staff", label: "谁的", choices: people, hint: "空着是奖金池。").html)
            <div class="form-row">\(TextField(
                "amount", "补发多少元，要扣的前面写减号", isRequired: true, inputMode: "decimal",
                maxLength: 14).html)\
            \(TextField("deal", "哪一单", hint: "和成交无关的不填。", maxLength: 40).html)</div>
            \(TextField("note", "理由", isRequired: true, maxLength: 200).html)
            <p class="actions">\(button("更正", .danger))</p></form>
            """
    }
}

/// The pay of a month as a file: every line of every statement.
struct PayFile {
    let month: BusinessDay
    let statements: [Statement]
    let names: Names

    func workbook(_ heading: String) -> Workbook {
        Workbook(
            sheet: "提成", heading: heading,
            columns: [
                .init(title: "姓名", width: 12), .init(title: "成交", width: 16),
                .init(title: "说明", width: 60), .init(title: "条文", width: 10),
                .init(title: "计提额", width: 16), .init(title: "提成", width: 16),
                .init(title: "本月发", width: 16), .init(title: "挂账", width: 16),
            ],
            rows: statements.flatMap(rows))
    }

    private func rows(_ statement: Statement) -> [[Workbook.Cell]] {
        let name = statement.staff.map(names) ?? "奖金池"
        let lines = statement.lines.map { line -> [Workbook.Cell] in
            [
                .text(name), .text(line.deal?.rawValue ?? ""), .text(line.sentence(names)),
                .text(line.kind.clause.id), .text(line.base.text), .text(line.amount.text),
                .text(line.paid.text), .text(line.deferred.text),
            ]
        }
        let score = statement.score.map { "考评 \(decimal($0)) 分，" } ?? ""
        return lines + [
            [
                .text(name), .text("合计"),
                .text(
                    "\(score)固定 \(statement.fixed.text)，浮动 \(statement.variable.text)，"
                        + "扣回与更正 \(statement.adjustments.text)"),
                .text("SAT-37"), .text(""), .text(statement.gross.text),
                .text(statement.payable.text), .text(statement.deferred.text),
            ]
        ]
    }
}
