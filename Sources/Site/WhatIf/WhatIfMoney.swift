import HouseRules

/// A deal of the period that would be split otherwise.
struct WhatIfDeal: Sendable, Hashable {
    let deal: DealID
    let at: Moment
    let price: Money
    /// How it is split; nil: the deal has no place in that course.
    let real: Shares?
    let other: Shares?

    /// Whether somebody has a part of it in one of the two courses; nil: anybody.
    func concerns(_ staff: StaffID?) -> Bool {
        guard let staff else { return true }
        return [real, other].contains { $0?.people.contains(staff) ?? false }
    }
}

extension WhatIfCourse {
    /// What the period is worth to somebody.
    struct Worth: Sendable, Hashable {
        /// Their part of the prices of the deals that were attributed (OWN-38).
        var performance = Money(fen: 0)
        /// What the months that were worked out pay them (SAT-37).
        var pay = Money(fen: 0)
    }

    /// How the deals that were attributed in the period are split at its end.
    var splits: [DealID: Shares] {
        attributed.reduce(into: [:]) { splits, deal in
            splits[deal] = state.adjudication.deals[deal]?.current?.shares
        }
    }

    /// What the period is worth to everybody; nobody stands for the house's bonus pool. Pay counts
    /// for these months alone.
    func worth(paying paid: Set<BusinessDay>) -> [StaffID?: Worth] {
        var worth: [StaffID?: Worth] = [:]
        for (deal, shares) in splits {
            let price = state.adjudication.deals[deal]?.deal.price ?? Money(fen: 0)
            for (staff, part) in shares.amounts(.performance, of: price) {
                worth[staff, default: Worth()].performance =
                    (worth[staff]?.performance ?? Money(fen: 0)) + part
            }
        }
        for statement in months.filter({ paid.contains($0.key) }).values.joined() {
            worth[statement.staff, default: Worth()].pay =
                (worth[statement.staff]?.pay ?? Money(fen: 0)) + statement.payable
        }
        return worth
    }
}

extension WhatIf {
    /// Months that can be worked out in both courses; what stands in one alone is told as a ruling
    /// that differs, and is not counted as money lost.
    var paidMonths: Set<BusinessDay> {
        Set(real.months.keys).intersection(other.months.keys)
    }

    /// Deals that would be split otherwise, the earliest signed first.
    var deals: [WhatIfDeal] {
        let (before, after) = (real.splits, other.splits)
        return Set(before.keys).union(after.keys).compactMap { deal -> WhatIfDeal? in
            guard before[deal] != after[deal] else { return nil }
            let fact =
                real.state.adjudication.deals[deal]?.deal
                ?? other.state.adjudication.deals[deal]?.deal
            return fact.map {
                WhatIfDeal(
                    deal: deal, at: $0.at, price: $0.price, real: before[deal],
                    other: after[deal])
            }
        }.sorted { ($0.at, $0.deal) < ($1.at, $1.deal) }
    }
}

extension WhatIfReport {
    /// How much pay would go to somebody else: what all together gain or all together lose,
    /// whichever is more.
    var moved: Money {
        let everybody = Set(realWorth.keys).union(otherWorth.keys)
        let changes = everybody.map {
            (otherWorth[$0]?.pay ?? Money(fen: 0)).fen - (realWorth[$0]?.pay ?? Money(fen: 0)).fen
        }
        let (gained, lost) = (changes.filter { $0 > 0 }, changes.filter { $0 < 0 })
        return Money(fen: max(gained.reduce(0, +), -lost.reduce(0, +)))
    }

    /// The deals as a table.
    func split(_ names: StaffDirectory, _ staff: StaffID?) -> RecordTable {
        RecordTable(
            title: "成交怎么分",
            headings: [
                .init(title: "签约时刻", width: 20), .init(title: "成交", width: 18),
                .init(title: "总价", width: 18), .init(title: "当时", width: 40),
                .init(title: "换成这套规矩", width: 40),
            ],
            lines: deals.filter { $0.concerns(staff) }.map { deal in
                .init(
                    href: "/adjudications/\(percentEncode(deal.deal.rawValue))",
                    cells: [
                        deal.at.words, deal.deal.rawValue, deal.price.text,
                        deal.real?.sentence(names.name) ?? "没有归给谁",
                        deal.other?.sentence(names.name) ?? "没有归给谁",
                    ])
            })
    }

    /// One column of money.
    struct MoneyColumn: Sendable {
        let title: String
        let amount: @Sendable (WhatIfCourse.Worth) -> Money
    }

    /// What each column of money says of somebody; a column that is the same for all and nought
    /// is left out.
    var moneyColumns: [MoneyColumn] {
        let all = [
            MoneyColumn(title: "业绩") { $0.performance },
            MoneyColumn(title: "提成实发") { $0.pay },
        ]
        return all.filter { column in
            [realWorth, otherWorth].contains { $0.values.contains { column.amount($0).fen != 0 } }
        }
    }
}
