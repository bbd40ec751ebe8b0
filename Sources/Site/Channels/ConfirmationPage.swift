import HouseRules

/// 带访确认单 on one sheet: who brought whom, what was compared, and what was signed.
struct ConfirmationPage: Sendable {
    let sheet: SigningSheet
    let isSigned: Bool
    let at: Moment
    let reasons: [String]
    let signatures: [PlacedSignature]
    var told: HTML?

    private var customer: String {
        if signatures.first?.drawing != nil { return "已在屏幕上签字" }
        return isSigned ? "已当面签字" : "没有签字"
    }

    var html: HTML {
        let lines: [HTML] = (sheet.lines + reasons).map { "<li>\($0)</li>" }
        return """
            <div class="no-print">\(told)</div>
            <article class="card slip">
            <h1>带访确认单</h1><p class="muted">\(sheet.siteName)</p>
            \(facts(sheet.rows + [
                (name: "时刻", value: at.words), (name: "客户签字", value: customer),
            ]))
            <ul>\(lines)</ul>
            <h2>签字</h2><div class="slip-signs">\(signatures.map(\.html))</div>
            </article>
            <p class="actions no-print">\(linkButton("回到渠道比对", to: "/channels/desk", .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可，一页 A4 纸。</span></p>
            """
    }
}

/// 带访确认单 before it is kept: the customer and the agent read it and sign on this screen.
struct ConfirmationDraft: Sendable {
    let sheet: SigningSheet
    let slip: VisitConfirmation
    let csrf: HTML
    /// The customer's pad and the agent's.
    let pads: [SignaturePad]
    var isOnPaper = false

    var html: HTML {
        """
        <h1>带访确认单</h1>
        \(sheet.html)
        <form method="post" class="card form" action="/channels/desk/confirmation">\(csrf)
        <input type="hidden" name="id" value="\(slip.slip.rawValue)">
        <input type="hidden" name="visit" value="\(slip.visit.rawValue)">
        <input type="hidden" name="agent" value="\(slip.channel) \(slip.agent)">
        <input type="hidden" name="text" value="\(sheet.textHash)">
        <p class="muted">请把屏幕交给客户，再交给渠道人员，各自看过再签。没有签的以后还能补签。</p>
        \(pads.map(\.html))
        <label class="check"><input type="checkbox" name="signed" value="1"\
        \(flag: "checked", isOnPaper)> 客户已在纸上签字</label>
        <p class="actions">\(button("存确认单", .primary))
        \(linkButton("回到渠道比对", to: "/channels/desk", .quiet))
        <a class="clause-id" href="/clauses/OWN-52">OWN-52</a></p></form>
        """
    }
}
