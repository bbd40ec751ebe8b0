import Database
import HouseRules

/// A site as the database knows it.
public struct SiteRecord: Sendable, Hashable {
    /// Its id.
    public let id: SiteID
    /// Its name, in Chinese.
    public let name: String
    /// When it was set up.
    public let createdAt: Moment

    /// The only time zone the rules know.
    public static let timeZone = "Asia/Shanghai"
}

/// The sites of a database: opens the books that are asked for and lets idle ones go.
public actor SiteShelf {
    private let setting: BookSetting
    private let isFollowing: Bool
    private var books: [SiteID: Task<SiteBook, any Error>] = [:]

    /// - Parameters:
    ///   - setting: What every book works with.
    ///   - following: Whether opened books watch the journal and the clock; a server's do.
    public init(_ setting: BookSetting, following: Bool = true) {
        self.setting = setting
        isFollowing = following
    }

    /// Sets up a site; one that is there already stays as it is.
    /// - Throws: `DatabaseFailure`.
    public func create(_ id: SiteID, name: String) async throws {
        let now = setting.surroundings.now()
        _ = try await setting.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO site (id, name, time_zone, created_at)
                VALUES (\(id), \(name), \(SiteRecord.timeZone), \(now))
                ON CONFLICT (id) DO NOTHING
                """)
        }
    }

    /// All sites, by id.
    /// - Throws: `DatabaseFailure`.
    public func sites() async throws -> [SiteRecord] {
        try await setting.database.read { transaction in
            try transaction.rows("SELECT id, name, created_at FROM site ORDER BY id").map {
                SiteRecord(
                    id: SiteID(try $0.text("id")), name: try $0.text("name"),
                    createdAt: Moment(milliseconds: try $0.int("created_at")))
            }
        }
    }

    /// The book of a site, opened on the first call.
    /// - Throws: ``UnknownSite``, and as ``SiteBook/open(_:_:snapshot:)``.
    public func book(_ site: SiteID) async throws -> SiteBook {
        let task = books[site] ?? Task { try await open(site) }
        books[site] = task
        do {
            return try await task.value
        } catch {
            if books[site] == task { books[site] = nil }
            throw error
        }
    }

    /// A further book of a site that watches neither journal nor clock, to write what is past; let
    /// it go with ``SiteBook/close()``, which takes the one snapshot of it.
    ///
    /// - Parameter batch: So many commands in one transaction: keys that come in no order touch
    ///   most pages of an index again and again, and a page is written once in each transaction.
    /// - Throws: as ``SiteBook/open(_:_:snapshot:)``.
    public func bookApart(
        _ site: SiteID, batch: Int? = nil
    ) async throws -> SiteBook {
        var setting = setting
        setting.snapshotEvery = .max
        if let batch { setting.batchLimit = batch }
        return try await SiteBook.open(site, setting)
    }

    private func open(_ site: SiteID) async throws -> SiteBook {
        let isKnown = try await setting.database.read { transaction in
            try transaction.row("SELECT id FROM site WHERE id = \(site)") != nil
        }
        guard isKnown else { throw UnknownSite(site: site) }
        let book = try await SiteBook.open(site, setting)
        if isFollowing {
            await book.follow()
            await book.keepTime()
        }
        return book
    }

    /// Lets go the books that nobody used or watched for so long.
    public func closeIdle(after idle: Duration = .seconds(900)) async {
        let limit = Moment(
            milliseconds: setting.surroundings.now() - idle.components.seconds * 1000)
        for (site, task) in books {
            guard let book = try? await task.value, await book.isIdle(since: limit)
            else { continue }
            books[site] = nil
            await book.close()
        }
    }

    /// Lets all books go, each with a snapshot.
    public func close() async {
        for task in books.values { await (try? task.value)?.close() }
        books = [:]
    }
}
