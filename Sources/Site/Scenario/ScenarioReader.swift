import HouseRules
import Yams

/// Reads scenarios; collects every fault of the document.
struct ScenarioReader {
    typealias Packs = (String) throws(SourceFaults) -> PolicyPack

    var reading: YAMLReading
    let packs: Packs
    /// A pack to use instead of the one written.
    let policyOverride: String?
    /// People that may be named, new ones included as they join.
    var people: Set<String> = []
    /// The day of bare times.
    var date = BusinessDay(number: 0)

    init(
        file: String, lineOffset: Int = 0, policyOverride: String? = nil, packs: @escaping Packs
    ) {
        reading = YAMLReading(file: file, lineOffset: lineOffset)
        self.policyOverride = policyOverride
        self.packs = packs
    }

    /// The people of the catalogue's examples.
    static let usualStaff = ["A", "B", "C", "D"]
    /// The Monday of the catalogue's examples.
    static let usualDate = BusinessDay("2025-06-02") ?? BusinessDay(number: 0)

    /// One scenario; nil when its faults leave nothing to run.
    mutating func scenario(_ node: Node) -> Scenario? {
        let fields = reading.fields(node, known: FactKind.scenarioKeys, of: "场景")
        guard case .mapping = node else { return nil }
        let byKey = Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
        date = byKey["date"].flatMap { reading.day($0, of: "date（日期）") } ?? Self.usualDate
        let staff = staff(byKey["staff"])
        people = Set(staff)
        let title = title(byKey, node)
        let rule = byKey["rule"].flatMap { reading.text($0, of: "rule（规则号）") }
        let policyName =
            policyOverride ?? byKey["policy"].flatMap { reading.text($0, of: "policy（制度包）") }
            ?? "P001"
        let policies = policies(policyName, byKey, node)
        guard let policies, let first = policies.last(where: { $0.from <= date }) ?? policies.first
        else { return nil }
        var standing = Standing(ring: staff.map { StaffID($0) })
        standing.hasSheet = byKey["sheet"].flatMap { reading.flag($0, of: "sheet（是否已出表）") } ?? true
        standing.mechanism = first.policy.rotation.mechanism
        standing.mealUntil = date.at(first.policy.rotation.mealTo)
        var start = date.at(first.policy.rotation.publishTime)
        if let given = byKey["given"] { read(given, into: &standing, start: &start) }
        let order = standing.order
        standing.callOrder =
            first.policy.calls.order == .reverse ? Array(order.reversed()) : order
        let facts = facts(byKey["facts"], node, from: &start, hasStart: given(byKey, "at"))
        return Scenario(
            title: title, rule: rule, file: reading.file, line: reading.line(of: node),
            policyName: policyName, policies: policies, standing: standing, start: start,
            facts: facts)
    }

    private func given(_ byKey: [String: Node], _ key: String) -> Bool {
        byKey["given"]?.mapping?[key] != nil
    }

    private mutating func title(_ byKey: [String: Node], _ node: Node) -> String {
        guard let title = byKey["title"] ?? byKey["case"] else {
            reading.fault(node, "场景没有 title（cases 里写 case），请用一句话说它演的是什么。")
            return ""
        }
        return reading.text(title, of: "title（标题）") ?? ""
    }

    private mutating func staff(_ node: Node?) -> [String] {
        guard let node else { return Self.usualStaff }
        let names = reading.list(node, of: "staff（顾问）").compactMap {
            reading.text($0, of: "staff 里的名字")
        }
        if Set(names).count != names.count { reading.fault(node, "staff 里有人写了两遍。") }
        if names.isEmpty { reading.fault(node, "staff 里一个人也没有。") }
        return names
    }

