/// One deal on the scales: what an earlier check has given away a later one does not touch.
struct Weighing {
    let deal: DealFact
    /// Given away for good.
    var given: [DealSide: [Share]] = [:]
    /// Who has the rest; nil: nobody is left.
    var holder: StaffID?
    var rest: [DealSide: Int] = [.performance: Shares.whole, .commission: Shares.whole]
    var path: [AttributionStep] = []
    /// Who was there first: equal remainders of an amount go to them.
    var original: StaffID?
    /// Those for whom there is evidence.
    var shown: [StaffID] = []
    var runnersUp: [RunnerUp] = []
    var isContested = false

    init(_ deal: DealFact) {
        self.deal = deal
        holder = deal.staff
    }

    /// Gives a part of the rest away.
    mutating func give(_ side: DealSide, _ points: Int, to staff: StaffID?) {
        guard points > 0 else { return }
        rest[side, default: 0] -= points
        given[side, default: []].append(Share(staff, points))
    }

    /// That many basis points of what is left.
    func part(_ side: DealSide, _ points: Int) -> Int {
        (rest[side] ?? 0) * points / Shares.whole
    }

    mutating func show(_ staff: StaffID) {
        if !shown.contains(staff) { shown.append(staff) }
    }

    mutating func lose(_ staff: StaffID, _ why: LossReason, began: BusinessDay? = nil) {
        guard !runnersUp.contains(where: { $0.staff == staff }) else { return }
        runnersUp.append(RunnerUp(staff: staff, began: began, why: why))
    }

    /// Both accounts; the original consultant first, then by `order`, the pool last.
    func shares(_ order: (StaffID) -> Int) -> Shares {
        Shares(performance: side(.performance, order), commission: side(.commission, order))
    }

    private func side(_ side: DealSide, _ order: (StaffID) -> Int) -> [Share] {
        var points: [StaffID?: Int] = [:]
        for share in given[side] ?? [] { points[share.staff, default: 0] += share.points }
        points[holder, default: 0] += rest[side] ?? 0
        return points.filter { $0.value > 0 }.map { Share($0.key, $0.value) }
            .sorted {
                (place($0.staff, order), $0.staff?.rawValue ?? "")
                    < (place($1.staff, order), $1.staff?.rawValue ?? "")
            }
    }

    private func place(_ staff: StaffID?, _ order: (StaffID) -> Int) -> Int {
        guard let staff else { return Int.max }
        return staff == original ? -1 : order(staff)
    }
}

extension Deliberation {
    /// Weighs a deal by all that is known: first whose it is by itself, then the checks in the
    /// order of the house, then a changed consultant (OWN-01).
    func weigh(_ file: DealFile) -> Weighing {
        var weighing = Weighing(file.deal)
        begin(&weighing)
        for check in file.deal.terms.checks {
            switch check {
            case .poaching: weighPoaching(&weighing)
            case .forgotSameDay: weighSameDay(&weighing)
            case .crossReception: weighCross(&weighing, file)
            case .sickLeave: weighSickLeave(&weighing)
            }
        }
        weighChange(&weighing, file)
        if weighing.shown.count > 1 {
            weighing.isContested = true
            weighing.path.append(.conflict(weighing.shown))
        }
        return weighing
    }

    private func begin(_ weighing: inout Weighing) {
        let deal = weighing.deal
        if let failed = adjudication.failedProofs[deal.person], failed.day == deal.at.day,
            failed.by == deal.staff
        {
            weighing.holder = failed.to
            weighing.path = [.proofFailed(failed.by, to: failed.to)]
            weighing.lose(failed.by, .proofFailed)
        } else if let owner = deal.owner {
            weighing.holder = owner
            weighing.original = owner
            weighing.path = [.assisted(owner, by: deal.staff)]
            weighing.lose(deal.staff, .assisted)
            weighing.give(
                .performance, weighing.part(.performance, deal.terms.assistShare),
                to: deal.staff)
        } else {
            weighing.path = [.closedBy(deal.staff)]
        }
    }

    /// Poached: all of it back to whose customer it was (OWN-22).
    private func weighPoaching(_ weighing: inout Weighing) {
        guard weighing.deal.terms.returnsPoached,
            let slip = adjudication.poached[weighing.deal.person],
            slip.by == weighing.deal.staff, slip.from != weighing.holder
        else { return }
        weighing.show(slip.from)
        weighing.original = slip.from
        weighing.path.append(.poached(by: slip.by, from: slip.from))
        weighing.lose(slip.by, .intruded)
        for side in DealSide.allCases {
            weighing.give(side, weighing.rest[side] ?? 0, to: slip.from)
        }
    }

