import HouseRules

extension PolicyParameter {
    /// Keeping the line, registers, texts, promises and checks (REC-45 … REC-66).
    static let registers: [PolicyParameter] = line + entries + floor

    private static let line: [PolicyParameter] = [
        PolicyParameter("phone.publish_by", "电话次序何时生效", "REC-54", \.calls.issue, .choice),
        PolicyParameter(
            "phone.confirm_minutes", "电话次序多久内确认", "REC-54",
            \.calls.confirmMinutes, .whole(0...600, "分钟")),
        PolicyParameter("phone.answerers", "谁能接热线", "REC-56", \.calls.answerers, .choice),
        PolicyParameter(
            "phone.missed_fine", "漏接一次罚多少", "REC-55", \.calls.missedFine,
            ParameterForm.yuan.orNull),
        PolicyParameter(
            "phone.answer_within_rings", "几声内接起", "REC-57",
            \.calls.rings, .whole(1...20, "声")),
        PolicyParameter(
            "phone.ring_seconds", "一声响几秒", "REC-55",
            \.calls.ringSeconds, .whole(1...20, "秒")),
        PolicyParameter(
            "callback.minutes", "待回拨时限", "REC-57",
            \.registers.callbackMinutes, .whole(1...1440, "分钟")),
        PolicyParameter(
            "message.remind_minutes", "留言多久没处理就提醒", "REC-58",
            \.registers.messageMinutes, .whole(1...1440, "分钟")),
    ]

    private static let entries: [PolicyParameter] = [
        PolicyParameter(
            "visit_register.fields", "来访登记必填", "REC-48", \.registers.visitFields, .words()),
        PolicyParameter(
            "visit_log.fine", "来访逾期未登记完罚多少", "REC-48", \.registers.visitFine,
            ParameterForm.yuan.orNull),
        PolicyParameter("call.fields", "来电登记必填", "REC-59", \.registers.callFields, .words()),
        PolicyParameter(
            "call.blank_fine", "来电登记每空一处罚多少", "REC-59", \.registers.blankFine, .yuan),
        PolicyParameter(
            "sms.deadline_minutes", "首电短信几分钟内发", "REC-60", \.registers.textMinutes,
            ParameterForm.whole(1...1440, "分钟").orNull),
        PolicyParameter(
            "sms.required_elements", "首电短信必含", "REC-60", \.registers.textElements, .words()),
        PolicyParameter(
            "register.remind_at", "未日结次日几点提醒", "REC-62",
            \.registers.closingReminder, .time),
        PolicyParameter(
            "call.max_minutes", "通话最长几分钟", "REC-64", \.registers.callMinutes,
            ParameterForm.whole(1...120, "分钟").orNull),
        PolicyParameter(
            "promise_reply.default_hours", "答复的默认时限", "REC-65",
            \.registers.promiseHours, .whole(1...720, "小时")),
        PolicyParameter(
            "promise_reply.reminder_before_minutes", "答复到期前多久提醒", "REC-65",
            \.registers.promiseReminder, .whole(0...1440, "分钟")),
    ]

    private static let floor: [PolicyParameter] = [
        PolicyParameter("kit.items", "首位接待前要备的", "REC-45", \.registers.kitItems, .words()),
        PolicyParameter(
            "kit.sheet_min_per_type", "每种户型单张至少几张", "REC-45",
            \.registers.sheetsPerType, .whole(0...99, "张")),
        PolicyParameter(
            "reception.required_steps", "接待必做的步骤", "REC-47",
            \.registers.requiredSteps, .words()),
        PolicyParameter(
            "table_reset.minutes", "谈判桌几分钟内归位", "REC-50",
            \.registers.tableMinutes, .whole(0...120, "分钟")),
        PolicyParameter(
            "table_reset.fine", "谈判桌没收拾罚多少", "REC-50", \.registers.tableFine,
            ParameterForm.yuan.orNull),
        PolicyParameter(
            "site_tour.requires_developer_approval", "进工地须开发商批准", "REC-51",
            \.registers.tourApproval, .flag),
        PolicyParameter(
            "site_tour.helmet_per_person", "进工地每人几顶安全帽", "REC-51",
            \.registers.helmetsEach, .whole(0...2, "顶")),
        PolicyParameter(
            "vip.notice_minutes", "领导到访提前多久提示", "REC-52",
            \.registers.leaderNotice, .whole(0...240, "分钟")),
        PolicyParameter(
            "inspection.items_off", "检查表里本站不用的项", "REC-46", \.registers.itemsOff,
            .names),
    ]
}

extension ParameterForm<Money> {
    /// Whole yuan.
    static var yuan: Self {
        ParameterForm(
            allowed: "应当是 0 到 100000 的整数（元）",
            parse: { word in
                Int64(word).flatMap { (0...100_000).contains($0) ? Money.yuan($0) : nil }
            },
            text: { "\($0.fen / 100)" })
    }
}

extension ParameterForm {
    /// Words of an enumeration, separated by spaces, none of them twice.
    static func words<Word: RawRepresentable & CaseIterable & Labelled & Hashable & Sendable>()
        -> Self where Word.RawValue == String, Value == [Word]
    {
        let all = Word.allCases.map { "\($0.rawValue)（\($0.label)）" }.listed
        return ParameterForm(
            allowed: "应当是几个词，用空格隔开，可以写 \(all)",
            labels: Dictionary(
                uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, $0.label) }),
            parse: { text in
                let names = text.split(separator: " ").map(String.init)
                let words = names.compactMap { Word(rawValue: $0) }
                return words.count == names.count && Set(words).count == words.count ? words : nil
            },
            text: { $0.map(\.rawValue).joined(separator: " ") })
    }
}

extension ParameterForm<[String]> {
    /// `list.item` of the checklists, separated by spaces.
    static var names: Self {
        let known = Set(
            Checklist.allCases.flatMap { list in
                list.items.map { "\(list.rawValue).\($0)" }
            })
        return ParameterForm(
            allowed: "应当是检查表.项目的几个词，用空格隔开，例如 station.no_reading；都用就写 \"\"",
            parse: { text in
                let names = text.split(separator: " ").map(String.init)
                return names.allSatisfy(known.contains) ? names : nil
            },
            text: { $0.joined(separator: " ") })
    }
}
