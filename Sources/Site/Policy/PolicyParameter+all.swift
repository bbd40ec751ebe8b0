import HouseRules

extension PolicyParameter {
    /// Every parameter that the rules read, in the order of the catalogue.
    public static let all: [PolicyParameter] =
        rotation + owed + station + phone + registers + duty + claims + ownership
        + adjudication + channels + sales + selection + commission

    private static let rotation: [PolicyParameter] = [
        PolicyParameter(
            "rotation.mechanism", "轮次机制", "REC-03", \.rotation.mechanism, .choice),
        PolicyParameter(
            "rotation.publish_time", "出表时刻", "REC-01", \.rotation.publishTime, .time),
        PolicyParameter(
            "rotation.publisher", "出表人", "REC-01", \.rotation.publisher,
            .choice(of: [
                .dutyOfficer, .salesSupervisor, .salesManager, .frontDeskSecretary, .clericalStaff,
            ])),
        PolicyParameter(
            "rotation.auto_close_at", "自动收工时刻", "REC-01", \.rotation.autoCloseAt, .time),
        PolicyParameter(
            "rotation.draft_effective_unconfirmed", "没确认的草表是否先用", "REC-01",
            \.rotation.draftEffectiveUnconfirmed, .flag),
        PolicyParameter(
            "rotation.busy_with_turn_policy", "轮到时还在接上一组新客户", "REC-03",
            \.rotation.busyWithTurn, .choice),
        PolicyParameter(
            "rotation.busy_on_phone", "轮到时正在接公司的来电", "REC-03",
            \.rotation.busyOnPhone, .choice),
        PolicyParameter(
            "rotation.late_joiner_position", "迟到的人排在哪里", "REC-14",
            \.rotation.lateJoiner, .choice),
        PolicyParameter(
            "rotation.catch_up_limit", "离开太久最多连接几组", "REC-04",
            \.rotation.catchUpLimit, .whole(0...20, "组")),
        PolicyParameter(
            "tally.tick_per_reception", "接完一组记几个 ∨", "REC-04",
            \.rotation.tickPerReception, .whole(1...10, "个")),
        PolicyParameter.turnTable,
        PolicyParameter(
            "dispatch.answer_seconds", "派客应答时限", "REC-13",
            \.rotation.answerSeconds, .whole(0...3600, "秒")),
        PolicyParameter(
            "substitute.selector", "原顾问不在由谁代接", "REC-39", \.rotation.substitute, .choice),
        PolicyParameter(
            "standby.front_count", "前台候轮人数", "REC-09",
            \.rotation.standbyCount, ParameterForm.whole(1...10, "人").orNull),
        PolicyParameter(
            "standby.alert_seconds", "候位不足多久告警", "REC-09",
            \.rotation.standbySeconds, .whole(0...3600, "秒")),
    ]

    private static let owed: [PolicyParameter] = [
        PolicyParameter(
            "makeup.accumulates", "补轮可否累计", "REC-03", \.rotation.makeupAccumulates, .flag),
        PolicyParameter(
            "makeup.carry_over", "没兑现的补轮带到何时", "REC-06", \.rotation.makeupCarry, .choice),
        PolicyParameter(
            "official.order_required", "公干须有派单", "REC-06",
            \.rotation.officialOrderRequired, .flag),
        PolicyParameter("meal.window", "就餐时段", "REC-06", \.rotation.mealWindow, .span),
        PolicyParameter(
            "advance.per_group", "老带新一组预支几轮", "REC-20",
            \.rotation.advancePerGroup, .whole(0...9, "轮")),
        PolicyParameter(
            "advance.carry_over_next_day", "预支是否带到次日", "REC-20",
            \.rotation.advanceCarriesOver, .flag),
        PolicyParameter(
            "waiver.min_minutes", "弃站最短时长", "REC-08",
            \.rotation.waiverMinutes, .whole(0...600, "分钟")),
        PolicyParameter(
            "waiver.min_minutes_applies_to", "最短时长管哪一段", "REC-08",
            \.rotation.waiverTime, .choice),
        PolicyParameter(
            "waiver.tick_cost", "弃站一次记几个 ∨", "REC-08",
            \.rotation.waiverTicks, .whole(0...20, "个")),
        PolicyParameter(
            "waiver.ring_effect", "环形站点弃站的代价", "REC-08",
            \.rotation.waiverRingAdvances, ParameterForm.advances.orNull),
    ]

    private static let station: [PolicyParameter] = [
        PolicyParameter(
            "station.persons_per_slot", "一个站位站几人", "REC-02",
            \.rotation.personsPerSlot, .whole(1...5, "人")),
        PolicyParameter(
            "station.start", "站位开始时刻", "REC-02", \.rotation.stationFrom,
            ParameterForm.time.orNull),
        PolicyParameter(
            "station.end", "站位结束时刻", "REC-02", \.rotation.stationTo, ParameterForm.time.orNull),
        PolicyParameter(
            "station.absent_tick", "轮到没站记几个 ∨", "REC-12",
            \.rotation.absentTick, .whole(0...10, "个")),
    ]

    private static let phone: [PolicyParameter] = [
        PolicyParameter("phone.order", "电话次序", "REC-54", \.calls.order, .choice),
        PolicyParameter("phone.mode", "电话轮法", "REC-54", \.calls.mode, .choice),
        PolicyParameter("phone.shift_start", "电话班开始时刻", "REC-54", \.calls.shiftFrom, .time),
        PolicyParameter("phone.shift_end", "电话班结束时刻", "REC-54", \.calls.shiftTo, .time),
        PolicyParameter("phone.makeup", "错过的电话是否补", "REC-54", \.calls.makeup, .flag),
        PolicyParameter(
            "phone.named_call_counts", "点名来电是否计轮", "REC-54", \.calls.namedCallCounts, .flag),
    ]
}

extension RotationPolicy {
    /// The meal window as one value.
    fileprivate var mealWindow: TimeSpan {
        get { TimeSpan(from: mealFrom, to: mealTo) }
        set {
            mealFrom = newValue.from
            mealTo = newValue.to
        }
    }
}
