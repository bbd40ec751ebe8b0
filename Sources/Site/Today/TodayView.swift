import HouseRules

/// What waits for management now, in words.
struct TodayView: Sendable {
    /// Something that goes wrong at this moment.
    struct Alarm: Sendable {
        let title: String
        let text: String
    }

    /// A form of one button.
    struct Press: Sendable {
        let label: String
        let path: String
        var fields: [(name: String, value: String)] = []
        var style = ButtonStyle.plain
    }

    /// One thing that waits.
    struct Line: Sendable {
        let title: String
        let text: String
        /// Until when, if it runs out.
        var until: Moment?
        var presses: [Press] = []
        /// Where more is to be read or done.
        var link: (label: String, href: String)?
    }

    /// Things of one kind.
    struct Section: Sendable {
        let title: String
        /// The rule that asks for it, where it is one.
        var clause: String?
        let lines: [Line]
        var link: (label: String, href: String)?
        var press: Press?
    }

    let alarms: [Alarm]
    /// Only those with something in them.
    let sections: [Section]
    let figures: TodayFigures
}

/// The part of 今日 that follows what happens on the site.
struct TodayFragment: Sendable {
    let view: TodayView
    let csrf: HTML
    let decisionID: String

    var html: HTML {
        let alarms: [HTML] = view.alarms.map { notice(.stop, title: $0.title, text: $0.text) }
        let waiting: HTML =
            view.sections.isEmpty
            ? Site.card(
                "等我处理", body: emptyState("现在没有等您处理的事", "有人等候、有争议、有到期的事，会马上出现在这里。"))
            : "\(view.sections.enumerated().map { section($0.element, $0.offset) })"
        return """
            <div class="today-alarms">\(alarms)</div>
            \(figures)
            <div class="today-waiting">\(waiting)</div>
            """
    }

    private var figures: HTML {
        let tiles: [HTML] = view.figures.tiles.map {
            """
            <div class="figure"><dt>\($0.name)</dt><dd>\($0.value)</dd></div>
            """
        }
        let classes: HTML? =
            view.figures.classes.isEmpty
            ? nil
            : """
            <p class="muted">来访类别：\(view.figures.classes.map {
                "\($0.visitClass.label) \($0.count)"
            }.joined(separator: "，"))</p>
            """
        return Site.card(
            "今天", aside: linkButton("报表", to: "/reports", .quiet),
            body: "<dl class=\"figures\">\(tiles)</dl>\(classes)")
    }

    private func section(_ section: TodayView.Section, _ place: Int) -> HTML {
        let lines: [HTML] = section.lines.enumerated().map {
            line($0.element, "\(place)-\($0.offset)")
        }
        let link = section.link.map { linkButton($0.label, to: $0.href, .quiet) }
        let press = section.press.map { form($0, "\(place)") }
        let foot: HTML? =
            link == nil && press == nil ? nil : "<div class=\"actions\">\(press)\(link)</div>"
        let clause: HTML? = section.clause.map {
            "<a class=\"clause-id\" href=\"\(url: "/clauses/" + $0)\">\($0)</a> "
        }
        return Site.card(
            section.title,
            aside: "<span>\(clause)\(badge("\(section.lines.count) 件", .warn))</span>",
            body: "<ul class=\"waiting\">\(lines)</ul>\(foot)")
    }

    private func line(_ line: TodayView.Line, _ place: String) -> HTML {
        let until: HTML? = line.until.map {
            """
            <span class="until">\(Icon.clock.html)到 \($0.clockWords)，\
            \(countdown(to: $0.milliseconds, fallback: $0.clockWords))</span>
            """
        }
        let presses: [HTML] = line.presses.enumerated().map {
            form($0.element, "\(place)-\($0.offset)")
        }
        let link = line.link.map { linkButton($0.label, to: $0.href, .quiet) }
        return """
            <li><div class="waiting-what"><strong>\(line.title)</strong>
            <span>\(line.text)</span>\(until)</div>
            <div class="actions">\(presses)\(link)</div></li>

            """
    }

    private func form(_ press: TodayView.Press, _ place: String) -> HTML {
        let fields: [HTML] = press.fields.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
        }
        return """
            <form method="post" class="inline" action="\(url: press.path)">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-\(place)">\(fields)
            \(button(press.label, press.style))</form>
            """
    }
}

/// 今日: the first page of management.
struct TodayPage: Sendable {
    let fragment: TodayFragment
    let told: HTML?

    var html: HTML {
        let orders: [HTML] = FloorOrder.listed.map {
            linkButton($0.label, to: "/orders/\($0.rawValue)", .plain)
        }
        let records: [HTML] = [
            ("争议", "/disputes"), ("停接单", "/suspensions"), ("处罚草稿", "/penalties"),
            ("检查", "/inspections"), ("现场事务", "/onsite"), ("话术", "/scripts"),
        ].map { linkButton($0.0, to: $0.1, .quiet) }
        return """
            <h1>今日</h1>
            \(told)
            <div id="today" data-hx-ext="sse" data-sse-connect="/events/board">
            <div id="today-live" data-hx-get="/today/live" data-hx-trigger="sse:change">
            \(fragment.html)</div></div>
            \(Site.card("办理", body: "<div class=\"today-orders\">\(orders)</div>"))
            \(Site.card("记录", body: "<div class=\"today-orders\">\(records)</div>"))
            """
    }
}
