/// Who reports: the employees of channel companies, or those of 空间家 (OWN-45, OWN-51).
public enum ReportKind: String, Codable, Sendable, CaseIterable {
    /// 渠道公司.
    case channel
    /// 空间家员工.
    case spaceHome = "space_home"
}

/// Name and phone number as somebody wrote them, normalised and hashed by the shell (OWN-46): equal
/// exactly when the words are equal.
public struct CustomerMark: Codable, Hashable, Sendable {
    /// Of the name.
    public var name: String
    /// Of the whole number; nil: only a masked one was given.
    public var phone: String?
    /// Of its first three and last four digits.
    public var tail: String

    /// The marks of a customer.
    public init(name: String, phone: String?, tail: String) {
        self.name = name
        self.phone = phone
        self.tail = tail
    }

    /// The fields in which a report differs from what was entered.
    func differs(
        from entered: CustomerMark, in fields: [MatchField], maskAllowed: Bool
    ) -> [MatchField] {
        fields.filter { field in
            switch field {
            case .name: name != entered.name
            case .phone:
                if phone != nil, entered.phone != nil {
                    phone != entered.phone
                } else {
                    !maskAllowed || tail != entered.tail
                }
            }
        }
    }
}

/// A channel told the site that it brings somebody (报备, OWN-45).
public struct ChannelReport: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// Who reports.
    public var kind = ReportKind.channel
    /// The company, by its id.
    public var channel: String
    /// Its agent, by id.
    public var agent: String
    /// The customer by keyed hashes of what the report says (OWN-46); the journal holds no names.
    public var customer: CustomerMark
    /// When the message was sent.
    public var sentAt: Moment
    /// The number of the message in its group: of one second the smaller comes first (OWN-47).
    public var sequence: Int?
    /// The hash of the message as it was sent.
    public var content: String?

    /// A report.
    public init(
        _ slip: SlipID, channel: String, agent: String, customer: CustomerMark, sentAt: Moment
    ) {
        self.slip = slip
        self.channel = channel
        self.agent = agent
        self.customer = customer
        self.sentAt = sentAt
    }
}

/// A report as the site took it: what runs goes by the rules of that day.
public struct FiledReport: Codable, Hashable, Sendable {
    /// What was reported.
    public var report: ChannelReport
    /// When it was entered.
    public var enteredAt: Moment
    /// The moment by which it counts, in whole seconds.
    public var countsAt: Moment
    /// The first second at which an arrival is in time.
    public var opens: Moment
    /// The first day on which it does not count any more; nil: for ever.
    public var lapses: BusinessDay?
    /// Its number among all reports.
    public var number: Int

    /// Earlier second, smaller number of the message, earlier entry (OWN-47).
    func comes(before other: FiledReport) -> Bool {
        let mine = report.sequence ?? .max
        let theirs = other.report.sequence ?? .max
        if countsAt != other.countsAt { return countsAt < other.countsAt }
        return mine == theirs ? number < other.number : mine < theirs
    }
}

/// A company, or one of its agents, may not bring customers (OWN-50).
public struct ChannelBlock: Codable, Hashable, Sendable {
    /// The company.
    public var channel: String
    /// The agent; nil: the whole company.
    public var agent: String?
    /// The first moment at which they may again; nil: never.
    public var until: Moment?
    /// Why.
    public var note: String

    /// A block.
    public init(channel: String, agent: String?, until: Moment? = nil, note: String = "") {
        self.channel = channel
        self.agent = agent
        self.until = until
        self.note = note
    }

    /// Whether it stops an agent at a moment.
    func stops(_ channel: String, _ agent: String, at moment: Moment) -> Bool {
        self.channel == channel && (self.agent == nil || self.agent == agent)
            && (until.map { moment.wholeSecond < $0.wholeSecond } ?? true)
    }
}

/// The slip that a channel really brought somebody (带访确认单, OWN-52).
public struct VisitConfirmation: Codable, Hashable, Sendable {
    /// The slip.
    public var slip: SlipID
    /// The visit.
    public var visit: VisitID
    /// The company.
    public var channel: String
    /// Its agent.
    public var agent: String
    /// The customer signed.
    public var isSigned: Bool
    /// The hash of what was signed.
    public var content: String?
    /// What was signed on the screen with it.
    public var signatures: [PaperSignature]?

    /// A slip.
    public init(
        _ slip: SlipID, of visit: VisitID, channel: String, agent: String, isSigned: Bool,
        content: String? = nil, signatures: [PaperSignature]? = nil
    ) {
        self.slip = slip
        self.visit = visit
        self.channel = channel
        self.agent = agent
        self.isSigned = isSigned
        self.content = content
        self.signatures = signatures
    }

