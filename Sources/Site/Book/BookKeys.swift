import Foundation

/// The two keys of an installation; losing them is losing the proof and the personal data.
public struct BookKeys: Sendable {
    /// ANCHANG_JOURNAL_KEY: makes the hash chain.
    public let journal: HMACKey
    /// ANCHANG_PERSON_KEY: seals personal data.
    public let person: PersonKey

    /// Both keys, 32 bytes each.
    /// - Throws: ``KeyProblem`` when one does not have 32 bytes.
    public init(journal: [UInt8], person: [UInt8]) throws(KeyProblem) {
        guard journal.count == 32 else { throw KeyProblem("ANCHANG_JOURNAL_KEY", .wrongLength) }
        self.journal = HMACKey(journal)
        do {
            self.person = try PersonKey(person)
        } catch {
            throw KeyProblem("ANCHANG_PERSON_KEY", .wrongLength)
        }
    }

    /// Both keys from the environment, each 32 bytes in hexadecimal or base64.
    /// - Throws: ``KeyProblem``, which says how to make a key.
    public init(environment: [String: String]) throws(KeyProblem) {
        try self.init(
            journal: Self.key("ANCHANG_JOURNAL_KEY", environment),
            person: Self.key("ANCHANG_PERSON_KEY", environment))
    }

    private static func key(
        _ name: String, _ environment: [String: String]
    ) throws(KeyProblem) -> [UInt8] {
        guard let text = environment[name], !text.isEmpty else { throw KeyProblem(name, .missing) }
        guard let bytes = decoded(text) else { throw KeyProblem(name, .unreadable) }
        guard bytes.count == 32 else { throw KeyProblem(name, .wrongLength) }
        return bytes
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        if text.utf8.count == 64, let found = try? bytes(hex: text) { return found }
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: standard + padding).map { Array($0) }
    }
}

/// Why a key cannot be used; never shows the key.
public struct KeyProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// Not set or empty.
        case missing
        /// Neither hexadecimal nor base64.
        case unreadable
        /// Not 32 bytes.
        case wrongLength
    }

    /// The variable.
    public let variable: String
    /// What is wrong with it.
    public let kind: Kind

    init(_ variable: String, _ kind: Kind) {
        self.variable = variable
        self.kind = kind
    }

    /// What is wrong, and how to make a key.
    public var description: String {
        let fault =
            switch kind {
            case .missing: "is not set"
            case .unreadable: "is neither hexadecimal nor base64"
            case .wrongLength: "does not have 32 bytes"
            }
        return "\(variable) \(fault); make a key with: openssl rand -hex 32"
    }
}
