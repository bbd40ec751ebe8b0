import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// 1-101 was sold in June for 1,188,000.00; the scheme in force gives 3‰, the score is 80.
private func withPaid(_ body: (PayWorld) async throws -> Void) async throws {
    try await withSales { sales in
        let world = PayWorld(sales: sales)
        try await world.sell()
        try await world.adopt()
        try await body(world)
    }
}

private let path = "/commission/2025-06/trial"

@Suite(.timeLimit(.minutes(15))) struct `Trying other rates for a month` {
    private func draft(_ changes: [String: String] = [:]) -> KeyValuePairs<String, String> {
        func value(_ name: String, _ usual: String) -> String { changes[name] ?? usual }
        return [
            "slip": value("slip", "方案二"), "from": value("from", "2025-06"),
            "basis": value("basis", "receipt"), "rates": value("rates", "房 0 4.5"),
            "override": value("override", ""), "heads": value("heads", ""),
            "others": value("others", ""), "variable": value("variable", "70"),
            "rest": value("rest", "pay_now"), "score": value("score", ""),
        ]
    }

    private func tried(
        _ world: PayWorld, _ changes: [String: String] = [:]
    ) async throws -> String {
        let answer = try await world.site.visitor(.manager).post(path, draft(changes))
        #expect(answer.status == 200, "\(answer.words)")
        return plainWords(answer.text)
    }

    @Test func `shows everybody's pay under both, the difference, the sum and the clause`()
        async throws
    {
        try await withPaid { world in
            let words = try await tried(world)
            // 1,188,000.00 × 4.5‰ × (30% + 70% × 80%) = 4,597.56; at 3‰ it is 3,065.04.
            #expect(
                words.contains("安然 ¥3,065.04 ¥4,597.56 +¥1,532.52 OWN-38 SAT-37"), "\(words)")
            #expect(
                words.contains("实发合计 现行 ¥3,065.04，试算 ¥4,597.56，差额 +¥1,532.52"), "\(words)")
            #expect(words.contains("× 千分之 3，提成 ¥3,564.00，本月发 ¥3,065.04"))
            #expect(words.contains("× 千分之 4.5，提成 ¥5,346.00，本月发 ¥4,597.56"))
        }
    }

    @Test func `writes nothing, and keeps what was typed for adopting it`() async throws {
        try await withPaid { world in
            let before = try await world.site.book.state
            let answer = try await world.site.visitor(.manager).post(path, draft())
            #expect(try await world.site.book.state == before)
            #expect(try await world.site.count("statement_row") == 0)
            #expect(answer.text.contains("name=\"rates\" value=\"房 0 4.5\""))
            #expect(answer.text.contains("action=\"/commission/schemes\""))
        }
    }

    @Test func `begins with the scheme in force, which gives no difference`() async throws {
        try await withPaid { world in
            let page = try await world.site.visitor(.manager).page(path)
            #expect(page.contains("A 0 3\n房 0 2"))
            #expect(page.contains("value=\"方案一-改\""))
            #expect(page.contains("value=\"70\""))
            let words = try await tried(world, ["rates": "A 0 3\n房 0 2", "override": "0"])
            #expect(words.contains("安然 ¥3,065.04 ¥3,065.04 ¥0.00"), "\(words)")
        }
    }

    @Test func `tries the part that the score moves, and the rest kept on the books`()
        async throws
    {
        try await withPaid { world in
            // 3,564.00 at 3‰: half of it by 80 points is 1,782.00 + 1,425.60.
            let half = try await tried(world, ["rates": "A 0 3\n房 0 2", "variable": "50"])
            #expect(half.contains("安然 ¥3,065.04 ¥3,207.60 +¥142.56"), "\(half)")
            let kept = try await tried(world, ["rates": "A 0 3\n房 0 2", "rest": "defer"])
            #expect(kept.contains("安然 ¥3,065.04 ¥1,995.84"), "\(kept)")
        }
    }

    @Test func `shows a pool and a head who get nothing under the scheme in force`() async throws {
        try await withPaid { world in
            let words = try await tried(
                world,
                [
                    "rates": "房 0 3", "others": "奖金池 40", "override": "1", "heads": "白榆：安然",
                    "score": "100",
                ])
            // 40% of 3,564.00 for the pool; 1‰ of the sale for the head.
            #expect(words.contains("奖金池 ¥0.00 ¥1,425.60 +¥1,425.60"), "\(words)")
            #expect(words.contains("白榆 ¥0.00 ¥1,188.00 +¥1,188.00"), "\(words)")
            #expect(words.contains("没有这一行"))
        }
    }

    @Test(arguments: [
        (["rates": "房 0"], "提成率第 1 行"), (["variable": "101"], "零到一百"),
        (["variable": "x"], "零到一百"), (["rest": "never"], "什么时候发"),
        (["score": "100.5"], "考评分"), (["heads": "无此人：安然"], "没有叫“无此人”"),
        (["rates": "房 5 2"], "方案不完整"),
        (["override": "1", "heads": "白榆：安然"], "还没公布考评分：白榆"),
    ])
    func `says what is wrong and keeps what was typed`(
        wrong: [String: String], words: String
    ) async throws {
        try await withPaid { world in
            let answer = try await world.site.visitor(.manager).post(path, draft(wrong))
            #expect(answer.status == 422)
            #expect(answer.words.contains(words), "\(answer.words)")
            #expect(answer.text.contains("value=\"方案二\""))
        }
    }

    @Test func `is for months that are not locked, and for the manager alone`() async throws {
        try await withPaid { world in
            try await world.workOut("2025-06")
            try await world.lock("2025-06")
            let answer = try await world.site.visitor(.manager).post(path, draft())
            #expect(answer.status == 422 && answer.words.contains("已锁定"))
            for person in [ServedSite.Person.clerk, .anran] {
                #expect(try await world.status(person, path) == 403)
                let refused = try await world.site.visitor(person).post(path, draft())
                #expect(refused.status == 403)
            }
        }
    }

    @Test func `needs a scheme in force, and says so`() async throws {
        try await withSales { sales in
            let page = try await sales.site.visitor(.manager).page(path)
            #expect(plainWords(page).contains("这个月没有方案"))
            let answer = try await sales.site.visitor(.manager).post(path, draft())
            #expect(answer.status == 422 && answer.words.contains("还没有提成方案"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Pay for programs` {
    private let body = #"{"basis":"receipt","rates":[{"product":"房","from":0,"rate":4500}]}"#

    @Test func `tells months, a month and a statement as they are described`() async throws {
        try await withPaid { world in
            try await world.workOut("2025-06")
            let shipped = try APIDescription.shipped()
            let clerk = try await world.site.program(.clerk)
            let months = try await clerk.get("/api/v1/commission")
            #expect(try shipped.faults(of: months, to: "GET /api/v1/commission") == [])
            #expect(months.text.contains(#""payable":306504"#))
            let month = try await clerk.get("/api/v1/commission/2025-06")
            #expect(try shipped.faults(of: month, to: "GET /api/v1/commission/{id}") == [])
            #expect(month.text.contains(#""score":8000,"staff":"yunqi-anran""#), "\(month.text)")
            let own = try await world.site.program(.anran).get("/api/v1/statements/2025-06")
            #expect(try shipped.faults(of: own, to: "GET /api/v1/statements/{id}") == [])
            #expect(own.text.contains(#""clause":"OWN-38""#) && own.text.contains("356400"))
            #expect(try await clerk.get("/api/v1/commission/2025-05").status == 404)
            #expect(try await clerk.get("/api/v1/commission/june").status == 400)
        }
    }

    @Test func `tells nobody's statement to a colleague`() async throws {
        try await withPaid { world in
            try await world.workOut("2025-06")
            let other = "/api/v1/statements/2025-06?staff=yunqi-anran"
            let baiyu = try await world.site.program(.baiyu)
            #expect(try await baiyu.get(other).status == 403)
            #expect(try await baiyu.get("/api/v1/statements/2025-06").status == 404)
            #expect(try await baiyu.get("/api/v1/statements/2025-06?staff=").status == 403)
            #expect(try await baiyu.get("/api/v1/commission/2025-06").status == 403)
            #expect(try await world.site.program(.clerk).get(other).status == 200)
        }
    }

    @Test func `tries other rates for the manager, and refuses what it cannot read`()
        async throws
    {
        try await withPaid { world in
            let trials = "/api/v1/commission/2025-06/trials"
            let manager = try await world.site.program(.manager)
            let answer = try await manager.postJSON(trials, body)
            #expect(answer.status == 200, "\(answer.text)")
            let faults = try APIDescription.shipped().faults(
                of: answer, to: "POST /api/v1/commission/{id}/trials")
            #expect(faults == [])
            #expect(answer.text.contains(#""difference":153252"#), "\(answer.text)")
            for wrong in [
                #"{"basis":"sometimes","rates":[{"product":"房","from":0,"rate":1}]}"#,
                #"{"basis":"receipt","rates":[]}"#,
                #"{"basis":"receipt","rates":[{"product":"房","from":5,"rate":1}]}"#,
                #"{"basis":"receipt","rates":[{"product":"房","from":0,"rate":1}],"score":10001}"#,
                #"{"basis":"receipt","rates":[{"product":"房","from":0,"rate":1}],"rest":"x"}"#,
            ] {
                #expect(try await manager.postJSON(trials, wrong).status == 400, "\(wrong)")
            }
            let clerk = try await world.site.program(.clerk)
            #expect(try await clerk.postJSON(trials, body).status == 403)
            #expect(try await world.site.count("statement_row") == 0)
        }
    }
}
