import Database
import HTTPTypes
import HouseRules

/// 价目: versions of the price list, brought in from a file, tried, approved, released.
struct PriceRoutes: Sendable {
    let house: House
    /// A file of twenty thousand rows has about a megabyte.
    private static let bodyLimit = 8 << 20

    var routes: [Route] {
        let control = Access.permission(.controlUnits)
        return [
            Route(
                .get, "/prices", access: .permission(.seeUnits), kind: .page, summary: "价目",
                handler: show),
            Route(
                .post, "/prices", access: control, kind: .upload, summary: "导入价目，先试读",
                bodyLimit: Self.bodyLimit, handler: bring),
            Route(
                .get, "/prices/template.xlsx", access: control, kind: .page, summary: "价目的空表"
            ) { _ in try .workbook(Self.template, named: "价目空表.xlsx") },
            Route(
                .post, "/prices/{id}/approval", access: control, kind: .form, summary: "批准价目"
            ) { call in
                let version = PriceVersion(try call.plainParameter("id"))
                return try await perform(.approvePrices(version), call)
            },
            Route(
                .post, "/prices/release", access: control, kind: .form, summary: "整栋放盘",
                handler: release),
        ]
    }

    private static let template = Workbook(
        sheet: "价目", heading: "每套房一行；单价是每平方米多少元，总价由系统算。",
        columns: PriceField.allCases.map { .init(title: $0.headers[0], width: 12) },
        rows: [["1-101", "1", "1", "A", "89.50", "12000"].map { .text($0) }])

    private func perform(_ command: SalesCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.sales(command), id: call.form["id"], call)
        return .redirect(to: "/prices?decision=\(record.id)")
    }

    @Sendable private func release(_ call: Call) async throws -> Answer {
        guard let building = call.form.text("building") else {
            throw Problem.badRequest("请选楼栋。")
        }
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        let units = sales.units.filter {
            $0.value.row.building == building && $0.value.status == .unreleased
        }.keys.sorted()
        guard !units.isEmpty else { throw Problem.badRequest("这一栋没有还没放盘的房源。") }
        return try await perform(.release(units), call)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(
            call, told: try await house.outcome(try call.query().text("decision"), call))
    }

    private func page(
        _ call: Call, told: HTML? = nil, trial: PriceTrial? = nil
    ) async throws -> Answer {
        let account = try house.account(call)
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        let versions = try await house.database.read { transaction in
            try transaction.rows(
                """
                SELECT version, COUNT(*) AS units FROM unit_price WHERE site = \(account.site)
                GROUP BY version ORDER BY version DESC
                """
            ).map { (try $0.text("version"), Int(try $0.int("units"))) }
        }
        var waiting: [String: Int] = [:]
        for unit in sales.units.values where unit.status == .unreleased {
            waiting[unit.row.building, default: 0] += 1
        }
        let page = PricePage(
            sales: sales, versions: versions,
            unreleased: waiting.sorted { naturallyBefore($0.key, $1.key) },
            mayControl: account.role.permissions.contains(.controlUnits), trial: trial,
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(), told: told)
        return call.page("价目", current: "/units", body: page.html)
    }

    @Sendable private func bring(_ call: Call) async throws -> Answer {
        guard let version = call.form.text("version"), version.utf8.count <= 60 else {
            throw Problem.badRequest("请填版本号，最多 20 个汉字。")
        }
        let schemes = try (call.form.text("schemes") ?? "").split(whereSeparator: \.isNewline)
            .map { try Self.scheme(String($0)) }
        guard (1...20).contains(schemes.count) else {
            throw Problem.badRequest("请填 1 到 20 种付款方式。")
        }
        guard let upload = call.files.first(where: { $0.field == "file" }), !upload.bytes.isEmpty
        else { throw Problem.badRequest("请选价目文件（.xlsx 或 .csv）。") }
        let file: PriceFile
        do {
            file = try PriceFile(upload.bytes)
        } catch let fault as ImportFault {
            throw Problem.badRequest(fault.description)
        }
        let trial = PriceTrial(
            version: version, read: file.read, rows: file.rows, faults: file.faults)
        guard call.form["mode"] == "draft", file.faults.isEmpty, !file.rows.isEmpty else {
            return try await page(call, trial: trial)
        }
        try await refuseFormer(PriceVersion(version), call)
        return try await perform(
            .draftPrices(PriceList(PriceVersion(version), schemes: schemes, rows: file.rows)), call)
    }

    /// The rules forget a version that was replaced; its number stays that list's (SAL-19).
    private func refuseFormer(_ version: PriceVersion, _ call: Call) async throws {
        let site = try house.account(call).site
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        guard sales.drafts[version] == nil, sales.prices != version else { return }
        let known = try await house.database.read { transaction in
            try transaction.row(
                """
                SELECT unit FROM unit_price WHERE site = \(site) AND version = \(version) LIMIT 1
                """)
        }
        guard known == nil else { throw Problem.badRequest("版本号 \(version) 用过了，请换一个。") }
    }

    /// `按揭 99`: a name and what is paid of the list price in percent.
    private static func scheme(_ line: String) throws(Problem) -> PaymentScheme {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, parts[0].utf8.count <= 60,
            let points = hundredths(String(parts[1])),
            (1...10_000).contains(points)
        else { throw .badRequest("“\(line.prefix(40))”要写成“按揭 99”的样子：名称和折扣。") }
        return PaymentScheme(String(parts[0]), discount: points)
    }
}

