import ArgumentParser
import Database
import Foundation
import Site

/// `anchang backup`.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies an SQLite database while the site runs.")

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
        print("Backed up to \(file).")
    }
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
