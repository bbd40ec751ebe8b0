/// One person on the turn board.
struct BoardRow: Sendable {
    /// Nil for those who are not in the queue.
    let position: Int?
    let staffID: String
    let name: String
    /// A few words: since when, with whom.
    var note: String?
    let status: String
    let tone: Tone
    /// The next to be called.
    var isNext = false
}

/// The turn board: people in the order in which they are called.
func turnList(_ rows: [BoardRow], label: String = "接待轮次") -> HTML {
    let items: [HTML] = rows.map { row in
        let place: HTML =
            row.position.map { "<span class=\"turn-place\">\($0)</span>" }
            ?? "<span class=\"turn-place turn-place-none\" aria-hidden=\"true\">–</span>"
        let note: HTML? = row.note.map { "<span class=\"turn-note\">\($0)</span>" }
        let next: HTML? = row.isNext ? "<span class=\"turn-next\">下一位</span>" : nil
        return """
            <li class="turn\(row.isNext ? " turn-is-next" : "")" data-staff="\(row.staffID)">
            \(place)<div class="turn-who">
            <span class="turn-name">\(row.name)\(next)</span>\(note)</div>
            \(badge(row.status, row.tone))</li>

            """
    }
    return "<ol class=\"turns\" aria-label=\"\(label)\">\(items)</ol>"
}

/// A decision with everything it rests on.
struct DecisionCard: Sendable {
    /// A clause that decided.
    struct Clause: Sendable {
        let id: String
        let text: String
        var href: String?
    }

    /// Somebody who was not chosen, and why.
    struct RunnerUp: Sendable {
        let name: String
        let reason: String
    }

    /// What was asked, such as 自然到访 · 2 位.
    let question: String
    /// Who it falls to; nil for a refusal.
    let person: String?
    /// The decision in one sentence.
    let sentence: String
    /// What it does to the turn, such as 计轮.
    var effect: (text: String, tone: Tone)?
    var clauses: [Clause] = []
    var evidence: [(name: String, value: String)] = []
    var runnersUp: [RunnerUp] = []
    var actions: HTML?
    /// The decision's id, when the card shows one that was made.
    var decision: String?

    var html: HTML {
        let mark: HTML? = decision.map { " data-decision=\"\($0)\"" }
        return """
            <article class="decision-card\(person == nil ? " is-refusal" : "")"\(mark)>
            <p class="decision-question">\(question)</p>
            \(answer)
            <p class="decision-sentence">\(sentence)</p>
            \(clauseList)\(evidenceList)\(runnerUpList)\(actionRow)</article>
            """
    }

    private var answer: HTML {
        let tag: HTML? = effect.map { badge($0.text, $0.tone) }
        let name: HTML =
            person.map { "<span class=\"decision-person\">\($0)</span>" }
            ?? "<span class=\"decision-person decision-none\">没有办成</span>"
        return "<p class=\"decision-answer\">\(name)\(tag)</p>"
    }

    private var clauseList: HTML? {
        guard !clauses.isEmpty else { return nil }
        let items: [HTML] = clauses.map { clause in
            let id: HTML =
                clause.href.map { "<a class=\"clause-id\" href=\"\(url: $0)\">\(clause.id)</a>" }
                ?? "<span class=\"clause-id\">\(clause.id)</span>"
            return "<li class=\"clause\">\(id)<span>\(clause.text)</span></li>"
        }
        return "<h3>依据</h3><ul class=\"clauses\">\(items)</ul>\n"
    }

    private var evidenceList: HTML? {
        evidence.isEmpty ? nil : "<h3>事实</h3>\(facts(evidence))\n"
    }

    private var runnerUpList: HTML? {
        guard !runnersUp.isEmpty else { return nil }
        let items: [HTML] = runnersUp.map {
            "<li><span class=\"runner-up-name\">\($0.name)</span><span>\($0.reason)</span></li>"
        }
        return "<h3>为什么不是别人</h3><ul class=\"runners-up\">\(items)</ul>\n"
    }

    private var actionRow: HTML? { actions.map { "<div class=\"actions\">\($0)</div>" } }
}
