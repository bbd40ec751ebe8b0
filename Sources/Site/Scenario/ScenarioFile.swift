import HouseRules
import Yams

/// Scenario files: `anchang replay FILE [--policy PACK] [--json]`.
public enum ScenarioFile {
    /// Reads the scenario of a text; all its faults at once.
    public static func read(
        text: String, file: String, folder: PolicyFolder, policy: String? = nil
    ) throws(SourceFaults) -> Scenario {
        guard let root = try YAMLText.root(text, file: file) else {
            throw SourceFaults([
                SourceFault(file: file, line: 1, column: 1, "文件是空的，场景至少要有 title 和 facts。")
            ])
        }
        var reader = ScenarioReader(file: file, policyOverride: policy, packs: folder.pack)
        let scenario = reader.scenario(root)
        try reader.reading.check()
        guard let scenario else { throw SourceFaults([]) }
        return scenario
    }

    /// Runs a file: exit code 0 = as expected, 1 = an expectation failed, 2 = the file is wrong.
    public static func report(
        path: String, folder: PolicyFolder, policy: String? = nil, json: Bool = false
    ) throws -> CommandReport {
        let scenario: Scenario
        do throws(SourceFaults) {
            let text = try SourceText.read(path: path)
            scenario = try read(text: text, file: path, folder: folder, policy: policy)
        } catch {
            let text = error.text + "\n共 \(error.faults.count) 处要改，改好才能演。"
            return CommandReport(text, exitCode: 2)
        }
        let report = scenario.run()
        let failures = report.failures.map(\.text).joined(separator: "\n")
        return CommandReport(
            json ? try report.json() : report.text,
            errors: json && !failures.isEmpty ? failures : "",
            exitCode: report.failures.isEmpty ? 0 : 1)
    }
}