    /// The slip as a paper to sign.
    public var paper: SignedPaper { .slip(DecisionID(slip.rawValue), .confirmation) }
}

/// Why a channel's visit is gone into (OWN-49, OWN-52, OWN-53).
public enum AuditCause: String, Codable, Sendable, CaseIterable {
    /// 已是某顾问的自然到访客户.
    case existingOwner = "existing_owner"
    /// 没有这次到访的首问记录.
    case unknownVisit = "unknown_visit"
    /// 首问没提渠道.
    case notMentioned = "not_mentioned"
    /// 没有这名渠道人员的报备.
    case noReport = "no_report"
    /// 客户没签字.
    case unsigned
    /// 业主说不是渠道带来的.
    case buyerDenies = "buyer_denies"
}

/// A visit to be gone into.
public struct AuditItem: Codable, Hashable, Sendable {
    /// Why, in the order in which it was found.
    public var causes: [AuditCause]
    /// Since when.
    public var since: Moment
}

/// Whether a channel is paid for a deal (OWN-49, OWN-50).
public enum Commission: String, Codable, Sendable, CaseIterable {
    /// 按渠道协议.
    case payable
    /// 自然到访,没有佣金.
    case none
    /// 不发放.
    case forfeited
}

/// A deal as far as channels and recommendations go.
public struct ChannelDeal: Codable, Hashable, Sendable {
    /// The deal.
    public var deal: DealID
    /// The buyer.
    public var person: PersonID
    /// The day of the deal.
    public var day: BusinessDay
    /// The visit to which a channel brought them.
    public var visit: VisitID?
    /// The report that it goes by; nil: a natural visit.
    public var report: SlipID?
    /// The company.
    public var channel: String?
    /// Its agent.
    public var agent: String?
    /// What the channel gets.
    public var commission: Commission
    /// Who has the performance by these rules; nil: nothing changes.
    public var earner: StaffID?
    /// The list of a survey has it.
    public var isListed = false
}

/// What a buyer says afterwards (OWN-53).
public struct ChannelSurvey: Codable, Hashable, Sendable {
    /// The deal.
    public var deal: DealID
    /// A channel brought them.
    public var isBrought: Bool
    /// Marks from 1 to 5, by whom they are about.
    public var marks: [SurveyTarget: Int]

    /// Answers.
    public init(_ deal: DealID, isBrought: Bool, marks: [SurveyTarget: Int] = [:]) {
        self.deal = deal
        self.isBrought = isBrought
        self.marks = marks
    }
}

/// Management looked at the evidence itself (OWN-46).
public struct ChannelReview: Codable, Hashable, Sendable {
    /// The visit.
    public var visit: VisitID
    /// The report that stands all the same; nil: a natural visit.
    public var report: SlipID?
    /// Why.
    public var note: String

    /// A review.
    public init(_ visit: VisitID, report: SlipID?, note: String) {
        self.visit = visit
        self.report = report
        self.note = note
    }
}

/// A channel took a consultant's customer (撬单, OWN-50).
public struct Poaching: Codable, Hashable, Sendable {
    /// The customer.
    public var person: PersonID
    /// The company.
    public var channel: String
    /// Its agent.
    public var agent: String
    /// Whose natural visitor it is.
    public var staff: StaffID
    /// The evidence.
    public var note: String

    /// A case.
    public init(
        of person: PersonID, channel: String, agent: String, from staff: StaffID, note: String
    ) {
        self.person = person
        self.channel = channel
        self.agent = agent
        self.staff = staff
        self.note = note
    }
}

/// An employee recommended somebody to a consultant (员工推荐表, OWN-44).
public struct StaffReferral: Codable, Hashable, Sendable {
    /// The form.
    public var slip: SlipID
    /// The customer.
    public var person: PersonID
    /// The consultant.
    public var staff: StaffID
    /// What is on record, and since when.
    public var evidence: [ReferralEvidence: Moment]
    /// The customer's first visit, once there is one.
    public var firstVisit: Moment?

    /// A form with what is on record already.
    public init(
        _ slip: SlipID, of person: PersonID, to staff: StaffID,
        evidence: [ReferralEvidence: Moment] = [:]
    ) {
        self.slip = slip
        self.person = person
        self.staff = staff
        self.evidence = evidence
    }
}

extension SurveyTarget: CodingKeyRepresentable {}

extension ReferralEvidence: CodingKeyRepresentable {}

extension ReceptionStep: CodingKeyRepresentable {}
