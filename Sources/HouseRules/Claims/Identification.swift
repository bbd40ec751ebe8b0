/// What the first question and the register make of an arrival (REC-21 … REC-30, REC-37).
struct Identified {
    /// The arrival with its class and whom it is for.
    var arrival: Arrival
    /// Why, in order.
    var reasons: [ClaimReason] = []
    /// What ownership adds to them.
    var notes: [OwnershipReason] = []
    /// Whose customer it is, when they ask for somebody else (REC-37).
    var owner: StaffID?
    /// Who stands in by arrangement (REC-38).
    var arranged: StaffID?
    /// Named somebody with whom everything has lapsed (REC-37).
    var lapsedWith: StaffID?
    /// Received on somebody's word (REC-34).
    var proof: AwaitedProof?
    /// They were expected (REC-38).
    var appointment: Appointment?

    mutating func settle(_ visitClass: VisitClass, named: StaffID? = nil, _ why: ClaimReason...) {
        arrival.visitClass = visitClass
        arrival.named = named
        reasons += why
    }
}

extension Deliberation {
    var claimKnobs: ClaimPolicy { policy.claims }

    func standing(of person: PersonID?, with staff: StaffID) -> CustomerStanding {
        ownership.standing(of: person, with: staff, on: at.day)
    }

    /// Who puts the first question: the desk, or whoever is due where there is none (REC-28).
    func allowEntry(of arrival: Arrival) throws(Refusal) {
        guard arrival.answers != nil else { return try allow(.frontDeskSecretary, .dutyOfficer) }
        switch claimKnobs.asker {
        case .frontDesk:
            try allow(.frontDeskSecretary)
        case .hostOrCurrentTurn:
            if let first = rotation.firstPlace, rotation.members[first].staff == actor.staff {
                return
            }
            try allow(.frontDeskSecretary, .dutyOfficer)
        }
    }

    /// Finds the class of an arrival from its answers; without answers it is as entered.
    func identify(_ arrival: Arrival) throws(Refusal) -> Identified {
        var found = Identified(arrival: arrival)
        found.appointment = customers.appointments.first {
            $0.person == arrival.person && $0.at.day == at.day
        }
        guard let answers = arrival.answers else {
            arrange(&found)
            return found
        }
        let missing = claimKnobs.questionFields.filter { !answers.answers($0) }.sorted()
        guard missing.isEmpty else { throw .claims(.firstQuestionMissing(missing)) }
        for staff in named(in: answers) where ownership.departed[staff] == nil {
            _ = try known(staff)
        }
        found.reasons.append(.answered)
        classify(&found, answers)
        arrange(&found)
        return found
    }

    private func named(in answers: FirstQuestion) -> [StaffID] {
        var staff: [StaffID] = []
        if case .named(let people) = answers.known { staff = people }
        return staff + [answers.textFrom, answers.recognisedBy].compactMap { $0 }
    }

    /// Somebody who made an appointment and cannot come has put somebody in their place (REC-38).
    private func arrange(_ found: inout Identified) {
        if let named = found.arrival.named,
            let helper = ownership.assistant(of: named, on: at.day)
        {
            found.arranged = helper
            found.notes.append(
                .helps(helper, of: named, until: ownership.assistants[named]?.days.last ?? at.day))
        }
        guard let appointment = found.appointment, found.arrival.named == appointment.staff
        else { return }
        found.arranged = appointment.substitute ?? found.arranged
        found.reasons.append(
            .appointment(appointment.staff, substitute: appointment.substitute))
    }

    /// The order of what decides: what they come for, what they say, what the register says.
    private func classify(_ found: inout Identified, _ answers: FirstQuestion) {
        if let purpose = answers.purpose, let visitClass = purpose.visitClass {
            return found.settle(visitClass, .purpose(purpose))
        }
        if isPriorOwner(&found, answers) { return }
        if let appointment = found.appointment {
            return resolve(appointment.staff, &found, answers)
        }
        if let staff = answers.textFrom {
            found.reasons.append(.textShown(staff))
            return resolve(staff, &found, answers)
        }
        if case .named(let people) = answers.known, let staff = people.first {
            if people.count == 1 { return resolve(staff, &found, answers) }
            found.reasons.append(.ambiguous(people))
        }
        if claimKnobs.looksUpByPhone, let holder = holder(of: found) {
            return found.settle(.ownedReturning, named: holder, .lookedUp(holder))
        }
        if isRecognised(&found, answers) || isIntroduced(&found, answers) { return }
        if isSent(&found, answers) { return }
        classifyStranger(&found, answers)
    }

