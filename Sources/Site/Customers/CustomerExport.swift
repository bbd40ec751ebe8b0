import Database
import HouseRules

/// The customers of a site, or of one consultant, as a file: who, until when, and what was done.
struct CustomerExport: Sendable {
    /// One customer of the list, before anybody is named.
    struct Line: Sendable {
        let person: PersonID
        let staff: String
        let basis: String
        let began: String
        let fresh: String
        let valid: String
        let touches: Int
    }

    let people: People
    let viewer: StaffID
    let purpose: String
    /// Whether telephone numbers are whole; each is then in the log of who saw whose data.
    let isPlain: Bool
    let logID: String
    let at: Moment

    static let columns: [Workbook.Column] = [
        .init(title: "姓名", width: 14), .init(title: "电话", width: 16),
        .init(title: "归谁", width: 12), .init(title: "凭什么", width: 12),
        .init(title: "从哪天", width: 14), .init(title: "保鲜失效", width: 14),
        .init(title: "有效期失效", width: 14), .init(title: "有效跟进次数", width: 12),
    ]

    /// The cells, and what was done in the two logs, in one transaction.
    func write(_ lines: [Line], in transaction: any Transaction) throws -> [[Workbook.Cell]] {
        try transaction.execute(
            """
            INSERT INTO export_log (site, id, staff, at, list, purpose, line_count, is_plain)
            VALUES (\(people.site), \(logID), \(viewer), \(at), 'customers', \(purpose),
                \(lines.count), \(isPlain ? 1 : 0))
            """)
        return try lines.enumerated().map { index, line in
            let (name, phone) = try who(line.person, index, in: transaction)
            return [
                .text(name), .text(phone), .text(line.staff), .text(line.basis),
                .text(line.began), .text(line.fresh), .text(line.valid), .number(line.touches),
            ]
        }
    }

    private func who(
        _ person: PersonID, _ index: Int, in transaction: any Transaction
    ) throws -> (String, String) {
        do {
            guard isPlain else {
                let masked = try people.masked(person, in: transaction)
                return (masked.name, masked.phone ?? "")
            }
            let details = try people.reveal(
                person, to: viewer, for: "导出客户名单：\(purpose)", logID: "\(logID)-\(index)",
                at: at, in: transaction)
            return (details.name, details.phone ?? "")
        } catch is PersonProblem {
            return ("已登记的客户", "")
        }
    }
}

extension CustomerExport.Line {
    init(_ person: PersonID, _ record: OwnershipRecord, _ names: StaffDirectory) {
        self.person = person
        staff = names.name(record.staff)
        basis = record.basis.label
        began = record.clock.began.text
        fresh = record.boughtOn == nil ? record.clock.freshUntil.text : "不失效"
        valid = record.boughtOn == nil ? record.clock.validUntil.text : "不失效"
        touches = record.touches
    }
}
