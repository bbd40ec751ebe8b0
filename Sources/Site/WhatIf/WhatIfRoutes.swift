import HTTPTypes
import HouseRules

/// 试算: a period of the real journal under other rules, before anybody adopts them.
struct WhatIfRoutes: Sendable {
    let house: House
    /// The packs that may be tried beside the site's own revisions.
    let folder: PolicyFolder

    var routes: [Route] {
        [
            Route(
                .get, "/whatif", access: .permission(.changePolicy), kind: .page,
                summary: "试算：换一套规矩重裁一段真实记录", handler: list),
            Route(
                .post, "/whatif", access: .permission(.changePolicy), kind: .form,
                summary: "开始一次试算", handler: start),
            Route(
                .get, "/whatif/{id}", access: .permission(.changePolicy), kind: .page,
                summary: "一次试算的进度和结果", handler: show),
            Route(
                .get, "/whatif/{id}/state", access: .permission(.changePolicy), kind: .page,
                summary: "试算到哪里了", handler: state),
            Route(
                .get, "/whatif/{id}/list.xlsx", access: .permission(.changePolicy), kind: .page,
                summary: "试算的一张表，Excel 文件", handler: export),
            Route(
                .post, "/whatif/{id}/cancel", access: .permission(.changePolicy), kind: .form,
                summary: "停下一次试算", handler: cancel),
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let page = try await form(call, faults: [])
        return call.page("试算", current: "/clauses", body: page.html)
    }

    private func form(_ call: Call, faults: [Problem.Field]) async throws -> WhatIfForm {
        let site = try house.account(call).site
        let book = try await house.book(call)
        return WhatIfForm(
            packs: folder.names, revisions: await book.policyRevisions,
            runs: await house.whatIfs.runs(of: site),
            days: try DaySpan(FormFields(), today: house.now(call).day, usual: 30),
            typed: call.form, faults: faults, csrf: call.csrfField)
    }

    @Sendable private func start(_ call: Call) async throws -> Answer {
        let faults: [Problem.Field]
        do {
            let (title, policy) = try await chosen(call)
            let days = try DaySpan(call.form, today: house.now(call).day, usual: 30)
            return try await house.startWhatIf(title, policy, days, call)
        } catch let problem as Problem where problem.status == .badRequest {
            faults = [.init(name: "rules", sentence: problem.detail)]
        }
        var answer = call.page(
            "试算", current: "/clauses", body: try await form(call, faults: faults).html)
        answer.status = .unprocessableContent
        return answer
    }

    /// The rules that are to be tried: a revision of the site, or a pack of the shelf.
    private func chosen(_ call: Call) async throws -> (String, Policy) {
        let word = call.form["rules"] ?? ""
        let book = try await house.book(call)
        if let number = word.split(separator: ":").last.flatMap({ Int($0) }),
            number > 0, word.hasPrefix("revision:"),
            let policy = await book.policy(revision: number)
        {
            return ("本案场第 \(number) 版", policy)
        }
        guard word.hasPrefix("pack:"), folder.names.contains(String(word.dropFirst(5))) else {
            throw Problem.badRequest("请选要试哪一套规矩。")
        }
        let found = try folder.pack(String(word.dropFirst(5)))
        guard let newest = found.revisions.last else {
            throw Problem.badRequest("这个制度包里还没有规矩。")
        }
        return ("制度包 \(found.name)", newest.policy)
    }

    private func found(_ call: Call) async throws -> WhatIfShelf.Run {
        let site = try house.account(call).site
        guard let run = await house.whatIfs.run(try call.parameter("id"), of: site) else {
            throw Problem(
                status: .notFound, title: "没有这次试算",
                detail: "试算的结果只留到服务重启，也只留最近几次。请重新算一次。")
        }
        return run
    }

    private func page(_ call: Call) async throws -> WhatIfPage {
        let run = try await found(call)
        let query = try call.query()
        return WhatIfPage(
            run: run, list: query.text("list").flatMap(WhatIfReport.List.init) ?? .people,
            staff: try query.text("staff").map { (id) throws(Problem) in try StaffID(sent: id) },
            number: query.page,
            names: try await house.names.directory(run.site),
            mayExport: try house.account(call).role.permissions.contains(.exportLists),
            csrf: call.csrfField)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let page = try await page(call)
        return call.page("试算", current: "/clauses", body: page.html)
    }

    @Sendable private func state(_ call: Call) async throws -> Answer {
        .html(try await page(call).state)
    }

    @Sendable private func cancel(_ call: Call) async throws -> Answer {
        let run = try await found(call)
        await house.whatIfs.cancel(run.id, of: run.site)
        return .redirect(to: "/whatif/\(run.id)")
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let page = try await page(call)
        guard case .done(let report) = page.run.stage else { throw Problem.notFound }
        let table = report.table(page.list, page.names, only: page.staff)
        try ListFile.check(table.lines.count)
        let file = ListFile("试算 \(page.run.title) \(page.list.label)", page.run.days)
        return try .workbook(
            table.workbook(
                heading: file.heading(by: try house.account(call), at: house.now(call), call)),
            named: file.name)
    }
}

extension House {
    /// Begins a what-if and leads to it.
    func startWhatIf(
        _ title: String, _ policy: Policy, _ days: DaySpan, _ call: Call
    ) async throws -> Answer {
        let account = try account(call)
        let book = try await book(call)
        let run = WhatIfShelf.Run(
            id: call.web.surroundings.newID(), site: account.site, title: title, days: days,
            askedBy: account.displayName, askedAt: now(call),
            stage: .running(.init(read: 0, total: 0)))
        let reader = WhatIfReader(journal: book.journal, database: database)
        guard let run = await whatIfs.start(run, reader, under: policy) else {
            throw Problem.badRequest("本案场已经有一次试算在跑，等它算完或先停下它。")
        }
        return .redirect(to: "/whatif/\(run.id)")
    }
}
