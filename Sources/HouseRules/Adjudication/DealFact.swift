/// A deal: a formal deposit or a contract (GLOSSARY §3), with its terms and its last moments.
public struct DealFact: Codable, Hashable, Sendable {
    /// The deal.
    public var deal: DealID
    /// The buyer.
    public var person: PersonID
    /// Who closed it.
    public var staff: StaffID
    /// When it was signed: "the same day" goes by this.
    public var at: Moment
    /// When it was entered.
    public var enteredAt: Moment
    /// The price, for the ranking.
    public var price: Money
    /// The whole commission.
    public var commission: Money
    /// Whose customer it is, when the closer only stood in (OWN-34).
    public var owner: StaffID?
    /// The last second for an older record (OWN-25).
    public var verifyUntil: Moment
    /// The last second for an objection of a changed consultant (OWN-29).
    public var objectUntil: Moment
    /// What it is judged by.
    public var terms: DealTerms
}

/// A deal as the clerk enters it.
public struct DealOrder: Codable, Hashable, Sendable {
    /// The number of the deal.
    public var deal: DealID
    /// The buyer.
    public var person: PersonID
    /// Who closed it.
    public var staff: StaffID
    /// When it was signed; nil: at the moment of the decision.
    public var signedAt: Moment?
    /// The price.
    public var price: Money
    /// The whole commission.
    public var commission: Money
    /// In whose place it was closed (OWN-34); nil: as the visit of the day tells.
    public var owner: StaffID?

    /// A deal.
    public init(
        _ deal: DealID, of person: PersonID, by staff: StaffID, signedAt: Moment? = nil,
        price: Money = Money(fen: 0), commission: Money = Money(fen: 0), owner: StaffID? = nil
    ) {
        self.deal = deal
        self.person = person
        self.staff = staff
        self.signedAt = signedAt
        self.price = price
        self.commission = commission
        self.owner = owner
    }
}

/// A slip about a deal or a customer: who, when, in words.
public struct DealSlip: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// Who claims, shows or objects.
    public var staff: StaffID
    /// When it was handed in.
    public var at: Moment
    /// In words.
    public var note: String
}

/// A deal with all that was said about it.
public struct DealFile: Codable, Hashable, Sendable {
    /// The deal.
    public internal(set) var deal: DealFact
    /// Older records that were shown in time (OWN-25).
    public internal(set) var proofs: [DealSlip] = []
    /// Objections of a changed consultant (OWN-29).
    public internal(set) var objections: [DealSlip] = []
    /// Every attribution, the oldest first.
    public internal(set) var attributions: [Attribution] = []
    /// When the commission was paid out.
    public internal(set) var paidAt: Moment?
    /// The dispute about it.
    public internal(set) var dispute: SlipID?
    /// What became of it, the earliest first.
    public internal(set) var turns: [DealTurn] = []

    init(_ deal: DealFact) { self.deal = deal }

    /// The attribution that stands.
    public var current: Attribution? { attributions.last }
    /// Whether people have to decide.
    public var isContested: Bool { current?.isContested ?? false }
}

/// A visit of a customer who had forgotten the name (OWN-23).
public struct ForgottenVisit: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// Its day.
    public var day: BusinessDay
    /// Who received.
    public var receiver: StaffID?
}

/// Received first, then no valid entry to show (REC-34).
public struct FailedProof: Codable, Hashable, Sendable {
    /// Who received.
    public var by: StaffID
    /// Whose turn it was.
    public var to: StaffID
    /// The day of the visit.
    public var day: BusinessDay
}

/// To whom a customer went, and how a deal of theirs is split.
public struct CustomerAward: Codable, Hashable, Sendable {
    /// The slip of it.
    public var slip: SlipID
    /// How a deal is split.
    public var shares: Shares
    /// Decided by people; false: the oldest record or the customer's word (OWN-24, OWN-26).
    public var isDecided: Bool
    /// When.
    public var at: Moment
}

/// A customer who got another consultant (OWN-29).
public struct ConsultantChange: Codable, Hashable, Sendable {
    /// Who had them.
    public var from: StaffID
    /// Who has them.
    public var to: StaffID
}

/// How somebody got in between a colleague and their customer (OWN-22).
public enum PoachAct: String, Codable, Sendable, CaseIterable, Comparable {
    /// 没按秩序抢接.
    case jumpedQueue = "jumped_queue"
    /// 介入他人客户.
    case intruded
    /// 明知是别人的客户仍抢签.
    case signedKnowingly = "signed_knowingly"
    /// 当客户面争吵, 影响恶劣.
    case quarrelledBeforeCustomer = "quarrelled_before_customer"

    /// 1 … 3, the gravest last.
    public var level: Int {
        switch self {
        case .jumpedQueue: 1
        case .intruded: 2
        case .signedKnowingly, .quarrelledBeforeCustomer: 3
        }
    }

    /// Less grave is less.
    public static func < (left: Self, right: Self) -> Bool { left.level < right.level }
}

/// What management does about the gravest level (OWN-22).
public enum PoachMeasure: String, Codable, Sendable, CaseIterable {
    /// 上报公司.
    case report
    /// 罚款.
    case fine
    /// 开除.
    case dismiss
}

/// Poaching as established by management (OWN-22).
public struct PoachSlip: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// Who did it.
    public var by: StaffID
    /// Whose customer it is.
    public var from: StaffID
    /// The customer.
    public var person: PersonID
    /// What was done; the gravest counts, and only once.
    public var acts: [PoachAct]
    /// What is done about the gravest level.
    public var measure: PoachMeasure
    /// What happened, in words.
    public var note: String

    /// A slip.
    public init(
        _ slip: SlipID, by: StaffID, from: StaffID, _ person: PersonID, _ acts: [PoachAct],
        _ measure: PoachMeasure = .fine, note: String
    ) {
        self.slip = slip
        self.by = by
        self.from = from
        self.person = person
        self.acts = acts
        self.measure = measure
        self.note = note
    }
}

/// How somebody wants to get in touch with a customer (OWN-22).
public enum Approach: String, Codable, Sendable, CaseIterable {
    /// 打电话.
    case call
    /// 发消息.
    case text
    /// 递名片.
    case card
    /// 建客户档案.
    case file
}

/// A sick leave, its extensions included (OWN-35).
public struct SickLeave: Codable, Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// The first day; a part of a day is a day.
    public var from: BusinessDay
    /// The last day.
    public var to: BusinessDay
    /// Who looks after the customers when it is too long.
    public var successor: StaffID?

    /// A sick leave.
    public init(_ staff: StaffID, from: BusinessDay, to: BusinessDay, successor: StaffID? = nil) {
        self.staff = staff
        self.from = from
        self.to = to
        self.successor = successor
    }

    /// Calendar days, both ends included.
    public var days: Int { to.number - from.number + 1 }

    /// Whether the day is one of it.
    public func covers(_ day: BusinessDay) -> Bool { from <= day && day <= to }

    /// Whether the other goes on without a gap.
    func touches(_ other: SickLeave) -> Bool {
        other.from.number <= to.number + 1 && other.to.number >= from.number - 1
    }
}
