import HouseRules

/// Keeping the line: the order, whoever has it, and calls that rang too long (REC-54, REC-55).
extension PhonePage {
    var keeping: HTML { "\(orderForms)\(rungCard)\(handCard)" }

    private var orderForms: HTML? {
        guard !order.isEmpty, !isIssued || !isConfirmed else { return nil }
        let (label, value, words) =
            isIssued
            ? ("确认电话次序", "confirm", "次序已生效，等值班人员确认。")
            : ("早会结束，次序生效", "meeting", "现在还是草表。")
        return Site.card(
            "电话次序", aside: badge(isIssued ? "待确认" : "草表", .warn),
            body: """
                <p>\(words)</p>
                <form method="post" action="/line/order">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-o">
                \(button(label, .plain, name: "step", value: value))</form>
                """)
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }

    private var rungCard: HTML {
        let rings = TextField(
            "rings", "响了几声", type: "number", value: typed["rings"] ?? "",
            hint: "三声以内接起不算漏接；没人接就不选人。", fault: fault("rings"),
            isRequired: true, inputMode: "numeric")
        let who = SelectField(
            name: "staff", label: "最后谁接起", choices: consultants,
            selected: typed["rings"] == nil ? nil : typed["staff"], suffix: "-rung")
        return Site.card(
            "响得久或漏接",
            body: """
                <details class="more"\(flag: "open", fault("rings") != nil)>\
                <summary>记一次响铃</summary>
                <form method="post" action="/line/rung" class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-r">\(rings.html)\(who.html)
                \(button("记下", .plain))</form></details>
                """)
    }

    private var handCard: HTML {
        let now: [HTML] = handed.map { "<li>\($0.from) 已交给 \($0.to)</li>" }
        let list: HTML? = now.isEmpty ? nil : "<ul>\(now)</ul>"
        let from = SelectField(
            name: "from", label: "谁离开", choices: consultants, selected: typed["from"],
            fault: fault("from"), isRequired: true, suffix: "-hand")
        let to = SelectField(
            name: "to", label: "交给谁", choices: consultants, selected: typed["to"],
            isRequired: true, suffix: "-hand")
        return Site.card(
            "电话岗交接",
            body: """
                \(list)<details class="more"\(flag: "open", fault("from") != nil)>\
                <summary>交接电话岗</summary>
                <form method="post" action="/line/hand" class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-h">\(from.html)\(to.html)
                \(button("交接", .plain))</form></details>
                """)
    }

    var recentCard: HTML? {
        guard !recent.isEmpty else { return nil }
        let table = dataTable(
            caption: "今天的来电",
            columns: ["来电", "谁接", "登记", "短信", "办理"].map { Column(title: $0) },
            rows: recent.map { call in
                [
                    "\(call.row.at.clockWords)", "\(call.answerer)",
                    call.row.status == .ended
                        ? call.row.entryBadge
                        : badge(
                            call.row.status == .talking ? "通话中" : "待回拨", .busy),
                    call.row.textBadge ?? "—",
                    "<a href=\"\(url: "/calls/\(call.row.call)")\">登记</a>",
                ]
            })
        return Site.card("今天的来电", body: table)
    }
}
