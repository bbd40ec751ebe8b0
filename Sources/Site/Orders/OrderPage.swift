import HouseRules

/// An order: what was agreed, where it stands, its money, its stages, and what may be done.
struct OrderPage: Sendable {
    let order: SalesOrder
    let scene: SaleScene
    let receipts: [ReceiptRow]
    let acts: SaleActCards
    let until: Moment?
    let now: Moment
    let told: HTML?
    /// Makes the contract; nil: there is nothing to make, or it is not theirs to make.
    var contractFile: ContractFileForm?

    var html: HTML {
        """
        <p><a href="/sales">← 订单</a></p>
        <div class="page-head"><h1>订单 \(order.order.rawValue)</h1>\(stage)</div>
        \(told)
        <div class="columns"><div>\(clock)\(summary)\(money)\(instalments)\(contract)\(stages)\
        \(papers)</div>
        <div class="side no-print">\(acts.html)</div></div>
        """
    }

    private var stage: HTML {
        if let file = order.cancelling { return badge("退定退房：\(file.step.label)", .warn) }
        return badge(order.stage.label, order.paidAt == nil ? .busy : .good)
    }

    /// The clock of the payment.
    private var clock: HTML? {
        guard order.paidAt == nil, let until else { return nil }
        return notice(
            .warn, title: "到 \(until.exactWords) 为止交款",
            text: "过了这一秒还没交，订单作废，房源放回（SAL-05）。",
            actions: countdown(to: until.milliseconds + 999, fallback: until.exactWords))
    }

    private var summary: HTML {
        let terms = order.terms
        let all: [(String, String?)] = [
            ("房源", order.unit.rawValue), ("买房人", scene.label(order.person)),
            ("写单", "\(scene.names.name(order.staff)) \(order.writtenAt.words)"),
            ("复核", order.reviewer.map { scene.names.name($0) } ?? "还没有"),
            ("签字", order.signedAt?.words), ("到窗", order.checkedInAt?.words),
            ("付款方式", terms.scheme), ("折扣", discountLabel(terms.discount)),
            ("价目版本", terms.version.rawValue), ("总价", terms.total.text),
            ("定金", terms.deposit.text),
            ("改动的条款", terms.clauses.isEmpty ? nil : terms.clauses.listed),
        ]
        let pairs = all.compactMap { name, value in value.map { (name: name, value: $0) } }
        return Site.card(
            "订单",
            body: """
                \(facts(pairs))<p class="actions">\
                \(linkButton("看房源", to: unitPath(order.unit), .quiet))
                \(linkButton("打印", to: orderPath(order.order) + "/print", .quiet, icon: .print))</p>
                """)
    }

    private var money: HTML {
        let pairs: [(name: String, value: String)] = [
            ("已收", order.collected.text), ("还差", order.outstanding.text),
        ]
        let table: HTML = receipts.isEmpty ? "<p>还没有收款。</p>" : ReceiptRow.table(receipts, scene)
        let refunds: [HTML] = scene.sales.refunds.values.filter { $0.order == order.order }
            .sorted { $0.number < $1.number }.map {
                "<li>第 \($0.number) 号退款 \($0.amount.text)，\($0.cause.label)，等财务退</li>"
            }
        return Site.card("收款", body: "\(facts(pairs))\(table)<ul>\(refunds)</ul>")
    }

    private var instalments: HTML? {
        guard !order.instalments.isEmpty else { return nil }
        let lines: [HTML] = order.instalments.map { part in
            let state =
                order.collected >= part.total
                ? badge("已到", .good)
                : part.due < now.day
                    ? badge("逾期 \(now.day.number - part.due.number) 天", .stop)
                    : badge("未到期", .calm)
            return "<li>\(part.due.words) 累计应到 \(part.total.text) \(state)</li>"
        }
        return Site.card("应收", body: "<ul>\(lines)</ul>")
    }

    private var contract: HTML? {
        guard order.agreed != nil || order.contract != nil else { return nil }
        let paper = order.contract
        let all: [(String, String?)] = [
            ("约定签约", order.agreed?.words), ("告知", order.noticedAt?.words ?? "还没有"),
            ("范本", paper?.template), ("起草", paper.map { scene.names.name($0.preparer) }),
            ("复核", paper?.reviewer.map { scene.names.name($0) }),
            ("签了合同", paper?.signedAt?.words),
            (
                "生成过",
                order.produced.map {
                    "\(scene.names.name($0.staff)) \($0.at.words)，范本 \($0.template)，"
                        + "\($0.format.label)，SHA-256 \($0.hash.prefix(16))…"
                }
            ),
        ]
        let pairs = all.compactMap { name, value in value.map { (name: name, value: $0) } }
        let marks: [HTML] = (paper?.changes ?? []).map { "<li><mark>\($0)</mark></li>" }
        let changes: HTML? =
            marks.isEmpty ? nil : "<p>与范本不同的条款：</p><ul>\(marks)</ul>"
        return Site.card("签约", body: "\(facts(pairs))\(changes)\(contractFile?.html)")
    }

