import HouseRules
import Yams

/// Facts of deals and quarrels (OWN-22 … OWN-38).
extension ScenarioReader {
    mutating func adjudicationCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let slip = SlipID(name)
        let command: AdjudicationCommand? =
            switch kind {
            case .deal: deal(DealID(name), mapping, main)
            case .dealClaim: dealClaim(slip, mapping, main)
            case .verify: verification(slip, mapping, main)
            case .cross:
                buyer(mapping, main).map {
                    .settleCross(
                        slip, $0, designated: someone("designated", mapping), note: words(mapping))
                }
            case .poach: poaching(slip, mapping, main)
            case .approach, .sickLeave: about(kind, main, mapping, what)
            case .object:
                dealOf(mapping, main).flatMap { deal in
                    who("person", mapping, main).map {
                        .object(slip, deal, $0, note: words(mapping))
                    }
                }
            case .payOut: .payOut(DealID(name))
            case .quarrel:
                required("people", "谁", mapping, main).map {
                    .quarrel(slip, peopleList($0, of: "people（谁）"), note: words(mapping))
                }
            default: disputeCommand(kind, slip, mapping, main)
            }
        return command.map { [Asked(subject: name, command: .adjudication($0))] } ?? []
    }

    private mutating func disputeCommand(
        _ kind: FactKind, _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        switch kind {
        case .contest: return contest(slip, mapping, main)
        case .negotiate: return .negotiate(slip, note: words(mapping))
        case .agree: return .agree(slip, shares(mapping), note: words(mapping))
        case .escalate: return .escalate(slip, note: words(mapping))
        case .award:
            return .award(
                slip, shares(mapping), inapplicable: words(mapping, "inapplicable"),
                why: words(mapping))
        case .appeal:
            return who("person", mapping, main).map { .appeal(slip, $0, note: words(mapping)) }
        default: return nil
        }
    }

    private mutating func deal(
        _ deal: DealID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let customer = buyer(mapping, main), let staff = who("person", mapping, main) else {
            return nil
        }
        return .order(
            DealOrder(
                deal, of: customer, by: staff,
                signedAt: mapping["signed"].flatMap { moment($0, of: "signed（签约时刻）") },
                price: money("price", mapping), commission: money("commission", mapping),
                owner: someone("for", mapping)))
    }

    private mutating func dealClaim(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let customer = buyer(mapping, main), let staff = who("person", mapping, main) else {
            return nil
        }
        return .claimSameDay(slip, customer, staff, note: words(mapping))
    }

    private mutating func verification(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let deal = dealOf(mapping, main), let staff = who("person", mapping, main) else {
            return nil
        }
        return .verify(
            slip, deal, staff, designated: someone("designated", mapping), note: words(mapping))
    }

    private mutating func poaching(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let customer = buyer(mapping, main), let by = who("person", mapping, main),
            let from = who("from", mapping, main),
            let node = required("acts", "做了什么", mapping, main)
        else { return nil }
        let acts: [PoachAct] = reading.list(node, of: "acts（做了什么）").compactMap {
            reading.choice($0, of: "acts（做了什么）")
        }
        let measure: PoachMeasure? = mapping["measure"].flatMap {
            reading.choice($0, of: "measure（怎么处理）")
        }
        return .poach(
            PoachSlip(
                slip, by: by, from: from, customer, acts, measure ?? .fine, note: words(mapping)))
    }

    /// Facts whose main value is a person.
    private mutating func about(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> AdjudicationCommand? {
        guard let staff = person(main.value, of: what) else { return nil }
        if kind == .approach {
            guard let customer = buyer(mapping, main),
                let how: Approach = word("how", "怎么联系", mapping, main)
            else { return nil }
            let invited = mapping["invited"].flatMap { reading.flag($0, of: "invited（受邀）") }
            return .approach(staff, customer, how, invited: invited ?? false)
        }
        guard
            let from = required("from", "起日", mapping, main).flatMap({
                reading.day($0, of: "from（起日）")
            }),
            let until = required("until", "止日", mapping, main).flatMap({
                reading.day($0, of: "until（止日）")
            })
        else { return nil }
        return .takeSickLeave(
            SickLeave(staff, from: from, to: until, successor: someone("successor", mapping)))
    }

    private mutating func contest(
        _ slip: SlipID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let staff = who("person", mapping, main) else { return nil }
        let against = mapping["against"].map { peopleList($0, of: "against（对谁）") } ?? []
        let matter: DisputeMatter?
        if mapping["of"] != nil {
            matter = dealOf(mapping, main).map { .deal($0) }
        } else {
            matter = buyer(mapping, main).map { .customer($0) }
        }
        return matter.map { .contest(slip, $0, staff, against: against, note: words(mapping)) }
    }

    /// `shares: {A: 7000, C: 3000}` for both accounts, or one each.
    private mutating func shares(_ mapping: Node.Mapping) -> Shares {
        if let node = mapping["shares"] { return Shares(both: shares(node, "shares（份额）")) }
        return Shares(
            performance: mapping["performance"].map { shares($0, "performance（业绩）") } ?? [],
            commission: mapping["commission"].map { shares($0, "commission（提成）") } ?? [])
    }

    private mutating func shares(_ node: Node, _ what: String) -> [Share] {
        reading.openFields(node, of: what).compactMap { field in
            guard let staff = person(field.keyNode, of: what),
                let points = reading.whole(field.value, 0...100_000, of: what)
            else { return nil }
            return Share(staff, points)
        }
    }

    /// Whole fen.
    private mutating func money(_ key: String, _ mapping: Node.Mapping) -> Money {
        let fen = mapping[Node(key)].flatMap {
            reading.whole($0, 0...1_000_000_000_000, of: "\(key)（分）")
        }
        return Money(fen: Int64(fen ?? 0))
    }

    private mutating func dealOf(_ mapping: Node.Mapping, _ main: YAMLField) -> DealID? {
        required("of", "哪一单", mapping, main).flatMap {
            reading.text($0, of: "of（哪一单）")
        }.map { DealID($0) }
    }

    private mutating func buyer(_ mapping: Node.Mapping, _ main: YAMLField) -> PersonID? {
        required("customer", "客户", mapping, main).flatMap {
            reading.text($0, of: "customer（客户）")
        }.map { PersonID($0) }
    }

    private mutating func who(
        _ key: String, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> StaffID? {
        required(key, "谁", mapping, main).flatMap { person($0, of: "\(key)（谁）") }
    }

    private mutating func someone(_ key: String, _ mapping: Node.Mapping) -> StaffID? {
        mapping[Node(key)].flatMap { person($0, of: "\(key)（谁）") }
    }

    private mutating func words(_ mapping: Node.Mapping, _ key: String = "note") -> String {
        mapping[Node(key)].flatMap { reading.text($0, of: key) } ?? ""
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: AdjudicationCommand, in state: SiteState) -> Actor {
        switch command {
        case .order(let order): Actor(order.staff, .consultant)
        case .claimSameDay(_, _, let staff, _), .verify(_, _, let staff, _, _),
            .approach(let staff, _, _, _), .object(_, _, let staff, _),
            .contest(_, _, let staff, _, _), .appeal(_, let staff, _):
            Actor(staff, .consultant)
        case .settleCross: role(.frontDeskSecretary)
        case .payOut: role(.clericalStaff)
        case .poach, .takeSickLeave, .quarrel, .negotiate, .agree, .escalate, .award:
            role(.salesManager)
        }
    }
}
