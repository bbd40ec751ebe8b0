/// Old customers who bring or announce new ones (OWN-16 … OWN-21, OWN-40, OWN-41).
extension Deliberation {
    /// An old customer told by telephone whom they send; written down when the call came, before
    /// the new customer did. Whoever picked up, the new one becomes the old one's consultant's.
    mutating func introduceAhead(
        _ person: PersonID, by introducer: PersonID, occurred: Moment
    ) throws(Refusal) {
        try allow(.consultant, .dutyOfficer, .frontDeskSecretary)
        guard occurred.wholeSecond <= at.wholeSecond else { throw .inTheFuture(occurred) }
        let isSameDay = occurred.day == at.day || actor.role.isManagement
        guard isSameDay else { throw .tooOld(occurred) }
        let staff = try sender(introducer, on: occurred.day)
        if let arrived = arrival(of: person), arrived.wholeSecond <= occurred.wholeSecond {
            throw .ownership(.callAfterVisit(arrived))
        }
        try firstVisitGone(person, on: occurred.day)
        let introduction = WrittenIntroduction(staff: staff, introducer: introducer, at: occurred)
        emit(.introduced(person, introduction))
        because(.introductionWritten(staff))
    }

    /// When the customer came today.
    private func arrival(of person: PersonID) -> Moment? {
        customers.traces.values.filter { $0.person == person }.map(\.arrivedAt).min()
    }

    /// Whose customer an introducer is; nil where they are nobody's any more (OWN-20) or the chain
    /// is longer than the site allows (OWN-40).
    func consultant(of introducer: PersonID, on day: BusinessDay) -> StaffID? {
        let holder = ownership.holder(of: introducer, on: day)
        if let holder {
            if let limit = ownershipKnobs.chainDepth, depth(of: introducer) >= limit { return nil }
            return allowsIntroducer(introducer, on: day) ? holder : nil
        }
        guard !ownershipKnobs.introducerMustBeValid else { return nil }
        return ownership.records(of: introducer).last { $0.owns }?.staff
    }

    private func allowsIntroducer(_ introducer: PersonID, on day: BusinessDay) -> Bool {
        let bought = ownership.ruling(of: introducer, on: day)?.boughtOn != nil
        return ownershipKnobs.referralCriteria.contains(bought ? .ownerBrings : .oldBrings)
    }

    /// How many introductions lie between a customer and the one who came by themselves.
    func depth(of person: PersonID) -> Int {
        var depth = 0
        var seen: Set<PersonID> = [person]
        var one = person
        while let next = ownership.records(of: one).compactMap(\.introducer).last,
            seen.insert(next).inserted
        {
            depth += 1
            one = next
        }
        return depth
    }

    private func sender(_ introducer: PersonID, on day: BusinessDay) throws(Refusal) -> StaffID {
        guard ownershipKnobs.referralCriteria.contains(.oldCalls),
            let staff = consultant(of: introducer, on: day)
        else { throw .claims(.introducerNotValid) }
        return staff
    }

    /// Received before and not lapsed since: an introduction comes too late (OWN-19).
    func firstVisitGone(_ person: PersonID?, on day: BusinessDay) throws(Refusal) {
        guard let holder = firstReceiver(of: person, on: day) else { return }
        throw .claims(.firstVisitStands(holder))
    }

    /// Who received a customer before (referral.first_visit_must_be_valid).
    func firstReceiver(of person: PersonID?, on day: BusinessDay) -> StaffID? {
        if let holder = ownership.holder(of: person, on: day) { return holder }
        guard !ownershipKnobs.firstVisitMustBeValid, let person else { return nil }
        return ownership.records(of: person).first { $0.owns && $0.ended != .voidIncomplete }?.staff
    }

    /// The consultant is away: the old customer told them and they told management, both before
    /// the new customer came; else the new one goes by turns (OWN-18).
    func isAnnounced(
        _ introducer: PersonID, to staff: StaffID, before arrival: Moment
    ) -> Bool {
        guard ownershipKnobs.noticeWhenAbsent else { return true }
        let presence = rotation.member(staff)?.presence(at: at)
        guard presence == .offDuty || presence == .suspended else { return true }
        return ownership.everybody(introducer).flatMap { ownership.dossiers[$0]?.notices ?? [] }
            .contains { notice in
                notice.staff == staff && notice.contacted.day <= arrival.day
                    && notice.contacted.wholeSecond < arrival.wholeSecond
                    && notice.reported.map { $0.wholeSecond < arrival.wholeSecond } ?? false
            }
    }

