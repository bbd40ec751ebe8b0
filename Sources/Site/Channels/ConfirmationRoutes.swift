import Database
import HTTPTypes
import HouseRules

/// 带访确认单: drawn up, signed on the screen, kept, printed (OWN-52).
struct ConfirmationRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.receiveVisitors)
        return [
            Route(
                .get, "/channels/desk/confirmation", access: access, kind: .page,
                summary: "带访确认单，当面签字", handler: drawUp),
            Route(
                .post, "/channels/desk/confirmation", access: access, kind: .form,
                summary: "带访确认单", handler: keep),
            Route(
                .get, "/channels/confirmations/{id}", access: access, kind: .page,
                summary: "打印带访确认单", handler: show),
        ]
    }

    private static let pads = [
        SignaturePad(SigningPlace(.customer), "客户签字", isRequired: false),
        SignaturePad(SigningPlace(.agent), "渠道人员签字", isRequired: false),
    ]

    /// What the form or the address says, before anything was signed.
    private func slip(_ fields: FormFields, id: String) throws(Problem) -> VisitConfirmation {
        guard let visit = fields.text("visit") else { throw .fault("visit", "请选是哪一组客户。") }
        let parts = (fields.text("agent") ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2 else { throw .fault("agent", "请选是哪位渠道人员。") }
        return VisitConfirmation(
            SlipID(id), of: try VisitID(sent: visit), channel: parts[0], agent: parts[1],
            isSigned: fields["signed"] == "1")
    }

    @Sendable private func drawUp(_ call: Call) async throws -> Answer {
        try await draft(
            try slip(try call.query(), id: call.web.surroundings.newID()), Self.pads, call)
    }

    private func draft(
        _ slip: VisitConfirmation, _ pads: [SignaturePad], _ call: Call
    ) async throws -> Answer {
        let sheet = try await house.confirmationSheet(
            slip, witness: try house.account(call).staff, call
        ).sheet
        let page = ConfirmationDraft(
            sheet: sheet, slip: slip, csrf: call.csrfField, pads: pads,
            isOnPaper: slip.isSigned)
        return call.page(
            "带访确认单", current: "/reception", body: page.html, script: SignaturePad.script)
    }

    @Sendable private func keep(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        let blank = try slip(call.form, id: id)
        return try await Answer.returning({ problem in
            let pads = Self.pads.map { $0.returned(call.form, problem) }
            return try await draft(blank, pads, call)
        }) {
            let (slip, alongside) = try await signed(blank, call)
            let record = try await house.perform(
                .channels(.confirm(slip)), id: id, call, alongside: alongside)
            return .redirect(to: "/channels/desk?decision=\(record.id)&slip=\(record.id)")
        }
    }

    /// The slip with what was signed on the screen, and the rows of the kept files.
    private func signed(
        _ blank: VisitConfirmation, _ call: Call
    ) async throws -> (VisitConfirmation, [SQL]) {
        let account = try house.account(call)
        let names = try await house.names.directory(account.site)
        let sheet = try await house.confirmationSheet(blank, witness: account.staff, call).sheet
        var given: [KeptSignature] = []
        for pad in Self.pads {
            let owner = pad.place.role == .agent ? names.name(StaffID(blank.agent)) : nil
            guard let mark = try pad.mark(in: call.form, of: owner) else { continue }
            given.append(try KeptSignature(mark, on: sheet, at: pad.place, names.name))
        }
        guard !given.isEmpty else { return (blank, []) }
        guard call.form["text"] == sheet.textHash else { throw Problem.paperChanged }
        var slip = blank
        slip.signatures = given.map(\.signature)
        let customer = given.first { $0.signature.place.role == .customer }
        slip.isSigned = blank.isSigned || customer != nil
        slip.content = customer?.attachment.hash
        return (slip, try given.map { try house.keep($0, of: sheet, call) })
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let (sheet, slip, entry) = try await house.confirmation(call)
        let account = try house.account(call)
        let names = try await house.names.directory(account.site)
        let page = ConfirmationPage(
            sheet: sheet, isSigned: slip.isSigned, at: entry.at,
            reasons: entry.reasons.filter(\.isAboutChannels)
                .map { $0.sentence(names: names.name) },
            signatures: house.placed(
                sheet, try await house.given(sheet.paper, call), names, for: account),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("带访确认单", current: "/reception", body: page.html)
    }
}

extension Reason {
    /// Signatures have their places on the paper and are not told there once more.
    fileprivate var isAboutChannels: Bool {
        if case .channels = self { return true }
        return false
    }
}
