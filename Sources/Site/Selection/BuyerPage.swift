import HouseRules

/// A buyer's page on the phone: number, queue, clock, units. Everything works without script.
struct BuyerPage: Sendable {
    let view: OpeningView
    let code: OrderCode
    let token: String
    let short: String
    let siteName: String
    /// How many are called before.
    let ahead: Int?
    /// The building that is shown; nil: the first.
    let building: Int?
    let id: String
    var told: HTML?

    private var activity: Activity { view.activity }
    private var buyer: Buyer? { activity.buyers[code.person] }
    private var path: String { "/o/\(token)" }
    private var isOnline: Bool { activity.kind == .onlineOpening }
    private var isBefore: Bool { view.now < activity.opensAt }

    private var shown: Int { building ?? activity.plan.first?.building ?? 0 }

    var html: HTML {
        Layout(
            title: "\(activity.title) · \(siteName)", viewer: nil, current: "/o", body: content,
            now: view.now.milliseconds, script: "opening.js"
        ).html
    }

    private var content: HTML {
        """
        <div class="buyer">
        <header><h1>\(activity.title)</h1><p class="muted">\(siteName) · \(activity.kind.label)</p>
        </header>
        <div id="pick-answer" role="status" aria-live="assertive">\(told)</div>
        <div id="buyer-state" data-hx-get="\(url: "\(path)/state?building=\(shown)")" \
        data-hx-trigger="every 4s, picked from:body">\(state)</div>
        \(isOnline ? nil : codeCard)
        </div>
        """
    }

    /// What changes while the page is open.
    var state: HTML { "\(place)\(mine)\(isOnline ? units : nil)" }

    private var codeCard: HTML {
        card(
            "我的订单码",
            body: """
                <div class="proof">\(QRCode(short)?.svg(named: "订单码二维码"))
                <p class="proof-code">\(short)</p>
                <p class="muted">叫到以后到签到处出示。</p></div>
                """)
    }

    private var place: HTML {
        let number: HTML? = buyer?.number.map {
            "<p class=\"my-number\"><strong>\($0)</strong> 号</p>"
        }
        return card(
            "我的情况", aside: badge(buyer?.stage.label ?? "", tone),
            body: "<div class=\"my-place\">\(number)<p>\(sentence)</p>\(clock)</div>")
    }

    private var tone: Tone {
        switch buyer?.stage {
        case .called, .seated: .warn
        case .present, .chosen: .good
        case .waiting: .calm
        case .out, nil: .off
        }
    }

    private var sentence: String {
        if let since = activity.pausedAt {
            let runs = activity.clock(of: code.person).map { !view.isStill($0.kind) } ?? false
            return "活动 \(since.clockWords) 起暂停，\(runs ? "时限照走" : "时限不走")，请稍候。"
        }
        if isOnline { return onlineSentence }
        switch buyer?.stage {
        case .waiting:
            guard activity.isOrdered else { return "还没有摇号。摇号以后这里显示您的号。" }
            let calling = activity.called.compactMap { activity.buyers[$0]?.number }
            let now = calling.isEmpty ? "" : "正在叫 \(calling.map { "\($0)" }.listed) 号，"
            let missed = (buyer?.misses ?? 0) > 0 ? "您过号一次，排到本轮末尾；" : ""
            return "\(missed)\(now)您前面还有 \(ahead ?? 0) 位。"
        case .called: return "正在叫您，请到签到处。"
        case .present: return "已签到，请到选房台。"
        case .seated: return "请在\(buyer?.desk ?? "选房台")选房，由工作人员当场核对。"
        case .chosen: return "已选定。"
        case .out, nil: return "本轮已放弃。有疑问请到服务台登记异议。"
        }
    }

    private var onlineSentence: String {
        if isBefore { return "\(activity.opensAt.words) 开盘，以服务器时刻为准；开盘前的请求不计先后。" }
        if activity.approvedAt == nil { return "经理还没批准就绪，请稍候。" }
        return (buyer?.units.isEmpty ?? true) ? "已经开盘，点要选的房源。" : "付款以财务收到为准。"
    }

