import Foundation
import HouseRules
import Site
import Testing

private let header =
    "call_id,kind,entered_at,queue_s,outcome,service_started_at,service_s,agent\n"
private let good = "7,NW,2025-06-02T09:00:00,4,AGENT,2025-06-02T09:00:04,60,甲\n"

private func read(
    _ text: String, mappings: [String] = [], isDryRun: Bool = false, known: Set<CallID> = []
) throws -> ImportCalls.Answer {
    var options = ImportCalls.Options()
    options.mappings = mappings
    options.isDryRun = isDryRun
    options.known = known
    return try ImportCalls.run(TextFile.decode(Array(text.utf8)), options: options)
}

@Suite struct ImportCallsTests {
    @Test func `A row becomes a call on the site's wall clock`() throws {
        let record = try #require(try read(header + good).records.first)
        let day = try #require(BusinessDay("2025-06-02"))
        #expect(record.id == "7@2025-06-02T09:00:00")
        #expect(record.kind == "NW")
        #expect(record.enteredAt == day.at(TimeOfDay(9, 0)))
        #expect(record.queueSeconds == 4)
        #expect(record.outcome == .agent)
        #expect(record.serviceStart == day.at(TimeOfDay(9, 0, 4)))
        #expect(record.serviceSeconds == 60)
        #expect(record.agent == "甲")
    }

    @Test func `A call that was hung up needs no agent and no service`() throws {
        let record = try read(header + "8,PS,2025-06-02 09:01,30,HANG,,,\n").records.first
        #expect(record?.outcome == .hang)
        #expect(record?.serviceStart == nil)
        #expect(record?.agent == nil)
        #expect(record?.id == "8@2025-06-02T09:01:00")
    }

    @Test(arguments: [
        ("7,NW,2025-02-30T09:00:00,4,HANG,,,", "entered_at", "不是日期和时间"),
        ("7,NW,2025-06-02T24:00:00,4,HANG,,,", "entered_at", "不是日期和时间"),
        ("7,NW,2025-06-02T09:00:00Z,4,HANG,,,", "entered_at", "不是日期和时间"),
        ("7,NW,2025-06-02,4,HANG,,,", "entered_at", "不是日期和时间"),
        ("7,NW,,4,HANG,,,", "entered_at", "没有填"),
        (",NW,2025-06-02T09:00:00,4,HANG,,,", "call_id", "没有填"),
        ("7,,2025-06-02T09:00:00,4,HANG,,,", "kind", "没有填"),
        ("7,NW,2025-06-02T09:00:00,-4,HANG,,,", "queue_s", "秒数是负数"),
        ("7,NW,2025-06-02T09:00:00,4.5,HANG,,,", "queue_s", "不是秒数"),
        ("7,NW,2025-06-02T09:00:00,99999999999999999999,HANG,,,", "queue_s", "不是秒数"),
        ("7,NW,2025-06-02T09:00:00,4,BUSY,,,", "outcome", "结果不认识"),
        ("7,NW,2025-06-02T09:00:00,4,,,,", "outcome", "没有填"),
        (
            "7,NW,2025-06-02T09:00:00,4,AGENT,2025-06-02T08:59:59,9,甲", "service_started_at",
            "接听早于来电"
        ),
        (
            "7,NW,2025-06-02T09:00:00,4,AGENT,2025-06-02T09:00:04,-1,甲", "service_s", "秒数是负数"
        ),
        (
            "7,NW,2025-06-02T09:00:00,4,AGENT,2025-06-02T09:00:04,,甲", "service_s",
            "接听时间与通话秒数只填了一个"
        ),
    ])
    func `A faulty row is refused with its line, column and problem`(
        row: String, column: String, problem: String
    ) throws {
        let answer = try read(header + "1,NW,2025-06-02T09:00:00,4,HANG,,,\n" + row + "\n")
        #expect(answer.records.count == 1)
        #expect(answer.report.refused == 1)
        #expect(answer.report.faults.map(\.line) == [3])
        #expect(answer.report.faults.map(\.column) == [column])
        #expect(answer.report.faults.map(\.problem) == [problem])
        #expect(answer.report.faults.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test func `All faults of a row are told at once`() throws {
        let report = try read(header + ",NW,soon,-1,BUSY,,,\n").report
        #expect(report.refused == 1)
        #expect(report.faults.map(\.column) == ["call_id", "entered_at", "queue_s", "outcome"])
    }

    @Test func `The same number at another moment is another call, the same moment a duplicate`()
        throws
    {
        let later = good.replacing("09:00", with: "10:00")
        let answer = try read(header + good + later + good)
        #expect(answer.records.map(\.id) == ["7@2025-06-02T09:00:00", "7@2025-06-02T10:00:00"])
        #expect(answer.report.faults.map(\.line) == [4])
        #expect(answer.report.faults.first?.remedy == "首次出现在第 2 行，请删去其一")
    }

