import Database
import HouseRules
import Synchronization

/// What people are called on pages. Read from the accounts, remembered for a while.
final class StaffNames: Sendable {
    private let database: any Database
    private let surroundings: Surroundings
    private let known = Mutex<[SiteID: Remembered]>([:])
    /// A new colleague is known by name after at most so many milliseconds.
    private static let lifetime: Int64 = 10_000

    private struct Remembered {
        let directory: StaffDirectory
        let readAt: Int64
    }

    init(database: any Database, surroundings: Surroundings) {
        (self.database, self.surroundings) = (database, surroundings)
    }

    /// The directory of a site.
    func directory(_ site: SiteID) async throws -> StaffDirectory {
        let now = surroundings.now()
        if let found = known.withLock({ $0[site] }), now - found.readAt < Self.lifetime {
            return found.directory
        }
        let (people, channels) = try await database.read { transaction in
            let people = try transaction.rows(
                """
                SELECT staff, display_name, role, active FROM account
                WHERE site = \(site.rawValue) ORDER BY display_name, staff
                """
            ).map { row in
                StaffDirectory.Person(
                    staff: StaffID(try row.text("staff")), name: try row.text("display_name"),
                    role: Role(rawValue: try row.text("role")), isActive: try row.bool("active"))
            }
            let channels = try transaction.rows(
                """
                SELECT company AS id, name FROM channel_company WHERE site = \(site)
                UNION ALL SELECT agent AS id, name FROM channel_agent WHERE site = \(site)
                """
            ).map { (StaffID(try $0.text("id")), try $0.text("name")) }
            return (people, channels)
        }
        let directory = StaffDirectory(people, channels: channels)
        known.withLock { $0[site] = Remembered(directory: directory, readAt: now) }
        return directory
    }

    /// Reads the accounts again with the next question.
    func forget(_ site: SiteID) { known.withLock { $0[site] = nil } }
}

/// The people of a site by their ids.
struct StaffDirectory: Sendable {
    /// Somebody with an account.
    struct Person: Sendable {
        let staff: StaffID
        let name: String
        let role: Role?
        let isActive: Bool
    }

    /// One reading of the accounts; another reading is another object.
    final class Edition: Sendable {}

    /// Everybody, by name.
    let people: [Person]
    /// From which reading this is.
    let edition = Edition()
    private let byID: [StaffID: String]

    /// Companies and agents of channels are known by name and are nobody's colleagues.
    init(_ people: [Person], channels: [(StaffID, String)] = []) {
        self.people = people
        byID = Dictionary(
            people.map { ($0.staff, $0.name) } + channels,
            uniquingKeysWith: { first, _ in first })
    }

    /// The name, or the id of somebody who never had an account.
    func name(_ staff: StaffID) -> String {
        byID[staff] ?? (staff == Actor.clock.staff ? "系统" : staff.rawValue)
    }

    /// Whether there is such a person.
    func knows(_ staff: StaffID) -> Bool { byID[staff] != nil }
}
