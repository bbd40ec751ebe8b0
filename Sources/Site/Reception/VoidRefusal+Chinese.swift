import HouseRules

extension VoidRefusal {
    /// What happened and what to do instead.
    func sentence(names: Names) -> String {
        switch self {
        case .reasonMissing: "撤销误派要写明原因，例如“同一组登记了两次”。写好再提交。"
        case .alreadyVoid: "这一组已经作废，不用再撤。"
        case .otherDay(let day):
            "这一组是 \(day.words) 登记的，过了当天不能作废。轮次有不对的，请经理在“轮次”里改判；客户归属请经理裁定。"
        case .bound(let bond): bond.sentence(names: names)
        case .laterVisit(_, let moment):
            "这位客户 \(moment.clockWords) 又登记了一组，那一组是按这一组判的。请先撤销后面那一组，再撤这一组。"
        case .onSiteTour: "这一组正在工地参观。请等回来、安全帽收齐再看。"
        case .unitHeld(let unit):
            "这一组来了以后，客户已经要了 \(unit.rawValue)。请先到“销控图”撤掉，再来作废。"
        case .ordered(let order):
            "这一组来了以后，客户已有订单 \(order.rawValue)，来访不能作废。订单有误请到“订单”里办。"
        case .paid(let number):
            "这一组来了以后，客户交过诚意金（第 \(number) 号），来访不能作废。请先到“收银”退款。"
        case .dealt: "这一组来了以后客户已经成交，来访不能作废。业绩有异议请到“业绩裁定”里提。"
        case .movedOn(let staff):
            staff.map { "客户后来已经改归\(names($0))，不能再作废这一组。归属有误请经理裁定。" }
                ?? "客户后来已经收回、等经理分配，不能再作废这一组。请经理直接指定归谁。"
        }
    }
}

extension VisitBond {
    fileprivate func sentence(names: Names) -> String {
        switch self {
        case .merged: "这一组已经并进另一组，轮次当时就退了，不用再作废。"
        case .split: "这一组拆出过一组，不能作废。拆错了请把拆出来的那一组作废。"
        case .slip(let staff):
            "这一组已经写了换人单，客户给了\(names(staff))，不能作废。请经理再写一张换人单。"
        case .left(let staff):
            "\(names(staff))接到一半离开过，确有其事，不能作废。轮次有不对的请经理改判。"
        case .unproven(let staff):
            "这一组没有按时出示登记，客户和轮次已归\(names(staff))，不能作废。请经理裁定。"
        }
    }
}
