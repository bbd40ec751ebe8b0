import Database
import HTTPTypes
import HouseRules

/// Signed papers of customers and deals: brought in, and read by whoever may know the customer.
struct AttachmentRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .post, "/customers/{id}/attachments", access: .permission(.tendCustomers),
                kind: .upload, summary: "给客户加附件", bodyLimit: Attachment.bodyLimit,
                handler: add),
            Route(
                .get, "/customers/{id}/attachments/{hash}", access: .permission(.tendCustomers),
                kind: .page, summary: "客户的附件"
            ) { call in
                let (person, _) = try await CustomerRoutes(house: house).subject(call)
                return try await file(of: .customer(person), call)
            },
            Route(
                .get, "/adjudications/{id}/attachments/{hash}",
                access: .permission(.readDecisions), kind: .page, summary: "判客单的附件"
            ) { call in
                let deal = DealID(try call.plainParameter("id"))
                let state = try await house.book(call).view(at: house.now(call)).state
                guard let file = state.caseFile(of: deal) else { throw Problem.notFound }
                guard try house.mayKnow(file, call) else { throw Problem.forbidden(nil) }
                return try await self.file(of: .deal(deal), call)
            },
        ]
    }

    @Sendable private func add(_ call: Call) async throws -> Answer {
        let (person, _) = try await CustomerRoutes(house: house).subject(call)
        guard let note = call.form.text("note"), note.count <= 100 else {
            throw Problem.badRequest("请写这是什么，最多 100 个字。")
        }
        guard let attachment = try house.keptAttachment(call) else {
            throw Problem.badRequest("请选要上传的文件。")
        }
        let account = try house.account(call)
        let insertion = AttachmentRow.insertion(
            attachment, of: .customer(person), at: account.site, note: note, by: account.staff,
            house.now(call))
        try await house.database.write { _ = try $0.execute(insertion) }
        return .redirect(to: "/customers/\(percentEncode(person.rawValue))")
    }

    /// Always to be saved, never shown in the page's place.
    private func file(of place: AttachmentPlace, _ call: Call) async throws -> Answer {
        let site = try house.account(call).site
        let hash = try call.parameter("hash")
        let rows = try await house.database.read {
            try AttachmentRow.of(place, at: site, in: $0)
        }
        guard let row = rows.first(where: { $0.hash == hash }) else { throw Problem.notFound }
        guard let bytes = house.attachments.read(row.hash) else {
            throw Problem(
                status: .notFound, title: "附件打不开",
                detail: "存附件的文件不见了，或者被改过。请告诉系统管理员，编号 \(row.hash.prefix(16))。")
        }
        return .bytes(bytes, type: row.type.media)
            .attached(as: "附件 \(row.hash.prefix(16)).\(row.type.ending)")
    }
}

extension House {
    /// The file that a form brought, kept; nil when it brought none.
    func keptAttachment(_ call: Call) throws -> Attachment? {
        let files = call.files.filter { $0.field == "file" }
        guard let file = files.first else { return nil }
        guard files.count == 1 else { throw Problem.badRequest("一次传一个附件。") }
        let attachment = try Attachment(file.bytes)
        try attachments.keep(attachment)
        return attachment
    }

    /// Whether whoever asks may know the customer of a deal: those concerned, management and clerks
    /// (OWN-55).
    func mayKnow(_ file: CaseFile, _ call: Call) throws -> Bool {
        let account = try account(call)
        return account.role.permissions.contains(.seeAllCustomers)
            || file.signers.contains(account.staff)
    }
}
