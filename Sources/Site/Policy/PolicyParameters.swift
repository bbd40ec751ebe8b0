import HouseRules
import Yams

/// Reads a `parameters:` mapping into a policy: packs, later revisions and scenarios share it.
enum PolicyParameters {
    /// `complete`: a table must have a row for everything (a pack that stands on its own).
    static func read(
        _ node: Node, into policy: inout Policy, complete: Bool, _ reading: inout YAMLReading
    ) {
        let fields = reading.openFields(node, of: "parameters（参数）")
        for field in fields {
            guard let parameter = PolicyParameter.named(field.key) else {
                unknown(field, &reading)
                continue
            }
            parameter.read(field.value, into: &policy, complete: complete, &reading)
        }
        let places = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
        PolicyConflicts(places: places, whole: node).check(policy, &reading)
    }

    private static func unknown(_ field: YAMLField, _ reading: inout YAMLReading) {
        let byLabel = PolicyParameter.all.first { $0.label == field.key }?.key
        let near = byLabel ?? nearest(to: field.key, among: PolicyParameter.all.map(\.key))
        let advice =
            near.map { "您是不是想写“\($0)”（\(PolicyParameter.named($0)?.label ?? "")）？" }
            ?? "全部参数见 docs/policy.md。"
        reading.fault(field.keyNode, "没有“\(field.key)”这个参数。\(advice)")
    }

    /// The canonical text of a policy, one `key=value` line per parameter, keys in order.
    static func canonical(_ policy: Policy) -> String {
        PolicyParameter.all.map { "\($0.key)=\($0.text(policy))" }.sorted()
            .joined(separator: "\n")
    }
}
