import HouseRules

/// What came out of a what-if, as lists to read and to take out.
struct WhatIfReport: Sendable {
    /// Which list.
    enum List: String, Sendable, CaseIterable, Labelled {
        case people, differences, owners, deals, lacking

        var label: String {
            switch self {
            case .people: "每个人"
            case .differences: "哪些会不同"
            case .owners: "客户归谁"
            case .deals: "成交怎么分"
            case .lacking: "缺的事实"
            }
        }
    }

    let days: DaySpan
    /// Decisions that were made again.
    let decided: Int
    let differences: [WhatIfDifference]
    let owners: [WhatIfOwner]
    let deals: [WhatIfDeal]
    let lacking: [WhatIfDifference]
    private let real: [StaffID: WhatIfCourse.Sums]
    private let other: [StaffID: WhatIfCourse.Sums]
    let realWorth: [StaffID?: WhatIfCourse.Worth]
    let otherWorth: [StaffID?: WhatIfCourse.Worth]

    init(_ whatIf: WhatIf, days: DaySpan) {
        self.days = days
        decided = whatIf.decided
        differences = whatIf.differences
        owners = whatIf.owners(on: days.to)
        deals = whatIf.deals
        lacking = whatIf.lacking
        real = whatIf.real.sums
        other = whatIf.other.sums
        realWorth = whatIf.real.worth(paying: whatIf.paidMonths)
        otherWorth = whatIf.other.worth(paying: whatIf.paidMonths)
    }

    /// How many groups would have had another receptionist, or another effect on a turn.
    var visits: Int {
        differences.count { if case .visit = $0.matter { true } else { false } }
    }

    /// How many calls would have had another answerer.
    var calls: Int {
        differences.count { if case .call = $0.matter { true } else { false } }
    }

    /// How many rulings would have been otherwise.
    var rulings: Int { differences.count - visits - calls }

    /// The whole in one sentence.
    var sentence: String {
        let head = "\(days.words) 共重裁 \(decided) 件。"
        guard !differences.isEmpty || !owners.isEmpty || !deals.isEmpty || moved.fen != 0 else {
            return head + "换成这套规矩，结果与当时一样。"
        }
        return head + "换成这套规矩：\(visits) 组来客的接待人或计轮不同，\(calls) 通来电的接听人不同，"
            + "\(rulings) 件准与不准不同，到最后一天 \(owners.count) 位客户归属不同，"
            + "\(deals.count) 笔成交的分法不同，提成有 \(moved.text) 要换人领。"
    }

    /// One list as a table.
    func table(_ list: List, _ names: StaffDirectory, only staff: StaffID? = nil) -> RecordTable {
        switch list {
        case .people: people(names)
        case .differences: rows("哪些会不同", differences.filter { $0.concerns(staff) }, names)
        case .lacking: rows("缺的事实", lacking.filter { $0.concerns(staff) }, names)
        case .owners: owned(names, staff)
        case .deals: split(names, staff)
        }
    }

    private func rows(
        _ title: String, _ differences: [WhatIfDifference], _ names: StaffDirectory
    ) -> RecordTable {
        RecordTable(
            title: title,
            headings: [
                .init(title: "时刻", width: 20), .init(title: "什么事", width: 30),
                .init(title: "当时", width: 34), .init(title: "换成这套规矩", width: 34),
                .init(title: "条款", width: 10),
            ],
            lines: differences.map { difference in
                let words = difference.words(names.name)
                return .init(
                    href: "/decisions/\(percentEncode(difference.decision.rawValue))",
                    cells: [
                        difference.at.words, words.matter, words.real, words.other,
                        words.clause ?? "—",
                    ])
            })
    }

    private func owned(_ names: StaffDirectory, _ staff: StaffID?) -> RecordTable {
        RecordTable(
            title: "客户归谁",
            headings: [
                .init(title: "客户编号", width: 30), .init(title: "当时归", width: 14),
                .init(title: "换成这套规矩归", width: 18),
            ],
            lines: owners.filter { staff == nil || $0.real == staff || $0.other == staff }.map {
                .init(
                    href: "/registers",
                    cells: [
                        $0.person.rawValue, $0.real.map(names.name) ?? "没有人",
                        $0.other.map(names.name) ?? "没有人",
                    ])
            })
    }