    /// The former consultant claimed on the day: half of what is left (OWN-23); a long sick leave
    /// has taken the customers away from them already (OWN-35).
    private func weighSameDay(_ weighing: inout Weighing) {
        let deal = weighing.deal
        guard adjudication.forgotten[deal.person]?.day == deal.at.day,
            let claim = adjudication.claims[deal.person]?.first, claim.staff != weighing.holder
        else { return }
        let sick = sickEffect(on: claim.staff, deal)
        if let sick, sick.effect == .none {
            weighing.path.append(.sickLeave(claim.staff, days: sick.days, .none))
            weighing.lose(claim.staff, .sickTooLong(days: sick.days))
            return
        }
        weighing.show(claim.staff)
        weighing.original = claim.staff
        weighing.path.append(.sameDayClaim(claim.staff, points: deal.terms.forgotSplit))
        for side in deal.terms.forgotScope {
            var part = weighing.part(side, deal.terms.forgotSplit)
            if side == .commission, let sick, sick.effect == .half,
                deal.terms.sickStack == .stacked
            {
                weighing.path.append(.sickLeave(claim.staff, days: sick.days, .half))
                part = part * deal.terms.sickCommission / Shares.whole
            }
            weighing.give(side, part, to: claim.staff)
        }
    }

    /// An older record shown in time, or the customer's own word before the deal (OWN-24, OWN-25).
    private func weighCross(_ weighing: inout Weighing, _ file: DealFile) {
        var found = file.proofs.map(\.staff)
        if let award = adjudication.awards[weighing.deal.person], !award.isDecided {
            found += award.shares.people
        }
        for staff in found where staff != weighing.holder {
            weighing.show(staff)
            weighing.original = staff
            weighing.path.append(.earliestRecord(staff))
            if let holder = weighing.holder { weighing.lose(holder, .later(began: nil)) }
            weighing.holder = staff
        }
    }

    /// Whoever has the rest is on sick leave (OWN-35).
    private func weighSickLeave(_ weighing: inout Weighing) {
        let deal = weighing.deal
        guard let staff = weighing.holder, let sick = sickEffect(on: staff, deal),
            DealSide.allCases.contains(where: { (weighing.rest[$0] ?? 0) > 0 })
        else { return }
        weighing.path.append(.sickLeave(staff, days: sick.days, sick.effect))
        let helper = deal.staff == staff ? nil : deal.staff
        switch sick.effect {
        case .full: break
        case .half:
            let kept = weighing.part(.commission, deal.terms.sickCommission)
            let cut = (weighing.rest[.commission] ?? 0) - kept
            weighing.original = staff
            weighing.give(
                .commission, cut,
                to: deal.terms.sickResidual == .assistConsultant ? helper : nil)
        case .none:
            weighing.holder = sick.successor ?? helper
            weighing.lose(staff, .sickTooLong(days: sick.days))
            if weighing.holder == nil {
                weighing.isContested = true
                weighing.path.append(.nobodyLeft)
            }
        }
    }

    /// The sick leave of the day of the deal and what it comes to.
    private func sickEffect(
        on staff: StaffID, _ deal: DealFact
    ) -> (effect: SickEffect, days: Int, successor: StaffID?)? {
        let terms = deal.terms
        guard terms.sickEnabled, let leave = adjudication.leave(of: staff, on: deal.at.day) else {
            return nil
        }
        let days =
            terms.sickBand == .totalLength
            ? leave.days : deal.at.day.number - leave.from.number + 1
        let effect: SickEffect =
            days <= terms.sickFullDays ? .full : days <= terms.sickHalfDays ? .half : .none
        return (effect, days, leave.successor)
    }

    /// A changed consultant shares with the former one (OWN-29).
    private func weighChange(_ weighing: inout Weighing, _ file: DealFile) {
        let terms = weighing.deal.terms
        guard let points = terms.changeSplit,
            let change = adjudication.changes[weighing.deal.person], change.to == weighing.holder,
            terms.changeTrigger == .always || !file.objections.isEmpty
        else { return }
        weighing.original = change.from
        weighing.path.append(.changed(from: change.from, to: change.to, points: points))
        for side in terms.changeScope {
            weighing.give(side, weighing.part(side, points), to: change.from)
        }
    }
}
