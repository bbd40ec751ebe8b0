import HouseRules

/// Which rules to try on which days, and the what-ifs so far.
struct WhatIfForm: Sendable {
    let packs: [String]
    let revisions: [PolicyRevision]
    let runs: [WhatIfShelf.Run]
    let days: DaySpan
    let typed: FormFields
    let faults: [Problem.Field]
    let csrf: HTML

    var html: HTML {
        """
        <p><a href="/clauses">← 制度</a></p>
        <h1>试算</h1>
        <p class="muted">把一段真实记录换一套规矩重裁一遍，看谁会接到哪些客户、轮次和罚款差多少。\
        只看，不改：试算不写进案场的任何记录。要试改一个参数，请在制度页点那一条的“修改”，再点“先试算”。</p>
        <form method="post" action="/whatif" class="card">\(csrf)
        \(SelectField(
            name: "rules", label: "试哪一套规矩", choices: choices, selected: typed["rules"],
            fault: faults.sentence(of: "rules"), isRequired: true).html)
        \(TextField("from", "从", type: "date", value: typed["from"] ?? days.from.text).html)
        \(TextField("to", "到", type: "date", value: typed["to"] ?? days.to.text).html)
        <p class="actions">\(button("开始试算", .primary))</p></form>
        \(list)
        """
    }

    private var choices: [Choice] {
        revisions.reversed().map {
            Choice(
                value: "revision:\($0.revision)",
                label: "本案场第 \($0.revision) 版（\($0.effectiveFrom.day.text) 起，\($0.note)）")
        } + packs.map { Choice(value: "pack:\($0)", label: "制度包 \($0)") }
    }

    private var list: HTML {
        guard !runs.isEmpty else {
            return emptyState("还没有试算过", "选一套规矩和一段日子，点“开始试算”。")
        }
        return Site.card(
            "最近的试算",
            body: dataTable(
                caption: "最近的试算",
                columns: ["什么时候", "试的规矩", "哪些天", "谁", "结果"].map { Column(title: $0) },
                rows: runs.map { run in
                    [
                        "<a href=\"\(url: "/whatif/" + run.id)\">\(run.askedAt.words)</a>",
                        "\(run.title)", "\(run.days.words)", "\(run.askedBy)",
                        "\(run.stage.words)",
                    ]
                }))
    }
}

/// A what-if: how far it is, then its lists.
struct WhatIfPage: Sendable {
    let run: WhatIfShelf.Run
    let list: WhatIfReport.List
    let staff: StaffID?
    let number: Int
    let names: StaffDirectory
    let mayExport: Bool
    let csrf: HTML

    /// Lines of one page.
    private static let size = 100

    var html: HTML {
        """
        <p><a href="/whatif">← 试算</a></p>
        <h1>试算：\(run.title)</h1>
        <p class="muted">\(run.days.words)，\(run.askedBy) \(run.askedAt.words) 开始。</p>
        \(state)
        """
    }

    /// The part that changes while it runs.
    var state: HTML {
        switch run.stage {
        case .running(let progress): running(progress)
        case .done(let report): done(report)
        case .cancelled: "<section class=\"card\"><p>已经停下，没有结果。</p></section>"
        case .failed:
            "<section class=\"card\"><p>没有算完：记录读不出来。请系统管理员运行 anchang verify 检查。</p></section>"
        }
    }

    private func running(_ progress: WhatIfReader.Progress) -> HTML {
        let percent = progress.total > 0 ? progress.read * 100 / progress.total : 0
        return """
            <section class="card" data-hx-get="\(url: "/whatif/\(run.id)/state")" \
            data-hx-trigger="every 1s" data-hx-swap="outerHTML">
            <p role="status">正在重裁：读了 \(progress.read) 条，共 \(progress.total) 条。</p>
            <progress max="100" value="\(percent)" aria-label="进度">\(percent)%</progress>
            <form method="post" action="\(url: "/whatif/\(run.id)/cancel")">\(csrf)
            <p class="actions">\(button("停下", .quiet))</p></form></section>
            """
    }

    private func done(_ report: WhatIfReport) -> HTML {
        """
        <section class="card"><p>\(report.sentence)</p>
        <p class="muted">人做的事照当时的样子：谁来、谁离台、谁认领。该由规矩定的重新定。\
        当时发生而换了规矩就对不上的，列在“缺的事实”里，共 \(report.lacking.count) 件，不替人编。</p></section>
        <nav class="actions whatif-lists" aria-label="试算的表">\(tabs)</nav>
        \(table(report))
        """
    }

    private var tabs: [HTML] {
        WhatIfReport.List.allCases.map { other in
            linkButton(
                other.label, to: "/whatif/\(run.id)?list=\(other.rawValue)",
                other == list ? .primary : .quiet)
        }
    }

    private func table(_ report: WhatIfReport) -> HTML {
        let table = report.table(list, names, only: staff)
        let shown = table.lines.dropFirst((number - 1) * Self.size).prefix(Self.size)
        let address =
            "list=\(list.rawValue)"
            + (staff.map { "&staff=\(percentEncode($0.rawValue))" } ?? "")
        let file: HTML? =
            mayExport && !table.lines.isEmpty
            ? linkButton("导出 Excel", to: "/whatif/\(run.id)/list.xlsx?\(address)", .quiet) : nil
        let page = RecordTable(
            title: table.title, headings: table.headings, lines: Array(shown))
        let isLast = table.lines.count <= number * Self.size
        let next: HTML? =
            isLast
            ? nil
            : linkButton("下一页", to: "/whatif/\(run.id)?\(address)&page=\(number + 1)")
        return """
            <form class="filters" method="get" action="\(url: "/whatif/\(run.id)")">
            <input type="hidden" name="list" value="\(list.rawValue)">
            \(list == .people ? nil : SelectField(
                name: "staff", label: "谁", choices: names.consultants,
                selected: staff?.rawValue).html)
            \(list == .people ? nil : button("筛选", .plain, icon: .search))\(file)</form>
            \(table.lines.isEmpty ? emptyState("没有", "这张表里没有要看的。") : page.html)
            <p class="actions">\(next)</p>
            """
    }
}

extension WhatIfShelf.Stage {
    fileprivate var words: String {
        switch self {
        case .running: "正在算"
        case .done(let report): report.sentence
        case .cancelled: "已停下"
        case .failed: "没有算完"
        }
    }
}
