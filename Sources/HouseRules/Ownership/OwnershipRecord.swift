/// What an ownership rests on (OWN-01).
public enum OwnershipBasis: String, Codable, Sendable, CaseIterable {
    /// 来访登记.
    case visit
    /// 来电: only a right to receive first (OWN-11), ownership where the site says so (OWN-39).
    case call
    /// 老带新.
    case referral
    /// 渠道.
    case channel
    /// 员工推荐.
    case staffReferral = "staff_referral"
}

/// How a stretch stands on a day (OWN-01).
public enum OwnershipStatus: String, Codable, Sendable, CaseIterable {
    /// 有效.
    case active
    /// 保鲜断档: nobody followed up in time (OWN-03, OWN-05).
    case lapsedFreshness = "lapsed_freshness"
    /// 有效期届满 (OWN-04, OWN-06, OWN-42).
    case lapsedValidity = "lapsed_validity"
    /// 三位一体不齐: it never held (OWN-02, OWN-09).
    case voidIncomplete = "void_incomplete"
    /// 登记涂改未签 (OWN-10).
    case voidTampered = "void_tampered"
    /// 改派或裁决 (OWN-32, OWN-33).
    case voidByRuling = "void_by_ruling"
    /// 释放: handed on, or back in the pool (OWN-14, OWN-37).
    case released
    /// 已购: never lapses (OWN-15).
    case closedDeal = "closed_deal"
}

/// How the freshness of a stretch is counted; kept as it was when it began (GLOSSARY §1).
public struct FreshnessRun: Codable, Hashable, Sendable {
    /// The day of the last contact that counted: day one.
    public var from: BusinessDay
    /// So many days; the first day after them is a lapse.
    public var days: Int
    /// The days of the count on which the consultant is reminded.
    public var remindAt: [Int]
    /// Whether it stands still outside the sales period (visit.freshness_phase).
    public var pauses: Bool

    /// The first day on which it has lapsed.
    func lapse(_ stops: [DayRange]) -> BusinessDay {
        from.counting(days, without: pauses ? stops : [])
    }

    /// The days of the reminders.
    func reminders(_ stops: [DayRange]) -> [BusinessDay] {
        remindAt.map { from.counting($0 - 1, without: pauses ? stops : []) }
    }
}

/// Some days in a row, both ends included.
public struct DayRange: Codable, Hashable, Sendable {
    /// The first.
    public var first: BusinessDay
    /// The last.
    public var last: BusinessDay

    /// From one day to another, both included.
    public init(_ first: BusinessDay, _ last: BusinessDay) {
        self.first = first
        self.last = last
    }
}

extension BusinessDay {
    /// So many days later, leaving out the days that do not count, given in order.
    func counting(_ days: Int, without stops: [DayRange]) -> BusinessDay {
        var day = adding(days: days)
        for stop in stops where stop.last >= self && stop.first < day {
            let first = max(stop.first, self)
            day = day.adding(days: stop.last.number - first.number + 1)
        }
        return day
    }
}

/// One stretch during which a customer was a consultant's: from the day it began to the first day
/// on which it did not hold.
///
/// A follow-up moves the end only while the stretch holds (OWN-07), so a stretch never has a gap:
/// it held on each of its days, whatever came later.
public struct OwnershipRecord: Codable, Hashable, Sendable {
    /// The consultant.
    public let staff: StaffID
    /// What it rests on.
    public let basis: OwnershipBasis
    /// Whether it makes the customer theirs; a call alone only gives the right to receive first.
    public let owns: Bool
    /// Why it began; what a deal began by itself is no entry of a visit.
    public let begunBy: StretchCause
    /// Both clocks: when it began, fresh until, valid until.
    public internal(set) var clock: TieClock
    /// How freshness is counted; nil: it is not.
    public internal(set) var run: FreshnessRun?
    /// The days on which the consultant is reminded.
    public internal(set) var reminders: [BusinessDay] = []
    /// Contacts that moved the clock.
    public internal(set) var touches = 0
    /// Since when they have bought.
    public internal(set) var boughtOn: BusinessDay?
    /// Who introduced them (OWN-40).
    public internal(set) var introducer: PersonID?
    /// Ended by a fact: how, and the first day on which it no longer held.
    public internal(set) var ended: OwnershipStatus?
    /// The first day on which it did not hold, when a fact ended it.
    public internal(set) var endedOn: BusinessDay?
    /// The clock as it was before the first visit of a day moved it (REC-15).
    public internal(set) var beforeVisit: ClockBefore?
    /// The lapse is written down already.
    public internal(set) var isLapseNoted = false
    /// The moment of the contact that began it (OWN-39).
    public internal(set) var contactAt: Moment?

