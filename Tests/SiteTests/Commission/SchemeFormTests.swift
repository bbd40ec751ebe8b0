import HouseRules
import Testing

@testable import Site

@Suite struct `A commission scheme as it is typed` {
    /// The form comes back with this sentence at a field of its own.
    private func isRefused(
        _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws -> Any
    ) {
        let problem = #expect(throws: Problem.self, sourceLocation: sourceLocation) {
            _ = try body()
        }
        #expect(problem?.fields.map(\.sentence) == [sentence], sourceLocation: sourceLocation)
    }

    private static let directory = StaffDirectory([
        .init(staff: "A", name: "安然", role: .consultant, isActive: true),
        .init(staff: "B", name: "白榆", role: .consultant, isActive: true),
        .init(staff: "D1", name: "丁一", role: .consultant, isActive: true),
        .init(staff: "D2", name: "丁一", role: .consultant, isActive: true),
    ])

    private static let whole = [
        "slip": "方案一", "from": "2025-06", "basis": "signing", "rates": "房 0 2",
    ]

    private func scheme(_ changes: [String: String] = [:]) throws(Problem) -> CommissionScheme {
        let fields = Self.whole.merging(changes) { $1 }.sorted { $0.key < $1.key }
        let form = FormFields(fields.map { .init(name: $0.key, value: $0.value) })
        return try SchemeForm(form, Self.directory).scheme
    }

    @Test func `is read line by line`() throws {
        let read = try scheme([
            "rates": "房 0 2\n房 3000000.5 2.25\n车位 0 10", "override": "0.5",
            "heads": "安然：白榆", "others": "奖金池 5\n白榆 2.5",
        ])
        let expected = CommissionScheme(
            "方案一", from: BusinessDay(year: 2025, month: 6, day: 1)!, basis: .signing,
            rates: [
                "房": [
                    RateTier(from: Money(fen: 0), perMillion: 2000),
                    RateTier(from: Money(fen: 300_000_050), perMillion: 2250),
                ],
                "车位": [RateTier(from: Money(fen: 0), perMillion: 10_000)],
            ],
            overridePerMillion: 500, heads: ["B": "A"], others: [Share(nil, 500), Share("B", 250)])
        #expect(read == expected && read.isWhole)
    }

    @Test(arguments: ["房\t0\t2", "房　0　2", "  房  0  2  ", "\r\n\n房 0 2\r\n\n"])
    func `takes any blank between words and passes over empty lines`(rates: String) throws {
        let tier = RateTier(from: Money(fen: 0), perMillion: 2000)
        #expect(try scheme(["rates": rates]).rates == ["房": [tier]])
    }

    @Test func `takes either colon and any comma between the members of a team`() throws {
        #expect(try scheme(["heads": "安然:白榆"]).heads == ["B": "A"])
        for comma in ["、", "，", ",", " "] {
            isRefused("叫“丁一”的不止一位，请先在人员里改名。") {
                try scheme(["heads": "安然：白榆\(comma)丁一"])
            }
        }
    }

    @Test(arguments: [
        (["slip": " "], "请填方案编号，最多 20 个汉字。"),
        (["slip": String(repeating: "方", count: 21)], "请填方案编号，最多 20 个汉字。"),
        (["from": "2025-13"], "月份写成 2025-06 这样。"), (["from": "2025-6"], "月份写成 2025-06 这样。"),
        (["from": "2025-06-15"], "月份写成 2025-06 这样。"), (["from": ""], "月份写成 2025-06 这样。"),
        (["from": "２０２５-06"], "月份写成 2025-06 这样。"),
        (["basis": "whenever"], "请选什么时候计。"), (["basis": ""], "请选什么时候计。"),
        (["override": "-1"], "提成率写成千分之几，最多两位小数，如 2.5。"),
        (["override": "0.125"], "提成率写成千分之几，最多两位小数，如 2.5。"),
    ])
    func `says which field is wrong`(changes: [String: String], sentence: String) {
        isRefused(sentence) { try scheme(changes) }
    }

    @Test(arguments: ["房 0", "房 0 2 3", "房 -1 2", "房 0.001 2", "房 一 2", "房 12345678901 2"])
    func `names the line of a rate that is wrong`(line: String) {
        isRefused("提成率第 3 行要写成“产品 从多少元起 千分之几”，中间用空格。") {
            try scheme(["rates": "车位 0 1\n房 0 2\n\(line)"])
        }
    }

    @Test(arguments: ["-2", "2.555", "2,5", "２", "1e3", "<b>"])
    func `takes only plain figures for a rate`(rate: String) {
        isRefused("提成率写成千分之几，最多两位小数，如 2.5。") {
            try scheme(["rates": "房 0 \(rate)"])
        }
    }

    @Test(arguments: [
        ("安然", "带队第 2 行要写成“组长：组员、组员”。"),
        ("安然：白榆：丁一", "带队第 2 行要写成“组长：组员、组员”。"),
        ("安然：、", "带队第 2 行没有写组员。"), ("无此人：白榆", "没有叫“无此人”的人员。"),
        ("安然：<script>", "没有叫“<script>”的人员。"),
        ("丁一：安然", "叫“丁一”的不止一位，请先在人员里改名。"),
        ("白榆：白榆", "带队第 2 行的“白榆”写过了，一人只归一队。"),
    ])
    func `names the line of a team that is wrong`(line: String, sentence: String) {
        isRefused(sentence) {
            try scheme(["heads": "安然：白榆\n\(line)"])
        }
    }

    @Test(arguments: ["奖金池", "奖金池 -5", "奖金池 5 %", "奖金池 5.555", "奖金池 五"])
    func `names the line of a fixed part that is wrong`(line: String) {
        isRefused("固定分成第 1 行要写成“姓名 百分之几”，奖金池写“奖金池”。") {
            try scheme(["others": line])
        }
    }

    @Test(arguments: [
        ["rates": ""], ["rates": "房 1 2"], ["rates": "房 0 2\n房 0 3"],
        ["rates": "房 0 1000.01"], ["override": "1000.01"], ["others": "奖金池 100"],
        ["others": "奖金池 0"], ["heads": "安然：安然"],
    ])
    func `that does not hold together is for the rules to refuse`(
        changes: [String: String]
    ) throws {
        #expect(try !scheme(changes).isWhole)
    }
}
