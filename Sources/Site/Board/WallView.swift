import HouseRules

/// What a television shows beside the order: alarms, groups that wait, who is with whom, customers
/// that may still be claimed, leaders who are to come.
struct WallView: Sendable {
    /// Somebody with a group.
    struct Reception: Sendable {
        let staff: String
        let owner: String?
        let number: Int
        let since: String
    }

    /// A group that waits.
    struct Waiting: Sendable {
        let number: Int
        let since: Moment
        let lockedFor: String?
    }

    /// A group that may be claimed until then.
    struct Claim: Sendable {
        let number: Int
        let until: Moment
    }

    let alarms: [(title: String, text: String, clause: String)]
    let waiting: [Waiting]
    let receptions: [Reception]
    let claims: [Claim]
    /// When leaders come (REC-52).
    let leaders: [Moment]

    init(state: SiteState, policy: Policy, directory: StaffDirectory, at now: Moment) {
        let rotation = state.rotation
        waiting = rotation.held.compactMap { rotation.visits[$0] }.map {
            Waiting(
                number: $0.number, since: $0.arrivedAt,
                lockedFor: $0.lockedFor.map(directory.name))
        }
        let traces = state.customers.traces
        receptions = rotation.visits.values.sorted { $0.number < $1.number }.compactMap { visit in
            guard let staff = visit.receptionist else { return nil }
            let owner = traces[visit.visit]?.owner
            return Reception(
                staff: directory.name(staff),
                owner: owner == staff ? nil : owner.map(directory.name), number: visit.number,
                since: (traces[visit.visit]?.startedAt ?? visit.arrivedAt).shortWords)
        }
        claims = Self.claims(traces, policy.claims, at: now)
        leaders = state.registers.leaders.values.filter { $0 >= now }.sorted()
        alarms = Self.alarms(state, policy, directory, at: now)
    }

    private static func claims(
        _ traces: [VisitID: VisitTrace], _ knobs: ClaimPolicy, at now: Moment
    ) -> [Claim] {
        let seconds = max(knobs.windowSeconds, knobs.discoverSeconds)
        return traces.values.compactMap { trace in
            guard let started = trace.startedAt, trace.finishedAt == nil, trace.claimedAt == nil
            else { return nil }
            let until = started.wholeSecond.adding(seconds: seconds)
            return now.wholeSecond <= until ? Claim(number: trace.number, until: until) : nil
        }
        .sorted { ($0.until, $0.number) < ($1.until, $1.number) }
    }

    private static func alarms(
        _ state: SiteState, _ policy: Policy, _ directory: StaffDirectory, at now: Moment
    ) -> [(title: String, text: String, clause: String)] {
        var alarms: [(title: String, text: String, clause: String)] = []
        if let vacancy = state.duty.vacancy, let grace = policy.duty.vacancySeconds,
            now.seconds(since: vacancy.since) > grace
        {
            let who = vacancy.chain.last.map(directory.name) ?? ""
            alarms.append(
                ("前台首位空着", "自 \(vacancy.since.shortWords) 起没有人，请 \(who) 马上到位。", "REC-11"))
        }
        if state.duty.rush != nil {
            // How many wait now, not how many there were when management was told.
            let groups = state.rotation.held.count
            let text =
                groups > 0 ? "\(groups) 组在等，没有人候位，请管理人员先接。" : "没有人候位了，请管理人员到前台。"
            alarms.append(("客流高峰", text, "REC-16"))
        }
        return alarms
    }
}

extension WallView {
    /// The panel beside the order.
    var html: HTML {
        let alarmList: [HTML] = alarms.map {
            notice(.stop, title: $0.title, text: "\($0.text)（\($0.clause)）")
        }
        return "\(alarmList)\(waitingPart)\(claimPart)\(receptionPart)\(leaderPart)"
    }

    private func part(_ title: String, _ items: [HTML]) -> HTML? {
        guard !items.isEmpty else { return nil }
        return """
            <section class="wall-part"><h2>\(title)</h2><ul>\(items)</ul></section>

            """
    }

    private var waitingPart: HTML? {
        part(
            "\(waiting.count) 组在等",
            waiting.map { group in
                let whom = group.lockedFor.map { "等 \($0)" } ?? "等最先回位的人"
                return """
                    <li><strong>第 \(group.number) 组</strong> \(group.since.shortWords) 到 · \
                    \(whom) \(countdown(to: group.since.milliseconds, fallback: ""))</li>
                    """
            })
    }

    private var receptionPart: HTML? {
        part(
            "正在接待",
            receptions.map { line in
                let owner: HTML? = line.owner.map { "（代 \($0)）" }
                return """
                    <li><strong>\(line.staff)</strong>\(owner) 第 \(line.number) 组 · \
                    \(line.since) 起</li>
                    """
            })
    }

    private var claimPart: HTML? {
        part(
            "还能认领",
            claims.map { claim in
                """
                <li><strong>第 \(claim.number) 组</strong> 至 \(claim.until.exactWords) \
                \(countdown(to: claim.until.milliseconds + 999, fallback: ""))</li>
                """
            })
    }

    private var leaderPart: HTML? {
        part(
            "领导到访",
            leaders.map { moment in
                """
                <li><strong>\(moment.words)</strong> \
                \(countdown(to: moment.milliseconds, fallback: ""))</li>
                """
            })
    }
}
