import Database
import HouseRules

/// The fixed, named world of the demonstration: 云栖府 (ring) and 澜庭 (tally), a month behind them
/// and a Saturday in progress.
public struct DemoWorld: Sendable {
    /// Somebody who works there.
    struct Person: Sendable {
        let login: String
        let name: String
        let role: Role
    }

    /// One demonstration site.
    struct DemoSite: Sendable {
        let id: SiteID
        let name: String
        let pack: String
        /// How many groups come on a Saturday.
        let saturdayVisits: Int
        /// How many calls come in a week.
        let weeklyCalls: Int
        let people: [Person]

        /// Who takes part in the rotation, in the order of joining.
        var consultants: [Person] { people.filter { $0.role == .consultant } }

        /// The id of a person in the journal.
        func staff(_ person: Person) -> StaffID { StaffID("\(id)-\(person.login)") }
    }

    static let cloud = DemoSite(
        id: "yunqi", name: "云栖府", pack: "P001", saturdayVisits: 26, weeklyCalls: 80,
        people: [
            Person(login: "desk", name: "林小满", role: .frontDeskSecretary),
            Person(login: "manager", name: "沈砚", role: .salesManager),
            Person(login: "supervisor", name: "顾南乔", role: .salesSupervisor),
            Person(login: "duty", name: "陆知行", role: .dutyOfficer),
            Person(login: "clerk", name: "苏禾", role: .clericalStaff),
            Person(login: "cashier", name: "钱箴", role: .cashier),
            Person(login: "title", name: "文契", role: .titleClerk),
            Person(login: "auditor", name: "裴清", role: .auditor),
            Person(login: "admin", name: "程管", role: .administrator),
            Person(login: "consultant", name: "安然", role: .consultant),
            Person(login: "baiyu", name: "白榆", role: .consultant),
            Person(login: "censhan", name: "岑山", role: .consultant),
            Person(login: "dingyi", name: "丁一", role: .consultant),
            Person(login: "fangzhou", name: "方舟", role: .consultant),
            Person(login: "gaoshan", name: "高杉", role: .consultant),
            Person(login: "hejia", name: "何佳", role: .consultant),
            Person(login: "jiangli", name: "江离", role: .consultant),
        ])

    static let terrace = DemoSite(
        id: "lanting", name: "澜庭", pack: "P002A", saturdayVisits: 14, weeklyCalls: 44,
        people: [
            Person(login: "lanting-desk", name: "宋晚晴", role: .frontDeskSecretary),
            Person(login: "lanting-manager", name: "程野", role: .salesManager),
            Person(login: "lanting-cashier", name: "钱越", role: .cashier),
            Person(login: "lanting-title", name: "文策", role: .titleClerk),
            Person(login: "lanting-an", name: "安禾", role: .consultant),
            Person(login: "lanting-bai", name: "白川", role: .consultant),
            Person(login: "lanting-cen", name: "岑溪", role: .consultant),
            Person(login: "lanting-ding", name: "丁香", role: .consultant),
        ])

    /// The names of the demonstration's sites, before its database is there.
    public static let siteNames = [cloud.id: cloud.name, terrace.id: terrace.name]

    private let server: SiteServer
    private let days: Int

    /// The demonstration of a server.
    /// - Parameter days: How many days lie behind it; 0 opens the present day only, with three
    ///   arrivals.
    public init(_ server: SiteServer, days: Int = 30) {
        self.server = server
        self.days = days
    }

    /// Sets the world up where it is missing and lets today's day begin; doing so twice, or from
    /// two processes at once, changes nothing.
    /// - Throws: `DatabaseFailure`, what reading a rule pack throws.
    public func open() async throws {
        for site in [Self.cloud, Self.terrace] {
            try await server.shelf.create(site.id, name: site.name)
            try await openAccounts(site)
            // The clock of a served book would end a past day as soon as it saw it.
            let past = try await server.shelf.bookApart(site.id)
            try await publishPack(site, past)
            if days > 0 {
                try await DemoMonth(site: site, book: past, server: server).write(days)
            }
            await past.close()
            let book = try await server.shelf.book(site.id)
            try await DemoDay(site: site, book: book, server: server).begin()
            try await DemoPay(site: site, book: book, server: server).open()
        }
    }

    /// Demonstration people sign in by one tap; their password is random and known to nobody.
    private func openAccounts(_ site: DemoSite) async throws {
        let cost = server.settings.web.passwordCost
        for person in site.people {
            guard try await server.accounts.find(login: person.login) == nil else { continue }
            let account = Account(
                site: site.id, staff: site.staff(person), login: person.login,
                displayName: person.name, role: person.role)
            let password = await PasswordHash.make(of: base64url(randomBytes(24)), cost: cost)
            do {
                try await server.accounts.open(account, password: password)
            } catch DatabaseFailure.uniqueViolation {
                continue
            }
        }
    }

    private func publishPack(_ site: DemoSite, _ book: SiteBook) async throws {
        guard await book.policyRevisions.isEmpty else { return }
        let text = try SourceText.read(
            path: "\(server.settings.policies)/\(site.pack).yaml", shown: "\(site.pack).yaml")
        let draft = PolicyDraft(
            body: text, effectiveFrom: BusinessDay(year: 2025, month: 1, day: 1)!.start,
            author: "系统管理员", note: "演示开站")
        try await book.publishFirst(draft)
    }
}