    private mutating func policies(
        _ name: String, _ byKey: [String: Node], _ node: Node
    ) -> [DatedPolicy]? {
        let pack: PolicyPack
        do throws(SourceFaults) {
            pack = try packs(name)
        } catch {
            let first = error.faults.first.map(\.text) ?? ""
            reading.fault(byKey["policy"] ?? node, "制度包“\(name)”用不了：\(first)")
            return nil
        }
        var policies = pack.revisions.map { revision in
            var policy = revision.policy
            if let node = byKey["parameters"], !reading.isNull(node) {
                PolicyParameters.read(node, into: &policy, complete: false, &reading)
            }
            return DatedPolicy(from: revision.effectiveFrom, policy: policy)
        }
        if let node = byKey["revisions"] {
            for item in reading.list(node, of: "revisions（中途修订）") {
                if let next = revision(item, after: policies) { policies.append(next) }
            }
        }
        return policies
    }

    private mutating func revision(_ node: Node, after policies: [DatedPolicy]) -> DatedPolicy? {
        let fields = reading.fields(
            node, known: ["effective_from", "parameters"], of: "revisions 的一项")
        let byKey = Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
        guard let dayNode = byKey["effective_from"], let parameters = byKey["parameters"] else {
            reading.fault(node, "revisions 的一项要写 effective_from（生效日）和 parameters（参数）。")
            return nil
        }
        guard let day = reading.day(dayNode, of: "effective_from（生效日）"), let last = policies.last
        else { return nil }
        var policy = last.policy
        PolicyParameters.read(parameters, into: &policy, complete: false, &reading)
        return DatedPolicy(from: day, policy: policy)
    }

    /// A person of the scenario.
    mutating func person(_ node: Node, of what: String) -> StaffID? {
        guard let name = reading.text(node, of: what) else { return nil }
        guard people.contains(name) else {
            let near = nearest(to: name, among: people.sorted())
            let advice = near.map { "您是不是想写“\($0)”？" } ?? ""
            reading.fault(
                node, "\(what)写了“\(name)”，场景里没有这个人。\(advice)人都要写在 staff 里，新人先写 enroll。")
            return nil
        }
        return StaffID(name)
    }

    /// A list of people; null is nobody.
    mutating func peopleList(_ node: Node, of what: String) -> [StaffID] {
        if reading.isNull(node) { return [] }
        return reading.list(node, of: what).compactMap { person($0, of: what) }
    }

    /// A mapping from people to numbers.
    mutating func counts(_ node: Node, of what: String) -> [(StaffID, Int)] {
        if reading.isNull(node) { return [] }
        return reading.openFields(node, of: what).compactMap { field in
            guard let staff = person(field.keyNode, of: what),
                let count = reading.whole(field.value, 0...99, of: what)
            else { return nil }
            return (staff, count)
        }
    }

    /// A mapping from people to where they are.
    mutating func presences(_ node: Node, of what: String) -> [(StaffID, Presence)] {
        if reading.isNull(node) { return [] }
        return reading.openFields(node, of: what).compactMap { field in
            guard let staff = person(field.keyNode, of: what),
                let presence: Presence = reading.choice(field.value, of: what)
            else { return nil }
            return (staff, presence)
        }
    }

    /// `HH:MM[:SS]` of the day, or `YYYY-MM-DD HH:MM[:SS]`.
    mutating func moment(_ node: Node, of what: String) -> Moment? {
        guard let text = reading.text(node, of: what) else { return nil }
        let parts = text.split(separator: " ")
        if parts.count == 1, let moment = date.at(clock: parts[0]) { return moment }
        if parts.count == 2, let day = BusinessDay(parts[0]), let moment = day.at(clock: parts[1]) {
            return moment
        }
        reading.fault(
            node, "\(what)应当写成 10:05、10:05:30 或 2025-06-03 10:05 的样子，这里写的是“\(text)”。")
        return nil
    }
}

extension BusinessDay {
    /// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm` of this day; nil: none of these.
    fileprivate func at(clock text: Substring) -> Moment? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let time = TimeOfDay(parts[0]) else { return nil }
        guard parts.count == 2 else { return parts.count == 1 ? at(time) : nil }
        guard parts[1].count == 3, let milliseconds = Int64(parts[1]), milliseconds >= 0 else {
            return nil
        }
        return Moment(milliseconds: at(time).milliseconds + milliseconds)
    }
}
