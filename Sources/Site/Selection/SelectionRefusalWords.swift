import HouseRules

extension SelectionRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .unknownActivity(let id): "没有进行中的活动 \(id)。请核对编号。"
        case .numberTaken(let number): "编号 \(number) 已经用过。请换一个。"
        case .unitListed(let unit, let other): "\(unit) 已在活动 \(other) 的清单里。请先从那里拿掉。"
        case .unitNotListed(let unit): "\(unit) 不在本活动的清单里。请从清单里选。"
        case .rosterLocked: "名单已锁定。要增删由经理写明理由。"
        case .rosterOpen: "名单还没锁定，或一个人也没有。请先锁定名单。"
        case .noteMissing: "理由没写。请写明理由再提交。"
        case .notOnRoster: "不在资格名单上。请到服务台核对名单。"
        case .commitmentMissing: "还没公布种子承诺。请先公布，再等够时间。"
        case .commitmentTooLate(let from): "承诺公布得太晚，\(from.clockWords) 起才能摇号。"
        case .seedMismatch: "这段种子与公布的承诺对不上。请核对封存的种子。"
        case .seedIncomplete: "种子或承诺不完整：种子是一行文字，公众段要有，承诺是六十四位哈希。"
        case .alreadyDrawn: "顺序已经摇出，不能重来。有异议请登记异议。"
        case .notDrawn: "还没有顺序。请先摇号。"
        case .nobodyLeft: "没有人可叫了。"
        case .notReady(let gaps): "还不能转就绪，缺：\(gaps.map(\.words).listed)。要放行请写理由。"
        case .objectionsOpen(let count): "还有 \(count) 件异议没处理。请先处理。"
        case .unpaidLeft(let count): "还有 \(count) 套占着没付款。等付款或放开以后再归档。"
        case .notReconciled(let differences):
            "与台账不平：\(differences.map(\.words).listed)。核平了才能归档。"
        default: pickSentence
        }
    }

    private var pickSentence: String {
        switch self {
        case .approverRequired: "经理还没批就绪，不能占用。请经理批准。"
        case .wrongStage(_, let stage): "这位买方现在是\(stage.label)，做不了这一步。"
        case .officerRequired: "要台上工作人员当场核对。请到选房台。"
        case .unitTaken(let unit, let since, let nearest):
            "\(unit) 已被占用" + (since.map { "（\($0.clockWords)）" } ?? "")
                + (nearest.isEmpty
                    ? "。" : "。最近的同户型可选：\(nearest.map(\.rawValue).listed)。")
        case .alreadyHolds(let unit): "已经占着 \(unit)。付款或放开以后再选。"
        case .notHeld(let unit): "\(unit) 不在这一步，或没有为这位买方占用。请核对房号。"
        case .changeClosed(let unit): "\(unit) 已经签单，不能再改选。"
        case .reviewerNotAuthorized: "再确认的人没有经理的书面授权。请换复核人或请经理确认。"
        case .notOpen(let seconds): "距开盘 \(seconds) 秒。开盘前的请求不计先后。"
        case .rehearsalOver: "现在不是公测时间。"
        case .tooManyFavourites(let most): "最多收藏 \(most) 套。请先取消一套。"
        case .prerequisiteNotMet(let step): "还缺一步：\(step.label)。请先办好。"
        case .paused(let since): "活动 \(since.clockWords) 起暂停，恢复后再办，时限不走。"
        case .notPaused: "活动没有暂停。"
        case .unknownObjection(let slip): "没有待处理的异议 \(slip)。请核对编号。"
        default: ""
        }
    }
}

extension LedgerDifference {
    /// The unit with both sides.
    public var words: String {
        "\(unit)（活动：\(here?.label ?? "可售")，台账：\(ledger?.label ?? "可售")）"
    }
}
