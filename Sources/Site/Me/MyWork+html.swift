import HouseRules

/// The cards of what waits for a consultant; the phone goes through them from top to bottom.
struct MyWorkParts: Sendable {
    let work: MyWork
    let staff: String
    let csrf: HTML
    let decisionID: String

    /// What cannot wait: before the place in the queue.
    var urgent: HTML {
        let answers: [HTML] = work.calls.map(answer)
        let claims: [HTML] = work.claimable.map(claim)
        return "\(answers)\(claims)"
    }

    /// What belongs to the visit in hand.
    func steps(of visit: String) -> HTML? {
        guard let steps = work.steps.first(where: { $0.visit == visit }) else { return nil }
        let buttons: [HTML] = steps.left.map {
            button($0.label, .plain, name: "step", value: $0.rawValue)
        }
        let ticks: HTML =
            steps.left.isEmpty
            ? "<p class=\"hint\">必做的步骤都打过点了。</p>"
            : """
            <form method="post" action="\(url: "/visits/\(visit)/steps")" class="my-steps">\
            \(hidden("s\(steps.number)"))<p class="hint">做完一步点一步，还有 \(steps.left.count) 步。</p>
            \(buttons)</form>
            """
        let price: HTML? =
            steps.mayTalkPrice
            ? """
            <form method="post" action="\(url: "/visits/\(visit)/price-talk")">\
            \(hidden("p\(steps.number)"))\(button("开始谈价", .quiet))</form>
            """ : nil
        return """
            \(ticks)\(price)
            \(linkButton("登记、改判、离开等", to: "/visits/\(visit)", .quiet))
            """
    }

    /// What has a moment by which it must be done.
    var duties: HTML {
        let tables: [HTML] = work.tables.enumerated().map { index, due in
            duty("谈判桌归位", due, "table", "已归位", "t\(index)")
        }
        let readings: [HTML] = work.readings.enumerated().map { index, due in
            duty("交接要看", due, "handover-reading", "已阅", "h\(index)")
        }
        return "\(tables)\(readings)\(links("来访登记要补", work.entries, "填登记", "entry"))"
            + "\(links("交接要写", work.notes, "写交接", "handover-note"))"
    }

    /// Customers whose clocks run out soon, on their way to the list.
    var lapsing: HTML? {
        guard work.lapsing.total > 0 else { return nil }
        return card(
            "快到期 \(work.lapsing.total) 位",
            body: """
                <p>\(work.lapsing.words)。今天联系并登记跟进，就从今天重新算起。</p>
                <p class="actions">\(linkButton("去跟进", to: "/customers", .plain))</p>
                """)
    }

    /// Lost turns of today, each with its dispute (REC-15).
    var lost: HTML? {
        guard !work.lost.isEmpty else { return nil }
        let items: [HTML] = work.lost.enumerated().map { index, lost in
            let note = TextArea(
                name: "note", label: "为什么不该轮空", isRequired: true, rows: 2, maxLength: 500,
                suffix: "-lost\(index)")
            return """
                <li><p>\(lost.text)</p><details class="more"><summary>对这一轮有异议</summary>
                <form method="post" action="\(url: "/visits/\(lost.visit)/dispute")" \
                class="my-action" data-draft="dispute-\(index)">\(hidden("d\(index)"))
                \(note.html)\(button("交给管理人员裁定", .plain))</form></details></li>
                """
        }
        return card("今天轮空的", body: "<ul class=\"calls\">\(items)</ul>")
    }

    /// The first hands the front on before leaving (REC-11).
    var handFront: HTML? {
        guard !work.successors.isEmpty else { return nil }
        let next = SelectField(
            name: "to", label: "首位交给谁", choices: work.successors,
            selected: work.successors.first?.value, hint: "对方当面应了再点；交接以后首位空着由接的人负责。",
            isRequired: true)
        return """
            <details class="card more"><summary>交接首位</summary>
            <form method="post" action="\(url: "/staff/\(staff)/front")" class="my-action">\
            \(hidden("front"))\(next.html)\(button("交接首位", .plain))</form></details>
            """
    }

    private func answer(_ waiting: MyWork.Call) -> HTML {
        card(
            "派给您：第 \(waiting.number) 组",
            body: """
                <p class="my-line" data-vibrate="answer-\(waiting.visit)">请在 \
                <strong>\(waiting.until.exactWords)</strong> 前应答，\(left(waiting.until))。</p>
                <form method="post" action="\(url: "/visits/\(waiting.visit)/answer")">\
                \(hidden("a\(waiting.number)"))\(button("应答", .primary, icon: .check))</form>
                """)
    }

    private func claim(_ claim: MyWork.Claimable) -> HTML {
        card(
            "您的客户来了：第 \(claim.number) 组",
            body: """
                <p>\(claim.receptionist) 在接。<strong>\(claim.until.exactWords)</strong> 前可以认领，\
                \(left(claim.until))。</p>
                <form method="post" action="\(url: "/visits/\(claim.visit)/claim")" \
                class="my-action" data-draft="claim-\(claim.number)">\(hidden("c\(claim.number)"))
                <label class="check"><input type="checkbox" name="surname" value="1"> \
                我说得出客户姓氏</label>
                <label class="check"><input type="checkbox" name="acknowledged" value="1"> \
                客户也认得我</label>
                <label class="check"><input type="checkbox" name="wants_another" value="1"> \
                客户指明要另一位</label>
                \(button("认领", .primary))</form>
                """)
    }

    private func duty(
        _ title: String, _ due: MyWork.Due, _ path: String, _ label: String, _ mark: String
    ) -> HTML {
        card(
            title,
            body: """
                <p>\(due.text)，\(due.until.words) 前，\(left(due.until))。</p>\(due.words)
                <form method="post" action="\(url: "/visits/\(due.visit)/\(path)")">\
                \(hidden(mark))\(button(label, .plain))</form>
                """)
    }

    private func links(
        _ title: String, _ dues: [MyWork.Due], _ label: String, _ place: String
    ) -> HTML? {
        guard !dues.isEmpty else { return nil }
        let items: [HTML] = dues.map { due in
            """
            <li><p>\(due.text)，最晚 \(due.until.words)，\(left(due.until))。</p>
            \(linkButton(label, to: "/visits/\(due.visit)#\(place)", .plain))</li>
            """
        }
        return card(title, body: "<ul class=\"calls\">\(items)</ul>")
    }

    private func left(_ until: Moment) -> HTML {
        countdown(to: until.milliseconds + 999, fallback: "")
    }

    private func hidden(_ mark: String) -> HTML {
        """
        \(csrf)<input type="hidden" name="id" value="\(decisionID)-\(mark)">\
        <input type="hidden" name="back" value="/me">
        """
    }
}
