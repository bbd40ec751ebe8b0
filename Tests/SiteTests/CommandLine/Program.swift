import Foundation
import Testing

/// The built program, run in a folder of its own with keys of its own.
struct Program {
    /// What a run said and how it ended.
    struct Ended {
        let code: Int32
        let output: String
        let errors: String
    }

    static let root = URL(fileURLWithPath: #filePath)
        .appending(path: "../../../..").standardizedFileURL
    static let keys = [
        "ANCHANG_JOURNAL_KEY": String(repeating: "0d", count: 32),
        "ANCHANG_PERSON_KEY": String(repeating: "0e", count: 32),
    ]

    let folder: URL

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return path(name)
    }

    /// Runs a command from the repository's root; `environment` replaces the keys.
    func run(
        _ arguments: [String], environment: [String: String] = keys
    ) async throws -> Ended {
        let name = UUID().uuidString
        let (output, errors) = (path(name + ".out"), path(name + ".err"))
        let spawned = try Spawned(
            Self.root.appending(path: ".build/debug/anchang").path, arguments,
            environment: environment, in: Self.root.path, output: output, errors: errors)
        let code = await spawned.ended()
        return Ended(
            code: code, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// Runs a command over the data in `data`.
    func run(on data: String, _ arguments: String...) async throws -> Ended {
        try await run(arguments + ["--data", path(data)])
    }
}

/// Runs the body with the program and an empty folder.
func withProgram<T>(_ body: (Program) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "anchang-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(Program(folder: folder))
}
