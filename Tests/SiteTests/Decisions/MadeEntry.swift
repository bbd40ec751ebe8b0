import HouseRules

@testable import Site

/// An entry of the journal with what a test wants to see of it.
func madeEntry(
    _ command: Command = .settleDue, _ outcome: Outcome? = .done, reasons: [Reason] = [],
    by actor: Actor = Actor("D", .frontDeskSecretary)
) -> Entry {
    Entry(
        seq: 12, id: "d-12", at: mondayAt(10, 0, 5), actor: actor, policyRevision: 3,
        command: command, outcome: outcome, reasons: reasons, events: [], hash: "beef")
}

/// The same in words.
func madeView(
    _ command: Command = .settleDue, _ outcome: Outcome? = .done, reasons: [Reason] = [],
    by actor: Actor = Actor("D", .frontDeskSecretary)
) -> DecisionView {
    DecisionView(
        madeEntry(command, outcome, reasons: reasons, by: actor), houseDirectory)
}
