import Database
import HTTPTypes
import HouseRules

/// 报表: the figures of a site, to read, to print and to take out.
struct ReportRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let whole = Access.permission(.seeAllFigures)
        let export = Access.permission(.exportLists)
        return [
            Route(
                .get, "/reports", access: .permission(.seeFigures), kind: .page,
                summary: "日报、周报、月报", handler: show),
            Route(
                .get, "/reports.xlsx", access: export, kind: .page,
                summary: "日报、周报、月报，Excel 文件", handler: export(_:)),
            Route(
                .get, "/reports/units", access: whole, kind: .page, summary: "去化",
                handler: units),
            Route(
                .get, "/reports/units.xlsx", access: export, kind: .page,
                summary: "去化，Excel 文件", handler: exportUnits),
            Route(
                .get, "/reports/cash", access: whole, kind: .page, summary: "回款日历",
                handler: cash),
            Route(
                .get, "/reports/cash.xlsx", access: export, kind: .page,
                summary: "回款日历，Excel 文件", handler: exportCash),
            Route(
                .post, "/reports/days/{id}", access: .permission(.keepFigures), kind: .form,
                summary: "归档一天的日报", handler: keep),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let (query, today) = (try call.query(), house.now(call).day)
        let period = try ReportPeriod(query, today: today)
        let report = try await house.report(period, call)
        let isWhole = account.role.permissions.contains(.seeAllFigures)
        let keeps = period.kind == .day && account.role.permissions.contains(.keepFigures)
        let page = ReportPage(
            report: report, person: isWhole ? nil : account.displayName, isWhole: isWhole,
            today: today, mayExport: account.role.permissions.contains(.exportLists),
            names: try await house.names.directory(account.site).name,
            told: try await house.outcome(query.text("decision"), call),
            keeping: keeps ? keepForm(report, call) : nil)
        return call.page(period.kind.label, current: "/reports", body: page.html)
    }

    private func keepForm(_ report: Report, _ call: Call) -> HTML {
        """
        <form method="post" action="\(url: "/reports/days/\(report.period.from.text)")">
        \(call.csrfField)
        <input type="hidden" name="id" value="\(call.web.surroundings.newID())">
        <p>归档的数：\(report.total.figures.words)。规则再和台账对一遍，不符就不收。</p>
        \(button("归档这天的日报", .plain))</form>
        """
    }

    /// Keeps the figures of a day; the rules compare them with what they counted (SAL-37).
    @Sendable private func keep(_ call: Call) async throws -> Answer {
        guard let day = BusinessDay(try call.plainParameter("id")) else { throw Problem.notFound }
        let report = try await house.report(ReportPeriod(.day, of: day), call)
        let record = try await house.perform(
            .sales(.archiveFigures(day, report.total.figures)), id: call.form["id"], call)
        return .redirect(to: "/reports?day=\(day.text)&decision=\(record.id)")
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let period = try ReportPeriod(try call.query(), today: house.now(call).day)
        let report = try await house.report(period, call)
        let directory = try await house.names.directory(account.site)
        let workbook = report.workbook(
            heading: heading("\(period.kind.label) \(period.words)", account, call),
            names: directory.name)
        return try .workbook(workbook, named: "\(period.kind.label) \(period.words).xlsx")
    }

    private func heading(_ title: String, _ account: Account, _ call: Call) -> String {
        "\(call.siteName) \(title)，\(account.displayName) \(house.now(call).words) 导出"
    }

    @Sendable private func units(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let week = ReportPeriod(.week, of: house.now(call).day)
        let page = SellThroughPage(
            found: try await house.sellThrough(call), weeks: try await house.report(week, call),
            mayExport: account.role.permissions.contains(.exportLists))
        return call.page("去化", current: "/reports", body: page.html)
    }

    @Sendable private func exportUnits(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let found = try await house.sellThrough(call)
        let day = house.now(call).day.text
        return try .workbook(
            found.workbook(heading: heading("去化 \(day)", account, call)),
            named: "去化 \(day).xlsx")
    }

    @Sendable private func cash(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        let calendar = try await house.cashCalendar(call)
        let sales = try await house.book(call).view(at: now).state.sales
        let page = CashCalendarPage(
            calendar: calendar, arrears: sales.arrears(on: now.day),
            names: try await house.names.directory(account.site).name,
            mayExport: account.role.permissions.contains(.exportLists))
        return call.page("回款日历", current: "/reports", body: page.html)
    }

    @Sendable private func exportCash(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let calendar = try await house.cashCalendar(call)
        let title = "回款日历 \(calendar.month.words)"
        let names = try await house.names.directory(account.site)
        return try .workbook(
            calendar.workbook(heading: heading(title, account, call), names: names.name),
            named: "\(title).xlsx")
    }
}

extension House {
    /// The figures of a period: the site's, or one's own for whoever may see no others.
    func report(_ period: ReportPeriod, _ call: Call) async throws -> Report {
        let account = try account(call)
        let isWhole = account.role.permissions.contains(.seeAllFigures)
        var report = try await database.read { transaction in
            try Report.read(
                period, of: account.site, staff: isWhole ? nil : account.staff, in: transaction)
        }
        if isWhole {
            let now = now(call)
            let sales = try await book(call).view(at: now).state.sales
            report.signings = sales.timelySigning(month: period.from, on: now.day)
        }
        return report
    }

    func sellThrough(_ call: Call) async throws -> SellThrough {
        let site = try account(call).site
        return try await database.read { try SellThrough.read(of: site, in: $0) }
    }

    /// The month in which the `day` of the address lies; nobody plans further than ten years.
    func cashCalendar(_ call: Call) async throws -> CashCalendar {
        let (site, today) = (try account(call).site, now(call).day)
        let text = try call.query().text("day") ?? today.text
        guard let day = BusinessDay(text) else {
            throw Problem.badRequest("日期“\(text.prefix(20))”看不懂，请写成 2025-06-02 的样子。")
        }
        guard (-3660...3660).contains(day.number - today.number) else {
            throw Problem.badRequest("只看今天前后十年以内的月份。")
        }
        return try await database.read {
            try CashCalendar.read(
                ReportPeriod(.month, of: day), today: today, of: site, in: $0)
        }
    }
}
