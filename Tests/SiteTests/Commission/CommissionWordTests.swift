import Foundation
import Testing

@testable import HouseRules
@testable import Site

@Suite struct `Pay in words` {
    private static let may = BusinessDay(year: 2025, month: 5, day: 1)!
    private let names: Names = { $0 == "A" ? "安然" : "白榆" }

    private func line(
        _ kind: LineKind, deal: DealID? = "O-1", amount: Int64 = 300_00, rate: Int = 2500
    ) -> CommissionLine {
        CommissionLine(
            deal: deal, kind: kind, base: .yuan(120_000), perMillion: rate,
            amount: Money(fen: amount), paid: Money(fen: amount), deferred: Money(fen: 0))
    }

    private func statement(
        _ lines: [CommissionLine], staff: StaffID? = "A", score: Int? = 8050,
        deferred: Int64 = 0, payable: Int64 = 261_45, carried: Int64 = 0
    ) -> Statement {
        Statement(
            staff: staff, month: Self.may, lines: lines, gross: .yuan(300), fixed: .yuan(90),
            base: .yuan(210), score: score, variable: Money(fen: 169_05),
            deferred: Money(fen: deferred), adjustments: Money(fen: 0),
            payable: Money(fen: payable), carried: Money(fen: carried))
    }

    private func page(_ statement: Statement, sold: [DealID: SoldUnit] = [:]) -> String {
        plainWords(
            StatementPage(
                statement: statement, status: .draft, decision: "d-1", policy: CommissionPolicy(),
                orders: sold, names: names
            ).html.string)
    }

    @Test(arguments: [
        (LineKind.share(points: 3350), "份额 33.5%"), (.part(points: 250), "固定分成 2.5%"),
        (.override(of: "B"), "白榆的业绩"), (.clawback(of: may), "已退，收回"),
        (.moved(points: 0, of: may), "改判后份额 0%"),
    ])
    func `every line tells its deal, its way and its amount`(kind: LineKind, words: String) {
        let told = line(kind).sentence(names)
        #expect(told.hasPrefix("O-1：") && told.contains(words) && told.contains("¥300.00"))
        #expect(told.hasSuffix("。"))
    }

    @Test func `a correction tells its month, with no deal`() {
        let told = line(.correction("c", of: Self.may), deal: nil, amount: -50).sentence(names)
        #expect(told.hasPrefix("更正 ") && told.hasSuffix(" 那个月：-¥0.50。"), "\(told)")
    }

    @Test(arguments: [(2500, "2.5"), (2000, "2"), (1, "0.001"), (10, "0.01"), (12_345, "12.345")])
    func `a rate is told in thousandths without needless noughts`(rate: Int, words: String) {
        let told = line(.share(points: 10_000), rate: rate).working(nil, names)
        #expect(told.hasSuffix("× 千分之 \(words)"), "\(told)")
    }

    @Test func `a line tells the price of a unit that is known`() {
        let sold = SoldUnit(unit: "1-101", total: .yuan(1_200_000))
        #expect(line(.share(points: 5000)).working(sold, names).hasPrefix("成交价 ¥1,200,000.00，"))
        #expect(line(.share(points: 5000)).working(nil, names).hasPrefix("份额 50%"))
    }

    @Test func `a statement names the pool, the score, and what is left for later`() {
        let pool = statement([], staff: nil, score: nil)
        #expect(pool.sentence(names).hasPrefix("奖金池：提成 ¥300.00"))
        #expect(!pool.sentence(names).contains("考评"))
        #expect(page(pool).contains("奖金池，2025 年 5 月") && page(pool).contains("不打分，V 全发"))
        #expect(page(pool).contains("没有一行"))
        let later = page(statement([line(.share(points: 10_000))], deferred: 90_00))
        #expect(later.contains("挂账 F 以后发 −¥90.00") && later.contains("实发 浮动 + 扣回与更正"))
        let short = page(statement([line(.clawback(of: Self.may))], payable: 0, carried: -1))
        #expect(short.contains("转到下月扣 本月不够扣的 -¥0.01"))
    }

    @Test func `no name and no unit brings markup onto the page`() {
        let odd = StatementPage(
            statement: statement([line(.override(of: "B"), deal: "<i>O")]), status: .locked,
            decision: "d", policy: CommissionPolicy(),
            orders: ["<i>O": SoldUnit(unit: "<u>1", total: .yuan(1))],
            names: { _ in "<script>x</script>" }
        ).html.string
        for bad in ["<i>", "<u>", "<script>"] { #expect(!odd.contains(bad)) }
        #expect(odd.contains("&lt;script&gt;"))
    }

    @Test func `every refusal says what to do next`() {
        let refusals: [CommissionRefusal] = [
            .schemeNotWhole, .numberTaken("s"), .noScheme(Self.may), .scoreOutOfRange,
            .scoreNotPublished(["A", "B"]), .noRate(["O-1"]), .sharesMissing(["O-1", "O-2"]),
            .monthLocked(Self.may), .notApproved(Self.may), .monthOpen(Self.may), .noteMissing,
        ]
        let sentences = refusals.map { $0.sentence(names: names) }
        #expect(Set(sentences).count == refusals.count)
        for sentence in sentences { #expect(sentence.hasSuffix("。"), "\(sentence)") }
        #expect(sentences[4].contains("安然、白榆") && sentences[6].contains("O-1、O-2"))
        #expect(Set(refusals.map(\.code)).count == refusals.count)
    }

    @Test func `the file of a month has every line and a sum for everybody`() throws {
        let file = PayFile(
            month: Self.may,
            statements: [
                statement([line(.share(points: 5000)), line(.override(of: "B"))]),
                statement([line(.part(points: 500))], staff: nil, score: nil),
            ], names: names)
        let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: place) }
        try Data(try file.workbook("=1+1").bytes()).write(to: place)
        let rows = try SheetTable(place).rows.map(\.fields)
        #expect(rows.first?.first == "=1+1")
        let listed = rows.dropFirst(2)
        #expect(listed.map(\.[0]) == ["安然", "安然", "安然", "奖金池", "奖金池"])
        #expect(listed.map(\.[3]) == ["OWN-38", "SAT-37", "SAT-37", "SAT-37", "SAT-37"])
        #expect(listed.filter { $0[1] == "合计" }.map(\.[6]) == ["¥261.45", "¥261.45"])
        let sums = listed.filter { $0[1] == "合计" }.map(\.[2])
        #expect(sums.first?.hasPrefix("考评 80.5 分，固定 ¥90.00") == true)
        #expect(sums.last?.hasPrefix("固定 ¥90.00") == true)
    }
}

@Suite struct `A deal that is somebody else's since it was paid` {
    private static let may = BusinessDay(year: 2025, month: 5, day: 1)!

    private func state(paid: [PaidCommission]) -> SiteState {
        var state = SiteState()
        for part in paid { state.commission.paid[part.deal, default: []].append(part) }
        return state
    }

    @Test func `is none that nobody ever attributed, and none without shares`() {
        let share = PaidCommission("O-1", "A", month: Self.may, paid: .yuan(1), points: 10_000)
        let pool = PaidCommission("O-2", nil, month: Self.may, paid: .yuan(1))
        #expect(state(paid: [share, pool]).movedDeals.isEmpty)
        #expect(SiteState().movedDeals.isEmpty)
    }
}
