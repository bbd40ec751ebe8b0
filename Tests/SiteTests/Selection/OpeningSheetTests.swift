import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `A list that a form brings` {
    private func roster(_ text: String) throws -> OpeningSheet<RosterColumn> {
        try OpeningSheet(Array(text.utf8))
    }

    private func fault(_ bytes: [UInt8]) -> String? {
        do {
            _ = try OpeningSheet<RosterColumn>(bytes)
            return nil
        } catch {
            return error.detail
        }
    }

    @Test func `may name its columns as people do, in any order`() throws {
        let sheet = try roster("认筹单号,手机,备注,买方,身份证号\nR1,13800000001,x, 张三 ,1101\n")
        #expect(sheet.rows.count == 1)
        #expect(sheet.columns.text(.name, in: sheet.rows[0]) == "张三")
        #expect(sheet.columns.text(.phone, in: sheet.rows[0]) == "13800000001")
        #expect(sheet.columns.text(.paper, in: sheet.rows[0]) == "1101")
        #expect(sheet.columns.text(.ticket, in: sheet.rows[0]) == "R1")
    }

    @Test func `may be written by an old Excel`() throws {
        let header = [UInt8](
            [0xD0, 0xD5, 0xC3, 0xFB, 0x2C] + Array("phone,paper,ticket\n".utf8))
        let sheet = try OpeningSheet<RosterColumn>(
            header + [0xD5, 0xC5, 0xC8, 0xFD] + Array(",13800000001,,R1\n".utf8))
        #expect(sheet.columns.text(.name, in: sheet.rows[0]) == "张三")
    }

    @Test func `may be a workbook, with the line above its header`() throws {
        let book = Workbook(
            sheet: "名单", heading: "云栖府 名单，苏禾 导出",
            columns: RosterColumn.allCases.map { .init(title: $0.headers[0], width: 10) },
            rows: [[.text("张三"), .text("13800000001"), .text(""), .text("R1")]])
        let sheet = try OpeningSheet<RosterColumn>(try book.bytes())
        #expect(sheet.rows.count == 1)
        #expect(sheet.columns.text(.ticket, in: sheet.rows[0]) == "R1")
    }

    @Test func `is refused as a whole in words`() {
        #expect(fault([])?.contains("文件是空的") == true)
        #expect(fault(Array("姓名,姓名,电话,证件号,认筹单号\n".utf8))?.contains("都对应") == true)
        #expect(fault(Array("姓名,电话\n".utf8)) == "文件里缺少列：证件号(paper)、认筹单号(ticket)。请照模板补上。")
        #expect(fault([0xFF, 0x80, 0x81])?.contains("编码无法识别") == true)
        #expect(fault(Array("PK\u{3}\u{4}".utf8))?.contains("不是完好的 .xlsx") == true)
    }

    @Test func `has a template that it reads itself`() throws {
        let units = try Workbook.template("房源清单", UnitColumn.self).bytes()
        let sheet = try OpeningSheet<UnitColumn>(units)
        #expect(sheet.rows.isEmpty)
        for column in UnitColumn.allCases { #expect(sheet.columns.header(of: column) != "") }
    }
}

@Suite struct `A roster that was read` {
    private func reading(_ rows: String) throws -> RosterReading {
        let text = "姓名,电话,证件号,认筹单号\n" + rows
        return try RosterReading(try OpeningSheet(Array(text.utf8)), id: "x")
    }

    private let people = People(site: "yunqi", key: ServedSite.keys.person)

    @Test(arguments: [
        ("R20250001", "R***0001"), ("R 2025 0001", "R***0001"), ("A12345", "A***2345"),
        ("12345", "***45"), ("甲", "***甲"), ("诚意金第三十二号", "诚***三十二号"),
    ])
    func `hides the middle of a ticket`(ticket: String, shown: String) {
        #expect(RosterReading.masked(ticket) == shown)
    }

    @Test func `names nobody to the rules`() throws {
        let rows = try reading("张三,138 0000-0001,11010119900101001x,R20250001\n").rows(people)
        let text = try JournalText.encode(rows)
        for secret in ["张三", "13800000001", "0101001X", "R20250001"] {
            #expect(!text.contains(secret))
        }
        #expect(rows[0].entry.person == "p-x-1" && rows[0].entry.ticket == "R***0001")
    }

    @Test func `knows one number however it is written, and one paper`() throws {
        let rows = try reading(
            "甲,138 0000-0001,1101011990010100ax,R1\n乙,13800000001,1101011990010100AX,R2\n"
        ).rows(people)
        #expect(rows[0].phone == rows[1].phone && rows[0].paper == rows[1].paper)
        let found = RosterFault.faults(in: rows) { _ in false }
        #expect(found.map(\.field) == [.paper])
    }

    @Test func `tells faults by the rows of the file`() throws {
        let read = try reading(
            "甲,13800000001,,R1\n,13800000002,,R2\n乙,13800000001,,R3\n丙,13800000004,,R4\n")
        #expect(read.brought.map(\.row) == [1, 3, 4])
        let found = RosterFault.faults(in: read.rows(people)) { $0 == "p-x-4" }
        #expect(
            read.sentences(found).map(\.sentence) == [
                "第 2 行：姓名要 1 到 40 个字。", "第 3 行与第 1 行重复（电话）。", "第 4 行的买方已在名单上。",
            ])
    }

    @Test func `needs a name, a number, a ticket, and a paper that is one`() throws {
        let read = try reading(
            "\(String(repeating: "长", count: 41)),13800000001,,R1\n甲,1380x,,R1\n"
                + "甲,13800000001,1,R1\n甲,13800000001,,\(String(repeating: "9", count: 41))\n")
        #expect(read.brought.isEmpty && read.faults.map(\.row) == [1, 2, 3, 4])
    }
}

