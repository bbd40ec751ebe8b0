import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The form of a plan` {
    private let start = "2025-06-14T09:00"

    /// What becomes of a list of units typed into the box: the units, or the sentence.
    private func typed(_ units: String, title: String = "甲", on site: ServedSite) async throws
        -> (units: [String], sentence: String)
    {
        let answer = try await site.visitor(.manager).post(
            "/openings",
            ["id": "f", "title": title, "kind": "allotment", "opens": start, "units": units])
        return (try await plan(site), answer.status == 422 ? answer.words : "")
    }

    private func brought(_ file: String, box: String = "", on site: ServedSite) async throws
        -> (units: [String], sentence: String)
    {
        let answer = try await site.visitor(.manager).upload(
            "/openings",
            ["id": "f", "title": "甲", "kind": "allotment", "opens": start, "units": box],
            file: Array(file.utf8), named: "units.csv")
        return (try await plan(site), answer.status == 422 ? answer.words : "")
    }

    private func plan(_ site: ServedSite) async throws -> [String] {
        let units = try await site.book.state.selection.activities["f"]?.units
        return units?.keys.map(\.rawValue).sorted() ?? []
    }

    @Test func `passes blank lines over and counts them all the same`() async throws {
        try await withServedSite { site in
            let odd = try await typed("\n1-1 A 1 1\n \t \n\n1-2 A 1\n", on: site)
            #expect(odd.sentence.contains("房源第 5 行要写成"), "\(odd.sentence)")
            let twice = try await typed("1-1 A 1 1\n\n  \n1-2 A 1 2\n1-1 B 1 3", on: site)
            #expect(twice.sentence.contains("房源第 5 行与第 1 行重复"), "\(twice.sentence)")
            #expect(twice.units.isEmpty, "nothing is planned by halves")
            let good = try await typed("\n1-1 A 1 1\r\n\r\n   \n1-2 A 1 2\n\n", on: site)
            #expect(good.units == ["1-1", "1-2"], "\(good.sentence)")
        }
    }

    @Test func `of blanks alone is a list of nothing`() async throws {
        try await withServedSite { site in
            let box = try await typed(" \n\n \t\n", on: site)
            let file = try await brought("房号,户型,楼栋,楼层\n", on: site)
            #expect(box.sentence.contains("请列出房源") && box.units.isEmpty)
            #expect(file.sentence.contains("请列出房源") && file.units.isEmpty)
        }
    }

    @Test(arguments: [
        ("1-1 A 0 -9", true), ("1-1 A 9999 200", true), ("1-1 A 10000 1", false),
        ("1-1 A -1 1", false), ("1-1 A 1 201", false), ("1-1 A 1 -10", false),
        ("1-1 A 1 1 1", false), ("1-1 A 1.5 1", false), ("1-1 A 1 一", false),
        ("12345678901234567890 A 1 1", true), ("123456789012345678901 A 1 1", false),
        ("1-1 一二三四五六七八九十一二三四五六七八九十 1 1", true),
        ("1-1 一二三四五六七八九十一二三四五六七八九十一 1 1", false),
    ])
    func `takes a line up to its edges and no further`(line: String, isTaken: Bool) async throws {
        try await withServedSite { site in
            let outcome = try await typed(line, on: site)
            #expect(outcome.units.isEmpty != isTaken, "\(outcome.sentence)")
            #expect(outcome.sentence.contains("房源第 1 行要写成") != isTaken)
        }
    }

    @Test func `takes a name of forty letters and not one more`() async throws {
        try await withServedSite { site in
            let name = String(repeating: "名", count: 40)
            let long = try await typed("1-1 A 1 1", title: name + "名", on: site)
            #expect(long.sentence.contains("最多 40 个字") && long.units.isEmpty)
            #expect(try await typed("1-1 A 1 1", title: name, on: site).units == ["1-1"])
        }
    }

    @Test func `goes by the file when both are there, and names its rows as one sees them`()
        async throws
    {
        try await withServedSite { site in
            let head = "销控表,,,\n房号,户型,楼栋,楼层\n"
            let odd = try await brought(head + "1-1,A,1,1\n,,,\n1-2,A,一,2\n", on: site)
            #expect(odd.sentence.contains("房源第 3 行要写成"), "\(odd.sentence)")
            let twice = try await brought(head + "1-1,A,1,1\n , ,,\n\n1-1,A,1,2\n", on: site)
            #expect(twice.sentence.contains("房源第 4 行与第 1 行重复"), "\(twice.sentence)")
            let good = try await brought(head + "1-1,A,1,1\n,,,\n", box: "9-9 Z 9 9", on: site)
            #expect(good.units == ["1-1"], "\(good.sentence)")
        }
    }

    @Test func `is refused for a unit that another activity lists, and that one keeps it`()
        async throws
    {
        try await withOpening { world in
            let page = try await world.manager.follow(
                "/openings",
                [
                    "id": "b", "title": "二期", "kind": "unit_selection", "opens": start,
                    "units": "3-1 A 3 1\n1-0101 A 1 1",
                ])
            #expect(plainWords(page).contains("1-0101 已在活动 act 的清单里"))
            let selection = try await world.site.book.state.selection
            #expect(selection.activities["b"] == nil)
            #expect(selection.activities["act"]?.units.count == 4)
        }
    }

    @Test func `sent twice plans one activity`() async throws {
        try await withServedSite { site in
            _ = try await typed("1-1 A 1 1", on: site)
            let before = try await site.count("journal")
            let again = try await typed("1-1 A 1 1", on: site)
            #expect(again.sentence == "" && again.units == ["1-1"])
            #expect(try await site.count("journal") == before)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A roster that is refused` {
    private let header = "姓名,电话,证件号,认筹单号\n"

    @Test func `leaves nobody's data behind`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/lock")
            let people = try await world.site.count("person")
            let late = try await world.bring(header + "孙七,13800000007,,R20250007\n")
            let page = try await world.manager.page(try #require(late.location))
            #expect(plainWords(page).contains("名单已锁定"))
            for note in ["", "补"] {
                _ = try await world.manager.follow(
                    world.path + "/amendments",
                    [
                        "step": "add", "name": "李四", "phone": "13800000002",
                        "ticket": "R20250002", "note": note,
                    ])
            }
            try await world.refused(
                "理由没写", "/amendments",
                [
                    "step": "add", "name": "孙七", "phone": "13800000007", "ticket": "R20250007",
                    "note": "",
                ])
            #expect(try await world.site.count("person") == people)
            #expect(try await world.buyers.count == 4)
        }
    }

    @Test func `after the draw takes nobody new`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            try await world.refused(
                "顺序已经摇出", "/amendments",
                [
                    "step": "add", "name": "孙七", "phone": "13800000007", "ticket": "R20250007",
                    "note": "漏登",
                ])
            #expect(try await world.site.count("person") == 4)
        }
    }

    @Test func `names its rows as one sees them, blank ones included`() async throws {
        try await withOpening { world in
            let file =
                "认筹登记,,,\n" + header + "甲,13800000001,,R20250001\n,,,\n"
                + "乙,138,,R20250002\n\n丙,13800000001,,R20250003\n , ,,\n"
            let words = try await world.bring(file, step: "trial").words
            #expect(words.contains("读到 3 行，可提交 1 行"), "\(words)")
            #expect(words.contains("第 3 行：手机号要 11 位"))
            #expect(words.contains("第 5 行与第 1 行重复（电话）"))
        }
    }

    @Test func `tells a hundred faults and how many more there are`() async throws {
        try await withOpening { world in
            let rows = (1...103).map { "买方\($0),,,R2025\($0)\n" }.joined()
            let words = try await world.bring(header + rows, step: "trial").words
            #expect(words.contains("第 100 行：手机号要") && !words.contains("第 101 行"))
            #expect(words.contains("另有 3 处") && words.contains("可提交 0 行"))
        }
    }

    @Test(arguments: ["0", "5", "-1", "x", "", "9999999999999999999"])
    func `takes nobody off by a row that is not there`(row: String) async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/lock")
            let answer = try await world.manager.post(
                world.path + "/amendments", ["step": "remove", "row": row, "note": "退筹"])
            #expect(answer.status == 422 && answer.words.contains("请填名单上的行号"))
            #expect(try await world.buyers.count == 4)
        }
    }

    @Test func `of a header alone stays empty and cannot be locked`() async throws {
        try await withOpening { world in
            #expect(try await world.bring(header, step: "trial").words.contains("读到 0 行"))
            #expect(try await world.bring(header).status == 303)
            let page = plainWords(try await world.manager.page(world.path + "/roster"))
            #expect(page.contains("名单还是空的") && !page.contains("张贴的名单"))
            try await world.refused("名单还没锁定", "/lock")
        }
    }
}
