import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `What is said about a unit` {
    private static let quote: KeyValuePairs = [
        "id": "b1", "phone": SaleWorld.phone, "staff": "yunqi-anran", "scheme": "按揭",
    ]

    @Test func `is a price by the list that holds, for one unit or several`() async throws {
        try await withSales { world in
            let told = try await world.granted("/units/1-101/quote", Self.quote, by: .anran)
            #expect(told.contains("1-101 按 99 折算得 ¥1,188,000.00"), "\(told)")
            let several = try await world.granted(
                "/units/1-101/quote",
                [
                    "id": "b2", "phone": SaleWorld.phone, "staff": "yunqi-anran",
                    "scheme": "一次性", "others": "1-102",
                ], by: .anran)
            #expect(several.contains("1-102 按 98 折算得"))
            #expect(several.contains("这位客户先前听到的是 99 折，现在是 98 折"), "\(several)")
        }
    }

    @Test func `is no lower than was approved before`() async throws {
        try await withSales { world in
            let low: KeyValuePairs = [
                "phone": SaleWorld.phone, "staff": "yunqi-anran", "scheme": "按揭",
                "discount": "96",
            ]
            let refused = try await world.refused("/units/1-101/quote", low, by: .anran)
            #expect(refused.contains("SAL-15"))
            try await world.granted(
                "/matters/discount", ["phone": SaleWorld.phone, "discount": "96"], by: .manager)
            let told = try await world.granted("/units/1-101/quote", low, by: .anran)
            #expect(told.contains("96 折"))
        }
    }

    @Test func `is about what is for sale, in one's own name`() async throws {
        try await withSales { world in
            try await world.refused(
                "/units/1-101/quote",
                [
                    "phone": SaleWorld.phone, "staff": "yunqi-anran", "scheme": "按揭",
                    "others": "1-201",
                ], by: .anran)
            let other = try await world.site.visitor(.baiyu).post("/units/1-101/quote", Self.quote)
            #expect(other.status == 400 && other.words.contains("用自己的名字"))
            let reserved = try await world.site.visitor(.anran).page("/units/1-201")
            #expect(!reserved.contains("data-act=\"quote\""))
            let form = try await world.site.visitor(.anran).page("/units/1-101")
            #expect(form.contains("data-act=\"quote\"") && form.contains("data-act=\"remark\""))
        }
    }

    @Test func `keeps nothing by a word alone`() async throws {
        try await withSales { world in
            let told = try await world.granted(
                "/units/1-101/remark", ["staff": "yunqi-anran"], by: .anran)
            #expect(told.contains("不算占用") && told.contains("SAL-07"))
            #expect(try await world.status() == .available)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Contracts in the drawer` {
    @Test func `are counted against the ledger`() async throws {
        try await withSales { world in
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await world.granted(
                "/sales/O-1/papers", ["move": "print", "count": "5", "staff": "yunqi-anran"],
                by: .clerk)
            let wrong = try await world.refused(
                "/sales/O-1/count-papers", ["count": "4"], by: .clerk)
            #expect(wrong.contains("台账应有 5 份，报的是 4 份"))
            let right = try await world.granted(
                "/sales/O-1/count-papers", ["count": "5"], by: .clerk)
            #expect(right.contains("抽屉里应有 5 份"))
        }
    }
}
