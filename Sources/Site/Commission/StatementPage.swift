import HouseRules

/// 提成单: every line with its clause and figures, and the sum step by step, so that it can be added
/// up by hand from this page alone (SAT-37, OWN-28, OWN-38).
struct StatementPage {
    let statement: Statement
    let status: PayStatus
    let decision: DecisionID
    /// The rules under which it was worked out.
    let policy: CommissionPolicy
    let orders: [DealID: SoldUnit]
    let names: Names

    var html: HTML {
        """
        <div class="page-head"><h1>提成单</h1><p class="actions">\
        \(badge(status.label, status.tone))\
        \(linkButton("依据", to: "/decisions/\(decision)", .quiet))</p></div>
        \(Site.card(
            "\(statement.staff.map(names) ?? "奖金池")，\(statement.month.monthWords)",
            body: "\(facts([("实发", statement.payable.text)]))\(lines)"))
        \(Site.card("怎么算到实发", body: sum))
        """
    }

    private var lines: HTML {
        guard !statement.lines.isEmpty else { return emptyState("没有一行", "这个月没有计提的成交。") }
        let table = dataTable(
            caption: "逐行",
            columns: [
                Column(title: "成交", isLabelled: true), Column(title: "怎么来的", isLabelled: true),
                Column(title: "依据", isLabelled: true),
                Column(title: "提成", isNumber: true, isLabelled: true),
                Column(title: "本月发", isNumber: true, isLabelled: true),
            ],
            rows: statement.lines.map { line in
                let clause = line.kind.clause.id
                return [
                    deal(line), "\(line.working(orders[line.deal ?? ""], names))",
                    "<a href=\"\(url: "/clauses/\(clause)")\">\(clause)</a>",
                    "\(line.amount.text)", "\(line.paid.text)",
                ]
            })
        return """
            \(table)<p class="hint">一单的提成先按成交价算总数，四舍五入到分，再按份额分，零头归余数最大的一份；\
            “本月发”是这一行在实发里占的数，退房时照它收回。</p>
            """
    }

    private func deal(_ line: CommissionLine) -> HTML {
        guard let deal = line.deal else { return "—" }
        guard let unit = orders[deal]?.unit else { return "\(deal.rawValue)" }
        return "\(deal.rawValue)<br><small>\(unit)</small>"
    }

    /// One step of the sum a row: what, how, how much.
    private var sum: HTML {
        let fixed = Shares.whole - policy.variablePoints
        var rows: [[HTML]] = [
            ["提成 C", "计提的各行相加", "\(statement.gross.text)"],
            [
                "固定 F", "C × \(decimal(fixed))%，四舍五入到分",
                "\(statement.fixed.text)",
            ],
            ["浮动基数 V", "C − F", "\(statement.base.text)"],
        ]
        if let score = statement.score {
            rows.append([
                "浮动", "V × 考评 \(decimal(score)) 分 ÷ 100，四舍五入到分",
                "\(statement.variable.text)",
            ])
        } else {
            rows.append(["浮动", "不打分，V 全发", "\(statement.variable.text)"])
        }
        if statement.deferred.fen != 0 {
            rows.append(["挂账", "F 以后发", "−\(statement.deferred.text)"])
        }
        rows.append(["扣回与更正", "不打分的各行相加", "\(statement.adjustments.text)"])
        rows.append([
            "实发", statement.deferred.fen == 0 ? "F + 浮动 + 扣回与更正" : "浮动 + 扣回与更正",
            "<strong>\(statement.payable.text)</strong>",
        ])
        if statement.carried.fen < 0 {
            rows.append(["转到下月扣", "本月不够扣的", "\(statement.carried.text)"])
        }
        return dataTable(
            caption: "怎么算到实发",
            columns: [
                Column(title: "项"), Column(title: "怎么算"), Column(title: "金额", isNumber: true),
            ], rows: rows)
    }
}

/// 我的提成: the months somebody was paid for.
struct StatementListPage: Sendable {
    let rows: [StatementRow]

    var html: HTML {
        "<h1>我的提成</h1>\(Site.card("各月", body: list))"
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return emptyState("还没有提成单", "内业核算以后，每个月一张，逐行写明怎么算的。")
        }
        return dataTable(
            caption: "各月提成单",
            columns: [
                Column(title: "月份"), Column(title: "实发", isNumber: true),
                Column(title: "状态"), Column(title: "提成单"),
            ],
            rows: rows.map { row in
                [
                    "\(row.month.monthWords)", "\(row.payable.text)",
                    badge(row.status.label, row.status.tone),
                    "<a href=\"\(url: "/statements/\(row.month.monthText)")\">逐行</a>",
                ]
            })
    }
}

extension CommissionLine {
    /// The way to its amount, with every figure that it takes.
    func working(_ sold: SoldUnit?, _ names: Names) -> String {
        let rate = "千分之 \(permille)"
        let price = sold.map { "成交价 \($0.total.text)，" } ?? ""
        return switch kind {
        case .share(let points):
            "\(price)份额 \(decimal(points))%，计提 \(base.text) × \(rate)"
        case .part(let points):
            "\(price)固定分成 \(decimal(points))%，计提 \(base.text) × \(rate)"
        case .override(let staff): "带队，\(names(staff))的业绩 \(base.text) × \(rate)"
        case .clawback(let month): "退房，收回\(month.monthWords)实发的数"
        case .moved(let points, let month):
            "改判后份额 \(decimal(points))%，\(month.monthWords)发的总数按新份额重分"
        case .correction(_, let month): "更正\(month.monthWords)"
        }
    }

    /// The rate in thousandths, without needless noughts.
    private var permille: String {
        let whole = perMillion / 1000
        let rest = perMillion % 1000
        guard rest != 0 else { return "\(whole)" }
        var digits = String(1000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
