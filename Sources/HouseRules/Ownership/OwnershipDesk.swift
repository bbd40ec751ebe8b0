/// Whose customer it is (OWN-01 … OWN-42).
extension Deliberation {
    var ownershipKnobs: OwnershipPolicy { policy.ownership }

    mutating func carryOut(_ command: OwnershipCommand) throws(Refusal) -> Outcome {
        switch command {
        case .relate(let person, let other, let kinship, let proven):
            try relate(person, other, kinship, proven: proven)
        }
        return .done
    }

    /// Kinship counts once papers or a signature show it (OWN-27).
    private mutating func relate(
        _ person: PersonID, _ other: PersonID, _ kinship: Kinship, proven: Bool
    ) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant, .clericalStaff)
        guard proven else { throw .ownership(.kinshipUnproven) }
        emit(.related(person, other: other, kinship))
        because(.related(kinship, isNear: ownershipKnobs.immediateFamily.contains(kinship)))
    }
}