/// What a file would come to.
struct PriceTrial: Sendable {
    let version: String
    let read: Int
    let rows: [PriceRow]
    let faults: [RowFault]
}

/// The versions of the price list, and the form for a new one.
struct PricePage: Sendable {
    let sales: Sales
    let versions: [(version: String, units: Int)]
    /// How many units of a building are not released.
    let unreleased: [(key: String, value: Int)]
    let mayControl: Bool
    let trial: PriceTrial?
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        let forms: HTML? = mayControl ? "\(form)\(releaseForm)" : nil
        return """
            <p><a href="/units">← 销控图</a></p>
            <h1>价目</h1>
            \(told)\(trialCard)
            <div class="columns"><div>\(list)</div><div class="side">\(forms)</div></div>
            """
    }

    private var list: HTML {
        guard !versions.isEmpty else {
            return emptyState("还没有价目", "内业导入一个版本，经理批准以后，房源就出现在销控图上。")
        }
        let rows = versions.enumerated().map { place, row -> [HTML] in
            let (version, units) = row
            let id = PriceVersion(version)
            let isDraft = sales.drafts[id] != nil
            let state =
                sales.prices == id
                ? badge("正在用", .good)
                : isDraft ? badge("等经理批准", .warn) : badge("用过", .off)
            let approve: HTML? = isDraft && mayControl ? approveForm(version, place) : nil
            return ["\(version)", "\(units)", "\(state)\(approve)"]
        }
        let schemes = sales.schemes.map {
            "\($0.name) \(discountLabel($0.discount))"
        }
        let now: HTML? =
            schemes.isEmpty ? nil : "<p>付款方式：\(schemes.listed)</p>"
        return """
            \(dataTable(
                caption: "价目版本",
                columns: [
                    Column(title: "版本"), Column(title: "套数", isNumber: true, isLabelled: true),
                    Column(title: "状态", isLabelled: true),
                ], rows: rows))\(now)
            """
    }

    private func approveForm(_ version: String, _ place: Int) -> HTML {
        """
        <form method="post" class="inline" \
        action="\(url: "/prices/\(percentEncode(version))/approval")">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-a\(place)">\
        \(button("批准", .primary))</form>
        """
    }

    private var trialCard: HTML? {
        guard let trial else { return nil }
        guard trial.faults.isEmpty else {
            let lines: [HTML] = trial.faults.prefix(200).map {
                "<li>第 \($0.line) 行，\($0.column)：\($0.problem)；\($0.remedy)。</li>"
            }
            return """
                \(notice(
                    .stop, title: "有 \(trial.faults.count) 处要改",
                    text: "读到 \(trial.read) 行，合格 \(trial.rows.count) 行，没有写入。"))
                \(Site.card("要改的地方", body: "<ul>\(lines)</ul>"))
                """
        }
        return notice(
            .good, title: "试读通过",
            text: "版本 \(trial.version)：读到 \(trial.read) 行，都合格；再选一次文件，按“提交版本”。")
    }

    private var form: HTML {
        Site.card(
            "导入一个版本",
            body: """
                <form method="post" action="/prices" class="form" enctype="multipart/form-data">\
                \(csrf)<input type="hidden" name="id" value="\(decisionID)-d">
                \(TextField(
                    "version", "版本号", value: trial?.version ?? "", isRequired: true, maxLength: 20
                ).html)
                \(TextArea(
                    name: "schemes", label: "付款方式", value: schemeLines,
                    hint: "每行一种：名称和折扣，例如“一次性 98”。", isRequired: true).html)
                <div class="field"><label for="field-file">价目文件</label>
                <input type="file" id="field-file" name="file" required \
                accept=".xlsx,.csv" aria-describedby="field-file-hint">
                <p class="hint" id="field-file-hint">\
                列：房号、楼栋、楼层、户型、面积、单价。<a href="/prices/template.xlsx">下载空表</a></p></div>
                <p class="actions">\(button("试读", .plain, name: "mode", value: "trial"))
                \(button("提交版本", .primary, name: "mode", value: "draft"))</p></form>
                """)
    }

    private var schemeLines: String {
        let lines = sales.schemes.map { scheme in
            let rest = scheme.discount % 100
            return "\(scheme.name) \(scheme.discount / 100)"
                + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
        }
        return lines.isEmpty ? "一次性 98\n按揭 99" : lines.joined(separator: "\n")
    }

    private var releaseForm: HTML? {
        guard !unreleased.isEmpty else { return nil }
        let building = SelectField(
            name: "building", label: "楼栋",
            choices: unreleased.map {
                Choice(value: $0.key, label: "\($0.key)（\($0.value) 套没放）")
            }, isRequired: true)
        return Site.card(
            "整栋放盘",
            body: """
                <form method="post" action="/prices/release" class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-r">
                <p class="hint">只有经理能放盘 <a href="/clauses/SAL-07">SAL-07</a></p>
                \(building.html)\(button("放盘", .primary))</form>
                """)
    }
}
