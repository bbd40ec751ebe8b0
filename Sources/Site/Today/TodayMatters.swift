import HouseRules

/// What the state of a site has for management at a moment.
struct TodayMatters: Sendable {
    let state: SiteState
    let policy: Policy
    let names: StaffDirectory
    let now: Moment

    var alarms: [TodayView.Alarm] {
        [nobodyOnDuty, rush, vacancy, short].compactMap(\.self)
    }

    private var nobodyOnDuty: TodayView.Alarm? {
        let members = state.rotation.members.filter { !$0.released }
        guard !members.isEmpty, !members.contains(where: { $0.presence.isOnDuty }) else {
            return nil
        }
        return .init(title: "没有人在岗", text: "来客由管理人员先招呼；请在看板上让人到岗。（REC-01）")
    }

    private var rush: TodayView.Alarm? {
        let held = state.rotation.held.compactMap { state.rotation.visits[$0] }
        guard let first = held.map(\.arrivedAt).min() else { return nil }
        let seconds = max(0, now.seconds(since: first))
        return .init(
            title: "\(held.count) 组客户在等",
            text: "最久的等了 \(waitWords(seconds))（\(first.shortWords) 到）。可召回就餐或后台的人。（REC-16）")
    }

    private var vacancy: TodayView.Alarm? {
        guard let vacancy = state.duty.vacancy, vacancy.reported else { return nil }
        let responsible = vacancy.chain.last.map(names.name) ?? "—"
        return .init(
            title: "首位空着",
            text: "从 \(vacancy.since.clockWords) 起没有人，最后接到交接的是\(responsible)。（REC-11）")
    }

    private var short: TodayView.Alarm? {
        guard state.rotation.shortAlerted, let since = state.rotation.shortSince else { return nil }
        return .init(title: "前台候位不足", text: "从 \(since.clockWords) 起能到前台的人不够，请补位。（REC-09）")
    }

    /// Visits that management holds, the first first (REC-13).
    var held: [TodayView.Line] {
        state.rotation.held.compactMap { state.rotation.visits[$0] }.map { visit in
            let whom = visit.lockedFor.map { "等\(names.name($0))接完，马上交给他" } ?? "谁先回到候位就交给谁"
            return TodayView.Line(
                title: "第 \(visit.number) 组 · \(visit.visitClass.label)",
                text: "\(visit.arrivedAt.shortWords) 到，\(whom)。", until: visit.recallUntil,
                presses: [
                    .init(
                        label: "我先接住", path: "/orders/cover",
                        fields: [("visit", visit.visit.rawValue)], style: .primary)
                ], link: ("这一组", visitPath(visit.visit)))
        }
    }

    /// Receptions that somebody may still claim (REC-31).
    var windows: [TodayView.Line] {
        traces { $0.receptionist != nil && $0.claimedAt == nil && $0.finishedAt == nil }
            .compactMap { visit, trace in
                guard let started = trace.startedAt, let staff = trace.receptionist else {
                    return nil
                }
                let end = started.wholeSecond.adding(seconds: policy.claims.windowSeconds)
                guard now.wholeSecond <= end else { return nil }
                return TodayView.Line(
                    title: "第 \(trace.number) 组 · \(names.name(staff))在接",
                    text: "\(trace.visitClass.label)，别的顾问这会儿还能认领。", until: end,
                    link: ("这一组", visitPath(visit)))
            }
    }

    /// Receptions that wait for a valid entry (REC-34).
    var proofs: [TodayView.Line] {
        state.customers.proofs.sorted { $0.key < $1.key }.map { visit, proof in
            let number = state.customers.traces[visit].map { "第 \($0.number) 组" } ?? "一组客户"
            return TodayView.Line(
                title: "\(number) · \(names.name(proof.by))要拿出有效登记",
                text: proof.until == nil
                    ? "还在接待，接完再开始算时间。" : "拿不出来，客户还给\(names.name(proof.turn))。",
                until: proof.until,
                presses: [
                    .init(
                        label: "看过了，有效", path: "/orders/proof",
                        fields: [("visit", visit.rawValue)], style: .primary)
                ], link: ("这一组", visitPath(visit)))
        }
    }

    /// Notes of stand-ins that their colleagues have not read (REC-39).
    var handovers: [TodayView.Line] {
        state.customers.handovers.sorted { $0.value.until < $1.value.until }.map { _, handover in
            TodayView.Line(
                title: "\(names.name(handover.owner))还没看代接交接",
                text: "\(names.name(handover.by))代接，"
                    + (handover.isNoted ? "交接已经写好。" : "交接还没有写。"), until: handover.until)
        }
    }

    /// Answers owed to customers that are late (REC-65).
    var promises: [TodayView.Line] {
        state.registers.promises.values.filter { $0.isOverdue || now > $0.fact.due }
            .sorted { $0.fact.due < $1.fact.due }.map { promise in
                TodayView.Line(
                    title: "\(names.name(promise.fact.staff))答应客户的回复",
                    text: "要问\(promise.fact.department)，\(promise.fact.due.words) 前答复，已经逾期。")
            }
    }

    /// Callers whom nobody has called back in time; yesterday's, too (REC-57).
    var callbacks: [TodayView.Line] {
        state.calls.open.filter { $0.value.answerer == nil }
            .map(\.value).filter { call in
                let due = call.since.wholeSecond.adding(seconds: limit * 60)
                return call.since.day < now.day || now.wholeSecond > due
            }
            .sorted { $0.since < $1.since }.map { call in
                let whom = call.wanted.map { "客户要找\(names.name($0))，" } ?? ""
                let isMissed = call.since.day < now.day
                return TodayView.Line(
                    title: "\(call.since.words) 的来电\(isMissed ? "，当天没有回拨" : "，逾时未回拨")",
                    text: isMissed ? "\(whom)今天还能回拨，收工就销号。" : "\(whom)应在 \(limit) 分钟内回拨。")
            }
    }

    private var limit: Int { policy.registers.callbackMinutes }

    /// Days whose registers nobody has collected (REC-62).
    var registers: [TodayView.Line] {
        state.registers.counts.filter { $0.key < now.day }.sorted { $0.key < $1.key }.map {
            TodayView.Line(
                title: "\($0.key.words)的登记表还没收存",
                text: "系统里来访 \($0.value.visits) 条、来电 \($0.value.calls) 条，等内业日结。")
        }
    }

    private func traces(_ wanted: (VisitTrace) -> Bool) -> [(VisitID, VisitTrace)] {
        state.customers.traces.filter { wanted($0.value) }.map { ($0.key, $0.value) }
            .sorted { $0.1.number < $1.1.number }
    }

    private func visitPath(_ visit: VisitID) -> String {
        "/visits/\(percentEncode(visit.rawValue))"
    }
}
