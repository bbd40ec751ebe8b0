import Foundation
import Testing

/// Compares a page with the one kept in `__Snapshots__`. With `UPDATE_SNAPSHOTS=1` it is kept anew.
/// The content hashes in addresses of assets are left out, for a new colour is not a new page,
/// and so are the fetched scripts, which need not be there.
func expectSnapshot(
    _ html: String, named name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("__Snapshots__/\(name).html")
    let page = html.replacing(/<script src="\/assets\/vendor\/[^\n]*\n/, with: "")
        .replacing(/(\/assets\/[a-z\/.-]+)\.[0-9a-f]{12}\./) { "\($0.output.1)." }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.utf8).write(to: file)
        return
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    guard let kept else {
        Issue.record(
            "no snapshot \(name); run with UPDATE_SNAPSHOTS=1", sourceLocation: sourceLocation)
        return
    }
    if kept != page {
        let difference =
            zip(kept.split(separator: "\n"), page.split(separator: "\n"))
            .first { $0 != $1 }.map { "was: \($0)\nis:  \($1)" } ?? "one is longer"
        Issue.record("\(name) changed\n\(difference)", sourceLocation: sourceLocation)
    }
}
