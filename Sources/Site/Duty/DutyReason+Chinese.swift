import HouseRules

extension DutyReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .frontHanded, .frontVacant, .noticeGiven, .foundAbsent, .answerAwaited, .answered,
            .takenBack, .refusedCustomer, .refusedAssist:
            frontSentence(names)
        case .turnStays, .customerLost, .restDayJoined, .restDayLeftEarly, .suspended,
            .replacesLighter, .suspendedToday, .restDays:
            personSentence(names)
        case .disputeFiled, .disputeRuled, .tallyOver, .peak, .calledBack, .offHours,
            .tourAssignerRequired, .tourProved:
            floorSentence(names)
        }
    }

    private func frontSentence(_ names: Names) -> String {
        switch self {
        case .frontHanded(let from, let to):
            "\(names(from))把首位交接给\(names(to))，对方已读。"
        case .frontVacant(let staff, let seconds):
            "首位空了 \(seconds) 秒；最后接到交接而没再往下交接的是\(names(staff))，由他负责。"
        case .noticeGiven(let staff, let told):
            "\(names(staff))离台前知会了\(told.label)。"
        case .foundAbsent(let staff):
            "\(names(staff))没打招呼就不在位，按因私离开算。"
        case .answerAwaited(let staff, let until):
            "等\(names(staff))应答，到 \(until.clockWords)（含）为止。"
        case .answered(let staff):
            "\(names(staff))已应答，由他接。"
        case .takenBack(let staff, let effect, let why):
            "这一组从\(names(staff))手里收回（\(why.label)）：\(effect.label)，另派。"
        case .refusedCustomer(let staff):
            "\(names(staff))不接派给他的客户，记一次违规，另派。"
        case .refusedAssist(let staff):
            "\(names(staff))拒绝义务接待，记一次违规，罚单草稿待人复核；另派。"
        default: ""
        }
    }

    private func personSentence(_ names: Names) -> String {
        switch self {
        case .turnStays(let staff, let last):
            "\(names(staff))因公或急病离开，由\(names(last))代接；客户和这一轮仍是\(names(staff))的。"
        case .customerLost(let staff):
            "\(names(staff))因私走开，这一轮照算，客户转给当轮的人。"
        case .restDayJoined(let staff):
            "\(names(staff))轮休日按全日上岗，排进今天的次序。"
        case .restDayLeftEarly(let staff):
            "\(names(staff))轮休日加入后提前离开，今天接的计轮客户报经理裁量，记一次违规。"
        case .suspended(let staff, let days, let role):
            "\(names(staff))停接，由\(role.label)发现：\(days.map(\.words).listed)。"
        case .replacesLighter(let staff):
            "同一件事\(names(staff))已有一张停接单，改按职级高的发现人算，不叠加。"
        case .suspendedToday(let staff, let until):
            "\(names(staff))停接到\(until.words)，其间不派客也不派电话。"
        case .restDays(let staff, let days):
            days.isEmpty
                ? "\(names(staff))没有排轮休。" : "\(names(staff))的轮休：\(days.map(\.words).listed)。"
        default: ""
        }
    }

    private func floorSentence(_ names: Names) -> String {
        switch self {
        case .disputeFiled(let staff, let visit):
            "\(names(staff))对“\(visit)”来时记的轮空提出异议，等经理或主管裁定。"
        case .disputeRuled(let staff, let visit, let ruling):
            ruling == .dismissed
                ? "\(names(staff))对“\(visit)”那一轮的异议：维持原来的一笔。"
                : "\(names(staff))对“\(visit)”那一轮的异议：\(ruling.label)；原来的一笔标“已更正”，不删。"
        case .tallyOver(let staff, let day):
            "\(day.words)的 ∨ 已随当天清零：只更正台账，\(names(staff))今天的 ∨ 不动；要补偿请改判退还一轮。"
        case .peak(let waiting, let seconds):
            waiting == 0
                ? "候位的人一个也没有了，请管理人员增派。"
                : "有 \(waiting) 组在等，最久 \(seconds) 秒，请管理人员增派。"
        case .calledBack(let staff):
            "请\(names(staff))马上回前台；欠着的补轮不受影响。"
        case .offHours(let staff):
            "班外来客按班外的次序，由\(names(staff))接，不计轮，正式的次序不动。"
        case .tourAssignerRequired:
            "参观团没有开发商的指派记录：先按当轮派、计轮；当天补来指派单再改。"
        case .tourProved(let staff):
            "指派单当天补来：\(names(staff))这一组改为不计轮，退还一轮。"
        default: ""
        }
    }

    /// The mark a decision is stored with although it stands (GLOSSARY §4), if any.
    var flag: String? {
        switch self {
        case .tourAssignerRequired: "TOUR_ASSIGNER_REQUIRED"
        case .frontVacant: "FRONT_VACANT"
        case .peak: "RUSH"
        case .restDayLeftEarly: "REST_DAY_LEFT_EARLY"
        default: nil
        }
    }
}

extension DutyRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .notOnStand(let staff):
            "\(names(staff))不在候位，不能接过首位。请交接给正在候位的人。"
        case .noSuchSlot(let slot):
            "没有第 \(slot) 接待位，位次从 1 数起。请重选。"
        case .noticeRequired:
            "因公离台要先知会下一位、销售经理或主管。请填知会了谁。"
        case .proxyForbidden(let due):
            "这一组派给了\(names(due))，不在轮次上的人不能代接。他不应答会自动另派。"
        case .nothingToAnswer(let visit):
            "“\(visit)”不在等应答：可能已经应答，或已另派。请刷新再看。"
        case .nobodyToTakeOver:
            "此刻没有人候位能接手。请先请管理人员叫人回位。"
        case .restDayPartialJoin(let until):
            "今天是轮休日，\(until.text) 以后不能中途加入轮次；要排轮须上满一天。"
        case .suspensionNotInUse:
            "本站的规矩里没有这一种停接。请改走处罚，或请销售经理补进制度包。"
        case .incidentJudged(let incident):
            "“\(incident)”已经开过停接单，同一件事不叠加。"
        case .factsMissing:
            "要写清事实和原因。请补上再提交。"
        case .noSuchLine:
            "今天的台账里没有这一笔轮空，或已在争议、已更正。请核对是谁、哪一组。"
        case .noSuchDispute:
            "没有这件待裁定的争议，可能已经裁定。请回“今日”看还有哪些待裁。"
        case .errandEnd(let until):
            "公干的结束时刻 \(until.words) 要晚于现在，而且在今天。请改了再派。"
        case .nothingToProve(let visit):
            "“\(visit)”不是今天缺指派单的参观团。请核对。"
        case .proofTooLate:
            "指派单要在当天 24:00 前补来，现在已经过了。"
        }
    }
}
