import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A price list from a file` {
    @Test func `is read row by row`() throws {
        let file = try PriceFile(Array(SaleWorld.csv.utf8))
        #expect(file.faults.isEmpty && file.read == 4)
        #expect(
            file.rows[1]
                == PriceRow(
                    "1-102", building: "1 号楼", floor: 1, layout: "B", area: 8950,
                    unitPrice: Money(fen: 1_250_050)))
    }

    @Test func `comes back from a spreadsheet as it went in`() throws {
        let book = Workbook(
            sheet: "价目", heading: "说明一行",
            columns: PriceField.allCases.map { .init(title: $0.headers[0], width: 10) },
            rows: [["1-101", "1", "-1", "A", "105.34999999999999", "12000"].map { .text($0) }])
        let file = try PriceFile(try book.bytes())
        #expect(file.faults.isEmpty, "\(file.faults)")
        #expect(file.rows.first?.area == 10_535 && file.rows.first?.floor == -1)
    }

    @Test(arguments: [
        ("1-1,1,x,A,10,10", "楼层"), ("1-1,1,1,A,0,10", "面积"), ("1-1,1,1,A,1.005,10", "面积"),
        ("1-1,1,1,A,10,", "单价"), (",1,1,A,10,10", "房号"), ("1-1,1,1,,10,10", "户型"),
        ("1-1,1,201,A,10,10", "楼层"), ("1-1,1,1,A,10,1000000.01", "单价"),
    ])
    func `names the line and the column of what is wrong`(row: String, column: String) throws {
        let text = "房号,楼栋,楼层,户型,面积,单价\n9-9,9,9,Z,10,10\n\(row)\n"
        let file = try PriceFile(Array(text.utf8))
        #expect(file.rows.map(\.unit) == ["9-9"])
        #expect(file.faults.map(\.line) == [3] && file.faults.map(\.column) == [column])
    }

    @Test func `names both lines of a unit that stands twice`() throws {
        let text = SaleWorld.csv + "\n1-101,1 号楼,1,A,100,12000\n"
        let file = try PriceFile(Array(text.utf8))
        #expect(file.faults.map(\.problem) == ["与第 2 行重复"])
    }

    @Test func `is tried without a trace, and kept only when every row is right`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            let tried = try await world.bring(SaleWorld.csv, mode: "trial")
            #expect(tried.words.contains("试读通过") && tried.words.contains("读到 4 行"))
            let wrong = try await world.bring(SaleWorld.csv + "\n1-9,1,一,A,1,1\n")
            #expect(wrong.words.contains("有 1 处要改") && wrong.words.contains("第 6 行"))
            #expect(try await site.book.state.sales.drafts.isEmpty)
            #expect(try await world.bring("房号,面积\n1,2\n").status == 400)
            #expect(try await world.bring(SaleWorld.csv, schemes: "按揭九九").status == 400)
        }
    }

    @Test func `waits for the manager, whose today shows it`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            #expect(try await world.bring(SaleWorld.csv).status == 303)
            let today = plainWords(try await site.visitor(.manager).page("/today"))
            #expect(today.contains("等批准的价目") && today.contains("版本 v1"))
            try await world.refused("/prices/v1/approval", [:], by: .clerk)
            try await world.granted("/prices/v1/approval", [:], by: .manager)
            try await world.granted("/prices/release", ["building": "1 号楼"], by: .manager)
            #expect(try await site.book.state.sales.units["1-201"]?.status == .available)
            #expect(try await site.book.state.sales.units["2-101"]?.status == .unreleased)
        }
    }
}
