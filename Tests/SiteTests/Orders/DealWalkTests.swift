import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A deal on its pages` {
    @Test(arguments: ["P001", "P002A"])
    func `goes from the request to the keys`(pack: String) async throws {
        try await withSales(pack: pack) { world in
            try await world.order()
            let cash = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(cash.contains("O-1 · 1-101") && cash.contains("¥20,000.00"))
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            #expect(try await world.status() == .subscribed)
            try await sign(world)
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "payment_receipt", "amount": "1168000"], by: .till)
            for stage in ["netsign_reviewed", "docs_ready", "presale_filed"] {
                try await world.granted(
                    "/sales/O-1/stage", ["stage": stage, "attachments": "2"], by: .title)
            }
            #expect(try await world.status() == .filed)
            for stage in ["settled", "notified", "inspected", "keys_handed"] {
                try await world.granted(
                    "/sales/O-1/stage", ["stage": stage, "attachments": "1"], by: .title)
            }
            #expect(try await world.status() == .delivered)
            try await world.granted(
                "/sales/O-1/stage", ["stage": "archived", "attachments": "1"], by: .title)
            let page = plainWords(try await world.site.visitor(.manager).page("/sales/O-1"))
            #expect(page.contains("已归档") && page.contains("¥1,188,000.00"))
        }
    }

    private func sign(_ world: SaleWorld) async throws {
        try await world.granted("/sales/O-1/signing", ["at": "2025-06-05T10:00"], by: .anran)
        try await world.refused("/sales/O-1/sign-contract", [:], by: .anran)
        try await world.granted(
            "/sales/O-1/contract", ["template": "2025", "staff": "yunqi-anran"], by: .anran)
        let same = try await world.refused(
            "/sales/O-1/contract-review", ["staff": "yunqi-anran"], by: .anran)
        #expect(same.contains("SAL-10") || same.contains("SAL-19"))
        try await world.granted("/sales/O-1/contract-review", ["staff": "yunqi-baiyu"], by: .title)
        try await world.granted("/sales/O-1/sign-contract", [:], by: .anran)
        #expect(try await world.status() == .contracted)
    }

    @Test func `is cancelled, paid back and free for whoever comes first`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await world.granted("/sales/O-1/cancel", [:], by: .anran)
            let today = plainWords(try await world.site.visitor(.manager).page("/today"))
            #expect(today.contains("退定退房") && today.contains("订单 O-1"))
            try await world.granted(
                "/sales/O-1/cancel-review", ["cause": "customer_fault"], by: .manager)
            #expect(try await world.status() == .cancelling)
            try await world.granted("/sales/O-1/cancel-submit", [:], by: .manager)
            try await world.refused("/sales/O-1/cancel-approve", [:], by: .manager)
            try await world.refused("/sales/O-1/cancel-execute", [:], by: .till)
            try await world.granted(
                "/sales/O-1/cancel-approve", ["document": "K-1"], by: .manager)
            let done = try await world.granted("/sales/O-1/cancel-execute", [:], by: .till)
            #expect(done.contains("作废：退定退房"))
            #expect(try await world.status() == .available)
            let unit = plainWords(try await world.site.visitor(.anran).page("/units/1-101"))
            #expect(unit.contains("退定退房审批中 → 可售，退定退房办完"))
            let file = plainWords(
                try await world.site.visitor(.manager).page("/adjudications/O-1"))
            #expect(file.contains("这一单不再有效 6月2日 周一 10:00 退定退房"), "\(file)")
            #expect(file.contains("这一单不再有效：退定退房。"))
            let paper = try await world.site.visitor(.manager).page("/adjudications/O-1/print")
            #expect(plainWords(paper).contains("这一单不再有效：退定退房。"))
            let deals = plainWords(try await world.site.visitor(.clerk).page("/deals"))
            #expect(deals.contains("不再有效"))
        }
    }

    @Test func `lapses on the second after the last one, and its page says so`() async throws {
        try await withSales { world in
            try await world.order()
            let page = plainWords(try await world.site.visitor(.anran).page("/sales/O-1"))
            #expect(page.contains("到 10:10:00 为止交款"))
            world.site.clock.advance(by: .seconds(601))
            let late = try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            #expect(late.contains("作废：没按时交款"))
            let cash = plainWords(try await world.site.visitor(.till).page("/cash"))
            #expect(cash.contains("等着退款") && cash.contains("¥20,000.00"))
            try await world.granted("/cash/refunds/1", [:], by: .till)
            #expect(try await world.site.book.state.sales.refunds.isEmpty)
        }
    }

    @Test func `answers a receipt after the lapse with the rule, not with nothing found`()
        async throws
    {
        try await withSales { world in
            try await world.order()
            world.site.clock.advance(by: .seconds(601))
            try await world.site.ask(.sales(.release(["1-103"])))
            #expect(try await world.site.book.state.sales.orders.isEmpty)
            let late = try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            #expect(late.contains("作废：没按时交款"))
            #expect(try await world.site.book.state.sales.refunds.count == 1)
        }
    }

    @Test func `is nobody else's business`() async throws {
        try await withSales { world in
            try await world.order()
            let other = try await world.site.visitor(.censhan).get("/sales/O-1")
            #expect(other.status == 403)
            #expect(!(try await world.site.visitor(.censhan).page("/sales")).contains("O-1"))
            let unit = try await world.site.visitor(.censhan).page("/units/1-101")
            #expect(plainWords(unit).contains("别人的客户") && !unit.contains("赵小云"))
            #expect(try await world.site.visitor(.anran).page("/units/1-101").contains("赵"))
        }
    }

    @Test func `changes its buyer's consultant by a paper`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await world.granted(
                "/sales/O-1/hand-on",
                ["id": "c-1", "next": "yunqi-dingyi", "staff": "yunqi-anran"], by: .anran)
            let today = plainWords(try await world.site.visitor(.manager).page("/today"))
            #expect(today.contains("换顾问：丁一"))
            try await world.granted(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .manager)
            #expect(try await world.site.book.state.sales.orders["O-1"]?.staff == "yunqi-dingyi")
        }
    }

    @Test func `is told to programs, and takes their money once`() async throws {
        try await withSales { world in
            try await world.order()
            let till = try await world.site.program(.till)
            let entry = #"{"id":"r-1","kind":"deposit_receipt","amount":2000000}"#
            for _ in 1...2 {
                let answer = try await till.postJSON("/api/v1/sales/O-1/receipts", entry)
                #expect(answer.status == 200, "\(answer.text)")
                let faults = try APIDescription.shipped().faults(
                    of: answer, to: "POST /api/v1/sales/{id}/receipts")
                #expect(faults == [])
            }
            let order = try await till.get("/api/v1/sales/O-1")
            let shipped = try APIDescription.shipped()
            #expect(try shipped.faults(of: order, to: "GET /api/v1/sales/{id}") == [])
            #expect(order.text.contains("\"collected\":2000000"))
            #expect(!order.text.contains("person"))
        }
    }
}
