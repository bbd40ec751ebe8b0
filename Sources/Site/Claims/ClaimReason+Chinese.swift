import HouseRules

extension ClaimReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .answered, .purpose, .foundAfter, .designationIgnored, .byTurns, .ownResource,
            .newCustomer, .recorded:
            questionSentence(names)
        case .tied, .touchVoid, .touchAfterLapse, .notified, .stillHeldBy, .givenTo, .lookedUp:
            registerSentence(names)
        case .ownershipValid, .ownershipExpired, .introduced, .namedNew, .ambiguous, .forgotten,
            .callValid, .namedTooLate, .namedAfterExpiry, .namedInstead, .textShown, .naturalVisit,
            .priorOwner, .priorOwnerUnknown:
            namingSentence(names)
        case .claimed, .entryOpen, .turnReturned, .backInPlace, .advanceReturned, .turnKept,
            .turnCharged, .reclassified, .merged, .splitOff, .changed, .changeWaits,
            .changeRefused:
            correctionSentence(names)
        case .recognised, .proofUntil, .proven, .proofMissing, .staysFor, .handoverOwed,
            .handoverOverdue:
            proofSentence(names)
        case .appointment, .reminded, .restDay, .offsite, .priceTalk, .recommended,
            .recommendedNobody:
            arrangementSentence(names)
        }
    }

    private func questionSentence(_ names: Names) -> String {
        switch self {
        case .answered: "首问已经答完，答案连同时刻存档。"
        case .purpose(let purpose): "进门就说明是\(purpose.label)。"
        case .foundAfter(let effect):
            effect == .counted ? "接完才知道不是看房的，这一轮照计。" : "接完才知道不是看房的，不占接待指标。"
        case .designationIgnored(let staff):
            "介绍来的关系户按轮次接，指定\(names(staff))不生效。"
        case .byTurns: "介绍来的客户照正常轮次接。"
        case .ownResource(let staff): "是\(names(staff))自己的人脉。"
        case .newCustomer(let visitClass): "按新客户接：\(visitClass.label)。"
        default: "已记下。"
        }
    }

    private func registerSentence(_ names: Names) -> String {
        switch self {
        case .tied(let staff, let kind, let until):
            kind == .visit || kind == .call
                ? "\(kind.label)记在\(names(staff))名下，没有新的跟进就在 \(until.fullWords) 失效。"
                : "\(kind.label)记在\(names(staff))名下。"
        case .touchVoid(let staff): "\(names(staff))的这次联系只存档，不重新起算。"
        case .touchAfterLapse(let staff, let lapsed):
            "\(names(staff))的归属在 \(lapsed.fullWords) 已经失效，再跟进也不恢复。"
        case .notified(let staff): "登记簿上是\(names(staff))的客户，已通知本人，不自动改派。"
        case .stillHeldBy(let staff): "客户仍归\(names(staff))，这次接待记协助。"
        case .lookedUp(let staff): "派客前按号码查到是\(names(staff))的客户。"
        case .givenTo(let staff): "客户由\(names(staff))跟进。"
        default: ""
        }
    }

    private func namingSentence(_ names: Names) -> String {
        switch self {
        case .ownershipValid(let staff, let until):
            until.map { "客户归\(names(staff))，\($0.fullWords) 才失效。" } ?? "客户归\(names(staff))。"
        case .ownershipExpired(let staff, let lapsed):
            "与\(names(staff))的归属在 \(lapsed.fullWords) 已经失效。"
        case .introduced(let staff): "是\(names(staff))的老客户介绍来的。"
        case .namedNew(let staff): "新客户直接点名\(names(staff))，按老带新算。"
        case .ambiguous(let staff):
            "说的特征对得上\(staff.map(names).listed)，请客户当面认；认不出按忘名。"
        case .forgotten: "来过，忘了谁接待；引导后仍想不起，由当轮接。"
        case .callValid(let staff, let until):
            "\(names(staff))接过他的电话，\(until.fullWords) 才失效。"
        case .namedTooLate(let staff, let until):
            "指名\(names(staff))要在 \(until.clockWords) 之前，已经过了，按没指名派。"
        case .namedAfterExpiry(let staff, let policy):
            "点名\(names(staff))而归属已失效：\(policy.label)。"
        case .namedInstead(let staff, let holder):
            "客户归\(names(holder))却点名\(names(staff))：先由\(names(staff))接，写了换人单才改归属。"
        default: sourceSentence(names)
        }
    }

    private func sourceSentence(_ names: Names) -> String {
        switch self {
        case .textShown(let staff): "客户出示了\(names(staff))的短信。"
        case .naturalVisit: "打过电话但没说是谁接的，按自然到访。"
        case .priorOwner(let staff): "核实是买过房的客户，前顾问是\(names(staff))。"
        case .priorOwnerUnknown: "核实不了买过房，按新客户接。"
        default: ""
        }
    }

    private func correctionSentence(_ names: Names) -> String {
        switch self {
        case .claimed(let staff, let until):
            "\(names(staff))认领，条件齐，窗口到 \(until.clockWords)。"
        case .entryOpen(let until):
            "\(until.clockWords) 前原顾问还能认领，过了才按这次登记定归属。"
        case .turnReturned(let staff): "退还\(names(staff))一轮。"
        case .backInPlace(let staff): "\(names(staff))还没登记补 ∨，直接回原位。"
        case .advanceReturned(let staff): "退回\(names(staff))的预支。"
        case .turnKept(let staff): "\(names(staff))的这一轮照计。"
        case .turnCharged(let staff): "补记\(names(staff))一轮。"
        case .reclassified(let visitClass): "改判为\(visitClass.label)。"
        case .merged(let staff): "合成一组，归先开始接的\(names(staff))。"
        case .splitOff: "拆出来的一组当作刚到。"
        case .changeWaits(let staff, let until):
            "记下\(names(staff))的客户要求换人，经理 \(until.words) 前裁决；裁决以前照旧。"
        case .changeRefused(let staff): "不换，客户仍归\(names(staff))。"
        case .changed(let staff, let cause): "换成\(names(staff))，原因：\(cause.label)。"
        default: ""
        }
    }

    private func proofSentence(_ names: Names) -> String {
        switch self {
        case .recognised(let staff, let turn):
            "\(names(staff))认出客户，先接后验；当时的当轮是\(names(turn))。"
        case .proofUntil(let staff, let until):
            "\(names(staff))要在 \(until.clockWords) 之前拿出有效登记。"
        case .proven(let staff): "\(names(staff))拿出了有效登记。"
        case .proofMissing(let staff, let turn):
            "\(names(staff))没按时拿出有效登记，客户还给当时的当轮\(names(turn))。"
        case .staysFor(let staff, let owner): "\(names(owner))腾不出手，\(names(staff))继续代接，不计轮。"
        case .handoverOwed(let staff, let owner, let until):
            "\(names(staff))要写交接，\(names(owner))在 \(until.words) 之前确认看过。"
        case .handoverOverdue(let owner): "\(names(owner))没按时确认代接交接。"
        default: ""
        }
    }

    private func arrangementSentence(_ names: Names) -> String {
        switch self {
        case .appointment(let staff, let substitute):
            substitute.map { "\(names(staff))约的客户，接替人是\(names($0))。" }
                ?? "\(names(staff))约的客户。"
        case .reminded(let staff, let at): "提醒\(names(staff))：约的客户 \(at.clockWords) 到。"
        case .restDay(let staff): "\(names(staff))轮休日会自己的老客户，不影响轮次。"
        case .offsite(let staff): "查实\(names(staff))在场外接客，停止派客派电。"
        case .priceTalk: "开始谈价，此后再说员工推荐不转。"
        case .recommended(let staff): "员工推荐给\(names(staff))。"
        case .recommendedNobody: "员工没有指定顾问，仍由接访者接。"
        default: ""
        }
    }
}
