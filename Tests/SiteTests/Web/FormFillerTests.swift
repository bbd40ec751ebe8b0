import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Filling the markup of a form that comes back.
@Suite struct `A returned form` {
    private func filled(
        _ page: HTML, _ pairs: KeyValuePairs<String, String>, faults: [Problem.Field] = [],
        action: String = "/a"
    ) -> String {
        let problem = Problem(
            status: .badRequest, title: "有一处要改", detail: faults.map(\.sentence).joined(),
            fields: faults)
        let typed = FormFields(pairs.map { FormFields.Pair(name: $0.key, value: $0.value) })
        return ReturnedForm(action: action, typed: typed, problem: problem).filled(page).string
    }

    private func form(_ body: HTML) -> HTML {
        "<h1>页</h1><form method=\"post\" action=\"/a\" class=\"form\">\(body)</form><p>后</p>"
    }

    @Test func `has what was typed, escaped, and keeps hidden fields and passwords`() {
        let page = form(
            """
            <input type="hidden" name="id" value="new"><input type="text" name="n" value="old">\
            <input name="m"><input type="password" name="p" value=""><textarea name="t" rows="3">
            old</textarea>
            """)
        let text = filled(page, ["id": "x", "n": "a\"<b>", "m": "2", "p": "secret", "t": "</t>"])
        #expect(text.contains("name=\"id\" value=\"new\""))
        #expect(text.contains("name=\"n\" value=\"a&quot;&lt;b&gt;\""))
        #expect(text.contains("<input name=\"m\" value=\"2\">"))
        #expect(text.contains("\n&lt;/t&gt;</textarea>"))
        #expect(!text.contains("secret") && !text.contains("old"))
        #expect(text.hasPrefix("<h1>页</h1>") && text.hasSuffix("<p>后</p>"))
    }

    @Test func `has what was chosen and ticked, and nothing else`() {
        let page = form(
            """
            <select name="s"><option value="">请选择</option><option value="a" selected>A</option>\
            <option value="b">B</option></select><input type="checkbox" name="c" value="1" checked>\
            <input type="radio" name="r" value="x"><input type="radio" name="r" value="y">
            """)
        let text = filled(page, ["s": "b", "r": "y"])
        #expect(text.contains("<option value=\"b\" selected>"))
        #expect(text.contains("<option value=\"a\">"))
        #expect(text.contains("name=\"c\" value=\"1\">"))
        #expect(text.contains("value=\"y\" checked>") && text.contains("value=\"x\">"))
    }

    @Test func `tells a fault behind its field, once, and marks the field`() {
        let page = form(
            SelectField(
                name: "s", label: "谁", choices: [Choice(value: "a", label: "A")]
            ).html + TextField("n", "名", hint: "全名").html)
        let text = filled(
            page, ["n": "x"],
            faults: [.init(name: "s", sentence: "请选。"), .init(name: "n", sentence: "太短。")])
        #expect(text.contains("</select><p class=\"fault\" id=\"fault-s\">"))
        #expect(text.contains("aria-invalid=\"true\" aria-describedby=\"fault-n\""))
        #expect(text.components(separatedBy: "太短。").count == 2)
        #expect(!text.contains("notice"), "the fields say all there is to say")
    }

    @Test func `tells what has no field at the head of the form`() {
        let faults = [Problem.Field(name: "z", sentence: "缺。")]
        let text = filled(form("<input name=\"n\">"), [:], faults: faults)
        let notice = text.firstRange(of: "notice tone-stop")
        let input = text.firstRange(of: "<input")
        #expect(notice != nil && input != nil && notice!.lowerBound < input!.lowerBound)
        #expect(text.contains("缺。"))
    }

    @Test func `is the one of several with the same marks, in an open fold`() {
        let page: HTML = """
            <details class="more"><summary>一</summary>\
            <form method="post" action="/a"><input type="hidden" name="step" value="one">\
            <input name="n" value=""></form></details>\
            <details class="more"><summary>二</summary>\
            <form method="post" action="/a"><input type="hidden" name="step" value="two">\
            <input name="n" value=""></form></details>
            """
        let text = filled(page, ["step": "two", "n": "typed"])
        #expect(text.contains("<details class=\"more\"><summary>一"))
        #expect(text.contains("<details open class=\"more\"><summary>二"))
        #expect(text.components(separatedBy: "typed").count == 2)
    }

    @Test func `that is not on the page is told at its head`() {
        let text = filled(form(""), [:], faults: [.init(name: "n", sentence: "缺。")], action: "/b")
        #expect(text.hasPrefix("<div class=\"notice tone-stop\""))
    }
}
