import Database
import HouseRules

extension House {
    /// What the page of a customer shows about their privacy: consents, and who looked.
    func privacyCards(
        _ person: PersonID, _ rows: PrivacyRows, _ call: Call
    ) async throws -> PrivacyCards {
        let account = try account(call)
        let directory = try await names.directory(account.site)
        let id = call.web.surroundings.newID()
        return PrivacyCards(
            consents: ConsentCard(
                person: person, changes: rows.changes.filter { $0.person == person },
                texts: rows.texts, names: directory, csrf: call.csrfField, decisionID: id),
            looks: LookCard(
                rows: rows.looks, person: person, names: directory,
                maySeeAll: account.role.permissions.contains(.seeLooks)),
            attachments: AttachmentCard(
                place: .customer(person), rows: rows.attachments, names: directory),
            upload: CustomerAttachmentForm(person: person, csrf: call.csrfField),
            erasure: ErasureForm(person: person, csrf: call.csrfField, id: id),
            forbidsTexts: Consents.forbidden(by: rows.changes) != nil)
    }
}

/// What the database says of a customer's privacy.
struct PrivacyRows: Sendable {
    /// Of the customer and of whoever has the same number.
    let changes: [ConsentChange]
    let texts: [ConsentText]
    let looks: [LookRow]
    let attachments: [AttachmentRow]

    init(of person: PersonID, at site: SiteID, in transaction: any Transaction) throws {
        let consents = Consents(site: site)
        changes = try consents.changesOfNumber(of: person, in: transaction)
        texts = try consents.texts(in: transaction)
        looks = try LookRow.last(LookCard.shown, at: person, of: site, in: transaction)
        attachments = try AttachmentRow.of(.customer(person), at: site, in: transaction)
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
