/// Whose customer a visitor is (REC-21 … REC-44).
extension Deliberation {
    mutating func carryOut(_ command: ClaimCommand) throws(Refusal) -> Outcome {
        switch command {
        case .note(let fact):
            _ = try known(fact.staff)
            emit(.noted(fact))
            because(.noted(fact.staff))
        }
        return .done
    }
}
