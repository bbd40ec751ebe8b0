import HTTPTypes
import HouseRules

/// 导入旧台账: a file is tried, read through, and written with the progress in sight.
struct ImportRoutes: Sendable {
    let house: House

    /// 100,000 lines are about eight megabytes.
    private static let bodyLimit = 32 << 20

    var routes: [Route] {
        [
            Route(
                .get, "/imports", access: .permission(.importLists), kind: .page,
                summary: "导入旧台账"
            ) { call in try await list(call) },
            Route(
                .post, "/imports", access: .permission(.importLists), kind: .upload,
                summary: "交来一份旧台账，先试读", bodyLimit: Self.bodyLimit, handler: start),
            Route(
                .get, "/imports/{id}", access: .permission(.importLists), kind: .page,
                summary: "一份旧台账的试读和写入", handler: show),
            Route(
                .get, "/imports/{id}/state", access: .permission(.importLists), kind: .page,
                summary: "导入到哪里了", handler: state),
            Route(
                .get, "/imports/{id}/report.txt", access: .permission(.importLists), kind: .page,
                summary: "导入报告全文", handler: report),
            Route(
                .post, "/imports/{id}/writing", access: .permission(.importLists), kind: .form,
                summary: "试读过的台账写入", handler: write),
            Route(
                .post, "/imports/{id}/dropping", access: .permission(.importLists), kind: .form,
                summary: "试读过的台账不要了", handler: drop),
        ]
    }

    private func list(_ call: Call, fault: String? = nil) async throws -> Answer {
        let site = try house.account(call).site
        let page = ImportList(
            runs: await house.imports.runs(of: site), fault: fault,
            names: try await house.names.directory(site), csrf: call.csrfField)
        var answer = call.page("导入旧台账", current: "/customers", body: page.html)
        if fault != nil { answer.status = .unprocessableContent }
        return answer
    }

    @Sendable private func start(_ call: Call) async throws -> Answer {
        let files = call.files.filter { $0.field == "file" && !$0.bytes.isEmpty }
        guard let file = files.first, files.count == 1 else {
            return try await list(call, fault: "请选一个文件：.xlsx 或 .csv。")
        }
        let id = call.web.surroundings.newID()
        let staff = try house.account(call).staff
        guard await house.imports.start(id, file.bytes, in: try place(call), by: staff) else {
            return try await list(call, fault: "本案场正在导入另一份文件，等它写完再交这一份。")
        }
        return .redirect(to: "/imports/\(id)")
    }

    private func place(_ call: Call) throws -> PastImport {
        PastImport(house, site: try house.account(call).site, call.web.surroundings)
    }

    private func found(_ call: Call) async throws -> ImportShelf.Run {
        let site = try house.account(call).site
        guard let run = await house.imports.run(try call.parameter("id"), of: site) else {
            throw Problem(
                status: .notFound, title: "没有这次导入",
                detail: "试读的结果只留到服务重启，也只留最近几次；写入的行都在来访、来电和客户里。")
        }
        return run
    }

    private func page(_ call: Call) async throws -> ImportPage {
        let run = try await found(call)
        return ImportPage(
            run: run, names: try await house.names.directory(run.site), csrf: call.csrfField)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        call.page("导入旧台账", current: "/customers", body: try await page(call).html)
    }

    @Sendable private func state(_ call: Call) async throws -> Answer {
        .html(try await page(call).state)
    }

    @Sendable private func report(_ call: Call) async throws -> Answer {
        let run = try await found(call)
        guard let report = run.report else { throw Problem.notFound }
        return .bytes(Array(report.text(limit: .max).utf8), type: "text/plain; charset=utf-8")
            .attached(as: "导入报告 \(run.at.day.text).txt")
    }

    @Sendable private func write(_ call: Call) async throws -> Answer {
        let run = try await found(call)
        let staff = try house.account(call).staff
        let isBegun = await house.imports.write(run.id, in: try place(call), by: staff)
        // A second click finds it begun or over.
        let isTried = try await found(call).isTried
        guard isBegun || !isTried else {
            throw Problem.badRequest("有行没通过，或者没有新的行：改好文件再交一次。")
        }
        return .redirect(to: "/imports/\(run.id)")
    }

    @Sendable private func drop(_ call: Call) async throws -> Answer {
        let run = try await found(call)
        await house.imports.drop(run.id, of: run.site)
        return .redirect(to: "/imports")
    }
}

extension ImportShelf.Run {
    /// What it did or would do.
    var report: PastReport? {
        switch stage {
        case .tried(let report), .done(let report): report
        case .reading, .writing, .failed, .dropped: nil
        }
    }
}
