import ArgumentParser
import HouseRules
import Site

/// `anchang staff`.
struct Staff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the people of a site: accounts, and the ring for consultants.",
        subcommands: [StaffAdd.self, StaffList.self, StaffPassword.self, StaffClose.self])
}

extension Role: ExpressibleByArgument {}

/// Which site, and where it is.
struct StaffPlace: ParsableArguments {
    @OptionGroup var place: Place

    @Option(help: "The site.")
    var site: String

    /// Does something with the register of the site.
    func open(_ body: (StaffRegister) async throws -> Void) async throws {
        let settings = ServerSettings(
            database: place.location, keys: try place.keys(), policies: place.policies)
        try await orFail {
            let server = try await SiteServer(settings, surroundings: .live())
            try await body(StaffRegister(server, site: SiteID(site)))
            await server.close()
        }
    }
}

/// `anchang staff add`.
struct StaffAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Opens an account; a consultant joins the tail of the ring.")

    @OptionGroup var options: StaffPlace

    @Argument(help: "What they type to sign in: letters, digits and hyphens.")
    var login: String

    @Option(help: "Their name.")
    var name: String

    @Option(help: "Their role, such as consultant, front_desk_secretary, sales_manager.")
    var role: Role

    func validate() throws {
        guard !login.isEmpty, login.utf8.allSatisfy({ isIDByte($0) }) else {
            throw ValidationError("The login takes letters, digits and hyphens only.")
        }
        guard role != .clock else { throw ValidationError("The clock needs no account.") }
    }

    func run() async throws {
        try await options.open { register in
            let password = try await register.add(login: login, name: name, role: role)
            print("\(name) signs in as \(login) with this password, shown once: \(password)")
        }
    }
}

/// `anchang staff list`.
struct StaffList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists everybody with an open account.")

    @OptionGroup var options: StaffPlace

    func run() async throws {
        try await options.open { register in
            for line in try await register.lines() {
                let ring = line.isEnrolled ? "ring" : "-"
                print("\(line.login)\t\(line.name)\t\(line.role.rawValue)\t\(ring)")
            }
        }
    }
}

/// `anchang staff password`.
struct StaffPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Gives an account a new password and ends its sessions.")

    @OptionGroup var options: StaffPlace

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        try await options.open { register in
            print(try await register.renewPassword(login: login))
        }
    }
}

/// `anchang staff close`.
struct StaffClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Closes an account; a consultant leaves the ring.")

    @OptionGroup var options: StaffPlace

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        try await options.open { register in
            if let refusal = try await register.close(login: login) {
                complain(refusal.sentence { $0.rawValue })
                throw ExitCode(1)
            }
            print("\(login) is closed.")
        }
    }
}
