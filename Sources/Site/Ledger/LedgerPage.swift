import HouseRules

/// The ledger of turns: what became of everybody's turns, line by line, and in sum.
struct LedgerPage: Sendable {
    /// One line in words.
    struct Line: Sendable {
        let at: String
        let person: String
        let matter: String
        let effect: String
        let amount: Int
        let reason: String
        let decision: String

        init(_ row: LedgerRow, _ directory: StaffDirectory) {
            at = row.at.words
            person = directory.name(row.staff)
            matter = row.matter
            effect = row.effect.label
            amount = row.amount
            reason = row.reason
            decision = row.decision.rawValue
        }
    }

    /// One person's sums.
    struct Sum: Sendable {
        let person: String
        let isCall: Bool
        let effects: [LedgerEffect: Int]
    }

    /// What the sums show, in this order.
    static let summed: [LedgerEffect] = [
        .counted, .notCounted, .advance, .forfeited, .makeupGranted, .makeupUsed, .returned,
        .returnedUsed, .advanceSpent, .ticked,
    ]

    let filter: LedgerFilter
    let lines: [Line]
    let sums: [Sum]
    /// Where older lines go on; nil on the last page.
    let older: LedgerPlace?
    let people: [Choice]
    let mayExport: Bool

    var html: HTML {
        """
        <h1>轮次台账</h1>
        \(form)
        \(lines.isEmpty ? empty : nil)\(sumCard("接待轮次合计", isCall: false))
        \(sumCard("电话轮次合计", isCall: true))
        \(lines.isEmpty ? nil : lineCard)
        """
    }

    private var empty: HTML {
        emptyState("这几天没有符合条件的轮次", "换个日期或放宽条件再看。每派一组、每过一轮都会在这里留下一行。")
    }

    private var form: HTML {
        let effects = LedgerEffect.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        let matters = LedgerFilter.Matter.allCases.map {
            Choice(value: $0.rawValue, label: $0.label)
        }
        return """
            <form class="filters" method="get" action="/ledger">
            \(filter.days.fields)
            \(SelectField(
                name: "staff", label: "谁", choices: people, selected: filter.staff?.rawValue).html)
            \(SelectField(
                name: "effect", label: "结果", choices: effects,
                selected: filter.effect?.rawValue).html)
            \(SelectField(
                name: "matter", label: "哪一类", choices: matters,
                selected: filter.matter.rawValue).html)
            \(button("筛选", .plain, icon: .search))\(export)</form>
            """
    }

    private var export: HTML? {
        mayExport ? linkButton("导出 Excel", to: "/ledger.xlsx?\(filter.query)", .quiet) : nil
    }

    private func sumCard(_ title: String, isCall: Bool) -> HTML? {
        let sums = sums.filter { $0.isCall == isCall }
        guard !sums.isEmpty else { return nil }
        let shown = Self.summed.filter { effect in
            sums.contains { $0.effects[effect, default: 0] != 0 }
        }
        let table = dataTable(
            caption: title,
            columns: [Column(title: "姓名")] + shown.map { Column(title: $0.label, isNumber: true) },
            rows: sums.map { sum in
                ["\(sum.person)"] + shown.map { "\(sum.effects[$0, default: 0])" as HTML }
            })
        return Site.card(title, body: table)
    }

    private var lineCard: HTML {
        let table = dataTable(
            caption: "逐笔",
            columns: [
                Column(title: "时刻"), Column(title: "姓名"), Column(title: "哪一类"), Column(title: "结果"),
                Column(title: "数", isNumber: true), Column(title: "缘由"), Column(title: "依据"),
            ],
            rows: lines.map { line in
                [
                    "\(line.at)", "\(line.person)", "\(line.matter)", "\(line.effect)",
                    "\(line.amount)", "\(line.reason)",
                    "<a href=\"\(url: "/decisions/" + line.decision)\">依据</a>",
                ]
            })
        let more = older.map {
            linkButton("更早的", to: "/ledger?\(filter.query)&before=\($0.text)")
        }
        return Site.card("逐笔，最近的在前", body: "\(table)\(more)")
    }
}
