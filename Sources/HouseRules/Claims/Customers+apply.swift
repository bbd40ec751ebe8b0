extension Customers {
    /// Makes one fact true.
    mutating func apply(_ event: ClaimEvent) {
        switch event {
        case .merged(let folded, let kept):
            traces[folded]?.bond = .merged(into: kept)
            proofs[folded] = nil
            entries[folded] = nil
            unlogged[folded] = nil
        case .entryOpen(let visit, let until): entries[visit] = until
        case .entrySettled(let visit): entries[visit] = nil
        case .splitOff(let part, let visit): traces[visit]?.bond = .split(part)
        case .changeAsked(let request): requests[request.wish.slip] = request
        case .changeRuled(let decision): requests[decision.request.wish.slip] = nil
        case .slipWritten(let slip, _): traces[slip.visit]?.bond = .slip(slip.to)
        case .tied, .released, .touchNoted, .restDayMeeting, .offsite, .staffReferralHeard: break
        case .questionAnswered(let visit, let answers, let at):
            traces[visit]?.answeredAt = at
            traces[visit]?.introducer = answers.introducer
        case .lapseNamed(let visit, let staff): traces[visit]?.lapsedWith = staff
        case .personLinked(let visit, let person):
            traces[visit]?.person = person
            unlogged[visit]?.person = person
        case .claimed(let visit, _, let at): traces[visit]?.claimedAt = at
        case .priceTalkBegan(let visit, let at): traces[visit]?.priceAt = at
        case .grouped(let staff, let group): groups[staff] = group
        case .proofAwaited, .proofDue, .proven, .proofMissing: applyProof(event)
        case .appointmentMade, .appointmentReminded, .appointmentKept: applyAppointment(event)
        case .handoverOwed, .handoverNoted, .handoverRead, .handoverOverdue: applyHandover(event)
        }
    }

    private mutating func applyProof(_ event: ClaimEvent) {
        switch event {
        case .proofAwaited(let visit, let proof): proofs[visit] = proof
        case .proofDue(let visit, let until): proofs[visit]?.until = until
        case .proven(let visit): proofs[visit] = nil
        case .proofMissing(let visit, let staff):
            proofs[visit] = nil
            traces[visit]?.bond = .unproven(staff)
        default: break
        }
    }

    private mutating func applyAppointment(_ event: ClaimEvent) {
        switch event {
        case .appointmentMade(let appointment): appointments.append(appointment)
        case .appointmentReminded(let person, let at):
            for index in appointments.indices
            where appointments[index].person == person && appointments[index].at == at {
                appointments[index].reminded = true
            }
        case .appointmentKept(let person, let at):
            remember(appointments.first { $0.person == person && $0.at == at })
            appointments.removeAll { $0.person == person && $0.at == at }
        default: break
        }
    }

    /// The customer has just come: an appointment is theirs again if the visit turns out void.
    private mutating func remember(_ kept: Appointment?) {
        guard let kept else { return }
        let visits = traces.filter { $0.value.person == kept.person && $0.value.kept == nil }
        guard let visit = visits.max(by: { $0.value.number < $1.value.number })?.key else { return }
        traces[visit]?.kept = kept
    }

    private mutating func applyHandover(_ event: ClaimEvent) {
        switch event {
        case .handoverOwed(let visit, let handover): handovers[visit] = handover
        case .handoverNoted(let visit, _): handovers[visit]?.isNoted = true
        case .handoverRead(let visit, _), .handoverOverdue(let visit): handovers[visit] = nil
        default: break
        }
    }
}
