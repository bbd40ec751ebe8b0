import HouseRules

/// 带访确认单 on one sheet: who brought whom, what was compared, and lines to sign on.
struct ConfirmationPage: Sendable {
    let slip: VisitConfirmation
    let at: Moment
    let witness: String
    let channel: String
    let agent: String
    let reasons: [String]

    var html: HTML {
        let lines: [HTML] = reasons.map { "<li>\($0)</li>" }
        return """
            <article class="card">
            <h1>带访确认单</h1>
            \(facts([
                ("单号", slip.slip.rawValue), ("到访", slip.visit.rawValue), ("时刻", at.words),
                ("渠道公司", channel), ("渠道人员", agent),
                ("客户签字", slip.isSigned ? "已当面签字" : "没有签字"), ("见证人", witness),
            ]))
            <ul>\(lines)</ul>
            <div class="signatures"><p>客户：<span class="sign-line"></span></p>
            <p>渠道人员：<span class="sign-line"></span></p>
            <p>见证人：<span class="sign-line"></span></p></div>
            </article>
            <p class="actions no-print">\(linkButton("回到渠道比对", to: "/channels/desk", .quiet))</p>
            """
    }
}
