import HouseRules

/// How people are called in sentences.
public typealias Names = (StaffID) -> String

extension Reason {
    /// The step of the reasoning as people on the site would say it.
    public func sentence(names: Names) -> String {
        switch self {
        case .reception(let reason): reason.sentence(names: names)
        case .calls(let reason): reason.sentence(names: names)
        case .duty(let reason): reason.sentence(names: names)
        case .claims(let reason): reason.sentence(names: names)
        case .registers(let reason): reason.sentence(names: names)
        case .ownership(let reason): reason.sentence(names: names)
        case .adjudication(let reason): reason.sentence(names: names)
        case .channels(let reason): reason.sentence(names: names)
        case .sales(let reason): reason.sentence(names: names)
        case .selection(let reason): reason.sentence(names: names)
        case .commission(let reason): reason.sentence(names: names)
        case .refused(let refusal): refusal.sentence(names: names)
        }
    }

    /// The stable name of the step, for machines: the case of its kind, or the refusal's code.
    public var name: String {
        switch self {
        case .reception(let reason): caseName(of: reason)
        case .calls(let reason): caseName(of: reason)
        case .duty(let reason): caseName(of: reason)
        case .claims(let reason): caseName(of: reason)
        case .registers(let reason): caseName(of: reason)
        case .ownership(let reason): caseName(of: reason)
        case .adjudication(let reason): caseName(of: reason)
        case .channels(let reason): caseName(of: reason)
        case .sales(let reason): caseName(of: reason)
        case .selection(let reason): caseName(of: reason)
        case .commission(let reason): caseName(of: reason)
        case .refused(let refusal): refusal.code
        }
    }

    /// The mark a decision is stored with although it stands (GLOSSARY §4), if any.
    public var flag: String? {
        switch self {
        case .reception(.nobodyOnDuty): "NO_CONSULTANT_ON_DUTY"
        case .reception(.frontShort): "STANDBY_SHORT"
        case .registers(let reason): reason.flag
        case .duty(let reason): reason.flag
        case .channels(let reason): reason.flag
        case .adjudication(let reason): reason.flag
        case .ownership(let reason): reason.flag
        case .claims(.designationIgnored): "DESIGNATION_IGNORED"
        case .claims(.ownershipExpired): "OWNERSHIP_EXPIRED"
        case .claims(.touchAfterLapse): "TOUCH_AFTER_LAPSE"
        case .claims(.handoverOverdue): "HANDOVER_UNREAD"
        default: nil
        }
    }
}

/// The case of an enumeration without its values.
private func caseName<Value>(of value: Value) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
}

