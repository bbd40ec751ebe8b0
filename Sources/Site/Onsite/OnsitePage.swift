import HouseRules

/// 现场事务: tours of the building site, leaders who come, steps of signing (REC-51 … REC-53).
struct OnsitePage: Sendable {
    /// A tour that is under way.
    struct Tour: Sendable {
        let visit: String
        let title: String
        let helmets: Int
    }

    let tours: [Tour]
    let leaders: [(at: String, until: Int64)]
    let visits: [Choice]
    let mayPlanLeaders: Bool
    let today: String
    let csrf: HTML
    let decisionID: String
    var told: HTML?
    var typed = FormFields()
    var faults: [Problem.Field] = []

    var html: HTML {
        """
        <h1>现场事务</h1>
        \(told)
        \(Site.card("去工地", aside: clause("REC-51"), body: "\(underWay)\(departure)"))
        \(Site.card("领导到访", aside: clause("REC-52"), body: leaderCard))
        \(Site.card("签约手续", aside: clause("REC-53"), body: stages))
        """
    }

    private func clause(_ id: String) -> HTML {
        "<a class=\"clause-id\" href=\"\(url: "/clauses/" + id)\">\(id)</a>"
    }

    private func fault(_ name: String) -> String? {
        faults.sentence(of: name)
    }

    private var underWay: HTML? {
        guard !tours.isEmpty else { return nil }
        let lines: [HTML] = tours.enumerated().map { index, tour in
            """
            <li><div class="waiting-what"><strong>\(tour.title)</strong>
            <span>领走安全帽 \(tour.helmets) 顶，还没回来。</span></div>
            <form method="post" class="inline" \
            action="\(url: "/tours/\(percentEncode(tour.visit))/return")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-r\(index)">
            <label class="field helmets">归还几顶 <input type="number" name="helmets" min="0" \
            max="999" value="\(tour.helmets)" required></label>
            \(button("回来了", .primary))</form></li>

            """
        }
        return "<ul class=\"waiting\">\(lines)</ul>"
    }

    private var departure: HTML {
        let visit = SelectField(
            name: "visit", label: "哪一组", choices: visits, selected: typed["visit"],
            hint: visits.isEmpty ? "今天还没有来访。" : nil, fault: fault("visit"), isRequired: true)
        func number(_ name: String, _ label: String, hint: String? = nil) -> HTML {
            TextField(
                name, label, type: "number", value: typed[name] ?? "", hint: hint,
                fault: fault(name), isRequired: true, inputMode: "numeric"
            ).html
        }
        return """
            <form method="post" action="/tours" class="form" data-draft="tour">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)">\(visit.html)
            <div class="form-row">\(TextField(
                "approver", "开发商哪一位批准", value: typed["approver"] ?? "", hint: "姓名只存加密的。",
                fault: fault("approver"), maxLength: 40).html)
            \(TextField(
                "approved_at", "批准时刻", type: "time", value: typed["approved_at"] ?? "",
                fault: fault("approved_at")).html)</div>
            <div class="form-row">\(number("customers", "客户几人"))\(number("escorts", "陪同几人"))</div>
            \(number("helmets", "安全帽几顶", hint: "每人一顶，客户和陪同都算；缺批准、缺人数、缺帽子都不放行。"))
            <p class="actions">\(button("出发", .primary))</p></form>
            """
    }

    private var leaderCard: HTML {
        let lines: [HTML] = leaders.map { leader in
            """
            <li><div class="waiting-what"><strong>\(leader.at) 到</strong>
            <span>前台起立，按职务问好；不计轮、不派客。</span></div>
            <span class="until">\(countdown(to: leader.until, fallback: leader.at))</span></li>
            """
        }
        let list: HTML? = lines.isEmpty ? nil : "<ul class=\"waiting\">\(lines)</ul>"
        let empty: HTML? = lines.isEmpty ? "<p class=\"muted\">没有登记领导到访。</p>" : nil
        let form: HTML? =
            mayPlanLeaders
            ? """
            <form method="post" action="/leaders" class="form">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-l">
            <div class="form-row">\(TextField(
                "leader_day", "哪一天", type: "date", value: typed["leader_day"] ?? today,
                fault: fault("leader_day"), isRequired: true).html)
            \(TextField(
                "leader_time", "几点到", type: "time", value: typed["leader_time"] ?? "",
                fault: fault("leader_time"), isRequired: true).html)</div>
            <p class="actions">\(button("登记到访", .plain))</p></form>
            """ : nil
        return "\(list)\(empty)\(form)"
    }

    private var stages: HTML {
        let visit = SelectField(
            name: "stage_visit", label: "哪一组", choices: visits, selected: typed["stage_visit"],
            fault: fault("stage_visit"), isRequired: true)
        let chips = ChoiceChips(
            name: "stage", label: "刚办好哪一步",
            choices: SigningStage.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: typed["stage"], hint: "办好一步，告诉客户，并指引到下一处。", fault: fault("stage"),
            isRequired: true)
        return """
            <form method="post" action="/stages" class="form">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-s">\(visit.html)\(chips.html)
            <p class="actions">\(button("办好了", .plain))</p></form>
            """
    }
}

/// 话术: what to say on an occasion (REC-66).
struct ScriptPage: Sendable {
    let word: String
    let scripts: [Script]

    var html: HTML {
        let cards: [HTML] = scripts.map { script in
            let points: [HTML] = script.points.map { "<li>\($0)</li>" }
            return Site.card(script.occasion, body: "<ol class=\"script\">\(points)</ol>")
        }
        let found: HTML =
            scripts.isEmpty
            ? emptyState("没有找到“\(word)”", "换一个词，或清空再查，看全部场景。") : "\(cards)"
        return """
            <h1>话术</h1>
            <form class="filters" method="get" action="/scripts">
            \(TextField("q", "什么场合", value: word, maxLength: 40).html)
            \(button("查", .plain, icon: .search))</form>
            <div class="scripts">\(found)</div>
            """
    }
}
