import HouseRules

/// The text after a first call as the form sends it (REC-60).
struct CallText: Sendable {
    let values: [String: String]
    let kept: PrivateText

    init(form: FormFields, site: String, consultant: String, customer: String) {
        values = [
            "site": site, "consultant": consultant, "customer": customer,
            "address": form.text("address") ?? "", "route": form.text("route") ?? "",
            "phone": form.text("consultant_phone") ?? "",
        ]
        var kept = PrivateText()
        kept.text = form.text("address")
        kept.note = form.text("route")
        kept.result = form.text("consultant_phone")
        self.kept = kept
    }

    /// What the text contains, as far as the form gives it.
    var elements: [TextElement] {
        TextElement.allCases.filter { element in
            switch element {
            case .address: values["address"]?.isEmpty == false
            case .route: values["route"]?.isEmpty == false
            case .consultantPhone: values["phone"]?.isEmpty == false
            case .salutation: values["customer"]?.isEmpty == false
            case .consultantName, .thanks, .invite: true
            }
        }
    }

    /// The words that hold what the house wants told.
    func template(_ needed: [TextElement]) -> SMSTemplate {
        let name = needed.contains(.consultantPhone) ? "call_greeting" : "call_address"
        return SMSTemplate.named(name) ?? SMSTemplate.all[0]
    }
}

/// The form beside a call: what is to be texted and until when.
struct CallTextForm: Sendable {
    let row: CallRegisterRow
    let csrf: HTML
    let id: String
    let needed: [TextElement]
    /// What was sent last time, so that it need not be typed again.
    let kept: PrivateText?
    let hasNumber: Bool
    /// What was typed into a form that came back, and what is wrong with it.
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML? {
        guard let status = row.text else { return nil }
        return Site.card(
            "来电短信", aside: badge(status.label, status.tone),
            body: "\(clock)\(status == .pending || isOpenLate ? form : nil)")
    }

    private var isOpenLate: Bool {
        (row.text == .late || row.text == .missing) && row.textSent == nil
    }

    private var clock: HTML {
        if let sent = row.textSent { return "<p>\(sent.words) 已交给短信通道。</p>" }
        guard let end = row.textDue ?? row.textCloses else { return "" }
        return """
            <p>\(countdown(to: end.milliseconds, fallback: end.words))\
            （\(end.words)\(row.textDue == nil ? "前当天发出" : "前发出才算及时")）</p>
            """
    }

    private var form: HTML {
        guard hasNumber else {
            return "<p class=\"muted\">先在登记里填客户称呼和手机，再发短信。</p>\(decline)"
        }
        var fields: [HTML] = []
        if needed.contains(.address) {
            fields.append(field("address", "项目地址", kept?.text))
        }
        if needed.contains(.route) { fields.append(field("route", "交通", kept?.note)) }
        if needed.contains(.consultantPhone) {
            fields.append(field("consultant_phone", "顾问电话", kept?.result))
        }
        return """
            <form method="post" action="\(url: "/calls/\(row.call)/text")" class="form">\(csrf)
            <input type="hidden" name="id" value="\(id)">\(fields)
            <p class="actions">\(button("套模板发出", .primary, icon: .message))</p></form>
            \(decline)
            """
    }

    private func field(_ name: String, _ label: String, _ value: String?) -> HTML {
        TextField(
            name, label, value: typed[name] ?? value ?? "",
            fault: faults.sentence(of: name), isRequired: true, maxLength: 120
        ).html
    }

    private var decline: HTML {
        """
        <form method="post" action="\(url: "/calls/\(row.call)/text")">\(csrf)
        <input type="hidden" name="id" value="\(id)-n">
        \(button("客户拒收短信", .quiet, name: "answer", value: "declined"))</form>
        """
    }
}
