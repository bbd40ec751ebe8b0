import HouseRules
import Yams

extension ScenarioReader {
    /// How things stand before the first fact.
    mutating func read(_ node: Node, into standing: inout Standing, start: inout Moment) {
        for field in reading.fields(node, known: FactKind.givenKeys, of: "given（前态）") {
            let what = "given 的 \(field.key)"
            switch field.key {
            case "at": start = moment(field.value, of: what) ?? start
            case "order": standing.order = peopleList(field.value, of: what)
            case "pointer": standing.pointer = person(field.value, of: what)
            case "makeup": standing.makeups = peopleList(field.value, of: what)
            case "returned": standing.returned = peopleList(field.value, of: what)
            case "advance":
                standing.advances = Dictionary(counts(field.value, of: what)) { _, last in last }
            case "ticks":
                standing.ticks = Dictionary(counts(field.value, of: what)) { _, last in last }
            default:
                standing.presence = Dictionary(presences(field.value, of: what)) { _, last in last }
            }
        }
        if let pointer = standing.pointer, !standing.order.contains(pointer) {
            reading.fault(node, "given 的 pointer 是 \(pointer)，不在当日次序里。")
        }
    }
}
