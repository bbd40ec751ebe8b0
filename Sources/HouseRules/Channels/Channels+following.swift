/// What channels note of visits as they happen; `ownership` is as it was before.
extension Channels {
    mutating func follow(_ event: ReceptionEvent, _ ownership: Ownership) {
        switch event {
        case .visitRegistered(let open):
            var visit = ChannelVisit(
                open.visit, arrivedAt: open.arrivedAt, person: open.person)
            if open.visitClass == .channel { visit.mentionedAt = open.arrivedAt }
            visits[open.visit] = visit
            if let person = open.person { meet(person, open.visit, ownership) }
        case .visitLogged(let visit, _, _, let at): mark(.register, visit, at)
        case .receptionFinished(let visit, _, let at): visits.change(visit) { $0.finishedAt = at }
        case .visitVoided(let fact): void(fact.visit)
        case .sheetPublished(let sheet): dropWhatIsOver(before: sheet.day)
        default: break
        }
    }

    mutating func follow(_ event: ClaimEvent, _ ownership: Ownership) {
        switch event {
        case .questionAnswered(let visit, let answers, let at):
            visits[visit]?.answeredAt = at
            visits[visit]?.mentionedAt = answers.referrer == .channel ? at : nil
        case .personLinked(let visit, let person):
            visits[visit]?.person = person
            meet(person, visit, ownership)
            remember(visit)
        case .merged(let folded, _): visits[folded] = nil
        default: break
        }
    }

    mutating func follow(_ event: RegisterEvent) {
        if case .stepMarked(let visit, let step, let at) = event { mark(step, visit, at) }
    }

    /// Nobody brought anybody: a report may still count for the visit that does take place.
    private mutating func void(_ id: VisitID) {
        guard let visit = visits.removeValue(forKey: id) else { return }
        audits[id] = nil
        guard let person = visit.person else { return }
        if brought[person] == id { brought[person] = nil }
        for index in recommendations[person]?.indices ?? 0..<0
        where recommendations[person]?[index].firstVisit == visit.arrivedAt {
            recommendations[person]?[index].firstVisit = nil
        }
    }

    private mutating func mark(_ step: ReceptionStep, _ visit: VisitID, _ at: Moment) {
        visits.change(visit) { if $0.steps[step] == nil { $0.steps[step] = at } }
    }

    /// Who the customer of a visit was before it, and whether it is the first of somebody who was
    /// recommended.
    private mutating func meet(_ person: PersonID, _ visit: VisitID, _ ownership: Ownership) {
        guard let arrivedAt = visits[visit]?.arrivedAt else { return }
        for index in recommendations[person]?.indices ?? 0..<0 {
            if recommendations[person]?[index].firstVisit == nil {
                recommendations[person]?[index].firstVisit = arrivedAt
            }
        }
        let isChannels = brought[person].flatMap { visits[$0]?.winner } != nil
        guard !isChannels else { return }
        visits[visit]?.heldBy =
            ownership.records(of: person).last {
                $0.basis.isNatural && $0.holds(on: arrivedAt.day)
            }?.staff
    }

    /// Visits that no report could be meant for are forgotten with the day.
    private mutating func dropWhatIsOver(before day: BusinessDay) {
        visits = visits.filter { id, visit in
            !visit.candidates.isEmpty || audits[id] != nil
                || visit.finishedAt == nil && visit.arrivedAt.day >= day.adding(days: -1)
        }
    }
}

extension OwnershipBasis {
    /// Whether it makes somebody a consultant's natural visitor (OWN-49).
    var isNatural: Bool { self != .call && self != .channel }
}
