import HouseRules

/// One visit: facts, what is still open, what may be done, and every decision about it.
struct VisitPage: Sendable {
    let number: Int
    let status: (text: String, tone: Tone)
    let words: [(name: String, value: String)]
    let windows: [VisitWindow]
    var card: DecisionCard?
    /// What is wrong with a form that came back.
    var refusal: HTML?
    /// Name and masked number; nil while nobody knows who it is.
    var customer: String?
    var forms: VisitForms?
    var decisions: [DecisionListPage.Line] = []

    init(_ facts: VisitFacts) {
        number = facts.row.number
        status = facts.status
        words = facts.words
        windows = VisitWindow.all(
            facts.visit, facts.state, facts.policy, at: facts.at, names: facts.names)
    }

    var html: HTML {
        """
        <div class="page-head"><h1>第 \(number) 组</h1>
        <p class="actions no-print">\(linkButton("来客", to: "/reception", .quiet))</p></div>
        <div class="columns">
        <div>\(refusal)\(card?.html)\(factCard)\(windowList(windows))\(history)</div>
        <div class="side no-print">\(forms?.html)</div>
        </div>
        """
    }

    private var factCard: HTML {
        var all = words
        all.append(("客户", customer ?? "还没登记"))
        return Site.card("事实", aside: badge(status.text, status.tone), body: facts(all))
    }

    private var history: HTML {
        let items: [HTML] = decisions.map { line in
            let result: HTML = line.refusal.map { badge($0, .stop) } ?? "\(line.outcome)"
            return """
                <li><a href="\(url: "/decisions/" + line.id)">\(line.at)</a>
                <span>\(line.kind) · \(result) · \(line.person) · 经手 \(line.actor)</span></li>

                """
        }
        return Site.card(
            "经过",
            body: items.isEmpty
                ? emptyState("还没有经过", "每一次派客、认领、改判都会在这里留一行，连同依据。")
                : "<ol class=\"history\">\(items)</ol>")
    }
}
