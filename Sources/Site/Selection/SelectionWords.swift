import HouseRules

extension SelectionReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .planned, .rowRefused, .accepted, .locked, .amended, .drawFrom, .drawn, .sameOrder,
            .missing, .ready, .letThrough:
            planSentence
        case .called, .toTheEnd, .out, .present, .mayChoose, .timedOut: callSentence
        case .taken, .exchanged, .alreadyYours, .rehearsed, .ordered, .paid, .released, .liked,
            .notBound, .contracted, .bound:
            pickSentence
        case .objected, .resolved, .paused, .resumed, .closed: orderSentence
        }
    }

    private var planSentence: String {
        switch self {
        case .planned(let units): "活动已建立，清单 \(units) 套。"
        case .rowRefused(let fault): fault.sentence
        case .accepted(let count, let isTrial): isTrial ? "可提交 \(count) 行。" : "已收 \(count) 行。"
        case .locked(let hash, let count): "名单 \(count) 人已锁定，哈希 \(hash)。"
        case .amended(let hash): "名单已改，新哈希 \(hash)。"
        case .drawFrom(let from): "种子承诺已公布，\(from.clockWords) 起可以摇号。"
        case .drawn: "顺序已摇出，不再重摇。"
        case .sameOrder(let other): "沿用活动 \(other) 的顺序。"
        case .missing(let gaps): "还缺：\(gaps.map(\.words).listed)。"
        case .ready: "准备齐全。"
        case .letThrough(let gaps): "经理带理由放行，缺：\(gaps.map(\.words).listed)。"
        default: ""
        }
    }

    private var callSentence: String {
        switch self {
        case .called(let people, let until):
            "叫 \(people.count) 位，\(until.clockWords) 前（含）签到。"
        case .toTheEnd: "有一位过号，排到本轮末尾。"
        case .out: "有一位再次过号，算放弃。"
        case .present: "签到有效。"
        case .mayChoose(let until):
            until.map { "请在 \($0.clockWords) 前（含）选定。" } ?? "请选房。"
        case .timedOut: "有一位超时未选，本轮放弃。"
        default: ""
        }
    }

    private var pickSentence: String {
        switch self {
        case .taken(let unit, let until):
            "\(unit) 已占用" + (until.map { "，\($0.clockWords) 前（含）付款。" } ?? "。")
        case .exchanged(let former, _): "\(former) 同时放开。"
        case .alreadyYours(let unit): "\(unit) 本来就是这位买方占着，不重复计。"
        case .rehearsed(let unit): "公测点选 \(unit)，不产生占用。"
        case .ordered(let unit, let until):
            "\(unit) 已签单" + (until.map { "，\($0.clockWords) 前（含）交款。" } ?? "，按认购的交款时限。")
        case .paid(let unit): "\(unit) 已付款。"
        case .released(let unit, let cause): "\(unit) 可选：\(cause.label)。"
        case .liked(let unit, let isOn): isOn ? "\(unit) 已标记。" : "\(unit) 的标记已取消。"
        case .notBound(let unit): "\(unit) 不在任何活动的清单里。"
        case .contracted(let unit): "\(unit) 已签合同。"
        case .bound(let units, let home):
            "\(units.map(\.rawValue).listed) 跟着 \(home)，退房时一并退。"
        default: ""
        }
    }

    private var orderSentence: String {
        switch self {
        case .objected(let slip): "异议 \(slip) 已登记，其他人照常。"
        case .resolved(let slip): "异议 \(slip) 已处理。"
        case .paused: "活动暂停，时限全部停表。"
        case .resumed(let later): "活动恢复，各截止时刻顺延 \(later / 1000) 秒。"
        case .closed(let figures): figures.sentence
        default: ""
        }
    }
}

extension RosterFault {
    /// Which row repeats which.
    public var sentence: String {
        of.map { "第 \(line) 行与第 \($0) 行重复（\(field.label)）。" } ?? "第 \(line) 行的买方已在名单上。"
    }
}

extension ReadinessGap {
    /// What is missing.
    public var words: String {
        switch self {
        case .role(let role): "\(role.label)没有安排人"
        case .material(let name, let short): "\(name)少 \(short) 件"
        case .paper(let paper): "没有\(paper.label)"
        case .rehearsal(let count): "彩排少 \(count) 次"
        }
    }
}

extension ActivityFigures {
    /// The figures in a sentence.
    public var sentence: String {
        let came = attendance.map { "到场率 \(decimal($0))%" } ?? "没有名单"
        let sold = sellThrough.map { "去化率 \(decimal($0))%" } ?? "没有房源"
        return "\(came)，弃号 \(gaveUp)，\(sold)，撞房 \(clashes) 次，"
            + "超时释放 \(lapsed) 次，异议 \(objections.count) 件。"
    }
}

extension [Reason] {
    /// What a decision about an activity comes to; nil: it is about something else.
    func selectionConclusion(_ names: Names) -> String? {
        for case .selection(let reason) in self { return reason.sentence(names: names) }
        return nil
    }
}
