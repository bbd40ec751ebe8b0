/// One consultant as the rotation sees them now.
public struct Member: Codable, Hashable, Sendable {
    /// The consultant.
    public let staff: StaffID
    /// Where they are.
    public var presence = Presence.offDuty
    /// Since when.
    public var since: Moment
    /// Until when the absence is approved (meal, official); later counts as personal.
    public var until: Moment?
    /// Turns taken in advance and not yet spent (预支).
    public var advance = 0
    /// Ticks of the day (∨), tally sites.
    public var ticks = 0
    /// While receiving without a turn: what a turn missed meanwhile becomes.
    public var missed = MissedTurn.forfeit
    /// The visit in hand.
    public var visit: VisitID?
    /// The call in hand.
    public var call: CallID?
    /// The station slot held, 1 = first (REC-02).
    public var slot: Int?
    /// The station slot left for the visit in hand (REC-02).
    var leftSlot: Int?
    /// When the last reception was entered in the register (REC-39).
    public var lastLogged: Moment?
    /// Off the ring since the last sheet; removed when the next is published.
    public var released = false

    /// A new member, off duty.
    public init(_ staff: StaffID, since: Moment) {
        self.staff = staff
        self.since = since
    }

    /// Whether a visitor can be given to them: at the front with free hands (候位). Somebody on the
    /// phone is busy with the house's work.
    public var isFree: Bool { presence == .onStand && call == nil }

    /// The presence that rules go by: an approved absence that has run out is personal (REC-06).
    public func presence(at moment: Moment) -> Presence {
        guard presence == .awayMeal || presence == .awayOfficial, let until,
            moment.wholeSecond > until
        else { return presence }
        return .awayPersonal
    }
}

/// A turn owed (补轮 or 退轮), first in first out; returned turns stand before make-ups (REC-03 5).
public struct Makeup: Codable, Hashable, Sendable {
    /// Whose turn.
    public let staff: StaffID
    /// The day it arose.
    public let day: BusinessDay
    /// A turn given back after a reassignment.
    public let returned: Bool
    /// The day on duty to which it was carried over, if it was (REC-06).
    public var carriedTo: BusinessDay?

    /// A turn owed to somebody since a day.
    public init(_ staff: StaffID, day: BusinessDay, returned: Bool = false) {
        self.staff = staff
        self.day = day
        self.returned = returned
    }
}

/// A visit that is not finished.
public struct OpenVisit: Codable, Hashable, Sendable {
    /// The visit.
    public let visit: VisitID
    /// Its class.
    public internal(set) var visitClass: VisitClass
    /// When the group came in.
    public let arrivedAt: Moment
    /// The customer, if known; their name is kept elsewhere.
    public let person: PersonID?
    /// The consultant named by the arrival.
    public internal(set) var named: StaffID?
    /// Number of the arrival in the day's register.
    public let number: Int
    /// Who receives it; nil while management holds it.
    public var receptionist: StaffID?
    /// For whom management holds it (REC-13).
    public var lockedFor: StaffID?
    /// Somebody who left without order is being called back until then (REC-13).
    public var recallUntil: Moment?
    /// The turn effect of the reception.
    public var effect: TurnEffect?
    /// Entered in the visit register (REC-04).
    public var logged = false
    /// Whose customer it is, when they ask for somebody else (REC-37).
    public var owner: StaffID?
    /// Who stands in by arrangement (REC-38).
    public var arranged: StaffID?
}
