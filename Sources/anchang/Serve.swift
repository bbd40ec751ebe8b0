import ArgumentParser
import Foundation
import Logging
import Site

/// `anchang serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the sites of a database until it is stopped.")

    @OptionGroup var place: Place

    @Option(help: "Address to listen on (ANCHANG_HOST).")
    var host: String?

    @Option(help: "Port to listen on (ANCHANG_PORT); 0 takes a free one.")
    var port: Int?

    @Flag(
        help:
            "Opens the demonstration: invented people who sign in by one tap. Never for real data.")
    var demo = false

    @Option(help: "How many days lie behind the demonstration; 0 opens its present day only.")
    var demoDays = 30

    @Option(
        help: "So many seconds the demonstration's clock is ahead of the real one; may be below 0.")
    var demoAhead = 0

    @Flag(help: "Cookies only over https, for a server behind a proxy that ends TLS.")
    var secureCookies = false

    @Flag(help: "Believe X-Forwarded-For of the proxy in front.")
    var trustProxy = false

    @Option(help: "A further origin whose forms are ours, such as https://sales.example.org.")
    var origin: [String] = []

    @Option(help: "Level of the log: debug, info, notice, warning, error.")
    var log: Logger.Level = .notice

    func validate() throws {
        guard port.map(Self.ports.contains) ?? true else {
            throw ValidationError("--port takes 0 to 65535.")
        }
        guard (0...60).contains(demoDays) else {
            throw ValidationError("--demo-days takes 0 to 60.")
        }
        guard demo || demoAhead == 0, Self.month.contains(demoAhead) else {
            throw ValidationError("--demo-ahead takes a month of seconds, and only with --demo.")
        }
    }

    private static let ports = 0...65_535
    private static let month = -31 * 86_400...31 * 86_400

    private static func port(_ text: String?) throws -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let port = Int(text), ports.contains(port) else {
            throw failure("ANCHANG_PORT is '\(text)'; it takes 0 to 65535.")
        }
        return port
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        try orFail { try place.makeFolder() }
        if demo { try orFail { try DemoKeys.write(in: place.folder) } }
        var settings = ServerSettings(
            database: place.location, keys: try place.keys(), policies: place.policies)
        settings.attachments = place.folder + "/attachments"
        settings.host = host ?? environment["ANCHANG_HOST"] ?? settings.host
        settings.port = try port ?? Self.port(environment["ANCHANG_PORT"]) ?? settings.port
        settings.messages = try orFail { () throws(MessageSettingProblem) in
            try MessageSettings(environment: environment)
        }
        settings.retention = try orFail { () throws(RetentionProblem) in
            try RetentionTerms(environment: environment)
        }
        settings.web.metricsToken = environment["ANCHANG_METRICS_TOKEN"].flatMap {
            $0.isEmpty ? nil : $0
        }
        settings.web.officeProgram = ServerSettings.officeProgram(environment)
        settings.web.demo = demo
        settings.web.siteName = demo ? "案场 · 演示" : "案场"
        if demo { settings.web.siteNames = DemoWorld.siteNames }
        settings.web.secureCookies = secureCookies
        settings.web.trustsProxy = trustProxy
        settings.web.allowedOrigins = Set(origin)
        if demo { settings.web.passwordCost = .cheap }
        var logger = Logger(label: "anchang")
        logger.logLevel = log
        let (ready, days) = (settings, demoDays)
        let surroundings = Surroundings.live(log: logger).ahead(seconds: demoAhead)
        try await orFail {
            let server = try await SiteServer(ready, surroundings: surroundings)
            if demo { try await DemoWorld(server, days: days).open() }
            try await server.run { port in
                let line = "Anchang is ready: http://\(ready.host):\(port)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            }
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}

/// The keys of a demonstration are worth nothing and the same everywhere, so that several processes
/// can serve one.
enum DemoKeys {
    static func write(in folder: String) throws {
        let path = folder + "/keys.env"
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let text = """
            ANCHANG_JOURNAL_KEY=\(String(repeating: "0d", count: 32))
            ANCHANG_PERSON_KEY=\(String(repeating: "0e", count: 32))

            """
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard made else {
            throw failure("The keys of the demonstration cannot be written to \(path).")
        }
    }
}