    init(_ fact: StretchFact, _ stops: [DayRange]) {
        staff = fact.staff
        basis = fact.basis
        owns = fact.owns
        begunBy = fact.cause
        clock = fact.clock
        contactAt = fact.contactAt
        follow(fact, stops)
        touches = 0
    }

    /// Whether it began the same day by a later contact: of one day the first counts, in whatever
    /// order they were entered (OWN-39).
    func isLater(than contact: Moment) -> Bool {
        guard let contactAt, owns, boughtOn == nil, clock.began == contact.day else { return false }
        return contactAt.wholeSecond > contact.wholeSecond
    }

    /// Whether it held on a day.
    public func holds(on day: BusinessDay) -> Bool {
        day >= clock.began && day < until
    }

    /// The first day on which it does not hold.
    public var until: BusinessDay { min(clock.lapse, endedOn ?? clock.lapse) }

    /// How it stands on a day.
    public func status(on day: BusinessDay) -> OwnershipStatus {
        if let ended, let endedOn, day >= endedOn, endedOn <= clock.lapse { return ended }
        if day >= clock.lapse {
            let isStale = clock.freshUntil < clock.validUntil
            return isStale || run != nil && clock.freshUntil == clock.validUntil
                ? .lapsedFreshness : .lapsedValidity
        }
        return boughtOn == nil ? .active : .closedDeal
    }

    /// Moves the clock as a fact says.
    mutating func follow(_ fact: StretchFact, _ stops: [DayRange]) {
        clock = fact.clock
        run = fact.run
        isLapseNoted = false
        reminders = fact.run?.reminders(stops) ?? []
        if fact.cause == .touch { touches += 1 }
        if fact.cause == .deal { boughtOn = fact.day }
        introducer = fact.introducer ?? introducer
    }

    /// Keeps the clock that a visit is about to move; what is followed up the same day stays so.
    mutating func keepClock(before fact: StretchFact) {
        if fact.cause == .visit, beforeVisit?.day != fact.day {
            beforeVisit = ClockBefore(day: fact.day, clock: clock, run: run)
        } else if fact.cause == .touch, beforeVisit?.day == fact.day {
            beforeVisit?.clock.freshUntil = fact.clock.freshUntil
            beforeVisit?.run = fact.run
        }
    }

    /// The clock goes back to what it was before a visit that is void.
    mutating func goBack(to before: ClockBefore, _ stops: [DayRange]) {
        clock = before.clock
        run = before.run
        reminders = before.run?.reminders(stops) ?? []
        isLapseNoted = false
        beforeVisit = nil
    }

    /// Counts again after the sales periods changed.
    mutating func recount(_ stops: [DayRange], on day: BusinessDay) {
        guard let run, run.pauses, boughtOn == nil else { return }
        clock.freshUntil = max(run.lapse(stops), day)
        reminders = run.reminders(stops)
    }

    /// The next day after `day` on which the clock has something to say.
    func nextDue(after day: BusinessDay) -> BusinessDay? {
        guard !isLapseNoted, ended == nil, boughtOn == nil else { return nil }
        let lapse = max(clock.lapse, day.adding(days: 1))
        return reminders.filter { $0 > day && $0 < lapse }.min() ?? lapse
    }
}

/// Why a stretch began or its clock moved.
public enum StretchCause: String, Codable, Sendable, CaseIterable {
    /// 来访登记.
    case visit
    /// 来电.
    case call
    /// 有效跟进.
    case touch
    /// 成交.
    case deal
    /// 退定.
    case cancellation
    /// 改派、再分配.
    case assignment
    /// 续期.
    case renewal
}

/// A stretch that begins, or goes on with its clock moved.
public struct StretchFact: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID
    /// What it rests on.
    public var basis: OwnershipBasis
    /// Whether it makes the customer theirs.
    public var owns: Bool
    /// The clocks from now on; `began` tells which stretch.
    public var clock: TieClock
    /// How freshness is counted; nil: it is not.
    public var run: FreshnessRun?
    /// Why.
    public var cause: StretchCause
    /// The day of what caused it.
    public var day: BusinessDay
    /// Who introduced the customer (OWN-40).
    public var introducer: PersonID?
    /// The moment of the call or of the arrival that began it; nil: not a contact, or of before
    /// this was written down (OWN-39).
    public var contactAt: Moment?
}
