import HouseRules

/// What waits for a decision about customers and deals, everything on one screen.
struct AdjudicationInbox: Sendable {
    let disputes: [DisputeFile]
    let names: StaffDirectory
    let mayRule: Bool
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <h1>归属争议</h1>
        \(told)
        <p class="actions">\(linkButton("成交登记", to: "/deals", .quiet))</p>
        \(list)
        """
    }

    private var list: HTML {
        guard !disputes.isEmpty else {
            return emptyState("没有等着裁的争议", "两个人各有凭据、结果不同的单，会自己转到这里。")
        }
        return "\(disputes.enumerated().map { card($0.element, $0.offset) })"
    }

    private func card(_ dispute: DisputeFile, _ index: Int) -> HTML {
        let forms = DisputeForms(
            dispute: dispute, names: names, mayRule: mayRule, csrf: csrf,
            decisionID: "\(decisionID)-\(index)", back: "/adjudications"
        ).html
        guard case .deal(let deal) = dispute.matter else { return forms }
        let path = "/adjudications/\(percentEncode(deal.rawValue))"
        return "\(forms)<p class=\"actions\">\(linkButton("看判客单", to: path, .quiet))</p>"
    }
}

/// Deals of the last weeks, and the form for a new one.
struct DealPage: Sendable {
    let files: [DealFile]
    let names: StaffDirectory
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <h1>成交登记</h1>
        \(told)
        <div class="columns"><div>\(table)</div><div class="side">\(form)</div></div>
        """
    }

    private var table: HTML {
        guard !files.isEmpty else { return emptyState("近两个月没有成交", "登记后在这里看份额。") }
        return dataTable(
            caption: "近两个月的成交",
            columns: ["编号", "签约", "谁下的单", "业绩", "提成", "状态"].map { Column(title: $0) },
            rows: files.map { file in
                let id = file.deal.deal.rawValue
                let shares = file.current?.shares
                return [
                    "<a href=\"\(url: "/adjudications/\(percentEncode(id))")\">\(id)</a>",
                    "\(file.deal.at.words)", "\(names.name(file.deal.staff))",
                    "\(shares?.words(.performance, names.name) ?? "")",
                    "\(shares?.words(.commission, names.name) ?? "")",
                    file.ended != nil
                        ? badge("不再有效", .off)
                        : file.isContested
                            ? badge("待裁决", .warn)
                            : file.paidAt == nil ? badge("未发放", .calm) : badge("已发放", .good),
                ]
            })
    }

    private var form: HTML {
        let phone = TextField(
            "phone", "买房人电话", type: "tel", isRequired: true, inputMode: "tel", maxLength: 20)
        let staff = SelectField(
            name: "staff", label: "谁下的单", choices: names.consultants, isRequired: true)
        let owner = SelectField(
            name: "owner", label: "替谁接的", choices: names.consultants,
            hint: "代接促成的才填，业绩归原顾问。")
        return Site.card(
            "登记一单",
            body: """
                <form method="post" action="/deals" class="form" data-draft="deal">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">
                \(TextField("deal", "成交单编号", isRequired: true, maxLength: 40).html)
                \(phone.html)
                \(TextField("name", "买房人姓名", maxLength: 40).html)\(staff.html)
                \(TextField("signed", "签约时刻", type: "datetime-local", hint: "不填按现在。").html)
                \(TextField("price", "成交价（元）", inputMode: "decimal", maxLength: 12).html)
                \(TextField("commission", "提成（元）", inputMode: "decimal", maxLength: 12).html)
                \(owner.html)\(button("登记成交", .primary))</form>
                """)
    }
}
