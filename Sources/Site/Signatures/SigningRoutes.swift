import Database
import HTTPTypes
import HouseRules

/// Papers that are signed on the screen, by their address.
enum PaperAddress: CaseIterable, Sendable {
    /// 判客单.
    case caseFile
    /// Slips of decisions: dispute, suspension, change of consultant, tours.
    case slip
    /// 带访确认单.
    case confirmation

    /// The address below which it is signed, of one paper or of all (`{id}`).
    func base(_ id: String) -> String {
        switch self {
        case .caseFile: "/adjudications/\(id)"
        case .slip: "/decisions/\(id)/slip"
        case .confirmation: "/channels/confirmations/\(id)"
        }
    }

    fileprivate var access: Access {
        switch self {
        case .caseFile, .slip: .permission(.signPapers)
        case .confirmation: .permission(.receiveVisitors)
        }
    }
}

/// Signing on the screen: one place of one paper at a time.
struct SigningRoutes: Sendable {
    let house: House

    var routes: [Route] {
        PaperAddress.allCases.flatMap { address in
            [
                Route(
                    .get, address.base("{id}") + "/sign", access: address.access, kind: .page,
                    summary: "在屏幕上签字"
                ) { call in try await show(address, call) },
                Route(
                    .post, address.base("{id}") + "/signatures", access: address.access,
                    kind: .form, summary: "签字"
                ) { call in try await sign(address, call) },
            ]
        }
    }

    private func show(_ address: PaperAddress, _ call: Call) async throws -> Answer {
        let sheet = try await sheet(address, call)
        let key = try call.query().text("place")
        guard let place = sheet.place(key) else { throw Problem.notFound }
        return try await page(sheet, place, call)
    }

    private func page(
        _ sheet: SigningSheet, _ place: SigningPlace, _ call: Call, _ problem: Problem? = nil
    ) async throws -> Answer {
        let account = try house.account(call)
        let names = try await house.names.directory(account.site)
        let isOwn = place.role.isManagement || place.staff == account.staff
        let pad = SignaturePad(place, place.shortWords(names.name) + "签字")
        let page = SigningPage(
            sheet: sheet, pad: problem == nil ? pad : pad.returned(call.form, problem),
            csrf: call.csrfField, id: call.form["id"] ?? call.web.surroundings.newID(),
            isHandedOver: !isOwn)
        return call.page(
            "签字", current: sheet.page, body: page.html, script: SignaturePad.script)
    }

    private func sign(_ address: PaperAddress, _ call: Call) async throws -> Answer {
        let sheet = try await sheet(address, call)
        guard let place = sheet.place(call.form["place"]) else {
            throw Problem.badRequest("请从单据上的按钮进入，再签字。")
        }
        guard call.form["text"] == sheet.textHash else { throw Problem.paperChanged }
        let id = try house.commandID(call.form["id"], call)
        return try await Answer.returning({ try await page(sheet, place, call, $0) }) {
            let names = try await house.names.directory(try house.account(call).site)
            let pad = SignaturePad(place, "")
            guard let mark = try pad.mark(in: call.form, of: owner(place, names, call)) else {
                throw Problem.badRequest(SignatureFault.missing.sentence)
            }
            let kept = try KeptSignature(mark, on: sheet, at: place, names.name)
            let record = try await house.perform(
                .registers(.sign(kept.signature)), id: id, call,
                alongside: [try house.keep(kept, of: sheet, call)])
            return .redirect(to: "\(sheet.page)?decision=\(record.id)")
        }
    }

    /// The name that is to be typed; nil: the house does not know it.
    private func owner(
        _ place: SigningPlace, _ names: StaffDirectory, _ call: Call
    ) throws -> String? {
        if place.role.isManagement { return names.name(try house.account(call).staff) }
        return place.staff.map { names.name($0) }
    }

    private func sheet(_ address: PaperAddress, _ call: Call) async throws -> SigningSheet {
        switch address {
        case .caseFile:
            let sheet = try await house.caseSheet(DealID(try call.plainParameter("id")), call)
            guard let sheet else { throw Problem.paperUndecided }
            return sheet
        case .slip: return try await house.slipSheet(call).sheet
        case .confirmation: return try await house.confirmation(call).sheet
        }
    }
}

extension House {
    /// Keeps the file of a signature; gives the statement that goes alongside its command.
    func keep(_ kept: KeptSignature, of sheet: SigningSheet, _ call: Call) throws -> SQL {
        try attachments.keep(kept.attachment)
        let account = try account(call)
        return AttachmentRow.insertion(
            kept.attachment, of: sheet.shelf, at: account.site, note: kept.note,
            by: account.staff, now(call))
    }

    /// What was signed of a paper so far.
    func given(_ paper: SignedPaper, _ call: Call) async throws -> [GivenSignature] {
        await (try book(call)).view(at: now(call)).state.registers.signatures(on: paper)
    }
}
