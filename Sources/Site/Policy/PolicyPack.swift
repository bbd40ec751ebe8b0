import HouseRules
import Yams

/// A clause of the site's own handbook, in our own words.
public struct ClauseText: Hashable, Sendable {
    /// 本站条号, such as `六-1.2`.
    public let number: String
    /// A few words.
    public let title: String
    /// The clause.
    public let text: String
}

/// The rules as they stand from one day on; nothing is ever overwritten.
public struct PackRevision: Hashable, Sendable {
    /// From 1, growing.
    public let number: Int
    /// First day.
    public let effectiveFrom: BusinessDay
    /// Who set it.
    public let author: String
    /// Why.
    public let note: String
    /// The rules.
    public let policy: Policy
    /// SHA-256 over the canonical parameters, in hexadecimal.
    public let hash: String
}

/// A rule pack (制度包): dated parameters and the texts of the clauses.
public struct PolicyPack: Hashable, Sendable {
    /// Its short name, such as `P001`.
    public let name: String
    /// Its full name.
    public let title: String
    /// The pack that it starts from.
    public let base: String?
    /// At least one, the earliest first.
    public let revisions: [PackRevision]
    /// Clauses by rule number, such as `REC-03`; those of the base included.
    public let clauses: [String: ClauseText]

    /// The revision that rules on a day; before the first one, the first.
    public func revision(at day: BusinessDay) -> PackRevision {
        revisions.last { $0.effectiveFrom <= day } ?? revisions[0]
    }

    /// The rules of a day.
    public func policy(at day: BusinessDay) -> Policy { revision(at: day).policy }

    /// The words of the clause in this house.
    public func clause(_ clause: Clause) -> ClauseText? { clauses[clause.id] }

    /// How a pack finds the pack that it starts from.
    public typealias Bases = (String) throws(SourceFaults) -> PolicyPack?

    /// Reads a pack; all its faults at once.
    ///
    /// - Parameters:
    ///   - text: The YAML text.
    ///   - file: The name that faults show.
    ///   - bases: Finds the pack named by `base:`; nil when there is none of that name.
    public static func read(
        text: String, file: String, bases: Bases = { (_) throws(SourceFaults) in nil }
    ) throws(SourceFaults) -> PolicyPack {
        guard let root = try YAMLText.root(text, file: file) else {
            throw SourceFaults([
                SourceFault(
                    file: file, line: 1, column: 1,
                    "文件是空的，制度包至少要有 pack、title 和 parameters。")
            ])
        }
        var reader = PolicyPackReader(file: file)
        let base = try reader.base(of: root, bases)
        let pack = reader.pack(root, base: base)
        try reader.reading.check()
        guard let pack else { throw SourceFaults([]) }
        return pack
    }
}