    @Test func `A row with a wrong number of fields is refused and the next is read`() throws {
        let answer = try read(header + "1,2\n" + good)
        #expect(answer.report.read == 2)
        #expect(answer.report.refused == 1)
        #expect(answer.records.count == 1)
    }

    @Test func `Importing the same file again changes nothing`() throws {
        let text = header + good + good.replacing("7,", with: "8,")
        let first = try read(text)
        let again = try read(text, known: Set(first.records.map(\.id)))
        #expect(first.report.accepted == 2)
        #expect(again.records.isEmpty)
        #expect(again.report.accepted == 0)
        #expect(again.report.unchanged == 2)
        #expect(try read(text).records == first.records)
    }

    @Test func `A dry run reports and keeps nothing`() throws {
        let answer = try read(header + good + "x\n", isDryRun: true)
        #expect(answer.records.isEmpty)
        #expect(answer.report.accepted == 1)
        #expect(answer.report.refused == 1)
        #expect(answer.report.text().hasPrefix("试读（未写入）：读到 2 行，合格 1 行"))
    }

    @Test func `A text that stops being CSV imports nothing`() {
        #expect(throws: ImportFault.self) { try read(header + good + "1,\"NW,\n") }
        #expect(throws: ImportFault.empty) { try read("") }
    }
}

@Suite struct ColumnMapTests {
    @Test func `Chinese headers in any order are known, and others left alone`() throws {
        let text = """
            接听人,通话秒数,接听时间,来电结果,等待秒数,来电时间,业务类型,通话编号,备注
            甲,60,2025/6/2 9:00:04,agent,4,2025/6/2 9:00,NW,7,x

            """
        let answer = try read(text)
        #expect(answer.records == (try read(header + good).records))
        #expect(answer.report.unusedColumns == ["备注"])
    }

    @Test func `A mapping names the column of a field`() throws {
        let text = (header + good).replacing("call_id", with: "流水号")
        let missing = ImportFault.missingColumns(["通话编号(call_id)"])
        #expect(throws: missing) { try read(text) }
        #expect(try read(text, mappings: ["call_id=流水号"]).records.count == 1)
    }

    @Test func `A fault is told under the header of the file`() throws {
        let text = (header + ",NW,2025-06-02 9:00,4,HANG,,,\n").replacing("call_id", with: "流水号")
        #expect(try read(text, mappings: ["call_id=流水号"]).report.faults.first?.column == "流水号")
    }

    @Test(arguments: [
        ("call_id", ImportFault.malformedMapping("call_id")),
        ("=x", .malformedMapping("=x")),
        ("call_id=", .malformedMapping("call_id=")),
        (
            "kind=outcome",
            .duplicateColumn(field: "kind、outcome", first: "outcome", second: "outcome")
        ),
    ])
    func `A mapping that cannot hold is refused before anything is read`(
        mapping: String, fault: ImportFault
    ) {
        #expect(throws: fault) { try read(header + good, mappings: [mapping]) }
    }

    @Test func `Unknown fields, unknown columns and repeated mappings are refused`() {
        let fields = CallField.allCases.map(\.rawValue)
        #expect(throws: ImportFault.unknownField("calls", known: fields)) {
            try read(header, mappings: ["calls=x"])
        }
        #expect(throws: ImportFault.mappedTwice("kind")) {
            try read(header, mappings: ["kind=kind", "kind=outcome"])
        }
        #expect(
            throws: ImportFault.unknownColumn(field: "kind", header: "x", headers: fields)
        ) { try read(header, mappings: ["kind=x"]) }
    }

    @Test func `Two columns for one field are refused`() {
        let text = "通话编号," + header
        #expect(
            throws: ImportFault.duplicateColumn(
                field: "call_id", first: "通话编号", second: "call_id")
        ) { try read(text) }
    }
}

@Suite struct ImportReportTests {
    private func report() throws -> ImportReport {
        try read(header + good + String(repeating: "1,NW,x,4,HANG,,,\n", count: 5)).report
    }

    @Test func `Faults beyond the limit are counted`() throws {
        let text = try report().text(limit: 2)
        #expect(text.contains("读到 6 行，合格 1 行，已有 0 行，拒收 5 行；编码 UTF-8。"))
        #expect(text.contains("5 处：entered_at — 不是日期和时间"))
        #expect(text.contains("第 3 行，列“entered_at”：不是日期和时间"))
        #expect(text.contains("第 4 行"))
        #expect(!text.contains("第 5 行"))
        #expect(text.contains("另有 3 处未逐条列出"))
    }

    @Test func `The JSON has the same figures`() throws {
        let json = try report().json(limit: 1)
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(body["rows_read"] as? Int == 6)
        #expect(body["accepted"] as? Int == 1)
        #expect(body["refused"] as? Int == 5)
        #expect(body["fault_count"] as? Int == 5)
        #expect((body["faults"] as? [Any])?.count == 1)
        #expect(body["dry_run"] as? Bool == false)
    }
}
