import Database
import HouseRules

/// A roster that a file brought: who goes on it, and what is wrong with the other rows (SEL-01).
struct RosterReading: Sendable {
    /// Somebody of a row.
    struct Brought: Sendable {
        /// The row below the header, the first is 1.
        let row: Int
        let details: PersonDetails
        let ticket: String
        var person: PersonID
        /// Whether the house did not know their number.
        var isNew = true
    }

    /// The most buyers of one file.
    static let limit = 50_000

    private(set) var brought: [Brought] = []
    /// Rows that cannot be read, each with what is wrong.
    private(set) var faults: [(row: Int, sentence: String)] = []

    /// Reads the rows; persons are new until ``recognise(_:in:)``.
    init(_ sheet: OpeningSheet<RosterColumn>, id: String) throws(Problem) {
        guard sheet.rows.count <= Self.limit else {
            throw .badRequest("一个文件最多 \(Self.limit) 行，请分开导入。")
        }
        for row in sheet.rows {
            let number = sheet.number(of: row)
            func text(_ column: RosterColumn) -> String { sheet.columns.text(column, in: row) }
            let phone = plainPhone(text(.phone))
            let details = PersonDetails(
                name: text(.name), phone: phone,
                idNumber: text(.paper).isEmpty ? nil : text(.paper).uppercased())
            if let sentence = Self.fault(details, phone, text(.ticket)) {
                faults.append((number, sentence))
                continue
            }
            brought.append(
                Brought(
                    row: number, details: details, ticket: Self.masked(text(.ticket)),
                    person: PersonID("p-\(id)-\(number)")))
        }
    }

    private static func fault(
        _ details: PersonDetails, _ phone: String, _ ticket: String
    ) -> String? {
        if details.name.isEmpty || details.name.count > 40 { return "姓名要 1 到 40 个字。" }
        if !isPhone(phone) { return phoneFault }
        if let paper = details.idNumber, !(4...30).contains(paper.count) {
            return "证件号要 4 到 30 位。"
        }
        if ticket.isEmpty || ticket.count > 40 { return "认筹单号要 1 到 40 个字。" }
        return nil
    }

    /// A ticket as it may be posted: the first sign and the last four.
    static func masked(_ ticket: String) -> String {
        let plain = ticket.filter { !$0.isWhitespace }
        guard plain.count > 5 else { return "***" + plain.suffix(2) }
        return plain.prefix(1) + "***" + plain.suffix(4)
    }

    /// Whoever's number the house knows is that person.
    mutating func recognise(_ people: People, in transaction: any Transaction) throws {
        for index in brought.indices {
            guard let phone = brought[index].details.phone,
                let known = try people.find(phone: phone, in: transaction).first
            else { continue }
            brought[index].person = known
            brought[index].isNew = false
        }
    }

    /// The rows as the rules take them: papers and numbers only as keyed hashes.
    func rows(_ people: People) -> [RosterRow] {
        brought.map { row in
            RosterRow(
                RosterEntry(row.person, ticket: row.ticket),
                paper: row.details.idNumber.map {
                    people.key.wordHash($0, as: "paper", site: people.site)
                },
                phone: row.details.phone.map { people.key.phoneHash($0, site: people.site) })
        }
    }

    /// What the rules find, told by the rows of the file, beside what could not be read.
    func sentences(_ found: [RosterFault]) -> [(row: Int, sentence: String)] {
        let told = found.map { fault in
            let row = brought[fault.line - 1].row
            let first = fault.of.map { brought[$0 - 1].row }
            return (
                row: row,
                sentence: first.map { "第 \(row) 行与第 \($0) 行重复（\(fault.field.label)）。" }
                    ?? "第 \(row) 行的买方已在名单上。"
            )
        }
        let unreadable = faults.map { (row: $0.row, sentence: "第 \($0.row) 行：\($0.sentence)") }
        return (told + unreadable).sorted { $0.row < $1.row }
    }
}
