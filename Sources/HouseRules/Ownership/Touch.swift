/// How a contact ended (OWN-08).
public enum TouchResult: String, Codable, Sendable, CaseIterable {
    /// 接通.
    case reached
    /// 客户回复.
    case replied
    /// 关机.
    case powerOff = "power_off"
    /// 停机、打不通.
    case unreachable
    /// 无人接听.
    case noAnswer = "no_answer"
    /// 号码不对.
    case wrongNumber = "wrong_number"
}

/// How a customer is contacted (visit.touch_medium).
public enum TouchMedium: String, Codable, Sendable, CaseIterable {
    /// 电话.
    case phone
    /// 短信.
    case sms
    /// 微信.
    case wechat
    /// 现场.
    case onSite = "on_site"
}

/// A contact with a customer (OWN-08); what was said is kept elsewhere.
public struct Touch: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// Who made it.
    public var by: StaffID
    /// How it ended.
    public var result: TouchResult
    /// How it was made.
    public var medium: TouchMedium
    /// Whether it invited the customer or got the matter on (touch.min_content).
    public var hasContent: Bool
    /// When the customer was reached: clocks go by this.
    public var occurred: Moment
    /// When it ended: entries of the same day go by this (GLOSSARY §2.5); nil: at once.
    public var ended: Moment?
    /// When it was entered; nil: at the moment of the decision. Only management may tell another.
    public var entered: Moment?

    /// A contact.
    public init(
        _ person: PersonID, by staff: StaffID, _ result: TouchResult = .reached,
        _ medium: TouchMedium = .phone, hasContent: Bool = true, occurred: Moment,
        ended: Moment? = nil, entered: Moment? = nil
    ) {
        self.person = person
        by = staff
        self.result = result
        self.medium = medium
        self.hasContent = hasContent
        self.occurred = occurred
        self.ended = ended
        self.entered = entered
    }
}

/// Why a contact moves no clock (OWN-08).
public enum TouchVoid: String, Codable, Sendable, CaseIterable {
    /// 没接通.
    case notReached = "not_reached"
    /// 没有邀约内容.
    case noContent = "no_content"
    /// 这种方式不算.
    case medium
    /// 没有当天登记.
    case lateEntry = "late_entry"
    /// 断档以后 (OWN-07).
    case afterLapse = "after_lapse"
    /// 不是本人, 也没有指派协助.
    case notOwner = "not_owner"
    /// 没有可续的登记.
    case noRecord = "no_record"
}

/// What came of a contact.
public enum TouchEffect: Codable, Hashable, Sendable {
    /// It counts for this consultant.
    case counts(StaffID)
    /// It is kept and moves nothing.
    case void(TouchVoid)
}

/// A contact with a customer (OWN-07, OWN-08).
extension Deliberation {
    /// Enters a contact; whoever made it enters it, or management.
    mutating func enter(_ touch: Touch) throws(Refusal) {
        try allow(.clock, .frontDeskSecretary, .dutyOfficer, .consultant)
        _ = try known(touch.by)
        if touch.entered != nil { try allow(.clock) }
        guard touch.occurred.wholeSecond <= at.wholeSecond else {
            throw .inTheFuture(touch.occurred)
        }
        count(touch)
        noteContacts(touch)
    }

    /// What it is worth is weighed once; what is worth nothing is kept all the same.
    mutating func count(_ touch: Touch) {
        if let lack = lack(of: touch) { return void(touch, lack) }
        let day = touch.occurred.day
        guard let owner = beneficiary(of: touch, on: day) else {
            return void(touch, worthless(touch, on: day))
        }
        emit(.contacted(touch, .counts(owner)))
        if owner != touch.by { because(.touchFor(owner, by: touch.by)) }
        refresh(touch.person, owner, on: day)
    }

    /// What it lacks in itself (touch.invalid_results, touch.min_content, touch.same_day_entry).
    private func lack(of touch: Touch) -> TouchVoid? {
        let isExcused = touch.result == .noAnswer && ownershipKnobs.noAnswerCounts
        if ownershipKnobs.invalidResults.contains(touch.result), !isExcused { return .notReached }
        if !ownershipKnobs.touchMedia.contains(touch.medium) { return .medium }
        if ownershipKnobs.minContent == .inviteOrProgress, !touch.hasContent { return .noContent }
        let entered = (touch.entered ?? at).day
        if claimKnobs.sameDayEntry, entered != (touch.ended ?? touch.occurred).day {
            return .lateEntry
        }
        return nil
    }

    /// Whose clock it moves: one's own, else that of whom one was told to help, else the holder's
    /// where the site takes anybody's (touch.owner_only, touch.assigned_assistant_counts).
    private func beneficiary(of touch: Touch, on day: BusinessDay) -> StaffID? {
        if hasRunning(touch.person, touch.by, on: day) { return touch.by }
        let others = ownership.records(of: touch.person).filter { $0.holds(on: day) }.map(\.staff)
        if ownershipKnobs.assistantCounts,
            let helped = others.first(where: { ownership.assistant(of: $0, on: day) == touch.by })
        {
            return helped
        }
        return ownershipKnobs.ownerOnly ? nil : others.first
    }

    private func hasRunning(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) -> Bool {
        ownership.records(of: person).contains { record in
            record.staff == staff && runs(record, on: day)
        }
    }

    /// Holds on that day, and nobody has written down meanwhile that it ran out.
    private func runs(_ record: OwnershipRecord, on day: BusinessDay) -> Bool {
        record.holds(on: day) && !record.isLapseNoted || revives(record, on: day)
    }

    /// Only where the site says so (ownership.revive_after_lapse), and never past the validity.
    private func revives(_ record: OwnershipRecord, on day: BusinessDay) -> Bool {
        ownershipKnobs.revives && record.ended == nil && day >= record.clock.began
            && day < record.clock.validUntil
    }

    private func worthless(_ touch: Touch, on day: BusinessDay) -> TouchVoid {
        let records = ownership.records(of: touch.person)
        if records.contains(where: { $0.staff == touch.by }) { return .afterLapse }
        return records.contains { $0.holds(on: day) } ? .notOwner : .noRecord
    }

    private mutating func void(_ touch: Touch, _ why: TouchVoid) {
        emit(.contacted(touch, .void(why)))
        let lapsed = standing(of: touch.person, with: touch.by).lapsedOn
        if why == .afterLapse, let lapsed {
            because(.touchAfterLapse(touch.by, lapsedOn: lapsed))
        } else {
            because(.touchVoid(touch.by))
        }
        because(.touchWorthless(touch.by, why))
    }

    /// Fresh again from that day, with everything that runs.
    private mutating func refresh(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        for one in ownership.everybody(person) {
            for record in ownership.dossiers[one]?.records ?? []
            where record.staff == staff && record.boughtOn == nil
                && runs(record, on: day)
            {
                refresh(one, record, on: day)
            }
        }
    }

    private mutating func refresh(
        _ person: PersonID, _ record: OwnershipRecord, on day: BusinessDay
    ) {
        guard let run = record.run, day >= run.from,
            record.basis != .call || ownershipKnobs.touchFreshensCall
        else { return recall(record) }
        var fact = StretchFact(
            person: person, staff: record.staff, basis: record.basis, owns: record.owns,
            clock: record.clock, run: freshness(of: record.basis, from: day), cause: .touch,
            day: day)
        fact.clock.freshUntil = fact.run?.lapse(ownership.stops) ?? record.clock.freshUntil
        stretch(fact)
    }

    private mutating func recall(_ record: OwnershipRecord) {
        because(.tied(record.staff, record.basis == .call ? .call : .visit, until: record.until))
    }
}
