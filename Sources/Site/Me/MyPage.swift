import HouseRules

/// A consultant's own page, made for one thumb.
struct MyPage: Sendable {
    /// The visit in hand.
    struct InHand: Sendable {
        let visit: String
        let number: Int
        let visitClass: String
        let since: String
    }

    let name: String
    let staff: String
    let presence: Presence
    let presenceName: String
    let note: String?
    let position: Int?
    /// Since when the presence lasts, in milliseconds: the phone vibrates once in that time.
    var standsSince: Int64 = 0
    let ahead: [String]
    let inHand: [InHand]
    let lastDecision: String?
    let mayWaive: Bool
    let canGoOfficial: Bool
    let csrf: HTML
    let decisionID: String
    var notice: HTML?
    /// What was sent to this person and is not seen yet.
    var notices: HTML?
    /// What waits for this person besides.
    var work = MyWork()
    /// What was chosen in a form that came back.
    var chosen = FormFields()

    var html: HTML {
        """
        <h1 class="visually-hidden">我的</h1>
        \(notice)
        <div id="me" data-hx-ext="sse" data-sse-connect="/events/me">
        <div id="my-notices" aria-live="assertive" data-hx-get="/me/notices" \
        data-hx-trigger="sse:notices">\(notices)</div>
        <div id="my-state" data-hx-get="/me/state" data-hx-trigger="sse:change">
        \(state)</div></div>
        """
    }

    /// The part that follows the board.
    var state: HTML {
        """
        \(parts.urgent)
        <section class="card my-place">
        <p class="my-presence">\(badge(presenceName, tone))\(noteLine)</p>
        \(place)</section>
        \(visits)
        \(parts.duties)
        \(parts.lapsing)
        \(actions)
        \(parts.lost)
        <p class="actions">\(linkButton("我的提成", to: "/statements", .quiet))</p>
        """
    }

    private var parts: MyWorkParts {
        MyWorkParts(work: work, staff: staff, csrf: csrf, decisionID: decisionID)
    }

    private var noteLine: HTML? { note.map { "<span class=\"muted\">\($0)</span>" } }

    private var tone: Tone {
        switch presence {
        case .onStand: .good
        case .receivingTurn, .receivingExisting: .busy
        case .offDuty: .off
        case .suspended: .stop
        default: .warn
        }
    }

    private var place: HTML {
        guard let position else {
            return "<p class=\"my-line\">\(presence == .offDuty ? "还没到岗" : "现在不在次序里")</p>"
        }
        let others = position == 1 ? "下一组新客户就是您的" : "前面还有 " + ahead.joined(separator: "、")
        let alert: HTML? = position == 1 ? " data-vibrate=\"next-\(standsSince)\"" : nil
        return """
            <p class="my-number"\(alert)>\
            <span>第</span><strong>\(position)</strong><span>位</span></p>
            <p class="my-line">\(others)</p>
            """
    }

    private var visits: HTML? {
        guard !inHand.isEmpty else { return nil }
        let cards: [HTML] = inHand.map { visit in
            card(
                "正在接：第 \(visit.number) 组",
                body: """
                    <p>\(visit.visitClass) · \(visit.since) 到场</p>
                    <form method="post" action="\(url: "/visits/\(visit.visit)/finish")">\(csrf)
                    <input type="hidden" name="id" value="\(decisionID)-f\(visit.number)">
                    <label class="check">\
                    <input type="checkbox" name="logged" value="1" checked> 来访已登记</label>
                    \(button("接待完毕", .primary))</form>
                    \(parts.steps(of: visit.visit))
                    """)
        }
        return "\(cards)"
    }

    private var actions: HTML? {
        switch presence {
        case .offDuty: stand("到岗", "clock_in")
        case .awayOfficial, .awayMeal, .awayPersonal, .waived: comeBack
        case .onStand: leave
        case .receivingTurn, .receivingExisting, .suspended: nil
        }
    }

    private func stand(_ label: String, _ move: String) -> HTML {
        form(
            "/staff/\(staff)/stand", "<input type=\"hidden\" name=\"move\" value=\"\(move)\">",
            button(label, .primary))
    }

    private var comeBack: HTML {
        let earliest: HTML? = work.backFrom.map {
            """
            <p class="my-line">最早 <strong>\($0.exactWords)</strong> 可以回位，\
            \(countdown(to: $0.milliseconds, fallback: ""))。</p>
            """
        }
        return "\(earliest)\(stand("回位", "come_back"))"
    }

    private var leave: HTML {
        let kinds = (canGoOfficial ? [LeaveKind.official] : []) + [.meal, .personal]
        let chips = ChoiceChips(
            name: "reason", label: "离台事由",
            choices: kinds.map {
                Choice(value: $0.rawValue, label: $0 == .official ? "处理事务" : $0.label)
            }, selected: chosen["reason"], isRequired: true)
        let told = ChoiceChips(
            name: "told", label: "已经知会了谁",
            choices: Told.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: chosen["told"])
        let note: HTML? = work.waiverNote.map { "<p class=\"hint\">\($0)</p>" }
        let waiver: HTML? =
            mayWaive
            ? """
            <details class="card more"><summary>弃站</summary>\(note)
            \(form(
                "/staff/\(staff)/waiver",
                "<p>点了就算，不能自己撤回；回位要等够最短时长。</p>", button("确认弃站", .danger)))
            </details>
            """ : nil
        let away = form(
            "/staff/\(staff)/absence", chips.html + told.html, button("离台", .plain),
            draft: "absence")
        let rest: HTML = "<input type=\"hidden\" name=\"kind\" value=\"rest\">"
        return """
            \(card("离台", body: away))
            \(parts.handFront)
            \(waiver)
            \(form("/staff/\(staff)/off-duty", rest, button("下班", .quiet)))
            """
    }

    /// With a draft, a choice half made survives a change of the board.
    private func form(
        _ path: String, _ fields: HTML, _ submit: HTML, draft: String? = nil
    ) -> HTML {
        let kept: HTML? = draft.map { " data-draft=\"\($0)\"" }
        return """
            <form method="post" action="\(url: path)" class="my-action"\(kept)>\(csrf)
            <input type="hidden" name="id" value="\(decisionID)">\(fields)\(submit)</form>
            """
    }
}
