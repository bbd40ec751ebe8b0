/// One line of a file: what happened, when, by whom.
public struct CaseEntry: Hashable, Sendable {
    /// When; records of the register only tell the day.
    public let at: Moment
    /// Who did it; nil: the rules.
    public let staff: StaffID?
    /// What.
    public let kind: CaseEntryKind
}

/// What a line of a file is about.
public enum CaseEntryKind: Hashable, Sendable {
    /// A record of the register began (OWN-09).
    case record(OwnershipBasis, of: PersonID, until: BusinessDay)
    /// A visit with a forgotten name (OWN-23).
    case forgot
    /// The deal was signed.
    case deal
    /// Claimed on the same day (OWN-23).
    case sameDayClaim(note: String)
    /// An older record was shown (OWN-25).
    case recordShown(note: String)
    /// A changed consultant objected (OWN-29).
    case objected(note: String)
    /// Poached (OWN-22).
    case poached(from: StaffID, note: String)
    /// Who has it from then on (OWN-38).
    case attributed(Attribution)
    /// A step of the quarrel (OWN-30).
    case dispute(DisputeState, note: String)
    /// A ruling (OWN-31).
    case ruled(RulingSlip)
    /// The commission was paid out (OWN-28).
    case paid
    /// The deal was given back, or something of it was changed (SAL-16, SAL-27).
    case turned(DealTurnKind)
}

/// The three lights of a record (OWN-09).
public struct CaseLights: Hashable, Sendable {
    /// Whose record.
    public let staff: StaffID
    /// In the public register.
    public let register: Bool
    /// In the system.
    public let system: Bool
    /// Fresh on the day that counts.
    public let fresh: Bool
}

/// The whole file of a deal (判客单): everything on one page.
public struct CaseFile: Sendable {
    /// The deal.
    public let deal: DealFact
    /// What happened, in order.
    public let entries: [CaseEntry]
    /// The lights of everybody with a record.
    public let lights: [CaseLights]
    /// What stands.
    public let current: Attribution
    /// The clauses that led to it, in order, each once.
    public let clauses: [Clause]
    /// The quarrel about it.
    public let dispute: DisputeFile?
    /// The last second for an appeal; nil: none.
    public let appealUntil: Moment?
    /// Who signs: everybody concerned.
    public let signers: [StaffID]
    /// Why the deal no longer stands, and since when; nil: it stands.
    public let ended: (cause: VoidCause, at: Moment)?
    /// The so-manieth result this is, counted from 1: each is signed anew (OWN-30).
    public let edition: Int
}

extension SiteState {
    /// The file of a deal; nil: there is none.
    public func caseFile(of deal: DealID) -> CaseFile? {
        guard let file = adjudication.deals[deal], let current = file.current else { return nil }
        let dispute = file.dispute.flatMap { adjudication.disputes[$0] }
        var seen: Set<Clause> = []
        let path = current.path.map(\.clause) + current.runnersUp.map(\.why.clause)
        let signers = Set(
            current.shares.people + current.runnersUp.map(\.staff) + (dispute?.parties ?? []))
        return CaseFile(
            deal: file.deal, entries: entries(file, dispute).sorted { $0.at < $1.at },
            lights: lights(file), current: current,
            clauses: path.filter { seen.insert($0).inserted }, dispute: dispute,
            appealUntil: dispute?.state == .ruled ? dispute?.rulings.last?.appealUntil : nil,
            signers: rotation.members.map(\.staff).filter { signers.contains($0) },
            ended: file.ended, edition: file.attributions.count)
    }

    private func entries(_ file: DealFile, _ dispute: DisputeFile?) -> [CaseEntry] {
        let deal = file.deal
        var entries = recordEntries(deal.person)
        if let visit = adjudication.forgotten[deal.person] {
            entries.append(CaseEntry(at: visit.day.start, staff: visit.receiver, kind: .forgot))
        }
        entries.append(CaseEntry(at: deal.at, staff: deal.staff, kind: .deal))
        for slip in adjudication.claims[deal.person] ?? [] {
            entries.append(
                CaseEntry(at: slip.at, staff: slip.staff, kind: .sameDayClaim(note: slip.note)))
        }
        for slip in file.proofs {
            entries.append(
                CaseEntry(at: slip.at, staff: slip.staff, kind: .recordShown(note: slip.note)))
        }
        for slip in file.objections {
            entries.append(
                CaseEntry(at: slip.at, staff: slip.staff, kind: .objected(note: slip.note)))
        }
        for attribution in file.attributions {
            entries.append(
                CaseEntry(at: attribution.at, staff: nil, kind: .attributed(attribution)))
        }
        if let paid = file.paidAt { entries.append(CaseEntry(at: paid, staff: nil, kind: .paid)) }
        for turn in file.turns {
            entries.append(CaseEntry(at: turn.at, staff: nil, kind: .turned(turn.kind)))
        }
        return entries + disputeEntries(dispute)
    }

    /// What was entered of them; the deal has a line of its own.
    private func recordEntries(_ person: PersonID) -> [CaseEntry] {
        family(of: person).flatMap { one in
            ownership.records(of: one).filter { $0.begunBy != .deal }.map {
                CaseEntry(
                    at: $0.clock.began.start, staff: $0.staff,
                    kind: .record($0.basis, of: one, until: $0.clock.lapse))
            }
        }
    }

    private func disputeEntries(_ dispute: DisputeFile?) -> [CaseEntry] {
        guard let dispute else { return [] }
        let first = CaseEntry(
            at: dispute.at, staff: dispute.by,
            kind: .dispute(dispute.by == nil ? .escalated : .filed, note: dispute.note))
        return [first]
            + dispute.steps.map {
                CaseEntry(at: $0.at, staff: $0.by, kind: .dispute($0.state, note: $0.note))
            }
            + dispute.rulings.map { CaseEntry(at: $0.at, staff: $0.by, kind: .ruled($0)) }
    }

    /// The customer and everybody related, as proven.
    private func family(of person: PersonID) -> [PersonID] {
        [person] + ownership.kin(of: person).keys.sorted()
    }

    /// One line for each consultant with a record: the best they have. What the deal itself began
    /// is none.
    private func lights(_ file: DealFile) -> [CaseLights] {
        let day = file.deal.at.day
        let records = family(of: file.deal.person).flatMap { ownership.records(of: $0) }
            .filter { $0.basis != .call && $0.begunBy != .deal }
        return rotation.members.map(\.staff).compactMap { staff in
            let own = records.filter { $0.staff == staff }
            guard !own.isEmpty else { return nil }
            return CaseLights(
                staff: staff, register: true, system: true,
                fresh: own.contains { $0.holds(on: day) })
        }
    }
}
