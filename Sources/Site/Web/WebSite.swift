import Database
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The whole site as it is served: routes, sessions and live streams put together.
struct WebSite: Sendable {
    let environment: WebEnvironment
    let accounts: Accounts
    let table: RouteTable
    /// Answers requests; tests call it without a network.
    let door: FrontDoor

    /// Puts the features' `routes` beside those of this folder. `live` is made by the caller, who
    /// publishes to it.
    init(
        configuration: WebConfiguration, surroundings: Surroundings, database: any Database,
        live: LiveHub, places: [WebEnvironment.Place], routes: [Route]
    ) async {
        environment = WebEnvironment(
            configuration: configuration, surroundings: surroundings,
            sessions: Sessions(
                database: database, surroundings: surroundings, configuration: configuration),
            live: live, places: places)
        accounts = Accounts(database: database, surroundings: surroundings)
        let signIn = await SignInRoutes(accounts: accounts, cost: configuration.passwordCost)
        table = RouteTable(
            [AssetShelf.shared.route, Self.health] + signIn.routes(demo: configuration.demo)
                + routes)
        door = FrontDoor(table: table, web: environment)
    }

    private static let health = Route(
        .get, "/healthz", access: .anyone, kind: .page, summary: "服务是否在运行"
    ) { _ in .text("ok\n") }

    /// The server, listening on `address`. It ends within two seconds of SIGTERM, open streams or
    /// not.
    func application(
        address: BindAddress, services: [any Service] = [],
        onRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
    ) -> Application<FrontDoor> {
        Application(
            responder: door,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        BodyClock(limit: environment.configuration.bodyTimeout), HangUp(),
                    ],
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10,
                        maxHeaderFieldCount: 100))),
            configuration: .init(address: address, backlog: 1024),
            services: [environment.live] + services,
            onServerRunning: onRunning,
            logger: environment.surroundings.log)
    }
}
