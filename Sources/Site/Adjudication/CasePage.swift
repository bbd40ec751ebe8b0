import HouseRules

/// 判客单: everything about whose deal it is, with what may still be done.
struct CasePage: Sendable {
    let file: CaseFile
    let customer: String
    let names: StaffDirectory
    /// Words of the clauses that led to it.
    let clauses: [(id: String, text: String)]
    let mayRule: Bool
    let csrf: HTML
    let decisionID: String
    let told: HTML?
    /// Who signs the result, and who has.
    let signatures: CaseSignatures
    var attachments: [AttachmentRow] = []

    private var path: String { "/adjudications/\(percentEncode(file.deal.deal.rawValue))" }

    var html: HTML {
        """
        <h1>判客单 \(file.deal.deal.rawValue)</h1>
        \(told)\(ended)
        <div class="columns"><div>\(summary)\(timeline)\(losers)\(clauseList)</div>
        <div class="side">\(signatures.card)\(evidence)\(papers)\(disputeCard)</div></div>
        """
    }

    /// The same on one sheet of paper.
    func printed(siteName: String) -> HTML {
        """
        <article class="card slip"><h1>判客单 \(file.deal.deal.rawValue)</h1>
        <p class="muted">\(siteName)</p>\(facts(pairs))
        <h2>经过</h2><ul>\(lines)</ul><h2>没有分到的</h2><ul>\(losses)</ul>
        <h2>依据</h2><ul class="clauses">\(clauseLines)</ul>
        \(signatures.printed)</article>
        <p class="actions no-print">\(linkButton("回到判客单", to: path, .quiet))
        <span class="muted">用浏览器的打印（Ctrl+P）即可，一页 A4 纸。</span></p>
        """
    }

    private var pairs: [(name: String, value: String)] {
        let deal = file.deal
        let shares = file.current.shares
        let all: [(String, String?)] = [
            ("客户", customer), ("签单", "\(names.name(deal.staff)) \(deal.at.words)"),
            ("替谁接", deal.owner.map { names.name($0) }),
            ("业绩", shares.words(.performance, names.name)),
            ("提成", shares.words(.commission, names.name)),
            ("查实截止", deal.verifyUntil.words), ("申诉截止", file.appealUntil?.words),
            ("不再有效", file.ended.map { "\($0.at.words) \($0.cause.label)" }),
        ]
        let lights = file.lights.map { (names.name($0.staff) + "三位一体", $0.words(names.name)) }
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
            + lights.map { (name: $0.0, value: $0.1) }
    }

    private var summary: HTML {
        let state =
            file.current.isContested
            ? badge("待裁决", .warn)
            : file.current.ruling == nil ? badge("按规则", .good) : badge("已裁定", .good)
        return Site.card(
            "结论", aside: state,
            body: """
                \(facts(pairs))<p class="actions">\
                \(linkButton("打印", to: path + "/print", .quiet, icon: .print))
                \(linkButton("全部争议", to: "/adjudications", .quiet))</p>
                """)
    }

    private var ended: HTML? {
        file.ended.map { cause, at in
            notice(
                .warn, title: "这一单不再有效",
                text: "\(at.words) \(cause.label)。归属照下面的记，发过的提成从下一个月冲回（OWN-28）。")
        }
    }

    private var lines: [HTML] {
        file.entries.map { "<li>\($0.at.words)　\($0.sentence(names.name))</li>" }
    }

    private var losses: [HTML] {
        file.current.runnersUp.map { "<li>\($0.sentence(names.name))</li>" }
    }

    private var clauseLines: [HTML] {
        clauses.map {
            """
            <li class="clause"><a class="clause-id" href="\(url: "/clauses/\($0.id)")">\($0.id)</a>\
            <span>\($0.text)</span></li>
            """
        }
    }

    private var timeline: HTML { Site.card("经过", body: "<ul>\(lines)</ul>") }

    private var losers: HTML? {
        losses.isEmpty ? nil : Site.card("没有分到的，为什么", body: "<ul>\(losses)</ul>")
    }

    private var clauseList: HTML {
        Site.card("依据", body: "<ul class=\"clauses\">\(clauseLines)</ul>")
    }

    private func form(
        _ action: String, _ mark: String, _ title: String, _ fields: HTML, _ label: String
    ) -> HTML {
        """
        <details class="more"><summary>\(title)</summary>
        <form method="post" class="form" enctype="multipart/form-data" \
        action="\(url: path + action)">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-\(mark)">\(fields)
        \(FileField(label: "签字的凭据", isRequired: false, suffix: "-" + mark).html)
        \(button(label, .primary))</form></details>
        """
    }

    private func who(_ mark: String) -> HTML {
        SelectField(
            name: "staff", label: "谁", choices: names.consultants, isRequired: true,
            suffix: "-" + mark
        ).html
    }

    private func note(_ mark: String, _ label: String) -> HTML {
        TextArea(
            name: "note", label: label, isRequired: true, maxLength: 500, suffix: "-" + mark
        ).html
    }

    private var evidence: HTML {
        let designated = SelectField(
            name: "designated", label: "同一天的，客户书面指认谁", choices: names.consultants,
            suffix: "-v")
        return Site.card(
            "补凭据",
            body: """
                \(form("/claim", "c", "当天主张（忘名）", "\(who("c"))\(note("c", "说明"))", "提交主张"))
                \(form("/verify", "v", "查实：拿出更早的登记",
                    "\(who("v"))\(designated.html)\(note("v", "哪一条登记"))", "提交查实"))
                \(form("/object", "o", "换人异议", "\(who("o"))\(note("o", "说明"))", "提交异议"))
                \(form("/contest", "q", "提出争议", "\(who("q"))\(note("q", "经过"))", "提出争议"))
                """)
    }

    private var papers: HTML? {
        guard !attachments.isEmpty else { return nil }
        return AttachmentCard(
            place: .deal(file.deal.deal), rows: attachments, names: names
        ).html
    }

    private var disputeCard: HTML? {
        file.dispute.map {
            DisputeForms(
                dispute: $0, names: names, mayRule: mayRule, csrf: csrf, decisionID: decisionID,
                back: path
            ).html
        }
    }
}
