import ArgumentParser
import Database
import Foundation
import Site

/// `anchang backup`.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies an SQLite database and its attachments while the site runs.")

    @OptionGroup var place: Place

    @Argument(help: "The file to make; must not be there yet.")
    var file: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw failure("\(file) is there already; a backup overwrites nothing.")
        }
        let database = try await place.openExisting()
        guard let sqlite = database as? SQLiteDatabase else {
            throw failure("This is PostgreSQL: use pg_dump, or base backups with archived WAL.")
        }
        try await orFail { try await sqlite.backup(to: file) }
        try await database.close()
        // After the database: whatever a row of it names was kept before.
        let count = try orFail {
            try copyAttachments(from: place.attachments, to: copies(of: file))
        }
        print("Backed up to \(file)\(count == 0 ? "" : " and \(copies(of: file))").")
    }
}

/// Where the attachments of a backup lie.
private func copies(of backup: String) -> String { backup + ".attachments" }

/// Copies what is not there yet: a file under its hash never changes.
/// - Returns: How many files are in the place they came from.
private func copyAttachments(from source: String, to target: String) throws -> Int {
    let files = FileManager.default
    guard files.fileExists(atPath: source) else { return 0 }
    var count = 0
    for name in try files.subpathsOfDirectory(atPath: source) {
        let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: from, isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        count += 1
        guard !files.fileExists(atPath: to) else { continue }
        try files.createDirectory(
            at: URL(fileURLWithPath: to).deletingLastPathComponent(),
            withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.copyItem(atPath: from, toPath: to)
    }
    return count
}

/// `anchang restore`.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a backup in an empty place and verifies every chain in it.")

    @OptionGroup var place: Place

    @Argument(help: "The backup.")
    var file: String

    func run() async throws {
        let files = FileManager.default
        guard files.fileExists(atPath: file) else { throw failure("There is no file \(file).") }
        guard !place.location.contains("://") else {
            throw failure("This is PostgreSQL: use pg_restore.")
        }
        guard !files.fileExists(atPath: place.location) else {
            throw failure("There is a database at \(place.location) already; move it away first.")
        }
        let keys = try place.keys()
        try orFail {
            try place.makeFolder()
            try files.copyItem(atPath: file, toPath: place.location)
            _ = try copyAttachments(from: copies(of: file), to: place.attachments)
        }
        let database = try await place.openExisting()
        let reports = try await orFail {
            try await SiteCheck(database: database, keys: keys, policies: place.policies)
                .run(site: nil, noted: nil, replay: false)
        }
        try await database.close()
        for report in reports { print(report.text) }
        guard reports.allSatisfy(\.holds) else {
            complain("The backup does not verify; it was put at \(place.location) all the same.")
            throw ExitCode(1)
        }
    }
}
