import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A version of the price list` {
    private static let dearer = """
        房号,楼栋,楼层,户型,面积,单价
        1-101,1 号楼,1,A,100.00,13000
        1-102,1 号楼,1,B,89.5,13000
        3-301,3 号楼,3,C,90,14000
        """

    @Test func `prices what is free and leaves alone what somebody has`() async throws {
        try await withSales { world in
            try await world.order()
            #expect(try await world.bring(Self.dearer, version: "v2").status == 303)
            try await world.granted("/prices/v2/approval", [:], by: .manager)
            let sold = plainWords(try await world.site.visitor(.anran).page("/units/1-101"))
            #expect(sold.contains("¥12,000.00 每平方米") && sold.contains("价目版本 v1"))
            let free = plainWords(try await world.site.visitor(.anran).page("/units/1-102"))
            #expect(free.contains("¥13,000.00 每平方米") && free.contains("价目版本 v2"))
            #expect(try await world.status("3-301") == .unreleased)
            let list = plainWords(try await world.site.visitor(.manager).page("/prices"))
            #expect(list.contains("v2 3 正在用") && list.contains("v1 4 用过"))
        }
    }

    @Test func `is approved once, and only one that was brought`() async throws {
        try await withSales { world in
            let none = try await world.refused("/prices/v9/approval", [:], by: .manager)
            #expect(none.contains("没有待批准的价目版本 v9"))
            try await world.refused("/prices/v1/approval", [:], by: .manager)
            let anran = try await world.site.visitor(.anran).post("/prices/v1/approval", [:])
            #expect(anran.status == 403)
        }
    }

    @Test func `keeps its number while it waits, while it holds and when it is replaced`()
        async throws
    {
        try await withSales { world in
            #expect(try await world.bring(Self.dearer, version: "v2").status == 303)
            for version in ["v1", "v2"] {
                let answer = try await world.bring(
                    Self.dearer, version: version, id: "n-\(version)")
                let told = try await world.site.visitor(.clerk).page(try #require(answer.location))
                #expect(plainWords(told).contains("编号 \(version) 已经用过"))
            }
            try await world.granted("/prices/v2/approval", [:], by: .manager)
            let former = try await world.bring(Self.dearer, version: "v1", id: "n-3")
            #expect(former.status == 400 && former.words.contains("版本号 v1 用过了"))
            #expect(try await world.site.count("unit_price", where: "version = 'v1'") == 4)
            // The form that brought it in the first place is still the same form.
            #expect(try await world.bring(Self.dearer, version: "v2").status == 303)
        }
    }

    @Test func `may have any number, which brings nothing onto the page`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            let odd = "二/期 <b>?#%2F"
            #expect(try await world.bring(SaleWorld.csv, version: odd, id: "odd").status == 303)
            for path in ["/prices", "/today"] {
                #expect(!(try await site.visitor(.manager).page(path)).contains("<b>?#"), "\(path)")
            }
            try await world.granted("/prices/\(percentEncode(odd))/approval", [:], by: .manager)
            #expect(try await site.book.state.sales.prices?.rawValue == odd)
        }
    }

    @Test(arguments: [
        "", "按揭", "按揭 0", "按揭 -1", "按揭 100.01", "按揭 99 折", "按揭 99.999",
        Array(repeating: "按揭 99", count: 21).joined(separator: "\n"),
        String(repeating: "按", count: 21) + " 99",
    ])
    func `has ways of paying that can be read`(schemes: String) async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            let answer = try await world.bring(SaleWorld.csv, schemes: schemes)
            #expect(answer.status == 400)
            #expect(try await site.book.state.sales.drafts.isEmpty)
        }
    }

    @Test func `needs a number and a file`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            for version in ["", "  ", String(repeating: "价", count: 21)] {
                let answer = try await world.bring(SaleWorld.csv, version: version, id: "x")
                #expect(answer.status == 400 && answer.words.contains("请填版本号"))
            }
            #expect(try await world.bring("").status == 400)
            let zip = try await world.bring("PK\u{3}\u{4}garbage")
            #expect(zip.status == 400 && zip.words.contains("文件“价目”不是完好的 .xlsx"))
            let head = try await world.bring("房号,房源,楼栋,楼层,户型,面积,单价\n")
            #expect(head.status == 400 && head.words.contains("都对应"))
            let clerk = try await site.visitor(.clerk)
            #expect(try await clerk.post("/prices", ["version": "v1"]).status >= 400)
            #expect(try await world.bring(SaleWorld.csv, by: .anran).status == 403)
        }
    }

    @Test func `with no unit in it is only tried`() async throws {
        try await withServedSite { site in
            let world = SaleWorld(site: site)
            let answer = try await world.bring("房号,楼栋,楼层,户型,面积,单价\n")
            #expect(answer.status == 200 && answer.words.contains("读到 0 行"))
            #expect(try await site.book.state.sales.drafts.isEmpty)
        }
    }

    @Test func `tells the first two hundred of many faults, and how many there are`() async throws {
        try await withServedSite { site in
            let rows = (1...250).map { "1-\($0),1,一,A,10,10" }.joined(separator: "\n")
            let answer = try await SaleWorld(site: site)
                .bring("房号,楼栋,楼层,户型,面积,单价\n\(rows)\n", mode: "trial")
            #expect(answer.words.contains("有 250 处要改") && answer.words.contains("第 201 行"))
            #expect(answer.text.matches(of: /<li>第 \d+ 行/).count == 200)
            #expect(!answer.words.contains("第 202 行"))
        }
    }

    @Test func `is released a building at a time, once, by the manager`() async throws {
        try await withSales { world in
            let manager = try await world.site.visitor(.manager)
            let page = plainWords(try await manager.page("/prices"))
            #expect(page.contains("1 号楼（1 套没放）") && page.contains("2 号楼（1 套没放）"))
            try await world.refused("/prices/release", ["building": "2 号楼"], by: .clerk)
            try await world.granted("/prices/release", ["building": "2 号楼"], by: .manager)
            for building in ["2 号楼", "9 号楼", "", "<b>"] {
                let answer = try await manager.post("/prices/release", ["building": building])
                #expect(answer.status == 400, "\(building)")
            }
            #expect(try await world.status("2-101") == .available)
            #expect(try await world.status("1-201") == .unreleased)
        }
    }

    @Test func `begins with an empty sheet that can be read back`() async throws {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            let file = try PriceFile(try await clerk.get("/prices/template.xlsx").bytes)
            #expect(file.faults.isEmpty && file.rows.map(\.unit) == ["1-101"])
            #expect(try await site.visitor(.desk).get("/prices/template.xlsx").status == 403)
            #expect(plainWords(try await clerk.page("/prices")).contains("还没有价目"))
        }
    }
}

@Suite struct `A hostile price list` {
    private func workbook(_ rows: [[String]]) throws -> [UInt8] {
        try Workbook(
            sheet: "价目", heading: "说明",
            columns: PriceField.allCases.map { .init(title: $0.headers[0], width: 10) },
            rows: rows.map { $0.map { .text($0) } }
        ).bytes()
    }

    @Test func `with doubled units names each line and the one before it`() throws {
        let row = ["1-101", "1", "1", "A", "100", "12000"]
        let padded = ["  1-101 ", "1", "1", "A", "100", "12000"]
        let file = try PriceFile(try workbook([row, padded, ["1-102"] + row.dropFirst(), row]))
        #expect(file.read == 4 && file.rows.map(\.unit) == ["1-101", "1-102"])
        #expect(file.faults.map(\.line) == [4, 6])
        #expect(file.faults.map(\.problem) == ["与第 3 行重复", "与第 4 行重复"])
        #expect(file.faults.allSatisfy { $0.column == "房号" })
    }

    @Test(arguments: [
        "-1", "nan", "inf", "0x1p3", "1e400", "1_000", "1,000", "１２", "12 000", "=1+1", "1e-3",
    ])
    func `has no price but a plain number`(price: String) throws {
        let file = try PriceFile(try workbook([["1-101", "1", "1", "A", "100", price]]))
        #expect(file.rows.isEmpty && file.faults.map(\.column) == ["单价"], "\(file.rows)")
    }

    @Test(arguments: [("1e2", 10_000), ("89.50", 8950), ("1.0535E2", 10_535)])
    func `has areas as spreadsheets write them`(area: String, hundredths: Int) throws {
        let file = try PriceFile(try workbook([["1-101", "1", "1", "A", area, "12000"]]))
        #expect(file.rows.map(\.area) == [hundredths])
    }

    @Test func `with short rows and empty ones is read as far as it goes`() throws {
        let text = "房号,楼栋,楼层,户型,面积,单价\n1-101,1,1,A,100,12000\n,,,,,\n"
        let file = try PriceFile(Array(text.utf8))
        #expect(file.read == 1 && file.faults.isEmpty)
        let book = try PriceFile(try workbook([["1-101", "1", "1", "A", "100"], [" "]]))
        #expect(book.read == 1 && book.faults.map(\.column) == ["单价"])
        let long = String(repeating: "房", count: 31)
        let names = try PriceFile(try workbook([[long, long, "1", long, "100", "1"]]))
        #expect(names.faults.map(\.column) == ["房号", "楼栋", "户型"])
    }
}
