import HouseRules

/// The form for an old ledger, and the last files.
struct ImportList: Sendable {
    let runs: [ImportShelf.Run]
    /// Why the file just sent was not taken.
    let fault: String?
    let names: StaffDirectory
    let csrf: HTML

    var html: HTML {
        let refused: HTML? = fault.map { notice(.stop, title: "没有收下", text: $0) }
        return """
            <p><a href="/customers">← 客户</a></p>
            <h1>导入旧台账</h1>
            <p class="muted">把以前的来访、来电和跟进填进模板交来。先试读，哪一行不对、哪一行按规则不能写入，\
            都逐行列出；看过再写入。有一行错，一行也不写。</p>
            \(refused)
            \(card("交文件", body: form))
            \(card("最近几次", body: list))
            """
    }

    private var form: HTML {
        """
        <form method="post" action="/imports" enctype="multipart/form-data" class="form">\(csrf)
        <div class="field"><label for="field-file">文件</label>
        <input type="file" id="field-file" name="file" accept=".xlsx,.csv" required \
        aria-describedby="field-file-hint">
        <p class="hint" id="field-file-hint">.xlsx 或 .csv，最大 32 MB；十万行约 8 MB。</p></div>
        <p class="actions">\(button("试读", .primary))\
        \(linkButton("下载模板", to: "/customers/template.xlsx", .quiet))</p></form>
        """
    }

    private var list: HTML {
        guard !runs.isEmpty else { return emptyState("还没有导入过", "试读的结果留到服务重启。") }
        return dataTable(
            caption: "最近几次导入",
            columns: [
                Column(title: "什么时候"), Column(title: "谁", isLabelled: true),
                Column(title: "怎样了", isLabelled: true),
            ],
            rows: runs.map { run in
                [
                    "<a href=\"\(url: "/imports/\(run.id)")\">\(run.at.words)</a>",
                    "\(names.name(run.by))", "\(run.stage.words)",
                ]
            })
    }
}

/// One file: what it would do, how far it is, what it did.
struct ImportPage: Sendable {
    let run: ImportShelf.Run
    let names: StaffDirectory
    let csrf: HTML

    /// Lines that the page shows; the report has them all.
    private static let shown = 200

    var html: HTML {
        """
        <p><a href="/imports">← 导入旧台账</a></p>
        <h1>导入旧台账</h1>
        <p class="muted">\(names.name(run.by)) \(run.at.words) 交来。</p>
        \(state)
        """
    }

    /// The part that changes while it runs.
    var state: HTML {
        switch run.stage {
        case .reading:
            running("正在试读……", nil)
        case .writing(let done, let all):
            running("正在写入：\(done) 行，共 \(all) 行。关掉这一页也照写。", (done, all))
        case .tried(let report): tried(report)
        case .done(let report):
            "\(notice(.calm, title: "写好了", text: Self.sum(report)))\(lists(report))"
        case .failed(let sentence):
            notice(
                .stop, title: "没有导成", text: sentence,
                actions: linkButton("再交一次", to: "/imports"))
        case .dropped:
            notice(.warn, title: "没有写入", text: "这份文件试读过，没有写入，已经不留了。")
        }
    }

    private func running(_ sentence: String, _ progress: (done: Int, all: Int)?) -> HTML {
        let value: HTML? = progress.map { " value=\"\($0.done)\" max=\"\(max(1, $0.all))\"" }
        return """
            <section class="card" data-hx-get="\(url: "/imports/\(run.id)/state")" \
            data-hx-trigger="every 1s" data-hx-swap="outerHTML">
            <p role="status">\(sentence)</p>
            <progress\(value) aria-label="进度"></progress></section>
            """
    }

    private static func sum(_ report: PastReport) -> String {
        let rows = report.rows
        return "读到 \(rows.read) 行：新的 \(rows.accepted) 行，以前导过的 \(rows.unchanged) 行，"
            + "有错的 \(rows.refused) 行，与当时逐笔登记不同的 \(report.notes.count) 行。"
    }

    private func tried(_ report: PastReport) -> HTML {
        let (tone, title): (Tone, String) =
            report.rows.refused > 0
            ? (.stop, "有行不对，还没有写入") : (.warn, "试读好了，还没有写入")
        let write: HTML? =
            report.isWritable
            ? """
            <form method="post" action="\(url: "/imports/\(run.id)/writing")">\(csrf)\
            \(button("写入 \(report.rows.accepted) 行", .primary))</form>
            """ : nil
        return """
            \(notice(tone, title: title, text: Self.sum(report)))
            <div class="actions">\(write)
            <form method="post" action="\(url: "/imports/\(run.id)/dropping")">\(csrf)\
            \(button("不要了", .quiet))</form></div>
            \(lists(report))
            """
    }

    private func lists(_ report: PastReport) -> HTML {
        let unused: HTML? =
            report.rows.unusedColumns.isEmpty
            ? nil : "<p class=\"hint\">没有用到的列：\(report.rows.unusedColumns.listed)。</p>"
        let whole = linkButton("下载报告全文", to: "/imports/\(run.id)/report.txt", .quiet)
        return "\(unused)\(faults(report.rows.faults))\(notes(report.notes))"
            + "<p class=\"actions\">\(whole)</p>"
    }

    private func faults(_ faults: [RowFault]) -> HTML? {
        guard !faults.isEmpty else { return nil }
        let table = dataTable(
            caption: "不对的行",
            columns: [
                Column(title: "行", isNumber: true), Column(title: "列", isLabelled: true),
                Column(title: "哪里不对", isLabelled: true), Column(title: "怎么改", isLabelled: true),
            ],
            rows: faults.prefix(Self.shown).map {
                ["\($0.line)", "\($0.column)", "\($0.problem)", "\($0.remedy)"]
            })
        return card("不对的行", body: "\(table)\(rest(faults.count))")
    }

    private func notes(_ notes: [PastNote]) -> HTML? {
        guard !notes.isEmpty else { return nil }
        let table = dataTable(
            caption: "与当时逐笔登记不同的行",
            columns: [
                Column(title: "行", isNumber: true), Column(title: "结果和条款", isLabelled: true),
            ],
            rows: notes.prefix(Self.shown).map { ["\($0.line)", "\($0.sentence)"] })
        return card("与当时逐笔登记不同的行", body: "\(table)\(rest(notes.count))")
    }

    private func rest(_ count: Int) -> HTML? {
        guard count > Self.shown else { return nil }
        return "<p class=\"hint\">另有 \(count - Self.shown) 行，见报告全文。</p>"
    }
}

extension ImportShelf.Stage {
    fileprivate var words: String {
        switch self {
        case .reading: "正在试读"
        case .tried(let report): report.rows.refused > 0 ? "试读过，有行不对" : "试读过，等写入"
        case .writing: "正在写入"
        case .done(let report): "写入 \(report.rows.accepted) 行"
        case .failed: "没有导成"
        case .dropped: "没有写入"
        }
    }
}
