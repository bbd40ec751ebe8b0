import Foundation
import Testing

/// One text file of ours, by its path from the root of the repository.
struct TextFile: Sendable {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    var name: String { String(path.split(separator: "/").last ?? "") }

    var ending: String {
        name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
    }
}

/// Something that breaks a rule of the house, and where.
struct Finding: CustomStringConvertible, Equatable, Sendable {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}

/// What is in the working tree: our own text files and folders, nothing built or fetched.
struct Repository: Sendable {
    let root: URL
    let files: [TextFile]
    /// Every path that exists, files of any kind and folders, without a closing slash.
    let paths: Set<String>
    let folders: [String]

    static let here = Repository(root: rootOfThisFile())

    private static let skipped: Set<String> = [
        ".git", ".build", ".swiftpm", ".venv", ".tools", ".demo", ".postgres", ".pytest_cache",
        "__pycache__", "__Snapshots__", "vendor", "screenshots", "node_modules",
    ]
    private static let endings: Set<String> = [
        "swift", "md", "py", "sql", "css", "js", "yaml", "yml", "sh", "h", "modulemap", "toml",
        "html", "txt", "cfg", "ini",
    ]

    init(root: URL) {
        self.root = root
        var files: [TextFile] = []
        var paths: Set<String> = []
        var folders: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            let place = root.appending(path: folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            for name in names.sorted() {
                let path = folder.isEmpty ? name : folder + "/" + name
                let isFolder = Self.isFolder(root.appending(path: path))
                if isFolder && Self.isSkipped(name) { continue }
                paths.insert(path)
                if isFolder {
                    folders.append(path)
                    waiting.append(path)
                } else if let text = Self.text(of: path, in: root) {
                    files.append(TextFile(path: path, text: text))
                }
            }
        }
        self.files = files.sorted { $0.path < $1.path }
        self.paths = paths
        self.folders = folders.sorted()
    }

    func files(under folder: String, ending: String? = nil) -> [TextFile] {
        files.filter { file in
            file.path.hasPrefix(folder + "/") && (ending == nil || file.ending == ending)
        }
    }

    func file(_ path: String) throws -> TextFile {
        try #require(files.first { $0.path == path }, "there is no \(path)")
    }

    private static func rootOfThisFile() -> URL {
        URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private static func isSkipped(_ name: String) -> Bool {
        skipped.contains(name) || name.hasPrefix(".build-") || name.hasPrefix(".build_")
    }

    private static func isFolder(_ place: URL) -> Bool {
        (try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    private static func text(of path: String, in root: URL) -> String? {
        let file = TextFile(path: path, text: "")
        let isScript = path.hasPrefix("bin/") || path.hasPrefix(".ci/")
        guard isScript || endings.contains(file.ending) else { return nil }
        return try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}

extension [Finding] {
    /// Records every finding as its own failure, with its place in the message.
    func expectNone(_ location: SourceLocation = #_sourceLocation) {
        for finding in self {
            Issue.record(Comment(rawValue: finding.description), sourceLocation: location)
        }
    }
}

@Suite struct `The repository as read by these tests` {
    @Test func `holds the package, its targets and its tests`() throws {
        let here = Repository.here
        _ = try here.file("Package.swift")
        for target in ["HouseRules", "Database", "Site", "anchang"] {
            #expect(!here.files(under: "Sources/\(target)", ending: "swift").isEmpty)
        }
        #expect(here.files(under: "Tests/TidyTests").count > 10)
    }

    @Test func `holds nothing that was built or fetched`() {
        let strangers = Repository.here.paths.filter {
            $0.hasPrefix(".build") || $0.contains("/vendor/")
        }
        #expect(strangers.isEmpty)
    }

    @Test func `a file knows its name, ending and lines`() {
        let file = TextFile(path: "a/b.c.swift", text: "one\n\ntwo")
        #expect(file.name == "b.c.swift")
        #expect(file.ending == "swift")
        #expect(file.lines == ["one", "", "two"])
        #expect(TextFile(path: "bin/setup", text: "").ending == "")
    }
}
