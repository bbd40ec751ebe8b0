import Database
import Foundation
import HouseRules

/// What an import of an old ledger did, or would do.
public struct PastReport: Sendable {
    /// Rows read, refused, and new.
    public var rows: ImportReport
    /// Lines that do not simply stand, with the clause that says why.
    public var notes: [PastNote]

    /// The report in Chinese, with at most so many lines one by one.
    public func text(limit: Int = 20) -> String {
        var lines = rows.text(limit: limit)
        guard !notes.isEmpty else { return lines }
        lines += "与当时逐笔登记不同的有 \(notes.count) 行：\n"
        for note in notes.prefix(limit) { lines += "  第 \(note.line) 行：\(note.sentence)。\n" }
        if notes.count > limit { lines += "  另有 \(notes.count - limit) 行未逐条列出。\n" }
        return lines
    }
}

/// Takes over an old ledger of customers, visits, calls and follow-ups: all of it, or, when a row
/// is wrong, nothing.
public struct PastImport: Sendable {
    let database: any Database
    let shelf: SiteShelf
    let names: StaffNames
    let personKey: PersonKey
    let surroundings: Surroundings
    let site: SiteID

    /// An import into a site.
    public init(_ server: SiteServer, site: SiteID) {
        database = server.database
        shelf = server.shelf
        names = StaffNames(database: server.database, surroundings: server.surroundings)
        personKey = server.settings.keys.person
        surroundings = server.surroundings
        self.site = site
    }

    /// An import asked for on a page.
    init(_ house: House, site: SiteID, _ surroundings: Surroundings) {
        (database, shelf, names) = (house.database, house.shelf, house.names)
        (personKey, self.surroundings, self.site) = (house.personKey, surroundings, site)
    }

    /// So many commands are written in one transaction, and between two words of progress: each
    /// transaction writes nearly every page of the lists, so that few large ones are quicker.
    private static let parcel = 4096
    /// So many newcomers are made findable in one transaction.
    private static let crowd = 16_384

