import HouseRules

/// A list that people read and take out: the page and the file show the same cells.
struct RecordTable: Sendable {
    /// A column with its width in the file.
    struct Heading: Sendable {
        let title: String
        let width: Double
    }

    /// One line: where it leads and what stands in it.
    struct Line: Sendable {
        let href: String
        let cells: [String]
    }

    let title: String
    let headings: [Heading]
    let lines: [Line]

    /// The table of a page; the first cell leads to the record.
    var html: HTML {
        dataTable(
            caption: title,
            columns: headings.enumerated().map { Column(title: $1.title, isLabelled: $0 > 0) },
            rows: lines.map { line in
                line.cells.enumerated().map { index, text in
                    index == 0 ? "<a href=\"\(url: line.href)\">\(text)</a>" : "\(text)"
                }
            })
    }

    /// The same as a file, with a line that says where it is from.
    func workbook(heading: String) -> Workbook {
        Workbook(
            sheet: title, heading: heading,
            columns: headings.map { .init(title: $0.title, width: $0.width) },
            rows: lines.map { $0.cells.map { .text($0) } })
    }
}

extension RecordTable {
    /// Disputes about lost turns.
    static func disputes(_ rows: [DisputeRow], _ names: StaffDirectory) -> RecordTable {
        RecordTable(
            title: "轮次争议",
            headings: [
                .init(title: "提出时刻", width: 18), .init(title: "谁的轮次", width: 10),
                .init(title: "哪一组", width: 26), .init(title: "台账原记", width: 16),
                .init(title: "本人说", width: 30), .init(title: "裁定", width: 10),
                .init(title: "裁定理由", width: 30), .init(title: "裁定人", width: 18),
            ],
            lines: rows.map { row in
                let judge = row.ruledBy.map(names.name) ?? "—"
                return Line(
                    href: "/disputes/\(percentEncode(row.id))",
                    cells: [
                        row.filedAt.words, names.name(row.staff), row.visitWords,
                        "轮空（\(row.why.label)）", row.note, row.ruling?.label ?? "待裁定",
                        row.rulingNote ?? "—", row.ruledAt.map { "\(judge) \($0.words)" } ?? judge,
                    ])
            })
    }

    /// Suspensions, with where each of them stands on a day.
    static func suspensions(
        _ rows: [SuspensionRow], _ names: StaffDirectory, on today: BusinessDay
    ) -> RecordTable {
        RecordTable(
            title: "停接单",
            headings: [
                .init(title: "开单时刻", width: 18), .init(title: "谁", width: 10),
                .init(title: "状态", width: 10), .init(title: "停到", width: 14),
                .init(title: "何事", width: 16), .init(title: "事件", width: 18),
                .init(title: "事实", width: 40), .init(title: "谁定的", width: 18),
                .init(title: "停接的日子", width: 30), .init(title: "依据", width: 10),
            ],
            lines: rows.map { row in
                Line(
                    href: "/decisions/\(row.decision)/slip",
                    cells: [
                        row.issuedAt.words, names.name(row.staff), row.standing(on: today),
                        row.until.map { "\($0.words)（含）" } ?? "—", row.misconduct.label,
                        row.incident, row.facts, "\(names.name(row.finder))（\(row.role.label)）",
                        row.days.map(\.words).listed, "REC-12",
                    ])
            })
    }

    /// Penalties in draft.
    static func penalties(_ rows: [PenaltyRow], _ names: StaffDirectory) -> RecordTable {
        RecordTable(
            title: "处罚草稿",
            headings: [
                .init(title: "时刻", width: 18), .init(title: "谁", width: 10),
                .init(title: "罚则", width: 8), .init(title: "金额", width: 14),
                .init(title: "关于", width: 30), .init(title: "状态", width: 8),
            ],
            lines: rows.map { row in
                Line(
                    href: "/decisions/\(row.decision)",
                    cells: [
                        row.at.words, names.name(row.staff), row.article, row.amountWords,
                        row.about, "草稿",
                    ])
            })
    }

    /// Inspections by checklists.
    static func inspections(_ rows: [InspectionRow], _ names: StaffDirectory) -> RecordTable {
        RecordTable(
            title: "检查",
            headings: [
                .init(title: "时刻", width: 18), .init(title: "检查表", width: 16),
                .init(title: "谁", width: 10), .init(title: "得分", width: 10),
                .init(title: "结果", width: 12), .init(title: "不合格的项和事实", width: 50),
            ],
            lines: rows.map { row in
                Line(
                    href: "/inspections/\(percentEncode(row.slip.rawValue))",
                    cells: [
                        row.at.words, row.list.label, names.name(row.staff), row.scoreWords,
                        row.statusWords, row.failures,
                    ])
            })
    }
}
