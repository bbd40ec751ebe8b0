import HouseRules

/// The report of `anchang policy check FILE`.
public enum PolicyCheck {
    /// Checks a file whose bases lie in `folder`.
    public static func report(file: String, folder: PolicyFolder) -> CommandReport {
        do throws(SourceFaults) {
            let pack = try folder.pack(file: file)
            return CommandReport(summary(pack, file: file), exitCode: 0)
        } catch {
            let text = error.text + "\n共 \(error.faults.count) 处要改，改好之前这个制度包不会生效。"
            return CommandReport(text, exitCode: 2)
        }
    }

    private static func summary(_ pack: PolicyPack, file: String) -> String {
        var lines = ["\(file)：没有问题。", "\(pack.name) \(pack.title)"]
        if let base = pack.base { lines.append("底本 \(base)") }
        for revision in pack.revisions {
            lines.append(
                "第 \(revision.number) 版，\(revision.effectiveFrom.fullWords) 起，\(revision.author)"
                    + (revision.note.isEmpty ? "" : "：\(revision.note)"))
            lines.append("  指纹 \(revision.hash)")
            lines += changes(revision.policy).map { "  " + $0 }
        }
        lines.append("条文 \(pack.clauses.count) 条。")
        return lines.joined(separator: "\n")
    }

    /// What differs from the defaults, as sentences.
    private static func changes(_ policy: Policy) -> [String] {
        let plain = Policy()
        return PolicyParameter.all.filter { $0.text(policy) != $0.text(plain) }.map { parameter in
            parameter.put == nil
                ? "\(parameter.label)（\(parameter.key)）与默认不同"
                : "\(parameter.label)（\(parameter.key)）= \(parameter.text(policy))，"
                    + "默认 \(parameter.text(plain))"
        }
    }
}
