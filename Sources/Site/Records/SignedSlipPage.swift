import HouseRules

/// A slip that people sign: one A4 page with clause, facts and places for signatures.
struct SignedSlipPage: Sendable {
    let title: String
    let siteName: String
    /// Number of the decision in the journal.
    let seq: Int
    let rows: [(name: String, value: String)]
    /// Clause and sentence of every step that decided.
    let clauses: [DecisionCard.Clause]
    /// Who signs, and who has.
    let signatures: [PlacedSignature]
    let decision: String
    let hash: String
    var told: HTML?

    var html: HTML {
        let steps: [HTML] = clauses.map {
            """
            <li class="clause"><a class="clause-id" href="\(url: $0.href ?? "/clauses")">\($0.id)\
            </a><span>\($0.text)</span></li>
            """
        }
        return """
            <div class="no-print">\(told)</div>
            <article class="card slip"><h1>\(title)</h1>
            <p class="muted">\(siteName) · 第 \(seq) 条记录</p>
            \(facts(rows))
            <h2>依据</h2><ul class="clauses">\(steps)</ul>
            <h2>签字</h2><div class="slip-signs">\(signatures.map(\.html))</div>
            <p class="muted hash">校验值 <code>\(hash)</code></p></article>
            <p class="actions no-print">\(linkButton("看依据", to: "/decisions/\(decision)", .quiet))
            \(linkButton("回到今日", to: "/", .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可，一页 A4 纸。</span></p>
            """
    }
}

/// What a decision puts on paper; nil for decisions without a slip.
struct SlipText: Sendable {
    let kind: SlipKind
    let rows: [(name: String, value: String)]
    /// Who signs.
    let places: [SigningPlace]

    var title: String { kind.label }

    /// The slip of the first event that has one. `visits` says a visit in words.
    init?(_ entry: Entry, _ names: Names, visits: (VisitID) -> String) {
        for event in entry.events {
            if let slip = SlipText(event, entry, names, visits) {
                self = slip
                return
            }
        }
        return nil
    }

    private init(
        _ kind: SlipKind, _ rows: [(String, String)], _ places: [SigningPlace]
    ) {
        self.kind = kind
        self.rows = rows.map { (name: $0.0, value: $0.1) }
        self.places = places
    }

    private init?(
        _ event: SiteEvent, _ entry: Entry, _ names: Names, _ visits: (VisitID) -> String
    ) {
        let actor = ("经办", "\(names(entry.actor.staff))（\(entry.actor.role.label)）")
        let time = ("时刻", entry.at.words)
        switch event {
        case .duty(.disputeFiled(let dispute)):
            self.init(
                .dispute, Self.facts(dispute, names, visits),
                [SigningPlace(.complainant, dispute.filedBy), SigningPlace(.ruler)])
        case .duty(.disputeRuled(let dispute, let ruling, let note, let staff, let at)):
            let end = [
                ("裁定", ruling.label), ("裁定理由", note), ("裁定人", "\(names(staff)) \(at.words)"),
            ]
            self.init(
                .dispute, Self.facts(dispute, names, visits) + end,
                [SigningPlace(.complainant, dispute.filedBy), SigningPlace(.ruler, staff)])
        case .duty(.suspended(let slip)):
            self.init(
                .suspension,
                [
                    ("当事人", names(slip.staff)), ("何事", slip.misconduct.label),
                    ("事件", slip.incident), ("事实", slip.facts),
                    ("发现人", "\(names(slip.finder))（\(slip.role.label)）"),
                    ("发现时刻", slip.at.words), ("停接的日子", slip.days.map(\.fullWords).listed),
                ],
                [
                    SigningPlace(.party, slip.staff), SigningPlace(.finder, slip.finder),
                    SigningPlace(.manager),
                ])
        case .claims(.slipWritten(let slip, let from)):
            self.init(
                .change,
                [
                    ("哪一组", visits(slip.visit)), ("原顾问", from.map(names) ?? "—"),
                    ("新顾问", names(slip.to)), ("原因", slip.cause.label),
                    ("说明", slip.note.isEmpty ? "—" : slip.note), time, ("审批", actor.1),
                ],
                [
                    SigningPlace(.formerConsultant, from), SigningPlace(.newConsultant, slip.to),
                    SigningPlace(.approver, entry.actor.staff),
                ])
        default: self.init(tour: event, entry, names, visits)
        }
    }

    /// The slips of tours.
    private init?(
        tour event: SiteEvent, _ entry: Entry, _ names: Names, _ visits: (VisitID) -> String
    ) {
        let actor = ("经办", "\(names(entry.actor.staff))（\(entry.actor.role.label)）")
        switch event {
        case .duty(.tourProved(let visit, let staff, let order)):
            self.init(
                .tourGroup,
                [
                    ("哪一组", visits(visit)), ("团名", order.group), ("人数", "\(order.size) 人"),
                    ("接待", names(staff)), ("补来时刻", entry.at.words), actor,
                ],
                [
                    SigningPlace(.developer), SigningPlace(.receptionist, staff),
                    SigningPlace(.manager),
                ])
        case .registers(.tourDeparted(let sheet, _)):
            self.init(
                .siteTour,
                [
                    ("哪一组", visits(sheet.visit)),
                    ("开发商批准时刻", sheet.approvedAt?.words ?? "本站不要求"),
                    ("客户", "\(sheet.customers) 人"), ("陪同", "\(sheet.escorts) 人"),
                    ("安全帽", "\(sheet.helmets) 顶"), ("时刻", entry.at.words), actor,
                ], [SigningPlace(.developer), SigningPlace(.escort)])
        default: return nil
        }
    }

    private static func facts(
        _ dispute: Dispute, _ names: Names, _ visits: (VisitID) -> String
    ) -> [(String, String)] {
        [
            ("谁的轮次", names(dispute.turn.staff)), ("哪一组", visits(dispute.turn.visit)),
            ("台账原记", "轮空（\(dispute.turn.why.label)）"), ("本人说", dispute.note),
            ("提出", "\(names(dispute.filedBy)) \(dispute.at.words)"),
        ]
    }
}
