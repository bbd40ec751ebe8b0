import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// A site on which 1-101 was sold in June, with a scheme and the consultant's score.
struct PayWorld {
    let sales: SaleWorld

    var site: ServedSite { sales.site }

    /// Ordered, signed and paid to the last fen unless less is said; the contract is signed.
    func sell(_ unit: String = "1-101", rest: String? = "1168000") async throws {
        try await subscribe(unit)
        try await signContract()
        if let rest { try await pay(rest) }
    }

    func subscribe(_ unit: String = "1-101") async throws {
        try await sales.order(of: unit)
        try await sales.granted(
            "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
    }

    func pay(_ yuan: String) async throws {
        try await sales.granted(
            "/sales/O-1/receipt", ["kind": "payment_receipt", "amount": yuan], by: .till)
    }

    func signContract() async throws {
        try await sales.granted("/sales/O-1/signing", ["at": "2025-06-05T10:00"], by: .anran)
        try await sales.granted(
            "/sales/O-1/contract", ["template": "2025", "staff": "yunqi-anran"], by: .anran)
        try await sales.granted(
            "/sales/O-1/contract-review", ["staff": "yunqi-baiyu"], by: .baiyu)
        try await sales.granted("/sales/O-1/sign-contract", [:], by: .anran)
    }

    func adopt(_ basis: String = "receipt") async throws {
        try await sales.granted(
            "/commission/schemes",
            ["slip": "方案一", "from": "2025-06", "basis": basis, "rates": "房 0 2\nA 0 3"],
            by: .manager)
        try await score("2025-06")
    }

    func score(_ month: String) async throws {
        try await sales.granted(
            "/commission/scores", ["month": month, "staff": "yunqi-anran", "score": "80"],
            by: .clerk)
    }

    @discardableResult
    func workOut(_ month: String) async throws -> String {
        try await sales.granted("/commission/months", ["month": month], by: .clerk)
    }

    func lock(_ month: String) async throws {
        try await sales.granted("/commission/\(month)/steps", ["step": "approve"], by: .manager)
        try await sales.granted("/commission/\(month)/steps", ["step": "lock"], by: .clerk)
    }

    func words(_ person: ServedSite.Person, _ path: String) async throws -> String {
        plainWords(try await site.visitor(person).page(path))
    }

    func status(_ person: ServedSite.Person, _ path: String) async throws -> Int {
        try await site.visitor(person).get(path).status
    }

    /// From the report to the money that is back.
    func cancel() async throws {
        try await sales.granted("/sales/O-1/cancel", [:], by: .anran)
        try await sales.granted(
            "/sales/O-1/cancel-review", ["cause": "customer_fault"], by: .manager)
        try await sales.granted("/sales/O-1/cancel-submit", [:], by: .manager)
        try await sales.granted("/sales/O-1/cancel-approve", ["document": "K-1"], by: .manager)
        try await sales.granted("/sales/O-1/cancel-execute", [:], by: .till)
    }

    /// 30% of it are given to 白榆 after the ruling.
    func award() async throws {
        let cases = CaseWorld(site: site)
        try await cases.done(
            "/adjudications/O-1/contest",
            ["id": "q1", "staff": "yunqi-baiyu", "note": "我也谈过"], by: .baiyu)
        #expect(try await cases.step("escalate", ["note": "谈不拢"]).status == 303)
        #expect(try await cases.step("award", CaseWorld.award).status == 303)
    }
}

private func withPay(_ body: (PayWorld) async throws -> Void) async throws {
    try await withSales { try await body(PayWorld(sales: $0)) }
}

@Suite(.timeLimit(.minutes(15))) struct `Pay that follows from orders` {
    @Test func `an order signed and paid for is a line of its consultant's statement`()
        async throws
    {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            // 1,188,000.00 × 3‰; 30% of it are fixed, 70% go by the score of 80.
            let month = try await world.workOut("2025-06")
            #expect(month.contains("安然 ¥3,564.00 80 ¥3,065.04 —"), "\(month)")
            #expect(month.contains("实发合计 ¥3,065.04"))
            let own = try await world.words(.anran, "/statements/2025-06")
            #expect(own.contains("O-1 1-101 成交价 ¥1,188,000.00，份额 100%"), "\(own)")
            #expect(own.contains("× 千分之 3 OWN-38 ¥3,564.00 ¥3,065.04"), "\(own)")
            #expect(own.contains("固定 F C × 30%，四舍五入到分 ¥1,069.20"))
            #expect(own.contains("浮动 V × 考评 80 分 ÷ 100，四舍五入到分 ¥1,995.84"))
        }
    }

    @Test func `a part of the price is no pay until the rest came, unless the signing counts`()
        async throws
    {
        try await withPay { world in
            try await world.sell(rest: "1167999.99")
            try await world.adopt()
            #expect(try await world.workOut("2025-06").contains("没有人有提成"))
            try await world.pay("0.01")
            #expect(try await world.workOut("2025-06").contains("¥3,065.04"))
        }
        try await withPay { world in
            try await world.sell(rest: nil)
            try await world.adopt("signing")
            #expect(try await world.workOut("2025-06").contains("¥3,065.04"))
        }
    }

