import HouseRules

/// 办事: what the viewer may do, under its headings.
struct MatterListPage: Sendable {
    let matters: [Matter]
    /// The customer whose page led here, to be kept on the way.
    let customer: PersonID?

    var html: HTML {
        let cards = Matter.Group.allCases.compactMap(card)
        return """
            <p><a href="/customers">← 客户</a></p>
            <h1>办事</h1>
            <div class="columns">\(cards)</div>
            """
    }

    private func card(_ group: Matter.Group) -> HTML? {
        let lines: [HTML] = matters.filter { $0.group == group }.map { matter in
            let query = matter.isAboutCustomer ? customer.map { "?customer=\($0)" } : nil
            return """
                <li><a href="\(url: "/matters/\(matter.name)\(query ?? "")")">\(matter.title)</a> \
                <span class="muted">\(matter.hint)</span></li>
                """
        }
        guard !lines.isEmpty else { return nil }
        return Site.card(group.rawValue, body: "<ul class=\"plain\">\(lines)</ul>")
    }
}

/// The form of one matter.
struct MatterPage: Sendable {
    let matter: Matter
    /// The customer whose page led here, and their masked words.
    let customer: (id: PersonID, words: String)?
    let names: StaffDirectory
    let viewer: StaffID
    /// Changes that wait for a signature.
    let changes: [Choice]
    let now: Moment
    let csrf: HTML
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        let fields: [HTML] = matter.fields.map(field)
        return """
            <p><a href="/matters">← 办事</a></p>
            <h1>\(matter.title)</h1>
            \(notice)
            <p>\(matter.hint) <a href="\(url: "/clauses/\(matter.clause)")">\(matter.clause)</a></p>
            <form method="post" action="\(url: "/matters/\(matter.name)")" class="form card" \
            data-draft>\(csrf)<input type="hidden" name="id" value="\(decisionID)">
            \(fields)<p class="actions">\(button("提交", .primary))</p></form>
            """
    }

    private func field(_ field: MatterField) -> HTML {
        switch field {
        case .customer: subject
        case .other(let label): phone("other", label)
        case .numbers(let label): TextArea(name: "numbers", label: label, maxLength: 2000).html
        case .staff(let name, let label, let isSelf, let isRequired):
            SelectField(
                name: name, label: label, choices: names.consultants,
                selected: isSelf ? viewer.rawValue : nil, isRequired: isRequired).html
        case .colleagues(let label): boxes("people", label, names.consultants)
        case .choice(let name, let label, let choices):
            SelectField(name: name, label: label, choices: choices, isRequired: true).html
        case .choices(let name, let label, let choices): boxes(name, label, choices)
        case .day(let name, let label):
            TextField(name, label, type: "date", value: now.day.text, isRequired: true).html
        case .moment(let name, let label):
            TextField(
                name, label, type: "datetime-local", value: now.localText, isRequired: true).html
        case .flag(let name, let label):
            """
            <label class="check"><input type="checkbox" name="\(name)" value="1"> \(label)</label>
            """
        case .word(let name, let label):
            TextField(name, label, isRequired: true, maxLength: 40).html
        case .note(let label):
            TextArea(name: "note", label: label, isRequired: true, maxLength: 500).html
        case .change:
            SelectField(name: "change", label: "哪一张申请", choices: changes, isRequired: true).html
        }
    }

    private var subject: HTML {
        guard let customer else { return phone("phone", "客户的电话") }
        return """
            <p>客户：<strong>\(customer.words)</strong></p>
            <input type="hidden" name="customer" value="\(customer.id.rawValue)">
            """
    }

    private func phone(_ name: String, _ label: String) -> HTML {
        TextField(
            name, label, type: "tel", hint: "登记过的完整号码。", isRequired: true, inputMode: "tel",
            maxLength: 40
        ).html
    }

    private func boxes(_ name: String, _ label: String, _ choices: [Choice]) -> HTML {
        let lines: [HTML] = choices.map {
            """
            <label class="check"><input type="checkbox" name="\(name)" value="\($0.value)"> \
            \($0.label)</label>
            """
        }
        return "<fieldset class=\"field\"><legend>\(label)</legend>\(lines)</fieldset>"
    }
}
