import HouseRules

/// 谁看过: who looked at whose personal data, when, what for and where.
struct LookPage: Sendable {
    let filter: LookFilter
    let table: RecordTable
    let people: [Choice]
    /// The customer of the filter, veiled; nil for everybody.
    let customer: String?
    let page: Int
    let isLast: Bool

    var html: HTML {
        """
        <h1>谁看过</h1>
        <p class="muted">号码每显示一次都有一行：谁、何时、哪位客户、为什么、在哪一页。\
        列表里遮盖的姓名和号码不算。</p>
        \(form)\(only)
        \(table.lines.isEmpty ? empty : table.html)
        <p class="actions">\(newer)\(older)</p>
        """
    }

    private var empty: HTML {
        page > 1
            ? emptyState("没有更多了", "前面几页已经是全部记录。")
            : emptyState("这几天没有人看过", "换个日期或放宽条件再看。")
    }

    private var form: HTML {
        let person: HTML? = filter.person.map {
            "<input type=\"hidden\" name=\"person\" value=\"\($0.rawValue)\">"
        }
        return """
            <form class="filters" method="get" action="/privacy/looks">\(filter.days.fields)
            \(SelectField(
                name: "staff", label: "谁看的", choices: people, selected: filter.staff?.rawValue
            ).html)\(person)
            \(button("筛选", .plain, icon: .search))
            \(linkButton("导出 Excel", to: "/privacy/looks.xlsx?\(filter.query)", .quiet))</form>
            """
    }

    private var only: HTML? {
        guard let customer else { return nil }
        var all = filter
        all.person = nil
        return """
            <p>只看 <strong>\(customer)</strong>。\
            \(linkButton("看全部客户", to: "/privacy/looks?\(all.query)", .quiet))</p>
            """
    }

    private var newer: HTML? { page > 1 ? step("上一页", page - 1) : nil }
    private var older: HTML? { isLast ? nil : step("下一页", page + 1) }

    private func step(_ label: String, _ number: Int) -> HTML {
        linkButton(label, to: "/privacy/looks?\(filter.query)&page=\(number)")
    }
}

extension RecordTable {
    /// Looks at personal data; the customers' cells lead to all looks at the same customer.
    static func looks(
        _ rows: [LookRow], _ customers: [PersonID: String], _ names: StaffDirectory,
        _ filter: LookFilter
    ) -> RecordTable {
        RecordTable(
            title: "谁看过",
            headings: [
                .init(title: "客户", width: 22), .init(title: "时刻", width: 24),
                .init(title: "谁看的", width: 12), .init(title: "用途", width: 40),
                .init(title: "在哪里", width: 14),
            ],
            lines: rows.map { row in
                Line(
                    href: "/privacy/looks?\(filter.only(row.person).query)",
                    cells: [
                        customers[row.person] ?? "已登记的客户",
                        row.at.day.fullWords + " " + row.at.clockWords, names.name(row.staff),
                        row.purpose, row.placeWords,
                    ])
            })
    }
}

/// The last looks at one customer, for the customer's page.
struct LookCard: Sendable {
    let rows: [LookRow]
    let person: PersonID
    let names: StaffDirectory
    let maySeeAll: Bool

    /// So many are shown.
    static let shown = 5

    var html: HTML {
        let all: HTML? =
            maySeeAll
            ? linkButton(
                "全部", to: "/privacy/looks?person=\(percentEncode(person.rawValue))", .quiet) : nil
        guard !rows.isEmpty else {
            return card("谁看过", aside: all, body: "<p>还没有人看过号码。</p>")
        }
        let lines: [HTML] = rows.map {
            """
            <li>\($0.at.words) \(names.name($0.staff))：\($0.purpose) \
            <span class="muted">\($0.placeWords)</span></li>
            """
        }
        return card("谁看过", aside: all, body: "<ul class=\"plain\">\(lines)</ul>")
    }
}
