import HouseRules

/// 预约: who is expected when, and by whom they are received (REC-38, REC-40).
struct AppointmentPage: Sendable {
    /// A customer who is expected.
    struct Line: Sendable {
        let at: String
        let customer: String
        let staff: String
        let substitute: String?
        let isAbsent: Bool
        let isReminded: Bool
        let milliseconds: Int64
    }

    let csrf: HTML
    let decisionID: String
    let consultants: [Choice]
    /// The consultant who looks, for whom the form is filled in beforehand.
    let own: String?
    let today: String
    let needsSubstitute: Bool
    let needsUniform: Bool
    var lines: [Line] = []
    var notice: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <div class="page-head"><h1>预约</h1></div>
        \(notice)
        <div class="columns"><div>\(list)</div>
        <div class="side no-print">\(form)\(restDay)</div></div>
        """
    }

    private var list: HTML {
        guard !lines.isEmpty else {
            return Site.card(
                "约好要来的客户",
                body: emptyState("还没有预约", "登记以后到点会提醒；客户来了按约好的顾问派，顾问不在由顶替人接。"))
        }
        let rows: [[HTML]] = lines.map { line in
            let state =
                line.isReminded ? badge("已提醒", .calm) : badge("等着", .off, icon: .clock)
            let substitute: HTML =
                line.substitute.map { "\($0)" } ?? (line.isAbsent ? "没有" : "—")
            return [
                "\(line.at) \(countdown(to: line.milliseconds, fallback: ""))", "\(line.customer)",
                "\(line.staff)", substitute, state,
            ]
        }
        return Site.card(
            "约好要来的客户",
            body: dataTable(
                caption: "约好要来的客户",
                columns: ["时刻", "客户", "顾问", "顶替人", "提醒"].map { Column(title: $0) }, rows: rows))
    }

    private var form: HTML {
        let substitute = SelectField(
            name: "substitute", label: "顶替人", choices: consultants,
            selected: typed["substitute"],
            hint: needsSubstitute ? "那天不在岗就一定要安排。" : "那天不在岗可以安排。",
            fault: fault("substitute"))
        return Site.card(
            "登记预约",
            body: """
                <form method="post" action="/appointments" class="form" data-draft="appointment">
                \(csrf)<input type="hidden" name="id" value="\(decisionID)">
                \(staffField("staff", "约客户的顾问", ""))
                \(when)
                \(customer(""))
                <label class="check"><input type="checkbox" name="absent" value="1"\
                \(flag: "checked", typed["absent"] == "1")> 那天轮休或请假，不在岗</label>
                \(substitute.html)
                <p class="actions">\(button("登记预约", .primary, icon: .today))
                <a class="clause-id" href="/clauses/REC-38">REC-38</a></p></form>
                """)
    }

    private var when: HTML {
        let day = TextField(
            "day", "哪天", type: "date", value: typed["day"] ?? today, fault: fault("day"),
            isRequired: true)
        let time = TextField(
            "time", "几点", type: "time", value: typed["time"] ?? "", fault: fault("time"),
            isRequired: true)
        return "<div class=\"form-row\">\(day.html)\(time.html)</div>"
    }

    private func customer(_ suffix: String) -> HTML {
        let phone = TextField(
            "phone", "客户手机", type: "tel", value: suffix.isEmpty ? typed["phone"] ?? "" : "",
            fault: suffix.isEmpty ? fault("phone") : nil, isRequired: true, inputMode: "tel",
            maxLength: 20, suffix: suffix)
        let name = TextField(
            "name", "客户称呼", value: suffix.isEmpty ? typed["name"] ?? "" : "",
            hint: "只存加密的。", fault: suffix.isEmpty ? fault("name") : nil, maxLength: 40,
            suffix: suffix)
        return "<div class=\"form-row\">\(phone.html)\(suffix.isEmpty ? name.html : "")</div>"
    }

    private func staffField(_ name: String, _ label: String, _ suffix: String) -> HTML {
        SelectField(
            name: name, label: label, choices: consultants,
            selected: typed[name] ?? own, isRequired: true, suffix: suffix
        ).html
    }

    /// Own customers may be met on a day of rest (REC-40).
    private var restDay: HTML {
        let uniform: HTML? =
            needsUniform
            ? """
            <label class="check"><input type="checkbox" name="uniform" value="1"> \
            穿了工装</label>
            """ : nil
        return Site.card(
            "轮休日会自己的老客户",
            body: """
                <form method="post" action="/appointments/rest-day" class="form">
                \(csrf)<input type="hidden" name="id" value="\(decisionID)-rest">
                \(staffField("staff", "轮休的顾问", "-rest"))\(customer("-rest"))\(uniform)
                <p class="actions">\(button("登记会客", .plain))
                <a class="clause-id" href="/clauses/REC-40">REC-40</a></p></form>
                """)
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }
}
