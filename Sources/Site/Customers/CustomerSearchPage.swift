import HouseRules

/// One box that takes part of a name, how it sounds, or the end of a number. What is typed is sent
/// as a form, so that no name stands in an address.
struct CustomerSearchBox: Sendable {
    var text = ""
    var fault: String?
    let csrf: HTML

    var html: HTML {
        """
        <form class="filters" role="search" method="post" action="/customers/searches" data-slash>\
        \(csrf)
        \(TextField(
            "q", "找客户", type: "search", value: text,
            hint: "姓名、拼音首字母（zs）、手机后四位；按 / 跳到这里。", fault: fault, isRequired: true,
            maxLength: CustomerQuery.longest).html)
        \(button("查找", .plain, icon: .search))</form>
        """
    }
}

/// Who was found.
struct CustomerSearchPage: Sendable {
    /// One customer.
    struct Line: Sendable {
        let id: PersonID
        /// Name and masked number.
        let words: String
        /// Whose they are; nil: nobody's now.
        let owner: String?
        /// When the nearer of both clocks runs out, in words.
        let until: String
    }

    let box: CustomerSearchBox
    let lines: [Line]
    /// Whether the customers of everybody were looked through.
    let isEverybody: Bool
    let page: Int
    let isLast: Bool

    var html: HTML {
        """
        <p><a href="/customers">← 客户</a></p>
        <h1>找客户</h1>
        \(box.html)
        \(box.fault == nil ? result : "")
        \(next)
        """
    }

    private var result: HTML {
        guard !lines.isEmpty else { return empty }
        let rows: [HTML] = lines.map { line in
            """
            <li class="queue-row"><a href="\(url: "/customers/\(line.id.rawValue)")">\
            \(line.words)</a> <span class="muted">\(line.owner ?? "不归任何人")</span> \
            <span class="muted">\(line.until)</span></li>
            """
        }
        return card("找到的客户", body: "<ul class=\"plain\">\(rows)</ul>")
    }

    private var empty: HTML {
        if page > 1 { return emptyState("没有更多了", "前面几页已经是全部。") }
        return isEverybody
            ? emptyState("没有这样的客户", "全案场都找过了。换个写法，或者用手机后四位再找。")
            : emptyState("您名下没有这样的客户", "这里只找您名下的客户；到场客户归谁，请到来客登记问首问。")
    }

    private var next: HTML? {
        guard !isLast, box.fault == nil else { return nil }
        return """
            <form method="post" action="/customers/searches" class="actions">\(box.csrf)\
            <input type="hidden" name="q" value="\(box.text)">\
            <input type="hidden" name="page" value="\(page + 1)">\(button("下一页"))</form>
            """
    }
}
