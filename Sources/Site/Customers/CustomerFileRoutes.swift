import Database
import HTTPTypes
import HouseRules

/// Customers out of the system as an Excel file, with a purpose that stands in file and log.
struct CustomerFileRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/customers/exports", access: .permission(.exportLists), kind: .form,
                summary: "客户名单，Excel 文件，写明用途", handler: export),
            Route(
                .get, "/customers/template.xlsx", access: .permission(.importLists), kind: .page,
                summary: "补录客户台账的模板，Excel 文件", handler: template),
        ]
    }

    @Sendable private func template(_ call: Call) async throws -> Answer {
        try .workbook(.pastTemplate, named: "客户台账模板.xlsx")
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        guard let purpose = call.form.text("purpose") else {
            throw Problem.badRequest("请写导出客户名单的用途，它会写进文件和日志。")
        }
        guard purpose.count <= 100 else { throw Problem.badRequest("用途最多 100 个字。") }
        let isPlain = call.form["plain"] == "1"
        guard !isPlain || account.role.permissions.contains(.revealPersonalData) else {
            throw Problem(
                status: .forbidden, title: "不能带完整号码",
                detail: "完整号码只有销售经理和主管能导出（OWN-55）。去掉勾选，可以导出遮盖号码的名单。")
        }
        let staff = try call.form.text("staff").map { (id) throws(Problem) in
            try StaffID(sent: id)
        }
        let now = house.now(call)
        let lines = try await lines(of: staff, on: now.day, call)
        let export = CustomerExport(
            people: People(site: account.site, key: house.personKey), viewer: account.staff,
            purpose: purpose, isPlain: isPlain, logID: call.web.surroundings.newID(), at: now)
        let rows = try await house.database.write { try export.write(lines, in: $0) }
        let numbers = isPlain ? "含完整号码" : "号码已遮盖"
        let workbook = Workbook(
            sheet: "客户",
            heading: "\(call.siteName) 客户名单，\(account.displayName) \(now.words) 导出，"
                + "用途：\(purpose)，\(numbers)，共 \(rows.count) 位",
            columns: CustomerExport.columns, rows: rows)
        return try .workbook(workbook, named: "客户名单 \(now.day.text).xlsx")
    }

    private func lines(
        of staff: StaffID?, on day: BusinessDay, _ call: Call
    ) async throws -> [CustomerExport.Line] {
        let site = try house.account(call).site
        let rows = try await house.database.read { transaction in
            try StretchRow.running(
                of: staff, on: day, at: site, limit: ListFile.limit + 1, offset: 0,
                in: transaction)
        }
        try ListFile.check(rows.count)
        let state = try await house.book(call).view(at: house.now(call)).state
        let directory = try await house.names.directory(site)
        return rows.compactMap { row in
            guard let record = state.ownership.ruling(of: row.person, on: day),
                record.staff == row.staff
            else { return nil }
            return CustomerExport.Line(row.person, record, directory)
        }
    }
}

/// The form that takes the list out.
struct CustomerExportForm: Sendable {
    let staff: StaffID?
    let mayRevealNumbers: Bool
    let mayImport: Bool
    let csrf: HTML

    var html: HTML {
        let whose: HTML? = staff.map {
            "<input type=\"hidden\" name=\"staff\" value=\"\($0.rawValue)\">"
        }
        let plain: HTML? =
            mayRevealNumbers
            ? """
            <label class="check"><input type="checkbox" name="plain" value="1"> \
            带完整号码（逐位记入查看日志）</label>
            """ : nil
        return """
            <details class="card more"><summary>导出和导入</summary>
            <form method="post" action="/customers/exports" class="form">\(csrf)\(whose)
            \(TextField(
                "purpose", "用途", hint: "写进文件第一行和日志，例如：周例会核对。", isRequired: true,
                maxLength: 100).html)
            \(plain)<p class="actions">\(button("导出", .plain))</p></form>\(importing)</details>
            """
    }

    private var importing: HTML? {
        guard mayImport else { return nil }
        return """
            <p>以前的来访、来电和跟进填进模板导入，按当时的规则判归属。</p>
            <p class="actions">\(linkButton("导入旧台账", to: "/imports"))\
            \(linkButton("下载模板", to: "/customers/template.xlsx", .quiet))</p>
            """
    }
}

extension Workbook {
    /// An empty ledger of customers with a line for each kind, for which the number has to go.
    static var pastTemplate: Workbook {
        let kinds = PastRow.Kind.allCases.map(\.rawValue).listed
        let results = TouchResult.allCases.map(\.label).listed
        return Workbook(
            sheet: "客户台账",
            heading: "类型：\(kinds)。时间写成 2025-06-01 10:00；登记时间不写，就当作当时登记。"
                + "联系方式和结果只有跟进要写，不写就是电话接通；结果：\(results)。",
            columns: PastField.allCases.map { .init(title: $0.headers[0], width: 18) }, rows: [])
    }
}
