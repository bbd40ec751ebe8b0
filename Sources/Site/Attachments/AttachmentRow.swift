import Database
import HouseRules

/// What an attachment belongs to.
enum AttachmentPlace: Sendable, Hashable {
    case deal(DealID)
    case customer(PersonID)
    /// What was signed on the screen about a visit.
    case visit(VisitID)
    /// What was signed on the screen of a slip.
    case slip(DecisionID)

    var kind: String {
        switch self {
        case .deal: "deal"
        case .customer: "customer"
        case .visit: "visit"
        case .slip: "slip"
        }
    }

    var about: String {
        switch self {
        case .deal(let deal): deal.rawValue
        case .customer(let person): person.rawValue
        case .visit(let visit): visit.rawValue
        case .slip(let decision): decision.rawValue
        }
    }

    /// Where its attachments are read; what was signed on the screen is shown on its paper.
    var path: String {
        switch self {
        case .deal(let deal): "/adjudications/\(percentEncode(deal.rawValue))/attachments"
        case .customer(let person): "/customers/\(percentEncode(person.rawValue))/attachments"
        case .visit(let visit): "/visits/\(percentEncode(visit.rawValue))"
        case .slip(let decision): PaperAddress.slip.base(percentEncode(decision.rawValue))
        }
    }
}

/// An attachment of a deal or a customer, without its content.
struct AttachmentRow: Sendable, Hashable {
    let hash: String
    let type: AttachmentType
    let size: Int
    let staff: StaffID
    let at: Moment
    let note: String

    /// The statement that enters one, to go alongside the command that names its hash.
    static func insertion(
        _ attachment: Attachment, of place: AttachmentPlace, at site: SiteID, note: String,
        by staff: StaffID, _ moment: Moment
    ) -> SQL {
        """
        INSERT INTO attachment (site, kind, about, hash, type, size, staff, at, note) VALUES \
        (\(site), \(place.kind), \(place.about), \(attachment.hash), \
        \(attachment.type.rawValue), \(attachment.bytes.count), \(staff), \(moment), \(note)) \
        ON CONFLICT (site, kind, about, hash) DO NOTHING
        """
    }

    /// Where papers of a customer are kept: their own, of their deals, of their visits.
    static func places(
        of person: PersonID, _ deals: [DealID], at site: SiteID, in transaction: any Transaction
    ) throws -> [AttachmentPlace] {
        let visits = try transaction.rows(
            """
            SELECT visit FROM visit_row WHERE site = \(site) AND person = \(person)
            ORDER BY arrived_at, visit
            """
        ).map { AttachmentPlace.visit(VisitID(try $0.text("visit"))) }
        return [.customer(person)] + deals.map { .deal($0) } + visits
    }

    /// All of a place, the newest first.
    static func of(
        _ place: AttachmentPlace, at site: SiteID, in transaction: any Transaction
    ) throws -> [AttachmentRow] {
        try transaction.rows(
            """
            SELECT hash, type, size, staff, at, note FROM attachment WHERE site = \(site)
            AND kind = \(place.kind) AND about = \(place.about) ORDER BY at DESC, hash
            """
        ).compactMap { row in
            guard let type = AttachmentType(rawValue: try row.text("type")) else { return nil }
            return AttachmentRow(
                hash: try row.text("hash"), type: type, size: Int(try row.int("size")),
                staff: StaffID(try row.text("staff")),
                at: Moment(milliseconds: try row.int("at")), note: try row.text("note"))
        }
    }

    /// Takes away what belongs to these; gives the hashes that nothing refers to any more.
    static func remove(
        _ places: [AttachmentPlace], at site: SiteID, in transaction: any Transaction
    ) throws -> [String] {
        var hashes: Set<String> = []
        for place in places {
            hashes.formUnion(try of(place, at: site, in: transaction).map(\.hash))
            try transaction.execute(
                """
                DELETE FROM attachment WHERE site = \(site) AND kind = \(place.kind)
                AND about = \(place.about)
                """)
        }
        return try hashes.sorted().filter { hash in
            try transaction.row("SELECT hash FROM attachment WHERE hash = \(hash) LIMIT 1") == nil
        }
    }
}
