import HouseRules
import Testing

@testable import Site

@Suite struct `A line of an old ledger` {
    private static let now = BusinessDay(year: 2025, month: 6, day: 2)!.at(TimeOfDay(10, 0))
    private static let header = PastField.allCases.map { $0.headers[0] }

    private func reader(
        _ people: [(String, StaffID)] = [("安然", "s-anran"), ("白榆", "s-baiyu")]
    ) throws -> PastRowReader {
        PastRowReader(
            columns: try ColumnMap(header: Self.header),
            people: people.map { (name: $0.0, staff: $0.1) }, countsFrom1904: false, now: Self.now)
    }

    private func row(_ fields: String..., line: Int = 3) -> CSVRow {
        let missing = Array(repeating: "", count: Self.header.count - fields.count)
        return CSVRow(line: line, fields: fields + missing)
    }

    @Test func `is taken with what it leaves out`() throws {
        var reader = try reader()
        let read = reader.line(row("张三", "138 0000 0001", "跟进", "安然", "2025-06-01 10:00"))
        let line = try #require(read.line)
        #expect(line.phone == "13800000001" && line.staff == "s-anran")
        #expect(line.entered == line.occurred && line.medium == .phone && line.result == .reached)
        #expect(line.words.isEmpty && read.faults.isEmpty)
    }

    @Test func `may name the consultant by id, and words as the system knows them`() throws {
        var reader = try reader()
        let read = reader.line(
            row(
                "张三", "13800000001", "跟进", "s-baiyu", "2025-06-01 10:00", "2025-06-01 10:05",
                "wechat", "客户回复", "周末来"))
        let line = try #require(read.line)
        #expect(line.staff == "s-baiyu" && line.medium == .wechat && line.result == .replied)
        #expect(line.words == "周末来")
    }

    @Test func `of a customer alone needs nobody and no time`() throws {
        var reader = try reader()
        let read = reader.line(row("张三", "13800000001", "客户", "谁", "昨天"))
        let line = try #require(read.line)
        #expect(line.staff == nil && line.occurred == nil)
    }

    @Test func `tells everything that is wrong with it at once`() throws {
        var reader = try reader()
        let long = String(repeating: "长", count: 501)
        let name = String(repeating: "名", count: 41)
        let read = reader.line(row(name, "", "", "", "", "", "喊", "", long))
        #expect(read.line == nil)
        #expect(
            read.faults.map(\.column) == [
                "手机号", "类型", "客户姓名", "内容", "置业顾问", "发生时间", "联系方式",
            ])
        #expect(read.faults.allSatisfy { $0.line == 3 && !$0.remedy.isEmpty })
    }

    @Test func `does not guess between two of one name`() throws {
        var reader = try reader([("安然", "s-1"), ("安然", "s-2")])
        let read = reader.line(row("张三", "13800000001", "来访", "安然", "2025-06-01"))
        #expect(read.faults.map(\.problem) == ["有两位同名"])
        let byID = reader.line(row("张三", "13800000001", "来访", "s-2", "2025-06-01"))
        #expect(byID.line?.staff == "s-2")
    }

    @Test func `is refused when it stood before, and only then`() throws {
        var reader = try reader()
        let first = reader.line(row("张三", "13800000001", "来访", "安然", "2025-06-01"))
        #expect(first.line != nil)
        let again = reader.line(row("张三丰", "138-0000-0001", "来访", "安然", "2025/6/1", line: 9))
        #expect(again.faults.map(\.remedy) == ["首次出现在第 3 行，请删去其一"])
        let call = reader.line(row("张三", "13800000001", "来电", "安然", "2025-06-01"))
        let other = reader.line(row("张三", "13800000002", "来访", "安然", "2025-06-01"))
        #expect(call.line != nil && other.line != nil)
    }

    @Test(arguments: [("2025-06-02 10:00", true), ("2025-06-02 10:01", false)])
    func `may not be of later than now`(at: String, isTaken: Bool) throws {
        var reader = try reader()
        let read = reader.line(row("张三", "13800000001", "来访", "安然", at))
        #expect((read.line != nil) == isTaken)
    }
}
