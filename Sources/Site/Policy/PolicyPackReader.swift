import HouseRules
import Yams

/// Reads the mapping of a rule pack.
struct PolicyPackReader {
    static let headKeys = [
        "pack", "title", "base", "revision", "effective_from", "author", "note", "parameters",
        "clauses", "revisions",
    ]
    static let revisionKeys = ["revision", "effective_from", "author", "note", "parameters"]
    /// Every rule that a decision can name needs its clause in the house's words.
    static let ruledClauses =
        ((1...20).map { $0 } + (22...65).map { $0 }).map { Clause.rec($0).id } + ownedClauses
        + adjudicated + (43...54).map { Clause.own($0).id }
        + (1...37).map { Clause.sal($0).id }
        + (1...10).map { Clause.sel($0).id } + [36, 37].map { Clause.sat($0).id }
    /// Those of ownership.
    private static let ownedClauses =
        ((1...21).map { $0 } + [27, 32, 33, 36, 37] + (39...42).map { $0 } + [55, 56, 57])
        .map { Clause.own($0).id }

    var reading: YAMLReading

    init(file: String) { reading = YAMLReading(file: file) }

    /// The pack named by `base:`.
    mutating func base(of root: Node, _ bases: PolicyPack.Bases) throws(SourceFaults)
        -> PolicyPack?
    {
        guard case .mapping(let mapping) = root, let node = mapping["base"], !reading.isNull(node)
        else { return nil }
        guard let name = reading.text(node, of: "base（底本）") else { return nil }
        if let base = try bases(name) { return base }
        reading.fault(node, "找不到底本“\(name)”。底本是另一个制度包的 pack 名，应当与本文件放在一起。")
        return nil
    }

    /// The whole pack; nil when something essential is missing (with a fault).
    mutating func pack(_ root: Node, base: PolicyPack?) -> PolicyPack? {
        let fields = reading.fields(root, known: Self.headKeys, of: "制度包")
        let byKey = Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
        guard case .mapping = root else { return nil }
        require(["pack", "title", "effective_from", "author", "parameters"], byKey, root)
        let hasBase = byKey["base"].map { !reading.isNull($0) } ?? false
        let name = byKey["pack"].flatMap { reading.text($0, of: "pack（包名）") }
        let title = byKey["title"].flatMap { reading.text($0, of: "title（名称）") }
        let first = revision(byKey, root, after: nil, base: base, complete: !hasBase)
        var revisions = first.map { [$0] } ?? []
        if let list = byKey["revisions"], !reading.isNull(list) {
            for node in reading.list(list, of: "revisions（后来的修订）") {
                let fields = reading.fields(node, known: Self.revisionKeys, of: "修订")
                let byKey = Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
                require(
                    ["revision", "effective_from", "author", "note", "parameters"], byKey, node)
                if let next = revision(
                    byKey, node, after: revisions.last, base: nil, complete: false)
                {
                    revisions.append(next)
                }
            }
        }
        let clauses = clauses(byKey["clauses"], root, base: base, complete: !hasBase)
        guard let name, let title, !revisions.isEmpty else { return nil }
        return PolicyPack(
            name: name, title: title, base: base?.name, revisions: revisions, clauses: clauses)
    }

    private mutating func require(_ keys: [String], _ byKey: [String: Node], _ node: Node) {
        guard case .mapping = node else { return }
        for key in keys where byKey[key].map({ reading.isNull($0) }) ?? true {
            reading.fault(node, "少了 \(key)（\(Self.label[key] ?? key)），请补上。")
        }
    }

    private static let label = [
        "pack": "包名", "title": "名称", "effective_from": "生效日", "author": "录入人",
        "note": "修订说明", "parameters": "参数", "revision": "版次",
    ]

    private mutating func revision(
        _ byKey: [String: Node], _ place: Node, after last: PackRevision?, base: PolicyPack?,
        complete: Bool
    ) -> PackRevision? {
        let number =
            byKey["revision"].flatMap { reading.whole($0, 1...10_000, of: "revision（版次）") } ?? 1
        let day = byKey["effective_from"].flatMap {
            reading.isNull($0) ? nil : reading.day($0, of: "effective_from（生效日）")
        }
        let author = byKey["author"].flatMap { reading.text($0, of: "author（录入人）") } ?? ""
        let note =
            byKey["note"].flatMap {
                reading.isNull($0) ? nil : reading.text($0, of: "note（说明）")
            } ?? ""
        var policy = last?.policy ?? Policy()
        if let base, let day { policy = base.policy(at: day) }
        if let node = byKey["parameters"], !reading.isNull(node) {
            PolicyParameters.read(node, into: &policy, complete: complete, &reading)
        }
        guard let day else { return nil }
        if let last, day <= last.effectiveFrom, let node = byKey["effective_from"] {
            reading.fault(
                node, "生效日 \(day.text) 不晚于上一版的 \(last.effectiveFrom.text)，修订要按生效日先后写。")
        }
        if let last, number <= last.number, let node = byKey["revision"] {
            reading.fault(node, "版次 \(number) 不大于上一版的 \(last.number)，版次要一版比一版大。")
        }
        return PackRevision(
            number: number, effectiveFrom: day, author: author, note: note, policy: policy,
            hash: hex(sha256(PolicyParameters.canonical(policy))))
    }

    private mutating func clauses(
        _ node: Node?, _ root: Node, base: PolicyPack?, complete: Bool
    ) -> [String: ClauseText] {
        var clauses = base?.clauses ?? [:]
        if let node, !reading.isNull(node) {
            for field in reading.openFields(node, of: "clauses（条文）") {
                guard Self.isRuleID(field.key) else {
                    reading.unknown(field, known: Self.ruledClauses, of: "clauses（条文）")
                    continue
                }
                if let text = clause(field) { clauses[field.key] = text }
            }
        }
        guard complete else { return clauses }
        let missing = Self.ruledClauses.filter { clauses[$0] == nil }
        if !missing.isEmpty && reading.faults.isEmpty {
            reading.fault(
                node ?? root, "条文里少了 \(missing.listed)：判客单上要印这些条的原话，请补上。")
        }
        return clauses
    }

    private mutating func clause(_ field: YAMLField) -> ClauseText? {
        let parts = reading.fields(
            field.value, known: ["number", "title", "text"], of: "\(field.key) 这一条")
        guard case .mapping = field.value else { return nil }
        var words: [String: String] = [:]
        for part in parts {
            words[part.key] = reading.text(part.value, of: "\(field.key) 的 \(part.key)")
        }
        for key in ["number", "title", "text"] where !parts.contains(where: { $0.key == key }) {
            let name = ["number": "本站条号", "title": "标题", "text": "条文"][key] ?? key
            reading.fault(field.keyNode, "\(field.key) 这一条少了 \(key)（\(name)），请补上。")
        }
        guard let number = words["number"], let title = words["title"], let text = words["text"]
        else { return nil }
        return ClauseText(number: number, title: title, text: text)
    }

    static func isRuleID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && (2...3).contains(parts[0].count) && parts[1].count == 2
            && parts[0].allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            && parts[1].allSatisfy(\.isWholeNumber)
    }
}
