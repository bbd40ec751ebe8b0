import HouseRules

/// Who is called, there, seated or has to pay.
struct HallView: Sendable {
    let view: OpeningView
    let people: [PersonID]
    let labels: [PersonID: String]

    /// More clocks than this are for the list, not for the hall.
    private static let limit = 200

    /// Everybody against whom something runs or who waits in the hall.
    static func people(_ view: OpeningView) -> [PersonID] {
        let activity = view.activity
        let paying = activity.runningClocks.filter { $0.kind == .payment }.map(\.person)
        let chosen = activity.buyers.filter { _, buyer in
            buyer.stage == .chosen && buyer.units.contains { view.status(of: $0) == .held }
        }.map(\.key).sorted()
        var seen: Set<PersonID> = []
        let all = activity.called + activity.present + activity.seated + paying + chosen
        return Array(all.filter { seen.insert($0).inserted }.prefix(limit))
    }

    var html: HTML {
        let activity = view.activity
        guard !people.isEmpty else {
            return emptyState(
                activity.isOrdered || activity.kind == .onlineOpening ? "现在没有人在办" : "还没有顺序",
                activity.isOrdered ? "点“叫下一组”。" : "摇号定序以后才能叫号。")
        }
        let rows: [[HTML]] = people.map { person in
            let buyer = activity.buyers[person]
            let path = "\(view.path)/buyers/\(percentEncode(person.rawValue))"
            return [
                "<a href=\"\(url: path)\">\(buyer?.number.map { "\($0) 号" } ?? "办理")</a>",
                "\(labels[person] ?? "")", "\(buyer?.ticket ?? "")", stage(buyer),
                "\((buyer?.units ?? []).map(\.rawValue).listed)", clock(person),
            ]
        }
        return dataTable(
            caption: "正在办的买方",
            columns: ["号", "买方", "认筹单", "状态", "房源", "时限"].enumerated().map {
                Column(title: $1, isLabelled: $0 == 2 || $0 == 4)
            }, rows: rows)
    }

    private func stage(_ buyer: Buyer?) -> HTML {
        switch buyer?.stage {
        case .called: badge("正在叫", .busy)
        case .present: badge("已签到", .good)
        case .seated: badge("\(buyer?.desk ?? "") 正在选", .busy)
        case .chosen:
            badge(
                (buyer?.units.last).flatMap { view.status(of: $0)?.label } ?? "已选定", .calm)
        case .waiting, .out, nil: badge(buyer?.stage.label ?? "", .off)
        }
    }

    private func clock(_ person: PersonID) -> HTML {
        guard let clock = view.activity.clock(of: person) else { return "—" }
        let isFrozen = view.isStill(clock.kind)
        let words = "\(clock.kind.label)至 \(clock.until.clockWords)"
        if isFrozen { return "\(words)（停表）" }
        return """
            \(words) \(countdown(to: clock.until.wholeSecond.milliseconds + 999, fallback: ""))
            """
    }
}

/// The desk of the hall: call, check in, and who is where, live.
struct DeskPage: Sendable {
    let view: OpeningView
    let hall: HallView
    let role: Role
    let forms: OpeningForms

    var html: HTML {
        """
        <div class="columns"><div data-hx-ext="sse" \
        data-sse-connect="\(url: "/events" + view.path)">
        <div id="hall" data-hx-get="\(url: view.path + "/desk/state")" \
        data-hx-trigger="sse:change, every 15s">\(hall.html)</div></div>
        <div class="side no-print">\(calls)\(finder)</div></div>
        """
    }

    private var calls: HTML? {
        guard view.activity.kind != .onlineOpening else { return nil }
        let next = view.activity.nextGroup.compactMap { view.activity.buyers[$0]?.number }
        let words =
            next.isEmpty
            ? "没有人可叫了。" : "下一组：\(next.map { "\($0)" }.listed) 号。"
        let code = TextField(
            "code", "订单码", hint: "扫码，或填证件、认筹单的尾号四位。", isRequired: true, maxLength: 40)
        let form: HTML? =
            HallStep.call.isOpen(to: role)
            ? view.form("/calls", "g", forms, "", "叫下一组") : nil
        return """
            \(card("叫号", body: "<p>\(words)</p>\(form)"))
            \(card("签到", body: view.form("/arrivals", "k", forms, code.html, "签到")))
            """
    }

    private var finder: HTML {
        card(
            "找一位买方",
            body: """
                <form method="get" class="form" action="\(url: view.path + "/buyers")">
                \(TextField("number", "号或订单码", isRequired: true, maxLength: 20).html)
                <p class="actions">\(button("打开", .plain))</p></form>
                """)
    }
}

/// One buyer at a desk: the clock, the units, and what may be done now (SEL-04).
struct DeskBuyerPage: Sendable {
    let view: OpeningView
    let person: PersonID
    let buyer: Buyer
    let label: String
    let names: StaffDirectory
    let viewer: Account
    let code: String
    let forms: OpeningForms

    private var path: String { "/buyers/\(percentEncode(person.rawValue))" }

    var html: HTML {
        """
        <div class="columns"><div>\(state)\(unitCards)\(free)</div>
        <div class="side no-print">\(seatCards)\(pickCard)\(more)</div></div>
        """
    }

