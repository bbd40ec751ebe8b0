/// Opens the database an operator named: `postgres://…` or `postgresql://…` is a server, anything
/// else is the path of an SQLite file, which is created when it is not there.
/// - Throws: ``DatabaseFailure`` when it cannot be reached or is not a database.
public func openDatabase(_ location: String) async throws -> any Database {
    if location.hasPrefix("postgres://") || location.hasPrefix("postgresql://") {
        return try await PostgresDatabase(url: location)
    }
    return try SQLiteDatabase(path: location)
}