@Suite struct `The state of an activity in a word` {
    private let at = ServedSite.now

    private func view(
        _ kind: ActivityKind = .onlineOpening, opens minutes: Int = 0,
        _ commands: [SelectionCommand] = []
    ) throws -> OpeningView {
        var state = SiteState()
        let plan = ActivityPlan(
            "a", title: "开盘", kind: kind,
            units: [ListedUnit("1-1", layout: "A", building: 1, floor: 1)],
            opensAt: at.adding(seconds: minutes * 60))
        let roster = [RosterRow(RosterEntry("p", ticket: "R***1"))]
        for command in [.plan(plan), .enter("a", roster, isTrial: false), .lock("a")] + commands {
            let ruling = state.rule(
                on: .selection(command), by: Actor("boss", .salesManager), under: Policy(), at: at)
            try #require(ruling.answer != nil, "\(ruling.reasons)")
        }
        return try #require(OpeningView("a", state, seq: 7, at: at))
    }

    @Test func `goes from preparing to taken, and stops in between`() throws {
        let approve = SelectionCommand.approve("a", note: "n")
        let pick = SelectionCommand.pick("a", "p", "1-1")
        #expect(try view().progress.label == "准备中")
        #expect(try view(opens: 1, [approve]).progress.label == "就绪，未开始")
        #expect(try view(opens: 0, [approve]).progress.label == "进行中")
        #expect(try view(opens: 0, [approve, pick]).progress.label == "已全部选定")
        #expect(
            try view(opens: 0, [approve, .pause("a", note: "n")]).progress.label == "暂停")
        #expect(OpeningView("b", SiteState(), seq: 0, at: at) == nil)
    }

    @Test func `shows a plan in which every unit says how it stands`() throws {
        let free = UnitPlan(view: try view()).html.string
        #expect(free.contains("is-free") && plainWords(free).contains("1-1 可选"))
        let pick = SelectionCommand.pick("a", "p", "1-1")
        let taken = try view(opens: 0, [.approve("a", note: "n"), pick])
        #expect(plainWords(UnitPlan(view: taken).html.string).contains("1-1 已销控"))
        #expect(plainWords(UnitPlan(view: taken, mine: ["1-1"]).html.string).contains("1-1 本人"))
        #expect(taken.takenCount == 1 && taken.status(of: "1-1") == .held)
        #expect(HallView.people(taken) == ["p"])
    }

    @Test func `shows pages to those who may see them, each under a name of its own`() {
        #expect(Set(OpeningPart.allCases.map(\.label)).count == OpeningPart.allCases.count)
        let seen = OpeningPart.allCases.filter {
            Role.auditor.permissions.contains($0.permission)
        }
        #expect(seen == [.overview, .draw, .heat])
        let all = OpeningPart.allCases.map(\.permission)
        #expect(Role.salesManager.permissions.isSuperset(of: all))
    }

    @Test func `counts clashes by activity`() {
        let counts = ClashCounts()
        for _ in 1...3 { counts.count("a") }
        counts.count("b")
        #expect(counts.of("a") == 3 && counts.of("b") == 1 && counts.of("c") == 0)
    }
}

@Suite struct `Kinds of what is asked about an activity` {
    @Test func `have a word each in the list of decisions`() {
        let kinds = Set(FrozenSelection.commands.map(\.kind))
        #expect(kinds == Set(selectionKindWords.keys))
        let all = kinds.map(words(kind:))
        #expect(Set(all).count == all.count, "two kinds of one word cannot be told apart")
        for word in all {
            #expect((2...8).contains(word.count), "\(word)")
            #expect(word.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) })
        }
    }
}