    private var state: HTML {
        let clock = view.activity.clock(of: person)
        let until: HTML? = clock.map { clock in
            view.isStill(clock.kind)
                ? "<p>\(clock.kind.label)停表，恢复后接着算。</p>"
                : """
                <p class="desk-clock">\(clock.kind.label)到 \(clock.until.clockWords)（含） \
                \(countdown(to: clock.until.wholeSecond.milliseconds + 999, fallback: ""))</p>
                """
        }
        let title = buyer.number.map { "\($0) 号" } ?? "买方"
        return card(
            "\(title) \(label)", aside: badge(buyer.stage.label, .calm),
            body: """
                <p>认筹单 \(buyer.ticket)\(buyer.desk.map { "，\($0)" } ?? "")\
                \(buyer.misses > 0 ? "，过号 \(buyer.misses) 次" : "")</p>\(until)
                """)
    }

    private func form(
        _ step: String, _ mark: String, _ fields: HTML, _ label: String, _ style: ButtonStyle
    ) -> HTML {
        view.form("\(path)/\(step)", mark, forms, fields, label, style)
    }

    private var seatCards: HTML? {
        switch buyer.stage {
        case .called: card("签到", body: form("arrival", "k", "", "本人到了，签到", .primary))
        case .present:
            card(
                "入座",
                body: form(
                    "seat", "s", TextField("desk", "几号台", value: "1 号台", isRequired: true).html,
                    "入座，开始计时", .primary))
        case .waiting, .seated, .chosen, .out: nil
        }
    }

    private var pickCard: HTML? {
        let isOnline = view.activity.kind == .onlineOpening
        guard isOnline || buyer.stage == .seated || buyer.stage == .chosen else { return nil }
        let unit = TextField("unit", "房号", isRequired: true, maxLength: 40)
        return card(
            buyer.units.isEmpty ? "点选" : "改选",
            body: form("pick", "p", unit.html, "当场核对，占用", .primary))
    }

    private func mayTake(_ step: HallStep) -> Bool { step.isOpen(to: viewer.role) }

    private var unitCards: [HTML] {
        buyer.units.enumerated().map { index, unit in
            let status = view.status(of: unit)
            let field: HTML = "<input type=\"hidden\" name=\"unit\" value=\"\(unit.rawValue)\">"
            let reviewer = SelectField(
                name: "reviewer", label: "复核人", choices: reviewers, isRequired: true,
                suffix: "-\(index)")
            let isOnline = view.activity.kind == .onlineOpening
            let order: HTML? =
                status == .held && !isOnline && mayTake(.order)
                ? form("order", "o\(index)", "\(field)\(reviewer.html)", "签单", .primary) : nil
            let pay: HTML? =
                (status == .orderedUnpaid || (status == .held && isOnline)) && mayTake(.pay)
                ? form("payment", "y\(index)", field, "定金已到财务", .primary) : nil
            let back: HTML? =
                (status ?? .subscribed) < .subscribed && mayTake(.giveBack)
                ? form("return", "b\(index)", field, "放开", .danger) : nil
            return card(
                unit.rawValue, aside: badge(status?.label ?? "可选", .busy),
                body: "\(order)\(pay)\(back)")
        }
    }

    /// Those whom the manager named, and the manager (SEL-04).
    private var reviewers: [Choice] {
        let named = (view.activity.staff[.review] ?? []).sorted()
        let own =
            viewer.role == .salesManager && !named.contains(viewer.staff)
            ? [viewer.staff] : []
        return (named + own).map { Choice(value: $0.rawValue, label: names.name($0)) }
    }

    private var free: HTML? {
        guard view.activity.approvedAt != nil else { return nil }
        return UnitPlan(view: view, mine: buyer.units).html
    }

    private var more: HTML {
        let note = TextArea(name: "note", label: "说了什么", isRequired: true, maxLength: 500)
        let who: HTML = "<input type=\"hidden\" name=\"person\" value=\"\(person.rawValue)\">"
        return card(
            "其他",
            body: """
                <p class="actions">\(linkButton("本人的手机页", to: "/o/\(code)", .quiet))</p>
                <details class="more"><summary>登记异议</summary>
                \(view.form("/objections", "j", forms, "\(who)\(note.html)", "登记"))</details>
                """)
    }
}

/// The list of units as a plan of each building, from the top floor down.
struct UnitPlan: Sendable {
    let view: OpeningView
    var mine: [UnitID] = []

    var html: HTML {
        let units = view.activity.plan
        let buildings = Dictionary(grouping: units, by: \.building).sorted { $0.key < $1.key }
        let parts: [HTML] = buildings.map { building, units in
            let floors = Dictionary(grouping: units, by: \.floor).sorted { $0.key > $1.key }
            let rows: [HTML] = floors.map { _, units in
                "<li class=\"plan-floor\">\(units.sorted { $0.unit < $1.unit }.map(cell))</li>"
            }
            let left = units.count { view.status(of: $0.unit) == nil }
            return """
                <section class="plan-building"><h3>\(building) 栋 \
                <small>余 \(left) / \(units.count)</small></h3><ul>\(rows)</ul></section>
                """
        }
        return "<div class=\"unit-plan\">\(parts)</div>"
    }

    private func cell(_ unit: ListedUnit) -> HTML {
        let status = view.status(of: unit.unit)
        let isMine = mine.contains(unit.unit)
        let word = isMine ? "本人" : status == nil ? "可选" : (status?.label ?? "")
        let style = isMine ? "is-mine" : status == nil ? "is-free" : "is-taken"
        return """
            <span class="plan-unit \(style)" data-unit="\(unit.unit.rawValue)">\
            \(unit.unit.rawValue) <small>\(word)</small></span>
            """
    }
}
