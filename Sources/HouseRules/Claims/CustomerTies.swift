/// What ties a customer to a consultant.
public enum TieKind: String, Codable, Sendable, CaseIterable {
    /// 来访登记: received on the site and entered.
    case visit
    /// 来电: answered a call of theirs, or met them at a fair.
    case call
    /// 成交.
    case deal
    /// 自身人脉, reported beforehand.
    case ownResource = "own_resource"
    /// 老客户来电介绍, written down when the call came.
    case introduction
}

/// How long a tie holds: both ends are the first day on which it does not (GLOSSARY §2.3).
public struct TieClock: Codable, Hashable, Sendable {
    /// The day it began.
    public var began: BusinessDay
    /// Without a follow-up it lapses on this day (保鲜).
    public var freshUntil: BusinessDay
    /// It lapses on this day however often it is followed up (有效期).
    public var validUntil: BusinessDay

    /// The first day on which it does not hold.
    public var lapse: BusinessDay { min(freshUntil, validUntil) }

    /// Whether it holds on a day; what has lapsed never holds again.
    public func holds(on day: BusinessDay) -> Bool { day < lapse }
}

/// How a customer stands with a consultant on a day: all that reception must know of ownership.
public struct CustomerStanding: Hashable, Sendable {
    /// Bought from them (never lapses).
    public var hasBought = false
    /// The visit holds until before this day.
    public var visitUntil: BusinessDay?
    /// The call holds until before this day.
    public var callUntil: BusinessDay?
    /// A visit or a call lapsed on this day.
    public var lapsedOn: BusinessDay?
    /// Reported as own circle beforehand.
    public var isOwnResource = false
    /// An introduction was written down.
    public var isIntroduced = false

    /// Whether the customer belongs to the consultant (a call alone does not make it so).
    public var isOwned: Bool { hasBought || visitUntil != nil }
}

/// One line for the register: somebody met, called or served a customer.
public struct CustomerFact: Codable, Hashable, Sendable {
    /// What kind of line.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// 来访.
        case visit
        /// 来电.
        case call
        /// 房交会留电, treated like a call (REC-21).
        case fair
        /// 有效跟进: the customer was reached.
        case touch
        /// 没打通, 关机: nothing starts anew.
        case unreached
        /// 成交.
        case deal
        /// 报自身人脉.
        case ownResource = "own_resource"
        /// 老客户来电介绍.
        case introduction
    }

    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID
    /// What happened.
    public var kind: Kind
    /// When it began: clocks go by this.
    public var occurred: Moment
    /// When it ended: entries of the same day go by this (GLOSSARY §2.5); nil: at once.
    public var ended: Moment?
    /// When it was entered; nil: at the moment of the decision. Only management may tell another.
    public var entered: Moment?

    /// A line of the register.
    public init(
        _ person: PersonID, _ staff: StaffID, _ kind: Kind, occurred: Moment,
        ended: Moment? = nil, entered: Moment? = nil
    ) {
        self.person = person
        self.staff = staff
        self.kind = kind
        self.occurred = occurred
        self.ended = ended
        self.entered = entered
    }
}
