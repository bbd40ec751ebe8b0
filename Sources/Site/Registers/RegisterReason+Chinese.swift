import HouseRules

extension RegisterReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .penaltyDrafted(let draft):
            "拟一张罚单给\(names(draft.staff))（\(draft.article)，\(draft.amount.text)），由管理人员定夺。"
        case .visitEntered, .visitIncomplete, .visitTooLate, .stepsMissing, .stepsComplete,
            .tableReset, .tableLeft, .kitReady, .kitShort, .tourCleared, .tourBack, .leaderComing,
            .stageDone:
            floorSentence(names)
        case .callEntered, .callIncomplete, .callBlanks, .enteredLate, .suspect, .appointment,
            .overlong, .callBackBy, .callbackOverdue, .callbackMissed, .orderUnconfirmed,
            .collected, .notCollected:
            callSentence(names)
        case .textDue, .textSent, .textDeclined, .textLate, .textMissing, .textList, .textReviewed:
            textSentence(names)
        default: slipSentence(names)
        }
    }

    private func floorSentence(_ names: Names) -> String {
        switch self {
        case .visitEntered(let visit): "“\(visit)”的来访登记齐了。"
        case .visitIncomplete(let visit, let fields, let closes):
            "“\(visit)”的来访登记还缺：\(fields.listedLabels)。\(closes.words) 前补齐。"
        case .visitTooLate(let visit, let fields):
            "“\(visit)”的来访登记过了当天 24:00"
                + (fields.isEmpty ? "" : "，还缺：\(fields.listedLabels)") + "，归属不成立。"
        case .stepsMissing(let visit, let steps):
            "“\(visit)”的接待单不完整，还缺：\(steps.listedLabels)。"
        case .stepsComplete(let visit): "“\(visit)”的接待单必做的步骤都有了。"
        case .tableReset(let visit): "“\(visit)”用过的谈判桌已归位。"
        case .tableLeft(let visit, let staff):
            "\(names(staff))没有按时收好“\(visit)”用过的谈判桌，列入下一次巡场。"
        case .kitReady(let staff): "\(names(staff))的用品齐了。"
        case .kitShort(let staff, let items):
            "\(names(staff))的用品不齐：\(items.map(kitWord).joined(separator: "、"))，请补齐；不影响派客。"
        case .tourCleared(let people, let helmets):
            "\(people) 人，安全帽 \(helmets) 顶，可以进工地。顾问走在最前带路并随时提醒。"
        case .tourBack(let short):
            short == 0 ? "工地参观回来，安全帽都还了。" : "工地参观回来，还差 \(short) 顶安全帽没还。"
        case .leaderComing(_, let moment):
            "领导 \(moment.words) 到访，前台起立按职务问好；不计轮，不派客。"
        case .stageDone(let stage):
            "请告诉客户\(stage.label)已办好"
                + (stage.next.map { "，并指引到下一步：\($0.label)。" } ?? "，手续全部办完。")
        default: ""
        }
    }

    private func callSentence(_ names: Names) -> String {
        switch self {
        case .callEntered(let call): "“\(call)”的来电登记齐了。"
        case .callIncomplete(let call, let fields, let closes):
            "“\(call)”的来电登记先存草稿，还缺：\(fields.listedLabels)。\(closes.words) 前补齐。"
        case .callBlanks(let call, let staff, let fields):
            "“\(call)”到 24:00 还空着 \(fields.count) 处（\(fields.listedLabels)），逐处记在\(names(staff))名下。"
        case .enteredLate(let call): "“\(call)”不是当天登记的，只当历史留存。"
        case .suspect: "疑似市调：先请对方留电话，只答公开口径，尽量请到现场；不影响归属。"
        case .appointment(let moment): "客户约定 \(moment.words) 到访。"
        case .overlong(let staff, let seconds, let limit):
            "\(names(staff))这通讲了 \(seconds) 秒，超过 \(limit) 秒，只作统计。"
        case .callBackBy(let moment): "待回拨，\(moment.words) 前回拨。"
        case .callbackOverdue(let call): "“\(call)”到时没有人回拨。"
        case .callbackMissed(let call): "“\(call)”到收工也没有人回拨，记当天未回拨；次日还能回拨。"
        case .orderUnconfirmed(let day): "\(day.words)的电话次序还没有值班人员确认，请确认。"
        case .collected(let day): "\(day.words)的登记表纸质与系统一致，已收存。"
        case .notCollected(let day): "\(day.words)的登记表还没有日结，请经理催办。"
        default: ""
        }
    }

    private func textSentence(_ names: Names) -> String {
        switch self {
        case .textDue(let staff, let moment):
            "首次来电，\(names(staff))要在 \(moment.words) 前把短信发出。"
        case .textSent(let staff, let late):
            late ? "\(names(staff))的短信发迟了。" : "\(names(staff))按时发了短信。"
        case .textDeclined(let staff): "客户拒收短信，\(names(staff))不用发。"
        case .textLate(let call, let staff): "“\(call)”的短信\(names(staff))到时没有发。"
        case .textMissing(let call, let staff): "“\(call)”的短信\(names(staff))当天没有发。"
        case .textList(let count, let late): "当天首次来电 \(count) 条，其中迟发 \(late) 条，请逐条过。"
        case .textReviewed(let staff, let passed):
            passed ? "\(names(staff))的这条短信通过。" : "\(names(staff))的这条短信不通过，计入考核。"
        default: ""
        }
    }

    private func slipSentence(_ names: Names) -> String {
        switch self {
        case .messageLeft(let staff, let moment):
            "给\(names(staff))留了言，\(moment.words) 还没处理就提醒他。"
        case .messageOpen(_, let staff): "给\(names(staff))的留言还没处理，请尽快回复。"
        case .messageHandled(let staff): "给\(names(staff))的留言已处理。"
        case .promised(let staff, let due): "\(names(staff))答应客户 \(due.words) 前答复。"
        case .promiseSoon(_, let staff, let due):
            "\(names(staff))答应客户 \(due.words) 前答复，快到时限了。"
        case .promiseOverdue(_, let staff): "\(names(staff))答应客户的答复已经逾期，计入满意度。"
        case .promiseAnswered(let staff, let late):
            late ? "\(names(staff))已答复客户，但过了时限。" : "\(names(staff))按时答复了客户。"
        case .scored(let list, let staff, let passed, let counted, let vetoed):
            "\(names(staff))的\(list.label)检查：\(counted) 项里 \(passed) 项合格"
                + (vetoed ? "，有重大项不合格，整张不合格。" : "。")
        case .recheckBefore(_, let moment): "不合格的请当场改，\(moment.words) 前复查。"
        case .rechecked(_, let failing):
            failing.isEmpty ? "复查全部合格。" : "复查仍有 \(failing.count) 项不合格。"
        case .recheckOverdue(_, let staff): "到时没有复查，记在检查人\(names(staff))名下。"
        case .signed(let signature, let staff): signature.sentence(by: staff, names)
        default: ""
        }
    }

    private func kitWord(_ item: String) -> String { KitItem(rawValue: item)?.label ?? item + "单张" }
}

extension Array where Element: Labelled {
    /// The labels, as people list them.
    fileprivate var listedLabels: String { map(\.label).joined(separator: "、") }
}
