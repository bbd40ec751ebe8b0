import Foundation
import Testing

/// What is wrong with a script as a file: its first line, its right to run, its syntax.
func faults(ofScript path: String, in root: URL) -> [String] {
    let place = root.appending(path: path)
    var faults: [String] = []
    let text = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    if !text.hasPrefix("#!/usr/bin/env bash\n") { faults.append("does not begin as a bash script") }
    if !text.contains("\nset -euo pipefail\n") { faults.append("does not stop at the first error") }
    if !FileManager.default.isExecutableFile(atPath: place.path) { faults.append("may not run") }
    if !isReadByBash(place) { faults.append("is not read by bash") }
    return faults
}

private func isReadByBash(_ place: URL) -> Bool {
    let bash = Process()
    bash.executableURL = URL(filePath: "/bin/bash")
    bash.arguments = ["-n", place.path]
    bash.standardError = FileHandle.nullDevice
    do { try bash.run() } catch { return false }
    bash.waitUntilExit()
    return bash.terminationStatus == 0
}

@Suite(.serialized) struct `Scripts` {
    private static let all = Repository.here.files
        .map(\.path).filter { $0.hasPrefix("bin/") || $0.hasPrefix(".ci/") }

    private func faultsOfSample(_ text: String, mode: Int = 0o755) throws -> [String] {
        let folder = URL.temporaryDirectory.appending(path: "tidy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "sample")
        try text.write(to: place, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
        return faults(ofScript: "sample", in: folder)
    }

    @Test func `are all there`() {
        for name in ["setup", "dev", "serve", "test", "ci", "bench", "screenshots"] {
            #expect(Self.all.contains("bin/\(name)"))
        }
        #expect(Self.all.contains(".ci/run"))
    }

    @Test(arguments: all) func `run under bash`(path: String) {
        #expect(faults(ofScript: path, in: Repository.here.root) == [])
    }

    @Test func `a sound script passes`() throws {
        #expect(try faultsOfSample("#!/usr/bin/env bash\nset -euo pipefail\n") == [])
    }

    @Test func `each fault is found`() throws {
        let sound = "#!/usr/bin/env bash\nset -euo pipefail\n"
        #expect(try faultsOfSample("#!/bin/sh\nset -euo pipefail\n").count == 1)
        #expect(try faultsOfSample("#!/usr/bin/env bash\n").count == 1)
        #expect(try faultsOfSample(sound + "if true\n") == ["is not read by bash"])
        #expect(try faultsOfSample(sound, mode: 0o644) == ["may not run"])
    }
}
