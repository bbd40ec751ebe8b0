// Small pieces of pages. Each is a function that returns HTML; none of them looks anything up.

/// What a colour means. It never stands alone: words or an icon are always beside it.
enum Tone: String, CaseIterable, Sendable {
    case calm, good, busy, warn, stop, off

    /// The icon that says the same without colour.
    var icon: Icon {
        switch self {
        case .calm: .info
        case .good: .check
        case .busy: .person
        case .warn: .clock
        case .stop: .stop
        case .off: .pause
        }
    }
}

/// A short status: icon, word and colour.
func badge(_ text: String, _ tone: Tone, icon: Icon? = nil) -> HTML {
    "<span class=\"badge tone-\(tone.rawValue)\">\((icon ?? tone.icon).html)\(text)</span>"
}

/// How much a button asks to be pressed.
enum ButtonStyle: String, Sendable {
    case primary, plain, quiet, danger
}

/// A button that submits its form; `name` and `value` tell which of several was pressed.
func button(
    _ label: String, _ style: ButtonStyle = .plain, name: String? = nil, value: String? = nil,
    icon: Icon? = nil
) -> HTML {
    let nameAttribute: HTML? = name.map { " name=\"\($0)\"" }
    let valueAttribute: HTML? = value.map { " value=\"\($0)\"" }
    return """
        <button type="submit" class="button button-\(style.rawValue)"\
        \(nameAttribute)\(valueAttribute)>\(icon?.html)\(label)</button>
        """
}

/// A link that looks like a button.
func linkButton(
    _ label: String, to href: String, _ style: ButtonStyle = .plain, icon: Icon? = nil
) -> HTML {
    "<a class=\"button button-\(style.rawValue)\" href=\"\(url: href)\">\(icon?.html)\(label)</a>"
}

/// Something to know; refusals (`.stop`) are read out at once.
func notice(_ tone: Tone, title: String, text: String, actions: HTML? = nil) -> HTML {
    let role: StaticString = tone == .stop ? "alert" : "status"
    let icon = tone == .stop ? Icon.warning : tone.icon
    let row: HTML? = actions.map { "<div class=\"actions\">\($0)</div>" }
    return """
        <div class="notice tone-\(tone.rawValue)" role="\(role.description)">\(icon.html)
        <div><p class="notice-title">\(title)</p><p>\(text)</p>\(row)</div></div>
        """
}

/// What stands where a list would be: why it is empty and what to do.
func emptyState(_ title: String, _ text: String, action: HTML? = nil) -> HTML {
    """
    <div class="empty"><p class="empty-title">\(title)</p><p>\(text)</p>\(action)</div>
    """
}

/// A surface with a heading; `aside` stands at the end of the heading's line.
func card(_ title: String, aside: HTML? = nil, body: HTML) -> HTML {
    """
    <section class="card"><header class="card-head"><h2>\(title)</h2>\(aside)</header>
    \(body)</section>
    """
}

/// Names and values, such as the facts of a decision.
func facts(_ pairs: [(name: String, value: String)]) -> HTML {
    let rows: [HTML] = pairs.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" }
    return "<dl class=\"facts\">\(rows)</dl>"
}

/// A moment that runs down, or up once it is past; `fallback` is its plain form.
func countdown(to milliseconds: Int64, fallback: String) -> HTML {
    "<time data-countdown=\"\(milliseconds)\">\(fallback)</time>"
}

/// Grey bars while something is on its way, as high as what will come.
func skeleton(lines: Int) -> HTML {
    let bars: [HTML] = (0..<lines).map { _ in "<span class=\"skeleton-bar\"></span>" }
    return "<div class=\"skeleton\" aria-hidden=\"true\">\(bars)</div>"
}

/// Links to the pages before and after this one of a long list; `href` makes a page's address.
func pager(page: Int, of pages: Int, href: (Int) -> String) -> HTML? {
    guard pages > 1 else { return nil }
    func step(_ label: String, _ target: Int) -> HTML {
        (1...pages).contains(target)
            ? "<a class=\"button button-plain\" href=\"\(url: href(target))\">\(label)</a>"
            : "<span class=\"button button-plain\" aria-disabled=\"true\">\(label)</span>"
    }
    return """
        <nav class="pager" aria-label="分页">\(step("上一页", page - 1))
        <span class="muted">第 \(page) 页，共 \(pages) 页</span>\(step("下一页", page + 1))</nav>
        """
}

/// One column of a table.
struct Column: Sendable {
    let title: String
    /// Figures stand right with digits of equal width.
    var isNumber = false
    /// On a phone, where the head is not in sight, the title stands before each cell.
    var isLabelled = false

    fileprivate var style: HTML? { isNumber ? " class=\"number\"" : nil }
}

/// A table with a head that stays in sight; cells are HTML already, one list per row.
func dataTable(caption: String, columns: [Column], rows: [[HTML]]) -> HTML {
    func label(_ column: Column) -> HTML? {
        column.isLabelled ? " data-label=\"\(column.title)\"" : nil
    }
    let openings: [HTML] = columns.map { "<td\($0.style)\(label($0))>" }
    let (rowStart, cellEnd, rowEnd): (HTML, HTML, HTML) = ("<tr>", "</td>", "</tr>\n")
    // One buffer for all rows: a table is most of its page.
    var body = HTML()
    for row in rows {
        body += rowStart
        for (opening, cell) in zip(openings, row) {
            body += opening
            body += cell
            body += cellEnd
        }
        body += rowEnd
    }
    return dataTable(caption: caption, columns: columns, body: body)
}

/// The same around rows that are markup already.
func dataTable(caption: String, columns: [Column], body: HTML) -> HTML {
    let head: [HTML] = columns.map { "<th scope=\"col\"\($0.style)>\($0.title)</th>" }
    return """
        <div class="table-wrap" role="region" aria-label="\(caption)" tabindex="0"><table>
        <caption>\(caption)</caption>
        <thead><tr>\(head)</tr></thead>
        <tbody>\(body)</tbody></table></div>
        """
}
