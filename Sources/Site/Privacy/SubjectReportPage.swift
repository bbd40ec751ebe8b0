import HouseRules

/// Everything held about one person, to print and to hand over.
struct SubjectReportPage: Sendable {
    let report: SubjectReport
    let person: PersonID

    var html: HTML {
        let sections: [HTML] = report.sections.map(section)
        return """
            <article class="card slip"><h1>个人信息查询</h1>
            <p class="muted">\(report.site)，\(report.madeBy) \(report.madeAt) 出具。\
            用途：\(report.reason)。</p>
            \(sections)</article>
            <p class="actions no-print">\(linkButton(
                "回到客户的隐私", to: "/privacy/people/\(percentEncode(person.rawValue))", .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可。</span></p>
            """
    }

    private func section(_ section: SubjectReport.Section) -> HTML {
        guard !section.lines.isEmpty else { return "<h2>\(section.title)</h2><p>没有。</p>" }
        let lines: [HTML] = section.lines.map {
            "<li><span class=\"muted\">\($0.at)</span> \($0.text)</li>"
        }
        return "<h2>\(section.title)</h2><ul class=\"plain\">\(lines)</ul>"
    }
}

/// Asks for the report, with a reason, as a page or as a file.
struct SubjectReportForm: Sendable {
    let person: PersonID
    let csrf: HTML

    var html: HTML {
        let path = "/privacy/people/\(percentEncode(person.rawValue))/report"
        return card(
            "个人信息查询",
            body: """
                <p class="muted">本人来问“你们存了我什么”时用。会显示姓名、号码和写过的话，所以算看过一次。</p>
                <form method="post" class="form" action="\(url: path)">\(csrf)
                \(TextField(
                    "reason", "为什么要出", hint: "例如：本人到案场书面要求。", isRequired: true,
                    suffix: "-r").html)
                <p class="actions">\(button("看和打印", .primary, name: "form", value: "page"))
                \(button("Excel 文件", .plain, name: "form", value: "xlsx"))
                \(button("JSON 文件", .plain, name: "form", value: "json"))</p></form>
                """)
    }
}
