import HTTPTypes
import HouseRules

/// A buyer's page after the activity has ended: what they have of it, and nothing left to press.
struct EndedBuyerPage: Sendable {
    private let units: [(unit: UnitID, status: UnitStatus)]
    private let siteName: String
    private let now: Moment
    var told: HTML?

    init(_ code: OrderCode, _ state: SiteState, siteName: String, at now: Moment) {
        units = state.sales.units(of: code.person).sorted().compactMap { unit in
            guard let known = state.sales.units[unit], known.holding?.activity == code.activity
            else { return nil }
            return (unit, known.status)
        }
        (self.siteName, self.now) = (siteName, now)
    }

    var html: HTML {
        let kept: [HTML] = units.map { unit in
            notice(.good, title: "\(unit.unit) 是您的", text: "\(unit.status.label)。")
        }
        let none: HTML? = units.isEmpty ? "<p>您名下没有这次活动选定的房源。</p>" : nil
        let card = card(
            "我的情况", aside: badge("活动已结束", .off),
            body: """
                <p>活动已经结束，结果以现场归档为准；有疑问请到服务台查。</p>\(none)
                """)
        return Layout(
            title: "活动已结束 · \(siteName)", viewer: nil, current: "/o",
            body: """
                <div class="buyer">
                <header><h1>活动已结束</h1><p class="muted">\(siteName)</p></header>
                <div id="pick-answer" role="status" aria-live="assertive">\(told)</div>
                \(card)\(kept)</div>
                """, now: now.milliseconds, script: "opening.js"
        ).html
    }
}

extension HTTPField.Name {
    /// Tells a page of htmx to load itself anew.
    static let hxRefresh = HTTPField.Name("HX-Refresh")!
}
