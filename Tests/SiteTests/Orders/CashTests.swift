import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Money at the window` {
    private func post(
        _ world: SaleWorld, _ path: String, _ fields: KeyValuePairs<String, String>,
        by person: ServedSite.Person = .till
    ) async throws -> Received {
        try await world.site.visitor(person).post(path, fields)
    }

    private func register(_ world: SaleWorld, _ phone: String, _ name: String) async throws {
        let answer = try await post(
            world, "/deals",
            ["deal": "D-\(phone)", "phone": phone, "name": name, "staff": "yunqi-baiyu"],
            by: .clerk)
        #expect(answer.status == 303, "\(answer.words)")
    }

    @Test(arguments: ["-5", "5.001", "1e3", "99999999999", "5,000", "¥5", "０"])
    func `is only a plain number of yuan`(amount: String) async throws {
        try await withSales { world in
            try await world.order()
            let before = try await world.site.count("journal")
            let earnest = try await post(
                world, "/cash/earnest", ["phone": SaleWorld.phone, "amount": amount])
            let receipt = try await post(
                world, "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": amount])
            for answer in [earnest, receipt] {
                #expect(answer.status == 400 && answer.words.contains("金额写成元，最多两位小数"))
            }
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `of nothing, and more than is owed, is refused by the rules`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.refused(
                "/cash/earnest", ["phone": SaleWorld.phone, "amount": "0"], by: .till)
            for amount in ["0", "0.00", "1188000.01"] {
                try await world.refused(
                    "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": amount], by: .till)
            }
            #expect(try await world.site.count("receipt_row") == 0)
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "1188000"], by: .till)
            try await world.refused(
                "/sales/O-1/receipt", ["kind": "payment_receipt", "amount": "0.01"], by: .till)
        }
    }

    @Test func `is taken once however often the form is sent`() async throws {
        try await withSales { world in
            try await world.order()
            let form: KeyValuePairs = ["id": "r-1", "kind": "deposit_receipt", "amount": "500"]
            let first = try await post(world, "/sales/O-1/receipt", form)
            #expect(try await post(world, "/sales/O-1/receipt", form).location == first.location)
            let other = try await post(
                world, "/sales/O-1/receipt",
                ["id": "r-1", "kind": "deposit_receipt", "amount": "600"])
            #expect(other.status == 409)
            let collected = try await world.site.book.state.sales.orders["O-1"]?.collected
            #expect(collected == .yuan(500))
            let page = plainWords(try await world.site.visitor(.till).page("/sales/O-1"))
            #expect(page.contains("已收 ¥500.00 还差 ¥1,187,500.00"))
        }
    }

    @Test func `is given back once`() async throws {
        try await withSales { world in
            try await world.order()
            _ = try await post(
                world, "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "500"])
            try await world.granted("/sales/O-1/give-up", [:], by: .anran)
            let due = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(due.contains("等着退款") && due.contains("第 1 号 · ¥500.00"))
            for path in ["x", "1.0", "%00", "1%2F2"] {
                let answer = try await post(world, "/cash/refunds/\(path)", [:])
                #expect(answer.status == 404, "\(path)")
            }
            try await world.refused("/cash/refunds/-1", [:], by: .till)
            try await world.refused("/cash/refunds/99", [:], by: .till)
            let paid = try await post(world, "/cash/refunds/1", ["id": "b-1"])
            let again = try await post(world, "/cash/refunds/1", ["id": "b-1"])
            #expect(again.location == paid.location)
            try await world.refused("/cash/refunds/1", [:], by: .till)
            let after = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(!after.contains("等着退款"))
            let order = plainWords(try await world.site.visitor(.anran).page("/sales/O-1"))
            #expect(order.contains("收款减退款 ¥0.00"))
        }
    }

    @Test func `that was earnest counts for its own buyer, once`() async throws {
        try await withSales { world in
            try await register(world, "13800000002", "钱大海")
            try await world.granted(
                "/cash/earnest", ["phone": "13800000002", "amount": "5000"], by: .till)
            try await world.granted(
                "/cash/earnest", ["phone": SaleWorld.phone, "amount": "3000"], by: .till)
            try await world.order()
            for number in ["1", "3", "-1"] {
                try await world.refused(
                    "/sales/O-1/receipt",
                    ["kind": "deposit_receipt", "amount": "1", "earnest": number], by: .till)
            }
            try await world.granted(
                "/sales/O-1/receipt",
                ["kind": "deposit_receipt", "amount": "0", "earnest": "2"], by: .till)
            try await world.refused(
                "/sales/O-1/receipt",
                ["kind": "deposit_receipt", "amount": "0", "earnest": "2"], by: .till)
            let order = try await world.site.book.state.sales.orders["O-1"]
            #expect(order?.collected == .yuan(3000) && order?.paidAt == nil)
            let page = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(page.contains("没有抵扣的诚意金 第 1 号 钱"))
        }
    }

    @Test func `is handled by finance and nobody else`() async throws {
        try await withSales { world in
            try await world.order()
            for person in [ServedSite.Person.manager, .clerk, .anran, .auditor, .title] {
                let earnest = try await post(
                    world, "/cash/earnest", ["phone": SaleWorld.phone, "amount": "1"], by: person)
                let receipt = try await post(
                    world, "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "1"],
                    by: person)
                #expect(earnest.status == 403 && receipt.status == 403, "\(person)")
            }
            #expect(try await world.site.count("receipt_row") == 0)
        }
    }

    @Test func `is listed by the day it was entered`() async throws {
        try await withSales { world in
            try await world.order()
            _ = try await post(
                world, "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "500"])
            let till = try await world.site.visitor(.till)
            for (query, sum) in [
                ("", "合计 ¥500.00"), ("?from=2025-06-01&to=2025-06-02", "合计 ¥500.00"),
                ("?from=2025-06-01&to=2025-06-01", "合计 ¥0.00"),
                ("?from=2025-06-03&to=2025-06-03", "这几天没有收款"),
            ] {
                let page = plainWords(try await till.page("/cash" + query))
                #expect(page.contains(sum), "\(query)")
            }
            for query in ["?from=2025-06-03&to=2025-06-01", "?from=x", "?from=2020-01-01"] {
                #expect(try await till.get("/cash" + query).status == 400, "\(query)")
            }
        }
    }

    @Test func `of somebody with markup for a name brings none onto the page`() async throws {
        try await withSales { world in
            try await register(world, "13800000003", "<img src=x onerror=alert(1)>")
            try await world.granted(
                "/cash/earnest", ["phone": "13800000003", "amount": "1"], by: .till)
            let page = try await world.site.visitor(.till).page("/cash")
            #expect(!page.contains("<img src=x") && page.contains("没有抵扣的诚意金"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Orders taken out as a file` {
    private func rows(_ world: SaleWorld) async throws -> [[String]] {
        let answer = try await world.site.visitor(.clerk).get("/sales.xlsx")
        let file = world.site.folder.appending(path: "orders.xlsx")
        try Data(answer.bytes).write(to: file)
        return try SheetTable(file).rows.map(\.fields)
    }

    @Test func `tell their sums and states, and nobody's whole number`() async throws {
        try await withSales { world in
            try await world.order("O-1")
            try await world.order("X-2", of: "1-102")
            try await world.granted("/sales/X-2/give-up", [:], by: .anran)
            let rows = try await rows(world)
            #expect(rows.first?.first?.contains("苏禾") == true)
            #expect(
                rows.dropFirst().first == ["编号", "房源", "买房人", "写单", "状态", "总价", "已收", "写于"])
            let lines = rows.dropFirst(2)
            #expect(Set(lines.map(\.[0])) == ["O-1", "X-2"])
            let first = try #require(lines.first { $0[0] == "O-1" })
            #expect(first[1] == "1-101" && first[3] == "安然" && first[5] == "¥1,188,000.00")
            #expect(lines.first { $0[0] == "X-2" }?[4] == "作废：客户交款前放弃")
            for line in lines { #expect(!line.joined().contains(SaleWorld.phone)) }
        }
    }

    @Test func `are none where there is none, and nobody else's to take`() async throws {
        try await withSales { world in
            let empty = try await rows(world)
            #expect(empty.count == 2)
            for person in [ServedSite.Person.anran, .till, .title, .auditor, .desk] {
                #expect(try await world.site.visitor(person).get("/sales.xlsx").status == 403)
            }
        }
    }
}
