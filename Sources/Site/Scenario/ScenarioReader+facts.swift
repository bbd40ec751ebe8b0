import HouseRules
import Yams

extension ScenarioReader {
    /// The facts in order; moments must not go backwards.
    mutating func facts(
        _ node: Node?, _ scenario: Node, from start: inout Moment, hasStart: Bool
    ) -> [ScenarioFact] {
        guard let node else {
            reading.fault(scenario, "场景没有 facts，至少写一条事实。")
            return []
        }
        var facts: [ScenarioFact] = []
        var now: Moment?
        for item in reading.list(node, of: "facts（事实）") {
            for fact in self.facts(of: item, now: now ?? start) {
                if let before = now, fact.moment < before {
                    reading.fault(
                        item, "时刻 \(fact.moment.words) 早于上一条的 \(before.words)，事实要按先后写。")
                }
                if now == nil, fact.moment < start {
                    if hasStart {
                        reading.fault(item, "时刻早于 given 的 at（\(start.words)）。")
                    } else {
                        start = fact.moment
                    }
                }
                now = max(fact.moment, now ?? fact.moment)
                facts.append(fact)
            }
        }
        return facts
    }

    /// One entry; several people clocking in are several facts.
    private mutating func facts(of node: Node, now: Moment) -> [ScenarioFact] {
        let kinds = FactKind.allCases.map(\.rawValue)
        let fields = reading.openFields(node, of: "事实")
        guard case .mapping(let mapping) = node else { return [] }
        let named = fields.filter { kinds.contains($0.key) }
        guard named.count == 1, let main = named.first, let kind = FactKind(rawValue: main.key)
        else {
            complain(node, fields, named, kinds)
            return []
        }
        let known = kind.fields + FactKind.commonFields
        for field in fields where field.key != kind.rawValue && !known.contains(field.key) {
            reading.unknown(field, known: known, of: "\(kind.rawValue)（\(kind.label)）")
        }
        let moment = mapping["at"].flatMap { self.moment($0, of: "at（时刻）") } ?? now
        let actor = mapping["by"].flatMap { self.actor($0) }
        let commands = commands(kind, main, mapping, moment)
        let expected = expectations(kind, main, mapping)
        return commands.enumerated().map { index, item in
            ScenarioFact(
                kind: kind, subject: item.subject, command: item.command, moment: moment,
                actor: actor, expected: index == commands.count - 1 ? expected : [],
                line: reading.line(of: node))
        }
    }

    private mutating func complain(
        _ node: Node, _ fields: [YAMLField], _ named: [YAMLField], _ kinds: [String]
    ) {
        if named.count > 1 {
            let words = named.map(\.key).listed
            return reading.fault(node, "一条事实只能说一件事，这里写了 \(words)。请拆成几条。")
        }
        let others = Set(FactKind.allCases.flatMap(\.fields) + FactKind.commonFields)
        let stranger = fields.first { !others.contains($0.key) }
        guard let stranger else {
            return reading.fault(node, "这条事实没有说是什么事，可以写的有：\(kinds.listed)。")
        }
        reading.unknown(stranger, known: kinds, of: "事实")
    }

    private mutating func actor(_ node: Node) -> Actor? {
        guard let text = reading.text(node, of: "by（谁操作）") else { return nil }
        if people.contains(text) { return Actor(StaffID(text), .consultant) }
        if let role = Role(rawValue: text) { return Actor(StaffID(role.rawValue), role) }
        let known = Role.allCases.map(\.rawValue) + people.sorted()
        let near = nearest(to: text, among: known).map { "您是不是想写“\($0)”？" } ?? ""
        reading.fault(node, "by（谁操作）写了“\(text)”，不是场景里的人，也不是角色。\(near)")
        return nil
    }

    private mutating func expectations(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping
    ) -> [Expected] {
        if kind == .check { return expected(main.value, stateOnly: true) }
        return mapping["expect"].map { expected($0, stateOnly: false) } ?? []
    }
}
