import Testing

@testable import Site

@Suite struct `Parts of forms` {
    /// A component with or without hint and fault.
    typealias Made = @Sendable (_ hint: String?, _ fault: String?, _ isRequired: Bool) -> String

    static let kinds: [(name: String, make: Made)] = [
        (
            "text field",
            { TextField("f", "标<签", hint: $0, fault: $1, isRequired: $2).html.string }
        ),
        (
            "text area",
            {
                TextArea(name: "f", label: "标<签", hint: $0, fault: $1, isRequired: $2).html.string
            }
        ),
        (
            "select field",
            {
                SelectField(
                    name: "f", label: "标<签", choices: [Choice(value: "a", label: "甲")], hint: $0,
                    fault: $1, isRequired: $2
                ).html.string
            }
        ),
    ]

    @Test(arguments: 0..<3) func `the label belongs to its input`(index: Int) {
        let html = Self.kinds[index].make(nil, nil, true)
        #expect(html.contains("<label for=\"field-f\">标&lt;签</label>"))
        #expect(html.contains(" id=\"field-f\" name=\"f\" required"))
        #expect(!html.contains("aria-describedby") && !html.contains("aria-invalid"))
    }

    @Test(arguments: 0..<3) func `what may be left out says so`(index: Int) {
        let html = Self.kinds[index].make(nil, nil, false)
        #expect(html.contains("（可不填）") && !html.contains(" required"))
    }

    @Test(arguments: 0..<3) func `hint and fault are tied to the input`(index: Int) {
        let make = Self.kinds[index].make
        let both = make("提<示", "错<了", false)
        #expect(both.contains("aria-describedby=\"field-f-hint field-f-fault\""))
        #expect(both.contains("aria-invalid=\"true\""))
        #expect(both.contains("id=\"field-f-hint\">提&lt;示</p>"))
        #expect(both.contains("id=\"field-f-fault\"><svg") && both.contains("错&lt;了</p>"))
        let hint = make("提示", nil, false)
        #expect(hint.contains("aria-describedby=\"field-f-hint\""))
        #expect(!hint.contains("aria-invalid"))
        #expect(make(nil, "错", false).contains("aria-describedby=\"field-f-fault\""))
    }

    @Test func `a text field has its kind, its value and its length`() {
        let html = TextField(
            "phone", "手机", type: "tel", value: "\"><script>", autocomplete: "tel",
            inputMode: "numeric", maxLength: 20
        ).html.string
        #expect(html.contains("<input type=\"tel\" id=\"field-phone\""))
        #expect(html.contains(" value=\"&quot;&gt;&lt;script&gt;\""))
        #expect(html.contains("autocomplete=\"tel\" maxlength=\"20\" inputmode=\"numeric\">"))
        let plain = TextField("a", "b").html.string
        #expect(plain.contains("type=\"text\"") && plain.contains("maxlength=\"200\">"))
        #expect(plain.contains("autocomplete=\"off\""))
    }

    @Test func `a text area keeps its first line break and escapes what it holds`() {
        let html = TextArea(name: "n", label: "备注", value: "\n</textarea>", rows: 5).html.string
        #expect(html.contains("rows=\"5\" maxlength=\"2000\">\n\n&lt;/textarea&gt;</textarea>"))
    }

    @Test func `of a list the chosen one is marked, and nothing is chosen by itself`() {
        let choices = [Choice(value: "a", label: "甲"), Choice(value: "b\"", label: "乙<")]
        func html(_ selected: String?) -> String {
            SelectField(name: "s", label: "选", choices: choices, selected: selected).html.string
        }
        #expect(html("b\"").contains("<option value=\"b&quot;\" selected>乙&lt;</option>"))
        #expect(html("b\"").split(separator: " selected").count == 2)
        #expect(!html(nil).contains(" selected") && !html("z").contains(" selected"))
        #expect(html(nil).contains("<option value=\"\">请选择</option><option value=\"a\">"))
    }

