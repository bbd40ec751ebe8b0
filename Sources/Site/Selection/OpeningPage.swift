import HouseRules

/// How far an activity is: what is settled, what comes next, and the manager's stop.
struct OpeningPage: Sendable {
    let view: OpeningView
    let mayRule: Bool
    let forms: OpeningForms
    let siteName: String

    private var activity: Activity { view.activity }

    var html: HTML {
        """
        <div class="columns"><div>\(summary)\(steps)</div><div class="side">\(stopCard)</div></div>
        """
    }

    private var summary: HTML {
        let pairs: [(String, String?)] = [
            ("类型", activity.kind.label), ("开始", activity.opensAt.words),
            ("房源", "\(activity.units.count) 套，已选 \(view.takenCount) 套"),
            ("名单", "\(activity.roster.count) 人"), ("名单哈希", activity.rosterHash),
            ("种子承诺", activity.commitment.map { "\($0.hash)，\($0.at.words) 公布" }),
            ("摇号", activity.sheet.map { "\($0.drawnAt.words) 摇出" }),
            ("沿用顺序", activity.follows.map(title)),
            ("批准就绪", activity.approvedAt?.words), ("暂停", activity.pausedAt.map { "自 \($0.words)" }),
        ]
        return card(
            "活动", body: facts(pairs.compactMap { name, value in value.map { (name, $0) } }))
    }

    private func title(_ other: ActivityID) -> String {
        view.state.selection.activities[other]?.title ?? "已归档的活动"
    }

    private var steps: HTML {
        let all: [(String, OpeningPart, Bool, String)] = [
            ("名单锁定", .roster, activity.rosterHash != nil, "SEL-01"),
            ("公布种子承诺", .draw, activity.commitment != nil, "SEL-02"),
            ("摇号定序", .draw, activity.isOrdered, "SEL-02"),
            ("准备齐全", .preparation, activity.gaps.isEmpty, "SEL-08"),
            ("经理批准就绪", .preparation, activity.approvedAt != nil, "SEL-08"),
        ]
        // Online nobody is called: there is nothing to be drawn.
        let needed = all.filter { activity.kind != .onlineOpening || $0.1 != .draw }
        let lines: [HTML] = needed.map { title, part, isDone, clause in
            """
            <li>\(badge(isDone ? "已办" : "待办", isDone ? .good : .warn)) \
            \(linkButton(title, to: view.path + part.rawValue, .quiet)) \
            <a class="clause-id" href="\(url: "/clauses/\(clause)")">\(clause)</a></li>
            """
        }
        return card("步骤", body: "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var stopCard: HTML? {
        guard mayRule else { return nil }
        if let since = activity.pausedAt {
            return card(
                "暂停中",
                body: """
                    <p>\(since.words) 起全部停表，恢复后从剩余时间继续。</p>
                    \(view.form("/resumption", "r", forms, "", "恢复活动"))
                    """)
        }
        let note = TextField("note", "为什么停", isRequired: true)
        return card(
            "暂停整个活动",
            body: """
                <p class="muted">签到、选房、付款的时限一起停表（SEL-09）。</p>
                \(view.form("/pause", "p", forms, note.html, "暂停", .danger))
                """)
    }
}

/// Favourites and rehearsal picks by unit; what few people marked shows no number (SEL-06).
struct HeatMap: Sendable {
    let view: OpeningView

    var html: HTML {
        let rows: [[HTML]] = view.activity.plan.map { unit in
            let heat = view.activity.heat[unit.unit]
            let shown = heat?.shown(by: view.activity.terms.heatWeights)
            return [
                "\(unit.unit.rawValue)", "\(unit.layout)", "\(unit.building) 栋 \(unit.floor) 层",
                shown.map { "\($0)" } ?? (heat.map { $0.people > 0 } ?? false ? "少于 3 人次" : "—"),
            ]
        }
        let weights = view.activity.terms.heatWeights
        return """
            <p>收藏 \(weights.favourite) 分、公测点选 \(weights.rehearsalPick) 分、\
            到访意向 \(weights.visitIntent) 分；少于 \(Heat.shownFrom) 人次的不显示数字，\
            热度不得用于对个别买方差别报价。
            <a class="clause-id" href="/clauses/SEL-06">SEL-06</a></p>
            \(dataTable(
                caption: "热度",
                columns: [
                    Column(title: "房号"), Column(title: "户型", isLabelled: true),
                    Column(title: "位置", isLabelled: true),
                    Column(title: "热度", isNumber: true, isLabelled: true),
                ], rows: rows))
            """
    }
}
