import HouseRules

extension TodayMatters {
    /// Requests for a hold that wait for the manager, the first asked first (SAL-02).
    var holds: [TodayView.Line] {
        state.sales.queues.values.flatMap(\.self)
            .sorted { ($0.at, $0.request) < ($1.at, $1.request) }.map { request in
                TodayView.Line(
                    title: "\(request.unit) · \(names.name(request.staff))申请",
                    text: "\(request.at.clockWords) 提出，核实五项以后确认。",
                    link: ("去核实", unitPath(request.unit)))
            }
    }

    /// Cancellations that are under way (SAL-27).
    var cancellations: [TodayView.Line] {
        orders { $0.cancelling != nil && $0.cancelling?.step != .approved }.map { order in
            TodayView.Line(
                title: "订单 \(order.order) · \(order.unit)",
                text: "\(names.name(order.staff))的客户，\(order.cancelling?.step.label ?? "")。",
                link: ("去办理", orderPath(order.order)))
        }
    }

    /// Changes of orders that wait for approval (SAL-16).
    var changes: [TodayView.Line] {
        state.sales.changes.values.sorted { $0.slip < $1.slip }.map { change in
            TodayView.Line(
                title: "订单 \(change.order)：\(change.kind.words(names))",
                text: "\(names.name(change.staff))申请，凭文件批准。",
                link: ("去批准", orderPath(change.order)))
        }
    }

    /// Versions of the price list that wait for approval (SAL-19).
    var prices: [TodayView.Line] {
        state.sales.drafts.values.sorted { $0.version < $1.version }.map {
            TodayView.Line(title: "版本 \($0.version)", text: "\($0.rows.count) 套，批准以后生效。")
        }
    }

    /// Purchases of the staff that nobody had told of, until they are gone into (SAL-31).
    var audits: [TodayView.Line] {
        state.sales.ties.values.filter { state.sales.listed.contains($0.person) }
            .sorted { ($0.at, $0.person) < ($1.at, $1.person) }.map { tie in
                TodayView.Line(
                    title: names.name(tie.staff),
                    text: "本人或直系亲属买了房，事前没有申报。",
                    link: ("去稽核", "/matters/purchase-audit?customer=\(tie.person)"))
            }
    }

    /// Parts of the price that are late (SAL-23).
    var arrears: [TodayView.Line] {
        orders { $0.isRunning }.compactMap { order in
            let late = order.overdue(on: now.day)
            guard let first = late.first, let last = late.last else { return nil }
            return TodayView.Line(
                title: "订单 \(order.order) · \(names.name(order.staff))的客户",
                text: "\(first.due.words)起逾期，差 \((last.total - order.collected).text)。",
                link: ("看订单", orderPath(order.order)))
        }
    }

    private func orders(_ wanted: (SalesOrder) -> Bool) -> [SalesOrder] {
        state.sales.orders.values.filter(wanted)
            .sorted { ($0.writtenAt, $0.order) < ($1.writtenAt, $1.order) }
    }
}
