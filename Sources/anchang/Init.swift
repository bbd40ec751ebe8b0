import ArgumentParser
import Database
import Foundation
import HouseRules
import Site

/// `anchang init`.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Makes the database, a site and its first administrator; repeating it changes nothing.")

    @OptionGroup var place: Place

    @Option(help: "Id of the site: letters, digits and hyphens.")
    var site = "site"

    @Option(help: "Name of the site.")
    var name = "案场"

    @Option(help: "Rule pack that the site starts with.")
    var pack = "P001"

    @Option(help: "Login of the first administrator.")
    var login = "admin"

    func validate() throws {
        guard !site.isEmpty, site.utf8.allSatisfy({ isIDByte($0) }) else {
            throw ValidationError("--site takes letters, digits and hyphens only.")
        }
    }

    func run() async throws {
        let settings = ServerSettings(
            database: place.location, keys: try place.keys(), policies: place.policies)
        try orFail {
            _ = try PolicyFolder(place.policies).pack(pack)
            try place.makeFolder()
        }
        try await orFail {
            let server = try await SiteServer(settings, surroundings: .live())
            let foundation = SiteFoundation(server)
            let made = try await foundation.lay(
                SiteID(site), name: name, pack: pack, administrator: login)
            print("Site \(site) is ready in \(place.location).")
            if let password = made {
                print("Sign in as \(login) with this password, and change it: \(password)")
            }
            await server.close()
        }
    }
}

func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
        true
    default: false
    }
}

/// `anchang migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the tables of the database up to date.")

    @OptionGroup var place: Place

    func run() async throws {
        try orFail { try place.makeFolder() }
        try await orFail {
            let database = try await openDatabase(place.location)
            let applied = try await SiteMigrations.all().apply(to: database)
            print(applied.isEmpty ? "Nothing to do." : applied.joined(separator: "\n"))
            try await database.close()
        }
    }
}

/// `anchang token`.
struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a key for a program that uses the JSON interface; it is shown once.")

    @OptionGroup var place: Place

    @Option(help: "Login of the account in whose name the program acts.")
    var login: String

    @Option(help: "What the key is for.")
    var label: String

    @Option(help: "After how many days it ends.")
    var days = 90

    func validate() throws {
        guard (1...3650).contains(days) else {
            throw ValidationError("--days takes 1 to 3650.")
        }
    }

    func run() async throws {
        let server = try await place.existingServer()
        try await orFail {
            print(try await server.issueToken(login: login, label: label, days: days))
            await server.close()
        }
    }
}
