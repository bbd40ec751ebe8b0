/// Recommended, but only ever on the telephone (OWN-44).
extension Deliberation {
    /// The form; a call that the consultant has on record already counts with it.
    mutating func recommend(
        _ slip: SlipID, _ person: PersonID, _ staff: StaffID
    ) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff, .consultant)
        _ = try known(staff)
        let forms = channels.recommendations[person] ?? []
        guard !forms.contains(where: { $0.slip == slip }) else {
            throw .channels(.slipExists(slip))
        }
        var referral = StaffReferral(slip, of: person, to: staff, evidence: [.form: at])
        referral.firstVisit = forms.first?.firstVisit ?? firstVisit(of: person)
        let records = ownership.records(of: person)
        if let call = records.first(where: { $0.staff == staff && $0.basis == .call }) {
            referral.evidence[.call] = call.clock.began.start
        }
        emit(.recommended(referral))
        because(.recommendation(staff))
    }

    /// The first day on which anybody received them.
    private func firstVisit(of person: PersonID) -> Moment? {
        let days = ownership.records(of: person).filter { $0.basis == .visit }.map(\.clock.began)
        return days.min()?.start
    }

    mutating func noteContact(
        _ person: PersonID, _ slip: SlipID, _ evidence: ReferralEvidence
    ) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .clericalStaff, .consultant)
        let forms = channels.recommendations[person] ?? []
        guard let form = forms.first(where: { $0.slip == slip }) else {
            throw .channels(.noSuchReferral(slip))
        }
        emit(.evidenceNoted(person, slip, evidence, at: at))
        because(.evidence(evidence, form.evidence[evidence] ?? at))
    }

    /// A command about customers, with what it means for a recommendation.
    mutating func settleClaim(_ command: ClaimCommand) throws(Refusal) -> Outcome {
        let answer = try carryOut(command)
        noteContacts(command)
        return answer
    }

    /// What reception's register says of a recommended customer is on record of the form as well,
    /// from the moment of the entry.
    private mutating func noteContacts(_ command: ClaimCommand) {
        guard case .note(let fact) = command else { return }
        let evidence: ReferralEvidence
        switch fact.kind {
        case .call, .fair: evidence = .call
        case .touch: evidence = .followUp
        default: return
        }
        note(evidence, of: fact.person, by: fact.staff, at: fact.entered ?? at)
    }

    /// Whoever was reached is on record of the form, whether or not it moved a clock.
    mutating func noteContacts(_ touch: Touch) {
        guard !ownershipKnobs.invalidResults.contains(touch.result) else { return }
        note(.followUp, of: touch.person, by: touch.by, at: touch.entered ?? at)
    }

    private mutating func note(
        _ evidence: ReferralEvidence, of person: PersonID, by staff: StaffID, at entered: Moment
    ) {
        let forms = channels.recommendations[person] ?? []
        for form in forms where form.staff == staff && form.evidence[evidence] == nil {
            emit(.evidenceNoted(person, form.slip, evidence, at: entered))
            because(.evidence(evidence, entered))
        }
    }

    /// The first form with all that it needs; nil: nobody's.
    mutating func recommended(_ deal: DealFact) -> StaffID? {
        for form in channels.recommendations[deal.person] ?? [] {
            let missing = missing(form, deal)
            let isEnough =
                channelKnobs.allEvidence
                ? missing.isEmpty
                : missing.count < channelKnobs.referralEvidence.count
            if isEnough {
                for kind in ReferralEvidence.allCases {
                    if let moment = form.evidence[kind] { because(.evidence(kind, moment)) }
                }
                because(.recommendedOwns(form.staff))
                return form.staff
            }
            because(.evidenceMissing(form.staff, missing))
        }
        return nil
    }

    private func missing(_ form: StaffReferral, _ deal: DealFact) -> [ReferralEvidence] {
        let limit: Moment?
        switch channelKnobs.evidenceBefore {
        case .firstVisit: limit = form.firstVisit ?? deal.at
        case .deal: limit = deal.at
        case nil: limit = nil
        }
        return channelKnobs.referralEvidence.filter { kind in
            guard let moment = form.evidence[kind] else { return true }
            return limit.map { moment.wholeSecond >= $0.wholeSecond } ?? false
        }
    }
}