    @Test func `chips are radio buttons in a group with a legend`() {
        let chips = ChoiceChips(
            name: "c", label: "类<别",
            choices: [
                Choice(value: "a", label: "甲", note: "注<"), Choice(value: "b", label: "乙<"),
            ], selected: "b", isRequired: true)
        let html = chips.html.string
        #expect(html.contains("<fieldset class=\"field chips\"><legend>类&lt;别</legend>"))
        #expect(html.contains("name=\"c\" value=\"a\" required><span>甲<small>注&lt;</small>"))
        #expect(html.contains("name=\"c\" value=\"b\" checked required><span>乙&lt;</span>"))
    }

    @Test func `chips tell their hint or their fault`() {
        func html(_ hint: String?, _ fault: String?) -> String {
            ChoiceChips(name: "c", label: "类", choices: [], hint: hint, fault: fault).html.string
        }
        #expect(!html(nil, nil).contains("aria-describedby"))
        #expect(html("提示", nil).contains("aria-describedby=\"field-c-hint\""))
        #expect(html("提示", "错").contains("aria-describedby=\"field-c-fault\""))
        #expect(html("提示", "错").contains("id=\"field-c-fault\""))
    }
}

@Suite struct `Parts of the board` {
    @Test func `a turn has its place, its name, its note and its status`() {
        let html = turnList([
            BoardRow(
                position: 1, staffID: "a\"", name: "安<然", note: "∨ <2", status: "候<位",
                tone: .good, isNext: true)
        ]).string
        #expect(html.contains("<li class=\"turn turn-is-next\" data-staff=\"a&quot;\">"))
        #expect(html.contains("<span class=\"turn-place\">1</span>"))
        #expect(html.contains("安&lt;然<span class=\"turn-next\">下一位</span>"))
        #expect(html.contains("∨ &lt;2") && html.contains("候&lt;位"))
    }

    @Test func `who is not in line has a dash that is not read out, and no note unless given`() {
        let html = turnList(
            [BoardRow(position: nil, staffID: "a", name: "安", status: "公干", tone: .calm)],
            label: "别<的"
        ).string
        #expect(html.contains("turn-place-none\" aria-hidden=\"true\">–</span>"))
        #expect(!html.contains("turn-note") && !html.contains("下一位"))
        #expect(html.contains("<ol class=\"turns\" aria-label=\"别&lt;的\">"))
    }

    @Test func `an empty list is still a list`() {
        #expect(turnList([]).string == "<ol class=\"turns\" aria-label=\"接待轮次\"></ol>")
    }

    @Test func `a card with nothing beside its sentence has no empty headings`() {
        let html = DecisionCard(question: "问", person: "安<然", sentence: "句").html.string
        for heading in ["依据", "事实", "为什么不是别人", "class=\"actions\"", "data-decision"] {
            #expect(!html.contains(heading), "\(heading)")
        }
        #expect(html.contains("安&lt;然") && !html.contains("is-refusal"))
    }

    @Test func `a card escapes all it is given`() {
        let html = DecisionCard(
            question: "<q>", person: "<p2>", sentence: "<s2>", effect: ("<e>", .good),
            clauses: [
                .init(id: "<c>", text: "<t>", href: "javascript:x"), .init(id: "C", text: "y"),
            ],
            evidence: [("<n>", "<v>")], runnersUp: [.init(name: "<r>", reason: "<w>")],
            decision: "\"><d>"
        ).html.string
        for tag in ["<q>", "<p2>", "<s2>", "<e>", "<c>", "<t>", "<n>", "<v>", "<r>", "<w>", "<d>"] {
            #expect(!html.contains(tag), "\(tag)")
        }
        #expect(html.contains("href=\"#\"") && !html.contains("javascript"))
        #expect(html.contains("<span class=\"clause-id\">C</span>"))
    }
}