    private var clock: HTML? {
        if isOnline, isBefore {
            return "<p>\(countdown(to: activity.opensAt.milliseconds, fallback: ""))</p>"
        }
        guard let clock = activity.clock(of: code.person), !view.isStill(clock.kind) else {
            return nil
        }
        return """
            <p>\(clock.kind.label)到 \(clock.until.clockWords)（含） \
            \(countdown(to: clock.until.wholeSecond.milliseconds + 999, fallback: ""))</p>
            """
    }

    private var mine: [HTML] {
        (buyer?.units ?? []).map { unit in
            let until = activity.paymentUntil(of: unit)
            return notice(
                .good, title: "\(unit) 为您保留",
                text: until.map { "请在 \($0.clockWords) 前（含）交定金，过时放开。" }
                    ?? "\(view.status(of: unit)?.label ?? "")。")
        }
    }

    private var units: HTML {
        let all = activity.plan
        let buildings = Set(all.map(\.building)).sorted()
        let tabs: [HTML] = buildings.map { number in
            let left = all.count { $0.building == number && view.status(of: $0.unit) == nil }
            let mark: HTML? = number == shown ? " aria-current=\"true\"" : nil
            return """
                <a class="button button-plain" href="\(url: "\(path)?building=\(number)")"\(mark)>\
                \(number) 栋 余 \(left)</a>
                """
        }
        let rows = all.filter { $0.building == shown }.map(line)
        return card(
            "房源",
            body: """
                <nav class="actions" aria-label="楼栋">\(tabs)</nav>
                <ul class="pick-list">\(rows)</ul>
                """)
    }

    private func line(_ unit: ListedUnit) -> HTML {
        let heat = activity.heat[unit.unit]?.shown(by: activity.terms.heatWeights)
        let about = "\(unit.layout) 户型，\(unit.floor) 层" + (heat.map { "，热度 \($0)" } ?? "")
        return """
            <li data-unit="\(unit.unit.rawValue)"><span><strong>\(unit.unit.rawValue)</strong> \
            <small>\(about)</small></span>\(actions(unit.unit))</li>
            """
    }

    private func actions(_ unit: UnitID) -> HTML {
        if view.state.hold(of: unit)?.person == code.person { return badge("为您保留", .good) }
        if view.status(of: unit) != nil { return badge("已被选走", .off) }
        guard isBefore else {
            guard buyer?.units.isEmpty ?? false else { return badge("可选", .calm) }
            return """
                <form method="post" action="\(url: path + "/picks")" \
                data-pick="\(view.id.rawValue)" data-code="\(token)">
                <input type="hidden" name="id" value="\(id)">
                \(button("选 \(unit)", .primary, name: "unit", value: unit.rawValue))</form>
                """
        }
        let isLiked = activity.marks(of: code.person, .favourite).contains(unit)
        let isTried = activity.marks(of: code.person, .rehearsalPick).contains(unit)
        let favourite = mark(unit, .favourite, isOn: !isLiked, isLiked ? "已收藏，取消" : "收藏")
        guard activity.terms.rehearsalAllowed else { return favourite }
        return """
            <span class="pick-marks">\(favourite)\
            \(mark(unit, .rehearsalPick, isOn: !isTried, isTried ? "公测已点，取消" : "公测点选"))</span>
            """
    }

    private func mark(_ unit: UnitID, _ kind: HeatKind, isOn: Bool, _ label: String) -> HTML {
        """
        <form method="post" action="\(url: path + "/marks")">
        <input type="hidden" name="id" value="\(id)">
        <input type="hidden" name="building" value="\(shown)">
        <input type="hidden" name="kind" value="\(kind.rawValue)">
        <input type="hidden" name="on" value="\(isOn ? "1" : "0")">
        \(button(label, .quiet, name: "unit", value: unit.rawValue))</form>
        """
    }
}
