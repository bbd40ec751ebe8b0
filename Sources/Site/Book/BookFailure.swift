import Database
import HouseRules

/// Too many commands wait, or other processes were first too often: nothing was done, try again.
public struct SiteBusy: Error, Sendable, Hashable, CustomStringConvertible {
    /// One English sentence.
    public let description: String
}

/// A decision id was used before for something else; nothing was done.
public struct DecisionIDReused: Error, Sendable, Hashable, CustomStringConvertible {
    /// The id.
    public let id: DecisionID

    /// One English sentence.
    public var description: String {
        "The decision id \(id) was used before for another command; ask with a fresh one."
    }
}

/// The stored journal does not continue what this process has read; nothing was done.
public struct JournalBroken: Error, Sendable, Hashable, CustomStringConvertible {
    /// The first entry that does not fit.
    public let seq: Int

    /// One English sentence.
    public var description: String {
        "Journal entry \(seq) does not follow from the one before it; run `anchang verify`."
    }
}

/// No such site in the database.
public struct UnknownSite: Error, Sendable, Hashable, CustomStringConvertible {
    /// The id asked for.
    public let site: SiteID

    /// One English sentence.
    public var description: String { "There is no site \(site) in the database." }
}

extension DatabaseFailure {
    /// Whether somebody else wrote the journal first.
    var isLostRace: Bool {
        guard case .uniqueViolation(let constraint) = self else { return false }
        return constraint.hasPrefix("journal.")
    }

    /// Whether one statement may be at fault, so that the commands beside it deserve another try.
    var mayBeOneStatement: Bool {
        switch self {
        case .uniqueViolation, .foreignKeyViolation, .checkViolation, .notNullViolation,
            .statement, .decoding:
            true
        case .busy, .timeout, .cancelled, .connectionLost, .full, .readOnly, .corrupt:
            false
        }
    }
}