extension ReceptionReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .classified, .namedPresent, .standsIn, .lastOnStand, .currentTurnUncounted,
            .advanceAtPointer, .takesAdvance:
            classSentence(names)
        case .passed, .pointerAt, .owedTurn, .fewestTicks, .absentTick, .nextInLine:
            turnSentence(names)
        case .draftUnconfirmed, .nobodyOnStand, .lockedFor, .firstToReturn, .recalled, .handedOver:
            coverSentence(names)
        case .nobodyOnDuty, .sheetHead, .carriedOver, .owedExpired, .closedByItself, .joinsLate:
            sheetSentence(names)
        case .ticked, .caughtUp, .returnsToPosition, .waived, .owedCleared, .outsideStationHours,
            .slot, .calledToFront, .frontShort, .approvedAbsence, .personalAbsence, .adjusted,
            .visitVoided, .lossStruck, .recorded:
            presenceSentence(names)
        }
    }

    private func classSentence(_ names: Names) -> String {
        switch self {
        case .classified(let visitClass, let row):
            "\(visitClass.label)：由\(row.receiver.label)接，\(row.effect.label)。"
        case .namedPresent(let staff):
            "客户要找的\(names(staff))正在候位，由\(names(staff))接。"
        case .standsIn(let staff, let owner, let presence):
            "\(names(owner))\(presence.label)，由\(names(staff))代接；客户仍是\(names(owner))的，代接不计轮。"
        case .lastOnStand(let staff):
            "这类来访由候位的末位接，此刻末位是\(names(staff))。"
        case .currentTurnUncounted(let staff):
            "\(names(staff))是当轮，由他接；这次不计轮，还是下一位。"
        case .advanceAtPointer(let staff):
            "正好轮到\(names(staff))，直接用掉这一轮，不另记预支。"
        case .takesAdvance(let staff, let open):
            "\(names(staff))预支自己的下一轮，现在共预支 \(open) 轮，轮到时越过。"
        default: ""
        }
    }

    private func turnSentence(_ names: Names) -> String {
        switch self {
        case .passed(let staff, let effect, let why):
            "轮到\(names(staff))，\(why.label)：\(passedResult(effect))。"
        case .pointerAt(let staff):
            "轮到\(names(staff))，正在候位，由他接。"
        case .owedTurn(let staff, let day, let returned):
            returned
                ? "\(names(staff))有一轮是退还的（\(day.words)），排在最前，由他接。"
                : "\(names(staff))有一个补轮（\(day.words)记下），先补，由他接。"
        case .fewestTicks(let staff, let ticks):
            "候位的人里\(names(staff))的 ∨ 最少（\(ticks) 个）、次序在前，由他接。"
        case .absentTick(let staff, let ticks):
            "按次序本该\(names(staff))，因私不在：补记一个 ∨，现在 \(ticks) 个。"
        case .nextInLine(let queue):
            "后面依次是\(queue.map(names).listed)。"
        default: ""
        }
    }

    private func passedResult(_ effect: TurnEffect) -> String {
        switch effect {
        case .forfeited: "这一轮轮空，不补"
        case .makeupGranted: "记一个补轮，回来先补"
        case .advanceSpent: "抵掉一次预支，越过"
        default: effect.label
        }
    }

    private func coverSentence(_ names: Names) -> String {
        switch self {
        case .draftUnconfirmed:
            "今天的轮次表还没确认，先由管理人员接待；出表人一确认就派。"
        case .nobodyOnStand:
            "此刻没有人候位，由管理人员先接。"
        case .lockedFor(let staff):
            "沿次序第一个正在接待的是\(names(staff))，这一组等他接完交给他。"
        case .firstToReturn:
            "谁先回到候位，就交给谁。"
        case .recalled(let staff, let until):
            "轮到\(names(staff))，他没有派单就离开了：先催回，等到 \(until.clockWords)。"
        case .handedOver(let staff):
            "\(names(staff))接完了，经理把等着的这一组交给他，计轮。"
        default: ""
        }
    }

    private func sheetSentence(_ names: Names) -> String {
        switch self {
        case .nobodyOnDuty:
            "当天没有人在岗，不出表；来客由管理人员先接。"
        case .sheetHead(let staff, let due):
            headSentence(names(staff), due.map(names))
        case .carriedOver(let staff):
            "\(names(staff))上一个出勤日欠着的一轮带到今天，排在首位之前。"
        case .owedExpired(let staff):
            "\(names(staff))欠着的一轮没有兑现，到期作废。"
        case .closedByItself(let day):
            "\(day.words)没有人点收工，按当天末态自动收工。"
        case .joinsLate(let staff, let before):
            before.map { "\(names(staff))来得晚，排到\(names($0))前面一位，也就是此刻的最后。" }
                ?? "\(names(staff))来得晚，排在当日次序最后。"
        default: ""
        }
    }

    private func headSentence(_ head: String, _ due: String?) -> String {
        guard let due else { return "第一次出表，按上岗先后从\(head)排起。" }
        return due == head
            ? "上次收工时轮到\(head)还没接到客户，今天从\(head)排起。"
            : "上次收工时轮到\(due)，\(due)今天不在岗，往下从\(head)排起。"
    }

    private func presenceSentence(_ names: Names) -> String {
        switch self {
        case .ticked(let staff, let ticks):
            "来访已登记，给\(names(staff))记 ∨，现在 \(ticks) 个。"
        case .caughtUp(let staff, let ticks):
            "\(names(staff))离开太久，∨ 补到 \(ticks) 个，免得连接几组。"
        case .returnsToPosition(let staff, let ticks):
            "\(names(staff))办完事回来，∨ 还是 \(ticks) 个，排回原位。"
        case .waived(let staff, let ticks, let advances, let back):
            waivedSentence(names(staff), ticks, advances, back)
        case .owedCleared(let staff, let makeups, let advances):
            "\(names(staff))请假或停接，手里的补轮 \(makeups) 个、预支 \(advances) 个一并清掉。"
        case .outsideStationHours(let from, let to):
            "站位时段是 \(from.text) 到 \(to.text)，此刻不记站位。"
        case .slot(let staff, let slot):
            "\(names(staff))站第 \(slot) 接待位。"
        case .calledToFront(let staff):
            "请\(staff.map(names).listed)到前台候位。"
        case .frontShort(let seconds, let onStand, let able):
            "能候位的有 \(able) 人，前台只有 \(onStand) 人，已经 \(seconds) 秒，请值班人员叫人。"
        case .approvedAbsence(let staff, let kind, let until):
            "\(names(staff))\(kind.label)离台" + (until.map { "，到 \($0.clockWords) 为止" } ?? "")
                + "，其间轮到的照规矩补。"
        case .personalAbsence(let staff):
            "\(names(staff))因私离台，其间轮到的作废，不补。"
        case .adjusted(let staff, let effect, let note):
            "管理人员给\(names(staff))\(effect.label)" + (note.isEmpty ? "。" : "：\(note)。")
        case .visitVoided(let staff):
            "这一组登记有误，作废，当作没有来过。" + (staff.map { "\(names($0))不再接这一组。" } ?? "")
        case .lossStruck(let staff, let why):
            "\(names(staff))因这一组记的轮空（\(why.label)）不算，退还一轮。"
        case .recorded(let staff):
            staff.map { "已记下\(names($0))。" } ?? "已记下。"
        default: ""
        }
    }

    private func waivedSentence(
        _ name: String, _ ticks: Int, _ advances: Int, _ back: Moment
    ) -> String {
        let price = advances > 0 ? "折成预支 \(advances) 轮" : "记 \(ticks) 个 ∨"
        return "\(name)弃站，\(price)；最早 \(back.clockWords) 回站。"
    }
}
