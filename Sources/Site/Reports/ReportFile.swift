import HouseRules

extension Report {
    /// The report as a file: the sums, then the same by days, people, sources, layouts and weeks.
    func workbook(heading: String, names: (StaffID) -> String) -> Workbook {
        var parts = [
            ("合计", [Line(name: period.words, counts: total)]),
            ("上一期", [Line(name: period.previous.words, counts: before)]),
        ]
        let days = (0...(period.to.number - period.from.number)).map {
            ReportPeriod(.day, of: period.from.adding(days: $0))
        }
        parts.append(("按日", days.map { Line(name: $0.words, counts: sum(of: $0)) }))
        parts.append(("按周", byWeek))
        parts.append(("按顾问", byStaff(names)))
        parts.append(("按来源", bySource))
        parts.append(("按户型", byLayout))
        return Workbook(
            sheet: period.kind.label, heading: heading,
            columns: [.init(title: "分法", width: 10), .init(title: "名称", width: 26)]
                + ReportMetric.allCases.map {
                    .init(title: "\($0.label)（\($0.unit)）", width: $0.isMoney ? 20 : 14)
                },
            rows: parts.flatMap { title, lines in
                lines.map { line in
                    [.text(title), .text(line.name)]
                        + ReportMetric.allCases.map { $0.cell(line.counts) }
                }
            })
    }
}

extension ReportMetric {
    /// A count as a number; an amount to the fen as a text, which no spreadsheet rounds.
    func cell(_ counts: ReportCounts) -> Workbook.Cell {
        isMoney ? .text(words(counts)) : .number(Int(value(counts)))
    }
}

extension SellThrough {
    /// Buildings, layouts and the sum as a file.
    func workbook(heading: String) -> Workbook {
        let lines =
            byBuilding.map { ("按楼栋", $0) } + byLayout.map { ("按户型", $0) }
            + [("合计", total)]
        return Workbook(
            sheet: "去化", heading: heading,
            columns: [.init(title: "分法", width: 10)]
                + Line.headings.map { .init(title: $0, width: 18) },
            rows: lines.map { title, line in [.text(title)] + line.cells.map { .text($0) } })
    }
}

extension CashCalendar {
    /// Days, months and the parts that are due as a file.
    func workbook(heading: String, names: (StaffID) -> String) -> Workbook {
        var rows: [[Workbook.Cell]] = days.map { day in
            [.text("逐日"), .text(day.day.text)] + day.sums.cells.map { .text($0) }
        }
        rows += months.map { line in
            [.text("按月"), .text(line.name)] + line.sums.cells.map { .text($0) }
        }
        rows += parts.map { part in
            let late = part.day < today ? part.unpaid : 0
            return [
                .text("应收款"),
                .text("\(part.order.rawValue) \(part.unit.rawValue) \(names(part.staff))"),
                .text(""), .text(""), .text(Money(fen: part.amount).text),
                .text(Money(fen: late).text),
            ]
        }
        return Workbook(
            sheet: "回款日历", heading: heading,
            columns: [.init(title: "分法", width: 10), .init(title: "名称", width: 30)]
                + Self.headings.map { .init(title: $0, width: 20) },
            rows: rows)
    }
}
