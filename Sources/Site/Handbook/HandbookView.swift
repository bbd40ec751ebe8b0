import HouseRules

/// The house's rules as they stand: each clause with its parameters and since when they hold.
struct HandbookView: Sendable {
    /// One parameter with its value.
    struct Line: Sendable, Equatable {
        let key: String
        let label: String
        let value: String
        /// The first day of the run of revisions with this value; nil for the catalogue's default.
        let since: BusinessDay?
    }

    /// One clause, or the parameters of a rule without one.
    struct Section: Sendable {
        let rule: String
        let clause: ClauseText?
        let lines: [Line]
        let hasTable: Bool
    }

    /// One published revision.
    struct Edition: Sendable {
        let number: Int
        let effectiveFrom: Moment
        let author: String
        let note: String
        let isInForce: Bool
        let isAhead: Bool
    }

    let title: String
    let sections: [Section]
    /// The newest first.
    let editions: [Edition]

    /// The rules at a moment; `policy` knows the rules of each revision.
    init(
        pack: PolicyPack?, revisions: [PolicyRevision], at now: Moment,
        policy: (Int) -> Policy?
    ) {
        title = pack?.title ?? ""
        let governing = revisions.filter { $0.effectiveFrom <= now }
            .sorted { ($0.effectiveFrom, $0.revision) < ($1.effectiveFrom, $1.revision) }
        let inForce = governing.last
        let current = inForce.flatMap { policy($0.revision) } ?? Policy()
        let history = governing.reversed().compactMap { revision in
            policy(revision.revision).map { (revision.effectiveFrom.day, $0) }
        }
        let parameters = Dictionary(grouping: PolicyParameter.all, by: \.rule)
        let rules = Set(parameters.keys).union(pack?.clauses.keys.map { $0 } ?? []).sorted()
        sections = rules.map { rule in
            let own = parameters[rule] ?? []
            return Section(
                rule: rule, clause: pack?.clauses[rule],
                lines: Self.turns(rule, current, history)
                    + own.filter { $0.put != nil }.map {
                        parameter in
                        Line(
                            key: parameter.key, label: parameter.label,
                            value: parameter.words(current),
                            since: Self.since(parameter, current, history))
                    },
                hasTable: own.contains { $0.put == nil })
        }
        editions = revisions.reversed().map {
            Edition(
                number: $0.revision, effectiveFrom: $0.effectiveFrom, author: $0.author,
                note: $0.note, isInForce: $0.revision == inForce?.revision,
                isAhead: $0.effectiveFrom > now)
        }
    }

    /// What the table of visits says now: all of it under REC-18, the introduced under REC-20.
    private static func turns(
        _ rule: String, _ current: Policy, _ history: [(BusinessDay, Policy)]
    ) -> [Line] {
        let shown: [VisitClass] =
            rule == "REC-18" ? VisitClass.allCases : rule == "REC-20" ? [.referral] : []
        return shown.map { visitClass in
            let row = current.rotation.turnTable[visitClass]
            let run = history.prefix { $0.1.rotation.turnTable[visitClass] == row }
            return Line(
                key: "turn_table." + visitClass.rawValue, label: visitClass.label,
                value: TurnRow.words(row), since: run.last?.0)
        }
    }

    /// The first day of the unbroken run of revisions, back from now, with the present value.
    private static func since(
        _ parameter: PolicyParameter, _ current: Policy, _ history: [(BusinessDay, Policy)]
    ) -> BusinessDay? {
        let value = parameter.text(current)
        return history.prefix { parameter.text($0.1) == value }.last?.0
    }
}
