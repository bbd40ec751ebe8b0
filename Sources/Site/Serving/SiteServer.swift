import Database
import Foundation
import HTTPTypes
import HouseRules
import Hummingbird
import Logging

/// How the server is started.
public struct ServerSettings: Sendable {
    /// Where the database is: a file or a postgres:// address.
    public var database: String
    /// Keys of the journal and of personal data.
    public var keys: BookKeys
    /// The folder of attachments; beside the database's file unless set.
    public var attachments: String
    /// The address to listen on.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 takes any free one.
    public var port = 8080
    /// The folder of the rule packs.
    public var policies: String
    /// Where messages go.
    public var messages = MessageSettings()
    /// How long customers' data are kept.
    public var retention = RetentionTerms()
    /// How pages are served.
    public var web = WebConfiguration()

    /// Settings with the usual address.
    public init(database: String, keys: BookKeys, policies: String) {
        self.database = database
        self.keys = keys
        self.policies = policies
        attachments =
            URL(fileURLWithPath: database.contains("://") ? ".data/-" : database)
            .deletingLastPathComponent().appending(path: "attachments").path
    }
}

/// Everything that serves the sites of one database.
public struct SiteServer: Sendable {
    /// The books of all sites.
    public let shelf: SiteShelf
    /// Their accounts.
    public let accounts: Accounts
    let house: House
    let database: any Database
    let site: WebSite
    let live: LiveBoards
    let units: LiveUnits
    private let openings: LiveOpenings
    /// Sends what is in the outbox while the server runs.
    let sender: OutboxSender
    let settings: ServerSettings
    let surroundings: Surroundings

    /// Opens the database, brings its tables up to date and puts the pages together.
    /// - Throws: `DatabaseFailure`, `MigrationFailure`.
    public init(_ settings: ServerSettings, surroundings: Surroundings) async throws {
        self.settings = settings
        self.surroundings = surroundings
        database = try await openDatabase(settings.database)
        _ = try await SiteMigrations.all().apply(to: database)
        var web = settings.web
        for site in try await Self.sites(database) { web.siteNames[site.id] = site.name }
        let readPack = PackReader(folder: settings.policies).read
        var setting = BookSetting(
            database: database, key: settings.keys.journal, surroundings: surroundings,
            readPolicy: { try readPack($0).revisions.last!.policy })
        setting.rules = .house
        setting.lists.append(
            .outbox(bots: settings.messages.bots, mergeSeconds: settings.messages.mergeSeconds))
        shelf = SiteShelf(setting)
        house = House(
            database: database, shelf: shelf,
            names: StaffNames(database: database, surroundings: surroundings),
            personKey: settings.keys.person, clauses: ClauseShelf(read: readPack),
            outbox: Outbox(key: settings.keys.person),
            attachments: AttachmentShelf(
                folder: URL(fileURLWithPath: settings.attachments), key: settings.keys.person),
            office: OfficeProgram(path: web.officeProgram), retention: settings.retention)
        let hub = LiveHub(limit: settings.web.streamLimit, heartbeat: settings.web.heartbeat)
        live = LiveBoards(house: house, hub: hub, surroundings: surroundings)
        units = LiveUnits(hub: hub, surroundings: surroundings)
        openings = LiveOpenings(hub: hub, surroundings: surroundings)
        let operation = OperationRoutes(
            house: house, readiness: Readiness(database: database))
        site = await WebSite(
            configuration: web, surroundings: surroundings, database: database, live: hub,
            places: Self.places,
            routes: Self.routes(house, live) + Self.saleRoutes(house, units)
                + Self.openingRoutes(house, openings)
                + StaffRoutes(
                    house: house,
                    accounts: Accounts(database: database, surroundings: surroundings),
                    cost: settings.web.passwordCost
                ).routes
                + WhatIfRoutes(house: house, folder: PolicyFolder(settings.policies)).routes
                + ImportRoutes(house: house).routes
                + operation.routes)
        accounts = site.accounts
        sender = OutboxSender(settings, house, surroundings, names: web)
    }

    private static let places: [WebEnvironment.Place] = [
        .init(href: "/today", label: "今日", icon: .today, access: .permission(.giveRulings)),
        .init(
            href: "/reception", label: "来客", icon: .arrival, access: .permission(.receiveVisitors)),
        .init(href: "/calls", label: "来电", icon: .phone, access: .permission(.receiveVisitors)),
        .init(href: "/me", label: "我的", icon: .person, access: .permission(.standInTurn)),
        .init(href: "/cash", label: "收银", icon: .journal, access: .permission(.takeMoney)),
        .init(href: "/units", label: "销控", icon: .building, access: .permission(.seeUnits)),
        .init(href: "/sales", label: "订单", icon: .list, access: .permission(.seeOrders)),
        .init(
            href: "/customers", label: "客户", icon: .person, access: .permission(.tendCustomers)),
        .init(
            href: "/adjudications", label: "判客", icon: .star, access: .permission(.giveRulings)),
        .init(
            href: "/channels", label: "渠道", icon: .building, access: .permission(.giveRulings)),
        .init(
            href: "/slips", label: "留言", icon: .message, access: .permission(.keepRegisters)),
        .init(
            href: "/registers", label: "登记", icon: .journal,
            access: .permission(.seeAllCustomers)),
        .init(
            href: "/openings", label: "选房", icon: .building, access: .permission(.runOpenings)),
        .init(href: "/board", label: "看板", icon: .board, access: .permission(.seeBoard)),
        .init(href: "/roster", label: "排班", icon: .clock, access: .permission(.seeBoard)),
        .init(href: "/inspections", label: "检查", icon: .check, access: .permission(.inspect)),
        .init(href: "/ledger", label: "台账", icon: .journal, access: .permission(.readDecisions)),
        .init(href: "/reports", label: "报表", icon: .board, access: .permission(.seeFigures)),
        .init(
            href: "/commission", label: "提成", icon: .list, access: .permission(.readPay)),
        .init(
            href: "/messages", label: "消息", icon: .message, access: .permission(.readMessages)),
        .init(href: "/decisions", label: "裁定", icon: .list, access: .permission(.readDecisions)),
        .init(href: "/privacy", label: "隐私", icon: .search, access: .permission(.seeLooks)),
        .init(
            href: "/staff", label: "人员", icon: .settings, access: .permission(.administerAccounts)),
        .init(href: "/clauses", label: "制度", icon: .policy, access: .permission(.readPolicy)),
    ]

