import GRDB
import Synchronization

/// The tables as the writing connection last saw them.
///
/// GRDB forgets prepared statements when its own connection changes a table, and asks before each
/// read whether another one did. Before a write it does not ask, so this does.
final class SQLiteSchema: Sendable {
    private let version = Mutex<Int32?>(nil)

    func notice(_ connection: GRDB.Database) throws {
        let current = try connection.schemaVersion()
        version.withLock { version in
            if version != current { connection.clearSchemaCache() }
            version = current
        }
    }
}
