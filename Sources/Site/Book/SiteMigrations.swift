import Database
import Foundation

/// The tables of the product.
public enum SiteMigrations {
    /// The numbered SQL files that ship with the program.
    /// - Throws: `MigrationFailure` when they cannot be read.
    public static func all() throws -> Migrations {
        // `resourceURL` already ends in Resources on some systems and not on others.
        try Migrations(directory: Bundle.module.bundleURL.appending(path: "Resources/migrations"))
    }
}
