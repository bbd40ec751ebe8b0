import HouseRules

/// 试算: other rates for a month, and what everybody would get beside what they get now.
struct PayTrialPage {
    let month: BusinessDay
    let current: CommissionScheme?
    let typed: FormFields
    let fault: String?
    let trial: PayTrial?
    let orders: [DealID: SoldUnit]
    let csrf: HTML
    let decisionID: String
    let names: Names

    var html: HTML {
        """
        <div class="page-head"><h1>\(month.monthWords)提成试算</h1>
        <p class="actions">\(linkButton("各月", to: "/commission", .quiet))</p></div>
        <p class="muted">换一套提成率、分成、考评比例，看这个月每个人会多发、少发多少。\
        算法和正式核算相同；只看，不写进案场的任何记录。</p>
        \(fault.map { notice(.stop, title: "没有算", text: $0) })
        \(result)
        \(current == nil
            ? emptyState("这个月没有方案", "先录入一个方案，再拿别的方案和它比。",
                action: linkButton("去录入", to: "/commission"))
            : Site.card("要试的方案", body: form))
        """
    }

    private var form: HTML {
        let rest = SelectField(
            name: "rest", label: "不打分的部分什么时候发",
            choices: FixedPay.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: typed["rest"], isRequired: true)
        return """
            <form method="post" action="\(url: place)" class="form">\(csrf)
            \(SchemeFields(typed: typed).html)
            <div class="form-row">\(TextField(
                "variable", "按考评分发的部分，百分之几", value: typed["variable"] ?? "",
                hint: "录入方案不改它；要改，在制度里改 SAT-37。", isRequired: true,
                inputMode: "decimal", maxLength: 6).html)\
            \(rest.html)</div>
            \(TextField(
                "score", "没公布考评分的人按多少分试", value: typed["score"] ?? "",
                hint: "空着：有人没公布就不算。", inputMode: "decimal", maxLength: 6).html)
            <p class="actions">\(button("试算", .primary))</p></form>
            """
    }

    private var place: String { "/commission/\(month.monthText)/trial" }

    private var result: HTML? {
        guard let trial else { return nil }
        guard !trial.people.isEmpty else {
            return emptyState("没有人有提成", "这个月没有计提的成交，也没有要扣回、更正的；换方案也一样。")
        }
        let details: [HTML] = trial.people.map(detail)
        return """
            \(Site.card("现行的和试的", body: "\(table(trial))\(adopt)"))
            \(Site.card("逐行对照", body: "\(details)"))
            """
    }

    private func table(_ trial: PayTrial) -> HTML {
        let list = dataTable(
            caption: "每个人的实发",
            columns: [
                Column(title: "姓名"), Column(title: "现行", isNumber: true, isLabelled: true),
                Column(title: "试算", isNumber: true, isLabelled: true),
                Column(title: "差额", isNumber: true, isLabelled: true),
                Column(title: "依据", isLabelled: true),
            ],
            rows: trial.people.map { person in
                let clauses: [HTML] = person.clauses.map {
                    "<a href=\"\(url: "/clauses/\($0)")\">\($0)</a> "
                }
                return [
                    "\(name(person))", "\(person.beforePay.text)", "\(person.afterPay.text)",
                    "\(signed(person.difference))", "\(clauses)",
                ]
            })
        return """
            \(list)<p class="total">实发合计 现行 \(trial.beforePay.text)，\
            试算 \(trial.afterPay.text)，差额 \(signed(trial.difference))</p>
            """
    }

    private var adopt: HTML {
        """
        <form method="post" action="/commission/schemes">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-a">\
        \(SchemeFields(typed: typed).hidden)
        <p class="actions">\(button("录入这个方案", .plain))</p>
        <p class="hint">录入以后从 \(typed["from"] ?? "") 起执行；考评比例和什么时候发不在方案里，要在制度里改。</p></form>
        """
    }

    private func detail(_ person: PayTrial.Person) -> HTML {
        """
        <details class="more"><summary>\(name(person))：\(signed(person.difference))</summary>
        \(dataTable(
            caption: "\(name(person))的各行",
            columns: [
                Column(title: "成交"), Column(title: "现行", isLabelled: true),
                Column(title: "试算", isLabelled: true), Column(title: "依据", isLabelled: true),
                Column(title: "差额", isNumber: true, isLabelled: true),
            ], rows: person.lines.map(row)))
        <p class="hint">“差额”是本月发的差额，按各自的考评算过。</p></details>
        """
    }

    private func row(_ line: PayTrial.Line) -> [HTML] {
        let deal = line.either?.deal
        let clause = line.either?.kind.clause.id ?? ""
        let unit = deal.flatMap { orders[$0]?.unit }
        let zero = Money(fen: 0)
        return [
            "\(deal?.rawValue ?? "—")\(unit.map { " " + $0 } ?? "")",
            "\(words(line.before))", "\(words(line.after))",
            "<a href=\"\(url: "/clauses/\(clause)")\">\(clause)</a>",
            "\(signed((line.after?.paid ?? zero) - (line.before?.paid ?? zero)))",
        ]
    }

    private func words(_ line: CommissionLine?) -> String {
        guard let line else { return "没有这一行" }
        let sold = line.deal.flatMap { orders[$0] }
        return "\(line.working(sold, names))，提成 \(line.amount.text)，本月发 \(line.paid.text)"
    }

    private func name(_ person: PayTrial.Person) -> String { person.staff.map(names) ?? "奖金池" }

    /// With its sign, so that more and less are told apart without colour.
    private func signed(_ amount: Money) -> String {
        amount.fen > 0 ? "+\(amount.text)" : amount.text
    }
}