    /// Reads a file, decides every line and, unless it is a trial or a row is wrong, writes them.
    ///
    /// - Parameters:
    ///   - file: An .xlsx file, or CSV.
    ///   - staff: In whose name; they may bring lists in.
    ///   - isDryRun: Only look.
    ///   - say: How many of how many lines are written.
    /// - Throws: ``ImportFault``, `DatabaseFailure`, and what the book throws.
    public func run(
        _ file: URL, by staff: StaffID, isDryRun: Bool,
        saying say: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> PastReport {
        let directory = try await names.directory(site)
        let may = directory.people.first { $0.staff == staff && $0.isActive }?.role?.permissions
        guard may?.contains(.importLists) == true else { throw ImportFault.notAllowed(staff) }
        let now = Moment(milliseconds: surroundings.now())
        var (rows, report) = try Self.rows(of: file, directory, now)
        report.isDryRun = isDryRun || report.refused > 0
        let book = try await shelf.bookApart(site, batch: Self.parcel)
        var plan = try await plan(rows, at: now, by: staff, on: book, directory)
        (report.accepted, report.unchanged) = (plan.accepted, plan.unchanged)
        rows = []
        MemoryArenas.giveBack()
        if !report.isDryRun { try await write(&plan, book, say) }
        MemoryArenas.giveBack()
        await book.close()
        return PastReport(rows: report, notes: plan.notes)
    }

    /// What the lines would do to the site as it is.
    private func plan(
        _ rows: [PastRow], at now: Moment, by staff: StaffID, on book: SiteBook,
        _ directory: StaffDirectory
    ) async throws -> PastPlan {
        let people = People(site: site, key: personKey)
        let state = await book.state
        var plan = PastPlan(
            on: state, under: await book.policy(at: now).policy, at: now, by: staff,
            people: people, persons: try await persons(state.ownership),
            known: try await known(rows, people), names: directory)
        plan.add(rows)
        plan.forget()
        return plan
    }

    /// The lines of a file, and what is wrong with its rows.
    static func rows(
        of file: URL, _ directory: StaffDirectory, _ now: Moment
    ) throws(ImportFault) -> ([PastRow], ImportReport) {
        let table = try PastTable(file)
        let columns = try ColumnMap<PastField>(header: table.header)
        var reader = PastRowReader(
            columns: columns, people: directory.people.map { ($0.name, $0.staff) },
            countsFrom1904: table.countsFrom1904, now: now)
        var report = ImportReport(encoding: table.encoding)
        report.unusedColumns = columns.unused.filter { !$0.isEmpty }
        var lines: [PastRow] = []
        lines.reserveCapacity(table.rows.count)
        for row in table.rows {
            report.read += 1
            let (line, faults) = reader.line(table.padded(row))
            report.faults += faults
            if let line { lines.append(line) } else { report.refused += 1 }
        }
        return (lines, report)
    }

    /// Customers by the hash of their number; somebody the register knows comes first.
    private func persons(_ ownership: Ownership) async throws -> [String: PersonID] {
        try await database.read { [site] transaction in
            try transaction.rows(
                """
                SELECT phone_hash, person FROM person WHERE site = \(site)
                AND phone_hash IS NOT NULL ORDER BY created_at, person
                """
            ).reduce(into: [:]) { persons, row in
                let (hash, person) = (
                    try row.text("phone_hash"), PersonID(try row.text("person"))
                )
                if let other = persons[hash], ownership.knows(other), !ownership.knows(person) {
                    return
                }
                persons[hash] = person
            }
        }
    }

    /// Which of the lines were taken over before.
    private func known(_ rows: [PastRow], _ people: People) async throws -> Set<DecisionID> {
        let ids = rows.map { PastPlan.id($0, people) }
        return try await database.read { [site] transaction in
            var known: Set<DecisionID> = []
            for start in stride(from: 0, to: ids.count, by: 500) {
                let some = Array(ids[start..<min(start + 500, ids.count)])
                let found = try transaction.rows(
                    "SELECT id FROM journal WHERE site = \(site) AND id IN \(sql: SQL.list(some))")
                for row in found { known.insert(DecisionID(try row.text("id"))) }
            }
            return known
        }
    }

    private func write(
        _ plan: inout PastPlan, _ book: SiteBook, _ say: @Sendable (Int, Int) -> Void
    ) async throws {
        let count = plan.steps.count
        say(0, count)
        try await writeNewcomers(of: plan)
        // What is written is let go, for the site grows meanwhile.
        while !plan.steps.isEmpty {
            try await book.perform(inOrder: plan.nextSteps(Self.parcel))
            say(count - plan.steps.count, count)
        }
    }

    /// Makes everybody who is new findable, and enters those who have no line of their own.
    private func writeNewcomers(of plan: PastPlan) async throws {
        let (people, moment) = (plan.people, plan.at)
        let newcomers = plan.newcomers
        for start in stride(from: 0, to: newcomers.count, by: Self.crowd) {
            let some = newcomers[start..<min(start + Self.crowd, newcomers.count)]
            try await database.write { try people.insertSearch(of: some, in: $0) }
        }
        for start in stride(from: 0, to: plan.customers.count, by: Self.parcel) {
            let some = plan.customers[start..<min(start + Self.parcel, plan.customers.count)]
                .map { people.insertSQL($0, $1, at: moment) }
            try await database.write { try $0.execute(batch: some) }
        }
    }
}

/// A file as rows under a header that has as many columns as they.
struct PastTable {
    let header: [String]
    let rows: ArraySlice<CSVRow>
    let encoding: TextFile.Encoding
    let countsFrom1904: Bool

    /// Lines above the header, such as where the file is from.
    private static let searched = 5

    init(_ file: URL) throws(ImportFault) {
        if file.pathExtension.lowercased() == "xlsx" {
            let sheet = try SheetTable(file)
            try self.init(sheet.rows, .xlsx, countsFrom1904: sheet.countsFrom1904)
        } else {
            let text = try TextFile.read(file)
            var reader = CSVReader(text.bytes)
            var rows: [CSVRow] = []
            do throws(CSVFault) {
                while let row = try reader.next() { rows.append(row) }
            } catch {
                throw .csv(error)
            }
            try self.init(rows, text.encoding, countsFrom1904: false)
        }
    }

    private init(
        _ rows: [CSVRow], _ encoding: TextFile.Encoding, countsFrom1904: Bool
    ) throws(ImportFault) {
        let names = Set(PastField.allCases.flatMap { $0.headers + [$0.rawValue] })
        func matches(_ row: CSVRow) -> Int { row.fields.count { names.contains(trimmed($0)) } }
        let head = rows.prefix(Self.searched).enumerated()
            .max { (matches($0.element), $1.offset) < (matches($1.element), $0.offset) }
        guard let head else { throw .empty }
        header = head.element.fields
        self.rows = rows.dropFirst(head.offset + 1)
        (self.encoding, self.countsFrom1904) = (encoding, countsFrom1904)
    }
    /// A row as wide as the header.
    func padded(_ row: CSVRow) -> CSVRow {
        let missing = header.count - row.fields.count
        if missing == 0 { return row }
        let fields = row.fields + Array(repeating: "", count: max(0, missing))
        return CSVRow(line: row.line, fields: Array(fields.prefix(header.count)))
    }
}
