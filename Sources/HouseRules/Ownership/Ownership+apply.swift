extension Ownership {
    /// Makes one fact true.
    mutating func apply(_ event: OwnershipEvent) {
        switch event {
        case .related(let person, let other, let kinship):
            dossiers[person, default: Dossier()].kin[other] = kinship
            dossiers[other, default: Dossier()].kin[person] = kinship.reversed
        case .stretched(let fact): stretch(fact)
        case .entryStruck(let entry): strike(entry)
        case .ended(let person, let staff, let status, let day):
            for one in everybody(person) { dossiers[one]?.end(staff, status, on: day) }
        case .lapsed(let person, let staff, let basis, let status, let day):
            noteLapse(person, staff, basis, status, on: day)
        case .clocksRead(let day): read(through: day)
        case .phasesSet(let stops, let day): recount(stops, on: day)
        case .persons(let person, let root, _): merge(person, into: root)
        case .personsApart(let person, _): part(person)
        case .reminded, .contacted, .lackFound, .peeked, .reassigned: break
        case .pooled, .handedOut, .takenBack: applyPool(event)
        case .circleReported, .introduced, .noticed, .cancelled, .renewalEntered, .tamperingFound:
            applyDossier(event)
        case .changeRequested, .changeSigned, .assistantNamed, .listed, .departed, .caseExpected,
            .caseTold, .caseOverdue:
            applyDesk(event)
        }
    }

    private mutating func stretch(_ fact: StretchFact) {
        let stops = stops
        dossiers[fact.person, default: Dossier()].stretch(fact, stops)
        if fact.owns { leavePool(fact) }
        watch(fact.person)
    }

    /// Looks at a customer again on the next day on which a clock has something to say; an earlier
    /// look that is planned already is enough.
    mutating func watch(_ person: PersonID) {
        let after = readOn ?? BusinessDay(number: Int(Int32.min))
        guard let day = dossiers[person]?.nextDue(after: after) else { return }
        if let planned = dossiers[person]?.watchedOn, planned > after, planned <= day { return }
        dossiers[person]?.watchedOn = day
        due[day, default: []].append(person)
    }

    private mutating func noteLapse(
        _ person: PersonID, _ staff: StaffID, _ basis: OwnershipBasis, _ status: OwnershipStatus,
        on day: BusinessDay
    ) {
        guard var records = dossiers[person]?.records else { return }
        var owned = false
        for index in records.indices
        where records[index].staff == staff && records[index].basis == basis
            && records[index].until == day
        {
            records[index].isLapseNoted = true
            owned = owned || records[index].owns
        }
        dossiers[person]?.records = records
        // Whoever has them for longer loses them later, or has them still.
        if owned, !self.records(of: person).contains(where: { $0.owns && $0.until > day }) {
            pool[person] = PoolEntry(last: staff, since: day, why: status)
        }
    }

    /// The days up to this one are done; whoever still runs is looked at on a later one.
    private mutating func read(through day: BusinessDay) {
        readOn = day
        for past in due.keys.filter({ $0 <= day }).sorted() {
            let people = due.removeValue(forKey: past) ?? []
            for person in people where dossiers[person]?.watchedOn == past { watch(person) }
        }
        handings = handings.filter { $0.value.day >= day.adding(days: -Self.takenBackDays) }
        assistants = assistants.filter { $0.value.days.last >= day }
        lists = lists.filter { $0.value.days.last >= day }
        cases = cases.filter { $0.value.day >= day.adding(days: -Self.rememberedCases) }
    }

    /// A case that nobody tells is forgotten so many days after it was due.
    static let rememberedCases = 60

    /// A handing-out can be taken back for so many days.
    static let takenBackDays = 7

    /// What has lapsed by then stays so, and nothing lapses before then.
    private mutating func recount(_ stops: [DayRange], on day: BusinessDay) {
        self.stops = stops
        for person in dossiers.keys.sorted() {
            guard var records = dossiers[person]?.records else { continue }
            let before = records
            for index in records.indices where records[index].until > day {
                records[index].recount(stops, on: day)
            }
            guard records != before else { continue }
            dossiers[person]?.records = records
            watch(person)
        }
    }

    private mutating func merge(_ person: PersonID, into root: PersonID) {
        let all = [person] + (alsoKnownAs.removeValue(forKey: person) ?? [])
        for one in all { merged[one] = root }
        alsoKnownAs[root, default: []] += all
    }

    private mutating func part(_ person: PersonID) {
        guard let root = merged.removeValue(forKey: person) else { return }
        alsoKnownAs[root]?.removeAll { $0 == person }
        if alsoKnownAs[root]?.isEmpty ?? false { alsoKnownAs[root] = nil }
    }

    private mutating func applyPool(_ event: OwnershipEvent) {
        switch event {
        case .pooled(let person, let entry): pool[person] = entry
        case .handedOut(let slip, let handing):
            handings[slip] = handing
            let (year, month, _) = handing.day.civil
            if givenMonth != year * 12 + month { given = [:] }
            givenMonth = year * 12 + month
            for one in handing.assignments { given[one.staff, default: 0] += 1 }
        case .takenBack(let slip, _):
            guard let handing = handings.removeValue(forKey: slip) else { return }
            for one in handing.assignments { given[one.staff, default: 1] -= 1 }
        default: break
        }
    }

    private mutating func applyDossier(_ event: OwnershipEvent) {
        switch event {
        case .circleReported(let person, let staff, let at):
            dossiers[person, default: Dossier()].circles[staff] = at
        case .introduced(let person, let introduction):
            dossiers[person, default: Dossier()].introductions.append(introduction)
        case .noticed(let person, let notice):
            dossiers[person, default: Dossier()].notices.removeAll { $0.staff == notice.staff }
            dossiers[person, default: Dossier()].notices.append(notice)
        case .cancelled(let person, let staff, let day):
            dossiers[person, default: Dossier()].cancelledOn = day
            for one in everybody(person) { dossiers[one]?.end(staff, .released, on: day) }
        case .renewalEntered(let person, let staff, let day):
            dossiers[person, default: Dossier()].renewals[staff] = day
        case .tamperingFound(let person, _, let field, let signed, _):
            useSignature(person, field, signed)
        default: break
        }
    }

    /// One signature stands for one change.
    private mutating func useSignature(_ person: PersonID, _ field: RecordField, _ signed: Bool) {
        for one in everybody(person) where signed {
            guard let index = dossiers[one]?.signed.firstIndex(of: field) else { continue }
            dossiers[one]?.signed.remove(at: index)
            return
        }
    }

    private mutating func applyDesk(_ event: OwnershipEvent) {
        switch event {
        case .changeRequested(let slip, let change): changes[slip] = change
        case .changeSigned(let slip, _, _):
            guard let change = changes.removeValue(forKey: slip) else { return }
            dossiers[change.person, default: Dossier()].signed += change.fields
        case .assistantNamed(let staff, let assistance): assistants[staff] = assistance
        case .listed(let staff, let list): lists[staff] = list
        case .departed(let staff, let departure): departed[staff] = departure
        case .caseExpected(let person, let staff, let day):
            cases[person] = CaseDue(staff: staff, day: day)
        case .caseTold(let person, _, _): cases[person] = nil
        case .caseOverdue(let person, _, _): cases[person]?.isReminded = true
        default: break
        }
    }

    /// Follows what reception's register said before dossiers were kept here.
    mutating func follow(_ event: ClaimEvent) {
        switch event {
        case .tied(let fact): follow(fact)
        case .released(let person, let staff):
            dossiers[person]?.records.removeAll { $0.staff == staff }
            dossiers[person]?.circles[staff] = nil
            dossiers[person]?.introductions.removeAll { $0.staff == staff }
        default: break
        }
    }

    private mutating func follow(_ tie: TieFact) {
        let began = tie.clock.began
        switch tie.kind {
        case .visit, .call, .deal:
            let isCall = tie.kind == .call
            let before = dossiers[tie.person]?.running(tie.staff, owns: !isCall, on: began)
            var fact = StretchFact(
                person: tie.person, staff: tie.staff, basis: isCall ? .call : .visit,
                owns: !isCall, clock: tie.clock, cause: .init(tie.kind), day: began)
            if let before { fact.clock.began = before.clock.began }
            stretch(fact)
        case .ownResource:
            dossiers[tie.person, default: Dossier()].circles[tie.staff] = began.start
        case .introduction:
            dossiers[tie.person, default: Dossier()].introductions.append(
                WrittenIntroduction(staff: tie.staff, at: began.start))
        }
    }
}

extension StretchCause {
    /// What a line of reception's register stands for.
    init(_ kind: TieKind) {
        switch kind {
        case .call: self = .call
        case .deal: self = .deal
        case .visit, .ownResource, .introduction: self = .visit
        }
    }
}
