import HouseRules

extension AdjudicationReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .step(let step): step.sentence(names)
        case .split(let shares): shares.sentence(names)
        case .unchanged: "结论不变。"
        case .mayClaim(let staff, let until):
            "以前接待过的是\(names(staff))，有权在\(until.words)前主张一半。"
        case .mayShow(let until): "\(until.words)前可以拿更早的登记来查实。"
        case .claimed(let staff, let since):
            "\(names(staff))当天提出主张，最早的登记在\(since.words)。"
        case .earliest(let staff, let began, let until, let decisive):
            "最早有效的登记是\(names(staff))的：\(began.words)起，\(until.words)失效，"
                + "判定看\(decisive.words)，那天还有效。"
        case .sameDay(let staff): "\(staff.map { names($0) }.listed)的最早登记在同一天，由客户书面指认。"
        case .designated(let staff): "客户书面指认\(names(staff))，以此为准。"
        case .returned(let staff): "客户、业绩、提成一并归\(names(staff))。"
        case .clawback(let staff, let amount, let month):
            "提成已经发过：\(staff.map { names($0) } ?? "奖金池")\(amount.text)，"
                + "在\(month.civil.year)年\(month.civil.month)月冲。"
        case .lost(let loser): loser.sentence(names)
        default: matterSentence(names)
        }
    }

    private func matterSentence(_ names: Names) -> String {
        switch self {
        case .poaching(let staff, let level): "\(names(staff))的行为属第 \(level) 级，只按最重的一级处理。"
        case .mayApproach(let staff): "\(names(staff))可以联系这位客户。"
        case .objected(let staff): "\(names(staff))在期限内提出异议。"
        case .sickLeave(let staff, let days): "\(names(staff))的病假连续合计 \(days) 天。"
        case .handOverAll(let staff): "病假太长，\(names(staff))名下的客户由经理统一移交。"
        case .dispute(let state): "争议单：\(state.label)。"
        case .mayAppeal(let until): "当事人可在\(until.words)前申诉一次。"
        case .final: "终裁，不得再提。"
        case .quarrelled(let staff): "\(staff.map { names($0) }.listed)当众争执，各拟一张罚单；客户归谁仍按证据判。"
        case .paid: "提成已发放。"
        default: ""
        }
    }
}

extension AttributionStep {
    func sentence(_ names: Names) -> String {
        switch self {
        case .closedBy(let staff): "\(names(staff))下的单，没有人拿出更早的凭据就归\(names(staff))。"
        case .assisted(let owner, let helper):
            "\(names(helper))是替\(names(owner))接的，协助不分业绩，归\(names(owner))。"
        case .proofFailed(let staff, let to):
            "\(names(staff))先接而拿不出有效登记，客户和成交都归当轮的\(names(to))。"
        case .poached(let by, let from): "\(names(by))抢了\(names(from))的客户，全部归还\(names(from))。"
        case .sameDayClaim(let staff, let points):
            "忘名到访当天成交，\(names(staff))当天主张，分 \(percent(points))。"
        case .earliestRecord(let staff): "最早一条有效登记是\(names(staff))的，归\(names(staff))。"
        case .sickLeave(let staff, let days, let effect):
            "\(names(staff))病假共 \(days) 天：\(effect.label)。"
        case .changed(let from, let to, let points):
            "客户由\(names(from))换给\(names(to))，有异议，\(names(from))分 \(percent(points))。"
        case .conflict(let staff): "\(staff.map { names($0) }.listed)各有凭据、结果不同，不自动改，转人工裁决。"
        case .nobodyLeft: "没有接手人，转人工裁决。"
        case .ruled(let slip): "按争议单 \(slip) 的裁定分。"
        }
    }
}

extension RunnerUp {
    func sentence(_ names: Names) -> String {
        let record = began.map { "（登记于\($0.words)）" } ?? ""
        let why =
            switch why {
            case .lapsed(let day): "到\(day.words)已经失效"
            case .later(let day): day.map { "晚于\($0.words)的那一条" } ?? "有更早的有效登记"
            case .onlySameDay: "客户忘名，本人旧登记只能当天主张"
            case .notNearKin(let kinship): "来访人与买房人是\(kinship.label)关系，不算直系亲属"
            case .notDesignated: "客户书面指认了别人"
            case .notShown(let until): "还没有拿来查实，\(until.words)前可以查实"
            case .assisted: "只是代接，协助不分"
            case .intruded: "介入他人客户"
            case .proofFailed: "先接而拿不出有效登记"
            case .sickTooLong(let days): "病假共 \(days) 天，客户已由经理统一处理"
            case .ruled: "裁决未采纳"
            }
        return "\(names(staff))\(record)没有分到：\(why)。"
    }
}

extension Shares {
    func sentence(_ names: Names) -> String {
        if performance == commission { return "业绩、提成：\(words(.performance, names))。" }
        return "业绩：\(words(.performance, names))；提成：\(words(.commission, names))。"
    }

    /// `安 50%、岑 50%`.
    func words(_ side: DealSide, _ names: Names) -> String {
        self.side(side).map {
            ($0.staff.map { names($0) } ?? "奖金池") + " " + percent($0.points)
        }.listed
    }
}

/// `33.33%`.
func percent(_ points: Int) -> String { decimal(points) + "%" }

/// `33.33` of 3333.
func decimal(_ points: Int) -> String {
    let rest = points % 100
    if rest == 0 { return "\(points / 100)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0" : "") + "\(rest)"
    return "\(points / 100)." + digits
}
