import HouseRules

/// A column of an old ledger of customers.
public enum PastField: String, ImportField {
    /// Their name.
    case name
    /// Their telephone number, by which they are known.
    case phone
    /// What the line is about: a visit, a call, a follow-up, or only the customer.
    case kind
    /// The consultant, by name or id.
    case staff
    /// When it was.
    case occurred
    /// When it was written down; the same moment where it is empty.
    case entered
    /// How somebody was followed up.
    case medium
    /// How that ended.
    case result
    /// What was said.
    case words

    /// Headers that mean this column.
    public var headers: [String] {
        switch self {
        case .name: ["客户姓名", "姓名", "客户"]
        case .phone: ["手机号", "电话", "联系电话", "手机"]
        case .kind: ["类型", "登记类型"]
        case .staff: ["置业顾问", "顾问", "归属顾问"]
        case .occurred: ["发生时间", "时间", "日期"]
        case .entered: ["登记时间", "录入时间"]
        case .medium: ["联系方式", "方式"]
        case .result: ["结果", "跟进结果"]
        case .words: ["内容", "跟进内容", "备注"]
        }
    }
}

/// A line of an old ledger.
struct PastRow: Sendable, Hashable {
    /// What it is about.
    enum Kind: String, Sendable, CaseIterable {
        case customer = "客户"
        case visit = "来访"
        case call = "来电"
        case contact = "跟进"
    }

    let line: Int
    let kind: Kind
    let name: String
    /// Digits only.
    let phone: String
    /// Nil where only the customer is told.
    let staff: StaffID?
    let occurred: Moment?
    let entered: Moment?
    let medium: TouchMedium
    let result: TouchResult
    let words: String

    /// What tells this line from others, whatever stands before or behind it.
    var mark: String {
        "\(kind.rawValue)|\(phone)|\(staff?.rawValue ?? "")|\(occurred?.milliseconds ?? 0)|"
            + "\(medium.rawValue)|\(result.rawValue)"
    }
}

/// What the cells of a ledger are read by.
private struct PastTerms {
    let columns: ColumnMap<PastField>
    /// Consultants by name and by id; nil where two have the name.
    let staff: [String: StaffID?]
    let countsFrom1904: Bool
    /// Nothing happened after it.
    let now: Moment
}

/// Turns rows into lines of a ledger and lists everything that is wrong with a row at once.
struct PastRowReader {
    private let terms: PastTerms
    private var firstLines: [String: Int] = [:]

    init(
        columns: ColumnMap<PastField>, people: [(name: String, staff: StaffID)],
        countsFrom1904: Bool, now: Moment
    ) {
        var staff: [String: StaffID?] = [:]
        for one in people {
            staff[one.name] = staff[one.name] == nil ? .some(one.staff) : .some(nil)
            staff[one.staff.rawValue] = .some(one.staff)
        }
        terms = PastTerms(
            columns: columns, staff: staff, countsFrom1904: countsFrom1904, now: now)
    }

    /// The line of a row, or what is wrong with it.
    mutating func line(_ row: CSVRow) -> (line: PastRow?, faults: [RowFault]) {
        var cells = PastCells(row: row, terms: terms)
        let line = cells.line()
        guard let line, cells.faults.isEmpty else { return (nil, cells.faults) }
        if let first = firstLines[line.mark] {
            cells.refuse(.occurred, "与前面的行重复", "首次出现在第 \(first) 行，请删去其一")
            return (nil, cells.faults)
        }
        firstLines[line.mark] = row.line
        return (line, [])
    }
}

/// The cells of one row on their way to a line of the ledger.
private struct PastCells {
    let row: CSVRow
    let terms: PastTerms
    var faults: [RowFault] = []

