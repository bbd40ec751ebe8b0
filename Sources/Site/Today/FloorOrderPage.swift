import HouseRules

/// The form of one order of management.
struct FloorOrderPage: Sendable {
    let order: FloorOrder
    let people: [Choice]
    let visits: [Choice]
    /// What an adjustment may do: where turns are ticked off, nothing is owed (REC-06).
    let effects: [TurnEffect]
    let csrf: HTML
    let decisionID: String
    var told: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <h1>\(order.label)</h1>
        \(told)
        <section class="card"><p class="muted">\
        <a class="clause-id" href="\(url: "/clauses/" + order.clause)">\(order.clause)</a> \
        \(order.hint)</p>
        <form method="post" class="form" data-draft="order-\(order.rawValue)" \
        action="\(url: "/orders/" + order.rawValue)">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)">\(fields)
        <p class="actions">\(button(order.verb, order.style))
        \(linkButton("回到今日", to: "/today", .quiet))</p></form></section>
        """
    }

    private var fields: HTML {
        switch order {
        case .cover, .proof: "\(visit)"
        case .recall: "\(staff("staff", "召回谁"))"
        case .errand:
            """
            \(staff("staff", "派谁去"))
            \(text("until", "到几点", type: "time", hint: "今天之内。"))
            \(text("note", "事由"))
            """
        case .suspension:
            """
            \(staff("staff", "停接谁"))
            \(chips("misconduct", "何事", Misconduct.allCases.map {
                Choice(value: $0.rawValue, label: $0.label)
            }))
            \(text("incident", "事件", hint: "给这件事起个短名，例如“6月2日拒接”；同一件事只停一次。"))
            \(area("facts", "事实", hint: "何时、何地、做了什么、谁看见；停接单上要印。"))
            """
        case .adjustment:
            """
            \(staff("staff", "谁"))
            \(chips("effect", "哪一种", effects.map {
                Choice(value: $0.rawValue, label: $0 == .returned ? "退还一轮" : "记补轮")
            }))
            \(area("note", "原因"))
            """
        case .change:
            """
            \(visit)\(staff("staff", "换成谁"))
            \(chips("cause", "原因", ChangeCause.allCases.map {
                Choice(value: $0.rawValue, label: $0.label)
            }))
            \(area("note", "说明"))
            """
        case .offsite:
            """
            \(staff("staff", "当事人"))
            \(text("customer", "客户称呼", hint: "知道才填，只存加密的。", isRequired: false))
            \(text("phone", "客户手机", type: "tel", isRequired: false))
            \(staff("to", "客户交给谁", isRequired: false))
            \(area("note", "查实的经过"))
            """
        case .tourOrder:
            """
            \(visit)\(text("assigner", "开发商哪一位指派的", hint: "姓名只存加密的。"))
            \(text("group", "团名"))\(text("size", "人数", type: "number"))
            """
        }
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }

    private var visit: HTML {
        SelectField(
            name: "visit", label: "哪一组", choices: visits, selected: typed["visit"],
            hint: visits.isEmpty ? "现在没有可选的来访。" : nil, fault: fault("visit"),
            isRequired: true
        ).html
    }

    private func staff(_ name: String, _ label: String, isRequired: Bool = true) -> HTML {
        SelectField(
            name: name, label: label, choices: people, selected: typed[name], fault: fault(name),
            isRequired: isRequired
        ).html
    }

    private func text(
        _ name: String, _ label: String, type: String = "text", hint: String? = nil,
        isRequired: Bool = true
    ) -> HTML {
        TextField(
            name, label, type: type, value: typed[name] ?? "", hint: hint, fault: fault(name),
            isRequired: isRequired, inputMode: type == "number" ? "numeric" : nil
        ).html
    }

    private func area(_ name: String, _ label: String, hint: String? = nil) -> HTML {
        TextArea(
            name: name, label: label, value: typed[name] ?? "", hint: hint, fault: fault(name),
            isRequired: true, maxLength: 500
        ).html
    }

    private func chips(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
        ChoiceChips(
            name: name, label: label, choices: choices, selected: typed[name], fault: fault(name),
            isRequired: true
        ).html
    }
}
