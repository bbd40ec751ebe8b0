import Database
import HouseRules

extension House {
    /// What the page of a customer shows about their privacy: consents, and who looked.
    func privacyCards(_ person: PersonID, _ call: Call) async throws -> PrivacyCards {
        let account = try account(call)
        let consents = Consents(site: account.site)
        let directory = try await names.directory(account.site)
        let id = call.web.surroundings.newID()
        return try await database.read { transaction in
            let rows = try LookRow.last(
                LookCard.shown, at: person, of: account.site, in: transaction)
            return PrivacyCards(
                consents: ConsentCard(
                    person: person, changes: try consents.changes(of: person, in: transaction),
                    texts: try consents.texts(in: transaction), names: directory,
                    csrf: call.csrfField, decisionID: id),
                looks: LookCard(
                    rows: rows, person: person, names: directory,
                    maySeeAll: account.role.permissions.contains(.seeLooks)),
                attachments: AttachmentCard(
                    place: .customer(person),
                    rows: try AttachmentRow.of(
                        .customer(person), at: account.site, in: transaction),
                    names: directory),
                upload: CustomerAttachmentForm(person: person, csrf: call.csrfField),
                erasure: ErasureForm(person: person, csrf: call.csrfField, id: id),
                forbidsTexts: try consents.forbidsTexts(to: person, in: transaction) != nil)
        }
    }
}

/// The privacy of a customer, beside their page.
struct PrivacyCards: Sendable {
    let consents: ConsentCard
    let looks: LookCard
    let attachments: AttachmentCard
    let upload: CustomerAttachmentForm
    let erasure: ErasureForm
    /// Whether the customer took back what text messages need.
    let forbidsTexts: Bool

    var html: HTML {
        let request: HTML = """
            <details class="more"><summary>客户要求删除资料</summary>\(erasure.html)</details>
            """
        return """
            \(consents.html)\(attachments.html(form: upload.html))\(looks.html)\
            \(card("删除资料", body: request))
            """
    }
}
