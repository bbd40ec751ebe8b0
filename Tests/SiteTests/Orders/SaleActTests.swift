import Database
import Foundation
import HTTPTypes
import Testing

@testable import HouseRules
@testable import Site

/// A form that cannot be read, and the sentence that says why.
private struct Unreadable: Sendable, CustomTestStringConvertible {
    let path: String
    let fields: KeyValuePairs<String, String>
    let person: ServedSite.Person
    let sentence: String

    init(
        _ path: String, _ fields: KeyValuePairs<String, String>, _ person: ServedSite.Person,
        _ sentence: String
    ) {
        (self.path, self.fields, self.person, self.sentence) = (path, fields, person, sentence)
    }

    var testDescription: String { "\(path) \(fields)" }

    static let ofUnits = [
        Unreadable("hold", ["staff": "yunqi-anran"], .anran, "请填客户的电话"),
        Unreadable("hold", ["phone": "123", "staff": "yunqi-anran"], .anran, "5 到 20 位数字"),
        Unreadable(
            "hold", ["phone": "13900009999", "staff": "yunqi-anran"], .anran, "没有登记过"),
        Unreadable("hold", ["phone": SaleWorld.phone], .anran, "请选是谁"),
        Unreadable("confirm", ["item": "area"], .manager, "请选哪一份申请"),
        Unreadable("confirm", ["request": "q"], .manager, "请勾选核实过的各项"),
        Unreadable("confirm", ["request": "q", "item": "roof"], .manager, "请勾选核实过的各项"),
        Unreadable("reject", [:], .manager, "请选哪一份申请"),
        Unreadable("reserve", ["signer": "章"], .manager, "请填指示文号"),
        Unreadable("reserve", ["document": "K"], .manager, "请填签字人"),
        Unreadable("unreserve", [:], .manager, "请填指示文号"),
        Unreadable("order", ["number": "O"], .anran, "请选买房人"),
        Unreadable("order", ["buyer": "p"], .anran, "请填订单编号"),
        Unreadable("order", ["buyer": "p", "number": "O"], .anran, "请选是谁"),
        Unreadable(
            "order", ["buyer": "p", "number": "O", "staff": "yunqi-anran"], .anran, "请选付款方式"),
        Unreadable(
            "order", ["buyer": "p", "number": "O", "staff": "yunqi-anran", "scheme": "按揭"],
            .anran, "请填金额"),
        Unreadable(
            "order",
            [
                "buyer": "p", "number": "O", "staff": "yunqi-anran", "scheme": "按揭",
                "deposit": "两万",
            ], .anran, "金额写成元"),
        Unreadable("order", ["buyer": "p", "number": "O", "discount": "九折"], .anran, "折扣写成"),
        Unreadable("order", ["buyer": "p", "number": "O", "discount": "101"], .anran, "折扣写成"),
        Unreadable("order", ["buyer": "p", "number": "O", "discount": "0"], .anran, "折扣写成"),
        Unreadable("hold", ["id": "a b", "phone": SaleWorld.phone], .anran, "表单编号"),
    ]

    static let ofOrders = [
        Unreadable("review", [:], .baiyu, "请选是谁"),
        Unreadable("receipt", ["kind": "earnest_note", "amount": "1"], .till, "请选开什么票据"),
        Unreadable("receipt", ["kind": "deposit_receipt"], .till, "请填金额"),
        Unreadable("receipt", ["kind": "deposit_receipt", "amount": "1.234"], .till, "金额写成元"),
        Unreadable(
            "receipt", ["kind": "deposit_receipt", "amount": "1", "earnest": "一"], .till,
            "诚意金单号是一个数"),
        Unreadable("signing", ["at": "明天"], .anran, "请填日期和时刻"),
        Unreadable("notice", [:], .anran, "请勾选告知了什么"),
        Unreadable("contract", ["staff": "yunqi-anran"], .anran, "请填合同范本版本"),
        Unreadable("contract", ["template": "2025"], .anran, "请选是谁"),
        Unreadable("contract-review", [:], .title, "请选是谁"),
        Unreadable("stage", ["attachments": "1"], .title, "请选办好了哪一步"),
        Unreadable("stage", ["stage": "settled", "attachments": "很多"], .title, "份数写成"),
        Unreadable("stage", ["stage": "settled", "attachments": "1001"], .title, "份数写成"),
        Unreadable("instalments", ["parts": "七月 五十万"], .anran, "要写成 2025-07-01 500000 的样子"),
        Unreadable("instalments", ["parts": "2025-07-01"], .anran, "要写成 2025-07-01 500000"),
        Unreadable("papers", ["count": "1"], .clerk, "请选做什么"),
        Unreadable("papers", ["move": "print", "count": "1"], .clerk, "请选是谁"),
        Unreadable("file", [:], .anran, "请勾选归了什么"),
        Unreadable("cancel-review", [:], .manager, "请选原因"),
        Unreadable("rename", ["staff": "yunqi-anran"], .anran, "请填客户的电话"),
        Unreadable("swap", ["staff": "yunqi-anran"], .anran, "请填换到哪一套"),
        Unreadable("hand-on", ["staff": "yunqi-anran"], .anran, "请选是谁"),
        Unreadable("change-approve", ["document": "K"], .manager, "请选哪一份申请"),
        Unreadable("change-approve", ["change": "c"], .manager, "请填文件号"),
    ]
}

