/// What is entered and checked beside the turns: registers, texts after calls, promises, checks
/// (REC-45 … REC-53, REC-55 … REC-66).
public enum RegisterCommand: Codable, Hashable, Sendable {
    /// Proposes a penalty; people decide on it elsewhere (GLOSSARY §2.12).
    case proposePenalty(PenaltyDraft)
}