    /// What the old customer told the consultant, and the consultant management (OWN-18).
    mutating func notice(_ person: PersonID, _ notice: Notice) throws(Refusal) {
        try allowMove(of: notice.staff)
        _ = try known(notice.staff)
        for moment in [notice.contacted, notice.reported].compactMap({ $0 })
        where moment.wholeSecond > at.wholeSecond { throw .inTheFuture(moment) }
        emit(.noticed(person, notice))
        because(notice.reported == nil ? .noticeIncomplete(notice.staff) : .noticed(notice.staff))
    }

    /// A friend or relative of a consultant: theirs only if they said so before (OWN-41).
    mutating func claimRelative(_ visit: VisitID, _ staff: StaffID) throws(Refusal) -> Outcome {
        try allowMove(of: staff)
        _ = try known(staff)
        let trace = try traced(visit)
        guard trace.finishedAt == nil else { throw .unknownVisit(visit) }
        let began = trace.startedAt ?? trace.arrivedAt
        guard ownershipKnobs.relativeRequires != nil, let person = trace.person,
            ownership.holder(of: person, on: at.day).map({ $0 == staff }) ?? true,
            isRecorded(person, with: staff, before: began)
        else { throw .ownership(.relativeNotRecorded(staff)) }
        because(.relative(staff))
        return redirect(
            visit, trace,
            NewCourse(
                visitClass: .ownResource, owner: staff, effect: .notCounted,
                givesBack: trace.receptionist != staff))
    }

    private func isRecorded(
        _ person: PersonID, with staff: StaffID, before moment: Moment
    ) -> Bool {
        ownership.everybody(person).contains { one in
            let dossier = ownership.dossiers[one]
            let recorded = dossier?.circles[staff].map { $0.wholeSecond < moment.wholeSecond }
            return recorded ?? false
                || dossier?.records.contains { $0.staff == staff && $0.clock.began < moment.day }
                    ?? false
        }
    }

    /// Registered again before or after the term is over; without the signature it is nothing
    /// (OWN-42).
    mutating func enterRenewal(_ person: PersonID, _ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        try mayRenew(person, staff)
        if !ownershipKnobs.renewalBeforeExpiry,
            ownership.holder(of: person, on: at.day) == staff
        {
            throw .ownership(.renewalTooEarly)
        }
        emit(.renewalEntered(person, staff, on: at.day))
        guard !ownershipKnobs.renewalNeedsSignature else { return because(.renewalWaits(staff)) }
        renew(person, staff)
    }

    /// A supervisor signs what was registered again.
    mutating func signRenewal(_ person: PersonID, _ staff: StaffID) throws(Refusal) {
        try allow()
        let entered = ownership.everybody(person).contains {
            ownership.dossiers[$0]?.renewals[staff] != nil
        }
        guard entered else { throw .ownership(.nothingToSign) }
        try mayRenew(person, staff)
        renew(person, staff)
    }

    private func mayRenew(_ person: PersonID, _ staff: StaffID) throws(Refusal) {
        guard ownershipKnobs.termMonths != nil else { throw .ownership(.noTerm) }
        if let holder = ownership.holder(of: person, on: at.day), holder != staff {
            throw .ownership(.heldByAnother(holder))
        }
        guard ownership.records(of: person).contains(where: { $0.staff == staff && $0.owns })
        else { throw .ownership(.nothingToSign) }
    }

    private mutating func renew(_ person: PersonID, _ staff: StaffID) {
        startVisit(person, staff, on: at.day, cause: .renewal)
        because(.renewed(staff, until: validity(of: .visit, from: at.day)))
    }
}

/// Which ways of introducing count (referral.criteria).
public enum ReferralCriterion: String, Codable, Sendable, CaseIterable {
    /// 未购老客户带来.
    case oldBrings = "old_unpurchased_brings"
    /// 业主带来.
    case ownerBrings = "owner_brings"
    /// 老客户来电先说.
    case oldCalls = "old_calls_ahead_recorded"
    /// 新客户点名.
    case newNames = "new_names_consultant"
}

/// What a friend or relative needs (relative.requires).
public enum RelativeProof: String, Codable, Sendable, CaseIterable {
    /// 第一接触或事前记录.
    case contactOrRecord = "first_contact_or_prior_record"
}
