import Database
import HouseRules

/// 带访确认单 as it is signed: who brought whom, when. The same words before it is kept and after.
struct ConfirmationSheet: Sendable {
    let slip: VisitConfirmation
    /// Whoever keeps it vouches for it.
    let witness: StaffID
    let sheet: SigningSheet

    static let vow = "客户确认：以上渠道人员带我到访，情况属实。"

    /// - Parameter visit: The visit in words.
    init(
        _ slip: VisitConfirmation, visit: String, witness: StaffID, siteName: String,
        _ names: Names
    ) {
        (self.slip, self.witness) = (slip, witness)
        let base = PaperAddress.confirmation.base(percentEncode(slip.slip.rawValue))
        sheet = SigningSheet(
            paper: slip.paper, title: "带访确认单", siteName: siteName,
            rows: [
                ("单号", slip.slip.rawValue), ("到访", visit),
                ("渠道公司", names(StaffID(slip.channel))),
                ("渠道人员", names(StaffID(slip.agent))), ("见证人", names(witness)),
            ], lines: [Self.vow],
            places: [
                SigningPlace(.customer), SigningPlace(.agent), SigningPlace(.witness, witness),
            ], shelf: .visit(slip.visit), page: base, base: base)
    }
}

extension House {
    /// The slip of the decision in the address, with the entry that kept it.
    func confirmation(
        _ call: Call
    ) async throws -> (sheet: SigningSheet, slip: VisitConfirmation, entry: Entry) {
        let book = try await book(call)
        let id = DecisionID(try call.plainParameter("id"))
        let entry = try await database.read { try book.journal.entry(id: id, in: $0) }
        guard let entry, entry.refusal == nil, case .channels(.confirm(let slip)) = entry.command
        else { throw Problem.notFound }
        let sheet = try await confirmationSheet(slip, witness: entry.actor.staff, call)
        return (sheet.sheet, slip, entry)
    }

    /// The same of a slip that is not kept yet.
    func confirmationSheet(
        _ slip: VisitConfirmation, witness: StaffID, _ call: Call
    ) async throws -> ConfirmationSheet {
        let site = try account(call).site
        let visit = try await database.read { transaction in
            try transaction.row(VisitRow.one(slip.visit, at: site)).map(VisitRow.init)
        }
        return ConfirmationSheet(
            slip, visit: visit?.groupWords ?? "没有登记的来访", witness: witness,
            siteName: call.siteName, try await names.directory(site).name)
    }
}

extension VisitRow {
    /// The visit without what may still be corrected.
    var groupWords: String { "\(day.words)第 \(number) 组（\(arrivedAt.shortWords) 到）" }
}
