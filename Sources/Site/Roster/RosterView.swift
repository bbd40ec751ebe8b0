import HouseRules

/// The roster of a week in words: who works, who rests, who is suspended.
struct RosterView: Sendable {
    /// One consultant.
    struct Line: Sendable {
        let staff: String
        let name: String
        let presence: String
        let tone: Tone
        /// Rest or duty, one for each day of the week.
        let days: [Day]
        let suspendedUntil: String?
        let group: String?
    }

    /// One day of somebody.
    struct Day: Sendable {
        let day: BusinessDay
        let isRest: Bool
        let isSuspended: Bool
        let isToday: Bool
        /// Before today: what was planned for it stands in the journal only.
        let isPast: Bool
    }

    /// The Monday.
    let week: BusinessDay
    let lines: [Line]
    /// How many are where today.
    let today: [(label: String, names: [String])]

    init(_ state: SiteState, _ names: StaffDirectory, week: BusinessDay, at now: Moment) {
        self.week = week
        let members = state.rotation.members.filter { !$0.released }
        let suspended = Self.suspendedDays(state.duty)
        lines = members.map { member in
            let presence = member.presence(at: now)
            return Line(
                staff: member.staff.rawValue, name: names.name(member.staff),
                presence: presence.label, tone: Self.tone(presence),
                days: (0..<7).map { week.adding(days: $0) }.map { day in
                    Day(
                        day: day, isRest: state.duty.rests(member.staff, on: day),
                        isSuspended: suspended[member.staff]?.contains(day) ?? false,
                        isToday: day == now.day, isPast: day < now.day)
                },
                suspendedUntil: state.duty.suspendedUntil(member.staff, on: now.day)?.words,
                group: state.customers.groups[member.staff])
        }
        today = Self.today(members, state.duty, names, now)
    }

    private static func suspendedDays(_ duty: DutyDesk) -> [StaffID: Set<BusinessDay>] {
        duty.suspensions.reduce(into: [:]) { $0[$1.staff, default: []].formUnion($1.days) }
    }

    private static func today(
        _ members: [Member], _ duty: DutyDesk, _ names: StaffDirectory, _ now: Moment
    ) -> [(label: String, names: [String])] {
        func listed(_ wanted: (Member) -> Bool) -> [String] {
            members.filter(wanted).map { names.name($0.staff) }
        }
        return [
            ("在岗", listed { $0.presence.isOnDuty }),
            ("轮休", listed { !$0.presence.isOnDuty && duty.rests($0.staff, on: now.day) }),
            ("停接", listed { duty.suspendedUntil($0.staff, on: now.day) != nil }),
            (
                "没到岗",
                listed {
                    $0.presence == .offDuty && !duty.rests($0.staff, on: now.day)
                        && duty.suspendedUntil($0.staff, on: now.day) == nil
                }
            ),
        ]
    }

    private static func tone(_ presence: Presence) -> Tone {
        switch presence {
        case .onStand: .good
        case .receivingTurn, .receivingExisting: .busy
        case .suspended: .stop
        case .offDuty: .off
        case .awayOfficial, .awayMeal: .calm
        case .awayPersonal, .waived: .warn
        }
    }
}

/// 排班: a week of rest days.
struct RosterPage: Sendable {
    /// A change of the roster, from the journal.
    struct Change: Sendable {
        let at: String
        let actor: String
        let person: String
        let kind: String
        let decision: String
    }

    let view: RosterView
    let changes: [Change]
    let mayPlan: Bool
    let told: HTML?

    var html: HTML {
        """
        <h1>排班</h1>
        \(told)
        \(todayCard)
        \(Site.card("\(view.week.words)起的一周", aside: steps, body: week))
        \(history)
        """
    }

    private var todayCard: HTML {
        let pairs = view.today.map { group in
            let names = group.names.isEmpty ? "没有" : group.names.listed
            return (name: "\(group.label) \(group.names.count) 人", value: names)
        }
        return Site.card("今天谁在岗", body: facts(pairs))
    }

    private var steps: HTML {
        func link(_ label: String, _ days: Int) -> HTML {
            linkButton(label, to: "/roster?week=\(view.week.adding(days: days).text)", .quiet)
        }
        return "<span class=\"actions\">\(link("上一周", -7))\(link("下一周", 7))</span>"
    }

