import HouseRules

extension SalesCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .draftPrices(let list): "编制价目版本 \(list.version)"
        case .approvePrices(let version): "批准价目版本 \(version)"
        case .release(let units): "放盘 \(units.count) 套"
        case .reserve(let unit, _): "开发商保留 \(unit)"
        case .unreserve(let unit, _): "解除保留 \(unit)"
        case .remark(let unit, let staff): "\(names(staff))给 \(unit) 写备注"
        case .delegate(let staff, _): "授权\(names(staff))确认销控"
        case .askHold(let request): "\(names(request.staff))申请销控 \(request.unit)"
        case .confirmHold(let request, _): "核实并确认销控申请 \(request)"
        case .rejectHold(let request): "退回销控申请 \(request)"
        case .changeHold(let unit, let change): "\(unit) 的销控：\(change.label)"
        case .readBulletins(let staff): "\(names(staff))看公布"
        case .writeOrder(let draft): "\(names(draft.staff))写 \(draft.unit) 的订单 \(draft.order)"
        case .reviewOrder(let order, let staff): "\(names(staff))复核订单 \(order)"
        case .step(let order, let step): "订单 \(order)：\(step.label)"
        case .takeMoney(let money): "\(money.kind.label) \(money.amount.text)"
        case .payRefund(let number): "退款单第 \(number) 号退款"
        default: dealQuestion(names)
        }
    }

    private func dealQuestion(_ names: Names) -> String {
        switch self {
        case .approve(let approval): "特批：\(approval.kind.label)"
        case .quote(let draft): "\(names(draft.staff))报价"
        case .promise(let promise): "\(names(promise.staff))承诺：\(promise.matter.label)"
        case .reportOffence(let slip): "查到\(names(slip.staff))\(slip.offence.label)"
        case .reportLeak(let slip): "查到\(names(slip.staff))泄密"
        case .cancel(let request): "订单 \(request.order) 退定退房：\(request.step.label)"
        case .askChange(let change): "订单 \(change.order) 申请变更"
        case .approveChange(let slip, _): "批准变更单 \(slip)"
        case .agreeSigning(let order, _): "订单 \(order) 约定签约"
        case .giveNotice(let order, _, _): "订单 \(order) 签约告知"
        case .prepareContract(let draft): "订单 \(draft.order) 起草合同"
        case .reviewContract(let order, let staff): "\(names(staff))复核订单 \(order) 的合同"
        case .keepTemplate(let template): "上传合同范本 \(template.version)"
        case .retireTemplate(let version): "停用合同范本 \(version)"
        case .produceContract(let file): "生成订单 \(file.order) 的合同"
        case .advance(let slip): "订单 \(slip.order) 办好“\(slip.stage.label)”"
        case .schedule(let order, _): "订单 \(order) 排应收"
        case .movePapers(let order, let move, _, _): "订单 \(order) 的合同：\(move.label)"
        case .countPapers(let order, _): "清点订单 \(order) 的合同"
        case .fileDeal(let order, _): "订单 \(order) 建成交档案"
        case .noteTie(let tie): "\(names(tie.staff))本人或直系亲属购房"
        case .closeTie: "私单稽核完毕"
        case .movePriceLists(let staff, let count):
            "\(names(staff))\(count > 0 ? "领" : "交回")价格表"
        case .countPriceLists(let staff, _): "清点\(names(staff))的价格表"
        case .archiveFigures(let day, _): "归档\(day.words)的日报"
        default: ""
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String { "sales." + String(describing: self).prefix { $0 != "(" } }

    /// Whom it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) { (staff, nil, nil) }

    private var staff: StaffID? {
        switch self {
        case .remark(_, let staff), .delegate(let staff, _), .readBulletins(let staff),
            .reviewOrder(_, let staff), .reviewContract(_, let staff),
            .movePapers(_, _, _, let staff), .movePriceLists(let staff, _),
            .countPriceLists(let staff, _):
            staff
        case .askHold(let request): request.staff
        case .writeOrder(let draft): draft.staff
        case .quote(let draft): draft.staff
        case .promise(let promise): promise.staff
        case .reportOffence(let slip): slip.staff
        case .reportLeak(let slip): slip.staff
        case .askChange(let change): change.staff
        case .prepareContract(let draft): draft.staff
        case .noteTie(let tie): tie.staff
        case .draftPrices, .approvePrices, .release, .reserve, .unreserve, .confirmHold,
            .rejectHold, .changeHold, .step, .takeMoney, .payRefund, .approve, .cancel,
            .approveChange, .agreeSigning, .giveNotice, .advance, .schedule, .countPapers,
            .fileDeal, .closeTie, .archiveFigures, .keepTemplate, .retireTemplate,
            .produceContract:
            nil
        }
    }
}
