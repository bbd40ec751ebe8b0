import Testing

@testable import Site

@Suite struct `Components` {
    @Test(arguments: Tone.allCases) func `a badge is icon, word and colour`(tone: Tone) {
        let html = badge("安<然", tone).string
        #expect(html.hasPrefix("<span class=\"badge tone-\(tone.rawValue)\"><svg"))
        #expect(html.hasSuffix("</svg>安&lt;然</span>"))
        #expect(html.contains(tone.icon.html.string))
    }

    @Test func `no two colours share their icon, and a badge may have another`() {
        #expect(Set(Tone.allCases.map(\.icon)).count == Tone.allCases.count)
        let html = badge("x", .good, icon: .star).string
        #expect(html.contains(Icon.star.html.string) && !html.contains(Icon.check.html.string))
    }

    @Test(arguments: Icon.allCases) func `an icon is drawn and silent`(icon: Icon) {
        let html = icon.html.string
        #expect(html.contains("aria-hidden=\"true\"") && html.contains("focusable=\"false\""))
        #expect(["<path ", "<circle ", "<rect "].contains { html.contains($0) })
        #expect(!html.contains("fill=\"#"))
        #expect(Icon.allCases.filter { $0.html == icon.html } == [icon])
    }

    @Test func `a button submits, and tells which was pressed only when asked`() {
        let plain = button("好<").string
        #expect(plain == "<button type=\"submit\" class=\"button button-plain\">好&lt;</button>")
        let named = button("走", .danger, name: "a\"b", value: "<1>", icon: .next).string
        #expect(named.contains("button-danger") && named.contains(" name=\"a&quot;b\""))
        #expect(named.contains(" value=\"&lt;1&gt;\"") && named.contains("<svg"))
    }

    @Test func `a link that looks like a button leads nowhere bad`() {
        let good = linkButton("去<", to: "/a?b=1&c=2", .quiet).string
        #expect(
            good == "<a class=\"button button-quiet\" href=\"/a?b=1&amp;c=2\">去&lt;</a>")
        for bad in ["javascript:alert(1)", "//evil", "data:text/html,x", "/a\\b", " /a"] {
            #expect(linkButton("x", to: bad).string.contains("href=\"#\""), "\(bad)")
        }
    }

    @Test(arguments: Tone.allCases) func `a notice is read out at once only when it stops`(
        tone: Tone
    ) {
        let html = notice(tone, title: "题<", text: "文<").string
        #expect(html.contains("role=\"\(tone == .stop ? "alert" : "status")\""))
        #expect(html.contains("题&lt;") && html.contains("文&lt;") && !html.contains("actions"))
        #expect(notice(tone, title: "", text: "", actions: "<b>").string.contains("<b>"))
    }

    @Test func `an empty state says why and what to do`() {
        let html = emptyState("空<", "请<").string
        #expect(html.contains("<p class=\"empty-title\">空&lt;</p><p>请&lt;</p></div>"))
        #expect(emptyState("a", "b", action: "<i>").string.hasSuffix("<i></div>"))
    }

    @Test func `a card has its heading, and an aside when there is one`() {
        let html = card("题<", body: "<p>").string
        #expect(html.contains("<h2>题&lt;</h2></header>\n<p></section>"))
        #expect(card("a", aside: "<i>", body: "").string.contains("<h2>a</h2><i></header>"))
    }

    @Test func `facts are pairs in their order`() {
        let html = facts([("甲<", "1"), ("乙", "2<")]).string
        #expect(
            html == "<dl class=\"facts\"><div><dt>甲&lt;</dt><dd>1</dd></div>"
                + "<div><dt>乙</dt><dd>2&lt;</dd></div></dl>")
    }

    @Test func `a countdown reads without its script`() {
        #expect(
            countdown(to: -5, fallback: "10:00<").string
                == "<time data-countdown=\"-5\">10:00&lt;</time>")
    }

    @Test func `a skeleton is as high as asked and silent`() {
        #expect(skeleton(lines: 3).string.split(separator: "skeleton-bar").count == 4)
        #expect(skeleton(lines: 0).string.contains("aria-hidden=\"true\""))
    }

    @Test(arguments: [(1, 3, [nil, "2"]), (2, 3, ["1", "3"]), (3, 3, ["2", nil])])
    func `a pager leads back and forth, not beyond`(page: Int, pages: Int, to: [String?]) throws {
        let html = try #require(pager(page: page, of: pages) { "/x?page=\($0)&a=1" }).string
        let found = html.matches(of: /href="\/x\?page=(\d+)&amp;a=1"/).map { String($0.output.1) }
        #expect(found == to.compactMap(\.self))
        #expect(html.split(separator: "aria-disabled").count == (to.contains(nil) ? 2 : 1))
        #expect(html.contains("第 \(page) 页，共 \(pages) 页"))
    }

    @Test func `one page needs no pager`() {
        #expect(pager(page: 1, of: 1) { "/\($0)" } == nil)
        #expect(pager(page: 1, of: 0) { "/\($0)" } == nil)
    }

    @Test func `a table has its caption, its heads and its cells`() {
        let html = dataTable(
            caption: "表<", columns: [Column(title: "数<", isNumber: true), Column(title: "名")],
            rows: [["1", "\("甲<")"], ["2", "乙"]]
        ).string
        #expect(html.contains("<caption>表&lt;</caption>") && html.contains("tabindex=\"0\""))
        #expect(html.contains("<th scope=\"col\" class=\"number\">数&lt;</th>"))
        #expect(html.contains("<th scope=\"col\">名</th>"))
        #expect(html.contains("<tr><td class=\"number\">1</td><td>甲&lt;</td></tr>"))
        #expect(html.split(separator: "<tr>").count == 4)
    }
}
