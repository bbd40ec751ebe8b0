import HouseRules

/// 合同范本: the versions that are here, what may stand in them, and the form for a new one.
struct TemplatePage: Sendable {
    let templates: [ContractTemplate]
    let names: StaffDirectory
    let today: BusinessDay
    let mayKeep: Bool
    let typed: FormFields
    let faults: [Problem.Field]
    let trial: TemplateReading?
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <p><a href="/sales">← 订单</a></p>
        <h1>合同范本</h1>
        \(told)\(trialCard)
        <div class="columns"><div>\(list)\(known)</div>
        <div class="side">\(mayKeep ? form : nil)</div></div>
        """
    }

    // MARK: What is here

    private var list: HTML {
        guard !templates.isEmpty else {
            return emptyState("还没有合同范本", "权证专员或经理上传以后，起草合同就从这里选版本，订单页可以直接生成合同。")
        }
        let rows = templates.enumerated().map { place, template -> [HTML] in
            let path = "/templates/\(percentEncode(template.version))"
            return [
                """
                \(template.version)<br><a href="\(url: path + "/file")" download>下载</a>\
                \(mayKeep && template.retiredAt == nil ? retire(path, place) : nil)
                """,
                "\(template.since.words)",
                badgeOf(template),
                """
                <details><summary>\(template.fields.count) 处</summary>\
                \(Self.places(template.fields))</details>
                """,
                """
                \(names.name(template.staff)) \(template.at.words)<br>\
                <span class="muted">SHA-256 \(template.hash.prefix(16))…</span>
                """,
            ]
        }
        return Site.card(
            "上传过的范本",
            body: dataTable(
                caption: "合同范本",
                columns: [
                    Column(title: "版本"), Column(title: "起用", isLabelled: true),
                    Column(title: "状态", isLabelled: true),
                    Column(title: "要填的地方", isLabelled: true),
                    Column(title: "经手", isLabelled: true),
                ], rows: rows))
    }

    /// As they are written in a template.
    private static func places(_ names: [String]) -> String {
        names.map { "{{\($0)}}" }.joined(separator: " ")
    }

    private func badgeOf(_ template: ContractTemplate) -> HTML {
        if let at = template.retiredAt { return badge("\(at.day.words)停用", .off) }
        return template.isInForce(on: today) ? badge("正在用", .good) : badge("还没起用", .calm)
    }

    private func retire(_ path: String, _ place: Int) -> HTML {
        """
        <form method="post" class="inline" action="\(url: path + "/retirement")">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-r\(place)">\
        \(button("停用", .danger))</form>
        """
    }

    // MARK: What may stand in a template

    private var known: HTML {
        let rows: [[HTML]] = ContractField.allCases.map { ["\($0.place)", "\($0.meaning)"] }
        let repeated: [[HTML]] = ContractRows.allCases.flatMap { part in
            part.places.map {
                ["\(Self.places([$0.name]))", "\($0.meaning)（在\(part.rawValue)里）"]
            }
        }
        let columns = [Column(title: "写法"), Column(title: "填进什么", isLabelled: true)]
        let words = ContractRows.allCases.map { "{{#\($0.rawValue)}} … {{/\($0.rawValue)}}" }
        return Site.card(
            "范本里能写什么",
            aside: linkButton("下载一份样子", to: "/templates/sample.docx", .quiet),
            body: """
                <p>在 Word 里照下面的写法写进正文、表格、页眉或页脚，字体、颜色照写的样子印。没有内容的印成一条横线，留着手写。</p>
                \(dataTable(caption: "能填的地方", columns: columns, rows: rows))
                <p>要重复的写成 \(words.listed)：放在表格的一行里，这一行每期一行；单独成段，夹在中间的几段每期一遍。</p>
                \(dataTable(caption: "重复里能填的地方", columns: columns, rows: repeated))
                <p class="hint">PDF 表单（AcroForm）不能作范本，请用 Word 文件；合同可以下载成 PDF。</p>
                """)
    }

    // MARK: A new one

    private var trialCard: HTML? {
        guard let trial else { return nil }
        let unknown: [HTML] = trial.unknown.map { "<li>不认识：\(Self.places([$0]))</li>" }
        let others: [HTML] = trial.faults.map { "<li>\($0)</li>" }
        let found = Self.places(trial.found)
        guard trial.isSound else {
            let count = unknown.count + others.count
            return """
                \(notice(
                    .stop, title: count == 0 ? "没有要填的地方" : "有 \(count) 处要改",
                    text: count == 0
                        ? "范本里一个 {{…}} 也没有找到，没有收下。写法见下面的表。"
                        : "没有收下。请在 Word 里改好再传；写法见下面的表。"))
                \(count == 0 ? nil : Site.card("要改的地方", body: "<ul>\(unknown)\(others)</ul>"))
                \(found.isEmpty ? nil : Site.card("认得的", body: "<p>\(found)</p>"))
                """
        }
        return """
            \(notice(
                .good, title: "试读通过",
                text: "找到 \(trial.found.count) 处，都认得；再选一次文件，按“收下”。"))
            \(Site.card("找到的", body: "<p>\(found)</p>"))
            """
    }

    private var form: HTML {
        let fault: HTML? = faults.sentence(of: "file").map {
            "<p class=\"fault\" id=\"field-file-fault\">\(Icon.warning.html)\($0)</p>"
        }
        let invalid: HTML? = fault.map { _ in " aria-invalid=\"true\"" }
        let described = fault == nil ? "field-file-hint" : "field-file-hint field-file-fault"
        return Site.card(
            "上传一个版本",
            body: """
                <form method="post" action="/templates" class="form" enctype="multipart/form-data" \
                data-act="template">\(csrf)<input type="hidden" name="id" value="\(decisionID)-k">
                \(TextField(
                    "version", "版本号", value: typed.text("version") ?? "",
                    hint: "比如“商品房合同 2025 版”。同一个版本号不能换文件。",
                    fault: faults.sentence(of: "version"), isRequired: true, maxLength: 20).html)
                \(TextField(
                    "since", "从哪天起用", type: "date", value: typed.text("since") ?? today.text,
                    fault: faults.sentence(of: "since"), isRequired: true).html)
                <div class="field"><label for="field-file">范本文件</label>
                <input type="file" id="field-file" name="file" required accept=".docx" \
                aria-describedby="\(described)"\(invalid)>
                <p class="hint" id="field-file-hint">Word 的 .docx，最大 10 MB，不能有宏。</p>\(fault)</div>
                <p class="actions">\(button("试读", .plain, name: "mode", value: "trial"))
                \(button("收下", .primary, name: "mode", value: "keep"))</p></form>
                """)
    }
}
