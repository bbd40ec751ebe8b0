import HouseRules
import Yams

/// Facts of ownership (OWN-01 … OWN-42).
extension ScenarioReader {
    mutating func ownershipCommand(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        guard let name = reading.text(main.value, of: what) else { return [] }
        let command: OwnershipCommand?
        switch kind {
        default: command = relate(PersonID(name), mapping, main)
        }
        return command.map { [Asked(subject: name, command: .ownership($0))] } ?? []
    }

    /// `relate: 甲, to: 乙, kinship: spouse`: 乙 is the spouse of 甲; proven unless it says not.
    private mutating func relate(
        _ person: PersonID, _ mapping: Node.Mapping, _ main: YAMLField
    ) -> OwnershipCommand? {
        guard let other = required("to", "与谁", mapping, main).flatMap({
            reading.text($0, of: "to(与谁)")
        }), let kinship: Kinship = word("kinship", "什么关系", mapping, main)
        else { return nil }
        let proven = mapping["proven"].flatMap { reading.flag($0, of: "proven(有凭据)") } ?? true
        return .relate(person, other: PersonID(other), kinship, proven: proven)
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: OwnershipCommand, in state: SiteState) -> Actor {
        switch command {
        case .relate: role(.frontDeskSecretary)
        }
    }
}
