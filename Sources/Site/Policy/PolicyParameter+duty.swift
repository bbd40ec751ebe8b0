import HouseRules

extension PolicyParameter {
    /// Order on the floor, REC-10 … REC-23.
    static let duty: [PolicyParameter] = [
        PolicyParameter(
            "dispatch.answer_required", "派客是否要应答", "REC-10", \.duty.answerRequired, .flag),
        PolicyParameter(
            "leave_front.notify_required", "因公离台是否须先知会", "REC-10",
            \.duty.noticeRequired, .flag),
        PolicyParameter(
            "vacancy.grace_seconds", "首位可空多久", "REC-11", \.duty.vacancySeconds,
            ParameterForm.whole(0...3600, "秒").orNull),
        PolicyParameter(
            "suspension.by_supervisor_days", "主管发现停接几天", "REC-12",
            \.duty.supervisorDays, ParameterForm.whole(1...30, "天").orNull),
        PolicyParameter(
            "suspension.by_manager_days", "经理发现停接几天", "REC-12", \.duty.managerDays,
            ParameterForm.whole(1...30, "天").orNull),
        PolicyParameter(
            "suspension.refuse_customer_days", "借故不接停接几天", "REC-12", \.duty.refusalDays,
            ParameterForm.whole(1...30, "天").orNull),
        PolicyParameter(
            "rotation.rest_day_join", "轮休日能否排轮", "REC-14", \.duty.restDayJoin, .choice),
        PolicyParameter(
            "rest_day.join_until", "轮休日最迟几点打卡", "REC-14", \.duty.restDayJoinUntil, .time),
        PolicyParameter(
            "peak.waiting_groups", "几组在等就告警", "REC-16", \.duty.peakGroups,
            ParameterForm.whole(1...20, "组").orNull),
        PolicyParameter(
            "assist.blocks_turn", "义务接待错过的轮次", "REC-17", \.duty.assistBlocks, .choice),
        PolicyParameter(
            "assist.refusal_fine", "拒绝义务接待的罚款草稿", "REC-17", \.duty.finesYuan,
            .whole(0...10_000, "元")),
        PolicyParameter(
            "offhours.definition", "班内时段", "REC-19", \.duty.hours, ParameterForm.span.orNull),
        PolicyParameter(
            "offhours.blocks_turn", "班外接待错过的轮次", "REC-19", \.duty.offHoursBlocks, .choice),
    ]
}

extension DutyPolicy {
    /// The hours as one value.
    fileprivate var hours: TimeSpan? {
        get {
            guard let hoursFrom, let hoursTo else { return nil }
            return TimeSpan(from: hoursFrom, to: hoursTo)
        }
        set {
            hoursFrom = newValue?.from
            hoursTo = newValue?.to
        }
    }

    /// The fine in whole yuan.
    fileprivate var finesYuan: Int {
        get { Int(assistFine.fen / 100) }
        set { assistFine = .yuan(Int64(newValue)) }
    }
}