    private func people(_ names: StaffDirectory) -> RecordTable {
        let worth = Set(realWorth.keys).union(otherWorth.keys)
        let everybody = Set(real.keys).union(other.keys).union(worth.compactMap(\.self)).sorted()
        let isPooled = worth.contains(nil)
        let columns = moneyColumns
        let effects = LedgerEffect.allCases.filter { effect in
            everybody.contains { real[$0]?.effects[effect] != other[$0]?.effects[effect] }
        }
        return RecordTable(
            title: "每个人",
            headings: [
                .init(title: "谁", width: 12), .init(title: "接待", width: 12),
                .init(title: "接听", width: 12),
            ] + effects.map { .init(title: $0.label, width: 12) }
                + columns.map { .init(title: $0.title, width: 24) }
                + [.init(title: "罚款草稿（元）", width: 16)],
            lines: everybody.map { staff in
                let before = real[staff] ?? .init()
                let after = other[staff] ?? .init()
                return .init(
                    href: "/ledger?\(days.query)&staff=\(percentEncode(staff.rawValue))",
                    cells: [
                        names.name(staff), change(before.receptions, after.receptions),
                        change(before.calls, after.calls),
                    ]
                        + effects.map {
                            change(before.effects[$0] ?? 0, after.effects[$0] ?? 0)
                        } + money(staff, columns)
                        + [change(Int(before.fines.fen / 100), Int(after.fines.fen / 100))])
            } + (isPooled ? [pool(effects.count, columns)] : []))
    }

    /// The house's bonus pool receives nobody and is fined nothing.
    private func pool(_ effects: Int, _ columns: [MoneyColumn]) -> RecordTable.Line {
        .init(
            href: "/statements",
            cells: ["奖金池"] + Array(repeating: "—", count: 2 + effects) + money(nil, columns)
                + ["—"])
    }

    private func money(_ staff: StaffID?, _ columns: [MoneyColumn]) -> [String] {
        columns.map { column in
            let before = column.amount(realWorth[staff] ?? .init())
            let after = column.amount(otherWorth[staff] ?? .init())
            guard before != after else { return before.text }
            let sign = after > before ? "+" : "−"
            let size = after > before ? after - before : before - after
            return "\(before.text) → \(after.text)（\(sign)\(size.text)）"
        }
    }

    /// `12`, or `12 → 14（+2）`.
    private func change(_ before: Int, _ after: Int) -> String {
        guard before != after else { return "\(before)" }
        let sign = after > before ? "+" : "−"
        return "\(before) → \(after)（\(sign)\(abs(after - before))）"
    }

    /// The whole for a terminal.
    func text(_ names: StaffDirectory, lines limit: Int = 50) -> String {
        let lists = List.allCases.map { list in
            let table = table(list, names)
            let shown = table.lines.prefix(limit).map { $0.cells.joined(separator: "  ") }
            let rest = table.lines.count - shown.count
            let head = table.headings.map(\.title).joined(separator: "  ")
            return
                (["", "\(list.label)（\(table.lines.count)）", head] + shown
                + (rest > 0 ? ["另有 \(rest) 行，用 --xlsx 取全部。"] : [])).joined(separator: "\n")
        }
        return sentence + "\n" + lists.joined(separator: "\n")
    }
}

extension WhatIfDifference {
    /// What it says in a table.
    struct Words: Sendable, Equatable {
        let matter: String
        let real: String
        let other: String
        let clause: String?
    }

    func words(_ names: Names) -> Words {
        switch matter {
        case .visit(_, let real, let other):
            Words(
                matter: "来了一组客户", real: real.words(names), other: other.words(names),
                clause: nil)
        case .call(_, let real, let other):
            Words(
                matter: "来了一通电话", real: real.map(names) ?? "没有人接",
                other: other.map(names) ?? "没有人接", clause: nil)
        case .ruling(let command, let real, let other):
            Words(
                matter: command.question(names), real: Self.verdict(real, names),
                other: Self.verdict(other, names), clause: (other ?? real)?.clause.id)
        }
    }

    private static func verdict(_ refusal: Refusal?, _ names: Names) -> String {
        refusal.map { "不准：" + $0.sentence(names: names) } ?? "准"
    }

    /// Whether somebody received, answered or acted in one of the two courses; nil: anybody.
    func concerns(_ staff: StaffID?) -> Bool {
        guard let staff else { return true }
        switch matter {
        case .visit(_, let real, let other): return real.staff == staff || other.staff == staff
        case .call(_, let real, let other): return real == staff || other == staff
        case .ruling(let command, _, _): return command.subject.staff == staff
        }
    }
}

extension WhatIfCourse.Reception {
    fileprivate func words(_ names: Names) -> String {
        guard let staff else { return "还没有人接" }
        return names(staff) + (effect.map { "（\($0.label)）" } ?? "")
    }
}
