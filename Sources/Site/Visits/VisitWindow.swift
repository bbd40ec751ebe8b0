import HouseRules

/// Something the rules leave open about a visit until a moment.
struct VisitWindow: Sendable, Equatable {
    /// What may be done, such as 认领.
    let title: String
    /// What it means for whoever stands there.
    let text: String
    /// The last second in which it may be done.
    let until: Moment
    /// The clause that sets the time.
    let clause: String
    /// Whether it is still open.
    let isOpen: Bool

    /// The windows of a visit that are still open, the first to close first.
    static func open(
        _ visit: VisitID, _ state: SiteState, _ policy: Policy, at now: Moment,
        names: StaffDirectory
    ) -> [VisitWindow] {
        all(visit, state, policy, at: now, names: names).filter(\.isOpen)
    }

    /// All windows of a visit, those that have closed as well.
    static func all(
        _ visit: VisitID, _ state: SiteState, _ policy: Policy, at now: Moment,
        names: StaffDirectory
    ) -> [VisitWindow] {
        var windows = duties(visit, state, at: now, names: names)
        if let trace = state.customers.traces[visit], trace.finishedAt == nil {
            windows += ofTrace(trace, policy.claims, at: now)
        }
        return windows.sorted { $0.until < $1.until }
    }

    private static func make(
        _ title: String, _ text: String, _ until: Moment, _ clause: Clause, _ now: Moment
    ) -> VisitWindow {
        VisitWindow(
            title: title, text: text, until: until, clause: clause.id,
            isOpen: now.wholeSecond <= until)
    }

    /// What lasts from the arrival or from the beginning of the reception (REC-31 … REC-33).
    private static func ofTrace(
        _ trace: VisitTrace, _ knobs: ClaimPolicy, at now: Moment
    ) -> [VisitWindow] {
        var windows = [
            make(
                "说出接电话的顾问", "来电客户从进门算起，这个时刻前说出名字都算。",
                trace.arrivedAt.wholeSecond.adding(seconds: knobs.namingSeconds), .rec(33), now)
        ]
        guard let started = trace.startedAt?.wholeSecond else { return windows }
        if trace.claimedAt == nil {
            let seconds = max(knobs.windowSeconds, knobs.discoverSeconds)
            windows.append(
                make(
                    "认领", "是自己客户的顾问，这个时刻前可以认领；四个条件都要满足。",
                    started.adding(seconds: seconds), .rec(31), now))
        }
        windows.append(
            make(
                "自己改判类别", "这个时刻前在场的人可以改；以后由管理人员改。",
                started.adding(seconds: knobs.reclassSeconds), .rec(32), now))
        return windows
    }

    /// What somebody owes: an answer, a proof, a note to be read (REC-10, REC-34, REC-39).
    private static func duties(
        _ visit: VisitID, _ state: SiteState, at now: Moment, names: StaffDirectory
    ) -> [VisitWindow] {
        var windows: [VisitWindow] = []
        if let awaited = state.duty.awaited[visit] {
            windows.append(
                make(
                    "应答", "等 \(names.name(awaited.staff)) 应答，过时改派下一位。", awaited.until,
                    .rec(10), now))
        }
        if let proof = state.customers.proofs[visit], let until = proof.until {
            windows.append(
                make(
                    "出示有效登记",
                    "\(names.name(proof.by)) 认出的客户；过时没有登记就归 \(names.name(proof.turn))。", until,
                    .rec(34), now))
        }
        if let handover = state.customers.handovers[visit] {
            windows.append(
                make(
                    "看代接交接", "由 \(names.name(handover.owner)) 看过 \(names.name(handover.by)) 的交接。",
                    handover.until, .rec(39), now))
        }
        return windows
    }
}

/// Windows with the second at which each closes, and how long that is from now.
func windowList(_ windows: [VisitWindow]) -> HTML? {
    guard !windows.isEmpty else { return nil }
    let items: [HTML] = windows.map { window in
        let moment = window.until.exactWords
        let left: HTML =
            window.isOpen
            ? countdown(to: window.until.adding(seconds: 1).milliseconds - 1, fallback: "进行中")
            : badge("已过", .off)
        return """
            <li class="window\(window.isOpen ? "" : " is-closed")">
            <span class="window-title">\(window.title)</span>
            <strong class="window-end">至 \(moment)</strong> \(left)
            <a class="clause-id" href="\(url: "/clauses/" + window.clause)">\(window.clause)</a>
            <span class="window-text">\(window.text)</span></li>

            """
    }
    return """
        <section class="card" aria-label="还能办的时间"><header class="card-head">\
        <h2>还能办的时间</h2></header><ul class="windows">\(items)</ul></section>
        """
}

extension Moment {
    /// Hours, minutes and seconds, always: `14:05:00`; the day before it when it is another.
    var exactWords: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let second = timeOfDay.second
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }
}
