import HouseRules

extension SalesRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .unitTaken, .illegalTransition, .unknownUnit, .unknownRequest, .unknownOrder,
            .unknownSlip, .unknownPrices, .numberUsed:
            numberSentence(names)
        case .approverRequired, .verifyIncomplete, .extensionUsed, .reconfirmRequired,
            .notHeldForCustomer, .heldNoRecommend, .reviewerSamePerson, .clauseLocked,
            .financeOnly, .wrongStep:
            orderSentence(names)
        case .discountNotApproved, .noSource, .templateNotApproved, .templateNotInForce,
            .priceComputed,
            .pricesOutdated, .unknownScheme, .wrongAmount, .outOfRange:
            priceSentence()
        case .stageOutOfOrder, .attachmentMissing, .notSettled, .cancelNotApproved,
            .wrongCancelStep, .instructionRequired, .instructionTooLate, .postponeTooLate,
            .papersDiffer, .figuresDiffer:
            dealSentence()
        }
    }

    private func numberSentence(_ names: Names) -> String {
        switch self {
        case .unitTaken(let unit, let status, let staff):
            "\(unit) 已经是“\(status.label)”" + (staff.map { "（\(names($0))）" } ?? "")
                + "，一套房只能有一个占用。请另选房源。"
        case .illegalTransition(let unit, let from, let to):
            "\(unit) 是“\(from.label)”，不能变成“\(to.label)”。请先走完前面的步骤。"
        case .unknownUnit(let unit): "价目表里没有 \(unit)，或这一行的面积、单价不对。请核对房号。"
        case .unknownRequest(let request): "没有待确认的销控申请 \(request)。请刷新后再看。"
        case .unknownOrder(let order): "没有有效的订单 \(order)。请核对订单号。"
        case .unknownSlip(let slip): "没有单号 \(slip)。请核对编号。"
        case .unknownPrices(let version): "没有待批准的价目版本 \(version)。请核对版本号。"
        case .numberUsed(let number): "编号 \(number) 已经用过。请换一个。"
        default: ""
        }
    }

    private func orderSentence(_ names: Names) -> String {
        switch self {
        case .approverRequired: "销控只有销售经理能确认，或由经理授权的主管。请提交销控申请。"
        case .verifyIncomplete(let items):
            "还没核实：\(items.map(\.label).listed)。请逐项核实后再确认。"
        case .extensionUsed(let unit): "\(unit) 的销控不能再续了。请尽快签单，或撤销后重新申请。"
        case .reconfirmRequired(let unit, let since):
            since.map { "\(unit) 的再确认到 \($0.clockWords) 为止，已经过期。请经理再确认一次。" }
                ?? "\(unit) 还没再确认。写单前请经理再确认一次。"
        case .notHeldForCustomer(let unit): "\(unit) 没有为这位客户销控。请重新申请销控。"
        case .heldNoRecommend(let unit, let status):
            "\(unit) 是“\(status.label)”，不能推荐给客户。请换可售的房源。"
        case .reviewerSamePerson(let staff):
            "\(names(staff))自己填的单不能自己复核。请换一个人复核。"
        case .clauseLocked(let clauses):
            "订单条款不能自行增减：\(clauses.listed)。请先请经理批准。"
        case .financeOnly: "收款、退款和到窗只由财务登记。请带客户去财务。"
        case .wrongStep(_, let stage): "这张订单现在是“\(stage.label)”，这一步不能办。请按次序办。"
        default: ""
        }
    }

    private func priceSentence() -> String {
        switch self {
        case .discountNotApproved(let standard):
            "标准是\(discountWords(standard))，更低的要在报价之前由经理特批。请先办特批单。"
        case .noSource: "承诺要写明依据是公开的政策还是特批单，没有依据不能承诺。"
        case .templateNotApproved(let changes):
            "这些条款与样本合同不同，还没批准：\(changes.listed)。请先请经理和开发商批准。"
        case .templateNotInForce(let version):
            "合同范本“\(version)”没有上传、还没启用、换过文件或已停用。请在“合同范本”里选正在用的版本，重新起草合同。"
        case .priceComputed(let total): "总价由系统算出，是 \(total.text)，不能手改。"
        case .pricesOutdated(let version):
            version.map { "价目已改用版本 \($0)，请按现行版报价。" } ?? "还没有批准的价目表。请等经理批准。"
        case .unknownScheme(let scheme): "现行价目里没有付款方式“\(scheme)”，或折扣不对。请核对。"
        case .wrongAmount(let amount): "金额不对（\(amount.text)）。请核对订单和应收。"
        case .outOfRange(let low, let high):
            "金额要在 \(low.text) 到 \(high.text) 之间。请重新填写。"
        default: ""
        }
    }

    private func dealSentence() -> String {
        switch self {
        case .stageOutOfOrder(let stage, let first):
            first.map { "“\(stage.label)”之前还有“\($0.label)”没办。权证跳步要写原因。" }
                ?? "“\(stage.label)”已经办过，或不能倒着办。请看办理进度。"
        case .attachmentMissing(let stage): "“\(stage.label)”要交附件。请先上传。"
        case .notSettled(let rest): "还有 \(rest.text) 没付清，不能交钥匙。请先结清。"
        case .cancelNotApproved: "退定退房还没批准，不能退款。请先走完审批。"
        case .wrongCancelStep(let step):
            step.map { "退定退房现在是“\($0.label)”，这一步不能办。请按次序办，并写明原因。" }
                ?? "还没有呈报退定退房。请顾问先向经理呈报。"
        case .instructionRequired: "要有书面依据：文件号和签发人。请补上。"
        case .instructionTooLate(let paid):
            "定金 \(paid.words) 已到账，晚到的书面指示不能夺走已成交的房。"
        case .postponeTooLate(let day): "约定签约日 \(day.words)已过，不能再延期。"
        case .papersDiffer(let expected, let counted):
            "台账应有 \(expected) 份，报的是 \(counted) 份，对不上。请查清差在哪里。"
        case .figuresDiffer(let ledger):
            "日报与台账不符，台账是：\(ledger.words)。日报由系统生成，不能手填。"
        default: ""
        }
    }
}

/// `98 折`, `97.5 折`.
func discountWords(_ points: Int) -> String {
    if points == 10_000 { return "原价" }
    let rest = points % 100
    return " \(points / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)") + " 折"
}

extension SalesFigures {
    /// The figures as a sentence.
    var words: String {
        "来访 \(visits)、来电 \(calls)、认购 \(subscribed)、签约 \(contracted)、"
            + "金额 \(amount.text)、回款 \(collection.text)"
    }
}