    private var stages: HTML? {
        guard order.paidAt != nil else { return nil }
        let rows: [HTML] = StageTrack.allCases.map { track in
            let steps: [HTML] = DealStage.all(of: track).map { stage in
                let isDone = order.stages.contains(stage)
                return "<li>\(badge(stage.label, isDone ? .good : .off))</li>"
            }
            return "<h3>\(track.label)</h3><ul class=\"stages\">\(steps)</ul>"
        }
        return Site.card("办理进度", body: "\(rows)")
    }

    private var papers: HTML? {
        guard order.paidAt != nil else { return nil }
        let count = order.papers
        let lent = count.lent.sorted { $0.key < $1.key }.map {
            "\(scene.names.name($0.key)) \($0.value) 份"
        }
        return Site.card(
            "合同和档案",
            body: facts([
                ("合同在手", "\(count.inHand) 份"), ("借出", lent.isEmpty ? "没有" : lent.listed),
                ("已归档", order.filed.isEmpty ? "没有" : order.filed.map(\.label).listed),
                (
                    "还缺",
                    scene.policy.sales.filePapers.filter { !order.filed.contains($0) }
                        .map(\.label).listed
                ),
            ]))
    }
}

/// 认购书: an order on one sheet of paper, for both to sign.
struct OrderSheet: Sendable {
    let order: SalesOrder
    let scene: SaleScene
    let siteName: String

    var html: HTML {
        let row = scene.known?.row
        let terms = order.terms
        let signs: [HTML] = ["买房人", "置业顾问", "复核人", "销售经理"].map {
            "<p>\($0)：<span class=\"sign-line\"></span> 日期：<span class=\"sign-line\"></span></p>"
        }
        let clauses: HTML? =
            terms.clauses.isEmpty
            ? nil : "<h2>经特批改动的条款</h2><ul>\(terms.clauses.map { "<li>\($0)</li>" as HTML })</ul>"
        return """
            <article class="card slip"><h1>认购书 \(order.order)</h1>
            <p class="muted">\(siteName) · \(order.writtenAt.words)</p>
            \(facts([
                ("房源", order.unit.rawValue), ("楼栋", row?.building ?? ""),
                ("户型", row?.layout ?? ""), ("面积", areaWords(row?.area ?? 0)),
                ("买房人", scene.label(order.person)),
                ("置业顾问", scene.names.name(order.staff)),
                ("复核", order.reviewer.map { scene.names.name($0) } ?? "还没有"),
                ("付款方式", "\(terms.scheme)，\(discountLabel(terms.discount))"),
                ("价目版本", terms.version.rawValue), ("总价", terms.total.text),
                ("定金", terms.deposit.text),
            ]))
            \(clauses)<h2>签字</h2><div class="slip-signs">\(signs)</div></article>
            <p class="actions no-print">\(
                linkButton("回到订单", to: orderPath(order.order), .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可，一页 A4 纸。</span></p>
            """
    }
}

/// An order that is over: void, or its file archived.
struct PastOrderPage: Sendable {
    let row: OrderRow
    let scene: SaleScene
    let receipts: [ReceiptRow]
    let acts: SaleActCards
    let told: HTML?

    var html: HTML {
        let state = row.void.map { badge("作废：\($0.label)", .stop) } ?? badge("已归档", .off)
        let paper: HTML? = scene.void?.remind.map {
            notice(.warn, title: "原件还没交回", text: "\($0.words) 起提醒经理（SAL-12）。")
        }
        return """
            <p><a href="/sales">← 订单</a></p>
            <div class="page-head"><h1>订单 \(row.order.rawValue)</h1>\(state)</div>
            \(told)\(paper)
            <div class="columns"><div>\(Site.card(
                "订单",
                body: facts([
                    ("房源", row.unit.rawValue), ("写单", scene.names.name(row.staff)),
                    ("写于", row.writtenAt.words), ("总价", row.total.text),
                    ("收款减退款", row.collected.text),
                ])))\(receipts.isEmpty ? nil : Site.card(
                    "收款", body: ReceiptRow.table(receipts, scene)))</div>
            <div class="side no-print">\(acts.html)</div></div>
            """
    }
}