@Suite(.timeLimit(.minutes(15))) struct `Forms of units and orders` {
    private static let all = SaleAct.ofUnits + SaleAct.ofOrders

    @Test func `have names of their own on each page and clauses of the handbook`() throws {
        for acts in [SaleAct.ofUnits, SaleAct.ofOrders] {
            #expect(Set(acts.map(\.name)).count == acts.count)
        }
        let text = try String(
            contentsOf: URL(fileURLWithPath: ServedSite.policies)
                .appending(path: "../docs/rules/sales.md"), encoding: .utf8)
        for act in Self.all {
            #expect(text.contains("## \(act.clause) "), "\(act.name)")
            #expect(!act.title.isEmpty && act.hint.hasSuffix("。"), "\(act.name)")
        }
    }

    @Test(arguments: Unreadable.ofUnits)
    private func `of a unit say what is wrong and keep nothing`(form: Unreadable) async throws {
        try await withSales { world in
            let before = try await world.site.count("journal")
            let answer = try await world.site.visitor(form.person).post(
                "/units/1-101/\(form.path)", form.fields)
            #expect(answer.status == 400 && answer.words.contains(form.sentence), "\(answer.words)")
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test(arguments: Unreadable.ofOrders)
    private func `of an order say what is wrong and keep nothing`(form: Unreadable) async throws {
        try await withSales { world in
            try await world.order()
            let before = try await world.site.count("journal")
            let answer = try await world.site.visitor(form.person).post(
                "/sales/O-1/\(form.path)", form.fields)
            #expect(answer.status == 400 && answer.words.contains(form.sentence), "\(answer.words)")
            #expect(try await world.site.count("journal") == before)
        }
    }

    @Test func `are offered as far as the order is`() async throws {
        try await withSales { world in
            try await world.order()
            try await expect(world, .till, ["check-in", "receipt"])
            try await expect(world, .title, [])
            try await expect(world, .anran, ["give-up"])
            try await world.granted("/sales/O-1/check-in", [:], by: .till)
            try await expect(world, .till, ["receipt", "finance-delay"])
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await expect(world, .till, ["receipt"])
            try await expect(
                world, .anran,
                [
                    "signing", "begin-signing", "contract", "stage", "instalments", "file",
                    "cancel", "rename", "swap", "hand-on",
                ])
            try await expect(world, .title, ["contract", "stage"])
            try await world.granted("/sales/O-1/cancel", [:], by: .anran)
            try await expect(world, .anran, [])
            try await expect(world, .manager, ["cancel-review", "cancel-reject"])
        }
    }

    private func expect(
        _ world: SaleWorld, _ person: ServedSite.Person, _ names: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let page = try await world.site.visitor(person).page("/sales/O-1")
        let found = page.matches(of: /data-act="([^"]+)"/).map { String($0.output.1) }
        #expect(found == names, sourceLocation: sourceLocation)
    }

    @Test func `name a discount as people say it`() {
        #expect(discountLabel(9800) == "98 折" && discountLabel(9750) == "97.50 折")
        #expect(discountLabel(10_000) == "原价")
        #expect(areaWords(8905) == "89.05㎡" && areaWords(12_850) == "128.50㎡")
    }

    @Test func `say which stage comes next in each row`() throws {
        var order = SalesOrder(
            "o", of: "u", for: "p", by: "A",
            OrderTerms(
                version: "v", scheme: "s", discount: 9800, total: .yuan(100), deposit: .yuan(1),
                clauses: []), at: ServedSite.now)
        #expect(order.nextStages == [.loanApplied, .netsignReviewed, .settled])
        order.stages = [.netsignReviewed, .presaleFiled, .settled]
        #expect(order.nextStages == [.loanApplied, .fundSupervised, .notified])
        order.stages = DealStage.allCases
        #expect(order.nextStages.isEmpty)
    }
}

@Suite(.timeLimit(.minutes(15))) struct `An order under way` {
    private func paid(_ body: (SaleWorld) async throws -> Void) async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await body(world)
        }
    }

    private func page(_ world: SaleWorld, _ person: ServedSite.Person = .manager) async throws
        -> String
    {
        plainWords(try await world.site.visitor(person).page("/sales/O-1"))
    }

    @Test func `shows what is due and for how long it is late`() async throws {
        try await paid { world in
            try await world.granted(
                "/sales/O-1/instalments", ["parts": "2025-06-10 500000\n2025-07-01 1188000"],
                by: .anran)
            #expect(try await page(world).contains("累计应到 ¥500,000.00 未到期"))
            world.site.clock.advance(by: .seconds(10 * 86_400))
            #expect(try await page(world).contains("累计应到 ¥500,000.00 逾期 2 天"))
            let today = plainWords(try await world.site.visitor(.manager).page("/today"))
            #expect(today.contains("逾期的应收款") && today.contains("差 ¥480,000.00"))
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "payment_receipt", "amount": "480000"], by: .till)
            #expect(try await page(world).contains("累计应到 ¥500,000.00 已到"))
        }
    }

    @Test func `keeps account of its papers and its file`() async throws {
        try await paid { world in
            try await world.granted(
                "/sales/O-1/papers", ["move": "print", "count": "4", "staff": "yunqi-anran"],
                by: .clerk)
            try await world.granted(
                "/sales/O-1/papers", ["move": "borrow", "count": "1", "staff": "yunqi-anran"],
                by: .clerk)
            let words = try await page(world)
            #expect(words.contains("合同在手 3 份") && words.contains("安然 1 份"))
            try await world.refused(
                "/sales/O-1/papers", ["move": "borrow", "count": "9", "staff": "yunqi-anran"],
                by: .clerk)
            try await world.granted("/sales/O-1/file", ["paper": "order"], by: .anran)
            #expect(try await page(world).contains("已归档 订单 还缺 客户资料、收据"))
        }
    }

    @Test func `tells of the notice, and of the fine for having forgotten it`() async throws {
        try await paid { world in
            try await world.granted("/sales/O-1/signing", ["at": "2025-06-05T10:00"], by: .anran)
            try await world.granted(
                "/sales/O-1/notice", ["item": "time", "receipted": "1"], by: .anran)
            #expect(try await page(world).contains("告知 还没有"))
            let late = try await world.granted("/sales/O-1/begin-signing", [:], by: .anran)
            #expect(late.contains("安然"))
            #expect(try await world.site.count("penalty_row") == 1)
            try await world.granted("/sales/O-1/begin-signing", [:], by: .anran)
            #expect(try await world.site.count("penalty_row") == 1, "once for one signing")
        }
    }

    @Test func `is drafted in one's own name, unless a desk does it for somebody`() async throws {
        try await paid { world in
            let anran = try await world.site.visitor(.anran)
            let foreign = try await anran.post(
                "/sales/O-1/contract", ["template": "2025", "staff": "yunqi-baiyu"])
            #expect(foreign.status == 400 && foreign.words.contains("用自己的名字交"))
            #expect(try await world.site.book.state.sales.orders["O-1"]?.contract == nil)
            try await world.granted(
                "/sales/O-1/contract", ["template": "2025", "staff": "yunqi-anran"], by: .anran)
        }
    }

    @Test func `marks clauses that differ once they are approved`() async throws {
        try await paid { world in
            try await world.refused(
                "/sales/O-1/contract",
                ["template": "2025", "staff": "yunqi-anran", "changes": "交房提前一月"], by: .anran)
            let order = try #require(try await world.site.book.state.sales.orders["O-1"])
            #expect(order.contract == nil)
            let note = try await world.site.visitor(.manager).post(
                "/matters/clauses",
                [
                    "id": "special-1", "phone": SaleWorld.phone, "kind": "template",
                    "clauses": "交房提前一月", "document": "K-7",
                ])
            #expect(note.status == 303)
            try await world.granted(
                "/sales/O-1/contract",
                [
                    "template": "2025", "staff": "yunqi-anran", "changes": "交房提前一月",
                    "approval": "special-1",
                ], by: .anran)
            let page = try await world.site.visitor(.anran).page("/sales/O-1")
            #expect(page.contains("<mark>交房提前一月</mark>"))
        }
    }

    @Test func `swaps its unit for another at that one's price`() async throws {
        try await paid { world in
            try await world.granted(
                "/sales/O-1/swap",
                ["id": "c-2", "unit": "1-102", "staff": "yunqi-anran"], by: .anran)
            try await world.refused(
                "/sales/O-1/change-approve", ["change": "nothing", "document": "K"], by: .manager)
            try await world.granted(
                "/sales/O-1/change-approve", ["change": "c-2", "document": "K"], by: .manager)
            #expect(try await page(world).contains("总价 ¥1,107,606.80"))
            #expect(try await world.status("1-101") == .available)
            #expect(try await world.status("1-102") == .subscribed)
        }
    }
}