    @Test func `money without a contract is no pay`() async throws {
        try await withPay { world in
            try await world.subscribe()
            try await world.pay("1168000")
            try await world.adopt()
            #expect(try await world.workOut("2025-06").contains("没有人有提成"))
            let program = try await world.site.program(.clerk)
            let months = try await program.get("/api/v1/commission")
            #expect(
                months.text.contains(
                    #"{"month":"2025-06","payable":0,"people":0,"status":"draft"}"#),
                "\(months.text)")
            let month = try await program.get("/api/v1/commission/2025-06")
            #expect(month.status == 200 && month.text.contains(#""people":[]"#))
            #expect(try await program.get("/api/v1/commission/2025-05").status == 404)
        }
    }

    @Test func `a cancelled order takes back what was really paid, and the rest next month`()
        async throws
    {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            try await world.workOut("2025-06")
            try await world.lock("2025-06")
            world.site.clock.advance(by: .seconds(30 * 86_400))
            try await world.cancel()
            let july = try await world.workOut("2025-07")
            #expect(july.contains("安然 ¥0.00 — ¥0.00 -¥3,065.04"), "\(july)")
            let own = try await world.words(.anran, "/statements/2025-07")
            #expect(own.contains("退房，收回2025 年 6 月实发的数 OWN-28 -¥3,065.04"), "\(own)")
            #expect(own.contains("转到下月扣 本月不够扣的 -¥3,065.04"))
            try await world.lock("2025-07")
            #expect(
                try await world.site.book.state.commission.corrections.map(\.amount.fen)
                    == [-306_504])
            // Nothing is taken back twice.
            let august = try await world.workOut("2025-08")
            #expect(august.contains("安然 ¥0.00 — ¥0.00 -¥3,065.04"), "\(august)")
        }
    }

    @Test func `an order cancelled in the month it was paid for is no pay at all`() async throws {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            try await world.cancel()
            #expect(try await world.workOut("2025-06").contains("没有人有提成"))
        }
    }

    @Test func `a deal ruled to be another's after the lock is split anew`() async throws {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            try await world.workOut("2025-06")
            try await world.lock("2025-06")
            try await world.award()
            for _ in 1...2 {
                let july = try await world.workOut("2025-07")
                #expect(july.contains("白榆 ¥0.00 — ¥919.51 —"), "\(july)")
                #expect(july.contains("安然 ¥0.00 — ¥0.00 -¥919.51"), "\(july)")
            }
            let told = try await world.words(.baiyu, "/statements/2025-07")
            #expect(told.contains("改判后份额 30%，2025 年 6 月发的总数按新份额重分"), "\(told)")
            try await world.lock("2025-07")
            let august = try await world.workOut("2025-08")
            #expect(!august.contains("白榆"), "\(august)")
        }
    }

    @Test func `a unit swapped for a dearer one counts only once that one is paid`() async throws {
        try await withPay { world in
            try await world.subscribe("1-102")
            try await world.pay("1087606.80")
            try await world.sales.granted(
                "/sales/O-1/swap", ["id": "c-1", "unit": "1-101", "staff": "yunqi-anran"],
                by: .anran)
            try await world.sales.granted(
                "/sales/O-1/change-approve", ["change": "c-1", "document": "K"], by: .manager)
            try await world.signContract()
            try await world.adopt()
            #expect(try await world.workOut("2025-06").contains("没有人有提成"))
            try await world.pay("80393.20")
            #expect(try await world.workOut("2025-06").contains("安然 ¥3,564.00"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A month of pay` {
    @Test func `in which nobody gets any is approved and locked like any other`() async throws {
        try await withPay { world in
            try await world.adopt()
            #expect(try await world.words(.clerk, "/commission/2025-06").contains("还没有核算"))
            try await world.workOut("2025-06")
            let list = try await world.words(.clerk, "/commission")
            #expect(list.contains("2025 年 6 月 0 ¥0.00 已核算，待批准"), "\(list)")
            try await world.sales.refused("/commission/months", ["month": "2025-07"], by: .clerk)
            #expect(try await world.words(.manager, "/commission/2025-06").contains("批准后由内业锁定"))
            try await world.lock("2025-06")
            let locked = try await world.words(.manager, "/commission/2025-06")
            #expect(locked.contains("已锁定") && locked.contains("更正"))
            #expect(try await world.workOut("2025-07").contains("没有人有提成"))
        }
    }

    @Test func `is worked out once however often the form is sent`() async throws {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            let clerk = try await world.site.visitor(.clerk)
            let form: KeyValuePairs = ["id": "m-1", "month": "2025-06"]
            let first = try await clerk.post("/commission/months", form)
            let entries = try await world.site.count("journal")
            #expect(try await clerk.post("/commission/months", form).location == first.location)
            #expect(try await world.site.count("journal") == entries)
            #expect(try await world.site.count("statement_row") == 1)
            let other = try await clerk.post(
                "/commission/months", ["id": "m-1", "month": "2025-07"])
            #expect(other.status == 409)
        }
    }

    @Test func `that is locked takes no new score, no second work, only corrections`()
        async throws
    {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            try await world.workOut("2025-06")
            try await world.sales.refused("/commission/2025-06/steps", ["step": "lock"], by: .clerk)
            try await world.lock("2025-06")
            let again = try await world.sales.refused(
                "/commission/months", ["month": "2025-06"], by: .clerk)
            #expect(again.contains("已锁定。请用更正"))
            try await world.sales.refused(
                "/commission/scores",
                ["month": "2025-06", "staff": "yunqi-anran", "score": "99"], by: .clerk)
            try await world.sales.granted(
                "/commission/2025-06/corrections",
                ["staff": "yunqi-anran", "amount": "−100.5", "note": "<b>多发</b>"], by: .manager)
            let page = try await world.site.visitor(.manager).page("/commission/2025-06")
            #expect(page.contains("-¥100.50 &lt;b&gt;多发&lt;/b&gt;"))
            let july = try await world.workOut("2025-07")
            #expect(july.contains("安然 ¥0.00 — ¥0.00 -¥100.50"), "\(july)")
        }
    }

    @Test(arguments: [
        ["amount": "1.005", "staff": "yunqi-anran"], ["amount": "--5", "staff": "yunqi-anran"],
        ["amount": "", "staff": "yunqi-anran"], ["amount": "1e3", "staff": "yunqi-anran"],
        ["amount": "99999999999", "staff": "yunqi-anran"], ["amount": "5", "staff": "nobody"],
        ["amount": "5", "staff": "' OR 1=1 --"],
    ])
    func `is corrected only by plain figures for somebody of the site`(sent: [String: String])
        async throws
    {
        try await withPay { world in
            try await world.adopt()
            try await world.workOut("2025-06")
            try await world.lock("2025-06")
            let answer = try await world.site.visitor(.manager).post(
                "/commission/2025-06/corrections",
                ["amount": sent["amount"] ?? "", "staff": sent["staff"] ?? "", "note": "更正"])
            #expect(answer.status == 422, "\(answer.words)")
            #expect(try await world.site.book.state.commission.corrections.isEmpty)
        }
    }

    @Test(arguments: ["2025-13", "2025-6", "june", "2025-06-15", "0000-01"])
    func `that is none is not found on any page`(month: String) async throws {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            for path in ["/commission?month=\(month)", "/commission/\(month)"] {
                #expect(try await clerk.get(path).status == 400, "\(path)")
            }
            #expect(try await clerk.get("/statements/\(month)").status == 400)
            #expect(try await clerk.post("/commission/months", ["month": month]).status == 422)
            #expect(
                try await clerk.post("/commission/\(month)/steps", ["step": "lock"]).status == 422)
            #expect(try await site.visitor(.auditor).page("/commission?month=9999-12") != "")
        }
    }

    @Test(arguments: ["-1", "80.555", "八十", "1e2"])
    func `takes only plain scores, and keeps those that came before`(score: String) async throws {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            let answer = try await clerk.post(
                "/commission/scores",
                [
                    "month": "2025-06", "staff": "yunqi-anran", "score": "70",
                    "staff": "yunqi-baiyu", "score": score,
                ])
            #expect(answer.status == 422)
            let scores = try await site.book.state.commission.scores.values.first
            #expect(scores?["yunqi-baiyu"] == nil)
            let above = try await clerk.follow(
                "/commission/scores",
                ["month": "2025-06", "staff": "yunqi-baiyu", "score": "100.01"])
            #expect(above.contains("notice tone-stop"))
        }
    }

    @Test func `is for those who keep pay; everybody else has their own statement`() async throws {
        try await withPay { world in
            try await world.sell()
            try await world.adopt()
            try await world.workOut("2025-06")
            let anran = "/statements/2025-06?staff=yunqi-anran"
            for person in [ServedSite.Person.clerk, .manager, .auditor] {
                #expect(try await world.status(person, anran) == 200, "\(person)")
            }
            for person in [ServedSite.Person.baiyu, .supervisor, .till, .desk] {
                #expect(try await world.status(person, anran) == 403, "\(person)")
            }
            #expect(try await world.status(.anran, anran) == 200)
            #expect(try await world.status(.anran, "/statements/2025-06?staff=") == 403)
            #expect(try await world.status(.clerk, "/statements/2025-06?staff=") == 404)
            #expect(try await world.words(.baiyu, "/statements").contains("还没有提成单"))
            let kept = try await world.site.visitor(.anran).post(
                "/commission/2025-06/steps", ["step": "approve"])
            #expect(kept.status == 403)
            try await world.sales.refused(
                "/commission/2025-06/steps", ["step": "approve"], by: .clerk)
            let odd = try await world.site.visitor(.clerk).post(
                "/commission/2025-06/steps", ["step": "unlock"])
            #expect(odd.status == 400)
        }
    }
}
