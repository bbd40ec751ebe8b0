/// Whose deal it is (OWN-22 … OWN-38).
extension Deliberation {
    var adjudicationKnobs: AdjudicationPolicy { policy.adjudication }

    mutating func carryOut(_ command: AdjudicationCommand) throws(Refusal) -> Outcome {
        switch command {
        case .order(let deal, let person, let staff): try order(deal, person, staff)
        }
        return .done
    }

    private mutating func order(
        _ deal: DealID, _ person: PersonID, _ staff: StaffID
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff)
        _ = try known(staff)
        guard adjudication.deals[deal] == nil else { throw .adjudication(.dealExists(deal)) }
        emit(.dealOrdered(DealFact(deal, of: person, by: staff, at: at)))
        because(.closedBy(staff))
    }
}