    private static func sites(_ database: any Database) async throws -> [(id: SiteID, name: String)]
    {
        try await database.read { transaction in
            try transaction.rows("SELECT id, name FROM site ORDER BY id").map {
                (SiteID(try $0.text("id")), try $0.text("name"))
            }
        }
    }

    /// Selection days and openings.
    private static func openingRoutes(_ house: House, _ live: LiveOpenings) -> [Route] {
        OpeningRoutes(house: house).routes + OpeningRosterRoutes(house: house).routes
            + DrawRoutes(house: house).routes + PreparationRoutes(house: house).routes
            + DeskRoutes(house: house).routes + ObjectionRoutes(house: house).routes
            + OpeningWallRoutes(house: house, live: live).routes
    }

    /// Every address beside those of the frame.
    static func routes(_ house: House, _ live: LiveBoards) -> [Route] {
        let home = Route(.get, "/", access: .signedIn, kind: .page, summary: "首页") { call in
            .redirect(to: try house.account(call).role.firstPage)
        }
        // Buyers first: addresses are compared in this order, and at an opening thousands ask.
        return BuyerRoutes(house: house).routes + [home]
            + ReceptionRoutes(house: house, live: live).routes
            + VisitRoutes(house: house).routes + AppointmentRoutes(house: house).routes
            + PhoneRoutes(house: house).routes + MyRoutes(house: house).routes
            + LineRoutes(house: house).routes + CallRegisterRoutes(house: house).routes
            + TextRoutes(house: house).routes + SlipRoutes(house: house).routes
            + RegisterRoutes(house: house).routes
            + BoardRoutes(house: house, live: live).routes
            + LedgerRoutes(house: house).routes
            + TodayRoutes(house: house).routes + FloorOrderRoutes(house: house).routes
            + RecordRoutes(house: house).routes + DisputeRoutes(house: house).routes
            + ChangeRequestRoutes(house: house).routes
            + AdjudicationRoutes(house: house).routes
            + SignedSlipRoutes(house: house).routes + SigningRoutes(house: house).routes
            + RosterRoutes(house: house).routes
            + InspectionRoutes(house: house).routes + OnsiteRoutes(house: house).routes
            + HandbookRoutes(house: house).routes + PoolRoutes(house: house).routes
            + CustomerRoutes(house: house).routes + CustomerSearchRoutes(house: house).routes
            + CustomerFileRoutes(house: house).routes + MatterRoutes(house: house).routes
            + PrivacyRoutes(house: house).routes + AttachmentRoutes(house: house).routes
            + ChannelRoutes(house: house).routes + ReportListRoutes(house: house).routes
            + ChannelDeskRoutes(house: house).routes + AgentRoutes(house: house).routes
            + ChannelRulingRoutes(house: house).routes
            + CommissionRoutes(house: house).routes + StatementRoutes(house: house).routes
            + PayTrialRoutes(house: house).routes + CommissionAPI(house: house).routes
            + NoticeRoutes(house: house, live: live).routes + MessageRoutes(house: house).routes
            + DecisionRoutes(house: house).routes + APIRoutes(house: house, live: live).routes
    }

    /// Units, orders and money.
    static func saleRoutes(_ house: House, _ units: LiveUnits) -> [Route] {
        UnitRoutes(house: house, live: units).routes + OrderRoutes(house: house).routes
            + CashRoutes(house: house).routes + BulletinRoutes(house: house).routes
            + PriceRoutes(house: house).routes + TemplateRoutes(house: house).routes
            + ContractRoutes(house: house).routes + SaleAPI(house: house).routes
            + ReportRoutes(house: house).routes + ReportAPI(house: house).routes
    }

    /// Serves until told to stop; open work is finished and a snapshot taken.
    /// - Parameter onRunning: Called with the port when the server listens.
    public func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
        let application = site.application(
            address: .hostname(settings.host, port: settings.port), services: [sender],
            onRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) })
        do {
            try await application.runService()
        } catch {
            await close()
            throw error
        }
        await close()
    }

    /// Lets the books and the database go.
    public func close() async {
        live.stop()
        units.stop()
        openings.stop()
        await shelf.close()
        try? await database.close()
    }
}

extension Role {
    /// Where a person of this role starts.
    var firstPage: String {
        switch self {
        case .frontDeskSecretary: "/reception"
        case .consultant: "/me"
        case .salesManager, .salesSupervisor: "/today"
        case .dutyOfficer, .auditor, .clericalStaff: "/board"
        case .cashier: "/cash"
        case .titleClerk: "/sales"
        case .administrator, .clock: "/clauses"
        }
    }
}

/// Reads rule packs whose bases lie in a folder.
struct PackReader: Sendable {
    let folder: String

    /// Reads the text of a pack.
    @Sendable func read(_ text: String) throws -> PolicyPack {
        let bases = PolicyFolder(folder)
        return try PolicyPack.read(text: text, file: "制度包") {
            (name) throws(SourceFaults) -> PolicyPack? in try bases.pack(name)
        }
    }
}
