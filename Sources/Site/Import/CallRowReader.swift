import HouseRules

/// Turns rows into calls and lists everything that is wrong with a row at once.
struct CallRowReader {
    private let columns: ColumnMap<CallField>
    private var firstLines: [CallID: Int] = [:]

    init(columns: ColumnMap<CallField>) { self.columns = columns }

    /// The call of a row, or what is wrong with it.
    mutating func record(_ row: CSVRow) -> (record: CallRecord?, faults: [RowFault]) {
        var cells = CallCells(row: row, columns: columns)
        let record = cells.record()
        guard let record, cells.faults.isEmpty else { return (nil, cells.faults) }
        if let line = firstLines[record.id] {
            cells.refuse(.callID, "与前面的行重复（编号与来电时间都相同）", "首次出现在第 \(line) 行，请删去其一")
            return (nil, cells.faults)
        }
        firstLines[record.id] = row.line
        return (record, [])
    }
}

/// The cells of one row on their way to a call.
private struct CallCells {
    let row: CSVRow
    let columns: ColumnMap<CallField>
    var faults: [RowFault] = []

    mutating func record() -> CallRecord? {
        let number = required(.callID)
        let kind = required(.kind)
        let entered = required(.enteredAt).isEmpty ? nil : moment(.enteredAt)
        let queue = required(.queueSeconds).isEmpty ? nil : seconds(.queueSeconds)
        let outcome = outcome()
        let start = text(.serviceStart).isEmpty ? nil : moment(.serviceStart)
        let service = text(.serviceSeconds).isEmpty ? nil : seconds(.serviceSeconds)
        let agent = text(.agent)
        if text(.serviceStart).isEmpty != text(.serviceSeconds).isEmpty {
            refuse(.serviceSeconds, "接听时间与通话秒数只填了一个", "请两个都填，或两个都留空")
        }
        if let entered, let start, start < entered {
            refuse(.serviceStart, "接听早于来电", "请核对两个时间；跨过午夜的接听应写次日的日期")
        }
        guard let entered, let queue, let outcome else { return nil }
        return CallRecord(
            id: CallRecord.id(number: number, enteredAt: entered), kind: kind, enteredAt: entered,
            queueSeconds: queue, outcome: outcome, serviceStart: start, serviceSeconds: service,
            agent: agent.isEmpty ? nil : StaffID(agent))
    }

    mutating func refuse(_ field: CallField, _ problem: String, _ remedy: String) {
        faults.append(
            RowFault(
                line: row.line, column: columns.header(of: field), problem: problem,
                remedy: remedy))
    }

    private func text(_ field: CallField) -> String { columns.text(field, in: row) }

    private mutating func required(_ field: CallField) -> String {
        let text = text(field)
        if text.isEmpty { refuse(field, "没有填", "请补上") }
        return text
    }

    private mutating func outcome() -> CallOutcome? {
        let text = required(.outcome)
        guard !text.isEmpty else { return nil }
        if let outcome = CallOutcome(rawValue: text.uppercased()) { return outcome }
        refuse(.outcome, "结果不认识", "只能是 AGENT（接通）、HANG（挂断）或 PHANTOM（误录）")
        return nil
    }

    private mutating func moment(_ field: CallField) -> Moment? {
        if let moment = wallClockMoment(text(field)) { return moment }
        refuse(field, "不是日期和时间", "请写成 1999-02-01 09:30:00，按案场当地时间，不带时区")
        return nil
    }

    private mutating func seconds(_ field: CallField) -> Int? {
        let text = text(field)
        if text.first == "-", wholeNumber(text.dropFirst()) != nil {
            refuse(field, "秒数是负数", "请写 0 或正整数")
            return nil
        }
        if let number = wholeNumber(text[...]), number <= 604_800 { return number }
        refuse(field, "不是秒数", "请写 0 到 604800（七天）之间的整数")
        return nil
    }
}

/// Digits alone, at most nine of them.
func wholeNumber(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count) else { return nil }
    var number = 0
    for byte in text.utf8 {
        guard (48...57).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 48)
    }
    return number
}

/// A date and time on the site's wall clock, without a zone: `1999-02-01T09:30:05`, also with a
/// space, with slashes, with one-digit month, day and hour, and without seconds; else nil.
func wallClockMoment(_ text: String) -> Moment? {
    var bytes = Array(text.utf8)[...]
    let separator: UInt8 = bytes.contains(UInt8(ascii: "/")) ? 47 : 45
    guard let year = digits(&bytes, 4...4), take(separator, &bytes),
        let month = digits(&bytes, 1...2), take(separator, &bytes),
        let day = digits(&bytes, 1...2), let date = BusinessDay(year: year, month: month, day: day),
        take(UInt8(ascii: "T"), &bytes) || take(UInt8(ascii: " "), &bytes),
        let hour = digits(&bytes, 1...2), hour < 24, take(UInt8(ascii: ":"), &bytes),
        let minute = digits(&bytes, 2...2), minute < 60
    else { return nil }
    var second = 0
    if take(UInt8(ascii: ":"), &bytes) {
        guard let number = digits(&bytes, 2...2), number < 60 else { return nil }
        second = number
    }
    return bytes.isEmpty ? date.at(TimeOfDay(hour, minute, second)) : nil
}

private func digits(_ bytes: inout ArraySlice<UInt8>, _ count: ClosedRange<Int>) -> Int? {
    var number = 0
    var taken = 0
    while taken < count.upperBound, let byte = bytes.first, (48...57).contains(byte) {
        number = number * 10 + Int(byte - 48)
        bytes.removeFirst()
        taken += 1
    }
    return count.contains(taken) ? number : nil
}

private func take(_ byte: UInt8, _ bytes: inout ArraySlice<UInt8>) -> Bool {
    guard bytes.first == byte else { return false }
    bytes.removeFirst()
    return true
}
