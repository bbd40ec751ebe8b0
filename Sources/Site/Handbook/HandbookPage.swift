import HouseRules

/// 制度: every clause with its parameters and since when they hold, and the revisions.
struct HandbookPage: Sendable {
    let view: HandbookView
    let mayChange: Bool

    var html: HTML {
        guard !view.editions.isEmpty else {
            return "<h1>制度</h1>" + emptyState("还没有发布制度包", "请系统管理员用 anchang policy publish 发布。")
        }
        let sections: [HTML] = view.sections.map(section)
        return """
            <h1>制度</h1>
            \(mayChange ? linkButton("试算：换一套规矩重裁一段真实记录", to: "/whatif", .quiet) : nil)
            <p class="muted">\(view.title)。每一条下面是它的参数；改动只管以后的事，已经裁定的不变。</p>
            <div class="stack">\(sections)</div>
            \(editions)
            """
    }

    private func section(_ section: HandbookView.Section) -> HTML {
        let title = section.clause?.title ?? section.lines.first?.label ?? ""
        let number: HTML? = section.clause.map { "<span class=\"muted\">（\($0.number)）</span>" }
        let text: HTML? = section.clause.map { "<p class=\"clause-text\">\($0.text)</p>" }
        let lines: HTML? = section.lines.isEmpty ? nil : parameters(section)
        return """
            <section class="card clause-card" id="\(section.rule)">
            <header class="card-head"><h2><span class="clause-id">\(section.rule)</span> \
            \(title)\(number)</h2>\(edit(section))</header>
            \(text)\(lines)</section>

            """
    }

    private func edit(_ section: HandbookView.Section) -> HTML? {
        guard mayChange, !section.lines.isEmpty || section.hasTable else { return nil }
        return """
            <a class="button button-quiet" href="\(url: "/policy/\(section.rule)")" \
            aria-label="修改 \(section.rule)">修改</a>
            """
    }

    private func parameters(_ section: HandbookView.Section) -> HTML {
        let rows: [HTML] = section.lines.map { line in
            let since = line.since.map { "\($0.text) 起" } ?? "默认"
            return """
                <div><dt>\(line.label)</dt><dd>\(line.value) \
                <span class="muted">\(since)</span></dd></div>
                """
        }
        return "<dl class=\"facts\">\(rows)</dl>"
    }

    private var editions: HTML {
        let rows: [[HTML]] = view.editions.map { edition in
            let mark: HTML? =
                edition.isInForce
                ? badge("现行", .good) : edition.isAhead ? badge("还没生效", .warn) : nil
            return [
                "\(edition.number) \(mark)", "\(edition.effectiveFrom.words)", "\(edition.author)",
                "\(edition.note)",
            ]
        }
        return Site.card(
            "历次修订",
            body: dataTable(
                caption: "历次修订",
                columns: ["版次", "生效", "谁发布", "为什么"].map { Column(title: $0) }, rows: rows))
    }
}

/// One rule's parameters as a form, and what the change would do.
struct PolicyForm: Sendable {
    let rule: String
    let clause: ClauseText?
    /// The rules that the form starts from.
    let policy: Policy
    /// What was filled in, when the form comes back.
    let typed: FormFields
    let faults: [Problem.Field]
    /// What it would change; nil before the preview.
    let differences: [PolicyChange.Difference]?
    let seen: Int
    let earliest: BusinessDay
    let csrf: HTML

    var html: HTML {
        """
        <p><a href="/clauses#\(rule)">← 制度</a></p>
        <h1>修改 \(rule) \(clause?.title ?? "")</h1>
        \(clauseText)
        \(preview)
        <form method="post" action="\(url: "/policy/" + rule)" class="card" data-draft>\(csrf)
        <input type="hidden" name="seen" value="\(seen)">
        \(fields)\(table)
        \(TextField(
            "effective_from", "从哪天起生效", type: "date",
            value: typed["effective_from"] ?? earliest.text,
            hint: "填今天就是马上生效。轮次机制要到生效日出表时才换。", fault: fault("effective_from"),
            isRequired: true).html)
        \(TextField(
            "note", "为什么改", value: typed["note"] ?? "", fault: fault("note"),
            isRequired: true).html)
        <p class="actions">\(button("看看会改什么", .plain, name: "step", value: "preview"))
        \(button("先试算最近三十天", .plain, name: "step", value: "whatif"))
        \(publish)</p></form>
        """
    }

    private var clauseText: HTML? {
        clause.map { "<section class=\"card\"><p class=\"clause-text\">\($0.text)</p></section>" }
    }

    private var publish: HTML? {
        guard let differences, !differences.isEmpty, faults.isEmpty else { return nil }
        return button("发布为新的一版", .primary, name: "step", value: "publish")
    }

    private var preview: HTML? {
        guard let differences, !differences.isEmpty else { return nil }
        let table = dataTable(
            caption: "会改什么", columns: ["条", "参数", "现在", "改成"].map { Column(title: $0) },
            rows: differences.map { ["\($0.rule)", "\($0.label)", "\($0.before)", "\($0.after)"] })
        return Site.card("会改什么", body: table)
    }

    private var fields: [HTML] {
        PolicyChange.parameters(of: rule).filter { $0.put != nil }.map { parameter in
            let value = typed[parameter.key] ?? parameter.text(policy)
            guard parameter.options.isEmpty else {
                return SelectField(
                    name: parameter.key, label: parameter.label,
                    choices: parameter.options.map { Choice(value: $0.word, label: $0.label) },
                    selected: value, fault: fault(parameter.key), isRequired: true
                ).html
            }
            return TextField(
                parameter.key, parameter.label, value: value, hint: parameter.allowed + "。",
                fault: fault(parameter.key), isRequired: true
            ).html
        }
    }

    private var table: [HTML] {
        guard PolicyChange.hasTable(rule) else { return [] }
        let choices =
            TurnRow.choices.map { Choice(value: $0.word, label: TurnRow.words($0)) }
            + [Choice(value: "null", label: TurnRow.words(nil))]
        return VisitClass.allCases.map { visitClass in
            let name = "class." + visitClass.rawValue
            let row = policy.rotation.turnTable[visitClass]
            return SelectField(
                name: name, label: visitClass.label, choices: choices,
                selected: typed[name] ?? row?.word ?? "null", fault: fault(name), isRequired: true
            ).html
        }
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }
}
