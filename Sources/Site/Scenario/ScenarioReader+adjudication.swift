import HouseRules
import Yams

/// Facts of deals and quarrels (OWN-22 … OWN-38).
extension ScenarioReader {
    mutating func adjudicationCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: AdjudicationCommand?
        switch kind {
        default: command = deal(DealID(name), mapping, main)
        }
        return command.map { [Asked(subject: name, command: .adjudication($0))] } ?? []
    }

    private mutating func deal(
        _ deal: DealID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> AdjudicationCommand? {
        guard let customer = required("customer", "客户", mapping, main).flatMap({
            reading.text($0, of: "customer(客户)")
        }), let staff = required("person", "谁", mapping, main).flatMap({
            person($0, of: "person(谁)")
        })
        else { return nil }
        return .order(deal, PersonID(customer), staff)
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: AdjudicationCommand, in state: SiteState) -> Actor {
        switch command {
        case .order(_, _, let staff): Actor(staff, .consultant)
        }
    }
}
