import Database
import HTTPTypes
import HouseRules

/// Disputes, suspensions, penalties in draft and inspections: to read and to take out.
struct RecordRoutes: Sendable {
    let house: House

    /// A list with its addresses and who may see it.
    private enum Record: String, CaseIterable, Sendable {
        case disputes, suspensions, penalties, inspections

        var title: String {
            switch self {
            case .disputes: "轮次争议"
            case .suspensions: "停接单"
            case .penalties: "处罚草稿"
            case .inspections: "检查"
            }
        }

        var reader: Permission {
            switch self {
            case .disputes: .readDecisions
            case .suspensions, .penalties: .readDiscipline
            case .inspections: .inspect
            }
        }

        var exporter: Permission {
            switch self {
            case .disputes: .exportDisputes
            case .suspensions: .exportSuspensions
            case .penalties: .exportPenalties
            case .inspections: .exportInspections
            }
        }

        /// What a page says when there is nothing.
        var hint: String {
            switch self {
            case .disputes: "置业顾问对轮空有异议，会在自己的页面上提出来，由经理或主管裁定。"
            case .suspensions: "在“今日”里开停接单，开过的都留在这里。"
            case .penalties: "系统只出草稿，罚不罚、罚多少由人决定。"
            case .inspections: "在“检查”里选人、选表，一项一项看。"
            }
        }
    }

    /// The most lines of a page, and of a file.
    private static let pageLimit = 200

    var routes: [Route] {
        Record.allCases.flatMap { record in
            [
                Route(
                    .get, "/\(record.rawValue).xlsx", access: .permission(record.exporter),
                    kind: .page, summary: "\(record.title)，Excel 文件"
                ) { try await export(record, $0) }
            ]
        }
            + Record.allCases.filter { $0 != .inspections }.map { record in
                Route(
                    .get, "/\(record.rawValue)", access: .permission(record.reader), kind: .page,
                    summary: record.title
                ) { try await show(record, $0) }
            }
    }

    private func table(
        _ record: Record, _ span: DaySpan, limit: Int, _ call: Call
    ) async throws -> RecordTable {
        let site = try house.account(call).site
        let names = try await house.names.directory(site)
        let today = house.now(call).day
        return try await house.database.read { transaction in
            switch record {
            case .disputes:
                try .disputes(
                    transaction.rows(DisputeRow.filed(span, at: site, limit: limit))
                        .map(DisputeRow.init), names)
            case .suspensions:
                try .suspensions(
                    transaction.rows(SuspensionRow.issued(span, at: site, limit: limit))
                        .map(SuspensionRow.init), names, on: today)
            case .penalties:
                try .penalties(
                    transaction.rows(PenaltyRow.drafted(span, at: site, limit: limit))
                        .map(PenaltyRow.init), names)
            case .inspections:
                try .inspections(
                    InspectionRow.made(span, at: site, limit: limit, in: transaction), names)
            }
        }
    }

    private func show(_ record: Record, _ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let span = try DaySpan(try call.query(), today: house.now(call).day, usual: 30)
        let table = try await table(record, span, limit: Self.pageLimit + 1, call)
        var page = RecordPage(
            path: "/" + record.rawValue, hint: record.hint, span: span,
            table: RecordTable(
                title: record.title, headings: table.headings,
                lines: Array(table.lines.prefix(Self.pageLimit))),
            hasMore: table.lines.count > Self.pageLimit,
            mayExport: account.role.permissions.contains(record.exporter))
        if record == .suspensions { page.now = try await suspendedNow(call) }
        return call.page(record.title, current: "/today", body: page.html)
    }

    /// Who is given nobody now or soon, until when, why and by whom (REC-12).
    private func suspendedNow(_ call: Call) async throws -> HTML {
        let (site, today) = (try house.account(call).site, house.now(call).day)
        let names = try await house.names.directory(site)
        let rows = try await house.database.read {
            try SuspensionRow.running(on: today, at: site, in: $0)
        }
        let lines: [HTML] = rows.map { row in
            """
            <li><p>\(badge(row.standing(on: today), .stop)) \
            <strong>\(names.name(row.staff))</strong> \
            停到 \(row.until?.words ?? "—")（含）：\(row.misconduct.label)。\(row.facts)</p>
            <p class="muted">\(names.name(row.finder))（\(row.role.label)）\
            \(row.issuedAt.words) 定，依据 <a href="/clauses/REC-12">REC-12</a>，\
            <a href="\(url: "/decisions/\(row.decision)")">看裁定</a></p></li>
            """
        }
        return card(
            "现在停接的人",
            body: lines.isEmpty
                ? emptyState("现在没有人停接", "停接从开单起算，满了自动恢复，不用另办。")
                : "<ul class=\"calls\">\(lines)</ul>")
    }

    private func export(_ record: Record, _ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let span = try DaySpan(try call.query(), today: house.now(call).day, usual: 30)
        let table = try await table(record, span, limit: ListFile.limit + 1, call)
        try ListFile.check(table.lines.count)
        let file = ListFile(record.title, span)
        return try .workbook(
            table.workbook(heading: file.heading(by: account, at: house.now(call), call)),
            named: file.name)
    }
}

/// A list with its days and its file.
struct RecordPage: Sendable {
    let path: String
    let hint: String
    let span: DaySpan
    let table: RecordTable
    let hasMore: Bool
    let mayExport: Bool
    /// What holds at this moment, above the list of the past.
    var now: HTML?

    var html: HTML {
        let more: HTML? =
            hasMore ? "<p class=\"muted\">只列出最近的 \(table.lines.count) 条，要看更早的请改日期。</p>" : nil
        return """
            <h1>\(table.title)</h1>
            \(now)\(filters)
            \(table.lines.isEmpty ? emptyState("这几天没有\(table.title)", hint) : table.html)
            \(more)
            """
    }

    private var filters: HTML {
        let file: HTML? =
            mayExport ? linkButton("导出 Excel", to: "\(path).xlsx?\(span.query)", .quiet) : nil
        return """
            <form class="filters" method="get" action="\(url: path)">
            \(span.fields)
            \(button("筛选", .plain, icon: .search))\(file)</form>
            """
    }
}
