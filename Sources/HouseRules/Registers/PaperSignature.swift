/// What a slip that people sign is about.
public enum SlipKind: String, Codable, Sendable, CaseIterable {
    /// 轮次争议单.
    case dispute
    /// 停接单.
    case suspension
    /// 更换顾问单.
    case change
    /// 参观团指派单.
    case tourGroup = "tour_group"
    /// 工地参观单.
    case siteTour = "site_tour"
    /// 带访确认单.
    case confirmation

    /// The clause that asks for it.
    public var clause: Clause {
        switch self {
        case .dispute: .rec(15)
        case .suspension: .rec(12)
        case .change: .rec(36)
        case .tourGroup: .rec(23)
        case .siteTour: .rec(51)
        case .confirmation: .own(52)
        }
    }
}

/// A paper that people sign on the screen.
public enum SignedPaper: Codable, Hashable, Sendable {
    /// The file of a deal (判客单) in its so-manieth edition, counted from 1: every new result asks
    /// for signatures anew (OWN-30, OWN-38).
    case caseFile(DealID, edition: Int)
    /// The slip of a decision.
    case slip(DecisionID, SlipKind)

    /// The clause that asks for it.
    public var clause: Clause {
        switch self {
        case .caseFile: .own(30)
        case .slip(_, let kind): kind.clause
        }
    }

    /// Under what its signatures are kept.
    var key: String {
        switch self {
        case .caseFile(let deal, let edition): "deal \(edition) \(deal)"
        case .slip(let decision, _): "slip \(decision)"
        }
    }
}

/// As what somebody signs.
public enum SignerRole: String, Codable, Sendable, CaseIterable {
    /// 客户.
    case customer
    /// 渠道人员.
    case agent
    /// 见证人.
    case witness
    /// 当事人.
    case party
    /// 经理.
    case manager
    /// 提出人.
    case complainant
    /// 裁定人.
    case ruler
    /// 发现人.
    case finder
    /// 原顾问.
    case formerConsultant = "former_consultant"
    /// 新顾问.
    case newConsultant = "new_consultant"
    /// 审批人.
    case approver
    /// 开发商的人.
    case developer
    /// 接待人.
    case receptionist
    /// 陪同人.
    case escort

    /// Signs with an account of management alone.
    public var isManagement: Bool { self == .manager || self == .ruler || self == .approver }
}

/// A place for one signature.
public struct SigningPlace: Codable, Hashable, Sendable {
    /// As what.
    public var role: SignerRole
    /// Who; nil: somebody from outside, or whoever of management signs.
    public var staff: StaffID?

    /// A place on a paper.
    public init(_ role: SignerRole, _ staff: StaffID? = nil) {
        self.role = role
        self.staff = staff
    }
}

/// How somebody signed.
public enum SigningWay: String, Codable, Sendable, CaseIterable {
    /// By hand on the screen.
    case drawn
    /// By typing the full name.
    case typed
}

/// A signature given on the screen. The strokes and the words that were signed are kept outside
/// the journal; it holds what they cannot be exchanged without: their hashes.
public struct PaperSignature: Codable, Hashable, Sendable {
    /// What was signed.
    public var paper: SignedPaper
    /// Where on it.
    public var place: SigningPlace
    /// How.
    public var way: SigningWay
    /// SHA-256 of the very words that were signed.
    public var text: String
    /// SHA-256 of the file with the signature and those words.
    public var content: String

    /// A signature.
    public init(
        _ paper: SignedPaper, _ place: SigningPlace, _ way: SigningWay, text: String,
        content: String
    ) {
        self.paper = paper
        self.place = place
        self.way = way
        self.text = text
        self.content = content
    }
}

/// A signature with when it was given and on whose screen.
public struct GivenSignature: Codable, Hashable, Sendable {
    /// The signature.
    public var signature: PaperSignature
    /// Whose account it was given with.
    public var by: StaffID
    /// When.
    public var at: Moment

    /// The place that it fills.
    public var place: SigningPlace { signature.place }
    /// Who signed, as far as they are of the house.
    public var staff: StaffID? {
        place.staff ?? (place.role.isManagement ? by : nil)
    }
}
