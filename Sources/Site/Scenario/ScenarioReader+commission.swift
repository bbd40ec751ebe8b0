import HouseRules
import Yams

/// Facts of pay (SAT-37, OWN-28, OWN-38).
extension ScenarioReader {
    mutating func commissionCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: CommissionCommand? =
            switch kind {
            case .commissionScheme: scheme(SlipID(name), mapping, main).map { .adopt($0) }
            case .publishScore: score(main, mapping, what)
            case .commissionMonth:
                month(main.value).map { .workOut(month: $0, deals(mapping)) }
            case .approveMonth: month(main.value).map { .approve(month: $0) }
            case .lockMonth: month(main.value).map { .lock(month: $0) }
            default: correction(SlipID(name), mapping, main)
            }
        return command.map { [Asked(subject: name, command: .commission($0))] } ?? []
    }

    /// `2025-06`.
    private mutating func month(_ node: Node) -> BusinessDay? {
        guard let text = reading.text(node, of: "月份") else { return nil }
        if let day = BusinessDay(text + "-01") { return day }
        reading.fault(node, "月份应当写成 2025-06 的样子，这里写的是“\(text)”。")
        return nil
    }

    private mutating func scheme(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> CommissionScheme? {
        guard let from = required("from", "从哪个月起", mapping, main).flatMap({ month($0) }),
            let node = required("rates", "提成率", mapping, main)
        else { return nil }
        var scheme = CommissionScheme(slip, from: from, rates: [:])
        for field in reading.openFields(node, of: "rates（提成率）") {
            scheme.rates[field.key] = tiers(field.value)
        }
        if let node = mapping["basis"] {
            scheme.basis = reading.choice(node, of: "basis（何时计）") ?? scheme.basis
        }
        scheme.overridePerMillion = number("override", mapping) ?? 0
        if let node = mapping["heads"] {
            for field in reading.openFields(node, of: "heads（带队的人）") {
                guard let member = person(field.keyNode, of: "heads（带队的人）"),
                    let head = person(field.value, of: "heads（带队的人）")
                else { continue }
                scheme.heads[member] = head
            }
        }
        scheme.others = mapping["others"].map { parts($0) } ?? []
        return scheme
    }

    /// `2000`, or `{0: 2000, 100000000: 3000}`: from so many fen on, so many parts of a million.
    private mutating func tiers(_ node: Node) -> [RateTier] {
        let what = "rates（提成率）"
        if case .mapping = node {
            return reading.openFields(node, of: what).compactMap { field in
                guard let from = Int64(field.key),
                    let rate = reading.whole(field.value, 0...2_000_000, of: what)
                else { return nil }
                return RateTier(from: Money(fen: from), perMillion: rate)
            }
        }
        let rate = reading.whole(node, 0...2_000_000, of: what)
        return rate.map { [RateTier(from: Money(fen: 0), perMillion: $0)] } ?? []
    }

    /// `{A: 5000, pool: 5000}`.
    private mutating func parts(_ node: Node) -> [Share] {
        let what = "份额"
        return reading.openFields(node, of: what).compactMap { field in
            guard let points = reading.whole(field.value, 0...100_000, of: what) else { return nil }
            if field.key == "pool" { return Share(nil, points) }
            return person(field.keyNode, of: what).map { Share($0, points) }
        }
    }

    private mutating func deals(_ mapping: Node.Mapping) -> [CommissionDeal] {
        guard let node = mapping["deals"] else { return [] }
        return reading.list(node, of: "deals（成交）").compactMap { deal($0) }
    }

    private mutating func deal(_ node: Node) -> CommissionDeal? {
        let keys = [
            "deal", "product", "price", "shares", "performance", "commission", "signed",
            "received", "cancelled",
        ]
        _ = reading.fields(node, known: keys, of: "deals（成交）的一单")
        guard case .mapping(let row) = node,
            let name = row["deal"].flatMap({ reading.text($0, of: "deal（单号）") }),
            let signed = row["signed"].flatMap({ reading.day($0, of: "signed（签约日）") })
        else { return nil }
        let both = row["shares"].map { parts($0) } ?? []
        let price = row["price"].flatMap {
            reading.whole($0, 0...1_000_000_000_000, of: "price（分）")
        }
        return CommissionDeal(
            DealID(name),
            product: row["product"].flatMap { reading.text($0, of: "product") } ?? "房",
            price: Money(fen: Int64(price ?? 0)),
            shares: Shares(
                performance: row["performance"].map { parts($0) } ?? both,
                commission: row["commission"].map { parts($0) } ?? both),
            signed: signed,
            received: row["received"].flatMap { reading.day($0, of: "received（到账日）") },
            cancelled: row["cancelled"].flatMap { reading.day($0, of: "cancelled（退房日）") })
    }

    private mutating func score(
        _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> CommissionCommand? {
        guard let staff = person(main.value, of: what),
            let month = required("month", "月份", mapping, main).flatMap({ month($0) }),
            let score = number("score", mapping)
        else { return nil }
        return .publishScore(staff, month: month, score: score)
    }

    private mutating func correction(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> CommissionCommand? {
        guard let month = required("month", "月份", mapping, main).flatMap({ month($0) }),
            let staff = required("person", "谁", mapping, main).flatMap({
                person($0, of: "person（谁）")
            })
        else { return nil }
        let note = mapping["note"].flatMap { reading.text($0, of: "note（理由）") } ?? ""
        return .correct(
            CommissionCorrection(
                slip, staff, of: month, amount: Money(fen: Int64(number("amount", mapping) ?? 0)),
                note: note))
    }

    private mutating func number(_ key: String, _ mapping: Node.Mapping) -> Int? {
        mapping[Node(key)].flatMap {
            reading.whole($0, -1_000_000_000_000...1_000_000_000_000, of: key)
        }
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: CommissionCommand) -> Actor {
        switch command {
        case .adopt, .approve, .correct: role(.salesManager)
        case .publishScore, .workOut, .lock: role(.clericalStaff)
        }
    }
}
