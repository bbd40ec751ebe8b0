/// The registers (REC-45 … REC-53, REC-55 … REC-66).
extension Deliberation {
    mutating func carryOut(_ command: RegisterCommand) throws(Refusal) -> Outcome {
        switch command {
        case .proposePenalty(let draft):
            try allow(.clock)
            _ = try known(draft.staff)
            propose(draft)
        }
        return .done
    }

    /// Proposes a penalty; people decide on it elsewhere.
    mutating func propose(_ draft: PenaltyDraft) {
        emit(.penaltyDrafted(draft, at: at))
        because(.penaltyDrafted(draft))
    }
}
