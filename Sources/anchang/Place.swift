import ArgumentParser
import Database
import Foundation
import Site

/// Where a command finds its site: flags first, then the environment.
struct Place: ParsableArguments {
    @Option(help: "Folder of the data (ANCHANG_DATA).")
    var data: String?

    @Option(help: "A postgres:// address or an SQLite file (ANCHANG_DATABASE, DATABASE_URL).")
    var database: String?

    @Option(
        help: "Folder with policies/ and docs/ (ANCHANG_HOME); the current folder when not set.")
    var home: String?

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The folder of the data.
    var folder: String { data ?? environment["ANCHANG_DATA"] ?? ".data" }

    /// Where the database is.
    var location: String {
        if let database { return database }
        for name in ["ANCHANG_DATABASE", "DATABASE_URL"] {
            if let value = environment[name], !value.isEmpty { return value }
        }
        return folder + "/anchang.sqlite"
    }

    /// The folder of the attachments.
    var attachments: String { folder + "/attachments" }

    /// The folder that holds `policies` and `docs`: beside the program when not here.
    var homeFolder: String {
        if let found = home ?? environment["ANCHANG_HOME"] { return found }
        let files = FileManager.default
        if files.fileExists(atPath: "policies") { return "." }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            if files.fileExists(atPath: folder.appending(path: "policies").path) {
                return folder.path
            }
        }
        return "."
    }

    /// The folder of the rule packs.
    var policies: String { homeFolder + "/policies" }

    /// Makes the folder of the data.
    func makeFolder() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw failure(
                "The folder \(folder) cannot be made; check the path and who may write there.")
        }
    }

    /// The keys: from the environment, else from `keys.env` in the folder of the data.
    func keys() throws -> BookKeys {
        var values = environment
        if values["ANCHANG_JOURNAL_KEY"] == nil,
            let text = try? String(contentsOfFile: folder + "/keys.env", encoding: .utf8)
        {
            for line in text.split(separator: "\n") {
                let parts = line.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
            }
        }
        return try orFail { () throws(KeyProblem) in try BookKeys(environment: values) }
    }

    /// Opens the database; one that is not there is an error, not a new one.
    func openExisting() async throws -> any Database {
        try needDatabase()
        return try await orFail { try await openDatabase(location) }
    }

    /// The server of a database that must be there already.
    func existingServer() async throws -> SiteServer {
        try needDatabase()
        let settings = ServerSettings(database: location, keys: try keys(), policies: policies)
        return try await orFail { try await SiteServer(settings, surroundings: .live()) }
    }

    private func needDatabase() throws {
        let isFile = !location.contains("://")
        if isFile, !FileManager.default.fileExists(atPath: location) {
            throw failure(
                "There is no database at \(location). Run `anchang init` first, "
                    + "or name another with --database.")
        }
    }
}

/// Tells a fault of a file or a setting in one sentence; exit code 2.
func failure(_ sentence: String) -> ExitCode {
    complain(sentence)
    return ExitCode(2)
}

/// Turns any error into its sentence and exit code 2.
func orFail<Value, Fault: Error>(_ body: () throws(Fault) -> Value) throws -> Value {
    do { return try body() } catch { throw stop(error) }
}

/// Turns any error into its sentence and exit code 2.
func orFail<Value>(_ body: () async throws -> Value) async throws -> Value {
    do { return try await body() } catch { throw stop(error) }
}

private func stop(_ error: any Error) -> any Error {
    if error is ExitCode || error is CleanExit { return error }
    complain("\(error)")
    return ExitCode(2)
}

/// Writes a line to the error stream.
func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
