import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Planning an activity` {
    @Test func `begins on an empty list that says what to do`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.manager).page("/openings")
            #expect(page.contains("没有进行中的活动") && page.contains("建立活动"))
            let clerk = try await site.visitor(.clerk).page("/openings")
            #expect(!clerk.contains("action=\"/openings\""), "planning is the manager's")
        }
    }

    @Test func `takes units however they are separated`() async throws {
        try await withOpening { world in
            let units = try await world.activity.plan
            #expect(units.map(\.unit) == ["1-0301", "1-0201", "1-0101", "2-0101"])
            #expect(units.map(\.layout) == ["A", "A", "A", "B"])
            let list = plainWords(try await world.manager.page("/openings"))
            #expect(list.contains("一期选房 选房 6月2日 周一 10:00 0 人 0 / 4 套 准备中"))
        }
    }

    @Test func `takes units from a file, with lines above its header`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let file = "销控导出,,,\n房号,户型,楼栋,楼层\n3-0101,C,3,1\n3-0102,C,3,1\n"
            let answer = try await manager.upload(
                "/openings",
                ["id": "f", "title": "二期", "kind": "allotment", "opens": "2025-06-14T09:00"],
                file: Array(file.utf8), named: "units.csv")
            #expect(answer.location == "/openings?decision=f", "\(answer.words)")
            #expect(try await site.book.state.selection.activities["f"]?.units.count == 2)
        }
    }

    @Test(arguments: [
        ("", "unit_selection", "2025-06-14T09:00", "1-1 A 1 1", "请写活动名称"),
        ("甲", "party", "2025-06-14T09:00", "1-1 A 1 1", "请选活动类型"),
        ("甲", "allotment", "morgen", "1-1 A 1 1", "请填开始的日期"),
        ("甲", "allotment", "2025-06-14T09:00", "", "请列出房源"),
        ("甲", "allotment", "2025-06-14T09:00", "1-1 A 1", "房源第 1 行要写成"),
        ("甲", "allotment", "2025-06-14T09:00", "1-1 A 1 x", "房源第 1 行要写成"),
        ("甲", "allotment", "2025-06-14T09:00", "1-1 A 1 1\n1-1 A 1 2", "第 2 行与第 1 行重复"),
    ])
    func `says what is wrong with a plan`(
        title: String, kind: String, opens: String, units: String, sentence: String
    ) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/openings", ["title": title, "kind": kind, "opens": opens, "units": units])
            #expect(answer.status == 422 && answer.words.contains(sentence), "\(answer.words)")
        }
    }

    @Test func `is refused to the clerk by the rules, and a file without columns is told`()
        async throws
    {
        try await withServedSite { site in
            let plan: KeyValuePairs = [
                "title": "甲", "kind": "allotment", "opens": "2025-06-14T09:00", "units": "1 A 1 1",
            ]
            let page = try await site.visitor(.clerk).follow("/openings", plan)
            #expect(page.contains("notice tone-stop"))
            let answer = try await site.visitor(.manager).upload(
                "/openings", ["title": "甲", "kind": "allotment", "opens": "2025-06-14T09:00"],
                file: Array("房号,户型\n1,A\n".utf8), named: "u.csv")
            #expect(answer.status == 400 && answer.words.contains("缺少列"), "\(answer.words)")
        }
    }

    @Test func `shows the steps, and what is not there is not found`() async throws {
        try await withOpening { world in
            let words = plainWords(try await world.manager.page(world.path))
            for step in ["名单锁定", "公布种子承诺", "摇号定序", "准备齐全", "经理批准就绪", "暂停整个活动"] {
                #expect(words.contains(step))
            }
            #expect(try await world.manager.get("/openings/other").status == 404)
            #expect(try await world.manager.get("/openings/other/desk").status == 404)
            let reader = plainWords(try await world.site.visitor(.auditor).page(world.path))
            #expect(!reader.contains("暂停整个活动") && reader.contains("4 套"))
        }
    }

    @Test func `templates are workbooks with the columns`() async throws {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            for (path, first) in [("units", "房号"), ("roster", "姓名")] {
                let answer = try await clerk.get("/openings/\(path).xlsx")
                #expect(answer.status == 200)
                let file = site.folder.appending(path: "\(path).xlsx")
                try Data(answer.bytes).write(to: file)
                #expect(try SheetTable(file).rows.last?.fields.first == first)
            }
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The roster of an activity` {
    @Test func `is tried first: what repeats is told by its row, and nothing is written`()
        async throws
    {
        try await withOpening { world in
            let before = try await world.site.count("journal")
            let repeated =
                OpeningWorld.roster
                + "孙七,13800000005,110101199001010022,R20250005\n"
                + "周八,13800000001,,R20250006\n,13800000007,,R1\n吴九,12,,R2\n郑十,13800000010,,\n"
                + "钱一,13800000011,12,R20250007\n"
            let answer = try await world.bring(repeated, step: "trial")
            let words = answer.words
            #expect(answer.status == 200)
            #expect(words.contains("读到 10 行，可提交 4 行"), "\(words)")
            #expect(words.contains("第 5 行与第 2 行重复（证件）"))
            #expect(words.contains("第 6 行与第 1 行重复（电话）"))
            #expect(words.contains("第 7 行：姓名要") && words.contains("第 8 行：手机号要"))
            #expect(words.contains("第 9 行：认筹单号要") && words.contains("第 10 行：证件号要"))
            #expect(try await world.site.count("journal") == before)
            #expect(try await world.site.count("person") == 0)
        }
    }

    @Test func `is taken over once: the same file again changes nothing`() async throws {
        try await withOpening { world in
            #expect(try await world.bring(OpeningWorld.roster).status == 303)
            let people = try await world.buyers
            #expect(people.count == 4)
            let again = try await world.manager.page(
                try #require(try await world.bring(OpeningWorld.roster).location))
            #expect(plainWords(again).contains("第 4 行的买方已在名单上"))
            #expect(try await world.buyers == people)
            #expect(try await world.site.count("person") == 4)
            let page = plainWords(try await world.manager.page(world.path + "/roster"))
            #expect(page.contains("1 张三 138****0001 R***0001"))
        }
    }

    @Test func `knows a customer of the house by the number`() async throws {
        try await withOpening { world in
            _ = try await world.site.visitor(.desk).post(
                "/visits", ["id": "v1", "class": "new_first", "name": "李四", "phone": "13800000002"])
            #expect(try await world.bring(OpeningWorld.roster).status == 303)
            #expect(try await world.buyers[1] == "p-v1")
        }
    }

    @Test func `needs a file that can be read`() async throws {
        try await withOpening { world in
            let none = try await world.manager.upload(
                world.path + "/roster", ["step": "enter"], file: nil)
            #expect(none.status == 422 && none.words.contains("请选名单文件"))
            for (file, sentence) in [
                ("", "文件是空的"), ("姓名,电话\n甲,1\n", "缺少列"), ("PK nothing", "不是完好的"),
                ("姓名,电话,证件号,认筹单号\n\"甲", "引号没有结束"),
            ] {
                let answer = try await world.bring(file)
                #expect(answer.status == 400 && answer.words.contains(sentence), "\(answer.words)")
            }
        }
    }

    @Test func `is locked, posted with its hash, and changed with a reason only`() async throws {
        try await withOpening { world in
            try await world.refused("名单还没锁定", "/lock")
            _ = try await world.bring(OpeningWorld.roster)
            try await world.done("/lock")
            let hash = try #require(try await world.activity.rosterHash)
            let paper = try await world.manager.get(world.path + "/roster/print")
            #expect(paper.text.contains(hash) && paper.text.contains("R***0003"))
            for secret in ["张三", "13800000001", "0011", "R20250001"] {
                #expect(!paper.words.contains(secret), "the posted list names nobody")
            }
            try await world.refused(
                "理由没写", "/amendments", ["step": "remove", "row": "2", "note": ""])
            try await world.done("/amendments", ["step": "remove", "row": "2", "note": "退筹"])
            try await world.done(
                "/amendments",
                [
                    "step": "add", "name": "孙七", "phone": "13800000005", "ticket": "R20250005",
                    "note": "漏登",
                ])
            let activity = try await world.activity
            let left = ["R***0001", "R***0003", "R***0004", "R***0005"]
            #expect(activity.roster.map(\.ticket) == left)
            #expect(activity.rosterHash != hash)
            #expect(activity.rosterHash == DrawSheet.hash(of: activity.roster))
            let row = try await world.manager.post(
                world.path + "/amendments", ["step": "remove", "row": "9", "note": "x"])
            #expect(row.status == 422)
        }
    }

    @Test func `gives every buyer a code of their own, on paper`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            let page = try await world.manager.page(world.path + "/roster/codes")
            for index in 0..<4 {
                let code = try await world.code(index)
                let token = code.token(ServedSite.keys.person)
                #expect(page.contains("http://site.example/o/\(token)"))
                #expect(page.contains(code.short(ServedSite.keys.person)))
            }
            #expect(page.contains("订单码二维码"))
        }
    }
}
