import HouseRules

extension DecisionCard {
    /// The card of a decision: each step of the reasoning with its clause, the facts, the others.
    init(_ view: DecisionView, pack: PolicyPack?, actions: HTML? = nil) {
        self.init(
            question: view.question, person: view.cardPerson, sentence: view.sentence,
            effect: view.refusal.map { ($0, .stop) } ?? view.effect.map { ($0, view.effectTone) },
            clauses: view.steps.map {
                Clause(id: $0.clause, text: $0.sentence, href: "/clauses/\($0.clause)")
            },
            evidence: [
                ("裁定时刻", view.decidedAt), ("经手", "\(view.actor)（\(view.actorRole)）"),
                ("制度", pack.map { "\($0.name) 第 \(view.policyRevision) 版" } ?? "默认制度"),
                ("记录号", "第 \(view.seq) 条"),
            ],
            runnersUp: view.next.enumerated().map {
                RunnerUp(name: $0.element, reason: "次序在后，此后的第 \($0.offset + 1) 位")
            },
            actions: actions, decision: view.id)
    }
}

extension DecisionView {
    /// The big line of the card; nil shows a refusal.
    fileprivate var cardPerson: String? {
        guard refusal == nil else { return nil }
        if outcome == "accepted", person == nil { return sentence.isEmpty ? "已记下" : "已办理" }
        return person
    }

    fileprivate var effectTone: Tone {
        switch effectName {
        case "counted": .busy
        case "advance", "makeup_used", "returned_used": .warn
        default: .calm
        }
    }
}
