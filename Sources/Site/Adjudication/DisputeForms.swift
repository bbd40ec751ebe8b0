import HouseRules

/// A quarrel with the steps that come next.
struct DisputeForms: Sendable {
    let dispute: DisputeFile
    let names: StaffDirectory
    let mayRule: Bool
    let csrf: HTML
    let decisionID: String
    /// The page to come back to.
    let back: String

    var html: HTML {
        Site.card(
            "争议 \(dispute.slip.rawValue)",
            aside: badge(dispute.state.label, dispute.state.isOpen ? .warn : .good),
            body: """
                <p>当事人：\(dispute.parties.map { names.name($0) }.listed)。</p>
                <p>\(dispute.note)</p>\(forms)
                """)
    }

    private var forms: HTML? {
        switch dispute.state {
        case .filed: mayRule ? "\(step("negotiate", "开始协商"))\(agree)\(escalate)" : nil
        case .negotiating: mayRule ? "\(agree)\(escalate)" : nil
        case .escalated, .appealed: mayRule ? award : nil
        case .ruled: appeal
        case .settled: nil
        }
    }

    private func step(_ name: String, _ label: String, _ fields: HTML? = nil) -> HTML {
        let action = "/adjudications/disputes/\(percentEncode(dispute.slip.rawValue))/\(name)"
        let mark = "\(decisionID)-\(name)"
        return """
            <details class="more"><summary>\(label)</summary>
            <form method="post" class="form" action="\(url: action)">\(csrf)
            <input type="hidden" name="id" value="\(mark)">
            <input type="hidden" name="back" value="\(back)">\(fields)
            \(note(name))\(button(label, .primary))</form></details>
            """
    }

    private func note(_ name: String) -> HTML {
        TextArea(
            name: "note", label: name == "award" ? "为什么这样分" : "说明", isRequired: true,
            maxLength: 500, suffix: "-\(name)-\(dispute.slip.rawValue)"
        ).html
    }

    private var escalate: HTML { step("escalate", "谈不拢，上交裁决") }

    private var agree: HTML { step("agree", "协商一致", shares("agree")) }

    private var award: HTML {
        let rules = TextArea(
            name: "inapplicable", label: "哪些规则都不适用", isRequired: true, maxLength: 500,
            suffix: "-" + dispute.slip.rawValue)
        return step("award", "裁决", "\(shares("award"))\(rules.html)")
    }

    private var appeal: HTML? {
        guard let until = dispute.rulings.last?.appealUntil else { return nil }
        let who = SelectField(
            name: "staff", label: "谁申诉",
            choices: dispute.parties.map { Choice(value: $0.rawValue, label: names.name($0)) },
            hint: "\(until.words) 前可以申诉一次。", isRequired: true,
            suffix: "-" + dispute.slip.rawValue)
        return step("appeal", "申诉", who.html)
    }

    /// One field for each consultant, in percent.
    private func shares(_ name: String) -> HTML {
        let fields: [HTML] = names.consultants.map { choice in
            TextField(
                "share-" + choice.value, choice.label + "（%）", inputMode: "decimal",
                maxLength: 6, suffix: "-\(name)-\(dispute.slip.rawValue)"
            ).html
        }
        return "<p class=\"hint\">两个账同样分，合计 100。不分的人不填。</p>\(fields)"
    }
}
