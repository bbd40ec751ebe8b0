import HouseRules

/// A commission scheme as it is typed: lines of words and figures, each refused with its number.
struct SchemeForm: Sendable {
    let scheme: CommissionScheme

    /// - Throws: `Problem` that says which line is wrong, and how it should be written.
    init(_ fields: FormFields, _ directory: StaffDirectory) throws(Problem) {
        guard let slip = fields.text("slip"), slip.utf8.count <= 60 else {
            throw .fault("slip", "请填方案编号，最多 20 个汉字。")
        }
        var override = 0
        if let text = fields.text("override") { override = try Self.perMillion(text, "override") }
        guard let basis = CommissionBasis(rawValue: fields.text("basis") ?? "") else {
            throw .fault("basis", "请选什么时候计。")
        }
        scheme = CommissionScheme(
            SlipID(slip), from: try Self.month(fields.text("from"), field: "from"), basis: basis,
            rates: try Self.rates(fields["rates"]), overridePerMillion: override,
            heads: try Self.heads(fields["heads"], directory),
            others: try Self.others(fields["others"], directory))
    }

    /// `2025-06` as the first day of the month.
    static func month(
        _ text: String?, field: String = "month"
    ) throws(Problem) -> BusinessDay {
        guard let text, let day = BusinessDay(text + "-01") else {
            throw .fault(field, "月份写成 2025-06 这样。")
        }
        return day
    }

    /// Who leads whom; nobody has two heads.
    private static func heads(
        _ text: String?, _ directory: StaffDirectory
    ) throws(Problem) -> [StaffID: StaffID] {
        var heads: [StaffID: StaffID] = [:]
        for (number, line) in lines(text) {
            let sides = line.split(whereSeparator: { $0 == "：" || $0 == ":" })
            guard sides.count == 2 else {
                throw .fault("heads", "带队第 \(number) 行要写成“组长：组员、组员”。")
            }
            let head = try staff(sides[0], "heads", directory)
            let names = sides[1].split(whereSeparator: { "、，, ".contains($0) })
            guard !names.isEmpty else { throw .fault("heads", "带队第 \(number) 行没有写组员。") }
            for name in names {
                let member = try staff(name, "heads", directory)
                guard heads.updateValue(head, forKey: member) == nil else {
                    let name = trimmed(String(name))
                    throw .fault("heads", "带队第 \(number) 行的“\(name)”写过了，一人只归一队。")
                }
            }
        }
        return heads
    }

    private static func rates(_ text: String?) throws(Problem) -> [String: [RateTier]] {
        var rates: [String: [RateTier]] = [:]
        for (number, line) in lines(text) {
            let parts = line.split(whereSeparator: \.isWhitespace)
            guard parts.count == 3, let from = hundredths(String(parts[1])) else {
                throw .fault("rates", "提成率第 \(number) 行要写成“产品 从多少元起 千分之几”，中间用空格。")
            }
            rates[String(parts[0]), default: []].append(
                RateTier(
                    from: Money(fen: Int64(from)),
                    perMillion: try perMillion(String(parts[2]), "rates")))
        }
        return rates
    }

    private static func others(
        _ text: String?, _ directory: StaffDirectory
    ) throws(Problem) -> [Share] {
        var shares: [Share] = []
        for (number, line) in lines(text) {
            let parts = line.split(whereSeparator: \.isWhitespace)
            guard parts.count == 2, let points = hundredths(String(parts[1])) else {
                throw .fault(
                    "others", "固定分成第 \(number) 行要写成“姓名 百分之几”，奖金池写“奖金池”。")
            }
            let staff = parts[0] == "奖金池" ? nil : try staff(parts[0], "others", directory)
            shares.append(Share(staff, points))
        }
        return shares
    }

    /// `2.5` of a thousand as parts of a million.
    private static func perMillion(_ text: String, _ field: String) throws(Problem) -> Int {
        guard let hundredths = hundredths(text) else {
            throw .fault(field, "提成率写成千分之几，最多两位小数，如 2.5。")
        }
        return hundredths * 10
    }

    private static func staff(
        _ name: some StringProtocol, _ field: String, _ directory: StaffDirectory
    ) throws(Problem) -> StaffID {
        let name = trimmed(String(name))
        let found = directory.people.filter { $0.name == name }
        guard found.count == 1 else {
            throw .fault(
                field,
                found.isEmpty ? "没有叫“\(name)”的人员。" : "叫“\(name)”的不止一位，请先在人员里改名。")
        }
        return found[0].staff
    }

    private static func lines(_ text: String?) -> [(number: Int, line: String)] {
        (text ?? "").split(whereSeparator: \.isNewline).enumerated().compactMap { index, line in
            let line = trimmed(String(line))
            return line.isEmpty ? nil : (index + 1, line)
        }
    }
}
