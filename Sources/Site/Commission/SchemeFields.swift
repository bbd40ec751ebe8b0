import HouseRules

/// The inputs of a commission scheme, with what was typed before.
struct SchemeFields: Sendable {
    let typed: FormFields

    var html: HTML {
        let basis = SelectField(
            name: "basis", label: "什么时候计",
            choices: CommissionBasis.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: typed["basis"], isRequired: true)
        let rates = TextArea(
            name: "rates", label: "提成率", value: typed["rates"] ?? "",
            hint: "每行一档：产品、本人当月业绩从多少元起、千分之几，中间用空格。产品写户型名；没单独写的户型都按“房”。",
            isRequired: true)
        let heads = TextArea(
            name: "heads", label: "带队", value: typed["heads"] ?? "", hint: "每行一队：组长：组员、组员。")
        let others = TextArea(
            name: "others", label: "固定分成", value: typed["others"] ?? "",
            hint: "每行：姓名（或奖金池）、百分之几。其余按归属的份额分。")
        return """
            <div class="form-row">\(TextField(
                "slip", "方案编号", value: typed["slip"] ?? "", isRequired: true, maxLength: 20
            ).html)\
            \(TextField(
                "from", "从哪个月起", value: typed["from"] ?? "", hint: "写成 2025-06 这样。",
                isRequired: true, maxLength: 7).html)</div>
            \(basis.html)\(rates.html)\(TextField(
                "override", "带队提成，组员业绩的千分之几", value: typed["override"] ?? "",
                inputMode: "decimal", maxLength: 8).html)\
            \(heads.html)\(others.html)
            """
    }

    /// A scheme from nothing.
    static func blank(from month: BusinessDay) -> FormFields {
        fields([
            ("from", month.monthText), ("basis", CommissionBasis.receipt.rawValue),
            ("rates", "\(CommissionDeals.other) 0 2"),
        ])
    }

    /// A scheme as one would type it, to change some of it.
    static func text(
        of scheme: CommissionScheme, slip: String, from month: BusinessDay, _ names: Names
    ) -> FormFields {
        let rates = scheme.rates.sorted { $0.key < $1.key }.flatMap { product, tiers in
            tiers.map { "\(product) \(decimal(Int($0.from.fen))) \(decimal($0.perMillion / 10))" }
        }
        let heads = Dictionary(grouping: scheme.heads.keys, by: { scheme.heads[$0] })
            .compactMap { head, team in
                head.map { "\(names($0))：\(team.map(names).sorted().joined(separator: "、"))" }
            }.sorted()
        let others = scheme.others.map {
            "\($0.staff.map(names) ?? "奖金池") \(decimal($0.points))"
        }
        return fields([
            ("slip", slip), ("from", month.monthText), ("basis", scheme.basis.rawValue),
            ("rates", rates.joined(separator: "\n")),
            ("override", decimal(scheme.overridePerMillion / 10)),
            ("heads", heads.joined(separator: "\n")), ("others", others.joined(separator: "\n")),
        ])
    }

    private static func fields(_ pairs: [(String, String)]) -> FormFields {
        FormFields(pairs.map { FormFields.Pair(name: $0.0, value: $0.1) })
    }

    /// Every field of a scheme unseen, to hand it in again as it was typed.
    var hidden: HTML {
        let inputs: [HTML] = ["slip", "from", "basis", "rates", "override", "heads", "others"]
            .map { "<input type=\"hidden\" name=\"\($0)\" value=\"\(typed[$0] ?? "")\">" }
        return "\(inputs)"
    }
}
