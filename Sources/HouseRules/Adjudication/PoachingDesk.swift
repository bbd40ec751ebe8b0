/// Getting in between a colleague and their customer (OWN-22), and quarrels before others (OWN-30).
extension Deliberation {
    /// Established by management: the gravest act counts, once; customer and deals go back.
    mutating func poach(_ slip: PoachSlip) throws(Refusal) {
        try allow()
        _ = try known(slip.by)
        _ = try known(slip.from)
        guard let act = slip.acts.max(), !slip.note.isEmpty, slip.by != slip.from else {
            throw .adjudication(.groundsMissing)
        }
        emit(.poached(slip, at: at))
        because(.poaching(slip.by, level: act.level))
        if let draft = draft(slip, level: act.level) { propose(draft) }
        guard adjudicationKnobs.deal.returnsPoached else { return }
        let deals = adjudication.dealsOf[slip.person] ?? []
        for deal in deals {
            guard let file = adjudication.deals[deal], !file.isContested,
                file.current?.ruling == nil, file.deal.staff == slip.by
            else { continue }
            attribute(deal)
        }
        guard deals.isEmpty, ownership.holder(of: slip.person, on: at.day) != slip.from else {
            return
        }
        because(.returned(to: slip.from))
        transfer(slip.person, to: slip.from)
    }

    private func draft(_ slip: PoachSlip, level: Int) -> PenaltyDraft? {
        let knobs = adjudicationKnobs
        let about = slip.slip.rawValue
        return switch level {
        case 1: PenaltyDraft(slip.by, "F28", knobs.queueFine, about: about)
        case 2: PenaltyDraft(slip.by, "六-7", knobs.intrusionFine, about: about)
        default:
            slip.measure == .fine
                ? PenaltyDraft(slip.by, "六-3.4.5", knobs.poachFine, about: about) : nil
        }
    }

    /// Somebody else's customer is left alone, unless they asked for help (OWN-22).
    mutating func approach(
        _ staff: StaffID, _ person: PersonID, invited: Bool
    ) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        let receiving = customers.lastTrace {
            $0.person == person && $0.finishedAt == nil && $0.receptionist != nil
        }
        let owner = ownership.holder(of: person, on: at.day) ?? receiving?.receptionist
        if let owner, owner != staff, !invited, receiving?.receptionist != staff,
            adjudication.leave(of: owner, on: at.day)?.successor != staff
        {
            throw .adjudication(.notYourCustomer(staff, of: owner))
        }
        because(.mayApproach(staff))
    }

    /// Each of those who quarrelled before others (OWN-30); whose customer it is stays open.
    mutating func quarrel(
        _ slip: SlipID, _ staff: [StaffID], _ note: String
    ) throws(Refusal) {
        try allow()
        for one in staff { _ = try known(one) }
        guard !note.isEmpty else { throw .adjudication(.groundsMissing) }
        let all = inOrder(staff)
        guard all.count > 1 else { throw .adjudication(.twoQuarrel) }
        emit(.quarrelled(slip, all, note: note, at: at))
        because(.quarrelled(all))
        guard let fine = adjudicationKnobs.publicFine else { return }
        for one in all { propose(PenaltyDraft(one, "六-5", fine, about: slip.rawValue)) }
    }
}
