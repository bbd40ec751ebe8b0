import Database
import HTTPTypes
import HouseRules

/// 合同范本: templates of the printed contract, tried, brought, handed out and withdrawn (SAL-18).
struct TemplateRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let read = Access.permission(.carryDeals)
        let keep = Access.permission(.keepTemplates)
        return [
            Route(
                .get, "/templates", access: read, kind: .page, summary: "合同范本", handler: show),
            Route(
                .post, "/templates", access: keep, kind: .upload, summary: "上传合同范本，先试读",
                bodyLimit: Attachment.bodyLimit
            ) { call in
                try await .returning({ try await page(call, refused: $0) }) {
                    try await bring(call)
                }
            },
            Route(
                .get, "/templates/sample.docx", access: read, kind: .page, summary: "合同范本的样子"
            ) { _ in
                .bytes(TemplateSample.file, type: WordFile.media).attached(as: "范本样子.docx")
            },
            Route(
                .get, "/templates/{id}/file", access: read, kind: .page, summary: "一份合同范本的原文件",
                handler: file),
            Route(
                .post, "/templates/{id}/retirement", access: keep, kind: .form,
                summary: "停用一份合同范本"
            ) { call in
                let version = try call.plainParameter("id")
                return try await perform(.retireTemplate(version), call)
            },
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(
            call, told: try await house.outcome(try call.query().text("decision"), call))
    }

    private func page(
        _ call: Call, refused: Problem? = nil, told: HTML? = nil, trial: TemplateReading? = nil
    ) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        let templates = try await house.book(call).view(at: now).state.sales.templates
        let page = TemplatePage(
            templates: templates.values.sorted { ($1.at, $1.version) < ($0.at, $0.version) },
            names: try await house.names.directory(account.site), today: now.day,
            mayKeep: account.role.permissions.contains(.keepTemplates), typed: call.form,
            faults: refused?.fields ?? [], trial: trial, csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told)
        return call.page("合同范本", current: "/sales", body: page.html)
    }

    private func perform(_ command: SalesCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.sales(command), id: call.form["id"], call)
        return .redirect(to: "/templates?decision=\(record.id)")
    }

    /// Tried first; what contracts cannot be made from is never kept.
    private func bring(_ call: Call) async throws -> Answer {
        guard let version = call.form.text("version"), version.utf8.count <= 60 else {
            throw Problem.fault("version", "请填版本号，最多 20 个汉字。")
        }
        guard let since = call.form.text("since").flatMap({ BusinessDay($0) }) else {
            throw Problem.fault("since", "请填从哪天起用，写成 2025-06-02 的样子。")
        }
        let files = call.files.filter { $0.field == "file" && !$0.bytes.isEmpty }
        guard let upload = files.first, files.count == 1 else {
            throw Problem.fault("file", "请选一个 .docx 文件。")
        }
        let reading: TemplateReading
        do throws(WordFault) {
            reading = TemplateReading(try WordFile(upload.bytes))
        } catch {
            throw Problem.fault("file", error.sentence)
        }
        guard call.form["mode"] == "keep", reading.isSound else {
            var answer = try await page(call, trial: reading)
            if !reading.isSound { answer.status = .unprocessableContent }
            return answer
        }
        let hash = hex(sha256(upload.bytes))
        try house.attachments.keep(upload.bytes, under: hash)
        return try await perform(
            .keepTemplate(
                ContractTemplate(version, hash: hash, fields: reading.found, since: since)), call)
    }

    @Sendable private func file(_ call: Call) async throws -> Answer {
        let version = try call.plainParameter("id")
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        guard let template = sales.templates[version] else { throw Problem.notFound }
        return .bytes(try house.bytes(of: template), type: WordFile.media)
            .attached(as: "范本 \(version).docx")
    }
}

extension House {
    /// The file of a template, as it was brought.
    func bytes(of template: ContractTemplate) throws(Problem) -> [UInt8] {
        guard let bytes = attachments.read(template.hash) else {
            throw Problem(
                status: .notFound, title: "范本打不开",
                detail: "存范本的文件不见了，或者被改过。请告诉系统管理员，编号 \(template.hash.prefix(16))。")
        }
        return bytes
    }
}
