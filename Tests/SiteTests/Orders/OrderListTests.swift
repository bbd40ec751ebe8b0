import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The list of orders` {
    @Test func `is empty at first and says where an order begins`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.anran).page("/sales")
            #expect(plainWords(page).contains("没有这样的订单") && page.contains("href=\"/units\""))
        }
    }

    @Test func `finds orders by number, unit and state`() async throws {
        try await withSales { world in
            try await world.order("O-1", of: "1-101")
            try await world.order("X-2", of: "1-102")
            try await world.granted("/sales/X-2/give-up", [:], by: .anran)
            for (query, found) in [
                ("", ["X-2", "O-1"]), ("?text=X", ["X-2"]), ("?text=1-101", ["O-1"]),
                ("?text=nothing", []), ("?text=%25", []), ("?text=_", []), ("?text=%21", []),
                ("?kind=signed", ["O-1"]), ("?kind=void", ["X-2"]),
                ("?kind=written", []), ("?before=1", ["X-2", "O-1"]),
                ("?before=1000000000000", []),
            ] {
                let page = try await world.site.visitor(.manager).page("/sales" + query)
                let rows = page.matches(of: /<td><a href="\/sales\/([^"]+)"/)
                #expect(rows.map { String($0.output.1) } == found, "\(query)")
            }
        }
    }

    @Test func `tells everybody what waits for them`() async throws {
        try await withSales { world in
            try await world.order()
            func waiting(_ person: ServedSite.Person) async throws -> String {
                let page = plainWords(try await world.site.visitor(person).page("/sales"))
                return String(page.split(separator: "等着办的").dropFirst().first ?? "")
            }
            #expect(try await waiting(.till).contains("O-1 已签字，等交款"))
            #expect(try await waiting(.anran).contains("O-1 等客户交款"))
            #expect(try await waiting(.censhan).isEmpty)
            #expect(try await waiting(.title).isEmpty)
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            #expect(try await waiting(.anran).contains("O-1 等约定签约"))
            try await world.granted("/sales/O-1/signing", ["at": "2025-06-05T10:00"], by: .anran)
            #expect(try await waiting(.anran).contains("O-1 等告知客户签约"))
            try await world.granted("/sales/O-1/cancel", [:], by: .anran)
            #expect(try await waiting(.manager).contains("退定退房：等您审核"))
            try await world.granted("/sales/O-1/cancel-review", ["cause": "other"], by: .manager)
            #expect(try await waiting(.manager).contains("退定退房：等批准"))
            try await world.granted("/sales/O-1/cancel-submit", [:], by: .manager)
            try await world.granted("/sales/O-1/cancel-approve", ["document": "K"], by: .manager)
            #expect(try await waiting(.till).contains("已批准，等退款"))
        }
    }

    @Test func `is taken out with masked numbers by whoever may`() async throws {
        try await withSales { world in
            try await world.order()
            let file = try await world.site.visitor(.clerk).get("/sales.xlsx")
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == Workbook.type)
            #expect(try await world.site.visitor(.anran).get("/sales.xlsx").status == 403)
        }
    }

    @Test func `leads to void orders, whose paper has to come back`() async throws {
        try await withSales { world in
            try await world.order()
            let done = try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            #expect(done.contains("作废：客户交款前放弃") && done.contains("原件还没交回"))
            let page = try await world.site.visitor(.clerk).page("/sales/O-1")
            #expect(page.contains("data-act=\"original\""))
            let back = try await world.granted("/sales/O-1/original", [:], by: .clerk)
            #expect(!back.contains("原件还没交回"))
            #expect(try await world.site.visitor(.censhan).get("/sales/O-1").status == 403)
            #expect(try await world.site.visitor(.clerk).get("/sales/none").status == 404)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `An order on paper` {
    @Test func `says what was agreed and leaves room to sign`() async throws {
        try await withSales { world in
            try await world.order()
            let sheet = plainWords(try await world.site.visitor(.anran).page("/sales/O-1/print"))
            #expect(sheet.contains("认购书 O-1") && sheet.contains("总价 ¥1,188,000.00"))
            #expect(sheet.contains("付款方式 按揭，99 折") && sheet.contains("复核 白榆"))
            #expect(sheet.contains("买房人： 日期：") && sheet.contains("销售经理： 日期："))
            let other = try await world.site.visitor(.censhan).get("/sales/O-1/print")
            #expect(other.status == 403)
            #expect(try await world.site.visitor(.till).get("/sales/none/print").status == 404)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The cashier's page` {
    @Test func `takes earnest money, and writes it off with the deposit`() async throws {
        try await withSales { world in
            let done = try await world.granted(
                "/cash/earnest", ["phone": SaleWorld.phone, "amount": "5000"], by: .till)
            #expect(done.contains("没有抵扣的诚意金 第 1 号") && done.contains("¥5,000.00"))
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt",
                ["kind": "deposit_receipt", "amount": "15000", "earnest": "1"], by: .till)
            #expect(try await world.status() == .subscribed)
            let page = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(!page.contains("没有抵扣的诚意金") && page.contains("¥20,000.00"))
        }
    }

    @Test(arguments: [
        (["amount": "5000"], "请填客户的电话"), (["phone": SaleWorld.phone], "请填金额"),
        (["phone": SaleWorld.phone, "amount": "五千"], "金额写成元"),
    ])
    func `says what is wrong with earnest money`(
        fields: [String: String], sentence: String
    ) async throws {
        try await withSales { world in
            let visitor = try await world.site.visitor(.till)
            let body = (fields.merging(["_csrf": visitor.token ?? ""]) { $1 })
                .map { "\(percentEncode($0))=\(percentEncode($1))" }.joined(separator: "&")
            let answer = try await visitor.send(
                .post, "/cash/earnest", body: body, type: "application/x-www-form-urlencoded")
            #expect(answer.status == 400 && answer.words.contains(sentence))
        }
    }

    @Test func `is empty at first, and belongs to finance alone`() async throws {
        try await withServedSite { site in
            let page = plainWords(try await site.visitor(.till).page("/cash"))
            #expect(page.contains("现在没有等着交款的订单") && page.contains("这几天没有收款"))
            #expect(try await site.visitor(.manager).get("/cash").status == 403)
            let home = try await site.visitor(.till).get("/")
            #expect(home.location == "/cash")
            #expect(try await site.visitor(.title).get("/").location == "/sales")
        }
    }

    @Test func `knows no refund that there is not`() async throws {
        try await withServedSite { site in
            let till = try await site.visitor(.till)
            #expect(try await till.post("/cash/refunds/x", [:]).status == 404)
            let answer = try await till.follow("/cash/refunds/7", [:])
            #expect(answer.contains("notice tone-stop"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Moves of units in their list` {
    @Test func `are numbered as announced, and the same when written anew`() async throws {
        try await withSales { world in
            try await world.order()
            let book = try await world.site.book
            func rows() async throws -> [UnitMoveRow] {
                try await world.site.server.database.read { transaction in
                    try transaction.rows(
                        UnitMoveRow.before(.max, at: ServedSite.site, limit: 100)
                    ).map(UnitMoveRow.init)
                }
            }
            let before = try await rows()
            #expect(before.map(\.number) == [4, 3, 2, 1])
            #expect(before.map(\.to) == [.orderedUnpaid, .held, .available, .available])
            #expect(before.first?.document == "O-1" && before.first?.staff == "yunqi-anran")
            let bulletin = await book.state.sales.bulletin
            #expect(bulletin == 4)
            try await book.journal.rebuild(
                ListWriter.sales, in: world.site.server.database)
            #expect(try await rows() == before)
        }
    }

    @Test func `of an activity stand there as well, with units nobody priced`() async throws {
        try await withServedSite { site in
            let plan = ActivityPlan(
                "e", title: "e", kind: .onlineOpening,
                units: [ListedUnit("9-101", layout: "A", building: 9, floor: 1)],
                opensAt: ServedSite.now)
            let row = RosterRow(RosterEntry("p1", ticket: "t"))
            for command in [
                SelectionCommand.plan(plan), .enter("e", [row], isTrial: false), .lock("e"),
                .approve("e", note: "演练"), .pick("e", "p1", "9-101"),
            ] {
                #expect(try await site.ask(.selection(command)).refusal == nil, "\(command)")
            }
            let page = plainWords(try await site.visitor(.manager).page("/units/9-101"))
            #expect(page.contains("未放盘 → 可售，选房活动（e）"))
            #expect(page.contains("可售 → 已销控，选房活动（e）"))
            #expect(page.contains("归谁 选房活动 e") && page.contains("到 10:15:00 为止"))
            #expect(try await site.count("unit_occupancy") == 1)
        }
    }
}