    mutating func line() -> PastRow? {
        let phone = phone()
        let kind = kind()
        let name = text(.name)
        if name.count > 40 { refuse(.name, "姓名超过 40 个字", "请只写姓名") }
        let words = text(.words)
        if words.count > 500 { refuse(.words, "内容超过 500 个字", "请写短一些") }
        let isCustomer = kind == .customer
        let staff = isCustomer ? nil : staff()
        let occurred = isCustomer ? nil : moment(.occurred, isNeeded: true)
        let entered = isCustomer ? nil : moment(.entered, isNeeded: false) ?? occurred
        if let occurred, let entered, entered < occurred {
            refuse(.entered, "登记早于发生", "请核对两个时间")
        }
        let medium = labelled(.medium, TouchMedium.self, or: .phone)
        let result = labelled(.result, TouchResult.self, or: .reached)
        guard let kind, let phone, let medium, let result else { return nil }
        return PastRow(
            line: row.line, kind: kind, name: name, phone: phone, staff: staff,
            occurred: occurred, entered: entered, medium: medium, result: result, words: words)
    }

    mutating func refuse(_ field: PastField, _ problem: String, _ remedy: String) {
        faults.append(
            RowFault(
                line: row.line, column: terms.columns.header(of: field), problem: problem,
                remedy: remedy))
    }

    private func text(_ field: PastField) -> String { terms.columns.text(field, in: row) }

    private mutating func phone() -> String? {
        let digits = PersonKey.digits(text(.phone))
        if (7...20).contains(digits.utf8.count) { return digits }
        refuse(.phone, digits.isEmpty ? "没有填" : "不是电话号码", "请填完整的号码，客户靠它认出来")
        return nil
    }

    private mutating func kind() -> PastRow.Kind? {
        if let kind = PastRow.Kind(rawValue: text(.kind)) { return kind }
        let known = PastRow.Kind.allCases.map(\.rawValue).joined(separator: "、")
        refuse(.kind, text(.kind).isEmpty ? "没有填" : "不认识", "只能是 \(known)")
        return nil
    }

    private mutating func staff() -> StaffID? {
        let name = text(.staff)
        guard let found = terms.staff[name] else {
            refuse(.staff, name.isEmpty ? "没有填" : "没有这位顾问", "请写系统里的姓名或工号")
            return nil
        }
        if found == nil { refuse(.staff, "有两位同名", "请写工号") }
        return found
    }

    private mutating func moment(_ field: PastField, isNeeded: Bool) -> Moment? {
        let text = text(field)
        if text.isEmpty {
            if isNeeded { refuse(field, "没有填", "请补上") }
            return nil
        }
        guard let moment = pastMoment(text, countsFrom1904: terms.countsFrom1904) else {
            refuse(field, "不是日期和时间", "请写成 2025-06-01 10:00")
            return nil
        }
        if moment > terms.now { refuse(field, "还没有到", "请核对日期") }
        return moment
    }

    private mutating func labelled<Word: Labelled & RawRepresentable & CaseIterable>(
        _ field: PastField, _ type: Word.Type, or usual: Word
    ) -> Word? where Word.RawValue == String {
        let text = text(field)
        if text.isEmpty { return usual }
        if let word = Word.allCases.first(where: { $0.label == text || $0.rawValue == text }) {
            return word
        }
        refuse(field, "不认识", "只能是 \(Word.allCases.map(\.label).joined(separator: "、"))")
        return nil
    }
}

/// A moment as people write it, a day without a time, or days and their parts as spreadsheets do.
func pastMoment(_ text: String, countsFrom1904: Bool) -> Moment? {
    if let moment = wallClockMoment(text) ?? wallClockMoment(text + " 00:00") { return moment }
    guard let days = Double(text), days >= 20_000, days < 80_000 else { return nil }
    let epoch = countsFrom1904 ? 24_107 : 25_569
    let day = BusinessDay(number: Int(days.rounded(.down)) - epoch)
    let seconds = Int(((days - days.rounded(.down)) * 86_400).rounded())
    return day.start.adding(seconds: seconds)
}
