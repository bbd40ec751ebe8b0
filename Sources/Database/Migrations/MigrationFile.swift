import Foundation

/// One numbered SQL file.
struct MigrationFile: Sendable {
    let number: Int
    /// `NNNN-name`, without the dialect.
    let name: String
    /// `nil` when the file serves both databases.
    let dialect: Dialect?
    let text: String

    /// Reads `NNNN-name.sql`, `NNNN-name.sqlite.sql` or `NNNN-name.postgres.sql`.
    init(_ url: URL) throws {
        let fileName = url.lastPathComponent
        let pattern =
            #/
            (?<name> (?<number>[0-9]{4}) (-[a-z0-9]+)+ ) (\. (?<dialect>sqlite|postgres) )? \.sql
            /#
        guard let match = fileName.wholeMatch(of: pattern), let number = Int(match.number) else {
            throw MigrationFailure(
                """
                \(fileName) is not the name of a migration: it must be NNNN-name.sql, \
                NNNN-name.sqlite.sql or NNNN-name.postgres.sql, in lower case.
                """)
        }
        guard let bytes = try? Data(contentsOf: url),
            let text = String(data: bytes, encoding: .utf8)
        else { throw MigrationFailure("Migration \(fileName) cannot be read as UTF-8.") }
        self.number = number
        self.name = String(match.name)
        self.dialect = match.dialect.flatMap { Dialect(rawValue: String($0)) }
        self.text = text
    }

    /// Tells an edited text from the shipped one: FNV-1a over the UTF-8, in hexadecimal.
    /// It guards against mistakes, not against forgery.
    var hash: String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Why migrations cannot be read or applied, as a sentence for the operator.
public struct MigrationFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence, in English.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
