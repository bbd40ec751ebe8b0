import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A change of an order` {
    private static let other = "13800000002"

    private func paid(_ body: (SaleWorld) async throws -> Void) async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            let person = try await world.site.visitor(.clerk).post(
                "/deals",
                [
                    "deal": "D-2", "phone": Self.other, "name": "钱<b>大海",
                    "staff": "yunqi-anran",
                ])
            #expect(person.status == 303)
            try await body(world)
        }
    }

    private func ask(
        _ world: SaleWorld, _ act: String, _ fields: KeyValuePairs<String, String>
    ) async throws {
        try await world.granted("/sales/O-1/\(act)", fields, by: .anran)
    }

    private func approve(_ world: SaleWorld, _ change: String = "c-1") async throws {
        try await world.granted(
            "/sales/O-1/change-approve", ["change": change, "document": "K"], by: .manager)
    }

    @Test func `of the buyer waits for the manager's paper`() async throws {
        try await paid { world in
            let before = try await world.site.book.state.sales.orders["O-1"]?.person
            try await ask(
                world, "rename", ["id": "c-1", "phone": Self.other, "staff": "yunqi-anran"])
            #expect(try await world.site.book.state.sales.orders["O-1"]?.person == before)
            let clerk = try await world.refused(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .clerk)
            #expect(clerk.contains("SAL-16"))
            try await approve(world)
            let page = try await world.site.visitor(.anran).page("/sales/O-1")
            #expect(plainWords(page).contains("买房人 钱") && !page.contains("<b>大海"))
            try await world.refused(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .manager)
            let unit = try await world.site.book.state.sales.occupant(of: "1-101")
            #expect(unit?.person != before)
        }
    }

    @Test func `is to somebody whom the site knows`() async throws {
        try await paid { world in
            let answer = try await world.site.visitor(.anran).post(
                "/sales/O-1/rename", ["phone": "13999999999", "staff": "yunqi-anran"])
            #expect(answer.status == 400 && answer.words.contains("没有登记过"))
            try await world.refused(
                "/sales/O-1/hand-on", ["next": "nobody", "staff": "yunqi-anran"], by: .anran)
            try await world.refused(
                "/sales/O-1/hand-on", ["next": "yunqi-baiyu", "staff": "nobody"], by: .anran)
            #expect(try await world.site.book.state.sales.changes.isEmpty)
        }
    }

    @Test(arguments: ["1-101", "1-201", "9-999", "<script>", "1-102' --"])
    func `of the unit is to one that is for sale`(unit: String) async throws {
        try await paid { world in
            try await world.refused(
                "/sales/O-1/swap", ["unit": unit, "staff": "yunqi-anran"], by: .anran)
            #expect(try await world.site.book.state.sales.changes.isEmpty)
        }
    }

    @Test func `stands in the file of its deal`() async throws {
        try await paid { world in
            try await ask(world, "swap", ["id": "c-1", "unit": "1-102", "staff": "yunqi-anran"])
            try await approve(world)
            try await ask(
                world, "hand-on",
                ["id": "c-2", "next": "yunqi-baiyu", "staff": "yunqi-anran"])
            try await approve(world, "c-2")
            let file = plainWords(
                try await world.site.visitor(.manager).page("/adjudications/O-1"))
            #expect(file.contains("换房：1-101 换成 1-102，归属不变。"))
            #expect(file.contains("以后由白榆跟这一单，原来是安然，归属不变。"))
            #expect(!file.contains("不再有效") && file.contains("安然 100%"))
        }
    }

    @Test func `of the unit fails when that one was taken meanwhile`() async throws {
        try await paid { world in
            try await ask(world, "swap", ["id": "c-1", "unit": "1-102", "staff": "yunqi-anran"])
            try await world.granted(
                "/units/1-102/reserve", ["document": "K", "signer": "章"], by: .manager)
            try await world.refused(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .manager)
            #expect(try await world.status("1-101") == .subscribed)
            let row = try await world.site.visitor(.manager).page("/sales?text=1-102")
            #expect(plainWords(row).contains("没有这样的订单"))
        }
    }

    @Test func `of the unit is what the lists and the old unit's page tell`() async throws {
        try await paid { world in
            try await ask(world, "swap", ["id": "c-1", "unit": "1-102", "staff": "yunqi-anran"])
            try await approve(world)
            let list = plainWords(try await world.site.visitor(.manager).page("/sales"))
            #expect(list.contains("O-1 1-102") && list.contains("¥1,107,606.80"))
            let old = plainWords(try await world.site.visitor(.manager).page("/units/1-101"))
            #expect(old.contains("→ 可售，换房（O-1）"))
            let new = plainWords(try await world.site.visitor(.anran).page("/units/1-102"))
            #expect(new.contains("归谁 安然的客户") && new.contains("看订单 O-1"))
            #expect(try await world.site.count("unit_occupancy") == 1)
        }
    }

    @Test func `of the consultant takes the order out of the old one's sight`() async throws {
        try await paid { world in
            try await ask(
                world, "hand-on", ["id": "c-1", "next": "yunqi-dingyi", "staff": "yunqi-anran"])
            try await approve(world)
            #expect(try await world.site.visitor(.anran).get("/sales/O-1").status == 403)
            #expect(!(try await world.site.visitor(.anran).page("/sales")).contains("O-1"))
            let page = plainWords(try await world.site.visitor(.dingyi).page("/sales/O-1"))
            #expect(page.contains("写单 丁一") && page.contains("约定签约时间"))
        }
    }

    @Test func `is asked for once however often the form is sent`() async throws {
        try await paid { world in
            let anran = try await world.site.visitor(.anran)
            let form: KeyValuePairs = ["id": "c-1", "unit": "1-102", "staff": "yunqi-anran"]
            let first = try await anran.post("/sales/O-1/swap", form)
            #expect(try await anran.post("/sales/O-1/swap", form).location == first.location)
            let other = try await anran.post(
                "/sales/O-1/hand-on",
                ["id": "c-1", "next": "yunqi-baiyu", "staff": "yunqi-anran"])
            #expect(other.status == 409)
            #expect(try await world.site.book.state.sales.changes.count == 1)
        }
    }

    @Test func `stands still while the order is being cancelled`() async throws {
        try await paid { world in
            try await ask(world, "swap", ["id": "c-1", "unit": "1-102", "staff": "yunqi-anran"])
            try await ask(world, "cancel", [:])
            try await world.refused(
                "/sales/O-1/swap", ["unit": "1-102", "staff": "yunqi-anran"], by: .anran)
            try await world.refused(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .manager)
            try await world.granted("/sales/O-1/cancel-reject", [:], by: .manager)
            try await approve(world)
            #expect(try await world.status("1-102") == .subscribed)
        }
    }
}