    /// Bought before: shown by a key, by what they come for, or by the register (REC-44).
    private func isPriorOwner(_ found: inout Identified, _ answers: FirstQuestion) -> Bool {
        guard !answers.verified.isEmpty || answers.purpose == .dealFollowup else { return false }
        let deal = ownership.seller(to: found.arrival.person)
        guard let deal else {
            found.reasons.append(.priorOwnerUnknown)
            return false
        }
        found.settle(
            answers.purpose == .dealFollowup ? .dealFollowup : .owner, named: deal,
            .priorOwner(deal))
        return true
    }

    /// Recognised before anybody received them: by the register, or on their word (REC-34).
    private func isRecognised(_ found: inout Identified, _ answers: FirstQuestion) -> Bool {
        guard let staff = answers.recognisedBy, rotation.member(staff)?.presence == .onStand
        else { return false }
        let standing = standing(of: found.arrival.person, with: staff)
        if standing.isOwned {
            found.settle(
                .ownedReturning, named: staff, .ownershipValid(staff, until: standing.visitUntil))
            return true
        }
        guard let turn = rotation.firstPlace.map({ rotation.members[$0].staff }),
            turn != staff
        else { return false }
        found.settle(.ownedReturning, named: staff, .recognised(staff, turn: turn))
        found.proof = AwaitedProof(by: staff, turn: turn)
        return true
    }

    /// An old customer came along before the question was done (REC-31).
    private func isIntroduced(_ found: inout Identified, _ answers: FirstQuestion) -> Bool {
        guard let introducer = answers.introducer,
            firstReceiver(of: found.arrival.person, on: at.day) == nil
        else { return false }
        guard let staff = consultant(of: introducer, on: at.day) else {
            found.settle(.newExpired, .newCustomer(.newExpired))
            return true
        }
        guard isAnnounced(introducer, to: staff, before: found.arrival.arrivedAt ?? at) else {
            found.notes.append(.notAnnounced(staff))
            found.settle(.newFirst, .newCustomer(.newFirst))
            return true
        }
        found.settle(.referral, named: staff, .introduced(staff))
        return true
    }

    /// Sent by the developer, an employee or a channel (REC-25, REC-42).
    private func isSent(_ found: inout Identified, _ answers: FirstQuestion) -> Bool {
        switch answers.referrer {
        case nil, .nobody: return false
        case .channel: found.settle(.channel, .byTurns)
        case .developer, .employee: found.settle(.relation, .byTurns)
        }
        return true
    }

    private func classifyStranger(_ found: inout Identified, _ answers: FirstQuestion) {
        let holder = holder(of: found)
        let person = found.arrival.person
        if let holder { found.reasons.append(.notified(holder)) }
        if holder == nil, isExpected(&found) { return }
        if ownership.hasCall(person, on: at.day) || answers.phonedBefore == true {
            return found.settle(.callUnnamed, .naturalVisit)
        }
        if answers.firstVisit == true {
            return found.settle(.newFirst, .newCustomer(.newFirst))
        }
        let isForgotten = answers.known != .nobody || holder != nil
        let hasLapsed = ownership.knows(person)
        if hasLapsed, holder == nil {
            return found.settle(.newExpired, .newCustomer(.newExpired))
        }
        if isForgotten { return found.settle(.forgotConsultant, .forgotten) }
        found.settle(.newUnregistered, .newCustomer(.newUnregistered))
    }

    /// Announced by telephone beforehand (OWN-16), or near kin of somebody whose purchase was
    /// undone and who is still a consultant's (OWN-20).
    private func isExpected(_ found: inout Identified) -> Bool {
        let person = found.arrival.person
        if let introduction = ownership.introduction(of: person), introduction.introducer != nil,
            introduction.at < found.arrival.arrivedAt ?? at
        {
            found.settle(.referral, named: introduction.staff, .introduced(introduction.staff))
            return true
        }
        guard let person else { return false }
        for (kin, kinship) in ownership.kin(of: person).sorted(by: { $0.key < $1.key })
        where ownershipKnobs.immediateFamily.contains(kinship)
            && ownership.dossiers[kin]?.cancelledOn != nil
        {
            guard let ruling = ownership.ruling(of: kin, on: at.day) else { continue }
            found.notes.append(.kinOf(ruling.staff))
            found.settle(
                .ownedReturning, named: ruling.staff,
                .ownershipValid(ruling.staff, until: ruling.until))
            return true
        }
        return false
    }

    func holder(of found: Identified) -> StaffID? {
        ownership.holder(of: found.arrival.person, on: at.day)
    }
}

extension VisitPurpose {
    /// The class that a purpose decides by itself (REC-22).
    var visitClass: VisitClass? {
        switch self {
        case .peer: .peer
        case .developerBusiness: .developerBusiness
        case .viewing, .dealFollowup: nil
        }
    }
}