    private var week: HTML {
        guard !view.lines.isEmpty else {
            return emptyState("轮次里还没有人", "在“人员”里给置业顾问开账号，他们就会排进来。")
        }
        let rows: [HTML] = view.lines.map(row)
        return "<ul class=\"roster\">\(rows)</ul>"
    }

    private func row(_ line: RosterView.Line) -> HTML {
        let days: [HTML] = line.days.map { day in
            let word = day.isPast ? "—" : day.isSuspended ? "停接" : day.isRest ? "休" : "班"
            let style =
                (day.isRest ? " is-rest" : "") + (day.isSuspended ? " is-suspended" : "")
                + (day.isToday ? " is-today" : "") + (day.isPast ? " is-past" : "")
            return """
                <li class="roster-day\(style)"><span>\(weekdayWord(day.day))</span>\
                <strong>\(word)</strong></li>
                """
        }
        let group: HTML? = line.group.map { "<span class=\"muted\">\($0)组</span>" }
        let until: HTML? = line.suspendedUntil.map { badge("停接到 \($0)", .stop) }
        let plan: HTML? =
            mayPlan
            ? linkButton("改 \(line.name)", to: "/roster/\(percentEncode(line.staff))", .quiet) : nil
        return """
            <li class="roster-line"><div class="roster-who"><strong>\(line.name)</strong>
            \(badge(line.presence, line.tone))\(until)\(group)</div>
            <ol class="roster-days" aria-label="\(line.name) 的一周">\(days)</ol>\(plan)</li>

            """
    }

    private var history: HTML {
        let body: HTML =
            changes.isEmpty
            ? emptyState("还没有改动", "谁在什么时候改了谁的轮休，都会记在这里。")
            : dataTable(
                caption: "最近的改动",
                columns: ["时刻", "谁的", "改了什么", "经手"].map { Column(title: $0) },
                rows: changes.map { change in
                    [
                        "<a href=\"\(url: "/decisions/" + change.decision)\">\(change.at)</a>",
                        "\(change.person)", "\(change.kind)", "\(change.actor)",
                    ]
                })
        return Site.card("最近的改动", body: body)
    }
}

/// `周一 2日`.
func weekdayWord(_ day: BusinessDay) -> String {
    "\(String(day.words.split(separator: " ").last ?? "")) \(day.civil.day)日"
}

/// One consultant's rest days and group.
struct RosterPersonPage: Sendable {
    let staff: String
    let name: String
    /// Days that can be chosen, with those that are rest days now.
    let days: [(day: BusinessDay, isRest: Bool)]
    let group: String?
    let mayGroup: Bool
    let csrf: HTML
    let decisionID: String
    var told: HTML?

    var html: HTML {
        """
        <h1>\(name) 的排班</h1>
        \(told)
        \(Site.card("轮休", body: rest))
        \(mayGroup ? Site.card("分组", body: grouping) : nil)
        <p class="actions">\(linkButton("回到排班", to: "/roster", .quiet))</p>
        """
    }

    private var rest: HTML {
        let chips: [HTML] = days.map { day, isRest in
            """
            <label class="chip"><input type="checkbox" name="day" value="\(day.text)"\
            \(flag: "checked", isRest) aria-label="\(day.words)">\
            <span>\(day.words.suffix(2))<small>\(day.civil.month).\(day.civil.day)</small>\
            </span></label>

            """
        }
        return """
            <form method="post" class="form" action="\(url: "/roster/\(staff)/rest-days")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-rest">
            <fieldset class="field chips"><legend>往后四周，勾上的是轮休</legend>
            <div class="chip-row roster-chips">\(chips)</div>
            <p class="hint">停接按出勤日算，轮休日不算在里面；轮休日要排轮须上满一天。</p></fieldset>
            <p class="actions">\(button("保存轮休", .primary))</p></form>
            """
    }

    private var grouping: HTML {
        """
        <form method="post" class="form" action="\(url: "/roster/\(staff)/group")">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-group">
        \(TextField(
            "group", "组名", value: group ?? "", hint: "按组代接的案场才用；留空就是不分组。",
            maxLength: 20).html)
        <p class="actions">\(button("保存分组", .plain))</p></form>
        """
    }
}
