import HouseRules

/// 同意: what a customer agreed to, and a form for the next change.
struct ConsentCard: Sendable {
    let person: PersonID
    /// Every change, the newest first.
    let changes: [ConsentChange]
    let texts: [ConsentText]
    let names: StaffDirectory
    let csrf: HTML
    let decisionID: String

    var html: HTML {
        let states: [HTML] = ConsentPurpose.allCases.map(state)
        return card("同意", body: "<ul class=\"plain\">\(states)</ul>\(form)")
    }

    private func state(_ purpose: ConsentPurpose) -> HTML {
        guard let last = changes.first(where: { $0.purpose == purpose }) else {
            return "<li>\(purpose.label) \(badge("没有问过", .off))</li>"
        }
        let mark = last.isGiven ? badge("同意", .good) : badge("已撤回", .stop)
        return """
            <li>\(purpose.label) \(mark) <span class="muted">\(last.at.day.fullWords)，\
            \(last.way.label)，\(names.name(last.staff)) 登记</span></li>
            """
    }

    private var form: HTML {
        let shown: [HTML] = texts.map {
            """
            <p><strong>\($0.purpose.label)</strong>：\($0.text)</p>\
            <input type="hidden" name="text-\($0.purpose.rawValue)" value="\($0.hash)">
            """
        }
        return """
            <details class="more"><summary>登记同意或撤回</summary>
            <form method="post" class="form" \
            action="\(url: "/customers/\(percentEncode(person.rawValue))/consents")">\(csrf)\
            <input type="hidden" name="id" value="\(decisionID)-k">\(shown)
            \(Self.fields)
            <p class="actions">\(button("登记", .primary))</p></form></details>
            """
    }

    /// The same for everybody, and drawn once.
    private static let fields: HTML = {
        let purposes = ConsentPurpose.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        let ways = ConsentWay.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        return """
            \(SelectField(
                name: "purpose", label: "哪一项", choices: purposes, isRequired: true).html)
            \(ChoiceChips(
                name: "given", label: "客户说", choices: [
                    Choice(value: "1", label: "同意"), Choice(value: "0", label: "撤回"),
                ], isRequired: true).html)
            \(SelectField(
                name: "how", label: "怎么说的", choices: ways,
                hint: "同意前请先把上面那一段给客户看或念一遍。", isRequired: true).html)
            """
    }()
}

/// The words that customers are shown, to read and to change.
struct ConsentTextPage: Sendable {
    let texts: [ConsentText]
    let csrf: HTML

    var html: HTML {
        let cards: [HTML] = texts.map { text in
            let area = TextArea(
                name: "text", label: "给客户看的话", value: text.text,
                hint: "改了就是新的一版，先前同意过的人仍以当时那一版为准。", isRequired: true,
                maxLength: 500, suffix: "-" + text.purpose.rawValue)
            return card(
                text.purpose.label,
                aside: badge(text.version == 0 ? "通用文本" : "第 \(text.version) 版", .calm),
                body: """
                    <form method="post" class="form" \
                    action="/privacy/texts/\(text.purpose.rawValue)">\(csrf)\(area.html)
                    <p class="actions">\(button("保存新的一版", .plain))</p></form>
                    """)
        }
        return """
            <p><a href="/privacy">← 隐私</a></p><h1>同意的文本</h1>
            <div class="stack">\(cards)</div>
            """
    }
}
