/// Why an entry does not stand.
public enum RegisterRefusal: Codable, Hashable, Sendable {
    /// Fields that must be filled are empty (REC-59).
    case fieldsMissing([String])

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .fieldsMissing: "FIELDS_MISSING"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .fieldsMissing: .rec(59)
        }
    }
}
